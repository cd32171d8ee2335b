"""A community's practices on every practice indicator, the counts worked again from the published files by hand."""

import csv
import re
from collections import Counter
from math import log2
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from shcares.domain.vocabulary import Judgement
from shcares.style.palette import NETWORK, Scheme, mark
from shcares.ui.places.communities import practices
from shcares.ui.registers import banded
from shcares.ui.registers.bars import bars_figure
from shcares.ui.registers.offered import names, unheld, year_names
from shcares.ui.registers.profile import profile_figure
from shcares.ui.registers.register import register
from tests.app.by_hand import (
    CENTRAL,
    DATA,
    ENGLAND,
    NETWORKS,
    NORTH,
    SOUTH,
    ST_HELENS,
    SUB_ICB,
    latest_counts,
    members,
    published,
    sides,
    wilson,
)
from tests.app.communities_page import open_communities
from tests.app.conftest import words_on
from tests.charts.layers import marks_of

DIABETES, DEPRESSION, SMOKING = "gp_diabetes_qof", "gp_depression_qof_practice", "gp_smoking_qof"
VISITS, PAYMENTS = "gp_ae_attendances_0_4", "gp_payments_per_patient"


def drawn(indicator: str, year: str, area: str, kind: str) -> list[dict[str, Any]]:
    """The marks of one kind in the bars of an area."""
    return marks_of(bars_figure(indicator, year, area, Scheme.SAFE).spec or {}, kind)


def box(app: AppTest, label: str) -> Any:
    return next(one for one in app.selectbox if one.label == label)


def test_every_practice_indicator_can_be_chosen() -> None:
    declared = {
        path.stem
        for path in (DATA / "indicators").glob("gp_*.toml")
        if 'level = "practice"' in path.read_text(encoding="utf-8")
    }
    assert set(names()) == declared
    assert len(declared) == 32
    assert len(set(names().values())) == 32
    assert unheld() == ()


def test_every_indicator_in_every_year_has_an_answer_a_drawing_and_a_table() -> None:
    for indicator in names():
        years = list(year_names(indicator))
        for year in years:
            for area in (ST_HELENS, SOUTH):
                held = register(indicator, year)
                said = banded.answer(held, area)
                assert ("clearly" in said) is held.is_tested
                assert "nan" not in f"{said} {banded.reading(held, area)} {banded.bars_notes(held, area)}".lower()
        for year in {years[0], years[-1]}:
            figure = bars_figure(indicator, year, SOUTH, Scheme.SAFE)
            assert len(figure.frame) > 8, (indicator, year)
            assert marks_of(figure.spec or {}, "bar")[0]["values"]


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("indicator", [DIABETES, DEPRESSION, "gp_obesity_qof", "gp_osteoporosis_qof"])
def test_the_three_bands_are_counted_as_wilsons_intervals_by_hand_have_them(network: str, indicator: str) -> None:
    told = Counter(sides(indicator, members(network)).values())
    said = banded.answer(register(indicator), network)
    numbers = re.search(r"’s (\d+) practices, (\w+) (?:is|are) clearly higher .* and (\w+) clearly lower(.*)\.", said)
    assert numbers is not None
    assert numbers[1] == str(sum(told.values()))
    assert numbers[2] == str(told[1] or "none")
    assert numbers[3] == str(told[-1] or "none")
    assert numbers[4] == (f"; for {told[0]} chance could explain it" if told[0] else "")


def test_the_answer_gives_x_of_y_patients_of_the_community_and_of_the_borough() -> None:
    rows = published("qof_2020_21.csv")
    count, of = rows[DIABETES, SOUTH, "2020/21"]
    assert (count, of) == (5620, 69157)
    assert banded.whole_sentence(register(DIABETES), SOUTH).startswith(
        "South: 5,620 of 69,157 patients aged 17 and over are on the diabetes register, 8.1% in 2020/21"
    )
    assert "no clear difference from St Helens as a whole (8.0%)" in banded.whole_sentence(register(DIABETES), SOUTH)
    assert "13,022 of 162,570 patients aged 17 and over" in banded.whole_sentence(register(DIABETES), ST_HELENS)


def test_bars_are_sorted_and_their_intervals_are_those_worked_by_hand() -> None:
    values = [row["value"] for row in drawn(DIABETES, "2020/21", SOUTH, "bar")[0]["values"]]
    assert len(values) == 13
    assert values == sorted(values, reverse=True)
    rows = published("qof_2020_21.csv")
    held = [code for code in members(SOUTH) if (DIABETES, code, "2020/21") in rows]
    by_hand = sorted(wilson(*rows[DIABETES, code, "2020/21"]) for code in held)
    limits = drawn(DIABETES, "2020/21", SOUTH, "rule")[-1]["values"]
    for (low, high), (low_by_hand, high_by_hand) in zip(
        sorted((row["lower_ci"], row["upper_ci"]) for row in limits), by_hand, strict=True
    ):
        assert low == pytest.approx(low_by_hand, abs=1e-9)
        assert high == pytest.approx(high_by_hand, abs=1e-9)


