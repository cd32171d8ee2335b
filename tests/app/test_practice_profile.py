"""A practice's page says who it is, what became of it, where it differs, and gives no household away."""

import json
import re
from functools import cache
from math import sqrt
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st_
from streamlit.testing.v1 import AppTest

from shcares.domain import areas
from shcares.stats.suppression import Band
from shcares.style.palette import Scheme
from shcares.ui import reads
from shcares.ui.places.names import practice_labels, practice_order
from shcares.ui.places.practice import (
    answer,
    deprived,
    every,
    fate,
    hiding,
    history,
    homes_of,
    known,
    others,
    registers,
    standing,
    where,
)
from shcares.ui.places.practice.hiding import SMALLEST_SHOWN, Shown
from shcares.ui.registers.counted import is_register
from tests.app.conftest import ROOT, words_on

DATA = ROOT / "data"
PRACTICES = pd.read_csv(DATA / "areas/practices.csv")
EVENTS = pd.read_csv(DATA / "areas/practice_events.csv")
LISTS = pd.read_csv(DATA / "areas/list_sizes.csv", parse_dates=["date"])
HOMES = pd.read_csv(DATA / "geography/registrations.csv")
LOOKUP = pd.read_csv(DATA / "geography/lookup.csv")
CODES = PRACTICES["practice_code"].tolist()
SOUTH, NORTH = "U94009", "U94037"
ATLAS, SPINNEY, LONGTON, CROSSROADS, MODALITY = "N83023", "N83035", "N83053", "N83635", "N83020"
LIME_GROVE, BERRYMEAD, ELDERCARE, PHOENIX = "N83022", "N83008", "Y02511", "N83006"
TABS = ("Its list", "Where its patients live", "Names and doubts", "All practices of the plan")
COUNTED = {code: rows for code, rows in HOMES.groupby("practice_code") if code in CODES}
INSIDE = HOMES[HOMES["practice_code"].isin(CODES) & HOMES["area_code"].isin(LOOKUP["lsoa11_code"])]


def everybody(code: str, basis: str) -> pd.DataFrame:
    """The whole list of a practice on one basis, straight from the file."""
    rows = LISTS[(LISTS["area_code"] == code) & (LISTS["basis"] == basis)]
    return rows[(rows["sex"] == "Persons") & (rows["age_band"] == "All ages")].sort_values("date")


def thousands(number: float) -> str:
    return f"{number:,.0f}"


# Who can be chosen, and how


def test_every_practice_can_be_chosen_and_is_found_by_each_of_its_names() -> None:
    assert set(practice_labels()) == set(CODES)
    for row in PRACTICES.to_dict("records"):
        label = practice_labels()[row["practice_code"]].casefold()
        names = [row["official_name"], row["practice_code"], row["plan_name"]]
        for name in (name for name in names if isinstance(name, str)):
            letters = iter(label)
            assert all(letter in letters for letter in name.casefold()), f"{name} is not found in {label}"


def test_a_chosen_communitys_practices_come_first_open_ones_before_the_others_and_none_is_left_out() -> None:
    order = practice_order(SOUTH)
    south = PRACTICES[PRACTICES["network_code"] == SOUTH]
    assert set(order[: len(south)]) == set(south["practice_code"])
    gone = set(south.loc[south["status"] != "active", "practice_code"])
    assert set(order[len(south) - len(gone) : len(south)]) == gone
    assert sorted(order) == sorted(CODES)


