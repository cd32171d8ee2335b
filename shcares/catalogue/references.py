"""Ids that point at something: every one must be known, and a key must name one row only."""

from collections.abc import Mapping

import pandas as pd

from shcares.catalogue.csv_files import TextTable
from shcares.catalogue.faults import quoted, row_problems
from shcares.domain.errors import Problem

HOMES = {
    "indicator": "an indicator with a file in indicators/",
    "source": "a source with a file in sources/",
    "area": "an area_code of areas/areas.csv",
    "group": "a group_id of areas/area_groups.csv",
}

Known = Mapping[str, frozenset[str]]


def reference_problems(written: TextTable, known: Known) -> list[Problem]:
    """Unknown ids in a table; a kind of id that could not be read at all is not in `known` and is not checked."""
    problems: list[Problem] = []
    for column in written.table.columns:
        if column.refers not in known:
            continue
        cells = written.cells[column.name]
        distinct = frozenset(cells.unique()) - known[column.refers] - {""}
        if not distinct:
            continue
        unknown = cells[cells.isin(distinct)]
        home = HOMES.get(column.refers, f"a {column.refers} of areas/areas.csv")
        problems += row_problems(
            written.file, column.name, unknown.map(quoted), home, "correct the code, or add it there"
        )
    return problems


def duplicate_problems(written: list[TextTable]) -> list[Problem]:
    """Keys that more than one row of the tables has: one problem for each row after the first."""
    if not written:
        return []
    key = list(written[0].table.key)
    rows = pd.concat({table.file: table.cells[key] for table in written}, names=["file", "row"])
    if not rows.duplicated().any():
        return []
    problems: list[Problem] = []
    first: dict[tuple[str, ...], tuple[str, int]] = {}
    for (file, row), *cells in rows[rows.duplicated(keep=False)].itertuples(name=None):
        home = first.setdefault(tuple(cells), (file, row))
        if home != (file, row):
            problems.append(_duplicate(file, row, home, key, cells))
    return problems


def _duplicate(file: str, row: int, home: tuple[str, int], key: list[str], cells: list[str]) -> Problem:
    found = f"the key of row {home[1]}" + (f" of {home[0]}" if home[0] != file else "") + " again ("
    found += ", ".join(cell or "blank" for cell in cells) + ")"
    return Problem(file, f"row {row}", found, f"one row for each {', '.join(key)}", "remove one, or correct its key")
