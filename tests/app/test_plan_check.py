"""The plan check shows every printed target beside its own words and the published series, and corrects nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from shcares.domain import areas
from shcares.ui import plan_check, reads
from shcares.ui.figures import figure_png
from shcares.ui.plan_check_table import measures_figure
from shcares.ui.plan_check_words import Check, Following, checks
from tests.app.conftest import words_on

ROOT = Path(__file__).resolve().parents[2]
Opener = Callable[[], AppTest]


@pytest.fixture
def open_check() -> Opener:
    """Opens the plan check."""

    def opened() -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
        return app.switch_page("pages/reference/plan_check.py").run()

    return opened


def of(measure: str) -> Check:
    """One row of the check."""
    return next(row for row in checks() if row.id == measure)


def test_all_nineteen_measures_stand_in_the_plans_own_words_with_their_printed_figures(open_check: Opener) -> None:
    app = open_check()
    assert not app.exception
    said = words_on(app)
    measures = reads.key_measures()
    assert len(measures) == 19
    for row in measures.itertuples(index=False):
        assert " ".join(row.printed.split()) in said
        assert not isinstance(row.baseline_printed, str) or row.baseline_printed in said
        assert not isinstance(row.target_printed, str) or row.target_printed in said


def test_the_page_opens_with_the_answer_counted_from_its_rows(open_check: Opener) -> None:
    following = [row.asked.following for row in checks()]
    assert [following.count(one) for one in Following] == [3, 2, 14]
    said = words_on(open_check())
    assert "10 baselines equal a published figure, 2 are close or rounded and 7 have no match" in said
    assert "3 targets follow from their own words, 2 do not and 14 cannot be checked" in said
    assert "5 have no number; 9 ask to be below the North West" in said


def test_halve_is_40_8_and_the_printed_target_is_45_9(open_check: Opener) -> None:
    said = words_on(open_check())
    assert "81.6 × 0.5 = 40.8; the target is 45.9" in said
    assert "(45.9 − 81.6) ÷ 81.6 = −43.8%" in said
    assert of("1.3").asked.following is Following.DIFFERS
    assert not of("1.3").asked.is_rounding


def test_a_quarter_fewer_falls_is_the_printed_target(open_check: Opener) -> None:
    assert "2,468 × 0.75 = 1,851; the target is 1,851" in words_on(open_check())
    assert of("3.4").asked.following is Following.FOLLOWS


def test_a_difference_that_rounding_could_explain_says_so() -> None:
    asked = of("3.2").asked
    assert asked.following is Following.DIFFERS
    assert asked.is_rounding
    assert "7.2 × 1.1 = 7.92, which prints as 7.9; the target is 8.0" in asked.sums
    assert "7.865 to 7.975" in asked.sums
    assert "rounding could explain 3.2" in plan_check.reasons()


def test_two_years_more_follow_and_both_sexes_round_to_the_baseline() -> None:
    row = of("2.4")
    assert row.asked.sums == "59 + 2 = 61; the target is 61"
    assert row.published == ("women 58.9 and men 58.6 in 2016 to 2018", "rounded: 59")


def test_to_be_best_is_set_against_the_best_of_the_others_in_the_baselines_year() -> None:
    assert of("3.1").asked.sums == "Best of the others: Liverpool, 93.3% in 2019/20; 94 > 93.3"
    assert of("3.3").asked.sums == "Best of the others: Wirral, 6.2 in 2019/20"
    assert of("3.3").asked.following is Following.UNCHECKED


def test_self_harm_shows_the_figure_of_the_other_ages_and_carries_its_flag(open_check: Opener) -> None:
    said = words_on(open_check())
    assert "The baseline and the words are of different ages" in said
    assert "Self-harm admissions, 10-24: 978.73 in 2018/19" in said
    assert "433.37 in 2018/19; latest 441.9 in 2020/21" in said


def test_a_baseline_without_a_period_is_set_against_no_year_later_than_the_plan() -> None:
    assert of("3.4").published == (
        "nearest of the years the plan could know: 2,538.37 in 2019/20",
        "2,538.37 − 2,468 = +70.37",
    )
    assert of("1.3").published == (
        "nearest of the years the plan could know: 81.75 in 2017/18 to 2019/20",
        "81.75 − 81.6 = +0.15",
    )


def test_the_wheel_and_every_other_note_stand_below_the_measures(open_check: Opener) -> None:
    app = open_check()
    said = words_on(app)
    assert [header.value for header in app.header] == ["Everything else the plan prints that a reader may check"]
    assert "The parts of the wheel add to 95" in said
    assert "30 + 20 + 35 + 10 = 95" in said
    assert "Section 5. Closer together: Tackling Health Inequalities" in said


def test_no_note_on_the_plan_is_left_out(open_check: Opener) -> None:
    said = words_on(open_check())
    measured = set(reads.measure_flags()["title"])
    elsewhere = set(plan_check.elsewhere_figure().frame["What it is about"])
    missing = [title for title in measured | elsewhere if title not in said]
    assert not missing
    assert {"34 practices in one section, 33 in another", "A dependency ratio five times the national one"} <= elsewhere
    assert "By 2026, 2026/7 or five years" in elsewhere


def test_notes_open_without_a_mouse(open_check: Opener) -> None:
    bodies = " ".join(element.proto.body for element in open_check().get("html"))
    assert bodies.count("<details") == bodies.count("<summary>") >= 19


def test_filters_that_change_nothing_here_are_answered(open_check: Opener) -> None:
    app = open_check()
    quiet = words_on(app)
    assert "does not change this page" not in quiet
    assert "changes nothing here" not in quiet
    community = reads.networks().iloc[0]
    app.selectbox(key="area").set_value(community["area_code"])
    said = words_on(app.selectbox(key="compare").set_value(areas.NORTH_WEST).run())
    assert f"{community['short_name']} does not change this page" in said
    assert "North West as comparator changes nothing here" in said


def test_both_tables_can_be_taken_away() -> None:
    for figure in (measures_figure(), plan_check.elsewhere_figure()):
        assert not figure.frame.empty
        assert figure_png(figure).startswith(b"\x89PNG")
    assert len(measures_figure().frame) == 19
