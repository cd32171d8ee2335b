"""Neighbourhoods, larger neighbourhoods and practices against deprivation, reckoned from the files by other hands."""

import csv
from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from streamlit.testing.v1 import AppTest

from shcares.style.palette import NETWORK
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient import (
    life,
    life_areas,
    life_gap,
    neighbourhoods_measures,
    page,
    practices_words,
)
from shcares.ui.inequalities.gradient import neighbourhoods as view
from shcares.ui.inequalities.gradient import neighbourhoods_words as said
from shcares.ui.inequalities.gradient import practices as practice_view
from shcares.ui.inequalities.gradient.neighbourhoods_figure import AT_ENDS, OFF_LINE, neighbourhoods_figure
from shcares.ui.inequalities.gradient.neighbourhoods_measures import measures, neighbourhoods, place_on_map
from shcares.ui.inequalities.gradient.practices_figure import practices_figure
from shcares.ui.inequalities.gradient.practices_scores import names, practices, with_a_link
from shcares.ui.inequalities.gradient.related import correlation_words
from shcares.ui.places.locality.choice import place_labels
from tests.app.by_hand import CENTRAL, DATA, NETWORKS, SOUTH, ST_HELENS, members, published
from tests.app.conftest import ROOT, words_on
from tests.charts.layers import marks_of

WOMEN, MEN = "Female", "Male"
LIFE, SCORE = "life_expectancy_msoa", "gp_imd_score"
EARLY_DEATH, LONELY = "iod2025_years_of_life_lost", "loneliness_modelled"
FILES = {"2019": "iod_2019_underlying.csv", "2025": "iod_2025_underlying.csv"}


@cache
def held(file: str, indicator: str, sex: str = "Persons") -> "pd.Series[float]":
    """An indicator's latest values by area, straight from the file."""
    rows = pd.read_csv(DATA / "observations" / file, dtype={"period": str})
    rows = rows[(rows["indicator_id"] == indicator) & (rows["sex"] == sex)].sort_values("period")
    return rows.groupby("area_code")["value"].last()


@cache
def scores(edition: str, domain: str) -> "pd.Series[float]":
    rows = pd.read_csv(DATA / "geography" / "deprivation.csv", dtype={"edition": str})
    return rows[(rows["edition"] == edition) & (rows["domain"] == domain)].set_index("area_code")["score"]


@cache
def lookup() -> pd.DataFrame:
    return pd.read_csv(DATA / "geography" / "lookup.csv")


def file_of(indicator: str) -> str:
    return "loneliness_2020_21.csv" if indicator == LONELY else FILES[indicator[3:7]]


@pytest.mark.parametrize(
    ("sex", "r", "low", "high"), [(MEN, "−0.91", "70.8", "82.9"), (WOMEN, "−0.81", "75.8", "89.0")]
)
def test_life_expectancy_against_the_mean_score_as_scipy_has_it(sex: str, r: str, low: str, high: str) -> None:
    score = held("iod_2019_msoa.csv", "imd_2019_mean_score_msoa")
    years = held("ons_life_expectancy_msoa.csv", LIFE, sex).reindex(score.index)
    by_hand = stats.pearsonr(score, years)
    limits = by_hand.confidence_interval()
    found = life_areas.areas_of(LIFE, sex)
    assert len(found.pairs) == len(score) == 23
    assert found.r.value == pytest.approx(by_hand.statistic)
    assert (found.r.lower, found.r.upper) == pytest.approx((limits.low, limits.high), abs=1e-6)
    assert found.rho.value == pytest.approx(stats.spearmanr(score, years).statistic)
    assert correlation_words(found.r).startswith(f"{r} (95% interval ")
    assert f"{low} to {high} for {life_areas.SEXES[sex]}" in life_areas.answer(LIFE)
    assert life_areas.answer(LIFE).startswith("In 2009 to 2013 ")


def test_two_areas_differ_only_where_their_intervals_separate() -> None:
    for indicator in life_areas.SPANS:
        for sex in life_areas.SEXES:
            pairs = life_areas.areas_of(indicator, sex).pairs.set_index("y").sort_index()
            separate = pairs["upper_ci"].iloc[0] < pairs["lower_ci"].iloc[-1]
            figure = life_areas.life_figure(indicator, sex, ST_HELENS)
            assert ("so the two differ" in figure.sentence) == separate
            assert "2009 to 2013" in figure.title
            assert "2009 to 2013: old" in figure.period


