"""Figures of the care communities and practices that anyone can work out from the published files, as the app does."""

import csv
from pathlib import Path

import pytest

from shcares.domain import areas
from shcares.stats.catchments import Holding
from shcares.ui import place, reads
from shcares.ui.places import homes
from shcares.ui.places.names import practice_labels

DATA = Path(__file__).resolve().parents[2] / "data"
COMMUNITIES = {"Central": 53.3, "Newton & Haydock": 46.8, "South": 45.7, "North": 12.6}


def _register() -> list[dict[str, str]]:
    with (DATA / "areas" / "practices.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _networks() -> dict[str, str]:
    known = reads.networks()
    return dict(zip(known["short_name"], known["area_code"], strict=True))


def test_the_patients_are_counted_on_the_first_of_july_2022() -> None:
    assert f"{homes.registered_on():%Y-%m-%d}" == "2022-07-01"


@pytest.mark.parametrize(("community", "share"), COMMUNITIES.items())
def test_the_share_of_patients_who_live_in_the_most_deprived_fifth(community: str, share: float) -> None:
    """Of patients whose neighbourhood is known and in England's index, those in tenths 1 and 2."""
    rows = homes.patients()
    own = rows[(rows["network_code"] == _networks()[community]) & rows["decile"].notna()]
    deprived = own.loc[own["decile"] <= 2, "patients"].sum() / own["patients"].sum() * 100
    assert round(deprived, 1) == share
    shown = place.facts_figure(_networks()[community]).frame.set_index("Figure")["Value"]
    assert shown["Patients who live in the most deprived fifth of England"] == f"{share}%"


def test_about_three_quarters_of_the_residents_on_the_networks_lists_live_in_their_own_community() -> None:
    assert round(homes.share_in_own_community() * 100, 1) == 74.4
    rows = homes.patients()
    mine = rows[rows["inside"] & rows["network_code"].isin(list(_networks().values()))]
    at_home = mine.loc[mine["network_code"] == mine["community"], "patients"].sum() / mine["patients"].sum()
    assert at_home == pytest.approx(homes.share_in_own_community())


def test_in_16_of_119_neighbourhoods_no_community_has_half_of_the_residents() -> None:
    places = homes.by_place()
    counts = places[list(_networks().values())]
    assert len(places) == 119
    assert (counts.max(axis="columns") < 0.5 * counts.sum(axis="columns")).sum() == 16
    assert (places["holding"] == Holding.CONTESTED).sum() == 16


def test_28_of_the_plans_33_practices_are_open() -> None:
    in_plan = [row for row in _register() if row["map_key"]]
    assert len(in_plan) == 33
    assert sum(row["status"] == "active" for row in in_plan) == 28
    shown = place.facts_figure(areas.ST_HELENS).frame.set_index("Figure")["Value"]
    assert shown["GP practices of the plan still open"] == "28 of 33"


@pytest.mark.parametrize("row", [row for row in _register() if row["map_key"]], ids=lambda row: row["practice_code"])
def test_a_practice_of_the_plan_is_found_by_every_name_it_has(row: dict[str, str]) -> None:
    """By the plan's name, and by the register's as it prints it: a box asks only for the letters in order."""
    label = practice_labels()[row["practice_code"]].casefold()
    assert row["plan_name"].casefold() in label
    letters = iter(label)
    assert all(letter in letters for letter in row["official_name"].casefold()), row["official_name"]
    assert row["practice_code"].casefold() in label


def test_a_practice_is_found_by_the_registers_name_in_natural_spelling() -> None:
    known = reads.practices().dropna(subset=["map_key"]).set_index("practice_code")["name"]
    labels = practice_labels()
    missed = {
        code: name
        for code, name in known.items()
        if name.casefold() not in labels[str(code)].casefold()
        and not any(row["practice_code"] == code and row["official_name"] in labels[str(code)] for row in _register())
    }
    assert not missed
    assert "patterdale lodge medical centre" in labels["N83002"].casefold()


def test_four_open_practices_share_the_address_wa10_2dj() -> None:
    known = reads.practices()
    here = known[(known["postcode"] == "WA10 2DJ") & (known["status"] == "active")]
    assert sorted(here["short_name"]) == ["Central Surgery", "Newholme Surgery", "Ormskirk House", "Parkfield Surgery"]
