"""The neighbourhoods a practice's patients live in, in classes, on a still map of the borough."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.places import places_chart
from shcares.domain.vocabulary import AreaType
from shcares.maps.shapes import flat_points
from shcares.style import formats, palette, sentences
from shcares.ui import figures, lineage, reads, recipes
from shcares.ui import indicator_words as told
from shcares.ui.places import homes, shapes
from shcares.ui.places.practice import fate, homes_of
from shcares.ui.places.practice.hiding import SMALLEST_SHOWN, Shown, all_shown, counted, shown_or_rest
from shcares.ui.places.practice.profile import practice

_STEPS = (SMALLEST_SHOWN, 100, 300, 600)
_FEWER = f"fewer than {SMALLEST_SHOWN}"
_FEW, _NOT_SHOWN = f"{_FEWER}, or none", "not shown"
_HEIGHT = 580
_METHOD = (
    f"Patients by neighbourhood (LSOA of 2011) on the day held. {_FEWER.capitalize()} and none are one class. What "
    "would give such a count away, by subtraction from this practice’s total or its network’s, is not shown. So no "
    "household can be picked out. Shades are the same for every practice. The point is the practice’s postcode."
)


@dataclass(frozen=True)
class Homes:
    """A practice's patients by neighbourhood of the borough, and outside it by borough or district.

    `inside`: `area_code`, `patients` and `group`, the class they are shown in ("" where nothing is shown).
    """

    inside: pd.DataFrame
    outside: dict[str, int]

    @property
    def in_borough(self) -> int:
        """Patients who live in the borough."""
        return int(self.inside["patients"].sum())

    @property
    def elsewhere(self) -> int:
        """Patients known to live outside it."""
        return sum(self.outside.values())

    @property
    def known(self) -> int:
        """Patients whose neighbourhood is known."""
        return self.in_borough + self.elsewhere

    @property
    def shown(self) -> list[dict[Any, Any]]:
        """The neighbourhoods whose counts are shown, most patients first."""
        kept = self.inside[~self.inside["group"].isin(["", _FEW])]
        return kept.sort_values(["patients", "area_code"], ascending=[False, True]).to_dict("records")

    @property
    def others(self) -> list[dict[Any, Any]]:
        """The others by code, in no order that tells how many live there."""
        kept = self.inside[self.inside["group"].isin(["", _FEW])]
        return kept.sort_values(["group", "area_code"]).to_dict("records")

    @property
    def not_shown(self) -> int:
        """How many counts are not shown because they would give a small one away."""
        return int((self.inside["group"] == "").sum())


@lineage.remember(max_entries=80)
def homes_by_place(code: str) -> Homes:
    """Where the patients of a practice live."""
    people, said = counted().T[code], all_shown()
    numbers = people.tolist()
    groups = [_group(number, said[code, str(area)]) for area, number in zip(people.index, numbers, strict=True)]
    inside = pd.DataFrame({"area_code": people.index, "patients": numbers, "group": groups})
    rows = homes_of.registrations(code)
    outside = rows[rows["area_code"].notna() & ~rows["inside"]]
    district = outside["area_short_name"].str.rsplit(" ", n=1).str[0]
    by_district = outside["patients"].groupby(district).sum()
    return Homes(inside, {str(name): int(number) for name, number in by_district.items()})


def _group(people: int, shown: Shown) -> str:
    if shown is Shown.COUNT:
        return _class(people)
    return _FEW if shown is Shown.FEW_OR_NONE else ""


def _class(people: int) -> str:
    """`8 to 99`, `600 or more`."""
    from_, to = max(step for step in _STEPS if step <= people), [step for step in _STEPS if step > people]
    return f"{from_} to {min(to) - 1}" if to else f"{from_} or more"


CLASSES = (_FEW, *(_class(step) for step in _STEPS))


@recipes.figure("QH", "practice_homes", max_entries=80, code=recipes.PRACTICE)
def where_figure(code: str) -> figures.Figure:
    """The map, the patients outside the borough in words, and the neighbourhoods in a table."""
    homes_of.refuse_unless_held(code)
    one, placed = practice(code), homes_by_place(code)
    day = formats.day(homes.registered_on())
    x, y = flat_points([one.longitude], [one.latitude])[0]
    chart = places_chart(
        _drawn(placed),
        outlines=shapes.outlines(AreaType.LSOA11),
        key=dict.fromkeys(CLASSES, palette.MAP_FIFTHS[0].colour),
        shares=dict(zip(CLASSES, palette.FIFTH_SHARES, strict=True)),
        finding="Where its patients live",
        subtitle=f"Patients by neighbourhood, {day}{'; ? not shown' if placed.not_shown else ''}",
        points=pd.DataFrame([{"x": x, "y": y, "name": one.name, "colour": palette.ACCENT}]),
        labels=_labels(placed, one.name, x, y),
        height=_HEIGHT,
    )
    return figures.Figure(
        id=f"homes-of-{code}",
        title=f"{one.name}: where its patients live",
        sentence=" ".join(said for said in (inside_words(placed), _most(placed), outside_words(placed)) if said),
        period=day,
        area=f"Patients registered with {one.name}",
        source=told.sources_named([str(reads.registrations()["source_id"].iloc[0])]),
        method=_METHOD,
        frame=_table(placed),
        spec=house.spec(chart),
        notes=tuple(note for note in (_hidden(placed), one_day(code)) if note),
    )


def _drawn(placed: Homes) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area_code": row["area_code"],
            "area": reads.area_name(row["area_code"]),
            "group": row["group"],
            "opacity": 1.0,
            "said": _people(row),
        }
        for row in (*placed.shown, *placed.others)
    )


def _people(row: Mapping[Any, Any]) -> str:
    """`312`, `fewer than 8, or none`, `not shown`."""
    if row["group"] in ("", _FEW):
        return row["group"] or _NOT_SHOWN
    return formats.number(row["patients"])


def _labels(placed: Homes, name: str, x: float, y: float) -> pd.DataFrame:
    """The practice's name, a question mark where a count is not shown, and the towns."""
    return pd.concat([pd.DataFrame([{"name": name, "x": x, "y": y}]), _unknown(placed), shapes.towns()])


