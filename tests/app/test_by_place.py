"""Priorities by place: every verdict worked again from the files with pandas, and the page as a visitor finds it."""

from functools import cache

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from shcares.stats.carried import Carried
from shcares.style.palette import Scheme
from shcares.ui import reads
from shcares.ui.inequalities.by_place import (
    answer,
    deprived,
    forest,
    method,
    neighbourhoods,
    overview,
    plan,
    registers,
    standing,
    tested,
)
from shcares.ui.registers.register import register
from tests.app.by_hand import CENTRAL, NETWORKS, NEWTON, NORTH, SOUTH, ST_HELENS, latest_counts, published
from tests.app.conftest import ROOT, words_on

Z_998 = 3.0902323061678132
DECLARED = {
    "income": "income",
    "employment": "employment",
    "education": "education",
    "health": "quality_of_care",
    "crime": "community_safety",
    "housing": "built_environment_and_housing access_to_care",
    "environment": "environmental_quality built_environment_and_housing",
}


@cache
def homes() -> pd.DataFrame:
    """Patients by network and neighbourhood, straight from the files."""
    known = pd.read_csv(ROOT / "data/areas/practices.csv").set_index("practice_code")["network_code"]
    rows = pd.read_csv(ROOT / "data/geography/registrations.csv")
    return rows.assign(network=rows["practice_code"].map(known)).dropna(subset=["network"])


@cache
def deciles(domain: str) -> "pd.Series[int]":
    rows = pd.read_csv(ROOT / "data/geography/deprivation.csv", dtype={"edition": str})
    return rows[(rows["edition"] == "2019") & (rows["domain"] == domain)].set_index("area_code")["decile"]


def share(domain: str, last: int, network: str = "") -> float:
    rows = homes()[homes()["network"] == network] if network else homes()
    decile = rows["area_code"].map(deciles(domain))
    known = rows[decile.notna()]
    return 100 * known.loc[decile <= last, "patients"].sum() / known["patients"].sum()


def counted_by_hand(domain: str, network: str) -> str:
    apart = [share(domain, last, network) - share(domain, last) for last in (2, 1)]
    if max(abs(one) for one in apart) < 5:
        return "alike"
    if min(apart) < 0 < max(apart):
        return "cannot_tell"
    return "more" if max(apart) > 0 else "less"


def judged_by_hand(indicator: str, network: str) -> str:
    """The score test, whose limits are Wilson's: the distance from the whole in its own standard errors."""
    file, period = latest_counts()[indicator]
    rows = published(file)
    counts = [rows[indicator, code, period] for code in NETWORKS]
    whole = sum(count for count, _ in counts) / sum(of for _, of in counts)
    count, of = rows[indicator, network, period]
    apart = (count / of - whole) / (whole * (1 - whole) / of) ** 0.5
    return "more" if apart > Z_998 else "less" if apart < -Z_998 else "cannot_tell"


@pytest.mark.parametrize("network", NETWORKS)
def test_every_domain_is_counted_as_by_hand(network: str) -> None:
    rows = neighbourhoods.of_community(network).set_index("id")
    assert set(rows.index) == set(DECLARED)
    for domain, focus in DECLARED.items():
        row = rows.loc[domain]
        assert row["fifth_share"] == pytest.approx(share(domain, 2, network))
        assert row["whole_fifth_share"] == pytest.approx(share(domain, 2))
        assert row["tenth_share"] == pytest.approx(share(domain, 1, network))
        assert row["verdict"] == counted_by_hand(domain, network), (domain, network)
        assert row["focus_areas"] == tuple(focus.split())


@pytest.mark.parametrize("network", NETWORKS)
def test_every_register_is_tested_as_by_hand(network: str) -> None:
    rows = registers.of_community(network).set_index("id")
    assert set(rows.index) == set(latest_counts())
    told = {indicator: judged_by_hand(indicator, network) for indicator in rows.index}
    assert rows["verdict"].to_dict() == told


def test_a_figure_of_each_kind_is_the_one_in_the_files() -> None:
    smoking = registers.of_community(SOUTH).set_index("id").loc["gp_smoking_qof"]
    assert (smoking["count"], smoking["denominator"]) == (10656, 71985)
    assert smoking["whole"] == pytest.approx(100 * 24030 / 169845)
    assert smoking["rest"] == pytest.approx(10656 / 71985 / ((24030 - 10656) / (169845 - 71985)))
    assert (smoking["above"], smoking["practices"]) == _practices_above("gp_smoking_qof", SOUTH)
    crime = neighbourhoods.of_community(CENTRAL).set_index("id").loc["crime"]
    assert (crime["patients"], round(crime["fifth_share"], 1)) == (37050, 40.9)


