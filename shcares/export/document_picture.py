"""A drawing for paper: a chart as SVG with real text, grey where black and white is asked for."""

import re
from dataclasses import dataclass
from typing import Any

from shcares.export import map_picture
from shcares.export.document_setting import on_paper
from shcares.export.picture import FONT, chart_svg, svg_size
from shcares.style import palette
from shcares.style.palette import Scheme

WIDTH = 820
_MAP_PIXELS = 1.25
"""Pixels of a map for each point of paper: its words are of 11 points."""
_PAINT = re.compile(r'\b(fill|stroke|stop-color)="([^"]+)"')
_HEX = re.compile(r"#[0-9a-f]{6}(?:[0-9a-f]{2})?", re.IGNORECASE)
_SHORT = re.compile(r"#[0-9a-f]{3}", re.IGNORECASE)
_RGB = re.compile(r"rgba?\((\d+), *(\d+), *(\d+)(?:, *([\d.]+))?\)")
_INK = "currentColor"


@dataclass(frozen=True)
class Drawing:
    """An SVG without its title, its size in the chart's own numbers, and the measure and unit that the title named."""

    svg: bytes
    width: float
    height: float
    subtitle: tuple[str, ...]


def drawing(spec: dict[str, Any], scheme: Scheme, *, width: int = WIDTH) -> Drawing:
    """A Vega-Lite dict as it is put on paper; the page itself sets title and subtitle, which break there."""
    bare = {key: value for key, value in spec.items() if key != "title"}
    wide = {} if spec.get("width") not in (None, "container") or "facet" in spec else {"width": width}
    svg = chart_svg(bare | wide | {"config": _clear(spec)})
    return Drawing(_painted(svg, scheme).encode(), *svg_size(svg), _subtitle(spec))


def map_drawing(spec: dict[str, Any], scheme: Scheme, wide: float, high: float) -> Drawing:
    """A map as large as a room of so many points allows, its legend under it."""
    bare = {key: value for key, value in spec.items() if key != "title"}
    clear = {"config": _clear(spec)}
    svg = map_picture.fitted(bare | clear, wide * _MAP_PIXELS, high * _MAP_PIXELS)
    return Drawing(_painted(svg, scheme).encode(), *svg_size(svg), _subtitle(spec))


def _clear(spec: dict[str, Any]) -> dict[str, Any]:
    """The settings of a drawing that lies on the page's own paper."""
    held: dict[str, Any] = spec.get("config", {}) | {"background": None, "font": FONT, "view": {"stroke": None}}
    return held


def _subtitle(spec: dict[str, Any]) -> tuple[str, ...]:
    title = spec.get("title")
    said = title.get("subtitle", ()) if isinstance(title, dict) else ()
    return (said,) if isinstance(said, str) else tuple(said)


def _painted(svg: str, scheme: Scheme) -> str:
    return _PAINT.sub(lambda found: f'{found[1]}="{_paint(found[2], scheme)}"', svg)


def _paint(colour: str, scheme: Scheme) -> str:
    """The ink of the page for text, and every other colour as it is printed."""
    if colour == _INK:
        return on_paper(palette.LIGHT.ink, scheme)
    if scheme is not Scheme.MONO:
        return colour
    if mixed := _RGB.fullmatch(colour):
        level = palette.grey("#" + "".join(f"{int(part):02x}" for part in mixed.groups()[:3]))[1:3]
        shade = int(level, 16)
        return f"rgba({shade},{shade},{shade},{mixed[4]})" if mixed[4] else f"#{level * 3}"
    if _SHORT.fullmatch(colour):
        return palette.grey("#" + "".join(one * 2 for one in colour[1:]))
    return palette.grey(colour) + colour[7:] if _HEX.fullmatch(colour) else colour
