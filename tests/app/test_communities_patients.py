"""The care communities' patients and places, against figures worked from the shipped rows without pandas or SQL."""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from shcares.ui.places.communities import (
    ages,
    contested,
    counts,
    crossed,
    deprived,
    differences,
    homes_map,
    lived,
    population,
)
from shcares.ui.places.communities.answer import answer
from tests.app.conftest import words_on
from tests.charts.layers import marks_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = "pages/places/care_communities.py"
CENTRAL, NEWTON, NORTH, SOUTH, ST_HELENS = "U67149", "U20349", "U94037", "U94009", "E08000013"
NAMES = {CENTRAL: "Central", NEWTON: "Newton & Haydock", NORTH: "North", SOUTH: "South"}
EVERYWHERE = [*NAMES, ST_HELENS]


def rows_of(path: str) -> Iterator[dict[str, str]]:
    with (ROOT / "data" / path).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def network_of() -> dict[str, str]:
    rows = rows_of("areas/areas.csv")
    return {row["area_code"]: row["parent_code"] for row in rows if row["area_type"] == "practice"}


@cache
def index() -> dict[str, tuple[int, float]]:
    rows = (row for row in rows_of("geography/deprivation.csv") if row["edition"] == "2019" and row["domain"] == "imd")
    return {row["area_code"]: (int(row["decile"]), float(row["score"])) for row in rows if row["decile"]}


@cache
def registered() -> list[tuple[str, str, int]]:
    """Network (blank: none), neighbourhood (blank: not known), patients."""
    rows = rows_of("geography/registrations.csv")
    return [(network_of()[row["practice_code"]], row["area_code"], int(row["patients"])) for row in rows]


@cache
def borough() -> frozenset[str]:
    return frozenset(row["lsoa11_code"] for row in rows_of("geography/lookup.csv"))


@cache
def served() -> dict[str, Counter[str]]:
    """Neighbourhoods of the borough to patients of each of the four networks."""
    found: dict[str, Counter[str]] = {code: Counter() for code in borough()}
    for network, area, patients in registered():
        if network in NAMES and area in found:
            found[area][network] += patients
    return found


@cache
def leaders() -> dict[str, str]:
    return {area: people.most_common(1)[0][0] for area, people in served().items()}


def known(network: str) -> int:
    return sum(people for on, area, people in registered() if on == network and area)


def lives_in(network: str, place: str) -> int:
    """Patients of one list (blank: of practices in no network) who live where another list leads."""
    return sum(people for on, area, people in registered() if on == network and leaders().get(area) == place)


def number(value: float) -> str:
    return f"{value:,.0f}"


@pytest.mark.parametrize(
    ("network", "share", "score"),
    [(CENTRAL, 53.3, 36.4), (NEWTON, 46.8, 30.9), (SOUTH, 45.7, 33.9), (NORTH, 12.6, 19.3)],
)
def test_the_share_in_deprived_neighbourhoods_is_of_patients_whose_neighbourhood_is_known(
    network: str, share: float, score: float
) -> None:
    homes = [(*index()[area], people) for on, area, people in registered() if on == network and area in index()]
    deprived_patients = sum(people for decile, _, people in homes if decile <= 2)
    everyone = sum(people for _, _, people in homes)
    assert round(deprived_patients / everyone * 100, 1) == share
    assert round(sum(score * people for _, score, people in homes) / everyone, 1) == score
    row = deprived.deprived_figure(network).frame.set_index("List").loc[NAMES[network]]
    assert (row["Most deprived fifth, %"], row["Mean score"]) == (share, score)
    assert row["Most deprived fifth, patients"] == deprived_patients
    assert row["Neighbourhood not known"] == sum(
        people for on, area, people in registered() if on == network and not area
    )
    assert row["Patients with a known neighbourhood"] + row["Neighbourhood not known"] == sum(
        people for on, _, people in registered() if on == network
    )
    said = f"{number(deprived_patients)} of {number(everyone)} patients with a known neighbourhood ({share}%)"
    assert said in deprived.deprived_figure(network).sentence


