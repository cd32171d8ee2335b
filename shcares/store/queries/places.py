"""Questions about areas, their outlines, their people and their deprivation."""

from collections.abc import Sequence

import pandas as pd

from shcares.domain.vocabulary import AreaType
from shcares.store.connection import Store


def areas(con: Store, area_types: Sequence[AreaType] | None = None) -> pd.DataFrame:
    """Areas of these types with their parents and validity."""
    return con.frame("areas", area_types=None if area_types is None else [kind.value for kind in area_types])


def area_group(con: Store, group_id: str) -> pd.DataFrame:
    """The areas of one group, such as the city region's six authorities."""
    return con.frame("area_group", group_id=group_id)


def boundaries(con: Store, area_type: AreaType) -> pd.DataFrame:
    """Outlines of one type of area; `geometry` holds well-known binary, longitude before latitude."""
    return con.frame("boundaries", area_type=area_type.value)


def place_labels(con: Store) -> pd.DataFrame:
    """Towns and villages to name on a map: name, kind, longitude, latitude."""
    return con.frame("place_labels")


def lookup(con: Store) -> pd.DataFrame:
    """Which neighbourhoods of 2011 became which of 2021, and the wards they lie in."""
    return con.frame("lookup")


def populations(con: Store, area_codes: Sequence[str] | None = None, *, basis: str) -> pd.DataFrame:
    """Residents by year, sex and age band; basis is mid_year_estimate, imd_denominator or census."""
    return con.frame("populations", area_codes=None if area_codes is None else list(area_codes), basis=basis)


def small_area_deprivation(con: Store, edition: str, domain: str = "imd") -> pd.DataFrame:
    """The borough's neighbourhoods in one edition (2010, 2015, 2019, 2025) and domain: score, rank, decile."""
    return con.frame("small_area_deprivation", edition=edition, domain=domain)


def deprivation(con: Store, edition: str) -> pd.DataFrame:
    """Score, rank and decile of every area and domain held of one edition, areas outside the borough too."""
    return con.frame("deprivation", edition=edition)


def lsoa_deciles(con: Store, edition: str) -> pd.DataFrame:
    """How many of the borough's neighbourhoods are in each national decile, 1 the most deprived."""
    return con.frame("lsoa_deciles", edition=edition)


def deprivation_of_residents(con: Store, edition: str) -> pd.DataFrame:
    """Neighbourhoods and residents (mid-2020) per national decile; residents is NaN where a neighbourhood lacks one."""
    return con.frame("deprivation_of_residents", edition=edition)


def deprivation_of_patients(con: Store) -> pd.DataFrame:
    """Registered patients of each network per national decile of 2019; NaN where the neighbourhood is not known."""
    return con.frame("deprivation_of_patients")
