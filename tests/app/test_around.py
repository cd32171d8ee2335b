"""Around the measures: what is listed passes both tests, nothing supporting is left out, what is untested says why."""

import base64
import re
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity
from shcares.style.palette import Scheme
from shcares.ui import reads
from shcares.ui.filters import COMPARATORS, Choice
from shcares.ui.priorities.lists import Reading, lists_figure, reading_of
from shcares.ui.priorities.multiples import multiples_figure
from shcares.ui.priorities.rug import rug_figure
from shcares.ui.priorities.slope import NONE_HELD, slope_series
from shcares.ui.priorities.spine import place_of, spine_figure
from shcares.ui.priorities.standing import Standing, authorities, candidates, same_period, supporting
from tests.app.conftest import words_on

PRIORITIES = ("mental_wellbeing", "tackling_obesity", "resilient_communities")
BOTH = list(product(PRIORITIES, COMPARATORS))
ENGLAND = (areas.ENGLAND, "England")


def _headline(one: Standing, area_code: str) -> pd.DataFrame:
    """One area's published values of the series, straight from the observations."""
    rows = reads.observations(one.latest.indicator_id)
    about = reads.indicator(one.latest.indicator_id)
    kept = rows[
        (rows["area_code"] == area_code) & (rows["sex"] == one.latest.sex) & (rows["age"] == about["headline_age"])
    ]
    return kept[kept["category"].isna() & kept["value"].notna()].sort_values("period_end")


def _by_hand(one: Standing, comparator_code: str) -> str:
    """Better, worse or similar, by the interval's two ends and the comparator's value of the same period."""
    last = _headline(one, areas.ST_HELENS).iloc[-1]
    theirs = _headline(one, comparator_code)
    theirs = theirs[theirs["period"] == last["period"]]["value"]
    if theirs.empty or pd.isna(last["lower_ci"]) or one.polarity is Polarity.NEUTRAL:
        return "not judged"
    if last["lower_ci"] <= theirs.iloc[0] <= last["upper_ci"]:
        return "similar"
    high = last["value"] > theirs.iloc[0]
    return "better" if high == (one.polarity is Polarity.HIGH_IS_GOOD) else "worse"


@pytest.mark.parametrize(("priority", "comparator"), BOTH)
def test_what_is_said_to_be_worse_or_better_lies_wholly_on_that_side_of_the_comparator(
    priority: str, comparator: str
) -> None:
    for one in candidates(priority, comparator):
        if one.polarity is not Polarity.NEUTRAL:
            said = one.latest.judgement.value
            assert (said if said != "not_compared" else "not judged") == _by_hand(one, comparator), one.name


def test_a_trend_is_tested_only_on_five_years_in_a_row_with_intervals_or_counts() -> None:
    tested = [
        one
        for priority in PRIORITIES
        for one in candidates(priority, areas.ENGLAND)
        if one.trend is not Judgement.NOT_COMPARED
    ]
    assert {"adult_obesity", "life_satisfaction", "falls_admissions_65"} <= {one.latest.indicator_id for one in tested}
    for one in tested:
        last = _headline(one, areas.ST_HELENS).tail(5)
        assert len(last) == 5
        assert set(np.diff([day.year for day in last["period_start"]])) == {1}, one.name
        assert not reads.indicator(one.latest.indicator_id)["rolling"]


@pytest.mark.parametrize("indicator", ["adult_obesity", "life_satisfaction", "falls_admissions_65"])
def test_the_trend_agrees_with_a_weighted_line_fitted_another_way(indicator: str) -> None:
    one = next(
        each
        for priority in PRIORITIES
        for each in candidates(priority, areas.ENGLAND)
        if each.latest.indicator_id == indicator
    )
    last = _headline(one, areas.ST_HELENS).tail(5)
    spread = (last["upper_ci"] - last["lower_ci"]).to_numpy(float) / (2 * 1.959964)
    line, covariance = np.polyfit(np.arange(5.0), last["value"].to_numpy(float), 1, w=1 / spread, cov="unscaled")
    moved = line[0] ** 2 / covariance[0, 0] > 9.5495
    assert moved is np.bool_(one.trend in (Judgement.BETTER, Judgement.WORSE))