@pytest.mark.parametrize("domain", ["imd", "income"])
@pytest.mark.parametrize("indicator", [*(f"iod2025_{part}" for part in neighbourhoods_measures.PARTS), LONELY])
def test_figures_of_2025_and_loneliness_stand_on_the_areas_of_2021(indicator: str, domain: str) -> None:
    by_scipy(indicator, "2025", "lsoa21_code", domain, 121)


@pytest.mark.parametrize("indicator", [f"iod2019_{part}" for part in neighbourhoods_measures.PARTS])
def test_figures_of_2019_stand_on_the_areas_of_2011(indicator: str) -> None:
    by_scipy(indicator, "2019", "lsoa11_code", "imd", 119)


def by_scipy(indicator: str, edition: str, column: str, domain: str, places: int) -> None:
    both = pd.concat({"x": scores(edition, domain), "y": held(file_of(indicator), indicator)}, axis=1)
    both = both.reindex(lookup()[column].unique())
    assert both.notna().all(axis=None)
    found = neighbourhoods(indicator, domain)
    assert len(found.pairs) == places == len(both)
    assert set(found.pairs["code"]) == set(both.index)
    by_hand = stats.pearsonr(both["x"], both["y"])
    limits = by_hand.confidence_interval()
    assert (found.r.value, found.r.lower, found.r.upper) == pytest.approx(
        (by_hand.statistic, limits.low, limits.high), abs=1e-6
    )
    assert edition in neighbourhoods_figure(indicator, domain, ST_HELENS).title


def test_the_line_is_that_of_least_squares_and_those_farthest_from_it_are_named() -> None:
    found = neighbourhoods(EARLY_DEATH, "imd")
    pairs = found.pairs.set_index("code")
    slope, start = np.polyfit(pairs["x"], pairs["y"], 1)
    drawn = found.drawn_line()
    assert drawn is not None
    assert drawn["y"].to_numpy() == pytest.approx(start + slope * drawn["x"].to_numpy())
    apart = pairs["y"] - start - slope * pairs["x"]
    named = found.named(at_ends=2, off_line=2)
    assert "farthest above the line" in named[apart.idxmax()]
    assert "farthest below the line" in named[apart.idxmin()]
    assert set(apart.nlargest(2).index) | set(apart.nsmallest(2).index) <= set(named)
    assert set(pairs["y"].nlargest(2).index) | set(pairs["y"].nsmallest(2).index) <= set(named)


def test_health_figures_are_said_to_be_part_of_the_index_and_loneliness_to_be_modelled() -> None:
    for indicator, measure in measures().items():
        told = said.circular(measure)
        assert ("one of four in the index’s health domain" in told) == (indicator != LONELY)
        assert ("Modelled" in told) == (indicator == LONELY)
        assert f"Against income alone: {correlation_words(neighbourhoods(indicator, 'income').r)}" in told


def homes_by_hand() -> dict[str, str]:
    """Neighbourhoods of 2011 to the network with at least half of their patients on the four lists; "" for none."""
    rows = pd.read_csv(DATA / "geography" / "registrations.csv")
    whose = {code: network for network in NETWORKS for code in members(network)}
    rows = rows.assign(network=rows["practice_code"].map(whose)).dropna(subset=["network"])
    table = rows[rows["area_code"].isin(lookup()["lsoa11_code"])].pivot_table(
        index="area_code", columns="network", values="patients", aggfunc="sum", fill_value=0
    )
    share = table.div(table.sum(axis=1), axis=0)
    return dict(share.idxmax(axis=1).where(share.max(axis=1) >= 0.5, ""))


def test_colour_is_the_network_most_residents_belong_to_and_contested_places_are_grey() -> None:
    by_hand = homes_by_hand()
    parents = dict(zip(lookup()["lsoa21_code"], lookup()["lsoa11_code"], strict=True))
    pairs = neighbourhoods(EARLY_DEATH, "imd").pairs
    assert dict(zip(pairs["code"], pairs["network"], strict=True)) == {
        code: by_hand[parents[code]] for code in pairs["code"]
    }
    assert "" in set(pairs["network"])
    drawn = {tuple(pair) for pair in _looks(EARLY_DEATH, ST_HELENS)}
    grey = {name for name, paint in drawn if paint not in NETWORK.values()}
    assert grey == set(pairs.loc[pairs["network"] == "", "name"])


