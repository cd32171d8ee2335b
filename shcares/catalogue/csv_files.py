"""A CSV file to a frame of text whose index is the row number as a spreadsheet shows it (the header is row 1)."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from shcares.catalogue.faults import quoted
from shcares.catalogue.tables import Table
from shcares.catalogue.text_files import read_text
from shcares.domain.errors import Problem


@dataclass(frozen=True)
class TextTable:
    """The cells of one file as they are written; `complete` is false if a column is missing."""

    file: str
    table: Table
    cells: pd.DataFrame
    complete: bool


def read_csv(path: Path, file: str, table: Table) -> tuple[TextTable | None, list[Problem]]:
    """The cells of a file under the table's own columns, with every row that does not fit them reported."""
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    if text and not text.endswith("\n"):
        found = "a last line without a line end, as if the file were cut short"
        problems.append(Problem(file, "last row", found, "a line end", "check the last row and end the line"))
    rows, faults = _records(text, file)
    header = rows.pop(0)[1] if rows else []
    problems += faults + _header_problems(header, file, table)
    if not set(header) & set(table.names):
        return None, problems
    problems += [_ragged(file, number, row, header) for number, row in rows if len(row) != len(header)]
    whole = [(number, row) for number, row in rows if len(row) == len(header)]
    return TextTable(file, table, _frame(whole, header, table), set(table.names) <= set(header)), problems


def _records(text: str, file: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend(enumerate(reader, 1))
    except csv.Error as error:
        place = f"row {len(rows) + 1}"
        problem = Problem(file, place, f"a row that cannot be read ({error})", "matching quotes", "mend the quotes")
        return rows, [problem]
    return rows, []


def _header_problems(header: list[str], file: str, table: Table) -> list[Problem]:
    expected = ",".join(table.names)
    if header == list(table.names):
        return []
    missing = [name for name in table.names if name not in header]
    extra = [name for name in dict.fromkeys(header) if name not in table.names]
    twice = [name for name in dict.fromkeys(header) if header.count(name) > 1]
    faults = [(name, "no such column", "add the column") for name in missing]
    faults += [(name, f"an unknown column {quoted(name)}", "remove or rename the column") for name in extra]
    faults += [(name, "the column twice", "remove one of them") for name in twice if name not in extra]
    if not header:
        return [Problem(file, "row 1", "an empty file", f"the header {expected}", "put the header and the rows back")]
    if not faults:
        return [Problem(file, "row 1", "columns in another order", f"the header {expected}", "reorder the columns")]
    return [
        Problem(file, f"row 1, field {name}", found, f"the header {expected}", mend) for name, found, mend in faults
    ]


def _ragged(file: str, number: int, row: list[str], header: list[str]) -> Problem:
    found = f"{len(row)} cells" if row else "an empty line"
    remedy = "put quotes round a cell that holds a comma, or add what is missing"
    return Problem(file, f"row {number}", found, f"{len(header)} cells, as in the header", remedy)


def _frame(rows: list[tuple[int, list[str]]], header: list[str], table: Table) -> pd.DataFrame:
    numbers = pd.Index([number for number, _ in rows], dtype="int64")
    columns = dict(zip(header, zip(*(row for _, row in rows), strict=True), strict=False)) if rows else {}
    blank = ("",) * len(rows)
    return pd.DataFrame(
        {name: pd.Series(columns.get(name, blank), index=numbers, dtype="str") for name in table.names},
        columns=list(table.names),
    )