def test_fifths_add_up_and_patients_without_a_neighbourhood_are_named() -> None:
    figure = deprived.deprived_figure(ST_HELENS)
    shares = figure.frame[[name for name in figure.frame if name.endswith("fifth, %") or name[-3:] == ", %"]]
    assert shares.sum(axis=1).between(99.8, 100.2).all()
    unknown = sum(people for on, area, people in registered() if on in NAMES and not area)
    assert f"in no share: {unknown} patients" in figure.notes[0]
    assert all(area.startswith("E") for on, area, _ in registered() if on in NAMES and area)
    assert "no patient is recorded as living outside England" in figure.notes[0]


@pytest.mark.parametrize("network", NAMES)
def test_the_answer_gives_the_newest_list_the_deprived_and_those_in_the_own_place(network: str) -> None:
    newest = max(
        (row["date"], int(row["patients"]))
        for row in rows_of("areas/list_sizes.csv")
        if row["area_code"] == network and row["basis"] == "registered" and row["age_band"] == "All ages"
    )
    assert newest[0] == "2026-04-01"
    own = lives_in(network, network)
    said = answer(network)
    assert said.sentence.endswith(f" of {number(known(network))}.")
    assert said.counts.startswith(f"{NAMES[network]} had {number(newest[1])} patients on 1 April 2026. In July 2022, ")
    inside = sum(lives_in(network, place) for place in NAMES)
    share = f"{number(own)} of {number(inside)} who lived in the borough ({own / inside * 100:.1f}%)"
    assert f"{share} lived in its own place." in said.counts


def test_the_answer_for_the_borough_is_of_all_four_lists() -> None:
    said = answer(ST_HELENS)
    everyone = sum(known(code) for code in NAMES)
    assert said.sentence.endswith(f" of {number(everyone)}.")
    assert said.counts.startswith("The four care communities had 204,460 patients on 1 April 2026.")
    assert "136,500 of 183,547 who lived in the borough (74.4%) lived in their own community’s place." in said.counts


def test_most_of_centrals_patients_live_in_souths_place_and_it_is_said() -> None:
    figure = lived.lives_figure(CENTRAL)
    assert figure.frame.iloc[0].tolist()[:2] == ["South’s place", lives_in(CENTRAL, SOUTH)]
    assert lives_in(CENTRAL, SOUTH) > lives_in(CENTRAL, CENTRAL)
    assert f"More live in South’s place: {number(lives_in(CENTRAL, SOUTH))}." in figure.sentence
    assert "More live" not in lived.lives_figure(NEWTON).sentence


@pytest.mark.parametrize("network", NAMES)
def test_both_lists_hold_every_patient_once(network: str) -> None:
    homes, servers = lived.lives_figure(network).frame, lived.serves_figure(network).frame
    assert homes["Patients"].sum() == known(network)
    there = sum(people for _, area, people in registered() if leaders().get(area) == network)
    assert servers["Patients"].sum() == there
    assert homes["Patients"].is_monotonic_decreasing
    assert servers["Patients"].is_monotonic_decreasing
    assert servers.set_index("Whose list they are on")["Patients"].get(lived.OTHER_PRACTICES) == lives_in("", network)


def test_the_table_of_lists_by_places_says_not_held_and_never_nought() -> None:
    table = crossed.crossed_figure(ST_HELENS).frame.set_index(["On whose list", "Lives in"])
    for network in NAMES:
        for place in NAMES:
            cell = table.loc[NAMES[network], f"{NAMES[place]}’s place"]
            people = lives_in(network, place)
            assert cell["Patients"] == people
            assert cell["% of the list"] == round(people / known(network) * 100, 1)
            there = sum(lives_in(each, place) for each in (*NAMES, ""))
            assert cell["% of the place’s patients"] == round(people / there * 100, 1)
    missing = table.loc[lived.OTHER_PRACTICES].loc[["Outside the borough", "Not known"]]
    assert missing["Patients"].isna().all()
    assert missing["Note"].str.startswith("not available").all()
    assert str(crossed.crossed_figure(ST_HELENS).html).count("not held") == 2