def test_colour_icon_and_word_say_the_band_together() -> None:
    for row in marks_of(bars_figure(DIABETES, "2020/21", SOUTH, Scheme.SAFE).spec or {}, "bar")[0]["values"]:
        look = (row["icon"], row["label"].split(" ", 1)[1], row["hue"] == NETWORK[SOUTH])
        assert look in {("↑", "clearly higher", True), ("≈", "can't tell", False), ("↓", "clearly lower", True)}


def test_where_a_side_is_good_the_disc_takes_the_colour_of_the_judgement_in_either_scheme() -> None:
    for scheme in Scheme:
        bars = marks_of(bars_figure(SMOKING, "2023/24", NORTH, scheme).spec or {}, "bar")[0]["values"]
        found = {row["area"]: (row["colour"], row["icon"]) for row in bars}
        better, worse = mark(Judgement.BETTER, scheme), mark(Judgement.WORSE, scheme)
        assert found["Windermere Medical Centre"] == (worse.colour, worse.icon)
        assert found["Garswood Surgery"] == (better.colour, better.icon)
        assert "clearly lower: better" in next(row["label"] for row in bars if row["area"] == "Garswood Surgery")


def test_rules_stand_for_the_network_st_helens_and_england_where_they_are_held() -> None:
    def rules(indicator: str, year: str, area: str) -> set[str]:
        spec = bars_figure(indicator, year, area, Scheme.SAFE).spec or {}
        return {row["name"] for text in marks_of(spec, "text") for row in text["values"] if "name" in row}

    assert rules(DIABETES, "2020/21", SOUTH) == {"St Helens 8.0%", "England 7.1%", "South 8.1%"}
    assert rules(DIABETES, "2020/21", ST_HELENS) == {"St Helens 8.0%", "England 7.1%"}
    assert rules(SMOKING, "2023/24", SOUTH) == {"St Helens 14.1%", "South 14.8%"}
    assert rules(VISITS, "2021/22", SOUTH) == {"England 762.6", "South 1,358.6"}
    assert rules("gp_imd_score", "2019", SOUTH) == {"England 21.7"}
    assert rules(DIABETES, "2022/23", SOUTH) == set()


def test_years_without_counts_come_last_and_are_values_only() -> None:
    years = year_names(DIABETES)
    assert list(years.values()) == ["2020/21", "2019/20", "2022/23, no interval", "2021/22, no interval"]
    figure = bars_figure(DIABETES, "2022/23", SOUTH, Scheme.SAFE)
    bars = marks_of(figure.spec or {}, "bar")[0]["values"]
    assert {row["icon"] for row in bars} == {""}
    assert not any(row["clear"] for row in bars)
    assert "No interval is held, so the order may be chance." in figure.sentence
    assert not [name for name in figure.frame if name.startswith("Against") or "limit" in name]
    assert "latest year held with counts" not in banded.reading(register(DIABETES, "2022/23"), SOUTH)
    assert "Newer counts are held, of 2020/21." in banded.reading(register(DIABETES, "2019/20"), SOUTH)


@pytest.mark.parametrize("indicator", ["gp_qof_points", PAYMENTS, "gp_imd_score", "gp_antibiotic_items"])
def test_figures_without_an_interval_are_sorted_and_never_banded(indicator: str) -> None:
    held = register(indicator, next(iter(year_names(indicator))))
    assert "No interval is held, so the order may be chance." in banded.answer(held, SOUTH)
    assert not held.is_tested
    assert not held.has_funnel
    assert "without an interval" in banded.why_no_funnel(held)


def test_a_list_count_is_a_size_and_not_a_matter_of_chance() -> None:
    assert "the order is one of size" in banded.answer(register("gp_payment_registered_patients", "2022/23"), SOUTH)


def test_visits_are_read_against_england_by_their_published_intervals() -> None:
    with (DATA / "observations" / "fingertips_gp_profiles.csv").open(encoding="utf-8") as lines:
        rows = {row["area_code"]: row for row in csv.DictReader(lines) if row["indicator_id"] == VISITS}
    england = float(rows[ENGLAND]["value"])
    above = [code for code in rows if code[0] in "NY" and float(rows[code]["lower_ci"]) > england]
    practices = [code for code in rows if code[0] in "NY"]
    said = banded.answer(register(VISITS), ST_HELENS)
    assert f"of the borough’s {len(practices)} practices, {len(above)} are clearly higher than England (762.6" in said
    assert "rounded to the nearest 5" in banded.reading(register(VISITS), ST_HELENS)
    assert "one child can make several" in banded.why_no_funnel(register(VISITS))
    assert not register(VISITS).has_funnel


def test_a_practice_whose_list_had_ended_is_in_the_table_alone() -> None:
    figure = bars_figure(PAYMENTS, "2022/23", ST_HELENS, Scheme.SAFE)
    drawn = {row["area"] for row in marks_of(figure.spec or {}, "bar")[0]["values"]}
    assert {"Cornerstone Surgery", "Holly Bank Surgery"}.isdisjoint(drawn)
    assert {"Cornerstone Surgery", "Holly Bank Surgery"} <= set(figure.frame["Practice"])
    assert any("Cornerstone Surgery (£42,631.16) and Holly Bank Surgery (£0.00)" in note for note in figure.notes)
    assert "£42,631.16" not in banded.answer(register(PAYMENTS, "2022/23"), ST_HELENS)


