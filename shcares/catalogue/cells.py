"""Text cells to typed columns, with every cell that does not fit its column reported."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from shcares.catalogue.columns import Column, Kind
from shcares.catalogue.csv_files import TextTable
from shcares.catalogue.faults import choices, quoted, row_problems
from shcares.domain.errors import Problem

NUMBER = r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"
WHOLE = r"-?\d+"
DAY = r"\d{4}-\d{2}-\d{2}"
PLACEHOLDERS = frozenset({"n/a", "N/A", "NA", "na", "nan", "NaN", "null", "NULL", "None", "-", "..", "#N/A"})
EXAMPLES = {
    Kind.TEXT: "text",
    Kind.NUMBER: "a number such as 12.5",
    Kind.WHOLE: "a whole number",
    Kind.DAY: "a date such as 2026-03-31",
}


def typed(written: TextTable) -> tuple[pd.DataFrame, list[Problem]]:
    """The table with numbers as numbers, dates as dates and blanks as missing; a faulty cell becomes missing."""
    columns: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    for column in written.table.columns:
        cells = written.cells[column.name]
        columns[column.name] = _convert(column, cells)
        problems += _blank_problems(written, column, cells)
        problems += _value_problems(written.file, column, cells, columns[column.name])
    return pd.DataFrame(columns, columns=list(written.table.names)), problems


def _convert(column: Column, cells: pd.Series) -> pd.Series:
    if column.kind is Kind.TEXT:
        return cells.mask(cells == "")
    if column.kind is Kind.DAY:
        return pd.to_datetime(cells.where(cells.str.fullmatch(DAY)), format="%Y-%m-%d", errors="coerce")
    pattern = WHOLE if column.kind is Kind.WHOLE else NUMBER
    figures = pd.to_numeric(cells.where(cells.str.fullmatch(pattern)), errors="coerce").astype("float64")
    figures = figures.mask(~np.isfinite(figures) | (figures < column.low) | (figures > column.high))
    if column.kind is Kind.WHOLE:
        return figures.mask(figures.abs() > 2**53).astype("Int64")
    return figures


def _blank_problems(written: TextTable, column: Column, cells: pd.Series) -> list[Problem]:
    if column.blank or not written.complete:
        return []
    blank = cells == ""
    if not blank.any():
        return []
    found = cells[blank].map(lambda _: "a blank cell")
    return row_problems(written.file, column.name, found, _expected(column), "fill the cell, or remove the row")


def _value_problems(file: str, column: Column, cells: pd.Series, values: pd.Series) -> list[Problem]:
    if column.words or column.kind is Kind.TEXT:
        wrong = cells.isin(_bad_texts(column, cells.unique()))
    else:
        wrong = (cells != "") & values.isna()
    if not wrong.any():
        return []
    return row_problems(file, column.name, cells[wrong].map(quoted), _expected(column), "correct the cell")


def _bad_texts(column: Column, distinct: Iterable[str]) -> list[str]:
    if column.words:
        return [cell for cell in distinct if cell and cell not in column.words]
    return [cell for cell in distinct if cell in PLACEHOLDERS or cell != cell.strip()]


def _expected(column: Column) -> str:
    if column.words:
        expected = choices(column.words)
    elif column.kind is Kind.TEXT:
        expected = "text without spaces round it; a missing value is a blank cell"
    else:
        expected = EXAMPLES[column.kind] + _range(column)
    return f"{expected}, or a blank cell" if column.blank and column.kind is not Kind.TEXT else expected


def _range(column: Column) -> str:
    if np.isfinite(column.low) and np.isfinite(column.high):
        return f" from {column.low:g} to {column.high:g}"
    return f", {column.low:g} or more" if np.isfinite(column.low) else ""