def _practices_above(indicator: str, network: str) -> tuple[int, int]:
    file, period = latest_counts()[indicator]
    rows = pd.read_csv(ROOT / "data/observations" / file)
    practices = pd.read_csv(ROOT / "data/areas/practices.csv").set_index("practice_code")["network_code"]
    mine = rows[(rows["indicator_id"] == indicator) & (rows["period"] == period)]
    mine = mine[mine["area_code"].map(practices) == network].dropna(subset=["value"])
    return int((mine["value"] > 100 * 24030 / 169845).sum()), len(mine)


def test_the_four_together_are_st_helens_as_the_registers_have_it() -> None:
    for indicator_id, rows in registers.tests().groupby("id"):
        held = register(str(indicator_id)).benchmark
        assert (rows["whole_count"] == held.count).all()
        assert (rows["whole_denominator"] == held.denominator).all()
        assert (rows["count"].sum(), rows["denominator"].sum()) == (held.count, held.denominator)


def test_the_verdict_is_the_outer_funnel_of_the_register_view() -> None:
    sides = {1.0: "more", -1.0: "less", 0.0: "cannot_tell"}
    for indicator_id, rows in registers.tests().groupby("id"):
        far = register(str(indicator_id)).networks.set_index("network")["far"]
        assert {row["network"]: row["verdict"] for row in rows.to_dict("records")} == far.map(sides).to_dict()


def test_where_fifth_and_tenth_disagree_nothing_is_said() -> None:
    income = neighbourhoods.of_community(NEWTON).set_index("id").loc["income"]
    assert income["fifth_apart"] > 5
    assert income["tenth_apart"] < -5
    assert income["verdict"] == Carried.CANNOT_TELL
    assert standing.shares_words(income.to_dict()) == "fifth +8.0, tenth −9.0 points"


def test_a_difference_in_the_tenth_alone_is_shown_in_the_tenth() -> None:
    income = neighbourhoods.of_community(SOUTH).set_index("id").loc["income"]
    assert income["verdict"] == Carried.MORE
    assert standing.shares_words(income.to_dict()).startswith("tenth 29.7% against 23.1%")


def test_no_interval_is_made_for_a_complete_count() -> None:
    frame = deprived.domains_figure(CENTRAL).frame
    assert not [name for name in frame if "limit" in name.lower()]
    assert "no sampling error" in deprived.domains_figure(CENTRAL).method
    assert "is a rule of ours" in " ".join(deprived.domains_figure(CENTRAL).notes)


def test_every_measure_hangs_where_its_indicator_is_declared() -> None:
    for (focus, network), held in standing.standings().items():
        declared = {one for one in latest_counts() if focus in reads.indicator(one)["focus_areas"]}
        assert {row["id"] for row in held.tested} == declared, (focus, network)
        assert {row["id"] for row in held.counted} == {one for one, hangs in DECLARED.items() if focus in hangs.split()}


def test_bands_hold_every_focus_area_once() -> None:
    for network in NETWORKS:
        order = standing.ordered(network)
        assert sorted(order) == sorted(standing.focus_areas().index)
        places = [standing.BANDS.index(standing.standings()[focus, network].verdict) for focus in order]
        assert places == sorted(places)
    assert standing.ordered(ST_HELENS) == tuple(standing.focus_areas().index)


def test_the_answer_names_the_focus_areas_that_have_more() -> None:
    said = answer.answer(SOUTH).sentence
    assert said == (
        "South’s people carry a higher burden than the four communities together in 6 of the 11 focus areas with a "
        "figure: Smoking, Diet and exercise, Quality of care, Income, Family and social support and Community safety."
    )
    assert "in none of the 11 focus areas with a figure; a lower burden in 6: Smoking" in answer.answer(NORTH).sentence
    assert answer.answer(ST_HELENS).sentence.endswith(
        "in 6 of the 11 focus areas with a figure; South in 6, Newton & Haydock in 1 and North in none."
    )
    assert "25.1% of North’s patients were 65 or over" in " ".join(answer.answer(NORTH).lines)


def test_a_cell_names_what_stands_out_where_few_measures_do() -> None:
    held = standing.standings()
    assert held["smoking", SOUTH].counts == "Smoking, of 4 measures"
    assert held["smoking", CENTRAL].counts == "COPD and smoking, of 4 measures"
    assert held["diet_and_exercise", CENTRAL].counts == "↑ obesity ↓ high blood sugar, of 6 measures"
    assert held["environmental_quality", NEWTON].counts == "Living environment (counted), of 2 measures"
    assert held["quality_of_care", SOUTH].counts == "4 higher, of 22 measures"
    assert held["smoking", NEWTON].counts == "none apart, of 4 measures"


def test_a_count_is_told_from_a_test() -> None:
    for (focus, network), held in standing.standings().items():
        if held.counted and not held.tested:
            assert "counted" in held.counts, (focus, network)
    income = standing.standings()["income", NEWTON]
    assert (income.word, income.counts) == ("Fifth and tenth disagree", "counted: fifth +8.0, tenth −9.0 points")
    assert standing.standings()["smoking", NEWTON].word == "Can't tell"
    assert "Can't tell: Smoking. Fifth and tenth disagree: Employment and Income." in answer.answer(NEWTON).lines[1]


