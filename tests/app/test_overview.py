"""The plan on a page says what the plan prints and what is published."""

import re

from streamlit.testing.v1 import AppTest

from shcares.domain import areas
from shcares.domain.vocabulary import Status
from shcares.style.palette import Scheme
from shcares.ui import measures_table, place, reads
from shcares.ui.figures import figure_png
from shcares.ui.measures import measure_views
from tests.app.conftest import words_on

ENGLAND, NORTH_WEST = "E92000001", "E12000002"


def test_the_overview_opens_without_an_error(overview: AppTest) -> None:
    assert not overview.exception
    assert "One Place, One System, One Ambition" in words_on(overview)


def test_every_row_of_the_plans_tables_is_there_once_and_in_the_plans_words(overview: AppTest) -> None:
    said = words_on(overview)
    views = measure_views(ENGLAND)
    printed = "1.1 1.2 1.3 1.4 1.5, 2.1 2.2 2.3 2.4 2.5a 2.5b 2.5c 2.5d, 3.1 3.2 3.3 3.4 3.5 3.6"
    assert ", ".join(" ".join(v.id for v in views if v.priority == p) for p in reads.priority_titles()) == printed
    assert all(" ".join(view.printed.split()) in said for view in views)


def test_the_self_harm_baseline_is_shown_with_the_flag_that_its_target_is_another_population(overview: AppTest) -> None:
    said = words_on(overview)
    row = said[said.index("Reduce Emergency Admissions for intentional self harm") :]
    row = row[: row.index("Reduce the suicide rate")]
    assert "978.7/100,000" in row
    assert "246/100,000" in row
    assert "No usable target" in row
    assert "The baseline and the words are of different ages" in row
    assert "Source: " in row


def test_older_people_at_home_after_91_days_is_67_2_per_cent_and_worse_than_england(overview: AppTest) -> None:
    said = words_on(overview)
    row = said[said.index("To be the best borough in Merseyside for older people") :]
    row = row[: row.index("Improve by 10%")]
    assert "67.2% 2020/21, over five years ago, 95% interval 62.2 to 71.9" in row
    assert "Worse England 79.1%" in row
    assert "89.5%" in row
    assert "94%" in row


def test_a_target_that_cannot_be_used_says_why_where_it_stands(overview: AppTest) -> None:
    said = words_on(overview)
    unusable = [view for view in measure_views(ENGLAND) if view.status is Status.NO_USABLE_TARGET]
    assert {view.label for view in unusable if view.why_no_target} == {
        view.label for view in unusable if view.prints_target_number
    }
    for view in unusable:
        assert f"No usable target {view.printed_target}" in said, view.label
    assert "No usable target printed target 246/100,000: the baseline is another series" in said
    assert "No usable target no target number printed" in said


def test_the_place_strip_counts_neighbourhoods_and_practices(overview: AppTest) -> None:
    said = words_on(overview)
    assert "29 of 119 neighbourhoods are in the most deprived tenth" in said
    assert "GP practices of the plan still open 28 of 33" in said
    assert "183,248" in said


def test_a_care_community_changes_the_strip_and_says_the_measures_are_the_boroughs(overview: AppTest) -> None:
    overview.selectbox(key="area").set_value("U67149").run()
    said = words_on(overview)
    assert "Central care community in figures" in said
    assert "published for the borough only" in said
    assert "53.3%" in said
    assert not overview.exception


def test_another_comparator_is_judged_against_its_own_value(overview: AppTest) -> None:
    overview.selectbox(key="compare").set_value(NORTH_WEST).run()
    said = words_on(overview)
    assert "Against North West" in said
    assert "Against England" not in said


def test_the_familiar_colours_keep_the_words_and_change_the_paint() -> None:
    safe, familiar = (
        measures_table.measures_figure(ENGLAND, "England", scheme) for scheme in (Scheme.SAFE, Scheme.RAG)
    )
    assert "#c8611a" in str(safe.html)
    assert "#c00000" in str(familiar.html)
    assert str(safe.html).count("Short of target") == str(familiar.html).count("Short of target") > 0


def test_every_figure_carries_period_area_source_and_method() -> None:
    for figure in (
        measures_table.measures_figure(ENGLAND, "England", Scheme.SAFE),
        measures_table.changes_figure(ENGLAND),
        place.facts_figure(areas.ST_HELENS),
        place.facts_figure("U94009"),
    ):
        assert all([figure.title, figure.sentence, figure.period, figure.area, figure.source, figure.method])
        assert len(figure.frame) > 0


def test_a_table_is_taken_away_as_a_picture() -> None:
    png = figure_png(measures_table.changes_figure(ENGLAND))
    assert png.startswith(b"\x89PNG")
    assert len(png) > 20_000


def test_what_stands_beside_a_measure_is_never_its_latest_value() -> None:
    table = measures_table.measures_figure(ENGLAND, "England", Scheme.SAFE).frame.set_index("Measure")
    for row in ("1.1", "2.5a", "2.5b", "2.5c", "3.6"):
        assert table.loc[row, "Latest"] == "no data"
        assert table.loc[row, "Status"] == "No usable target"
    assert "Preventable deaths under 75" in table.loc["2.5a", "Beside it"]
    assert "978.7" in table.loc["1.1", "Beside it"]


def test_the_sentence_counts_every_measure_once() -> None:
    said = measures_table.measures_figure(ENGLAND, "England", Scheme.SAFE).sentence
    against = said[said.index("Against England") :]
    assert sum(int(number) for number in re.findall(r"\d+", against)) == 19


def test_a_community_is_read_beside_all_four_on_the_same_basis() -> None:
    said = " ".join(place.facts_figure("U67149").frame["Detail"])
    assert "19,744 of 37,050 patients" in said
    assert "all four communities: 42.4%" in said