@pytest.mark.parametrize(
    ("compared", "trend", "reading"),
    [
        (Judgement.WORSE, Judgement.WORSE, Reading.WORSE_TWICE),
        (Judgement.BETTER, Judgement.BETTER, Reading.BETTER_TWICE),
        (Judgement.WORSE, Judgement.SIMILAR, Reading.WORSE_ONCE),
        (Judgement.WORSE, Judgement.NOT_COMPARED, Reading.WORSE_ONCE),
        (Judgement.NOT_COMPARED, Judgement.WORSE, Reading.WORSE_ONCE),
        (Judgement.NOT_COMPARED, Judgement.BETTER, Reading.BETTER_ONCE),
        (Judgement.WORSE, Judgement.BETTER, Reading.BOTH_WAYS),
        (Judgement.BETTER, Judgement.WORSE, Reading.BOTH_WAYS),
        (Judgement.HIGHER, Judgement.LOWER, Reading.NEITHER),
        (Judgement.SIMILAR, Judgement.NOT_COMPARED, Reading.NEITHER),
        (Judgement.NOT_COMPARED, Judgement.NOT_COMPARED, Reading.UNTESTED),
    ],
)
def test_both_lists_ask_for_both_tests(compared: Judgement, trend: Judgement, reading: Reading) -> None:
    one = candidates("tackling_obesity", areas.ENGLAND)[0]
    tried = replace(one, latest=replace(one.latest, judgement=compared), trend=trend)
    assert reading_of(tried) is reading


@pytest.mark.parametrize(("priority", "comparator"), BOTH)
def test_the_lists_hold_what_their_table_says_and_say_how_many_could_be_tested(priority: str, comparator: str) -> None:
    figure = lists_figure(priority, comparator, COMPARATORS[comparator], Scheme.SAFE)
    table, page = figure.frame, str(figure.html)
    assert len(table) == len(candidates(priority, comparator))
    assert not table.duplicated(["Indicator", "Source"]).any()
    named = re.findall(r"<th scope='row'>([^<]+)", page)
    shown = table[~table["Reading"].isin([Reading.NEITHER.value, Reading.UNTESTED.value])]
    assert sorted(named) == sorted(
        name.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#x27;") for name in shown["Indicator"]
    )
    against = f"Against {COMPARATORS[comparator]}"
    both = ((table[against] != "Can't compare") & (table["Recent trend"] != "Not tested")).sum()
    assert f"Both can be tested for {both or 'none'}" in page
    assert f"of {len(table)} series, {(table['95% interval'] == 'none held').sum()} have no interval" in figure.notes[0]


@pytest.mark.parametrize("priority", PRIORITIES)
def test_every_series_that_is_not_tested_says_why(priority: str) -> None:
    table = lists_figure(priority, *ENGLAND, Scheme.SAFE).frame
    assert (table.loc[table["Against England"] == "Can't compare", "Why not compared"] != "").all()
    assert (table.loc[table["Recent trend"] == "Not tested", "Why no trend"] != "").all()
    spine = spine_figure(priority, *ENGLAND, Scheme.SAFE).frame
    assert (spine.loc[spine["Judgement"] == "Can't compare", "Why not tested"] != "").all()


@pytest.mark.parametrize(("priority", "comparator"), BOTH)
def test_every_supporting_series_stands_once_in_each_picture(priority: str, comparator: str) -> None:
    ids = [each for part in reads.supporting(priority).values() for each in part]
    shown = [one.name for one in supporting(priority, comparator)]
    assert {one.latest.indicator_id for one in supporting(priority, comparator)} == set(ids)
    assert len(set(shown)) == len(shown)
    against = (priority, comparator, COMPARATORS[comparator])
    for figure in (rug_figure(*against, Scheme.SAFE), multiples_figure(*against)):
        assert list(figure.frame["Indicator"]) == shown
    assert sorted(spine_figure(*against, Scheme.SAFE).frame["Indicator"]) == sorted(shown)


