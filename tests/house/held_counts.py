"""Every count the store holds, which are hidden, and how they add up: over places, sexes, ages and categories."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import pandas as pd

from shcares.domain import areas
from shcares.domain.ages import AgeSpan, age_span
from shcares.stats.disclosure import Cell, Sum
from shcares.stats.suppression import LARGEST_HIDDEN_COUNT, withheld_counts
from shcares.store import queries
from shcares.ui import opening, reads

COUNT, DENOMINATOR = "count", "denominator"
SMALL = ("lsoa", "msoa")
PARTS = {
    "country": ("region", "authority"),
    "region": ("authority",),
    "city_region": ("authority",),
    "authority": ("msoa", "lsoa"),
    "msoa": ("lsoa",),
    "sub_icb": ("network", "practice"),
    "network": ("practice",),
}
"""What each kind of area is wholly made of, the nearest kind first."""


class Count(NamedTuple):
    """One count or denominator of the store."""

    what: str
    indicator: str
    area: str
    period: str
    sex: str
    age: str
    category: str


@cache
def held() -> pd.DataFrame:
    """The observations of every published table in which any has a count, with `kind`: LSOAs of both years are one."""
    rows = queries.observations(opening.store(), list(reads.indicators()["indicator_id"]))
    rows = rows.assign(
        kind=rows["area_type"].str.rstrip("0123456789"),
        category_type=rows["category_type"].fillna(""),
        category=rows["category"].fillna(""),
    )
    table = ["indicator_id", "kind", "period", "sex", "age", "category_type"]
    rows["table"] = list(rows[table].itertuples(index=False, name=None))
    rows["withheld"] = withheld_counts(rows[COUNT], list(rows["note"]), list(rows["table"]))
    counted = set(rows.loc[rows[COUNT].notna() | rows["withheld"], "table"])
    kept: pd.DataFrame = rows[rows["table"].isin(counted)].reset_index(drop=True)
    return kept


def cell(row: Mapping[Any, Any], what: str) -> Count:
    """The name of one row's count or denominator."""
    return Count(
        what, row["indicator_id"], row["area_code"], row["period"], row["sex"], row["age"], row["category"] or ""
    )


@cache
def known() -> dict[Cell, int]:
    """Every count and denominator that the store holds."""
    return {
        cell(row, what): round(row[what])
        for row in held().to_dict("records")
        for what in (COUNT, DENOMINATOR)
        if pd.notna(row[what])
    }


@cache
def withheld() -> frozenset[Cell]:
    """The counts a publisher withheld, and their denominators, which with the published share would be the counts."""
    rows = held()[held()["withheld"]].to_dict("records")
    return frozenset(cell(row, what) for row in rows for what in (COUNT, DENOMINATOR))


def is_secret(name: Cell, count: int) -> bool:
    """Whether a count found by subtraction was hidden: withheld and not 0, or small and of an area that is left out."""
    return count > 0 and (name in withheld() or (name not in known() and count <= LARGEST_HIDDEN_COUNT))


@cache
def sums() -> tuple[Sum, ...]:
    """How the counts add up, as far as those held bear it out: a family of sums one of which fails is left out.

    A family is one indicator, period and way of adding up. Rounded counts fail, and so do denominators with people of
    unknown sex.
    """
    families: defaultdict[Cell, list[Sum]] = defaultdict(list)
    for family, one in _candidates():
        families[family].append(one)
    return tuple(one for each in families.values() if all(map(_holds, each)) for one in each)


def _holds(one: Sum) -> bool:
    counts = known()
    if not all(name in counts for name in one.cells):
        return True
    return counts[one.total] == sum(counts[part] for part in one.parts)


def _candidates() -> Iterator[tuple[Cell, Sum]]:
    groups: defaultdict[Cell, list[dict[Any, Any]]] = defaultdict(list)
    for row in held().to_dict("records"):
        groups[row["indicator_id"], row["period"]].append(row)
    for name, records in groups.items():
        for way, total, parts in chain(*(each(records) for each in (_by_place, _by_sex, _by_age, _by_category))):
            for what in (COUNT, DENOMINATOR):
                yield (name, way, what), Sum(cell(total, what), tuple(cell(part, what) for part in parts))
    yield from _same_people()


_Way = tuple[str, Mapping[Any, Any], list[dict[Any, Any]]]


