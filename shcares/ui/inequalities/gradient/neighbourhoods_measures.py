"""Which figures of neighbourhoods stand beside deprivation, and of which edition and year of boundaries each is."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain.vocabulary import AreaType, YearType
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.freshness import dated
from shcares.ui.inequalities.gradient.neighbourhoods_homes import homes_of
from shcares.ui.inequalities.gradient.related import Related, related

ILLNESS = "illness_disability_ratio"
PARTS = ("years_of_life_lost", ILLNESS, "acute_morbidity", "mental_health_score")
_LONELY = "loneliness_modelled"
_NEW, _OLD = "2025", "2019"
_OF_EDITION = re.compile(r" \((?:2019|2025)\)$")
WHOLE, INCOME = "imd", "income"
AGAINST = {WHOLE: "All domains (IMD)", INCOME: "Income alone"}
"""Domains of the index to read a figure against: the second holds no figure of health."""
_AXES = {
    WHOLE: "Index of Multiple Deprivation {edition}, score; further right is more deprived",
    INCOME: "Income domain {edition}, share of people deprived of income",
}
_DECIMALS = {WHOLE: 1, INCOME: 2}


@dataclass(frozen=True)
class Measure:
    """One figure of the borough's neighbourhoods; edition and boundaries are those the figure was published on."""

    indicator_id: str
    edition: str
    is_part: bool
    """Whether the figure is itself one of the four that make the index's health domain."""

    @property
    def about(self) -> dict[str, Any]:
        """The indicator's declaration."""
        return reads.indicator(self.indicator_id)

    @property
    def topic(self) -> str:
        """Its name without the edition: `Mental health score`."""
        return _OF_EDITION.sub("", str(self.about["name"]))

    @property
    def period(self) -> str:
        """When it is of, and a warning where that is long ago."""
        row = self.rows.iloc[0]
        of_index = self.about["year_type"] == YearType.INDEX
        label = f"index of {self.edition}" if of_index else formats.period(row["period"], self.about["year_type"])
        return dated(label, row["period_end"].date())

    @property
    def column(self) -> str:
        """The column of the lookup with the neighbourhoods of its edition."""
        return "lsoa11_code" if self.edition == _OLD else "lsoa21_code"

    @property
    def kind(self) -> AreaType:
        """The neighbourhoods of its edition."""
        return AreaType.LSOA11 if self.edition == _OLD else AreaType.LSOA21

    @property
    def rows(self) -> pd.DataFrame:
        """The borough's neighbourhoods with their values."""
        rows = reads.observations(self.indicator_id)
        found: pd.DataFrame = rows[rows["area_code"].isin(reads.lookup()[self.column])]
        return found

    def value(self, value: float) -> str:
        """A value as it stands in a sentence."""
        return formats.short_quantity(value, self.about["unit"], self.about["decimals"])


@lineage.remember()
def measures() -> dict[str, Measure]:
    """What can be chosen, by name: the newest edition first."""
    newest = [Measure(f"iod{_NEW}_{part}", _NEW, is_part=True) for part in PARTS]
    oldest = [Measure(f"iod{_OLD}_{part}", _OLD, is_part=True) for part in PARTS]
    every = [*newest, Measure(_LONELY, _NEW, is_part=False), *oldest]
    return {one.indicator_id: one for one in every}


def axis(measure: Measure, domain: str) -> str:
    """What the horizontal axis says."""
    return _AXES[domain].format(edition=measure.edition)


def decimals(measure: Measure, domain: str) -> tuple[int, int]:
    """Digits shown of deprivation and of the figure."""
    return _DECIMALS[domain], int(measure.about["decimals"])


@lineage.remember(max_entries=40)
def neighbourhoods(indicator_id: str, domain: str) -> Related:
    """One figure and one domain of the same edition, by neighbourhood; beside them `network`, `leads` and `share`."""
    measure = measures()[indicator_id]
    rows = measure.rows
    scores = reads.deprivation(measure.edition)
    score = scores[scores["domain"] == domain].set_index("area_code")["score"]
    whose = homes_of(measure.kind)
    places = [whose[code] for code in rows["area_code"]]
    return related(
        pd.DataFrame(
            {
                "code": rows["area_code"],
                "name": rows["area_short_name"],
                "x": rows["area_code"].map(score),
                "y": rows["value"],
                "network": [place.network for place in places],
                "leads": [place.name for place in places],
                "share": [place.share for place in places],
            }
        )
    )


@lineage.remember()
def place_on_map() -> dict[str, str]:
    """Neighbourhoods of either year to the one of 2011 that the map draws."""
    lookup = reads.lookup()
    return {
        **dict(zip(lookup["lsoa21_code"], lookup["lsoa11_code"], strict=True)),
        **{code: code for code in lookup["lsoa11_code"]},
    }
