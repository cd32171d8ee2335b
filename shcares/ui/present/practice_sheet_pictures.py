"""The two small pictures of a practice's sheet, without words: its list over time, where its patients live."""

from typing import Any

from shcares.export.document_picture import drawing
from shcares.export.figure import Figure
from shcares.style.palette import Scheme

_MAP = {"width": 300, "height": 255}
_GROWTH = {"width": 330, "height": 90}
_WORDS = ("axis", "legend")


def map_svg(figure: Figure, scheme: Scheme) -> bytes:
    """The map of a practice's patients without names and key."""
    return drawing(_wordless(figure.spec or {}) | _MAP, scheme).svg


def growth_svg(figure: Figure, scheme: Scheme) -> bytes:
    """The counts of a list without axes and words: a picture of whether it grew."""
    return drawing(_wordless(figure.spec or {}) | _GROWTH, scheme).svg


def _wordless(spec: dict[str, Any]) -> dict[str, Any]:
    return spec | {"layer": [_bare(layer) for layer in spec.get("layer", []) if not _is_text(layer)]}


def _bare(layer: dict[str, Any]) -> dict[str, Any]:
    encoding = layer.get("encoding", {})
    quiet = {
        channel: said | {word: None for word in _WORDS if word in said}
        for channel, said in encoding.items()
        if isinstance(said, dict)
    }
    return layer | {"encoding": encoding | quiet}


def _is_text(layer: dict[str, Any]) -> bool:
    mark = layer.get("mark")
    return (mark.get("type") if isinstance(mark, dict) else mark) == "text"
