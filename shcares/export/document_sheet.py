"""One practice on one sheet of paper: upright A4, 9 points or more, as clear in black and white."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from shcares.export.document_setting import set_paper
from shcares.style.palette import Scheme

_TEMPLATE = "document_sheet.typ"


@dataclass(frozen=True)
class Part:
    """A block of the sheet: its heading, a figure said large, lines under it, and the ID of what it rests on."""

    heading: str
    large: str = ""
    lines: tuple[str, ...] = ()
    ref: str = ""


@dataclass(frozen=True)
class Grid:
    """A table: headings, rows of text; `strong` are the rows that stand out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Picture:
    """An SVG without words, what it shows in words, and what is written under it."""

    svg: bytes
    alt: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """Everything on the sheet, in the order it is read."""

    title: str
    names: tuple[str, ...]
    answer: str
    became: str
    size: Part
    growth: Picture | None
    ages: Part
    age_shares: Grid | None
    deprived: Part
    fifths: Grid | None
    homes: Part
    map: Picture | None
    registers: Part
    readings: Grid | None
    doubts: Part
    sources: Part
    about: str


def sheet_pdf(sheet: Sheet, scheme: Scheme, *, made: date) -> bytes:
    """The sheet as a PDF of one page; `made` is the day it bears."""
    pictures = {f"{name}.svg": one.svg for name, one in _pictures(sheet).items()}
    content = asdict(sheet) | {
        name: {"file": f"{name}.svg", "alt": one.alt, "under": one.under} for name, one in _pictures(sheet).items()
    }
    return set_paper(_TEMPLATE, content, scheme=scheme, pictures=pictures, made=made)


def _pictures(sheet: Sheet) -> Mapping[str, Picture]:
    held = {"growth": sheet.growth, "map": sheet.map}
    return {name: one for name, one in held.items() if one is not None}
