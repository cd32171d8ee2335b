"""What can be read off the app's views: the counts in their tables, and the patients they put in a neighbourhood."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pandas as pd

from shcares.domain.vocabulary import Level
from shcares.stats.disclosure import Cell, Limits, Sum, share_limits
from shcares.ui import indicator_figures, reads
from shcares.ui.figures import Figure
from shcares.ui.places import homes
from shcares.ui.places.names import practice_labels
from shcares.ui.places.practice import where
from tests.house.held_counts import COUNT, DENOMINATOR, cell, held, known

Table = Callable[[pd.DataFrame, dict[str, Any]], pd.DataFrame]


@dataclass(frozen=True)
class View:
    """A view's name and what it tells: counts, and the lowest and highest that others can be."""

    name: str
    shown: Mapping[Cell, int] = field(default_factory=dict)
    limits: Mapping[Cell, Limits] = field(default_factory=dict)

    def split(self, parts: Mapping[Cell, int]) -> dict[int, "View"]:
        """The view by the parts that its counts belong to, those that belong to none left out."""
        shown: defaultdict[int, dict[Cell, int]] = defaultdict(dict)
        limits: defaultdict[int, dict[Cell, Limits]] = defaultdict(dict)
        for name, count in self.shown.items():
            if name in parts:
                shown[parts[name]][name] = count
        for name, ends in self.limits.items():
            if name in parts:
                limits[parts[name]][name] = ends
        return {part: View(self.name, shown[part], limits[part]) for part in {*shown, *limits}}

    def __add__(self, other: "View") -> "View":
        """Both views side by side: of what both give limits for, the narrower."""
        ends = dict(self.limits)
        for name, (low, high) in other.limits.items():
            mine_low, mine_high = ends.get(name, (0, None))
            highs = [end for end in (mine_high, high) if end is not None]
            ends[name] = (max(mine_low, low), min(highs, default=None))
        return View(f"{self.name} and {other.name}", {**self.shown, **other.shown}, ends)


def tables(table: Table = indicator_figures.values_table) -> Iterator[View]:
    """Every value of each indicator that has counts, as its library table shows it.

    A trend, a comparison, a map of small areas and a pair of areas have rows of the same table, made by the same
    function row by row, so they tell nothing that this does not.
    """
    for indicator_id in held()["indicator_id"].unique():
        yield values_view(str(indicator_id), table)


def values_view(indicator_id: str, table: Table = indicator_figures.values_table) -> View:
    """One indicator's table. A share of a shown denominator limits the count; limits in full are a count."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    told = table(rows, about)
    assert list(told["Area"]) == list(rows["area_short_name"])
    value = f"Value ({about['unit_label']})"
    shown: dict[Cell, int] = {}
    limits: dict[Cell, Limits] = {}
    for row, line in zip(
        rows.assign(category=rows["category"].fillna("")).to_dict("records"), told.to_dict("records"), strict=True
    ):
        names = {what: cell(row, what) for what in (COUNT, DENOMINATOR)}
        numbers = {COUNT: line.get("Count"), DENOMINATOR: line.get("Denominator")}
        for what, number in numbers.items():
            if pd.notna(number):
                shown[names[what]] = round(float(str(number)))
            elif names[what] in known() and _in_full(row, line):
                shown[names[what]] = known()[names[what]]
        if pd.isna(numbers[COUNT]) and pd.notna(numbers[DENOMINATOR]) and pd.notna(line[value]):
            limits[names[COUNT]] = share_limits(
                line[value],
                float(str(numbers[DENOMINATOR])),
                decimals=about["decimals"],
                multiplier=about["multiplier"],
            )
    return View(f"all values of {indicator_id}", shown, limits)


def _in_full(row: Mapping[Any, Any], line: Mapping[Any, Any]) -> bool:
    """Whether limits worked out from a count are printed to the last digit: the count can be worked out from them."""
    return row["ci_method"] not in ("published", "none") and line.get("Lower 95% limit") == row["lower_ci"]


def registers() -> Iterator[View]:
    """Everything held of each practice indicator: the pages of registers show their rows as they are."""
    for indicator_id in held()["indicator_id"].unique():
        if reads.indicator(str(indicator_id))["level"] == Level.PRACTICE:
            yield View(
                f"registers of {indicator_id}",
                {name: count for name, count in known().items() if name.indicator == indicator_id},
            )


# Where patients live: a cell is (practice or network, neighbourhood).


@cache
def patients() -> pd.DataFrame:
    """Registrations with a known neighbourhood, with the national fifth of it (0 outside England)."""
    rows = homes.patients().dropna(subset=["area_code"])
    return rows.assign(fifth=((rows["decile"] + 1) // 2).fillna(0).astype(int))


@cache
def practices() -> tuple[str, ...]:
    """Practices with a page whose patients are held by neighbourhood."""
    counted = set(patients()["practice_code"])
    return tuple(code for code in practice_labels() if code in counted)


@cache
def lived_in() -> dict[Cell, int]:
    """Every count of a practice's or network's patients in a neighbourhood of the borough, those of nobody too."""
    inside = patients()[patients()["inside"]]
    places = list(homes.by_place().index)
    counts = inside.groupby(["practice_code", "area_code"])["patients"].sum().to_dict()
    found: dict[Cell, int] = {
        (code, place): int(counts.get((code, place), 0)) for code in practices() for place in places
    }
    for network in reads.networks()["area_code"]:
        found |= {(network, place): int(people) for place, people in homes.by_place()[network].items()}
    return found


def practice_view(code: str) -> View:
    """What one practice's map and its table say of each neighbourhood of the borough."""
    return read_homes(code, where.where_figure(code))


