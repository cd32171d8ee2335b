"""Things with parents: no circle, and areas only under the kind of area they belong to."""

from collections.abc import Mapping

import pandas as pd

from shcares.catalogue.csv_files import TextTable
from shcares.catalogue.faults import row_problems
from shcares.domain.errors import Problem
from shcares.domain.vocabulary import AreaType

PARENTS: Mapping[AreaType, tuple[AreaType, ...]] = {
    AreaType.COUNTRY: (),
    AreaType.REGION: (AreaType.COUNTRY,),
    AreaType.CITY_REGION: (AreaType.COUNTRY,),
    AreaType.AUTHORITY: (AreaType.REGION, AreaType.COUNTRY),
    AreaType.NHS_REGION: (AreaType.COUNTRY,),
    AreaType.ICB: (AreaType.NHS_REGION,),
    AreaType.SUB_ICB: (AreaType.ICB,),
    AreaType.NETWORK: (AreaType.SUB_ICB,),
    AreaType.PRACTICE: (AreaType.NETWORK,),
    AreaType.LSOA11: (AreaType.MSOA11,),
    AreaType.LSOA21: (AreaType.AUTHORITY,),
    AreaType.MSOA11: (AreaType.AUTHORITY,),
    AreaType.MSOA21: (AreaType.AUTHORITY,),
    AreaType.WARD19: (AreaType.AUTHORITY,),
    AreaType.WARD24: (AreaType.AUTHORITY,),
}
# Practices and small areas outside the borough are listed without the areas above them.
MAY_STAND_ALONE = frozenset({AreaType.COUNTRY, AreaType.PRACTICE, AreaType.LSOA11, AreaType.LSOA21})


def cycles(parents: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Every circle of parents, once, from its first member in the order given."""
    found: list[tuple[str, ...]] = []
    settled: set[str] = set()
    for start in parents:
        path: dict[str, int] = {}
        here: str | None = start
        while here is not None and here not in settled and here not in path:
            path[here] = len(path)
            here = parents.get(here)
        if here is not None and here in path:
            found.append(tuple(path)[path[here] :])
        settled |= path.keys()
    return found


def area_problems(written: TextTable) -> list[Problem]:
    """Areas that are their own ancestors, or hang under the wrong kind of area."""
    cells = written.cells.drop_duplicates("area_code")
    kinds = dict(zip(cells["area_code"], cells["area_type"], strict=True))
    parents = {code: parent for code, parent in zip(cells["area_code"], cells["parent_code"], strict=True) if parent}
    circles = cycles(parents)
    rows = dict(zip(cells["area_code"], cells.index, strict=True))
    problems = [_circle(written.file, rows[circle[0]], circle) for circle in circles]
    settled = cells[~cells["area_code"].isin({code for circle in circles for code in circle})]
    return problems + _kind_problems(written.file, settled, kinds)


def _circle(file: str, row: object, circle: tuple[str, ...]) -> Problem:
    found = "a circle of parents: " + " → ".join((*circle, circle[0]))
    return Problem(file, f"row {row}, field parent_code", found, "a chain that ends at a country", "correct one parent")


def _kind_problems(file: str, cells: pd.DataFrame, kinds: Mapping[str, str]) -> list[Problem]:
    found: dict[object, str] = {}
    expected: dict[object, str] = {}
    for row, kind, parent in zip(cells.index, cells["area_type"], cells["parent_code"], strict=True):
        if kind not in PARENTS or (parent and kinds.get(parent) not in PARENTS):
            continue
        right = PARENTS[AreaType(kind)]
        if parent and kinds[parent] not in right:
            found[row] = f"a parent that is a {kinds[parent]}"
        elif not parent and AreaType(kind) not in MAY_STAND_ALONE:
            found[row] = "no parent"
        expected[row] = f"a {kind} under a {' or '.join(right)}" if right else f"a {kind} without a parent"
    wanted = pd.Series({row: expected[row] for row in found}, dtype="str")
    return row_problems(file, "parent_code", pd.Series(found, dtype="str"), wanted, "correct the parent or the type")