def test_three_in_four_residents_on_the_lists_live_in_their_own_community() -> None:
    inside = sum(sum(people.values()) for people in served().values())
    own = sum(lives_in(code, code) for code in NAMES)
    assert (inside, own, round(own / inside * 100, 1)) == (183_547, 136_500, 74.4)
    assert "Of 183,547 patients on the four lists who live in the borough, 136,500 (74.4%)" in (
        crossed.crossed_figure(SOUTH).sentence
    )


def test_sixteen_neighbourhoods_are_contested_and_each_is_named() -> None:
    wanted = {area for area, people in served().items() if max(people.values()) / sum(people.values()) < 0.5}
    figure = contested.contested_figure(CENTRAL)
    assert len(wanted) == 16
    assert set(figure.frame["Code"]) == wanted
    assert all(name.replace("'", "&#x27;") in str(figure.html) for name in figure.frame["Neighbourhood"])
    led = sum(leaders()[area] == CENTRAL for area in wanted)
    assert f"Central leads in {led} of them" in figure.sentence


@cache
def residents(basis: str, year: str) -> dict[str, int]:
    return {
        row["area_code"]: int(row["population"])
        for row in rows_of("areas/populations.csv")
        if (row["basis"], row["year"], row["sex"], row["age_band"]) == (basis, year, "Persons", "All ages")
    }


def test_registered_and_resident_counts_stand_apart_and_are_those_of_their_rows() -> None:
    table = counts.counts_figure(ST_HELENS).frame.set_index(["Count", "Day"])
    census_of = Counter[str]()
    for row in rows_of("geography/lookup.csv"):
        census_of[row["lsoa11_code"]] += residents("census", "2021")[row["lsoa21_code"]]
    for network, name in NAMES.items():
        mine = [area for area, leader in leaders().items() if leader == network]
        estimate = sum(residents("mid_year_estimate", "2020")[area] for area in mine)
        assert table.loc[("On its list", "1 July 2022"), name] == sum(
            people for on, _, people in registered() if on == network
        )
        assert table.loc[("In its place, on any list", "1 July 2022"), name] == sum(
            people for _, area, people in registered() if leaders().get(area) == network
        )
        assert table.loc[("Residents of its place, estimate", "mid-2020"), name] == estimate
        assert table.loc[("Residents of its place, Census", "2021"), name] == sum(census_of[area] for area in mine)
    assert table["St Helens"].tolist() == [204_460, 200_566, 190_583, 181_095, 183_248]
    assert {kind.split(":")[0] for kind in table["Kind"]} == {"Registered", "Resident"}
    assert table["Use it for"].str.len().gt(0).all()


@pytest.mark.parametrize("network", EVERYWHERE)
def test_lists_and_residents_are_compared_neighbourhood_by_neighbourhood(network: str) -> None:
    figure = differences.differences_figure(network)
    mine = [area for area, leader in leaders().items() if network in (leader, ST_HELENS)]
    listed = sum(people for _, area, people in registered() if area in mine)
    estimate = sum(residents("mid_year_estimate", "2020")[area] for area in mine)
    assert set(figure.frame["Code"]) == set(mine)
    assert f"{number(listed)} patients of any practice" in figure.sentence
    more = f"{number(listed - estimate)} more (+{(listed / estimate - 1) * 100:.1f}%) than the {number(estimate)} of"
    assert more in figure.sentence
    assert figure.frame["Difference from it, %"].is_monotonic_decreasing


def test_ages_are_sums_of_practices_and_the_outline_is_all_four() -> None:
    people: Counter[tuple[str, str, str]] = Counter()
    for row in rows_of("areas/list_sizes.csv"):
        if row["basis"] == "nhsbsa" and row["date"] == "2023-11-01" and row["sex"] != "Persons":
            people[network_of()[row["area_code"]], row["sex"], row["age_band"]] += int(row["patients"])
    assert sum(people.values()) == 202_050
    table = ages.ages_figure(SOUTH).frame.set_index(["List", "Sex", "Age"])["Patients"]
    assert all(table[NAMES[code], sex, band] == count for (code, sex, band), count in people.items())
    over = sum(count for (code, _, band), count in people.items() if code == SOUTH and band in ("65-74", "75+"))
    assert f"{number(over)} (19.4%) were 65 or over" in ages.ages_figure(SOUTH).sentence
    assert (
        "unequal width: 0-4 is half as wide as the next ones, and 75+ has no upper end"
        in (ages.ages_figure(SOUTH).notes[0])
    )
    assert "All four communities together" in str(ages.ages_figure(SOUTH).spec)
    assert "All four communities together" not in str(ages.ages_figure(ST_HELENS).spec)