def _looks(indicator: str, area: str) -> list[tuple[str, str]]:
    spec = neighbourhoods_figure(indicator, "imd", area).spec or {}
    return [(row["name"], row["paint"]) for mark in marks_of(spec, "point") for row in mark["values"] if "said" in row]


def test_a_community_chosen_stands_out_alone() -> None:
    pairs = neighbourhoods(EARLY_DEATH, "imd").pairs
    bright = {name for name, paint in _looks(EARLY_DEATH, SOUTH) if paint == NETWORK[SOUTH]}
    assert bright == set(pairs.loc[pairs["network"] == SOUTH, "name"])
    assert {paint for _, paint in _looks(EARLY_DEATH, SOUTH)} & set(NETWORK.values()) == {NETWORK[SOUTH]}
    sentence = neighbourhoods_figure(EARLY_DEATH, "imd", SOUTH).sentence
    assert f"Of the {len(bright)} neighbourhoods in South’s colour" in sentence


def test_every_named_place_is_one_that_the_map_can_show() -> None:
    shown = place_labels()
    for indicator in measures():
        for domain in ("imd", "income"):
            named = neighbourhoods(indicator, domain).named(at_ends=AT_ENDS, off_line=OFF_LINE)
            assert {place_on_map()[code] for code in named} <= set(shown)
    assert place_on_map()["E01033794"] == "E01006865"
    for indicator in life_areas.SPANS:
        for sex in life_areas.SEXES:
            assert set(life_areas.areas_of(indicator, sex).pairs["code"]) <= set(shown)


@pytest.mark.parametrize(("sex", "now"), [(WOMEN, 8.9), (MEN, 12.9)])
def test_the_gap_inside_the_borough_and_no_claim_of_change_without_intervals(sex: str, now: float) -> None:
    rows = pd.read_csv(DATA / "observations" / "fingertips_2026.csv", dtype={"period": str})
    rows = rows[(rows["indicator_id"] == life_gap.GAP) & (rows["sex"] == sex) & (rows["period"] == "2022-24")]
    values = rows.set_index("area_code")["value"]
    assert values[ST_HELENS] == now
    assert f"{now} years for {life_areas.SEXES[sex]}" in life_gap.answer()
    told = life_gap.gap_figure(sex).sentence
    assert "No interval is held here, so these figures cannot tell whether it has changed." in told
    assert "widened" not in told
    assert "narrowed" not in told
    authorities = values[values.index.str.match(r"E0[6789]|E10")]
    low, high = authorities.quantile([0.25, 0.75])
    assert (
        f"St Helens {now} years, England as a whole {values['E92000001']}; the middle half of {len(authorities)} "
        f"authorities lies from {low:.1f} to {high:.1f}"
    ) in life_gap.england_figure().sentence


def test_a_gap_has_changed_only_where_the_two_intervals_separate() -> None:
    def told(first: tuple[float, float], last: tuple[float, float]) -> str:
        rows = [{"lower_ci": low, "upper_ci": high} for low, high in (first, last)]
        return life_gap.change_words(*rows)

    assert "widened" in told((8.0, 9.0), (9.1, 10.0))
    assert "narrowed" in told((9.1, 10.0), (8.0, 9.0))
    assert "no change can be claimed" in told((8.0, 9.0), (9.0, 10.0))
    assert "cannot tell" in told((8.0, 9.0), (float("nan"), float("nan")))


