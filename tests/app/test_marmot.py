"""The Marmot goals: the plan's words as printed, the indicators under its actions, what may be said, and the gap."""

import csv
import re
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from shcares.domain.areas import CITY_REGION, ENGLAND, NORTH_WEST, ST_HELENS
from shcares.domain.vocabulary import Judgement
from shcares.ui import reads
from shcares.ui.filters import COMPARATORS
from shcares.ui.inequalities.marmot import actions, answer, evidence, fifths, gap_figures, page, pairs, printed
from shcares.ui.inequalities.marmot.actions import Side
from tests.app.conftest import ROOT, words_on

DATA = ROOT / "data"
GOALS, GAP, WORDS = page.VIEWS


def open_marmot(view: str = GOALS, **parameters: str) -> AppTest:
    """The page at one of its views."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in {"marmot_view": view, **parameters}.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page("pages/inequalities/marmot_goals.py").run()


def statements(kind: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = tomllib.loads((DATA / "strategy" / f"{kind}.toml").read_text(encoding="utf-8"))[
        "item"
    ]
    return items


def declared() -> dict[str, list[str]]:
    return {item["id"]: item["indicators"] for item in statements("marmot") if "indicators" in item}


def published() -> dict[tuple[str, str], list[dict[str, str]]]:
    """Rows without a breakdown of every declared indicator by indicator and area, oldest first."""
    wanted = {each for ids in declared().values() for each in ids}
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for path in sorted((DATA / "observations").glob("*.csv")):
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row["indicator_id"] in wanted and not row["category"] and row["value"]:
                    found.setdefault((row["indicator_id"], row["area_code"]), []).append(row)
    return {key: sorted(rows, key=lambda row: row["period"]) for key, rows in found.items()}


def declaration(indicator_id: str) -> dict[str, Any]:
    return tomllib.loads((DATA / "indicators" / f"{indicator_id}.toml").read_text(encoding="utf-8"))


def values(indicator_id: str, area_code: str) -> dict[str, float]:
    rows = reads.series(indicator_id, area_code)
    return dict(zip(rows["period"], rows["value"], strict=True))


def test_every_action_has_indicators_and_no_indicator_stands_twice() -> None:
    assert [name for name in declared() if name.startswith("action_")] == [
        item["id"] for item in statements("marmot") if item["id"].startswith("action_")
    ]
    ids = [each for held in declared().values() for each in held]
    assert len(ids) == len(set(ids)) == 22


def test_the_indicators_are_of_the_borough_of_the_main_set_and_not_superseded() -> None:
    for ids in declared().values():
        for indicator_id in ids:
            about = declaration(indicator_id)
            assert (about["level"], about["headline_set"]) == ("borough", True), indicator_id
            assert "superseded_by" not in about, indicator_id
            assert about["life_course"] in {"starting_well", "developing_well"}, indicator_id


def test_two_indicators_alone_have_no_value_of_england_in_their_newest_period() -> None:
    rows = published()
    without = {
        each
        for ids in declared().values()
        for each in ids
        if rows[each, ST_HELENS][-1]["period"] not in {row["period"] for row in rows.get((each, ENGLAND), [])}
    }
    assert without == {"smoking_at_delivery", "youth_justice_first_entrants"}
    assert without == {each.latest.indicator_id for each in actions.everything(ENGLAND) if each.side is Side.UNKNOWN}


@pytest.mark.parametrize("comparator_code", [ENGLAND, NORTH_WEST])
def test_sides_are_those_of_the_published_values_worked_by_hand(comparator_code: str) -> None:
    rows = published()
    worse = 0
    for shown in actions.everything(comparator_code):
        indicator_id = shown.latest.indicator_id
        last = rows[indicator_id, ST_HELENS][-1]
        theirs = [row for row in rows.get((indicator_id, comparator_code), []) if row["period"] == last["period"]]
        if not theirs:
            assert shown.side is Side.UNKNOWN
            continue
        higher = float(last["value"]) > float(theirs[-1]["value"])
        good = declaration(indicator_id)["polarity"] == "high_is_good"
        assert shown.side is (Side.BETTER if higher == good else Side.WORSE), indicator_id
        worse += higher != good
    assert actions.tally(actions.everything(comparator_code)).sides[Side.WORSE] == worse


def test_the_answer_counts_what_can_be_tested_and_what_lies_on_which_side() -> None:
    first, second = answer.answer(ENGLAND, "England")
    assert first == (
        "By value alone, 17 of 20 indicators for children and young people are on the worse side of England. "
        "Of all 22, none can be tested against England or for a trend."
    )
    assert "no interval for 21 of them, and no England value for 2" in second
    assert "13 moved the right way and 7 the wrong way" in second
    assert "chosen by us" in second
    assert (
        "14 of 19 indicators for children and young people are on the worse side"
        in answer.answer(NORTH_WEST, "North West")[0]
    )
    assert "against the Liverpool City Region" in answer.answer(CITY_REGION, "Liverpool City Region")[0]


def test_nothing_without_an_interval_is_called_better_or_worse_and_the_reason_is_said() -> None:
    for code in COMPARATORS:
        for shown in actions.everything(code):
            if not shown.latest.interval:
                assert shown.latest.judgement is Judgement.NOT_COMPARED
                assert shown.one.trend_why_not
            assert shown.tested or shown.latest.why_not
            assert shown.directed or "cannot be calculated" in shown.latest.trend


def test_with_intervals_the_answer_says_better_similar_and_worse_and_how_many_move() -> None:
    shown = actions.everything(ENGLAND)[:4]
    counted = actions.tally(shown)
    counted.judged.clear()
    counted.judged.update({Judgement.BETTER: 1, Judgement.WORSE: 2, Judgement.NOT_COMPARED: 1})
    counted.trends.clear()
    counted.trends.update({Judgement.SIMILAR: 1, Judgement.BETTER: 2, Judgement.NOT_COMPARED: 1})
    assert answer.tested(counted, "England") == (
        "1 is better than England, 2 are worse than England and 1 cannot be tested, "
        "and 2 of the 3 that can be tested have a recent trend"
    )


def test_the_goals_and_actions_stand_as_printed_with_their_indicators_under_them() -> None:
    app = open_marmot()
    assert not app.exception
    said = words_on(app)
    for item in statements("marmot"):
        assert item["text"] in said
    headings = [element.value for element in app.header] + [element.value for element in app.subheader]
    assert "1. Giving every child the best start in life" in headings
    assert any("1001 days" in heading for heading in headings)
    names = {reads.indicator(each)["short_name"] for ids in declared().values() for each in ids}
    links = {element.proto.label for element in app.get("page_link")}
    assert names <= links


def test_each_indicator_links_to_the_library_and_each_action_to_the_priorities_that_show_it_too() -> None:
    links = [element.proto for element in open_marmot().get("page_link")]
    opened = {link.query_string for link in links if link.page.endswith("library")}
    for ids in declared().values():
        for indicator_id in ids:
            assert any(f"indicator={indicator_id}" in query for query in opened), indicator_id
    also = [link.label for link in links if link.label.startswith("Also on ")]
    assert "Also on Tackling Obesity: Breastfeeding" in also
    assert any(label.startswith("Also on Mental Wellbeing: ") and "Alcohol admissions" in label for label in also)


def test_a_comparator_and_a_community_change_what_they_must_and_say_so() -> None:
    said = words_on(open_marmot(area="North", compare="North West"))
    assert "tested against the North West" in said
    assert "not published for care communities, so St Helens is shown and not North" in said
    assert "not published for care communities" not in words_on(open_marmot())


def test_the_rows_say_value_period_comparator_side_place_and_why_there_is_no_trend() -> None:
    said = words_on(open_marmot())
    for part in (
        "32.7%",
        "20.0 percentage points below England, the worse side by value alone; worst fifth of 88 authorities",
        "Not tested, no interval",
        "Not tested, no England value",
        "Recent trend cannot be calculated: the last 5 points are not consecutive years.",
        "Up, the right way, from 31.5% in 2022/23 (not tested)",
        "a borough has few such deaths, so the rate moves a lot",
    ):
        assert part in said, part


def test_a_fifth_is_counted_by_hand_among_the_upper_tier_authorities() -> None:
    rows = [
        row
        for (indicator_id, _), held in published().items()
        if indicator_id == "attainment_8"
        for row in held
        if row["period"] == "2024/25" and row["area_code"][:3] in {"E06", "E08", "E09", "E10"}
    ]
    mine = next(float(row["value"]) for row in rows if row["area_code"] == ST_HELENS)
    above = sum(float(row["value"]) > mine for row in rows)
    assert above / len(rows) > 0.8
    figure = fifths.fifths_figure(ENGLAND)
    table = figure.frame.set_index("Indicator")["Fifth of England’s authorities"]
    assert table["Attainment 8"] == "worst fifth"
    assert f"worst fifth on {(table == 'worst fifth').sum()}" in figure.sentence
    assert "A place says nothing about chance." in figure.sentence
    assert figure.html is not None
    assert f"Worst fifth: {(table == 'worst fifth').sum()}" in figure.html


def test_the_gap_is_the_difference_of_the_published_values() -> None:
    at_five, at_sixteen = pairs.PAIRS
    for groups in pairs.PAIRS:
        for code in (ST_HELENS, ENGLAND, NORTH_WEST):
            low, high = (values(each, code) for each in (groups.worse_off, groups.others))
            by_hand = {period: round(high[period] - low[period], 1) for period in low if period in high}
            held = pairs.gaps(groups, code)
            assert dict(zip(held["period"], held["gap"], strict=True)) == pytest.approx(by_hand)
    newest = {groups.id: pairs.gaps(groups, ST_HELENS)["gap"].iloc[-1] for groups in pairs.PAIRS}
    assert newest == {"at-five": pytest.approx(25.2), "at-sixteen": pytest.approx(16.9)}
    assert pairs.gaps(at_sixteen, ENGLAND)["gap"].iloc[-1] == pytest.approx(15.5)
    assert pairs.gaps(at_five, ENGLAND)["gap"].iloc[-1] == pytest.approx(21.2)


def test_a_gap_is_not_said_to_have_widened_and_is_not_set_beside_years_that_do_not_compare() -> None:
    five, sixteen = (pairs.sentence(groups, ENGLAND, "England") for groups in pairs.PAIRS)
    for said in (five, sixteen):
        assert "neither series has an interval, so it cannot be said that the gap widened or narrowed" in said
    assert "In 2021/22 it was 22.5 percentage points" in five  # no year before the reform of the assessment
    assert "In 2018/19 it was 12.0 points" in sixteen  # not the years of the teachers' grades
    for groups in pairs.PAIRS:
        figure = gap_figures.gap_figure(groups, ENGLAND, "England")
        assert "by arithmetic; without intervals it is not tested" in figure.sentence
        assert set(figure.frame["95% interval"]) == {"none held"}


def test_a_comparator_without_both_groups_is_said_to_have_none() -> None:
    groups = pairs.PAIRS[0]
    if pairs.gaps(groups, CITY_REGION).empty:
        assert "No Liverpool City Region value of both groups" in pairs.sentence(
            groups, CITY_REGION, "Liverpool City Region"
        )
    assert not open_marmot(GAP, compare="Liverpool City Region").exception


def test_the_gap_view_shows_both_measures_with_a_way_to_all_four_series() -> None:
    app = open_marmot(GAP)
    assert not app.exception
    said = words_on(app)
    assert "a gap of 16.9 points" in said
    assert "a gap of 25.2 percentage points" in said
    opened = [element.proto.query_string for element in app.get("page_link")]
    for groups in pairs.PAIRS:
        for indicator_id in (groups.worse_off, groups.others):
            assert any(query.endswith(f"indicator={indicator_id}") for query in opened)


def test_what_the_plan_says_of_inequalities_stands_whole_with_its_notes() -> None:
    app = open_marmot(WORDS)
    assert not app.exception
    said = words_on(app)
    flags = {row["flag_id"]: row for row in reads.flags().to_dict("records")}
    for item in statements("inequalities"):
        assert " ".join(item["text"].split()) in said
        for flag in item.get("flags", []):
            assert flags[flag]["title"] in said
    for item in statements("marmot"):
        assert item["text"] in said
    assert [printed.items("inequalities")[item["id"]]["text"] for item in statements("inequalities")] == [
        item["text"] for item in statements("inequalities")
    ]


def test_every_figure_has_its_sentence_source_method_and_table() -> None:
    made = [
        *(evidence.action_figure(item_id, ENGLAND, "England") for item_id in declared()),
        *(gap_figures.pair_figure(groups, ENGLAND, "England") for groups in pairs.PAIRS),
        *(gap_figures.gap_figure(groups, ENGLAND, "England") for groups in pairs.PAIRS),
        fifths.fifths_figure(ENGLAND),
    ]
    assert len({figure.id for figure in made}) == len(made)
    for figure in made:
        assert all((figure.sentence, figure.source, figure.method, figure.period, figure.area)), figure.id
        assert isinstance(figure.frame, pd.DataFrame) and len(figure.frame), figure.id
        assert not re.search(r"\bnan\b", f"{figure.sentence} {figure.notes}"), figure.id


def test_what_the_first_visitor_sees_can_be_made_beforehand() -> None:
    page.warm()
    assert Path(ROOT / "pages/inequalities/marmot_goals.py").exists()
