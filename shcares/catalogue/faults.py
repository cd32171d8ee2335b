"""Turn bad rows into problems: one line for each distinct fault of a file, however many rows show it."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import astuple

import pandas as pd

from shcares.domain.errors import Problem

LONGEST = 70


def quoted(value: object) -> str:
    """A value as it is shown in a problem: on one line, and never too long to read."""
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def choices(words: Iterable[object]) -> str:
    """The right values, for the "expected" part of a problem."""
    return "one of: " + ", ".join(sorted(str(word) for word in words))


def reading_order(problem: Problem) -> tuple[object, ...]:
    """Sort key by which row 9 comes before row 10."""
    parts = re.split(r"(\d+)", problem.place)
    return problem.file, [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], problem


def on_one_line(problem: Problem) -> Problem:
    """The problem without the line ends that names and cells of a broken file may bring in."""
    return Problem(*(" ".join(part.splitlines()) for part in astuple(problem)))


def row_problems(
    file: str, field: str, found: "pd.Series[str]", expected: "str | pd.Series[str]", remedy: str
) -> list[Problem]:
    """Problems of the rows in `found`, whose index holds row numbers; equal faults share one line."""
    if found.empty:
        return []
    wanted = expected if isinstance(expected, pd.Series) else pd.Series(expected, index=found.index)
    rows: dict[tuple[str, str], list[Hashable]] = {}
    for row, text, right in zip(found.index, found, wanted.loc[found.index], strict=True):
        rows.setdefault((text, right), []).append(row)
    return [
        Problem(file, f"{_rows(numbers)}, field {field}", text, right, remedy)
        for (text, right), numbers in rows.items()
    ]


def _rows(numbers: list[Hashable]) -> str:
    more = len(numbers) - 1
    return f"row {numbers[0]}" + (f" and {more} more row{'s' if more > 1 else ''}" if more else "")
