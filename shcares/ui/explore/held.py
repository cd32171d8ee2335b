"""What an indicator holds to choose from: whose figures, which areas, which periods."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType
from shcares.style import formats
from shcares.ui import filters, lineage, reads

CITY_REGION, COMMUNITIES, ALL = "city region", "care communities", "all"
GROUPS = (CITY_REGION, COMMUNITIES, ALL)
"""Areas chosen at once, by a word that stands for their codes."""
KINDS = {
    AreaType.AUTHORITY: "upper-tier authorities of England",
    AreaType.PRACTICE: "GP practices",
    AreaType.LSOA11: "small areas of St Helens",
    AreaType.LSOA21: "small areas of St Helens",
    AreaType.MSOA11: "middle layer areas of St Helens",
    AreaType.MSOA21: "middle layer areas of St Helens",
}
"""Types of area of which there are many, as they are said together."""
_FIRST = (AreaType.NETWORK, AreaType.SUB_ICB, AreaType.ICB, AreaType.CITY_REGION, AreaType.REGION, AreaType.COUNTRY)
_SEXES = {"Persons": "Everyone", "Female": "Women", "Male": "Men"}
_UPPER_TIER = ("E06", "E08", "E09", "E10")


@dataclass(frozen=True)
class Member:
    """One of the series an indicator is published as: a sex, an age, and a category of a breakdown where it is one."""

    sex: str
    age: str
    kind: str
    category: str

    @property
    def label(self) -> str:
        """`Everyone, aged 10 to 11`; with the breakdown and its category where there is one."""
        whole = f"{_SEXES[self.sex]}, {aged(self.age)}"
        return f"{whole}, {self.kind}: {self.category}" if self.category else whole

    def of(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of this series."""
        kind, category = rows["category_type"].fillna(""), rows["category"].fillna("")
        own = (rows["sex"] == self.sex) & (rows["age"] == self.age)
        chosen: pd.DataFrame = rows.loc[own & (kind == self.kind) & (category == self.category)]
        return chosen


def aged(age: str) -> str:
    """`aged 10 to 11` of `10-11 yrs`, `aged 18 and over` of `18+ yrs`; other words as they stand."""
    lower = age[:1].lower() + age[1:]
    if not age.endswith((" yrs", " yr")):
        return lower
    years = lower.removesuffix(" yrs").removesuffix(" yr")
    years = f"under {years[1:]}" if years.startswith("<") else years
    return f"aged {years.replace('+', ' and over').replace('-', ' to ')}"