def _unknown(placed: Homes) -> pd.DataFrame:
    """A question mark in the middle of every neighbourhood whose count is not shown."""
    middles = shapes.middles(AreaType.LSOA11).loc[placed.inside.loc[placed.inside["group"] == "", "area_code"]]
    spots = flat_points(middles["longitude"], middles["latitude"])
    marks = [{"name": "?", "x": x, "y": y, "fixed": True} for x, y in spots]
    return pd.DataFrame(marks, columns=["name", "x", "y", "fixed"])


def _hidden(placed: Homes) -> str:
    if not placed.not_shown:
        return ""
    where = sentences.count_words(placed.not_shown, "neighbourhood")
    are = "is" if placed.not_shown == 1 else "are"
    return f"{where} {are} not shown: with the totals, the count would give away one below {SMALLEST_SHOWN}."


def inside_words(placed: Homes) -> str:
    """How many of the patients live in the borough; not to the last one where fewer than the smallest shown do not."""
    whole = f"{formats.number(placed.known)} patients with a known neighbourhood"
    if 0 < placed.elsewhere < SMALLEST_SHOWN:
        return f"All but a few ({_FEWER}) of {whole} live in the borough."
    return f"{formats.number(placed.in_borough)} of {whole} live in the borough."


def _most(placed: Homes) -> str:
    count = sentences.count_words(len(placed.shown), "neighbourhood")
    if not placed.shown:
        return f"In no neighbourhood are {SMALLEST_SHOWN} or more of them shown."
    most = placed.shown[0]
    where = f"the most, {_people(most)}, live in {reads.area_name(most['area_code'])}"
    return f"{count} are shown with {SMALLEST_SHOWN} or more of them; {where}."


def outside_words(placed: Homes) -> str:
    """Where those outside the borough live, with no small number."""
    if placed.elsewhere < SMALLEST_SHOWN:
        return ""
    shown, rest = shown_or_rest(placed.outside)
    named = [f"{name} {formats.number(people)}" for name, people in shown.items()]
    if not named:
        return f"{formats.number(placed.elsewhere)} live outside it."
    named += [f"elsewhere {formats.number(rest)}"] if rest else []
    return f"{formats.number(placed.elsewhere)} live outside it: {sentences.listed(named)}."


def one_day(code: str) -> str:
    """That no other day is held, and which mergers fall after it or may."""
    day = homes.registered_on()
    later, perhaps = (sentences.listed(list(names(code, day))) for names in (fate.not_yet_in, fate.perhaps_in))
    said = ["Only this one day is held; lists have grown and shrunk since."]
    said += [f"The practice appears to have taken in {later} later."] if later else []
    said += [f"Nobody can tell whether it had taken in {perhaps} by then."] if perhaps else []
    return " ".join(said)


def _table(placed: Homes) -> pd.DataFrame:
    return pd.DataFrame(
        {"Neighbourhood": reads.area_name(row["area_code"]), "Code": row["area_code"], "Patients": _people(row)}
        for row in (*placed.shown, *placed.others)
    )
