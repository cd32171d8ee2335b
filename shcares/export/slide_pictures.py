"""Pictures on slides: the drawing of a figure that no native chart can show, such as a map."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.util import Inches

from shcares.export import map_picture, picture
from shcares.export.slide_master import ROOM, Box, Ink
from shcares.export.slide_text import POINTS
from shcares.style import palette

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SCALE = 2.0
_TEXT, _MAP_TEXT = 13, 14
"""The text of our drawings and of maps, in pixels of theirs."""
_MAP_POINTS = 12
"""How large the words of a map are on a slide; the map itself takes the room that is left."""


@dataclass(frozen=True)
class Pictured:
    """A drawing as Vega-Lite, and how legible it would be."""

    spec: dict[str, Any]

    @property
    def is_map(self) -> bool:
        """Whether it shows places rather than words."""
        return map_picture.is_map(self.spec)

    def text_size(self, high: float) -> float:
        """How large its words are on a slide, in points."""
        wide, tall = picture.svg_size(picture.chart_svg(self.spec, footnotes=[]))
        return _TEXT * min(ROOM / wide, high / tall) * POINTS


def add_picture(slide: Slide, pictured: Pictured, box: Box, ink: Ink) -> Picture:
    """The drawing as large as the box allows, in its middle."""
    left, top, wide, high = box
    inked = _inked(pictured.spec, ink)
    png = _map(inked, box, ink) if pictured.is_map else picture.chart_png(inked, footnotes=[], scale=_SCALE)
    shape = slide.shapes.add_picture(BytesIO(png), Inches(left), Inches(top))
    share = min(Inches(wide) / shape.width, Inches(high) / shape.height)
    shape.width, shape.height = int(shape.width * share), int(shape.height * share)
    shape.left = Inches(left) + (Inches(wide) - shape.width) // 2
    return shape


def _map(spec: dict[str, Any], box: Box, ink: Ink) -> bytes:
    """A map that fills a box of so many inches, drawn so that its words are as large on every slide."""
    pixels = POINTS * _MAP_TEXT / _MAP_POINTS
    _, _, wide, high = box
    plain = {"background": ink(palette.LIGHT.background), "config": spec.get("config", {}) | {"font": picture.FONT}}
    svg = map_picture.fitted(map_picture.beside(spec) | plain, wide * pixels, high * pixels)
    return picture.svg_png(svg, scale=_SCALE)


def _inked(value: Any, ink: Ink) -> Any:
    """The same drawing with every colour as the deck has it."""
    if isinstance(value, dict):
        return {key: _inked(one, ink) for key, one in value.items()}
    if isinstance(value, list):
        return [_inked(one, ink) for one in value]
    if isinstance(value, str):
        return _COLOUR.sub(lambda found: ink(found.group()), value)
    return value
