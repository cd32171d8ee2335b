"""Figures anyone can look up elsewhere, asked of the store that is shipped."""

from pathlib import Path

import pytest

from shcares.pipeline import build
from shcares.store import queries
from shcares.store.connection import Store, open_store

DATA = Path(__file__).resolve().parents[2] / "data"
ST_HELENS, ENGLAND = "E08000013", "E92000001"


@pytest.fixture(scope="module")
def store() -> Store:
    return open_store(build(DATA))


@pytest.mark.parametrize(
    ("indicator", "area", "period", "value"),
    [
        ("year6_obesity", ST_HELENS, "2024/25", 25.1),
        ("year6_obesity", ENGLAND, "2024/25", 22.2),
        ("reception_obesity", ST_HELENS, "2018/19", 11.6),
        ("at_home_91_days", ST_HELENS, "2020/21", 67.2),
        ("at_home_91_days", ST_HELENS, "2019/20", 89.5),
        ("self_harm_admissions_10_24", ST_HELENS, "2018/19", 978.73),
        ("alcohol_specific_admissions", ST_HELENS, "2019", 1117.45),
        ("falls_admissions_65", ST_HELENS, "2023/24", 2397.42),
        ("suicide_rate", ST_HELENS, "2019", 13.9),
    ],
)
def test_a_published_figure_is_in_the_store(store: Store, indicator: str, area: str, period: str, value: float) -> None:
    rows = queries.observations(store, [indicator], [area], headline_only=True)
    assert rows.loc[rows["period"] == period, "value"].round(2).tolist() == [value]


def test_there_are_119_neighbourhoods_29_of_them_in_the_most_deprived_tenth(store: Store) -> None:
    deciles = queries.deprivation_of_residents(store, "2019").set_index("decile")["lsoas"]
    assert deciles.sum() == 119
    assert deciles[1] == 29


def test_28_of_the_plans_33_practices_are_active_and_south_has_the_most(store: Store) -> None:
    practices = queries.practices(store).dropna(subset=["map_key"])
    assert len(practices) == 33
    assert (practices["status"] == "active").sum() == 28
    assert practices["network_short_name"].value_counts().idxmax() == "South"


def test_the_printed_model_adds_to_95_and_its_source_to_100(store: Store) -> None:
    focus = queries.focus_areas(store)
    assert focus["printed_weight"].sum() == 95
    assert focus["source_weight"].sum() == 100


def test_residents_counted_in_the_census_add_to_the_boroughs(store: Store) -> None:
    neighbourhoods = list(queries.lookup(store)["lsoa21_code"])
    counted = queries.populations(store, neighbourhoods, basis="census")
    everyone = counted[(counted["sex"] == "Persons") & (counted["age_band"] == "All ages")]
    assert everyone["population"].sum() == 183_248
