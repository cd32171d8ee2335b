"""The parts of the check that are easiest to trust when tried alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shcares.catalogue.boundaries import read_boundaries
from shcares.catalogue.columns import day, number, text, whole, word
from shcares.catalogue.csv_files import read_csv
from shcares.catalogue.declared import Declaration
from shcares.catalogue.faults import reading_order, row_problems
from shcares.catalogue.hierarchy import cycles
from shcares.catalogue.tables import Table
from shcares.catalogue.toml_files import read_toml
from shcares.domain.errors import Problem


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Wheel:
    size: float


@dataclass(frozen=True)
class Cart:
    id: str
    colour: Colour
    made: date
    wheels: tuple[Wheel, ...]
    spare: bool = False
    seats: int | None = None


FAULTS = """
field  | value          | found      | expected
id     | ""             | ''         | text in quotes, not empty
colour | "green"        | 'green'    | one of: blue, red
made   | "2020-01-01"   | 2020-01-01 | a date such as
spare  | 1              | 1          | true or false
seats  | 2.5            | 2.5        | a whole number
seats  | true           | True       | a whole number
wheels | 4              | 4          | a list
wheels | [{}]           | nothing    | a number
wheels | [{size = nan}] | nan        | a number
wheels | [5]            | 5          | a table of fields
"""

CART = {"id": '"a"', "colour": '"red"', "made": "2020-01-01", "wheels": "[{size = 2}]"}


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()[1:]]


def declare(tmp_path: Path, **values: str) -> tuple[Cart | None, list[Problem]]:
    path = tmp_path / "cart.toml"
    path.write_text("\n".join(f"{key} = {value}" for key, value in (CART | values).items()), "utf-8")
    raw, problems = read_toml(path, "cart.toml")
    declaration = Declaration("cart.toml")
    return declaration.record(Cart, raw), problems + declaration.problems


def test_a_faultless_table_becomes_a_record(tmp_path: Path) -> None:
    cart, problems = declare(tmp_path, seats="3")
    assert problems == []
    assert cart == Cart("a", Colour.RED, date(2020, 1, 1), (Wheel(2.0),), seats=3)


@pytest.mark.parametrize(("field", "value", "found", "expected"), rows(FAULTS))
def test_a_faulty_field_is_named_with_what_it_should_be(
    tmp_path: Path, field: str, value: str, found: str, expected: str
) -> None:
    _, (problem,) = declare(tmp_path, **{field: value})
    assert found in problem.found
    assert expected in problem.expected


def test_every_faulty_field_of_a_table_is_named(tmp_path: Path) -> None:
    cart, problems = declare(tmp_path, id="1", colour="2", made="3", wheels="4", horn="5")
    assert cart is None
    assert sorted(problem.place for problem in problems) == [
        f"field {f}" for f in ("colour", "horn", "id", "made", "wheels")
    ]


CELLS = Table(
    "cells",
    "cells.csv",
    ("name",),
    (text("name"), word("colour", Colour), number("share", 0, 1, blank=True), whole("many"), day("since", blank=True)),
)


def read_cells(tmp_path: Path, content: str) -> tuple[pd.DataFrame | None, list[Problem]]:
    (tmp_path / "cells.csv").write_text(content, "utf-8")
    written, problems = read_csv(tmp_path / "cells.csv", "cells.csv", CELLS)
    return (written.cells if written else None), problems


def test_a_row_keeps_the_number_a_spreadsheet_gives_it_when_others_are_left_out(tmp_path: Path) -> None:
    cells, problems = read_cells(tmp_path, "name,colour,share,many,since\na,red,,1,\nb,red\n\nc,blue,,2,\n")
    assert [problem.place for problem in problems] == ["row 3", "row 4"]
    assert cells is not None
    assert list(cells.index) == [2, 5]


def test_an_empty_table_is_a_problem(tmp_path: Path) -> None:
    cells, (problem,) = read_cells(tmp_path, "")
    assert cells is None
    assert problem.found == "an empty file"


def test_equal_faults_share_a_line_that_counts_their_rows() -> None:
    found = pd.Series(["'x'", "'x'", "'y'"], index=[4, 9, 12], dtype="str")
    places = [problem.place for problem in row_problems("a.csv", "unit", found, "z", "correct it")]
    assert places == ["row 4 and 1 more row, field unit", "row 12, field unit"]


def test_rows_are_listed_in_their_order() -> None:
    problems = [Problem("a.csv", f"row {row}", "", "", "") for row in (10, 9, 100)]
    assert [problem.place for problem in sorted(problems, key=reading_order)] == ["row 9", "row 10", "row 100"]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))
def test_the_circles_are_exactly_the_members_that_come_back_to_themselves(parents: dict[str, str]) -> None:
    def returns(start: str) -> bool:
        here: str | None = start
        for _ in parents:
            here = parents.get(here) if here else None
            if here == start:
                return True
        return False

    circles = cycles(parents)
    assert sorted(member for circle in circles for member in circle) == sorted(filter(returns, parents))


RINGS = """
ring                                    | fault
[[-3,53],[-2,53],[-2,54],[-3,53]]       |
[[-3,53],[-2,54],[-2,53],[-3,53]]       | an outer ring that runs the wrong way round
[[-3,53],[-2,53],[-2,54],[-3,54]]       | a ring that does not close
[[-3,53],[-2,53],[-3,53]]               | a ring without four numbered points
[[-3,53],[-2,53],[-2,null],[-3,53]]     | a ring without four numbered points
[[-3,53],[-2,53],[-2,NaN],[-3,53]]      | a ring without four numbered points
"far away"                              | a ring without four numbered points
[[53,-3],[53,-2],[54,-2],[53,-3]]       | points as far as
"""


@pytest.mark.parametrize(("ring", "fault"), rows(RINGS))
def test_a_ring_is_a_closed_anticlockwise_line_in_britain(tmp_path: Path, ring: str, fault: str) -> None:
    folder = tmp_path / "geography" / "boundaries"
    folder.mkdir(parents=True)
    shape = '{"type":"Polygon","coordinates":[' + ring + "]}"
    feature = '{"type":"Feature","properties":{"area_code":"E1"},"geometry":' + shape + "}"
    (folder / "authority.geojson").write_text('{"type":"FeatureCollection","features":[' + feature + "]}", "utf-8")
    shapes, problems = read_boundaries(tmp_path, {"authority": frozenset({"E1"})})
    assert [problem.found.startswith(fault) for problem in problems] == ([True] if fault else [])
    assert [code for _, code, _ in shapes] == ["E1"]
