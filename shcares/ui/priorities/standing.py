"""Where each indicator around a priority stands: its newest value, both tests, and every other area in that period."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, Judgement, Polarity
from shcares.stats.trends import trend_judgement
from shcares.style import formats, sentences
from shcares.ui import direction, lineage, reads
from shcares.ui.freshness import dated
from shcares.ui.measures import Latest, latest_of

KEY_MEASURES = "Key measures"
FEWEST_AUTHORITIES = 20
_UPPER_TIER = ("E06", "E08", "E09", "E10")


@dataclass(frozen=True)
class Standing:
    """One series of an area, of one sex: its newest value beside the comparator, and its recent trend."""

    heading: str
    latest: Latest
    name: str
    trend: Judgement
    trend_why_not: str
    area_code: str = areas.ST_HELENS

    @property
    def id(self) -> str:
        """The indicator and, where women and men are published apart, the sex."""
        return f"{self.latest.indicator_id}, {self.latest.sex}"

    @property
    def about(self) -> dict[str, Any]:
        """The indicator's declaration."""
        return reads.indicator(self.latest.indicator_id)

    @property
    def polarity(self) -> Polarity:
        """Which end of the scale is good."""
        return Polarity(self.about["polarity"])

    @property
    def dated(self) -> str:
        """The period, and how old it is where it is old."""
        return dated(self.latest.period, self.latest.period_end)

    def said(self, value: float | None) -> str:
        """A value of this indicator as short as it can be said."""
        return formats.short_quantity(value, self.about["unit"], self.about["decimals"])


@lineage.remember()
def supporting(priority_id: str, comparator_code: str) -> tuple[Standing, ...]:
    """The priority's supporting indicators that hold a value for St Helens, in the order of their headings."""
    return standings(reads.supporting(priority_id), comparator_code)


def standings(
    headed: Mapping[str, tuple[str, ...]], comparator_code: str, area_code: str = areas.ST_HELENS
) -> tuple[Standing, ...]:
    """Of indicators by heading those that hold a value for the area, in their order."""
    each = ((one, name) for name, ids in headed.items() for one in ids)
    return tuple(found for one, name in each for found in _standings(one, name, comparator_code, area_code))


@lineage.remember()
def candidates(priority_id: str, comparator_code: str) -> tuple[Standing, ...]:
    """The key measures' own indicators and those shown beside them, then the supporting ones, each once."""
    measures = reads.key_measures()
    mine = measures[measures["priority_id"] == priority_id]
    pairs = zip(mine["indicator_id"], mine["context"], strict=True)
    named = [each for own, beside in pairs for each in (own, *beside) if isinstance(each, str)]
    keyed = [one for each in dict.fromkeys(named) for one in _standings(each, KEY_MEASURES, comparator_code)]
    others = [one for one in supporting(priority_id, comparator_code) if one.latest.indicator_id not in named]
    return (*keyed, *others)


def without_value(priority_id: str) -> tuple[str, ...]:
    """The names of supporting indicators that hold no value for St Helens."""
    ids = [each for part in reads.supporting(priority_id).values() for each in part]
    return tuple(reads.indicator(each)["short_name"] for each in ids if not latest_of(each, areas.ENGLAND))


def _standings(
    indicator_id: str, heading: str, comparator_code: str, area_code: str = areas.ST_HELENS
) -> list[Standing]:
    entries = latest_of(indicator_id, comparator_code, area_code)
    return [_standing(entry, heading, area_code, apart=len(entries) > 1) for entry in entries]


def _standing(entry: Latest, heading: str, area_code: str, *, apart: bool) -> Standing:
    about = reads.indicator(entry.indicator_id)
    trend = direction.trend_of(own_series(entry.indicator_id, entry.sex, area_code), about)
    judgement = trend_judgement(trend, Polarity(about["polarity"]))
    return Standing(
        heading=heading,
        latest=entry,
        name=f"{entry.name}, {sentences.WHO[entry.sex]}" if apart else entry.name,
        trend=judgement,
        trend_why_not=str(trend.reason) if judgement is Judgement.NOT_COMPARED else "",
        area_code=area_code,
    )


def own_series(indicator_id: str, sex: str, area_code: str) -> pd.DataFrame:
    """One area's headline series of one sex, oldest first."""
    rows = reads.series(indicator_id, area_code)
    chosen: pd.DataFrame = rows.loc[rows["sex"] == sex]
    return chosen


@lineage.remember(max_entries=400)
def same_period(indicator_id: str, sex: str, area_code: str = areas.ST_HELENS) -> pd.DataFrame:
    """Every area's headline value in the period of one area's newest, indexed by area code."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    newest = own_series(indicator_id, sex, area_code)["period"].iloc[-1]
    main = (rows["age"] == about["headline_age"]) & rows["category"].isna() & rows["value"].notna()
    now: pd.DataFrame = rows.loc[main & (rows["sex"] == sex) & (rows["period"] == newest)]
    return now.set_index("area_code")


@lineage.remember(max_entries=400)
def authorities(indicator_id: str, sex: str, area_code: str = areas.ST_HELENS) -> pd.DataFrame:
    """England's upper-tier authorities in that period, each once.

    An authority whose code changed may be published under both: the newer code stands. Districts below a county are
    left out.
    """
    rows = same_period(indicator_id, sex, area_code)
    upper = (rows["area_type"] == AreaType.AUTHORITY) & rows.index.str.startswith(_UPPER_TIER)
    return rows[upper].sort_index().drop_duplicates("area_name", keep="last")


def sources_of(standings: tuple[Standing, ...]) -> str:
    """The publishers of these series and the day of the newest copy."""
    publishers = sorted({one.about["publisher"] for one in standings})
    return f"{sentences.listed(publishers)}; the dataset of each row is named in the table. {reads.gathered()}"