def test_diabetes_against_the_score_of_the_practices_own_patients_by_hand() -> None:
    score = held("fingertips_gp_2022.csv", SCORE)
    rows = {
        code: 100 * count / of
        for (indicator, code, _), (count, of) in published("qof_2020_21.csv").items()
        if indicator == "gp_diabetes_qof" and code in score.index and code[0] in "NY"
    }
    by_hand = stats.pearsonr([score[code] for code in rows], list(rows.values()))
    found = practices("gp_diabetes_qof")
    assert set(found.pairs["code"]) == set(rows)
    assert len(rows) == 33
    assert found.r.value == pytest.approx(by_hand.statistic, abs=1e-4)
    assert practices_words.answer("gp_diabetes_qof").startswith(
        "Diabetes register: higher where patients live in more deprived places; correlation 0.49 (95% interval "
    )
    figure = practices_figure("gp_diabetes_qof", ST_HELENS)
    assert any("33 practices are no social gradient" in note for note in figure.notes)
    assert any("not adjusted for age" in note for note in figure.notes)


def test_practices_that_merged_are_hollow_and_told_in_the_table() -> None:
    with (DATA / "areas" / "practice_events.csv").open(encoding="utf-8") as lines:
        merged = {row["practice_code"] for row in csv.DictReader(lines) if row["event"] in ("took_in", "merged_into")}
    found = practices("gp_diabetes_qof").pairs
    assert set(found.loc[found["merged"], "code"]) == merged & set(found["code"])
    figure = practices_figure("gp_diabetes_qof", ST_HELENS)
    told = figure.frame[figure.frame["Merged"] != ""]
    assert set(told["Code"]) == merged & set(found["code"])
    assert told["Merged"].str.contains("inferred from list sizes").all()
    points = [row for mark in marks_of(figure.spec or {}, "point") for row in mark["values"] if "said" in row]
    assert {row["name"] for row in points if row["fullness"] == 0} == set(told["Practice"])


def test_the_score_itself_and_list_sizes_are_not_offered_and_every_other_indicator_has_a_figure() -> None:
    offered = names()
    assert not {SCORE, "gp_payment_registered_patients", "gp_payment_weighted_patients"} & set(offered)
    for indicator in offered:
        figure = practices_figure(indicator, CENTRAL)
        words = " ".join([figure.sentence, *figure.notes, practices_words.answer(indicator)])
        assert "nan" not in words.lower().replace("governance", "")
        assert f"Of the {len(offered)} indicators to choose from, {with_a_link()} go with deprivation" in words


def test_an_interval_that_stops_short_of_nought_is_not_shown_to_touch_it() -> None:
    for indicator in names():
        found = practices(indicator)
        if found.way:
            assert not any(limit in ("0.00", "−0.00") for limit in correlation_words(found.r).strip(")").split())


def opened(show: Callable[[Choice], None], **parameters: str) -> AppTest:
    """The page at the view that a function draws."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180)
    view_name = next(name for name, draws in page.VIEWS.items() if draws is show)
    for name, value in {"gradient_view": view_name, **parameters}.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page("pages/inequalities/inside_the_borough.py").run()


def test_the_page_opens_a_figure_of_neighbourhoods_at_its_address() -> None:
    app = opened(view.show_neighbourhoods, neighbourhood_figure="Mental health score (2025)", area="South")
    assert not app.exception
    assert "Mental health score: higher where deprivation is higher; correlation 0.91" in words_on(app)
    assert "Partly circular" in words_on(app)
    named = neighbourhoods("iod2025_mental_health_score", "imd").named(at_ends=AT_ENDS, off_line=OFF_LINE)
    carried = [str(one.proto.query_string) for one in app.get("page_link")]
    for code in named:
        assert any(f"to_place={place_on_map()[code]}" in one and "Mental" in one for one in carried)


def test_the_page_shows_life_and_says_loudly_that_it_is_old() -> None:
    app = opened(life.show_life, compare="North West")
    assert not app.exception
    assert "Old: five years pooled, 2009 to 2013" in words_on(app)
    assert "Correlation with deprivation: women −0.81" in words_on(app)
    assert "No figure of this gap is held for the North West" in words_on(app)


def test_the_page_lets_an_indicator_of_practices_be_chosen() -> None:
    app = opened(practice_view.show_gradient_practices)
    assert not app.exception
    assert "Diabetes register: higher" in words_on(app)
    box = next(one for one in app.selectbox if one.label == "Indicator of practices")
    box.set_value("gp_depression_qof_practice").run()
    assert not app.exception
    assert "Depression register: no clear link with the deprivation of the patients" in words_on(app)
    assert "compares practices, not patients" in words_on(app)