@lineage.remember(max_entries=400)
def members(indicator_id: str) -> dict[str, Member]:
    """The series an indicator has values for, by what they are called: the main one first, breakdowns last."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    valued = rows[rows["value"].notna()]
    each = valued[["sex", "age", "category_type", "category"]].fillna("").drop_duplicates()
    found = [Member(*row) for row in each.itertuples(index=False, name=None)]

    def place(one: Member) -> tuple[Any, ...]:
        sexes = (one.sex != about["headline_sex"], list(_SEXES).index(one.sex))
        return (one.category != "", one.age != about["headline_age"], one.kind, one.age, *sexes)

    return {one.label: one for one in sorted(found, key=place)}


def member(indicator_id: str, who: str) -> Member | None:
    """The series of this name, the main one where none is named; None where the indicator has none such."""
    known = members(indicator_id)
    return known.get(who) if who else next(iter(known.values()), None)


@lineage.remember(max_entries=800)
def values(indicator_id: str, who: str) -> pd.DataFrame:
    """All values of one series, oldest first; empty where the indicator has none such."""
    rows, chosen = reads.observations(indicator_id), member(indicator_id, who)
    if chosen is None:
        return rows.iloc[:0]
    own = chosen.of(rows)
    return own[own["value"].notna()].sort_values(["period_end", "period_start"], kind="stable")


@lineage.remember(max_entries=800)
def area_labels(indicator_id: str, who: str) -> dict[str, str]:
    """Codes of the areas held to names that tell them apart: ours and those it is compared with, then the others."""
    rows = values(indicator_id, who).drop_duplicates("area_code")
    names = dict(zip(rows["area_code"], rows["area_short_name"], strict=True))
    names |= {code: name for code, name in filters.COMPARATORS.items() if code in names}
    types = dict(zip(rows["area_code"], rows["area_type"], strict=True))
    near = reads.group_members(areas.CITY_REGION_GROUP)
    order = {kind: place for place, kind in enumerate(_FIRST)}

    def place(code: str) -> tuple[Any, ...]:
        later = len(order) + (code not in near)
        return code != areas.ST_HELENS, order.get(AreaType(types[code]), later), names[code]

    seen = pd.Series(list(names.values())).value_counts()
    return {
        code: names[code] if seen[names[code]] == 1 else f"{names[code]} ({code})" for code in sorted(names, key=place)
    }


@lineage.remember(max_entries=800)
def groups(indicator_id: str, who: str) -> dict[str, tuple[str, ...]]:
    """The areas of each group that are held, of groups with at least two."""
    held = area_labels(indicator_id, who)
    rows = values(indicator_id, who)
    kind = many(rows)
    found = {
        CITY_REGION: [code for code in reads.group_members(areas.CITY_REGION_GROUP) if code in held],
        COMMUNITIES: [code for code in reads.networks()["area_code"] if code in held],
        ALL: list(dict.fromkeys(each_once(rows, kind)["area_code"])) if kind else list(held),
    }
    return {word: tuple(codes) for word, codes in found.items() if len(codes) > 1}


def many(rows: pd.DataFrame) -> AreaType | None:
    """The type of which these rows have most areas, of those of which there can be many."""
    counts = rows[rows["area_type"].isin(list(KINDS))].groupby("area_type")["area_code"].nunique()
    return AreaType(str(counts.idxmax())) if len(counts) else None


def each_once(rows: pd.DataFrame, kind: AreaType) -> pd.DataFrame:
    """The rows of one type of area; of authorities the upper tier, one whose code changed once a period."""
    own = rows[rows["area_type"] == kind]
    if kind is not AreaType.AUTHORITY:
        return own
    upper = own[own["area_code"].str.startswith(_UPPER_TIER)]
    today = reads.continued_as()
    codes = upper["area_code"].map(lambda code: today.get(code, code))
    return (
        upper.assign(now=codes, old=codes != upper["area_code"])
        .sort_values("old", kind="stable")
        .drop_duplicates(["now", "period"])
        .sort_index()
    )


def codes_of(indicator_id: str, who: str, chosen: Sequence[str]) -> tuple[str, ...]:
    """The codes that a choice of codes and groups stands for, each once; what is not held is left out."""
    known, held = groups(indicator_id, who), area_labels(indicator_id, who)
    spread = [code for one in chosen for code in known.get(one, (one,))]
    return tuple(code for code in dict.fromkeys(spread) if code in held)


@lineage.remember(max_entries=800)
def periods(indicator_id: str, who: str) -> dict[str, str]:
    """The periods held in the order of time, each written out."""
    year_type = reads.indicator(indicator_id)["year_type"]
    labels = dict.fromkeys(values(indicator_id, who)["period"])
    return {str(label): formats.period(str(label), year_type) for label in labels}


def between(indicator_id: str, who: str, first: str, last: str) -> pd.DataFrame:
    """The values from one period to another; without a name, from the first held or to the last."""
    labels, rows = list(periods(indicator_id, who)), values(indicator_id, who)
    start = labels.index(first) if first in labels else 0
    end = labels.index(last) if last in labels else len(labels) - 1
    return rows[rows["period"].isin(labels[start : end + 1])]


def newest(rows: pd.DataFrame) -> str:
    """The last period of these rows, which are in the order of time; empty where there are none."""
    return str(rows["period"].iloc[-1]) if len(rows) else ""


@lineage.remember(max_entries=400)
def periods_of_all(indicator_id: str) -> tuple[str, ...]:
    """Every period of an indicator, of whichever series, in the order of time."""
    rows = reads.observations(indicator_id).sort_values(["period_end", "period_start"], kind="stable")
    return tuple(dict.fromkeys(str(label) for label in rows["period"]))


def rows_between(indicator_id: str, first: str, last: str) -> pd.DataFrame:
    """All rows of an indicator from one period to another, of whichever series."""
    labels, rows = list(periods_of_all(indicator_id)), reads.observations(indicator_id)
    start = labels.index(first) if first in labels else 0
    end = labels.index(last) if last in labels else len(labels) - 1
    chosen: pd.DataFrame = rows.loc[rows["period"].isin(labels[start : end + 1])]
    return chosen
