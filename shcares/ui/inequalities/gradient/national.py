"""England's own published gradients: which indicators hold values by tenth or fifth of deprivation, and their slope."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, Level, Statistic
from shcares.stats.inequality import Inequality, Kind, slope_and_relative_index
from shcares.stats.results import Result
from shcares.style import formats
from shcares.ui import lineage, reads

_GROUP = re.compile(r"(Decile|Fifth) (\d+)")
_GROUPS = {"Decile": 10, "Fifth": 5}
_KINDS = {
    "neighbourhoods within the area": "tenths of neighbourhoods",
    "district and unitary authority": "tenths of districts",
    "county and unitary authority": "tenths of counties and cities",
    "Deprivation fifth": "fifths",
}
_OF_RESIDENTS = (Statistic.DSR, Statistic.CRUDE_RATE)
"""Only a rate has residents under it; a survey's share has the people who answered."""


@dataclass(frozen=True, eq=False)
class National:
    """One published gradient: `rows` in order, the most deprived first, with `group`; and the slope or why not."""

    indicator_id: str
    kind: str
    split: str
    period: str
    age: str
    groups: int
    rows: pd.DataFrame
    index: Inequality

    @property
    def about(self) -> dict[str, Any]:
        """The indicator's declaration."""
        return reads.indicator(self.indicator_id)

    @property
    def id(self) -> str:
        """`adults_physically_inactive: tenths of neighbourhoods`: what no new year and no new name changes."""
        return f"{self.indicator_id}{self._age}: {self.kind}"

    @property
    def _age(self) -> str:
        return "" if self.age == self.about["headline_age"] else f", {self.age.lower()}"

    @property
    def label(self) -> str:
        """`Inactive adults, 2020/21: tenths of neighbourhoods`."""
        years = formats.period(self.period, self.about["year_type"])
        return f"{self.about['short_name']}{self._age}, {years}: {self.kind}"

    @property
    def has_intervals(self) -> bool:
        """Whether every group has an interval."""
        return bool(self.rows["lower_ci"].notna().all())

    @property
    def of_areas(self) -> bool:
        """Whether whole authorities are grouped rather than neighbourhoods."""
        return "authority" in self.split


@lineage.remember()
def nationals() -> dict[str, National]:
    """Every gradient held, by label: neighbourhoods before whole authorities, those with intervals first."""
    members = reads.members(Level.BOROUGH, (AreaType.COUNTRY,))
    known = members[members["category"].fillna("").str.match(_GROUP)]["indicator_id"].unique()
    each = [one for indicator_id in known for one in _of(str(indicator_id))]
    ordered = sorted(each, key=lambda one: (one.of_areas, not one.has_intervals, one.label))
    return {one.label: one for one in ordered}


def _of(indicator_id: str) -> list[National]:
    """The newest complete period of each split and age."""
    rows = reads.observations(indicator_id)
    named = rows["category"].fillna("").str.extract(_GROUP)
    held = rows.assign(kind=named[0], group=named[1].astype(float)).dropna(subset=["kind", "value"])
    held = held[held["area_code"] == areas.ENGLAND]
    found = []
    for (split, age), part in held.groupby(["category_type", "age"]):
        whole = part.groupby("period").filter(lambda one: len(one) == _GROUPS[one["kind"].iloc[0]])
        if len(whole):
            newest = whole[whole["period_end"] == whole["period_end"].max()].sort_values("group")
            found.append(_national(indicator_id, str(split), str(age), newest))
    return found


def _national(indicator_id: str, split: str, age: str, rows: pd.DataFrame) -> National:
    kind = next((words for start, words in _KINDS.items() if start.lower() in split.lower()), split)
    if "authority" in split:
        kind = f"{kind}, {_edition(split)}"
    groups = _GROUPS[rows["kind"].iloc[0]]
    return National(indicator_id, kind, split, rows["period"].iloc[0], age, groups, rows, _index(indicator_id, rows))


def _edition(split: str) -> str:
    """`IMD 2015, areas before April 2019`: what tells two splits of one kind apart."""
    bracket = re.search(r"IMD \d{4}", split)
    drawn = re.search(r"(?:before )?April \d{4}", split)
    parts = [found[0] for found in (bracket, drawn) if found]
    return ", areas of ".join(parts).replace("of before", "before")


def _index(indicator_id: str, rows: pd.DataFrame) -> Inequality:
    """The slope over ten groups of residents with intervals; else the reason there is none."""
    reason = _why_none(reads.indicator(indicator_id), rows)
    if reason:
        return Inequality(Result.refused(reason), Result.refused(reason))
    columns = [rows[name] for name in ("value", "denominator", "lower_ci", "upper_ci")]
    return slope_and_relative_index(*columns, kind=Kind.RATE)


def _why_none(about: dict[str, Any], rows: pd.DataFrame) -> str:
    if rows["denominator"].isna().any():
        return "how many people are in each group is not published with the figures"
    if about["statistic"] not in _OF_RESIDENTS:
        return "the denominators are people who answered a survey, not the people who live in each group"
    if rows["lower_ci"].isna().any():
        return "the groups have no intervals"
    return ""
