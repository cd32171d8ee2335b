"""The layer of small-area figures: one indicator by neighbourhood or middle-layer area, in fifths of the borough."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from shcares.charts import house
from shcares.charts.places import places_chart
from shcares.domain.vocabulary import AreaType, Level, Polarity, Statistic
from shcares.stats.quantiles import FirstQuantile, quantiles
from shcares.stats.suppression import Absence, absence
from shcares.style import formats, palette
from shcares.ui import figures, lineage, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.freshness import dated
from shcares.ui.indicator_figures import values_table
from shcares.ui.places import shapes
from shcares.ui.places.locality import marks
from shcares.ui.places.locality.layer import Areas, KeyRow, Layer

FIFTHS = 5
_FIRST = (
    "iod2025_years_of_life_lost",
    "iod2025_mental_health_score",
    "disability_2021",
    "fuel_poverty_2020",
    "loneliness_modelled",
    "year6_obesity_msoa",
)
_OLD = {AreaType.LSOA11: "small", AreaType.MSOA11: "middle"}
_SMALL = (AreaType.LSOA11, AreaType.LSOA21, AreaType.MSOA11, AreaType.MSOA21)
_FINE = {AreaType.LSOA11, AreaType.LSOA21}
_KINDS = {"small": "neighbourhoods", "middle": "larger neighbourhoods (MSOAs)"}
_OUTLINES = {"small": AreaType.LSOA11, "middle": AreaType.MSOA11}
_SEXES = {"Female": "women", "Male": "men"}
_METHOD = "Areas are put in order and cut into five groups of equal size: fifths of the borough, not of England."


class Member(NamedTuple):
    """One map's worth of an indicator: a sex, and a category where it has them."""

    indicator_id: str
    sex: str
    category: str

    @property
    def code(self) -> str:
        """The three in one, whatever the figure is called."""
        return "/".join(self)


class Shown(NamedTuple):
    """What the map shows of a member: all its rows, with `fifth` and `said`; their kind and period."""

    rows: pd.DataFrame
    kind: Areas
    period: str

    @property
    def here(self) -> pd.DataFrame:
        """The areas that have an outline, by code."""
        return self.rows[self.rows["area_type"].isin(_OLD)].set_index("area_code")

    @property
    def valued(self) -> pd.DataFrame:
        """Those of them that have a figure."""
        return self.here.dropna(subset=["fifth"])


@lineage.remember()
def options() -> dict[str, Member]:
    """Every indicator with figures that differ between small areas, by a label of its own; some first, then by name."""
    rows = reads.members(Level.SMALL_AREA, _SMALL)
    named = {
        _label(member): member
        for member in (
            Member(row["indicator_id"], row["sex"], row["category"] if isinstance(row["category"], str) else "")
            for row in rows[rows["different_values"] > 1].to_dict("records")
        )
    }
    place = {indicator_id: number for number, indicator_id in enumerate(_FIRST)}
    order = sorted(named, key=lambda label: (place.get(named[label].indicator_id, len(place)), label.casefold()))
    return {label: named[label] for label in order}


def _label(member: Member) -> str:
    about = reads.indicator(member.indicator_id)
    return ": ".join(part for part in (about["name"], _SEXES.get(member.sex, ""), member.category) if part)


FIGURE = recipes.Part("figure", lambda: {label: member.code for label, member in options().items()}, 4)
"""An indicator as the map's list has it."""


@lineage.remember(max_entries=200)
def layer(label: str) -> Layer:
    """One indicator in fifths of the borough, the strongest colour where it is worst, or highest where none is good."""
    member = options()[label]
    about, shown = reads.indicator(member.indicator_id), _shown(member)
    rows, kind, period = shown
    washes = dict(zip(range(1, FIFTHS + 1), palette.MAP_FIFTHS, strict=True))
    return Layer(
        figure=map_figure(member.code),
        finding=_finding(label, rows, about, kind),
        areas=kind,
        fills={str(code): washes[int(place)] for code, place in shown.valued["fifth"].items()},
        said={str(code): said for code, said in shown.here["said"].items()} | _of_parts(rows) | marks.said(),
        unsaid="No figure is held for this area on its own.",
        key_title=_key_title(about),
        key=[
            *(KeyRow(words_, washes[place]) for place, words_ in _ranges(rows, about).items()),
            KeyRow("No figure", None),
        ],
        key_note=f"Fifths of the borough’s {len(rows)} {_KINDS[kind]}. {period}.{_undrawn(rows)}",
        practices=marks.looks(""),
    )


@lineage.remember(max_entries=200)
def _shown(member: Member) -> Shown:
    about, rows = reads.indicator(member.indicator_id), _latest(member)
    said = [_said(row, about) for row in rows.to_dict("records")]
    period = dated(formats.period(rows["period"].iloc[0], about["year_type"]), rows["period_end"].iloc[0].date())
    kind: Areas = "small" if set(rows["area_type"]) & _FINE else "middle"
    return Shown(rows.assign(fifth=_fifths(rows, about), said=said), kind, period)


def _latest(member: Member) -> pd.DataFrame:
    rows = reads.observations(member.indicator_id)
    own = (
        rows["area_type"].isin(_SMALL) & (rows["sex"] == member.sex) & (rows["category"].fillna("") == member.category)
    )
    chosen = rows[own]
    fine = chosen[chosen["area_type"].isin(_FINE)]
    of_one_kind = fine if len(fine) else chosen
    last = of_one_kind["period_end"].max()
    ages = of_one_kind.loc[of_one_kind["period_end"] == last, "age"]
    found: pd.DataFrame = of_one_kind[(of_one_kind["period_end"] == last) & (of_one_kind["age"] == ages.iloc[0])]
    return found