def test_mergers_closures_and_new_definitions_are_marked() -> None:
    smoking = bars_figure(SMOKING, "2023/24", SOUTH, Scheme.SAFE)
    assert any("Longton Medical Centre counts the patients of Crossroads Surgery too" in note for note in smoking.notes)
    table = smoking.frame.set_index("Practice")["Note"]
    assert "includes the list of Crossroads Surgery, 1 March 2024 (inferred" in table["Longton Medical Centre"]
    before = bars_figure(SMOKING, "2022/23", SOUTH, Scheme.SAFE)
    assert not any("Longton Medical Centre counts" in note for note in before.notes)
    assert any("Crossroads Surgery has closed" in note for note in before.notes)
    obesity = bars_figure("gp_obesity_qof", "2021/22", SOUTH, Scheme.SAFE)
    assert any("kept apart as “Obesity, definition of 2022/23”" in note for note in obesity.notes)
    points = bars_figure("gp_qof_points", "2019/20", SOUTH, Scheme.SAFE)
    assert any("The series breaks at 2021/22" in note for note in points.notes)
    later = points.frame[points.frame["Period"] == "2022/23"]
    assert len(later) > 0
    assert later["Note"].str.contains("series breaks at 2021/22").all()
    assert not bars_figure("gp_qof_points", "2023/24", SOUTH, Scheme.SAFE).frame["Note"].str.contains("breaks").any()


@pytest.mark.parametrize("network", NETWORKS)
def test_the_dot_plot_has_every_practice_on_every_indicator_by_hand(network: str) -> None:
    told = [clear for indicator in latest_counts() for clear in sides(indicator, members(network)).values()]
    figure = profile_figure(network)
    assert len(latest_counts()) == 23
    assert len(figure.frame) == len(told)
    apart = sum(1 for one in told if one)
    assert f"on 23 indicators: of {len(told)} figures {apart} are clearly different from St Helens" in figure.sentence
    assert f"chance alone would put about {0.05 * len(told):.0f}." in figure.sentence


def test_a_dot_stands_at_its_multiple_of_st_helens_on_a_scale_of_halves_and_doubles() -> None:
    rows = published("qof_2020_21.csv")
    spinney, whole = (rows[DEPRESSION, code, "2020/21"] for code in ("N83035", SUB_ICB))
    times = (spinney[0] / spinney[1]) / (whole[0] / whole[1])
    spec = profile_figure(SOUTH).spec or {}
    dots = next(mark for mark in marks_of(spec, "point") if mark["values"] and "practice" in mark["values"][0])[
        "values"
    ]
    mine = next(dot for dot in dots if (dot["practice"], dot["indicator"]) == ("Spinney Medical Centre", "Depression"))
    assert mine["times"] == pytest.approx(times, rel=1e-4)
    assert mine["clear"] is True
    scale = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "point")["encoding"]["x"]["scale"]
    assert (scale["type"], scale["base"]) == ("log", 2)
    assert log2(scale["domain"][0]) < 0 < log2(scale["domain"][1])


def test_a_figure_of_nought_is_said_to_be_in_the_table_alone() -> None:
    figure = profile_figure(CENTRAL)
    assert any(
        "Phoenix Medical Centre (Osteoporosis) and Newholme Surgery (Osteoporosis)" in note for note in figure.notes
    )
    none = figure.frame[figure.frame["Count"] == 0]
    assert set(none["Practice"]) == {"Phoenix Medical Centre", "Newholme Surgery"}


def test_the_page_keeps_a_year_that_both_indicators_have_and_drops_one_that_the_new_one_lacks() -> None:
    app = open_communities("Its practices", area="South")
    assert "Diabetes register: of South’s 13 practices" in words_on(app)
    box(app, "Year").set_value("2019/20").run()
    box(app, "Practice indicator").set_value(DEPRESSION).run()
    assert box(app, "Year").value == "2019/20"
    box(app, "Practice indicator").set_value(SMOKING).run()
    assert box(app, "Year").value == "2023/24"
    box(app, "Practice indicator").set_value(DIABETES).run()
    assert box(app, "Year").value == "2020/21"
    assert not app.exception


def test_an_address_opens_the_indicator_and_year_its_sender_saw() -> None:
    app = open_communities(
        "Its practices", area="North", register_of_practices="Smoking in adults", register_year="2022/23"
    )
    assert not app.exception
    assert "Smoking: of North’s 6 practices" in words_on(app)
    assert "2,687 of 24,936 patients aged 15 and over with a smoking record smoke, 10.8% in 2022/23" in words_on(app)


def test_what_the_first_visitor_sees_can_be_made_beforehand() -> None:
    practices.warm()
    assert "South" in profile_figure(SOUTH).title
