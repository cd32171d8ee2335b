"""Any indicator, any way: found by any words, opened by an address, true to the store, honest about holes."""

from pathlib import Path

import numpy as np
import pytest
from scipy import stats
from streamlit.testing.v1 import AppTest

from shcares.style.palette import Scheme
from shcares.ui import reads, recipes
from shcares.ui.explore import (
    against,
    choice,
    compared,
    groups,
    held,
    on_map,
    over_time,
    page,
    parts,
    search,
    spread,
    table,
)
from shcares.ui.explore.picked import Picked
from shcares.ui.recipes import hashed
from tests.app.conftest import words_on

APP = str(Path(__file__).resolve().parents[2] / "app.py")
ST_HELENS, HALTON, ENGLAND = "E08000013", "E06000006", "E92000001"
OBESITY, FALLS = "year6_obesity", "falls_admissions_65"


def opened(**parameters: str | list[str]) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120).run()
    app.switch_page("pages/explore/explore.py")
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


@pytest.mark.parametrize(
    ("query", "indicator_id"),
    [
        ("self-harm", "self_harm_admissions"),
        ("self harm", "self_harm_admissions"),
        ("obese kids", OBESITY),
        ("91 days after discharge", "at_home_91_days"),
        ("lonely", "loneliness_modelled"),
        ("90323", OBESITY),
        ("pregnant smoking", "smoking_at_delivery"),
    ],
)
def test_an_indicator_is_found_by_its_name_the_plans_words_or_everyday_ones(query: str, indicator_id: str) -> None:
    assert indicator_id in search.found(query)[:8]


def test_an_empty_search_finds_all_and_nonsense_none() -> None:
    assert set(search.found("")) == set(reads.indicators()["indicator_id"])
    assert search.found("xyzzy") == ()
    assert search.nearest("xyzzy") == ()
    assert OBESITY in search.nearest("obesity xyzzy")


def test_no_two_indicators_are_called_alike() -> None:
    assert len(set(search.labels().values())) == len(search.labels())


def test_an_address_restores_every_choice() -> None:
    app = opened(
        explored=search.labels()[FALLS],
        who="Women, aged 65 and over",
        areas=["St Helens", "Halton"],
        periods=["2019/20", "2021/22"],
        shows_as="Compared",
        find="falls",
    )
    assert not app.exception
    assert app.selectbox(key="explored").value == FALLS
    assert app.selectbox(key="who").value == "Women, aged 65 and over"
    assert app.multiselect(key="areas").value == [ST_HELENS, HALTON]
    assert app.select_slider(key="periods").value == ("2019/20", "2021/22")
    said = words_on(app)
    assert "in 2021/22" in said.lower()
    assert "Halton" in said


def test_the_search_box_narrows_what_is_offered_and_shows_the_best_match() -> None:
    app = opened(find="obese kids")
    assert not app.exception
    box = app.selectbox(key="explored")
    assert 0 < len(box.options) < len(search.labels())
    assert "obesity" in box.options[0].lower()


def test_a_search_that_matches_nothing_leaves_all_to_choose_from() -> None:
    app = opened(find="xyzzy")
    assert not app.exception
    assert len(app.selectbox(key="explored").options) == len(search.labels())
    assert "nothing matches" in app.selectbox(key="explored").label


@pytest.mark.parametrize("view", list(page.VIEWS))
def test_every_view_opens_from_its_address(view: str) -> None:
    app = opened(explored=search.labels()[OBESITY], shows_as=view)
    assert not app.exception
    assert "Figure X" in words_on(app) or "No data" in words_on(app)


def test_areas_that_the_next_indicator_does_not_hold_are_let_go() -> None:
    app = opened(explored=search.labels()[OBESITY], areas=["St Helens", "Sandwell"])
    assert app.multiselect(key="areas").value[0] == ST_HELENS
    practice = next(one for one in search.labels() if reads.indicator(one)["level"] == "practice")
    app.selectbox(key="explored").set_value(practice).run()
    assert not app.exception
    assert ST_HELENS not in app.multiselect(key="areas").value


def test_values_over_time_and_compared_are_those_of_the_store() -> None:
    figure = over_time.trend_figure(OBESITY, (ST_HELENS, HALTON), ENGLAND, "", "", "")
    rows = reads.observations(OBESITY)
    mine = rows[(rows["area_code"] == HALTON) & (rows["age"] == "10-11 yrs") & rows["value"].notna()]
    shown = figure.frame[figure.frame["Area"] == "Halton"].set_index("Period")["Value (%)"]
    assert shown.to_dict() == dict(zip(mine["period"], mine["value"], strict=True))
    assert figure.plot is not None
    names = {one.name for one in figure.plot().series if "," not in one.name}
    assert names == {"St Helens", "Halton", "England"}
    now = compared.compare_figure(OBESITY, ("city region",), ENGLAND, Scheme.SAFE, "", "", "")
    assert set(now.frame["Area"]) == {"St Helens", "Halton", "Knowsley", "Liverpool", "Sefton", "Wirral"}
    assert list(now.frame["Value (%)"]) == sorted(now.frame["Value (%)"], reverse=True)