@pytest.mark.parametrize("priority", PRIORITIES)
def test_a_spine_never_places_what_has_no_benchmark_or_too_few_authorities(priority: str) -> None:
    places = [place_of(one, areas.CITY_REGION) for one in supporting(priority, areas.CITY_REGION)]
    for place in places:
        drawn = place.at(place.value) is not None
        assert drawn == (place.benchmark is not None and place.authorities >= 20)
        if drawn:
            ends = [place.at(end) for end in place.ends]
            assert max(abs(end) for end in ends if end is not None) == pytest.approx(1)
            assert -1 <= float(place.at(place.value) or 0) <= 1
    table = spine_figure(priority, areas.CITY_REGION, "Liverpool City Region", Scheme.SAFE).frame
    assert table["Benchmark"].str.contains("England, standing in for City region|Liverpool").any()


@pytest.mark.parametrize(
    ("priority", "name"),
    [("mental_wellbeing", "Depression on GP registers"), ("resilient_communities", "Children looked after")],
)
def test_what_is_neither_good_nor_bad_comes_last_under_lowest_and_highest(priority: str, name: str) -> None:
    figure = spine_figure(priority, *ENGLAND, Scheme.SAFE)
    last = figure.frame.iloc[-1]
    assert last["Indicator"] == name
    assert last["Right is"] == "higher: not judged good or bad"
    assert (figure.frame["Right is"].iloc[:-1] == "better").all()
    drawn = str(figure.spec)
    assert "Not judged good or bad: lowest to the left, highest to the right" in drawn
    assert all(f"'{word}'" in drawn for word in ("Lowest", "Highest", "← lower", "higher →"))


def test_the_spine_and_the_lists_say_which_series_each_counts() -> None:
    spine = spine_figure("tackling_obesity", *ENGLAND, Scheme.SAFE)
    lists = lists_figure("tackling_obesity", *ENGLAND, Scheme.SAFE)
    more = len(lists.frame) - len(spine.frame)
    assert more > 0
    assert f"({len(spine.frame)} of supporting indicators, {more} more of the key measures)" in lists.sentence
    assert "'Supporting indicators: " in str(spine.spec)
    assert any("key measures too" in note for note in spine.notes)


def test_a_region_has_its_article_in_a_sentence() -> None:
    region = (areas.NORTH_WEST, COMPARATORS[areas.NORTH_WEST])
    assert "worse than the North West and" in lists_figure("tackling_obesity", *region, Scheme.SAFE).sentence
    assert ">The North West " in str(multiples_figure("tackling_obesity", *region).html)


def test_right_is_better_whichever_way_the_scale_runs() -> None:
    places = {one.name: place_of(one, areas.ENGLAND) for one in supporting("tackling_obesity", areas.ENGLAND)}
    obesity, breastfeeding = places["Adult obesity"], places["Breastfeeding"]
    assert obesity.value > float(obesity.benchmark or 0)
    assert breastfeeding.value < float(breastfeeding.benchmark or 0)
    assert float(obesity.at(obesity.value) or 0) < 0
    assert float(breastfeeding.at(breastfeeding.value) or 0) < 0


def test_an_authority_that_changed_its_code_counts_once() -> None:
    one = next(one for one in supporting("tackling_obesity", areas.ENGLAND) if "sports" in one.latest.indicator_id)
    everyone = authorities(one.latest.indicator_id, one.latest.sex)
    assert not everyone["area_short_name"].duplicated().any()
    assert len(everyone) < (same_period(one.latest.indicator_id, one.latest.sex)["area_type"] == "authority").sum()


