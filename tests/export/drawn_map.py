"""What a drawn map shows, read from its SVG: its names with the room they take, its points, its ground."""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files

from PIL import ImageFont

_NAMES = re.compile(r'<g class="mark-text role-mark [^"]*"[^>]*>(.*?)</g>', re.S)
_TEXT = re.compile(
    r'<text[^>]*translate\(([-\d.]+),([-\d.]+)\)"[^>]*font-size="([\d.]+)px" font-weight="600"[^>]*>([^<]*)</text>'
)
_AREAS = re.compile(r'<g class="mark-shape role-mark [^"]*"[^>]*>(.*?)</g>', re.S)
_PATH = re.compile(r' d="([^"]*)"')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_TALL = 0.66
"""The height of a capital and a descender as a share of the type's size."""


@dataclass(frozen=True)
class Name:
    """A name in pixels of the drawing, about its middle."""

    words: str
    x: float
    y: float
    wide: float
    high: float

    def lies_on(self, other: "Name") -> bool:
        """Whether the letters of both would meet."""
        across, down = abs(self.x - other.x), abs(self.y - other.y)
        return across < (self.wide + other.wide) / 2 and down < (self.high + other.high) / 2


def names(svg: str) -> list[Name]:
    """Every name on the map, once: its light edge is the same name again."""
    found = {spot: None for group in _NAMES.findall(svg) for spot in _TEXT.findall(group)}
    return [_name(unescape(words), float(x), float(y), float(size)) for x, y, size, words in found]


def _name(words: str, x: float, y: float, size: float) -> Name:
    # Vega sets the words lower than their middle by three tenths of their size.
    return Name(words, x, y - size * 0.3, _width(words) * size / 100, _TALL * size)


@cache
def _width(words: str) -> float:
    path = files("font_source_sans_pro") / "files" / "SourceSansPro-Semibold.otf"
    return float(ImageFont.truetype(str(path), 100).getlength(words))


def ground(svg: str) -> tuple[float, float]:
    """How wide and how high the areas of the map are drawn, in pixels of the drawing."""
    paths = [path for group in _AREAS.findall(svg) for path in _PATH.findall(group)]
    numbers = [float(one) for path in paths for one in _NUMBER.findall(path)]
    across, down = numbers[::2], numbers[1::2]
    return max(across) - min(across), max(down) - min(down)
