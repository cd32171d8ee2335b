"""A chart as PNG or SVG, drawn on this machine with the product's own typeface."""

import base64
import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import vl_convert

from shcares.style import palette

FONT = "Source Sans Pro"
_FOOTNOTE_SIZE = 13
_LINE = 96
_SIZE = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"')
_KEPT = 64
"""So many drawings stay at hand: what all packs share is drawn once, and memory stays flat."""


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(str(files("font_source_sans_pro") / "files"))


def chart_png(spec: dict[str, Any], *, footnotes: list[str], scale: float = 2.0) -> bytes:
    """PNG of a Vega-Lite spec with the footnotes (period, area, source, date) under it."""
    return svg_png(chart_svg(spec, footnotes=footnotes), scale=scale)


def chart_svg(spec: dict[str, Any], *, footnotes: list[str] | None = None) -> str:
    """SVG of a Vega-Lite spec: as it is, or with footnotes under it like the PNG."""
    return _svg(json.dumps(spec if footnotes is None else _framed(spec, footnotes)))


def svg_png(svg: str, *, scale: float) -> bytes:
    """PNG of a drawing, `scale` times as large as the drawing's own numbers."""
    return _png(svg, scale)


def svg_size(svg: str) -> tuple[float, float]:
    """How wide and how high a drawing is, in its own numbers."""
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError(f"the drawing begins {svg[:80]!r}, without a width and a height")
    return float(size[1]), float(size[2])


@lru_cache(_KEPT)
def _svg(spec: str) -> str:
    _fonts()
    return str(vl_convert.vegalite_to_svg(spec))


@lru_cache(_KEPT)
def _png(svg: str, scale: float) -> bytes:
    _fonts()
    return bytes(vl_convert.svg_to_png(svg, scale=scale))


def svg_address(svg: str) -> str:
    """An SVG as an address an image can carry inside the page itself."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _framed(spec: dict[str, Any], footnotes: list[str]) -> dict[str, Any]:
    inner = {key: value for key, value in spec.items() if key not in ("config", "$schema", "autosize", "padding")}
    inner.setdefault("width", 820)
    if inner.get("width") == "container":
        inner["width"] = 820
    note = {
        "text": [line for footnote in footnotes for line in _wrapped(footnote)],
        "orient": "bottom",
        "anchor": "start",
        "fontSize": _FOOTNOTE_SIZE,
        "fontWeight": "normal",
        "offset": 18,
        "color": palette.LIGHT.ink,
    }
    ours = {"background": palette.LIGHT.background, "font": FONT, "padding": 24}
    config = spec.get("config", {}) | ours | {"view": {"stroke": None}}
    frame = {"title": note, "config": config, "datasets": spec.get("datasets", {})}
    return frame | _told_its_size(inner)


def _told_its_size(inner: dict[str, Any]) -> dict[str, Any]:
    """The chart as the one part of a frame; what it works out from its size stands in the frame, which knows none."""
    sizes = {name: inner.get(name) for name in ("width", "height")}
    said = [param for param in inner.get("params", []) if "expr" in param]
    if not said:
        return {"vconcat": [inner]}
    known = [{"name": one["name"], "value": sizes[one["expr"]]} if one["expr"] in sizes else one for one in said]
    kept = [param for param in inner["params"] if "expr" not in param]
    return {"vconcat": [inner | {"params": kept}], "params": known}


def _wrapped(text: str) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= _LINE:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line] if line else lines
