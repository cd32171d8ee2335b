"""Paper set by Typst in this process: from data, with the product's own typeface, tagged for screen readers."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, cast

import typst

from shcares.export.picture import FONT
from shcares.style import palette
from shcares.style.palette import Scheme

_READABLE: Final = "ua-1"
"""PDF/UA: whatever reads pages aloud finds headings, tables and words for pictures."""
_LASTING: Final = "a-2a"
"""PDF/A: fonts inside, nothing from elsewhere, the same in twenty years; it must bear a date."""
_TEMPLATES = Path(__file__).parent
_SPARE = "DejaVu Sans Mono"
"""Comes with Typst; for the few signs that the typeface lacks."""
_NO_DAY = date(2000, 1, 1)


@cache
def _fonts() -> typst.Fonts:
    """No font of the machine: the same paper everywhere."""
    own = str(files("font_source_sans_pro") / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[own])


def set_paper(
    template: str, content: Mapping[str, Any], *, scheme: Scheme, pictures: Mapping[str, bytes], made: date | None
) -> bytes:
    """PDF of a template of this package; `pictures` are files it may show, `made` the day it bears.

    Everything shown comes in as data and is never read as mark-up.
    """
    told = {"content": content, "look": _look(scheme), "dated": made is not None}
    data = json.dumps(told, ensure_ascii=False).encode()
    main = (_TEMPLATES / template).read_bytes()
    stamp = datetime.combine(made or _NO_DAY, time(), UTC)
    # The library's own types leave out that a document may be several files, and then that one comes back.
    given = cast(Any, {"main.typ": main, "data.json": data, **pictures})
    standards = cast(Any, [_READABLE, _LASTING] if made else [_READABLE])
    setter = typst.Compiler(font_paths=_fonts())
    return cast(bytes, setter.compile(given, format="pdf", pdf_standards=standards, timestamp=stamp))


def _look(scheme: Scheme) -> dict[str, Any]:
    paper = palette.LIGHT
    colours = {"ink": paper.ink, "rule": paper.border, "raised": paper.raised, "accent": paper.accent}
    shown = {name: on_paper(colour, scheme) for name, colour in colours.items()}
    return {"fonts": [FONT, _SPARE], **shown}


def on_paper(colour: str, scheme: Scheme) -> str:
    """A colour as it is printed: grey where black and white is asked for."""
    return palette.grey(colour) if scheme is Scheme.MONO else colour