@pytest.fixture(scope="module")
def page() -> AppTest:
    """The page, opened once; each test chooses its own practice."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    return app.switch_page("pages/places/practices.py").run()


def choose(page: AppTest, code: str) -> AppTest:
    return page.selectbox(key="practice").set_value(code).run()


def headline(page: AppTest) -> str:
    found = re.search(r"<h1 class='shc-answer'>(.*?)</h1>", " ".join(one.proto.body for one in page.get("html")))
    assert found
    return found[1]


@pytest.mark.parametrize("code", CODES)
def test_every_practice_has_a_page(page: AppTest, code: str) -> None:
    shown = choose(page, code)
    assert not shown.exception
    row = PRACTICES.set_index("practice_code").loc[code]
    assert code in words_on(shown)
    if isinstance(row["plan_name"], str):
        assert f"Number {row['map_key']:.0f} on the plan’s map: {row['plan_name']}" in words_on(shown)
    else:
        assert "Not among the plan’s practices" in words_on(shown)


@pytest.mark.parametrize("code", [ATLAS, LIME_GROVE, ELDERCARE, "N83060", "N83624"])
def test_every_view_of_a_practice_with_few_or_no_figures_opens(code: str) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page("pages/places/practices.py")
    for tab in TABS:
        app.query_params["practice"], app.query_params["part_of_practice"] = practice_labels()[code], tab
        assert not app.run().exception
        assert app.tabs[TABS.index(tab) + 1].children, f"{tab} is empty"


def test_an_address_that_names_no_practice_shows_the_first() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page("pages/places/practices.py")
    app.query_params["practice"] = "no such surgery"
    assert headline(app.run()).startswith("Atlas Medical Practice")
    assert not app.exception


def test_another_area_shows_its_own_first_practice_only_while_none_was_chosen() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page("pages/places/practices.py").run()
    app.selectbox(key="area").set_value(NORTH).run()
    assert headline(app).startswith("Bethany Medical Centre, in the North network")
    choose(app, SPINNEY)
    app.selectbox(key="area").set_value(areas.ST_HELENS).run()
    assert headline(app).startswith("Spinney Medical Centre")


# What it is and what became of it


@pytest.mark.parametrize("code", CODES)
def test_the_answer_gives_the_newest_list_or_says_what_ended_it(code: str) -> None:
    row, said = PRACTICES.set_index("practice_code").loc[code], fate.answer(code)
    if row["status"] == "active":
        last = everybody(code, "registered").iloc[-1]
        assert f"has {thousands(last['patients'])} registered patients" in said
        assert f"{last['date'].day} {last['date']:%B %Y}" in said
    elif isinstance(row["close_date"], str):
        day = pd.Timestamp(row["close_date"])
        assert f"closed on {day.day} {day:%B %Y}" in said
    else:
        assert "is dormant in the register" in said


def test_who_took_in_whom_is_said_on_both_pages_and_never_as_a_fact() -> None:
    moves = EVENTS[EVENTS["event"] == "merged_into"]
    assert len(moves) == 5
    for gone, now in zip(moves["practice_code"], moves["other_code"], strict=True):
        name = {code: label.split(" (")[0] for code, label in practice_labels().items()}
        assert f"appear to have moved to {name[now]} (inferred from list sizes)" in fate.answer(gone)
        assert f"appears to have taken in the patients of {name[gone]}" in answer.became_of(now) or (
            f"and {name[gone]}" in answer.became_of(now)
        )
        assert "inferred from list sizes, not published" in answer.became_of(now)


def test_one_click_leads_from_a_closed_practice_to_where_its_patients_went_and_back(page: AppTest) -> None:
    choose(page, CROSSROADS)
    page.button(key=f"practice-to-{LONGTON}").click().run()
    assert headline(page).startswith("Longton Medical Centre")
    page.button(key=f"practice-to-{CROSSROADS}").click().run()
    assert headline(page).startswith("Crossroads Surgery closed on 28 February 2025")
    assert "One list" not in words_on(page)
    assert "A list of 2,631 ended" in words_on(page)


def test_a_closed_practice_shows_the_list_it_had_until_its_patients_left() -> None:
    facts = answer.answer_html("N83624", Scheme.SAFE)
    before = everybody("N83624", "registered").set_index("date").loc["2025-03-01", "patients"]
    assert f"<dt>Patients before they moved</dt><dd>{thousands(before)}</dd>" in facts
    assert "Patients, last count</dt><dd>707</dd><dd class='shc-small'>1 January 2016" in answer.answer_html(
        ELDERCARE, Scheme.SAFE
    )


def test_a_match_by_elimination_is_seen_on_the_first_screen_and_in_the_list_of_all() -> None:
    assert "<strong>Matched with the plan by elimination only; needs a local check</strong>" in answer.answer_html(
        BERRYMEAD, Scheme.SAFE
    )
    assert "by elimination" not in answer.answer_html(ATLAS, Scheme.SAFE)
    assert "Number 31, Ferguson Family Medical Practice: matched with the plan by elimination only" in str(
        every.every_figure(areas.ST_HELENS, ATLAS).notes
    )


def test_the_list_of_all_has_the_33_of_the_plan_once_each_with_what_became_of_them() -> None:
    frame = every.every_figure(SOUTH, ATLAS).frame.set_index("No")
    plan = PRACTICES.dropna(subset=["map_key"]).set_index("map_key")
    assert sorted(frame.index) == list(range(1, 34))
    assert (frame["In the plan"] == plan.loc[frame.index, "plan_name"]).all()
    assert list(frame["Care community"].head(13)) == ["South"] * 13
    assert frame["Status"].value_counts().to_dict() == {"open": 28, "closed": 4, "dormant": 1}
    for number, row in frame.iterrows():
        newest = everybody(row["Code"], "registered").iloc[-1]["patients"]
        assert pd.isna(row["Patients"]) if row["Status"] != "open" else row["Patients"] == newest, number
    assert "Closed on 30 June 2024; patients appear to have moved to Atlas Medical Practice" in frame.loc[29].iloc[-2]


def test_a_list_that_doubled_with_nothing_recorded_is_said_to_be_unexplained() -> None:
    step = next(note for note in known.doubts(MODALITY) if "Nothing recorded explains" in note)
    assert "rose from 7,462 to 15,007 between 1 April 2020 and 1 January 2021" in step
    assert "The list of Lime Grove Surgery, at the same postcode, ended in that time; no record says" in step
    assert "no record says whether its patients went there" in answer.became_of(LIME_GROVE)
    assert [code for code in CODES if fate.unexplained(code)] == [MODALITY]


def test_figures_older_than_a_merger_are_said_to_be_of_the_list_before_it() -> None:
    assert "The registers below are of its list before that." in answer.became_of(LONGTON)
    assert "before it took in Crossroads Surgery" in answer.answer_html(LONGTON, Scheme.SAFE)
    assert "Holly Bank" not in where.one_day(ATLAS), "its list had ended by that very day"
    assert "Holly Bank" not in homes_of.why_none("N83604")


# Its list


@pytest.mark.parametrize("code", CODES)
def test_every_count_of_a_list_is_shown_as_published_under_the_office_that_made_it(code: str) -> None:
    counts = history.counts_of(code)
    for basis, name in history.BASES.items():
        rows = everybody(code, basis)
        assert counts.loc[counts["basis"] == name, "value"].tolist() == rows["patients"].tolist()
    assert history.history_figure(code).spec is not None


def lines_of(spec: dict[str, Any]) -> list[pd.DataFrame]:
    drawn = [layer for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    return [pd.DataFrame(spec["datasets"][layer["data"]["name"]]) for layer in drawn]


@pytest.mark.parametrize("code", CODES)
def test_no_line_joins_two_offices_a_gap_or_the_sides_of_a_merger(code: str) -> None:
    spec = history.history_figure(code).spec
    assert spec is not None
    own = EVENTS[(EVENTS["practice_code"] == code) & EVENTS["event"].isin(["took_in", "merged_into"])]
    days = pd.to_datetime(own["date"])
    for line in lines_of(spec):
        assert set(line["basis"]) <= {history.BASES["registered"]}
        for _, run in line.assign(at=pd.to_datetime(line["at"])).groupby("run"):
            assert run["at"].diff().dropna().le(pd.Timedelta(days=31)).all()
            assert not any((run["at"] < day).any() and (run["at"] >= day).any() for day in days)


def test_two_offices_that_counted_the_same_day_are_both_quoted() -> None:
    ours, theirs = (everybody(ATLAS, basis).set_index("date")["patients"] for basis in ("registered", "nhsbsa"))
    said = history.disagreement(ATLAS)
    assert f"NHS England counted {thousands(ours['2023-11-01'])} patients" in said
    assert f"Authority {thousands(theirs['2023-11-01'])}" in said


# Its registers


@cache
def observations() -> pd.DataFrame:
    """Every figure of the practices' indicators, straight from the files."""
    parts = (pd.read_csv(path, low_memory=False) for path in sorted((DATA / "observations").glob("*.csv")))
    return pd.concat([part[part["indicator_id"].str.startswith("gp_")] for part in parts])


