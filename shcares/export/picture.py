"""A chart as PNG or SVG, drawn on this machine with the product's own typeface."""

import base64
from functools import cache
from importlib.resources import files
from typing import Any

import vl_convert

from shcares.style import palette

FONT = "Source Sans Pro"
_FOOTNOTE_SIZE = 13
_LINE = 96


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(str(files("font_source_sans_pro") / "files"))


def chart_png(spec: dict[str, Any], *, footnotes: list[str], scale: float = 2.0) -> bytes:
    """PNG of a Vega-Lite spec with the footnotes (period, area, source, date) under it."""
    _fonts()
    return bytes(vl_convert.vegalite_to_png(_framed(spec, footnotes), scale=scale))


def chart_svg(spec: dict[str, Any], *, footnotes: list[str] | None = None) -> str:
    """SVG of a Vega-Lite spec: as it is, or with footnotes under it like the PNG."""
    _fonts()
    return str(vl_convert.vegalite_to_svg(spec if footnotes is None else _framed(spec, footnotes)))


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
    return {"vconcat": [inner], "title": note, "config": config, "datasets": spec.get("datasets", {})}


def _wrapped(text: str) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= _LINE:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line] if line else lines
