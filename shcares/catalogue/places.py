"""Rules for areas, practices and lists: dates in order, one point on the map each, decile and rank where due."""

import pandas as pd

from shcares.catalogue.csv_files import TextTable
from shcares.catalogue.faults import quoted, row_problems
from shcares.catalogue.hierarchy import area_problems
from shcares.domain.errors import Problem

ORDERED_DAYS = {"area": ("valid_from", "valid_to"), "practice": ("open_date", "close_date")}


def place_problems(written: TextTable, values: pd.DataFrame) -> list[Problem]:
    """The rules of one table of areas/ or geography/ beyond those of its columns."""
    problems = _order_problems(written, values)
    if written.table.name == "area":
        problems += area_problems(written)
    if written.table.name == "practice":
        problems += _map_key_problems(written) + _open_problems(written)
    return problems


def _order_problems(written: TextTable, values: pd.DataFrame) -> list[Problem]:
    if written.table.name not in ORDERED_DAYS:
        return []
    first, last = ORDERED_DAYS[written.table.name]
    wrong = written.cells[values[first] > values[last]]
    found = wrong[last] + ", before " + first + " " + wrong[first]
    return row_problems(written.file, last, found, f"a day after {first}", "correct one of the two dates")


def _map_key_problems(written: TextTable) -> list[Problem]:
    keys = written.cells["map_key"]
    again = keys[(keys != "") & keys.duplicated()]
    found = again.map(lambda key: f"{quoted(key)} again")
    return row_problems(
        written.file, "map_key", found, "one practice for each number on the map", "correct one of them"
    )


def _open_problems(written: TextTable) -> list[Problem]:
    cells = written.cells
    wrong = cells[(cells["status"] == "active") & (cells["close_date"] != "")]
    found = "a close_date of " + wrong["close_date"]
    return row_problems(
        written.file, "status", found, "an active practice without close_date", "correct one of the two"
    )