def _fifths(rows: pd.DataFrame, about: dict[str, Any]) -> "pd.Series[float]":
    """1 to 5, 5 the worst, or the highest where neither side is good."""
    best_first = FirstQuantile.HIGHEST if about["polarity"] == Polarity.HIGH_IS_GOOD else FirstQuantile.LOWEST
    return pd.Series(quantiles(rows["value"], FIFTHS, first=best_first), index=rows.index)


def _said(row: dict[Any, Any], about: dict[str, Any]) -> str:
    missing = absence(row["value"], row["note"] if isinstance(row["note"], str) else None)
    if missing:
        return {Absence.SUPPRESSED: "Suppressed: a small number withheld by the publisher."}.get(missing, "No data.")
    told = words.value_in_words(row["value"], about)
    if about["statistic"] == Statistic.PROPORTION and not np.isnan([row["count"], row["denominator"]]).any():
        told += f", {formats.number(row['count'])} of {formats.number(row['denominator'])}"
    limits = formats.interval(row["lower_ci"], row["upper_ci"], about["decimals"])
    return f"{told} (95% interval {limits})." if limits else f"{told}."


def _of_parts(rows: pd.DataFrame) -> dict[str, str]:
    """What is said of an area of 2011 that was split: the figures of its parts, for which no outline is held."""
    held = rows.set_index("area_code")
    told = {}
    for code, parts in reads.lookup().groupby("lsoa11_code")["lsoa21_code"]:
        halves = [part for part in parts if part in held.index]
        if code not in held.index and halves:
            figures_of = " ".join(f"{reads.area_name(part)}: {held.loc[part, 'said']}" for part in halves)
            told[str(code)] = f"Split in 2021, and no outline of the parts is held. {figures_of}"
    return told


def _undrawn(rows: pd.DataFrame) -> str:
    """That the parts of split areas are not drawn, where there are any."""
    parts = int((~rows["area_type"].isin(_OLD)).sum())
    return f" {parts} are parts of areas split in 2021, with no outline held: see the table." if parts else ""


def _key_title(about: dict[str, Any]) -> str:
    modelled = ", modelled" if about["statistic"] == Statistic.MODELLED else ""
    return f"{about['unit_label'][:1].upper()}{about['unit_label'][1:]}{modelled}"


def _ranges(rows: pd.DataFrame, about: dict[str, Any]) -> dict[int, str]:
    """Each fifth's lowest and highest value, and at the ends which is better or worse."""
    ends = {1: "best fifth", FIFTHS: "worst fifth"}
    if about["polarity"] == Polarity.NEUTRAL:
        ends = {1: "lowest fifth", FIFTHS: "highest fifth"}
    told = {}
    for place in range(1, FIFTHS + 1):
        part = rows[rows["fifth"] == place]
        low, high = (formats.number(edge, about["decimals"]) for edge in (part["value"].min(), part["value"].max()))
        told[place] = " to ".join(dict.fromkeys([low, high])) + (f", {ends[place]}" if place in ends else "")
    return told


def _finding(label: str, rows: pd.DataFrame, about: dict[str, Any], kind: str) -> str:
    ends = (rows["value"].min(), rows["value"].max())
    low, high = (formats.short_quantity(end, about["unit"], about["decimals"]) for end in ends)
    return f"{label}: {low} to {high} across the {_KINDS[kind]}"


@recipes.figure("MS", "map_small_areas", member=FIGURE)
def map_figure(member: str) -> figures.Figure:
    """The table and the picture of one indicator, by a member's code."""
    label, of = next((label, one) for label, one in options().items() if one.code == member)
    return _figure(of, label, _shown(of))


def _figure(member: Member, label: str, shown: Shown) -> figures.Figure:
    about = reads.indicator(member.indicator_id)
    rows, kind, period = shown
    notes = " ".join(reads.indicator_texts(member.indicator_id)[1]["text"])
    return figures.Figure(
        id=f"map-{member.indicator_id}-{member.sex}-{member.category}".replace(" ", "-").lower(),
        title=label,
        sentence=f"{words.spread_sentence(rows, about, _named(kind), period, None, '')} {notes}".strip(),
        period=period,
        area=f"{_named(kind)} of St Helens",
        source=words.sources_of(rows, about),
        method=f"{words.method_of(about, rows)} {_METHOD}",
        frame=values_table(rows.sort_values("value", ascending=False), about),
        still=lambda: _still(label, _ranges(rows, about), shown, f"{about['unit_label']}, {period}"),
    )


def _named(kind: Areas) -> str:
    """The kind of area at the beginning of a sentence."""
    return _KINDS[kind][:1].upper() + _KINDS[kind][1:]


def _still(label: str, ranges: dict[int, str], shown: Shown, unit_and_period: str) -> dict[str, Any]:
    valued, kind = shown.valued, shown.kind
    undrawn = shapes.without(valued.index, _OUTLINES[kind])
    groups = dict(zip(ranges.values(), palette.MAP_FIFTHS, strict=False))
    places = pd.DataFrame(
        {
            "area_code": valued.index,
            "area": valued["area_short_name"],
            "group": [ranges[int(place)] for place in valued["fifth"]],
            "opacity": 1.0,
            "said": valued["said"],
        }
    )
    chart = places_chart(
        places,
        outlines=shapes.outlines(_OUTLINES[kind]),
        key={group: wash.colour for group, wash in groups.items()},
        shares={group: wash.share for group, wash in groups.items()},
        finding=label,
        subtitle=f"Fifths of the borough’s {_KINDS[kind]}, {unit_and_period}{undrawn}",
        labels=shapes.towns(),
    )
    return house.spec(chart)