def test_the_view_of_one_period_shows_the_last_of_those_chosen() -> None:
    figure = compared.compare_figure(OBESITY, (ST_HELENS,), ENGLAND, Scheme.SAFE, "", "2012/13", "2016/17")
    assert figure.period == "2016/17"
    rows = reads.series(OBESITY, ST_HELENS).set_index("period")["value"]
    assert list(figure.frame["Value (%)"]) == [rows["2016/17"]]


def test_areas_compared_open_with_where_ours_stands_and_its_place_where_both_can_be_said() -> None:
    tested = compared.compare_figure("adult_obesity", ("all",), ENGLAND, Scheme.SAFE)
    rows = tested.frame["Value (%)"].reset_index(drop=True)
    mine = tested.frame[tested.frame["Area"] == "St Helens"].iloc[0]
    place = 1 + int((rows > mine["Value (%)"]).sum())
    first = tested.sentence.split(". ")[0]
    assert first.startswith(f"St Helens, at {mine['Value (%)']:.1f}% in {tested.period}, is worse than England (")
    assert f" and {place}rd highest of {len(rows)} compared" in first
    assert "Its interval reaches from " in tested.sentence


def test_no_place_is_given_without_an_interval_or_where_it_reaches_most_places() -> None:
    bare = compared.compare_figure(OBESITY, ("city region",), ENGLAND, Scheme.SAFE).sentence
    assert "(not tested: no interval held)" in bare.split(". ")[0]
    assert "highest of" not in bare
    wide = compared.compare_figure("adult_obesity", ("city region",), ENGLAND, Scheme.SAFE).sentence
    assert "highest of" not in wide
    assert "more than half of the places" in wide
    alone = compared.compare_figure("adult_obesity", (ST_HELENS, ENGLAND), "E12000002", Scheme.SAFE).sentence
    assert "similar to the North West" in alone
    assert "highest of" not in alone


def test_groups_are_offered_only_where_there_are_any_and_a_link_to_them_still_answers() -> None:
    without = next(one for one in search.labels() if not groups.kinds(one))
    assert "By group" not in [tab.label for tab in opened(explored=search.labels()[without]).tabs]
    assert "By group" in [tab.label for tab in opened(explored=search.labels()[FALLS]).tabs]
    app = opened(explored=search.labels()[without], shows_as="By group")
    assert not app.exception
    assert "is not published by sex, by age or by any other group" in words_on(app)


def test_of_very_many_areas_both_ends_and_ours_are_drawn_and_the_rest_said() -> None:
    figure = compared.compare_figure(OBESITY, ("all",), ENGLAND, Scheme.SAFE, "", "", "")
    assert figure.plot is not None
    drawn = figure.plot().categories
    assert len(drawn) < 25 < len(figure.frame)
    assert "St Helens" in drawn
    assert any("in between are in the table" in note for note in figure.notes)


def test_correlation_is_numpys_on_the_same_pairs() -> None:
    other = "deprivation_average_score"
    two = against.pairs(OBESITY, other, (ST_HELENS,), ENGLAND, "", "", "")
    mine, theirs = reads.observations(OBESITY), reads.observations(other)
    y = mine[(mine["period"] == two.period) & mine["area_code"].str.match("E0[689]|E10") & mine["category"].isna()]
    x = theirs[(theirs["period"] == two.other_period) & theirs["category"].isna()]
    y, x = (rows.dropna(subset=["value"]).set_index("area_code")["value"] for rows in (y, x))
    both = sorted(set(y.index) & set(x.index))
    assert len(both) > 100
    assert two.held.r.value == pytest.approx(np.corrcoef(x[both], y[both])[0, 1], abs=0.02)
    pairs = two.held.pairs
    assert two.held.r.value == pytest.approx(np.corrcoef(pairs["x"], pairs["y"])[0, 1])
    assert two.held.rho.value == pytest.approx(stats.spearmanr(pairs["x"], pairs["y"]).statistic)
    figure = against.scatter_figure(OBESITY, other, (ST_HELENS,), "", "", "")
    assert f"over {len(pairs)} upper-tier authorities" in figure.sentence
    assert "no proof that one thing causes the other" in figure.sentence


def test_figures_of_different_periods_are_set_against_each_other_openly() -> None:
    figure = against.scatter_figure(OBESITY, "deprivation_average_score", (ST_HELENS,), "", "", "")
    assert any(note.startswith("Not of one period") for note in figure.notes)


