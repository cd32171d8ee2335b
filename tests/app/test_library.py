"""The library finds an indicator by any of its words and tells all there is to know of it."""

from collections.abc import Callable
from io import BytesIO

import pandas as pd
from streamlit.testing.v1 import AppTest

from shcares.export.table import frame_csv
from shcares.ui import indicator_figures, library, reads
from shcares.ui.figures import figure_png
from tests.app.conftest import words_on

Opener = Callable[..., AppTest]
ENGLAND, ST_HELENS = "E92000001", "E08000013"


def test_year_6_obesity_is_25_1_per_cent_against_22_2_in_england(open_library: Opener) -> None:
    app = open_library(indicator="year6_obesity")
    assert not app.exception
    assert app.header[0].value == reads.indicator("year6_obesity")["name"]
    assert "25.1% in 2024/25, 2.9 percentage points above England (22.2%)" in words_on(app)
    assert "Open Government Licence v3.0" in words_on(app)


def test_an_indicator_without_interval_says_that_the_difference_is_not_tested(open_library: Opener) -> None:
    said = words_on(open_library(indicator="year6_obesity"))
    assert "The difference is not tested: the latest figure has no confidence interval." in said


def test_what_is_open_stays_open_when_a_filter_changes(open_library: Opener) -> None:
    app = open_library(indicator="year6_obesity")
    del app.query_params["indicator"]
    app.selectbox(key="compare").set_value("E12000002").run()
    assert app.header[0].value == reads.indicator("year6_obesity")["name"]
    assert app.query_params["indicator"] == "year6_obesity"


def test_search_does_not_mind_hyphens() -> None:
    assert set(library.found("selfharm", library.ALL, "Any")["indicator_id"]) >= {"self_harm_admissions"}


def test_the_series_behind_978_7_carries_the_plans_flag(open_library: Opener) -> None:
    said = words_on(open_library(indicator="self_harm_admissions_10_24"))
    assert "978.7" in said
    assert "⚑" in said


def test_an_unknown_indicator_in_the_address_is_answered_with_a_sentence(open_library: Opener) -> None:
    app = open_library(indicator="nonsense")
    assert not app.exception
    assert "There is no indicator “nonsense”" in words_on(app)


def test_search_reads_definitions_and_the_plans_own_words() -> None:
    by_plan = library.found("91 days after discharge", library.ALL, "Any")
    assert "at_home_91_days" in set(by_plan["indicator_id"])
    by_publisher_number = library.found("90323", library.ALL, "Any")
    assert list(by_publisher_number["indicator_id"]) == ["year6_obesity"]


def test_search_that_finds_nothing_says_what_to_try(open_library: Opener) -> None:
    app = open_library()
    app.text_input(key="q").set_value("zzzz").run()
    assert not app.exception
    assert "Nothing matches “zzzz” here." in words_on(app)


def test_topic_and_level_narrow_the_list() -> None:
    alcohol = library.found("", "Alcohol use", "Borough")
    assert set(alcohol["level"]) == {"borough"}
    assert all("alcohol_use" in topics for topics in alcohol["focus_areas"])


def test_every_indicator_can_be_drawn_compared_and_listed() -> None:
    for indicator_id in reads.indicators()["indicator_id"]:
        trend = indicator_figures.trend_figure(indicator_id, ST_HELENS, "St Helens", ENGLAND, "England")
        areas = indicator_figures.compare_figure(indicator_id, ST_HELENS, ENGLAND, "England")
        assert trend.spec is not None
        assert areas.sentence
        assert "Licence" in areas.source


def test_a_downloaded_table_says_whose_figures_they_are() -> None:
    figure = indicator_figures.trend_figure("falls_admissions_65", ST_HELENS, "St Helens", ENGLAND, "England")
    table = pd.read_csv(BytesIO(frame_csv(figure.frame, figure.provenance)))
    latest = table[(table["Area"] == "St Helens") & (table["Period"] == "2023/24")].iloc[0]
    assert round(latest.filter(like="Value").iloc[0], 1) == 2397.4
    assert {"Source", "Method", "Periods", "Areas", "Figure"} <= set(table.columns)
    assert figure_png(figure).startswith(b"\x89PNG")


def test_intervals_that_are_made_here_say_by_which_method() -> None:
    figure = indicator_figures.trend_figure("at_home_91_days", ST_HELENS, "St Helens", ENGLAND, "England")
    assert "Wilson" in figure.method
    published = indicator_figures.trend_figure("healthy_life_expectancy", ST_HELENS, "St Helens", ENGLAND, "England")
    assert "as published" in published.method


def test_rolling_series_have_no_trend_and_say_why() -> None:
    figure = indicator_figures.trend_figure("suicide_rate", ST_HELENS, "St Helens", ENGLAND, "England")
    assert any("periods overlap" in note for note in figure.notes)