def qof(indicator_id: str) -> pd.DataFrame:
    rows = observations()
    return rows[rows["indicator_id"] == indicator_id]


def wilson(count: float, of: float) -> tuple[float, float]:
    z = 1.959963984540054
    middle, reach = 2 * count + z * z, z * sqrt(z * z + 4 * count * (1 - count / of))
    return (middle - reach) / (2 * (of + z * z)) * 100, (middle + reach) / (2 * (of + z * z)) * 100


@pytest.mark.parametrize("indicator", ["gp_depression_qof_practice", "gp_copd_qof", "gp_palliative_care_qof"])
def test_a_register_is_clearly_different_exactly_when_its_interval_misses_st_helens(indicator: str) -> None:
    rows = qof(indicator).query("period == '2020/21'").set_index("area_code")
    whole = rows.loc[areas.SUB_ICB, "value"]
    for code in (code for code in CODES if code in rows.index):
        reading = next(one for one in standing.registers(code) if one.indicator_id == indicator)
        count, of = rows.loc[code, ["count", "denominator"]].astype(float)
        low, high = wilson(count, of)
        expected = Band.CLEARLY_HIGHER if low > whole else Band.CLEARLY_LOWER if high < whole else Band.CANNOT_TELL
        assert reading.band is expected
        assert reading.value == pytest.approx(count / of * 100, abs=5e-4)
        assert (reading.row["lower_ci"], reading.row["upper_ci"]) == pytest.approx((low, high), abs=1e-6)


