"""Figures as an Excel workbook: what it holds, a sheet with a real table for each figure, the sources."""

import math
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from shcares.export import cells
from shcares.export.figure import Figure
from shcares.style import palette

ABOUT, SOURCES = "About", "Sources"
_LONGEST_NAME = 31
_WIDE, _NARROW, _WORDS = 48, 9, 100
_MOST_LOOKED_AT = 400
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def figures_xlsx(title: str, figures: Sequence[Figure], sources: pd.DataFrame, about: str) -> bytes:
    """The workbook; the same figures make the same bytes."""
    held = BytesIO()
    book = Workbook(held, _OPTIONS)
    # A day of making would say nothing of the figures, and only make the same file another one.
    book.set_properties({"title": title, "author": "St Helens Cares", "comments": about, "created": _NEVER})
    book.formats[0].set_font_name("Arial")
    names = sheet_names(figures)
    _add_about(book, title, figures, names, about)
    for number, (figure, name) in enumerate(zip(figures, names, strict=True), start=1):
        _add_figure(book, figure, name, number)
    _add_sources(book, sources)
    book.close()
    return held.getvalue()


def sheet_names(figures: Sequence[Figure]) -> list[str]:
    """A name for each figure's sheet: its ID, else its title, as Excel allows names, and no name twice."""
    taken = {ABOUT.lower(), SOURCES.lower(), "history"}
    names = []
    for figure in figures:
        plain = " ".join(re.sub(r"[\[\]:*?/\\]", " ", figure.ref or figure.title).split()).strip("'") or "Figure"
        name, number = plain[:_LONGEST_NAME].strip("' "), 2
        while name.lower() in taken:
            ending = f" {number}"
            name, number = plain[: _LONGEST_NAME - len(ending)].strip("' ") + ending, number + 1
        taken.add(name.lower())
        names.append(name)
    return names


def _add_about(book: Workbook, title: str, figures: Sequence[Figure], names: Sequence[str], about: str) -> None:
    sheet = book.add_worksheet(ABOUT)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _WORDS, _wrapped(book))
    sheet.write_string(0, 0, title, _heading(book))
    sheet.write_string(1, 0, about)
    sheet.write_string(3, 0, "Figure", _bold(book))
    sheet.write_string(3, 1, "What it says", _bold(book))
    for row, (figure, name) in enumerate(zip(figures, names, strict=True), start=4):
        quoted = name.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{quoted}'!A1", string=name, tip=figure.title)
        sheet.write_string(row, 1, f"{figure.title}. {figure.sentence}", _wrapped(book))
    last = 4 + len(figures)
    sheet.write_url(last, 0, f"internal:'{SOURCES}'!A1", string=SOURCES)
    sheet.write_string(last, 1, "Who published the figures, when, and under which licence.")


def _add_figure(book: Workbook, figure: Figure, name: str, number: int) -> None:
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, figure.title, _heading(book))
    said = [("", figure.sentence), *(("Note", note) for note in figure.notes), *_facts(figure)]
    for row, (label, words) in enumerate((one for one in said if one[1]), start=1):
        sheet.write_string(row, 0, f"{label}: {words}" if label else words)
    top = 2 + sum(1 for one in said if one[1])
    _add_table(book, sheet, figure.frame, top, f"Figure{number}")
    sheet.write_url(top - 1, 0, f"internal:'{ABOUT}'!A1", string="All figures of this file")


def _facts(figure: Figure) -> list[tuple[str, str]]:
    return [
        ("Figure ID", figure.ref),
        ("Area", figure.area),
        ("Period", figure.period),
        ("Source", figure.source),
        ("Method", figure.method),
    ]


def _add_sources(book: Workbook, sources: pd.DataFrame) -> None:
    sheet = book.add_worksheet(SOURCES)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, SOURCES, _heading(book))
    _add_table(book, sheet, sources, 2, SOURCES)


def _add_table(book: Workbook, sheet: Worksheet, frame: pd.DataFrame, top: int, name: str) -> None:
    """The frame as a table of Excel: headings that stay in sight, numbers as numbers, what is missing left blank."""
    if frame.empty:
        sheet.write_string(top, 0, "No rows.")
        return
    headings = _told_apart([str(one) for one in frame.columns])
    columns = [{"header": heading} for heading in headings]
    look = {"columns": columns, "name": name, "style": "Table Style Light 1", "banded_rows": False}
    sheet.add_table(top, 0, top + len(frame), len(headings) - 1, look)
    sheet.freeze_panes(top + 1, 0)
    for across, heading in enumerate(headings):
        column = frame.iloc[:, across]
        written = _number_format(book, column)
        sheet.set_column(across, across, _breadth(heading, column))
        sheet.write_string(top, across, heading, _header(book))
        for down, value in enumerate(column, start=top + 1):
            _write(sheet, down, across, value, written)


def _write(sheet: Worksheet, row: int, column: int, value: Any, written: Format) -> None:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and not math.isfinite(value)):
        return
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        sheet.write_string(row, column, "yes" if value else "no")
    elif isinstance(value, int | float) or hasattr(value, "__float__"):
        sheet.write_number(row, column, float(value), written)
    elif isinstance(value, pd.Timestamp):
        sheet.write_datetime(row, column, value.to_pydatetime(), written)
    else:
        sheet.write_string(row, column, str(value), written)


def _number_format(book: Workbook, column: pd.Series) -> Format:
    look: dict[str, Any] = {"valign": "top"}
    if pd.api.types.is_datetime64_any_dtype(column):
        look["num_format"] = "d mmmm yyyy"
    elif not cells.is_number(column):
        look["text_wrap"] = True
    elif cells.are_years(column):
        look["num_format"] = "0"
    else:
        look["num_format"] = cells.number_code(cells.decimals(column))
    return book.add_format(look)


def _told_apart(names: list[str]) -> list[str]:
    """Headings as a table of Excel wants them: none empty, none twice."""
    taken: set[str] = set()
    told = []
    for position, name in enumerate(names, start=1):
        heading, number = name or f"Column {position}", 2
        while heading.lower() in taken:
            heading, number = f"{name} {number}", number + 1
        taken.add(heading.lower())
        told.append(heading)
    return told


def _breadth(heading: str, column: pd.Series) -> int:
    longest = max((len(text) for text in cells.written(column.head(_MOST_LOOKED_AT))), default=0)
    return max(_NARROW, min(_WIDE, max(longest, len(heading) + 3) + 2))


def _heading(book: Workbook) -> Format:
    return book.add_format({"bold": True, "font_size": 16, "font_color": palette.LIGHT.accent})


def _bold(book: Workbook) -> Format:
    return book.add_format({"bold": True})


def _header(book: Workbook) -> Format:
    return book.add_format({"bold": True, "bg_color": palette.LIGHT.raised, "text_wrap": True, "valign": "top"})


def _wrapped(book: Workbook) -> Format:
    return book.add_format({"text_wrap": True, "valign": "top"})
