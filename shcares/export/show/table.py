"""A figure's table on a slide: as many rows and columns as a room can read, and how many more there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from shcares.export.show.sizes import INSIDE, TEXT, lines_of, width_of
from shcares.style.formats import number

MOST_ROWS, MOST_COLUMNS = 8, 5
_LINE, _PADDING, _CLOSE = 29, 14, 8
"""Pixels of a line, and between the lines of two rows: usually, and where a table stands in two halves."""
_MORE, _BETWEEN = 40, 20
_FINEST = 4
_NARROWEST, _LONG = 7, 44
"""Characters a column is wide at least; beyond which its words may break."""


@dataclass(frozen=True)
class Table:
    """A table as HTML and whether all of it is there."""

    html: str
    whole: bool


def table(frame: pd.DataFrame, height: float, key: Sequence[str] = ()) -> Table:
    """The first rows and columns of a frame, within this height.

    Where rows would be left out, all of them by the columns of `key` alone, in two halves, if those fit.
    """
    shown = frame.iloc[:MOST_ROWS, :MOST_COLUMNS]
    html, rows = _grid(shown, INSIDE, height - _MORE)
    left = _left_out(len(frame) - rows, len(frame.columns) - len(shown.columns))
    halves = _halves(frame[list(key)], height) if key and rows < len(frame) else ""
    return Table(halves, True) if halves else Table(f"{html}{left}", not left)


def _halves(frame: pd.DataFrame, height: float) -> str:
    """The rows in two tables beside each other; empty where they do not fit."""
    half = (len(frame) + 1) // 2
    parts = (frame.iloc[:half], frame.iloc[half:])
    made = [_grid(part, (INSIDE - _BETWEEN) / 2, height, _CLOSE) for part in parts]
    whole = all(rows == len(part) for (_, rows), part in zip(made, parts, strict=True))
    return f"<div class='halves'>{''.join(html for html, _ in made)}</div>" if whole else ""


def _grid(shown: pd.DataFrame, width: float, height: float, padding: int = _PADDING) -> tuple[str, int]:
    """A table of this width with as many rows as fit, and how many those are."""
    columns = [_written(shown[name]) for name in shown.columns]
    cells = [list(row) for row in zip(*columns, strict=True)]
    heads = [str(name) for name in shown.columns]
    widths = _widths([heads, *cells], width)
    rows = _rows_within(heads, cells, widths, height, padding)
    numeric = [pd.api.types.is_numeric_dtype(shown[name]) for name in shown.columns]
    widths_said = "".join(f"<col style='width:{width:.0f}px'>" for width in widths)
    top = "".join(_cell("th scope='col'", name, right) for name, right in zip(heads, numeric, strict=True))
    body = "".join(_row(cells[number], numeric) for number in range(rows))
    return f"<table><colgroup>{widths_said}</colgroup><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>", rows


def _widths(rows: list[list[str]], width: float) -> list[float]:
    """Pixels for each column: as its words need, long ones breaking first; together as wide as the table."""
    letters = [max(_NARROWEST, *(min(len(cell), _LONG) for cell in column)) for column in zip(*rows, strict=True)]
    needs = [width_of(count, TEXT) + _PADDING for count in letters]
    return [need / sum(needs) * width for need in needs]


def _rows_within(heads: list[str], cells: list[list[str]], widths: list[float], height: float, padding: int) -> int:
    taken, rows = _tall(heads, widths, padding), 0
    for row in cells:
        taken += _tall(row, widths, padding)
        if taken > height:
            break
        rows += 1
    return rows


def _tall(row: list[str], widths: list[float], padding: int) -> float:
    lines = (lines_of(cell, TEXT, width - _PADDING) for cell, width in zip(row, widths, strict=True))
    return max(lines, default=1) * _LINE + padding


def _row(cells: list[str], numeric: list[bool]) -> str:
    first, *rest = cells
    head = _cell("th scope='row'", first, numeric[0])
    others = "".join(_cell("td", cell, right) for cell, right in zip(rest, numeric[1:], strict=True))
    return f"<tr>{head}{others}</tr>"


def _cell(tag: str, words: str, right: bool) -> str:
    side = " class='number'" if right else ""
    return f"<{tag}{side}>{escape(words)}</{tag.split()[0]}>"


def _written(column: "pd.Series[Any]") -> list[str]:
    """The cells of a column as words; its numbers all with the decimals that the finest of them needs."""
    if not pd.api.types.is_numeric_dtype(column):
        return ["" if not isinstance(value, str) and pd.isna(value) else str(value) for value in column]
    finest = max((_decimals(value) for value in column.dropna()), default=0)
    return [number(None if pd.isna(value) else float(value), finest) for value in column]


def _decimals(value: float) -> int:
    return next((count for count in range(_FINEST) if round(value, count) == value), _FINEST)


def _left_out(rows: int, columns: int) -> str:
    parts = [
        f"{count:,} more {one if count == 1 else one + 's'}"
        for count, one in ((rows, "row"), (columns, "column"))
        if count
    ]
    return f"<p class='more'>and {' and '.join(parts)}</p>" if parts else ""