@pytest.mark.parametrize("network", NAMES)
def test_the_list_over_time_is_as_published_and_the_other_count_is_not_joined(network: str) -> None:
    published = {
        row["date"]: int(row["patients"])
        for row in rows_of("areas/list_sizes.csv")
        if row["area_code"] == network and row["basis"] == "registered" and row["age_band"] == "All ages"
    }
    figure = population.population_figure(network)
    ours = figure.frame[figure.frame["Counted by"] == "NHS England"]
    assert dict(zip(ours["Day"].astype(str), ours["Patients"], strict=True)) == published
    assert figure.spec is not None
    drawn = marks_of(figure.spec, "line")[0]["values"]
    assert {point["value"] for point in drawn} == set(published.values())
    days = sorted({(point["at"][:10], point["run"]) for point in drawn})
    months = [int(day[:4]) * 12 + int(day[5:7]) for day, _ in days]
    for (first, later), (before, after) in zip(pairwise(months), pairwise(days), strict=True):
        assert (later - first == 1) is (before[1] == after[1])
    older = sum(
        int(row["patients"])
        for row in rows_of("areas/list_sizes.csv")
        if row["basis"] == "nhsbsa"
        and row["date"] == "2013-04-01"
        and row["age_band"] == "All ages"
        and network_of()[row["area_code"]] == network
    )
    assert any(f"not joined: {number(older)} in April 2013" in note for note in figure.notes)


def test_the_lists_of_the_four_add_up_to_the_whole_on_every_day() -> None:
    rows = population.lists().pivot_table(index="date", columns="area_code", values="patients")
    assert (rows[list(NAMES)].sum(axis=1) == rows["E38000172"]).all()


def test_mergers_and_the_day_homes_were_counted_are_marked_and_explained() -> None:
    figure = population.population_figure(SOUTH)
    said = " ".join(figure.notes)
    for name in ("Cornerstone Surgery into Atlas", "Holly Bank Surgery into Atlas", "Crossroads Surgery into Longton"):
        assert name in said
    assert "where patients live was counted, 1 July 2022" in said
    assert "merger" not in " ".join(population.population_figure(NORTH).notes)


def test_the_map_paints_every_neighbourhood_by_its_share() -> None:
    figure = homes_map.map_figure(CENTRAL)
    table = figure.frame.set_index("Code")
    assert set(table.index) == set(borough())
    for area, people in served().items():
        assert table.loc[area, "Central, patients"] == people[CENTRAL]
        assert table.loc[area, "Central, %"] == round(people[CENTRAL] / sum(people.values()) * 100, 1)
    assert "Three quarters or more" in str(figure.spec)
    assert f"Central’s list leads {list(leaders().values()).count(CENTRAL)} of 119" in figure.sentence


@pytest.mark.parametrize("area", EVERYWHERE)
@pytest.mark.parametrize("part", ["Its patients", "Who lives where"])
def test_the_page_opens_with_its_answer_for_every_area(area: str, part: str) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page(PAGE)
    app.query_params["part"] = part
    app.run()
    app.selectbox(key="area").set_value(area).run()
    assert not app.exception
    words = words_on(app)
    assert answer(area).sentence in words
    assert "A care community is a network’s list of patients, not a territory." in words
    assert ("Whose patients live in" in words) is (part == "Its patients")
    assert ("Contested neighbourhoods" in words) is (part == "Who lives where")


@pytest.mark.parametrize("part", ["Its patients", "Who lives where"])
def test_a_comparator_that_changes_nothing_is_said_to(part: str) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page(PAGE)
    app.query_params["part"] = part
    app.run()
    assert "does not change it" not in words_on(app)
    app.selectbox(key="compare").set_value("E12000002").run()
    assert "the North West does not change it" in words_on(app)