def test_spinneys_depression_register_is_read_against_its_network_st_helens_and_england() -> None:
    rows = qof("gp_depression_qof_practice").query("period == '2020/21'").set_index("area_code")["value"]
    row = registers.registers_figure(SPINNEY).frame.set_index("Register").loc["Depression"]
    assert (row["On the register"], row["Patients"], row["Of whom"]) == (1542, 5811, "patients aged 18 and over")
    assert [row["South, %"], row["St Helens, %"], row["England, %"]] == [
        round(rows[area], 2) for area in (SOUTH, areas.SUB_ICB, areas.ENGLAND)
    ]
    assert row["Against St Helens"] == "clearly higher (99.8%)"
    assert "1,542 of 5,811 patients aged 18 and over, 26.5% (25.4 to 27.7), St Helens 17.1%" in str(
        registers.registers_figure(SPINNEY).sentence
    )


@pytest.mark.parametrize("code", [code for code in CODES if code != ELDERCARE])
def test_registers_stand_in_three_bands_the_clearest_at_the_ends(code: str) -> None:
    found = standing.registers(code)
    order = {Band.CLEARLY_HIGHER: 0, Band.CANNOT_TELL: 1, Band.CLEARLY_LOWER: 2}
    places = [order[reading.band] for reading in found]
    assert places == sorted(places)
    assert len({reading.indicator_id for reading in found}) == len(found)
    for reading in found:
        assert (abs(reading.clearness) > 1) == (reading.band is not Band.CANNOT_TELL), reading.name
    figure = registers.registers_figure(code)
    assert "not adjusted for age" in str(figure.notes)
    assert "Neither side is good or bad" in str(figure.notes)
    shown = answer.answer_html(code, Scheme.SAFE)
    for band, number in enumerate(("higher", "tell", "lower")):
        assert f"{places.count(band)} of {len(found)} register" in shown, number


def test_a_practice_that_left_before_the_last_counted_year_is_read_in_its_own_last_year() -> None:
    found = standing.registers(LIME_GROVE)
    assert {reading.held.period for reading in found} == {"2019/20"}
    asthma = qof("gp_asthma_qof_all_ages").query("period == '2019/20'").set_index("area_code")["value"]
    reading = next(one for one in found if one.indicator_id == "gp_asthma_qof_all_ages")
    assert reading.held.benchmark.value == pytest.approx(asthma[areas.SUB_ICB])
    assert reading.network_value == pytest.approx(asthma["U20349"])


def test_an_older_definition_gives_way_to_its_successor_where_both_are_counted() -> None:
    names = {reading.indicator_id for reading in standing.registers(SPINNEY)}
    assert "gp_asthma_qof" in names
    assert "gp_asthma_qof_all_ages" not in names


def test_other_measures_are_newest_and_compared_only_where_they_have_an_interval() -> None:
    frame = others.others_figure(SPINNEY, Scheme.SAFE).frame.set_index("Measure")
    points = qof("gp_qof_points").query("area_code == @SPINNEY").set_index("period")["value"]
    assert frame.loc["Quality points achieved by GP practices", "This practice"] == f"{points['2024/25']:.1f}%"
    assert frame.loc["Quality points achieved by GP practices", "Compared"] == "Not compared: no interval"
    smoking = qof("gp_smoking_qof").query("period == '2023/24'").set_index("area_code")
    low, _ = wilson(*smoking.loc[SPINNEY, ["count", "denominator"]].astype(float))
    assert low > smoking.loc[areas.SUB_ICB, "value"]
    assert frame.loc["Smoking in adults", "Compared"] == "clearly higher than St Helens (14.1%), worse"
    without = frame.loc[frame["95% interval"] == "none held", "Compared"]
    assert without.str.match("Not compared: no interval$|Not tested: published without a count, ").all()
    assert frame.loc["Diabetes", "Period"].startswith("2022/23")


