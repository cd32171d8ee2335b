"""Two areas or two periods differ only where their intervals lie apart; otherwise the page says why not."""

import pytest
from streamlit.testing.v1 import AppTest

from shcares.ui.priorities.choices import indicators_of
from shcares.ui.priorities.explain import pair_figure
from shcares.ui.priorities.pairs import Pair, because, by_fixed_value, named_areas, outcome, periods_of, sexes_of

ENGLAND, ST_HELENS, KNOWSLEY, NORTH_WEST = "E92000001", "E08000013", "E08000011", "E12000002"


def _script(priority_id: str) -> None:
    from shcares.ui import filters
    from shcares.ui.priorities import explain

    filters.show_filters()
    explain.show_compare(priority_id, filters.current())


def view(priority_id: str, **parameters: str) -> AppTest:
    app = AppTest.from_function(_script, kwargs={"priority_id": priority_id}, default_timeout=120)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def areas_of(indicator_id: str, period: str, first: str, second: str) -> Pair:
    return Pair(indicator_id, "Persons", (first, second), (period, period))


def test_st_helens_and_england_differ_where_the_intervals_lie_apart() -> None:
    pair = areas_of("at_home_91_days", "2020/21", ST_HELENS, ENGLAND)
    assert outcome(pair) == "St Helens and England differ in 2020/21: 67.2% against 79.1%, worse in St Helens."
    assert "lie wholly apart" in because(pair)


def test_a_wide_gap_is_no_difference_while_the_intervals_overlap() -> None:
    pair = areas_of("at_home_91_days", "2020/21", ST_HELENS, KNOWSLEY)
    assert outcome(pair).startswith(
        "No clear difference between St Helens and Knowsley in 2020/21: 67.2% against 82.6%"
    )
    assert "62.2 to 71.9 and 62.9 to 93.0, overlap" in because(pair)


def test_without_an_interval_only_the_arithmetic_is_given() -> None:
    said = outcome(areas_of("adult_excess_weight", "2024/25", ST_HELENS, ENGLAND))
    assert said.startswith("Cannot be tested: the figures held have no interval for St Helens or England.")
    assert "By arithmetic alone, St Helens is 4.0 percentage points above England." in said


def test_the_order_of_two_areas_turns_the_word_round() -> None:
    there = outcome(areas_of("falls_admissions_65", "2023/24", ST_HELENS, ENGLAND))
    back = outcome(areas_of("falls_admissions_65", "2023/24", ENGLAND, ST_HELENS))
    assert "worse in St Helens" in there
    assert "better in England" in back


def test_a_region_has_its_article_wherever_it_is_named_in_a_sentence() -> None:
    there = areas_of("adult_obesity", "2024/25", NORTH_WEST, ENGLAND)
    back = areas_of("adult_obesity", "2024/25", ENGLAND, NORTH_WEST)
    assert outcome(there) == (
        "The North West and England differ in 2024/25: 28.6% against 26.6%, worse in the North West."
    )
    assert "England and the North West differ" in outcome(back)
    assert "By arithmetic alone, the North West is" in there.figures_sentence


def test_overlapping_pools_of_years_are_not_two_figures() -> None:
    pair = Pair("healthy_life_expectancy", "Female", (ST_HELENS, ST_HELENS), ("2021-23", "2022-24"))
    assert "share years" in outcome(pair)


def test_separate_periods_are_tested() -> None:
    pair = Pair("falls_admissions_65", "Persons", (ST_HELENS, ST_HELENS), ("2018/19", "2023/24"))
    assert outcome(pair).startswith("No clear difference between 2018/19 and 2023/24 in St Helens")


@pytest.mark.parametrize("priority", ["mental_wellbeing", "tackling_obesity", "resilient_communities"])
def test_every_indicator_offered_can_be_compared_with_england(priority: str) -> None:
    for indicator_id in indicators_of(priority):
        for sex in sexes_of(indicator_id):
            if not {ST_HELENS, ENGLAND} <= set(named_areas(indicator_id, sex)):
                continue
            theirs = periods_of(indicator_id, sex, ENGLAND)
            both = [period for period in periods_of(indicator_id, sex, ST_HELENS) if period in theirs]
            pair = Pair(indicator_id, sex, (ST_HELENS, ENGLAND), (both[0], both[0]))
            figure = pair_figure(*pair.filters, ENGLAND, "England")
            assert len(figure.frame) == 2
            assert outcome(pair).endswith(".")
            assert isinstance(by_fixed_value(pair), str)


def test_the_view_opens_on_st_helens_and_the_chosen_comparator() -> None:
    app = view("resilient_communities")
    assert not app.exception
    assert app.header[0].value.startswith("St Helens and England differ in 2020/21")


def test_what_is_not_held_falls_back_and_nothing_breaks() -> None:
    app = view("resilient_communities", compare_first="Nowhere", compare_period="1066", compare_by="Both")
    assert not app.exception
    assert app.header[0].value.startswith("St Helens and England differ in 2020/21")


def test_another_indicator_keeps_what_it_holds_and_replaces_what_it_does_not() -> None:
    app = view("resilient_communities")
    app.selectbox(key="compare_second").set_value(KNOWSLEY).run()
    app.selectbox(key="compare_period").set_value("2020/21").run()
    app.selectbox(key="compare_indicator").set_value("Emergency admissions after falls, 65 and over").run()
    assert not app.exception
    assert "2023/24" in app.header[0].value or "2020/21" in app.header[0].value


def test_two_periods_start_from_the_plans_baseline_year() -> None:
    app = view("tackling_obesity", compare_by="Two periods")
    assert not app.exception
    assert app.selectbox(key="compare_from").value == "2018/19"
    assert app.header[0].value.startswith("Cannot be tested: the figures held have no interval for 2018/19 or 2024/25.")


def test_a_community_without_the_figure_is_told_so_and_st_helens_is_shown() -> None:
    app = view("resilient_communities", area="South")
    assert not app.exception
    assert any("Not published for South" in one.value for one in app.markdown)
    assert app.selectbox(key="compare_first").value == ST_HELENS
