"""Meeting packs: slides, paper and workbook of the same figures, and a sheet for each practice, in one file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from tempfile import TemporaryFile
from typing import IO, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pandas as pd

from shcares.export.deck import Deck, Slide
from shcares.export.document import deck_pdf
from shcares.export.document_sheet import sheet_pdf
from shcares.export.figure import Figure
from shcares.export.slides import deck_pptx
from shcares.export.workbook import figures_xlsx
from shcares.style.palette import Scheme
from shcares.ui import reads
from shcares.ui.present import decks
from shcares.ui.present.packs_contents import every_practice, pack_story, practices_of
from shcares.ui.present.practice_sheet import edition, edition_day, file_name, sheet_of

Progress: TypeAlias = Callable[[str, float], None]
"""Told the name of the step that begins, and the share of all that is done (0 to 1)."""
_STORED = (".pptx", ".xlsx")
"""Packed already: to pack it again takes time and saves nothing."""
FILES = 3
"""Slides, paper and workbook, beside the sheets of the practices."""


@dataclass(frozen=True)
class Entry:
    """One file of a pack: its step in words, its path, and what makes it."""

    step: str
    path: str
    make: Callable[[], bytes]


def network_deck(network_code: str, scheme: Scheme) -> Deck:
    """The slides of one care community's pack; where a slide has a figure, its sentence is the message."""
    deck = decks.story_deck(pack_story(network_code), network_code, scheme)
    return replace(deck, slides=tuple(_said(slide) for slide in deck.slides), about=edition())


def _said(slide: Slide) -> Slide:
    return replace(slide, message=slide.message or slide.figure.sentence) if slide.figure else slide


def write_packs(network_codes: Sequence[str], scheme: Scheme, to: IO[bytes], *, progress: Progress) -> None:
    """The packs of these networks as one zip: of a single one its files alone, of several a folder each."""
    total = sum(len(practices_of(code)) + FILES for code in network_codes)
    entries = (entry for code in network_codes for entry in _pack(code, scheme, alone=len(network_codes) == 1))
    _write(entries, total, to, progress)


def write_sheets(codes: Iterable[str], scheme: Scheme, to: IO[bytes], *, progress: Progress) -> None:
    """The sheets of these practices as one zip."""
    wanted = list(codes)
    _write(_sheets(wanted, "", scheme), len(wanted), to, progress)


def packs_zip(network_codes: Sequence[str], scheme: Scheme, *, progress: Progress) -> bytes:
    """The same as bytes, for a download."""
    with TemporaryFile() as held:
        write_packs(network_codes, scheme, held, progress=progress)
        held.seek(0)
        return held.read()


def sheets_zip(scheme: Scheme, *, progress: Progress) -> bytes:
    """Every practice's sheet as bytes, for a download."""
    with TemporaryFile() as held:
        write_sheets(every_practice(), scheme, held, progress=progress)
        held.seek(0)
        return held.read()


def _pack(network_code: str, scheme: Scheme, *, alone: bool) -> Iterator[Entry]:
    name = decks.networks()[network_code]
    deck = network_deck(network_code, scheme)
    folder = "" if alone else f"{deck.file_name}/"
    shown = _figures(deck)
    yield Entry(f"{name}: slides", f"{folder}{deck.file_name}.pptx", lambda: deck_pptx(deck, scheme))
    paper = f"{folder}{deck.file_name}.pdf"
    yield Entry(f"{name}: paper", paper, lambda: deck_pdf(deck, scheme, made=edition_day()))
    book = f"{folder}{deck.file_name}.xlsx"
    yield Entry(f"{name}: workbook", book, lambda: figures_xlsx(deck.title, shown, _sources(), deck.about))
    yield from _sheets(practices_of(network_code), f"{folder}practices/", scheme)


def _sheets(codes: Iterable[str], folder: str, scheme: Scheme) -> Iterator[Entry]:
    for code in codes:
        sheet = sheet_of(code, scheme)
        making = partial(sheet_pdf, sheet, scheme, made=edition_day())
        yield Entry(f"sheet of {sheet.title}", f"{folder}{file_name(code)}", making)


def _figures(deck: Deck) -> list[Figure]:
    return [slide.figure for slide in deck.slides if slide.figure is not None]


def _sources() -> pd.DataFrame:
    return reads.sources()


def _write(entries: Iterable[Entry], total: int, to: IO[bytes], progress: Progress) -> None:
    """Each file into the zip as it is made: one is held at a time.

    Not in threads of their own: what Typst and Vega keep for each would stay when the thread ends.
    """
    with ZipFile(to, "w") as packed:
        for done, entry in enumerate(entries):
            progress(entry.step, min(done / total, 1.0))
            _put(packed, entry.path, entry.make())


def _put(packed: ZipFile, path: str, content: bytes) -> None:
    day = edition_day()
    info = ZipInfo(path, date_time=(day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = ZIP_STORED if path.endswith(_STORED) else ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    packed.writestr(info, content)