def test_every_register_has_a_row_and_one_that_is_not_tested_says_why() -> None:
    tested = {one.indicator_id: one for one in standing.registers(SPINNEY)}
    frame = others.others_figure(SPINNEY, Scheme.SAFE).frame.set_index("Measure")["Compared"]
    earlier = tested["gp_diabetes_qof"]
    assert frame["Diabetes"] == (
        "Not tested: published without a count, which a test needs. "
        f"{earlier.held.period} has one and is tested above: {earlier.shown(earlier.value)}."
    )
    current = {one for one in registers_held() if pd.isna(reads.indicator(one)["superseded_by"])}
    for code in (SPINNEY, LIME_GROVE):
        shown = {one.indicator_id for one in (*standing.registers(code), *standing.others(code))}
        named = set(others.absent_registers(code))
        assert current <= shown | named
        assert not shown & named
    gone = others.others_figure(LIME_GROVE, Scheme.SAFE).frame.set_index("Measure").loc["Asthma"]
    assert (gone["This practice"], gone["Compared"]) == ("no data", "Not tested: no figure of this practice is held")


def registers_held() -> list[str]:
    return [one for one in standing.practice_indicators() if is_register(reads.indicator(one))]


def test_a_practice_without_registers_says_why(page: AppTest) -> None:
    assert standing.registers(ELDERCARE) == ()
    said = words_on(choose(page, ELDERCARE))
    assert "No register of it is held with counts" in said
    assert "it closed on 30 September 2018" in said
    assert "Patients are held by neighbourhood only for 1 July 2022, when its list had already ended." in said


# Where its patients live