def test_the_age_of_the_registers_stands_under_the_answer() -> None:
    years = [period for _, period in latest_counts().values()]
    assert [years.count(one) for one in ("2019/20", "2020/21")] == [1, 21]
    for code in (ST_HELENS, *NETWORKS):
        assert answer.answer(code).lines[0].startswith(f"Registers mostly of 2019/20 and 2020/21 (22 of {len(years)}).")


def test_no_focus_area_is_said_to_be_more() -> None:
    words = " ".join(
        f"{answer.answer(code).sentence} {overview.overview_figure(code).html} {plan.plan_figure(code).html}"
        for code in (ST_HELENS, *NETWORKS)
    )
    assert "carry more" not in words
    assert "carries more" not in words
    assert "Higher burden" in words


def test_what_is_not_held_is_said_to_be_a_gap() -> None:
    assert standing.gaps() == ("alcohol_use", "sexual_health")
    note = " ".join(overview.overview_figure(SOUTH).notes)
    assert "No figure by practice or neighbourhood: Alcohol use" in note
    html = str(overview.overview_figure(SOUTH).html)
    assert html.count("shc-empty") == 2 * len(NETWORKS)
    assert html.count("shc-own") == len(standing.focus_areas())


def test_chance_is_reckoned_with() -> None:
    rows = registers.tests()
    out = {one: sum(judged_by_hand(one, network) != "cannot_tell" for network in NETWORKS) for one in latest_counts()}
    assert method.chance_words().startswith(
        f"{len(rows)} comparisons of registers are made, {len(latest_counts())} for each community. "
        f"{sum(out.values())} stand out at the 99.8% level, where chance alone would put 0.2; "
    )
    assert "Each community is part of the four" in " ".join(tested.registers_figure(SOUTH, Scheme.SAFE).notes)


def test_visits_are_not_tested_for_they_repeat() -> None:
    assert [str(held.about["indicator_id"]) for held in registers.untested()] == ["gp_ae_attendances_0_4"]
    assert "One child can visit often" in " ".join(tested.registers_figure(SOUTH, Scheme.SAFE).notes)


def test_rows_keep_names_of_their_own() -> None:
    assert len(set(forest.apart(["Depression", "Smoking", "Depression", "Depression"]))) == 4
    assert [name.strip() for name in forest.apart(["a", "a"])] == ["a", "a"]


def test_the_plan_stands_where_its_measures_indicators_hang() -> None:
    frame = plan.plan_figure(SOUTH).frame
    held = frame.groupby("Focus area")["Measure"].apply(list).to_dict()
    assert held["Alcohol use"] == ["1.3", "1.4"]
    assert held["Employment"] == ["3.2"]
    assert held["Education"] == [""]
    assert held["Diet and exercise"][:3] == ["2.1", "2.2", "2.3"]
    assert "No key measure hangs on Sexual health, Education, Income" in plan.plan_figure(SOUTH).notes[0]
    assert (
        plan.plan_figure(ST_HELENS).frame.set_index("Focus area").loc["Income", "Who has a higher burden"]
        == "Central and South"
    )


def test_nothing_turns_a_weight_into_people() -> None:
    figures = [overview.overview_figure(SOUTH), tested.registers_figure(SOUTH, Scheme.SAFE), plan.plan_figure(SOUTH)]
    for figure in figures:
        assert "weight" not in f"{figure.sentence} {' '.join(figure.notes)}".casefold()


def test_each_community_is_drawn_anew_and_not_replayed_as_another() -> None:
    south, north = overview.overview_figure(SOUTH), overview.overview_figure(NORTH)
    assert south.html != north.html
    assert south.identity != north.identity


def opened(view: str, **parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=240)
    for name, value in {"by_place_view": view, **parameters}.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page("pages/inequalities/priorities_by_place.py").run()


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("Focus areas", "A count stands out at 5 percentage points or more"),
        ("Measure by measure", "comparisons of registers are made"),
        ("What the plan says", "Key measures as printed"),
    ],
)
def test_each_view_opens_by_its_address(view: str, said: str) -> None:
    app = opened(view, area="South", compare="North West")
    assert not app.exception
    words = words_on(app)
    assert "South’s people carry a higher burden than the four communities together" in words
    assert said in words
    assert "“Compare with” changes nothing here" in words
    assert "Patients, not residents, so shares differ from those of Inside the borough" in words


def test_the_borough_offers_each_community() -> None:
    app = opened("Focus areas")
    assert not app.exception
    app.button(key=f"by-place-{NORTH}").click().run()
    assert not app.exception
    assert "North’s people carry a higher burden than the four communities together in none" in words_on(app)
