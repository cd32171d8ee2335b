"""A still map for paper and slides: as large as its room allows, its legend beside it where the room is wide."""

import textwrap
from collections.abc import Mapping
from typing import Any

from shcares.export import picture

_MEASURE = 32
"""Letters of the measure on a line above the legend."""
_APART, _SIDES, _PADDING = 12, 40, 2
"""Pixels between the map and what stands beside it, those it leaves at its sides for names, those round it all."""


def is_map(spec: Mapping[str, Any]) -> bool:
    """Whether a drawing shows places, which grow with their room as no rows or columns do."""
    return "aspect" in (spec.get("usermeta") or {})


def beside(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The map without its title: its legend stands on its right, with the measure above it."""
    title = spec.get("title")
    said = title.get("subtitle") if isinstance(title, Mapping) else None
    lines = textwrap.wrap(said if isinstance(said, str) else " ".join(said or ()), _MEASURE)
    moved: dict[str, Any] = _moved({key: value for key, value in spec.items() if key != "title"}, lines)
    return moved


def fitted(spec: Mapping[str, Any], wide: float, high: float) -> str:
    """The map as SVG, no wider and no higher than these pixels with all that belongs to it."""
    aspect = float(spec["usermeta"]["aspect"])
    across, up = wide - 2 * _PADDING, high - 2 * _PADDING
    framed = {**spec, "padding": _PADDING}
    size = {"width": int(min(across, up * aspect + _SIDES)), "height": int(min(up, (across - _SIDES) / aspect))}
    svg = picture.chart_svg(framed | size)
    width, height = picture.svg_size(svg)
    if width <= wide and height <= high:
        return svg
    fit = {"type": "fit", "contains": "padding"}
    room = {"width": int(min(wide, width)), "height": int(min(high, height)), "autosize": fit}
    return picture.chart_svg(framed | room)


def _moved(part: Any, lines: list[str]) -> Any:
    if isinstance(part, Mapping):
        return {key: _part(key, value, lines) for key, value in part.items()}
    return [_moved(one, lines) for one in part] if isinstance(part, list) else part


def _part(key: str, value: Any, lines: list[str]) -> Any:
    if key == "datasets":
        return value
    return _legend(value, lines) if key == "legend" else _moved(value, lines)


def _legend(legend: Any, lines: list[str]) -> Any:
    """A legend under a map, put beside it; that of the configuration, and none, as they are."""
    if not isinstance(legend, Mapping) or "orient" not in legend:
        return legend
    said = {"title": lines, "titleFontWeight": "normal", "titleLimit": 0, "titlePadding": 10} if lines else {}
    size = {"titleFontSize": legend.get("labelFontSize"), "titleColor": legend.get("labelColor")}
    return {**legend, **said, **size, "orient": "right", "columns": 1, "offset": _APART}