def test_the_place_among_all_says_how_far_its_interval_reaches() -> None:
    with_intervals = [
        each
        for each in search.labels()
        if reads.indicator(each)["level"] == "borough"
        and len(rows := spread.everyone(Picked(each, (ST_HELENS,), ENGLAND))[0]) > 100
        and rows["lower_ci"].notna().all()
        and ST_HELENS in set(rows["area_code"])
    ]
    assert with_intervals
    one = Picked(with_intervals[0], (ST_HELENS,), ENGLAND)
    rows = spread.everyone(one)[0]
    mine = rows[rows["area_code"] == ST_HELENS].iloc[0]
    best, worst = spread.places(rows, mine)
    rank = 1 + int((rows["value"] > mine["value"]).sum())
    assert best <= rank <= worst
    assert best == 1 + sum(value > mine["upper_ci"] for value in rows["value"])


def test_without_an_interval_no_exact_place_is_given() -> None:
    figure = spread.spread_figure(OBESITY, (ST_HELENS,), ENGLAND, "", "", "")
    assert "no interval is held, so its exact place cannot be given" in figure.sentence


def test_authorities_count_once_though_their_codes_changed() -> None:
    rows = held.each_once(held.values(OBESITY, ""), held.many(held.values(OBESITY, "")) or "")  # type: ignore[arg-type]
    names = rows[rows["period"] == "2019/20"]["area_short_name"]
    assert not names.duplicated().any()


def test_groups_are_those_of_the_store_and_differ_only_where_intervals_part() -> None:
    figure = groups.groups_figure(FALLS, groups.BY_SEX, ST_HELENS, "", "")
    rows = reads.observations(FALLS)
    now = rows[(rows["area_code"] == ST_HELENS) & (rows["period"] == "2023/24") & (rows["sex"] != "Persons")]
    main = now[now["age"] == reads.indicator(FALLS)["headline_age"]].set_index("sex")
    assert set(figure.frame["Sex"]) == {"Female", "Male"}
    apart = main.loc["Female", "lower_ci"] > main.loc["Male", "upper_ci"]
    assert ("do not overlap, so they differ" in figure.sentence) == apart


def test_a_breakdown_held_for_england_alone_says_so() -> None:
    found = [
        (each, kind)
        for each in search.labels()
        for kind, codes in groups.kinds(each).items()
        if codes == (ENGLAND,) and reads.indicator(each)["level"] == "borough"
    ]
    assert found
    indicator_id, kind = found[0]
    app = opened(explored=search.labels()[indicator_id], shows_as="By group", by=kind)
    assert not app.exception
    assert "England is shown" in words_on(app)


def test_what_has_no_outline_has_no_map_but_a_reason() -> None:
    practice = next(one for one in search.labels() if on_map.outlined(one) is None)
    app = opened(explored=search.labels()[practice], shows_as="On a map")
    assert not app.exception
    assert "No map:" in words_on(app)


def test_areas_on_a_map_fall_in_the_shade_of_their_value() -> None:
    figure = on_map.map_figure("loneliness_modelled", "", "", "")
    assert figure.spec is not None
    low, high = figure.frame["Value (%)"].min(), figure.frame["Value (%)"].max()
    assert f"from {low:.1f}%" in figure.sentence
    assert f"to {high:.1f}%" in figure.sentence


def test_what_is_not_held_is_said_and_never_drawn_as_nought() -> None:
    figure = over_time.trend_figure(OBESITY, ("U67149",), ENGLAND, "", "", "")
    assert figure.sentence.startswith("No data")
    assert any("Central" in note for note in figure.notes)
    empty = table.table_figure(OBESITY, ("U67149",), "E47000004", "", "")
    assert empty.sentence.startswith("No data")
    assert empty.frame.empty


def test_figures_are_made_again_from_their_ids() -> None:
    for figure in (
        over_time.trend_figure(FALLS, (ST_HELENS, HALTON), "E12000002", "Women, aged 65 and over", "2019/20", ""),
        compared.compare_figure(OBESITY, ("city region",), ENGLAND, Scheme.SAFE, "", "", "2016/17"),
        against.scatter_figure(OBESITY, "deprivation_average_score", (ST_HELENS,), "", "", ""),
        groups.groups_figure(FALLS, groups.BY_SEX, ST_HELENS, "", ""),
    ):
        assert recipes.by_ref(figure.ref) is figure


def test_no_two_periods_members_or_areas_have_the_same_letters() -> None:
    for part in (parts.FIRST, parts.WHO, parts.AREAS):
        names = [name for name in part.values() if name]
        assert len({hashed(name, part.letters) for name in names}) == len(names), part.word


def test_a_link_carries_the_indicator_to_the_page() -> None:
    app = opened(**{f"to_{choice.INDICATOR}": FALLS})
    assert app.selectbox(key=choice.INDICATOR).value == FALLS