def _by_place(records: list[dict[Any, Any]]) -> Iterator[_Way]:
    """An area and all areas of one narrower kind in it: those with a row, and those that were there and have none."""
    for present in _grouped(records, "area_code"):
        kinds = {row["kind"] for row in present.values()}
        for code, row in present.items():
            kind = next((kind for kind in PARTS.get(row["kind"], ()) if kind in kinds), None)
            inside = [other for other in _within(code, kind) if other in present] if kind else []
            absent = [other for other in _within(code, str(kind)) if _is_missed(other, row, present)] if inside else []
            if inside:
                parts = [present.get(other, row | {"area_code": other}) for other in (*inside, *absent)]
                yield f"{row['kind']} of {kind}", row, parts


def _is_missed(code: str, row: Mapping[Any, Any], present: Mapping[str, Any]) -> bool:
    place = _places()[code]
    if code in present or place["kind"] in SMALL:
        return False
    return not (place["valid_from"] > row["period_end"] or place["valid_to"] < row["period_start"])


@cache
def _places() -> dict[str, dict[Any, Any]]:
    rows = queries.areas(opening.store())
    kind = rows["area_type"].str.rstrip("0123456789")
    return {row["area_code"]: row for row in rows.assign(kind=kind).to_dict("records")}


@cache
def _within(code: str, kind: str) -> tuple[str, ...]:
    """Areas of a kind that lie in an area, however far down."""
    if code == areas.CITY_REGION:
        return reads.group_members(areas.CITY_REGION_GROUP) if kind == "authority" else ()
    children = [other for other, place in _places().items() if place["parent_code"] == code]
    own = [other for other in children if _places()[other]["kind"] == kind]
    below = chain(*(_within(other, kind) for other in children if other not in own))
    return tuple(dict.fromkeys((*own, *below)))


def _by_sex(records: list[dict[Any, Any]]) -> Iterator[_Way]:
    grouped = _grouped(records, "sex")
    for sexes in grouped:
        if {"Persons", "Female", "Male"} <= sexes.keys():
            yield "sexes", sexes["Persons"], [sexes["Female"], sexes["Male"]]


def _by_age(records: list[dict[Any, Any]]) -> Iterator[_Way]:
    """An age and the narrower ones that tile it, where they are all there is inside it."""
    for ages in _grouped(records, "age"):
        spans = {span: row for age, row in ages.items() for span in _span(age)}
        for whole, row in spans.items():
            inside = sorted((one for one in spans if one != whole and whole.holds(one)), key=lambda one: one.first)
            starts, ends = [one.first for one in inside], [one.end for one in inside]
            if len(inside) > 1 and [whole.first, *ends] == [*starts, whole.end]:
                yield "ages", row, [spans[span] for span in inside]


def _span(age: str) -> list[AgeSpan]:
    """The label's span; none where it is no span, such as `Year 6`."""
    try:
        return [age_span(age)]
    except ValueError:
        return []


def _by_category(records: list[dict[Any, Any]]) -> Iterator[_Way]:
    """All categories of one breakdown together; the whole is the row without one."""
    wholes = {_who(row): row for row in records if not row["category"]}
    groups: defaultdict[tuple[Cell, str], list[dict[Any, Any]]] = defaultdict(list)
    for row in records:
        if row["category"] and _who(row) in wholes:
            groups[_who(row), row["category_type"]].append(row)
    for (who, kind), parts in groups.items():
        yield f"categories of {kind}", wholes[who], parts


def _who(row: Mapping[Any, Any]) -> Cell:
    return (row["area_code"], row["sex"], row["age"])


def _grouped(records: Iterable[dict[Any, Any]], by: str) -> list[dict[str, dict[Any, Any]]]:
    """Rows that differ in one column only, by that column."""
    rest = [name for name in ("area_code", "sex", "age", "category_type", "category") if name != by]
    groups: defaultdict[Cell, dict[str, dict[Any, Any]]] = defaultdict(dict)
    for row in records:
        groups[tuple(row[name] for name in rest)][row[by]] = row
    return [each for each in groups.values() if len(each) > 1]


def _same_people() -> Iterator[tuple[Cell, Sum]]:
    """Denominators of two indicators that are one and the same number in every area where both are held."""
    rows = held()[held()["category"] == ""]
    for table, alike in rows.groupby(["kind", "period", "sex", "age"]):
        wide = alike.pivot(index="area_code", columns="indicator_id", values=DENOMINATOR)
        for first in alike.loc[alike["withheld"], "indicator_id"].unique():
            for second in wide.columns.drop(first):
                both = wide[[first, second]].dropna()
                if len(both) > 2 and (both[first] == both[second]).all():
                    for code in wide.index:
                        ours, theirs = (Count(DENOMINATOR, one, code, *table[1:], "") for one in (first, second))
                        yield (("same people", first, second, table), Sum(ours, (theirs,)))
