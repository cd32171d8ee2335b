"""Residents beside patients: how many people live in each neighbourhood, and how many there are on any list."""

from dataclasses import dataclass

import pandas as pd

from shcares.ui import lineage, reads
from shcares.ui.places import homes
from shcares.ui.places.communities import overlap


@lineage.remember()
def by_neighbourhood() -> pd.DataFrame:
    """One row a neighbourhood of 2011, indexed by its code.

    `community` (whose list leads there), `listed` (patients of any practice who live there), `estimate` (residents,
    newest mid-year estimate) and `census` (residents; of a neighbourhood that was split in 2021, its parts added up).
    """
    places = homes.by_place()
    newest = reads.mid_year_residents()
    estimate = newest[newest["year"] == estimate_year()].set_index("area_code")["population"]
    counted = reads.census_neighbourhoods().set_index("area_code")["population"]
    parts = reads.lookup()[["lsoa11_code", "lsoa21_code"]]
    census = parts["lsoa21_code"].map(counted).groupby(parts["lsoa11_code"]).sum(min_count=1)
    return pd.DataFrame(
        {
            "community": places["leading"],
            "listed": places["networks"] + places[homes.OTHERS],
            "estimate": estimate.reindex(places.index),
            "census": census.reindex(places.index),
        }
    )


def estimate_year() -> int:
    """The year of the newest mid-year estimate of neighbourhoods."""
    return int(reads.mid_year_residents()["year"].max())


@dataclass(frozen=True)
class Lived:
    """People of one community's place: on any list, by the newest estimate, by the census."""

    listed: int
    estimate: int
    census: int


@lineage.remember()
def lived_in(area_code: str) -> Lived:
    """The people of one community's place; of the whole borough for any other code."""
    rows = by_neighbourhood()
    chosen = rows[rows["community"] == area_code] if area_code in overlap.codes() else rows
    return Lived(*(int(chosen[column].sum()) for column in ("listed", "estimate", "census")))
