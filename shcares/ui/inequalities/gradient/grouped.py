"""A measure's counts put into groups of deprivation: England's tenths, or the borough's own fifths."""

from dataclasses import dataclass, replace
from enum import StrEnum

import pandas as pd

from shcares.domain import areas
from shcares.stats.gradients import Gradient, gradient_of, own_quantiles
from shcares.stats.quantiles import weighted_mean
from shcares.stats.results import Result
from shcares.style import sentences
from shcares.ui import lineage, reads
from shcares.ui.inequalities.gradient.measured import BY_ID, WITHHELD, Ground, Measure
from shcares.ui.inequalities.gradient.residents import BASES, NEWEST, OVERALL, Basis, borough_areas, index_of, people_of

_INDEXED = BASES[3]
"""The residents the index of 2019 was made with: what a larger area's mean score is weighed by."""


class Grouping(StrEnum):
    """How areas are grouped by deprivation."""

    TENTHS = "England’s tenths"
    FIFTHS = "The borough’s own fifths"

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return 10 if self is Grouping.TENTHS else 5

    @property
    def one(self) -> str:
        """What one group is called."""
        return "tenth" if self is Grouping.TENTHS else "fifth"


@dataclass(frozen=True, eq=False)
class Grouped:
    """A measure in groups, and the borough's and England's published rows beside them (NaN where none is held)."""

    measure: Measure
    grouping: Grouping
    gradient: Gradient
    published: pd.DataFrame

    @property
    def table(self) -> pd.DataFrame:
        """A row a group, the most deprived first."""
        return self.gradient.table

    @property
    def count(self) -> float:
        """Counts over all groups."""
        return float(self.table["count"].sum())

    @property
    def denominator(self) -> float:
        """Denominators over all groups."""
        return float(self.table["denominator"].sum())

    @property
    def empty(self) -> list[int]:
        """Groups without an area."""
        return [int(group) for group in self.table.loc[self.table["areas"] == 0, "quantile"]]

    def row_of(self, area_code: str) -> pd.Series | None:
        """The published row of an area that has a count; None where there is none."""
        held = self.published[self.published["area_code"] == area_code]
        return None if held.empty else held.iloc[0]

    @property
    def adds_up(self) -> bool:
        """Whether the groups add to the borough's published row, where one is held."""
        row = self.row_of(areas.ST_HELENS)
        return row is not None and (self.count, self.denominator) == (row["count"], row["denominator"])


def groupings_of(measure: Measure) -> tuple[Grouping, ...]:
    """What a measure can be grouped by, the better first.

    Larger areas are too few for tenths. Where no neighbourhood of the borough is in one of England's tenths, its own
    fifths come first: an index of slope needs every group.
    """
    if measure.ground.is_large:
        return (Grouping.FIFTHS,)
    held = index_of(measure.ground.edition, OVERALL)["decile"].nunique()
    both = (Grouping.TENTHS, Grouping.FIFTHS)
    return both if held == Grouping.TENTHS.groups else both[::-1]


@lineage.remember()
def counts(measure: Measure) -> pd.DataFrame:
    """Counts and denominators of every area held, categories added up: area_code, area_type, count, denominator."""
    rows = reads.observations(measure.indicator_id)
    about = measure.about
    wanted = rows["category"].isin(measure.categories) if measure.categories else rows["category"].isna()
    mine = rows[wanted & (rows["age"] == about["headline_age"]) & (rows["period_end"] == rows["period_end"].max())]
    grouped = mine.groupby(["area_code", "area_short_name", "area_type"], as_index=False)
    added: pd.DataFrame = grouped.agg(
        count=("count", lambda each: each.sum(skipna=False)), denominator=("denominator", "first")
    )
    return added


@lineage.remember()
def scored(ground: Ground) -> pd.DataFrame:
    """The borough's areas of a ground, by code: `score`, and `decile` of England for neighbourhoods."""
    index = index_of(ground.edition, OVERALL)
    if not ground.is_large:
        return index[["score", "decile"]]
    basis = NEWEST if ground.edition == NEWEST.edition else _INDEXED
    return _larger(index, basis)


def _larger(index: pd.DataFrame, basis: Basis) -> pd.DataFrame:
    """The mean score of each middle-layer area of 2011, weighed by residents."""
    column = "lsoa21_code" if basis == NEWEST else "lsoa11_code"
    nests = reads.lookup().drop_duplicates(column).set_index(column)["msoa11_code"]
    each = index.assign(people=people_of(basis)["population"].reindex(index.index), larger=nests.reindex(index.index))
    means = {code: weighted_mean(part["score"], part["people"]) for code, part in each.groupby("larger")}
    return pd.DataFrame({"score": pd.Series(means, dtype=float), "decile": float("nan")})


def on_ground(measure: Measure) -> pd.DataFrame:
    """The borough's areas with their counts, by code of the ground; a middle-layer area split in 2021 is made whole."""
    held = counts(measure).set_index("area_code")
    ground = scored(measure.ground)
    if measure.ground is Ground.MSOA21:
        held = _whole_again(held, ground.index)
    return ground.join(held[["count", "denominator"]], how="left")


def _whole_again(held: pd.DataFrame, codes: pd.Index) -> pd.DataFrame:
    """The parts of the one area that the census of 2021 splits stand under its old code."""
    split = [code for code in codes if code not in held.index]
    parts = held[held["area_type"] == "msoa21"].index
    if len(split) != 1:
        return held
    renamed = held.rename(index=dict.fromkeys(parts, split[0]))
    return renamed.groupby(level=0).agg({"count": "sum", "denominator": "sum"})


@lineage.remember()
def grouped(measure_id: str, grouping: Grouping) -> Grouped:
    """A measure pooled by group, with its indices; without intervals where its counts are modelled or rounded."""
    measure = BY_ID[measure_id]
    rows = on_ground(measure)
    groups = rows["decile"] if grouping is Grouping.TENTHS else own_quantiles(rows["score"], grouping.groups)
    gradient = gradient_of(rows["count"], rows["denominator"], groups, groups=grouping.groups)
    every = counts(measure)
    published = every[every["area_code"].isin([areas.ST_HELENS, areas.NORTH_WEST, areas.ENGLAND])].dropna(
        subset=["count", "denominator"]
    )
    return Grouped(measure, grouping, gradient if measure.has_interval else _unsure(gradient), published)


def _unsure(gradient: Gradient) -> Gradient:
    """The same without any interval."""
    table = gradient.table.assign(lower_ci=float("nan"), upper_ci=float("nan"))
    bare = {name: _bare(getattr(gradient, name)) for name in ("sii", "rii", "par")}
    return replace(gradient, table=table, **bare)


def _bare(result: Result) -> Result:
    return result if result.value is None else Result.of(result.value)


def withheld_words() -> str:
    """Why a measure with withheld counts is not offered."""
    rows = reads.observations(WITHHELD)
    mine = rows[rows["area_code"].isin(borough_areas(Ground.LSOA11.edition))]
    missing = int(mine["count"].isna().sum())
    many = sentences.count_words(missing, "neighbourhood")
    return f"Child income deprivation is not offered: the counts of {many} are withheld."
