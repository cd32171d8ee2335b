"""The three priority pages say of every key measure whether it is on course, and why."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from shcares.domain.vocabulary import Verdict
from shcares.stats.targets import allocation
from shcares.ui import courses, needs, reads
from shcares.ui.figures import figure_png
from shcares.ui.priorities import answer, cards, runways
from tests.app.conftest import words_on

Opener = Callable[..., AppTest]
ENGLAND = "E92000001"
PRIORITIES = ("mental_wellbeing", "tackling_obesity", "resilient_communities")


@pytest.mark.parametrize("priority_id", PRIORITIES)
def test_every_row_of_the_plans_tables_has_a_card_with_a_verdict_and_why(
    open_priority: Opener, priority_id: str
) -> None:
    app = open_priority(priority_id)
    assert not app.exception
    headings = [heading.value for heading in app.subheader]
    own = reads.key_measures()
    own = own[own["priority_id"] == priority_id]
    assert [heading.split()[0] for heading in headings] == [
        view.id for _, views in cards.by_objective(priority_id, ENGLAND) for view in views
    ]
    assert sorted(heading.split()[0] for heading in headings) == sorted(own["measure_id"])
    assert all(courses.course(measure).why for measure in own["measure_id"])


def test_all_nineteen_rows_are_on_one_of_the_three_pages() -> None:
    shown = [view.id for priority in PRIORITIES for _, views in cards.by_objective(priority, ENGLAND) for view in views]
    assert sorted(shown) == sorted(reads.key_measures()["measure_id"])
    assert len(shown) == 19


def test_year_6_obesity_is_off_course_with_its_figure_flag_and_source(open_priority: Opener) -> None:
    app = open_priority("tackling_obesity")
    said = words_on(app)
    assert "25.1% 2024/25" in said
    assert "! Off course" in said
    assert "Year 6 obesity: the baseline matches" in said
    assert "Office for Health Improvement and Disparities, Fingertips public health profiles" in said
    assert "Next due 13 May 2027" in said


def test_premature_mortality_says_that_no_series_is_held_and_shows_preventable_mortality_by_name(
    open_priority: Opener,
) -> None:
    said = words_on(open_priority("tackling_obesity"))
    assert "The baseline matches no published series held here" in said
    assert "Shown beside it, under its own name: Preventable deaths under 75." in said
    assert "194.2 per 100,000 people under 75 in 2024" in said


def test_suicide_is_short_of_its_target_and_not_forecast_because_its_periods_overlap(open_priority: Opener) -> None:
    said = words_on(open_priority("mental_wellbeing"))
    assert "Not enough independent data The latest value is 3.5 above the target. It cannot be projected" in said
    assert "the periods overlap, so the points are not independent" in said
    assert "To be at the target it would take about 6 fewer deaths by suicide a year." in said
    assert "Suicide: the baseline matches" in said
    assert "Office for National Statistics" in said


def test_self_harm_shows_each_population_on_its_own_and_draws_no_path(open_priority: Opener) -> None:
    app = open_priority("mental_wellbeing")
    assert "The two are never drawn on one line." in words_on(app)
    entries = runways.shown("1.1")
    assert {"self_harm_admissions", "self_harm_admissions_10_24"} <= {entry.indicator_id for entry in entries}
    assert not any(entry.own for entry in entries)
    for entry in entries:
        assert "No path" in str(runways.runway_figure("1.1", entry.indicator_id, entry.sex, ENGLAND).spec)
    label = "Self-harm admissions, 10-24"
    app.segmented_control(key="series-1.1").set_value(label).run()
    assert "978.7 per 100,000 people aged 10 to 24 in 2018/19" in words_on(app)


def test_older_people_at_home_is_last_of_merseyside_and_of_the_city_region(open_priority: Opener) -> None:
    said = words_on(open_priority("resilient_communities"))
    assert "Best in Merseyside? In 2020/21 St Helens is 5th of the 5 with a figure; the best is Liverpool" in said
    assert "6th of the 6 in the Liverpool City Region" in said
    assert "a clear difference, the intervals are apart" in said
    assert "about 95 more people still at home after 91 days." in said


def test_below_the_north_west_is_tested_where_a_figure_and_an_interval_are_held() -> None:
    entry = runways.shown("2.5b")[0]
    notes = " ".join(runways.runway_figure("2.5b", entry.indicator_id, entry.sex, ENGLAND).notes)
    assert (
        "38.6 against 37.2 in 2022 to 2024: above it, but its interval reaches across, so no clear difference" in notes
    )
    reception = " ".join(runways.runway_figure("2.1", "reception_obesity", "Persons", ENGLAND).notes)
    assert "It cannot be tested: no North West figure is held for 2024/25" in reception


def test_the_first_words_of_a_page_answer_whether_it_is_on_course(open_priority: Opener) -> None:
    for priority_id in PRIORITIES:
        assert answer.answer(priority_id) in words_on(open_priority(priority_id))
    verdicts = [courses.course(measure).verdict for measure in ("2.1", "2.2", "2.3")]
    assert verdicts == [Verdict.OFF_COURSE, Verdict.OFF_COURSE, Verdict.TOO_CLOSE]
    assert "2 are off course" in answer.counted("tackling_obesity")


def test_shares_of_the_networks_add_up_and_are_called_an_allocation() -> None:
    need = needs.need("3.1")
    assert need is not None
    assert "as an allocation and not a measurement" in need.split
    shares = [int(part.split()[-1].rstrip(".")) for part in need.split.split(": ")[1].split(",")]
    assert sum(shares) == 95
    patients = reads.registered_patients().query("area_type == 'network'")["patients"]
    assert shares == allocation(95, patients).tolist()


def test_where_the_number_of_people_is_not_held_no_number_is_made() -> None:
    need = needs.need("2.2")
    assert need is not None
    assert "about 41 fewer children living with obesity in every 1,000" in need.text
    assert "no number for the borough and no share of a network is given" in need.split
    under_18 = needs.need("1.3")
    assert under_18 is not None
    assert "about 4 to 6 fewer admissions a year" in under_18.text


def test_a_runway_download_says_what_is_published_and_what_is_not() -> None:
    figure = runways.runway_figure("2.2", "year6_obesity", "Persons", ENGLAND)
    kinds = set(figure.frame["Kind"])
    assert {"Published", "Target, as the plan prints it", "Projection, 95% interval"} <= kinds
    assert "logit scale" in figure.method
    assert figure_png(figure).startswith(b"\x89PNG")


def test_a_community_is_told_that_the_measures_are_the_boroughs(open_priority: Opener) -> None:
    app = open_priority("mental_wellbeing")
    app.selectbox(key="area").set_value("U67149").run()
    assert not app.exception
    assert "published for the borough only" in words_on(app)