def test_the_rug_gives_the_fifth_in_words_and_an_icon_only_to_what_was_tested() -> None:
    figure = rug_figure("tackling_obesity", *ENGLAND, Scheme.SAFE)
    row = figure.frame.set_index("Indicator").loc["Adult obesity"]
    everyone = authorities("adult_obesity", "Persons")["value"]
    worse_than = (everyone < float(row["St Helens"].rstrip("%"))).mean()
    assert row["St Helens, fifth"] == ("best", "second", "middle", "fourth", "worst")[int(worse_than * 5)] + " fifth"
    assert row["St Helens against England"] == "Worse"
    assert (figure.frame["England against England"] == "not tested").all()
    table = str(figure.html).split("<table")[1]
    tested = sum(
        (figure.frame[name] != "not tested").sum() for name in figure.frame if name.endswith(" against England")
    )
    assert table.count("role='img'") == tested
    assert table.count(">no data</div>") == sum((figure.frame[name] == "no data").sum() for name in figure.frame)


def test_a_series_that_is_neither_good_nor_bad_is_not_shaded() -> None:
    figure = rug_figure("mental_wellbeing", *ENGLAND, Scheme.SAFE)
    row = str(figure.html).split("Depression on GP registers")[1].split("</tr>")[0]
    assert "highest fifth" in row
    assert "background" not in row


def test_each_small_picture_is_a_drawing_with_words_for_it() -> None:
    page = str(multiples_figure("tackling_obesity", *ENGLAND).html)
    pictures = re.findall(r"<img src='data:image/svg\+xml;base64,([^']+)' alt='([^']+)'", page)
    single = page.count("One value only")
    assert len(pictures) + single == len(supporting("tackling_obesity", areas.ENGLAND))
    for drawing, words in pictures:
        assert b"<svg" in base64.b64decode(drawing)
        assert "St Helens: from " in words


def test_the_gap_inside_the_borough_is_shown_for_women_and_men_or_said_to_be_missing() -> None:
    assert slope_series("tackling_obesity") == (
        ("life_expectancy_inequality", "Female"),
        ("life_expectancy_inequality", "Male"),
    )
    assert slope_series("mental_wellbeing") == ()
    assert NONE_HELD in words_on(_view("mental_wellbeing"))


def _view(priority_id: str, area_code: str = areas.ST_HELENS, area: str = "St Helens") -> AppTest:
    def page(priority_id: str, choice: "Choice") -> None:  # quoted: the runner knows this function alone
        from shcares.ui.priorities.around import show_around

        show_around(priority_id, choice)

    choice = Choice(area_code, area, *ENGLAND, Scheme.SAFE)
    return AppTest.from_function(page, args=(priority_id, choice), default_timeout=120).run()


@pytest.mark.parametrize("priority", PRIORITIES)
def test_the_view_opens_with_its_six_parts_in_order(priority: str) -> None:
    view = _view(priority)
    assert not view.exception
    assert [header.value for header in view.header] == [
        "Worse and worsening, better and improving",
        "Where St Helens stands",
        "St Helens beside its neighbours",
        "How they have moved",
        "Women and men, and ages",
        "The gap inside the borough",
    ]


def test_a_care_community_is_told_that_these_figures_are_the_boroughs() -> None:
    network = reads.networks().iloc[0]
    view = _view("tackling_obesity", network["area_code"], network["short_name"])
    assert f"St Helens is shown and not {network['short_name']}" in view.markdown[0].value


def test_choosing_a_community_moves_no_picture_from_its_place() -> None:
    network = reads.networks().iloc[0]
    whole, part = (_view("tackling_obesity", *area) for area in (((), (network["area_code"], network["short_name"]))))
    assert _places(whole) == _places(part)


def _places(view: AppTest) -> list[tuple[int, str]]:
    """What stands where at the top of the page."""
    return [(place, block.type) for place, block in view.main.children.items()]
