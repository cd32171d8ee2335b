"""A chart for the back of a room: drawn small and shown large, so that its smallest word is as large as all others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from shcares.export import map_picture, picture
from shcares.export.show.sizes import INSIDE, TEXT

_SMALLEST = 14
"""The size of a chart's words before it is shown larger."""
_INK = "currentColor"
_PARTS = ("hconcat", "vconcat", "concat", "facet", "repeat")
_FONT_SIZE = re.compile(r'font-size="([\d.]+)px"')
_LABELS = re.compile(r'<g class="mark-text role-axis-label"[^>]*>(.*?)</g>', re.S)
_PLACE = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_VIEW = re.compile(r'<svg\b[^>]*?\bviewBox="0 0 ([\d.]+) ([\d.]+)"', re.S)


@dataclass(frozen=True)
class Drawing:
    """An SVG with its size on the stage; `text` is the size of its smallest word there."""

    svg: str
    width: float
    height: float
    text: float


def drawing(spec: dict[str, Any], height: float) -> Drawing:
    """The chart in a box as wide as the stage and of this height; one that is too tall is drawn smaller."""
    ready = _for_a_room(map_picture.beside(spec) if map_picture.is_map(spec) else spec)
    scale = TEXT / _SMALLEST
    svg = _fitted(ready, INSIDE / scale, height / scale)
    smallest = _smallest(svg)
    if smallest < _SMALLEST:
        scale = TEXT / smallest
        svg = _fitted(ready, INSIDE / scale, height / scale)
    wide, tall = _measured(svg)
    shown = min(scale, INSIDE / wide, height / tall)
    return Drawing(svg, wide * shown, tall * shown, _smallest(svg) * shown)


def _fitted(spec: dict[str, Any], width: float, height: float) -> str:
    """The chart drawn within these pixels, or as it is where its rows would then stand too close."""
    if map_picture.is_map(spec):
        return map_picture.fitted(spec, width, height)
    if any(part in spec for part in _PARTS):
        return picture.chart_svg(spec)
    if not isinstance(spec.get("width"), int | float):
        fit = {"type": "fit", "contains": "padding"}
        svg = picture.chart_svg({**spec, "width": int(width), "height": int(height), "autosize": fit})
        if not _is_crowded(svg):
            return svg
        spec = {**spec, "width": int(width)}
    return picture.chart_svg(spec)


def _is_crowded(svg: str) -> bool:
    """Whether labels of an axis stand nearer below each other than they are tall."""
    for labels in _LABELS.findall(svg):
        columns: dict[str, list[float]] = {}
        for across, down in _PLACE.findall(labels):
            columns.setdefault(across, []).append(float(down))
        for downs in map(sorted, columns.values()):
            if any(below - above < _SMALLEST for above, below in pairwise(downs)):
                return True
    return False


def _for_a_room(spec: dict[str, Any]) -> dict[str, Any]:
    """The spec without its finding, which the message says, in the show's type, with no small words."""
    larger: dict[str, Any] = _larger(spec)
    larger["title"] = _measure_alone(larger.get("title"))
    larger["config"] = _merged(_CONFIG, larger.get("config", {}))
    larger["background"] = None
    larger["padding"] = 2
    return {key: value for key, value in larger.items() if value is not None or key == "background"}


def _measure_alone(title: Any) -> dict[str, Any] | None:
    if not isinstance(title, Mapping) or not title.get("subtitle"):
        return None
    return {
        "text": title["subtitle"],
        "anchor": "start",
        "fontSize": _SMALLEST,
        "fontWeight": "normal",
        "color": _INK,
        "offset": 8,
    }


def _larger(part: Any) -> Any:
    if isinstance(part, Mapping):
        return {key: _size(key, value) if key != "datasets" else value for key, value in part.items()}
    if isinstance(part, list):
        return [_larger(one) for one in part]
    return part


def _size(key: str, value: Any) -> Any:
    if key.lower().endswith("fontsize") and isinstance(value, int | float):
        return max(value, _SMALLEST)
    return _larger(value)


_WORDS = {"labelFontSize": _SMALLEST, "titleFontSize": _SMALLEST, "labelColor": _INK, "titleColor": _INK}
_CONFIG = {
    "font": picture.FONT,
    "axis": {**_WORDS, "tickColor": _INK, "domainColor": _INK},
    "legend": _WORDS,
    "header": _WORDS,
    "text": {"fontSize": _SMALLEST, "fill": _INK},
    "view": {"stroke": None},
}


def _merged(usual: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    both = {**usual, **own}
    for key in usual.keys() & own.keys():
        if isinstance(usual[key], Mapping) and isinstance(own[key], Mapping):
            both[key] = _merged(usual[key], own[key])
    return both


def _smallest(svg: str) -> float:
    return min((float(size) for size in _FONT_SIZE.findall(svg)), default=_SMALLEST)


def _measured(svg: str) -> tuple[float, float]:
    found = _VIEW.search(svg)
    if found is None:
        raise ValueError("an SVG without a size")
    return float(found[1]), float(found[2])