def fifths(rows: pd.DataFrame) -> dict[int, int]:
    index = pd.read_csv(DATA / "geography/deprivation.csv").query("edition == 2019 and domain == 'imd'")
    decile = rows["area_code"].map(index.set_index("area_code")["decile"])
    known_ = rows[decile.notna()]
    return (
        known_["patients"].groupby((decile[decile.notna()] / 2).apply(lambda place: -int(-place // 1))).sum().to_dict()
    )


@pytest.mark.parametrize("code", [ATLAS, LONGTON, "N83049"])
def test_patients_by_deprivation_are_the_registrations_added_up(code: str) -> None:
    counts = homes_of.deprived(code)
    assert counts is not None
    assert counts.fifths == fifths(COUNTED[code])
    frame = deprived.deprived_figure(code).frame.set_index("List")
    south = HOMES[HOMES["practice_code"].isin(PRACTICES.loc[PRACTICES["network_code"] == SOUTH, "practice_code"])]
    if code == ATLAS:
        assert frame.loc["South network", "Most deprived fifth, patients"] == fifths(south)[1]
    assert f"{thousands(counts.fifths[1])} of {thousands(sum(counts.fifths.values()))}" in answer.answer_html(
        code, Scheme.SAFE
    )


def test_no_fifth_of_any_practice_holds_so_few_patients_that_its_figure_must_be_hidden() -> None:
    for code in COUNTED:
        counts = homes_of.deprived(str(code))
        assert counts is not None
        assert min(counts.fifths.values()) >= SMALLEST_SHOWN


def test_the_published_deprivation_score_stands_beside_and_is_not_compared() -> None:
    score = qof("gp_imd_score").query("area_code in @CODES").set_index("area_code")["value"]
    assert f": {score[ATLAS]:.1f}; {len(score)} practices lie between" in deprived.published_score(ATLAS)
    assert "not compared" in deprived.published_score(ATLAS)
    assert "No deprivation score" in deprived.published_score(LIME_GROVE)


@pytest.mark.parametrize("code", sorted(COUNTED))
def test_what_is_shown_of_a_neighbourhood_is_its_count_and_no_small_one_is(code: str) -> None:
    frame = where.where_figure(code).frame.set_index("Code")["Patients"]
    counts = INSIDE[INSIDE["practice_code"] == code].set_index("area_code")["patients"]
    assert set(frame.index) == set(LOOKUP["lsoa11_code"])
    for area, shown in frame.items():
        people = counts.get(area, 0)
        assert shown in ((thousands(people), "not shown") if people >= SMALLEST_SHOWN else ("fewer than 8, or none",))
    hidden = frame[~frame.str.fullmatch(r"[\d,]+")]
    assert all(list(part.index) == sorted(part.index) for _, part in hidden.groupby(hidden))


@pytest.mark.parametrize("code", sorted(COUNTED))
def test_the_map_says_of_a_neighbourhood_what_the_table_says(code: str) -> None:
    figure = where.where_figure(code)
    table = figure.frame.set_index("Code")["Patients"]
    held = json.loads(json.dumps(figure.spec))["datasets"].values()
    features = {row["id"]: row["properties"] for rows in held for row in rows if "properties" in row}
    assert {area: told["said"] for area, told in features.items()} == table.to_dict()
    assert {area for area, told in features.items() if told["group"] == ""} == set(table.index[table == "not shown"])
    for area, told in features.items():
        if table[area] == "fewer than 8, or none":
            assert told["group"] == "fewer than 8, or none"


def test_no_small_count_is_the_only_hidden_one_of_its_practice_or_of_its_network() -> None:
    said = hiding.all_shown()
    rows = INSIDE.assign(network=INSIDE["practice_code"].map(PRACTICES.set_index("practice_code")["network_code"]))
    small = rows[rows["patients"] < SMALLEST_SHOWN]
    assert len(small) > 500
    for code, area, network in zip(small["practice_code"], small["area_code"], small["network"], strict=True):
        mates = [one for one in COUNTED if PRACTICES.set_index("practice_code").loc[one, "network_code"] == network]
        assert said[code, area] is Shown.FEW_OR_NONE
        assert sum(said[one, area] is not Shown.COUNT for one in mates) > 1
        assert sum(said[code, other] is not Shown.COUNT for other in LOOKUP["lsoa11_code"].unique()) > 1


def test_patients_outside_the_borough_are_told_without_a_small_number() -> None:
    for code in COUNTED:
        placed = where.homes_by_place(str(code))
        out = COUNTED[code][COUNTED[code]["area_code"].notna()]
        out = out[~out["area_code"].isin(LOOKUP["lsoa11_code"])]["patients"].sum()
        assert placed.elsewhere == out
        said = f"{where.inside_words(placed)} {where.outside_words(placed)}"
        told = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", said.replace("fewer than 8", ""))]
        assert min(told) >= SMALLEST_SHOWN, said
    assert "All but a few (fewer than 8) of 3,567 patients" in where.inside_words(where.homes_by_place(PHOENIX))
    assert "Knowsley 1,564" in where.outside_words(where.homes_by_place("N83010"))


@given(st_.dictionaries(st_.text("abcdef", min_size=1, max_size=3), st_.integers(1, 60), max_size=8))
def test_what_is_not_named_adds_to_nothing_or_to_no_small_number(counts: dict[str, int]) -> None:
    shown, rest = hiding.shown_or_rest(counts)
    assert sum(shown.values()) + rest == sum(counts.values())
    assert all(people >= SMALLEST_SHOWN for people in shown.values())
    assert rest == 0 or rest >= SMALLEST_SHOWN or not shown


# What to be careful about


def test_doubts_name_what_is_unsure_of_each_practice() -> None:
    said = {code: " ".join(known.doubts(code)) for code in CODES}
    assert [code for code in CODES if "by elimination only" in said[code]] == [BERRYMEAD]
    assert "Registers disagree about its postcode" in said["N83620"]
    assert "It has moved" in said["N83006"]
    assert "It has moved" not in said[ATLAS]
    assert "By 1 March 2024 it took in Crossroads Surgery (inferred)" in said[LONGTON]
    assert "It is no longer open" in said[CROSSROADS]
    assert [code for code in CODES if "not in the plan’s list" in said[code]] == PRACTICES.loc[
        PRACTICES["map_key"].isna(), "practice_code"
    ].tolist()
    assert all("one day only, 1 July 2022" in said[code] for code in CODES if code in COUNTED)


def test_every_recorded_event_is_listed_with_its_certainty_and_its_grounds() -> None:
    for code in CODES:
        own, frame = EVENTS[EVENTS["practice_code"] == code], known.events_figure(code).frame
        assert sorted(frame["Grounds"]) == sorted(own["note"])
        assert (frame["Certainty"] == "inferred from list sizes").sum() == (own["certainty"] == "inferred").sum()