def read_homes(code: str, figure: Figure) -> View:
    """Numbers, classes and silence by neighbourhood: one that a table leaves out has nobody."""
    view = View(f"homes of {code}")
    places = set(homes.by_place().index)
    table = dict(zip(figure.frame["Code"], figure.frame["Patients"].astype(str), strict=True))
    for said in (table, dict(_drawn(figure.spec))):
        assert said.keys() & places, "this is not where the map or its table says how many live where"
        ends = {(code, place): words_limits(said[place]) if place in said else (0, 0) for place in places}
        view = view + View("", {}, ends)
    exact = {name: low for name, (low, high) in view.limits.items() if low == high}
    return View(f"homes of {code}", exact, {name: ends for name, ends in view.limits.items() if name not in exact})


def _drawn(spec: Any) -> Iterator[tuple[str, str]]:
    """Everything a map says of an area, wherever its data stands in the drawing."""
    if isinstance(spec, dict):
        if "said" in spec.get("properties", ()):
            yield str(spec["id"]), str(spec["properties"]["said"])
        for part in spec.values():
            yield from _drawn(part)
    elif isinstance(spec, list):
        for part in spec:
            yield from _drawn(part)


def words_limits(said: str) -> Limits:
    """Lowest and highest count that words allow: `312 patients`, `8 to 99`, `fewer than 8, or none`, `not shown`."""
    numbers = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", said)]
    if not numbers:
        return 0, 0 if said.startswith("none") else None
    if "fewer than" in said:
        return (0 if "none" in said else 1), numbers[0] - 1
    if " to " in said:
        return numbers[0], numbers[1]
    return numbers[0], None if "or more" in said else numbers[0]


def everything_else_on_homes() -> View:
    """More than all other views tell: networks' patients by neighbourhood, practices' patients by fifth and in all."""
    codes = set(reads.networks()["area_code"])
    shown = {name: count for name, count in lived_in().items() if name[0] in codes}
    for code in practices():
        own = patients()[patients()["practice_code"] == code]
        shown[code, "inside"] = int(own.loc[own["inside"], "patients"].sum())
        shown[code, "outside"] = int(own.loc[~own["inside"], "patients"].sum())
        for fifth in range(6):
            shown[code, "fifth", fifth] = int(own.loc[own["fifth"] == fifth, "patients"].sum())
    return View("every other view of homes", shown)


@cache
def sums_of_homes() -> tuple[Sum, ...]:
    """Practices make a network, neighbourhoods the borough; with those outside it, neighbourhoods make a fifth."""
    places = list(homes.by_place().index)
    inside = patients()[patients()["inside"]]
    fifth = dict(zip(inside["area_code"], inside["fifth"], strict=True))
    network = reads.practice_network()
    found = []
    for code in reads.networks()["area_code"]:
        mine = [one for one in practices() if network.get(one) == code]
        found += [Sum((code, place), tuple((one, place) for one in mine)) for place in places]
    for code in practices():
        found.append(Sum((code, "inside"), tuple((code, place) for place in places)))
        found.append(Sum((code, "outside"), tuple((code, "outside", each) for each in range(6))))
        for each in range(6):
            there = tuple((code, place) for place in places if fifth.get(place) == each)
            found.append(Sum((code, "fifth", each), (*there, (code, "outside", each))))
    return tuple(found)
