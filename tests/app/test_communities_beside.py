"""The four communities side by side, and what changed: every verdict worked again from the files by hand."""

import re

from shcares.style.palette import Scheme
from shcares.ui import reads
from shcares.ui.places.communities import beside
from shcares.ui.places.communities.changed import change_answer, changes_figure, compared
from shcares.ui.places.communities.levels import level_answer, levels_figure
from shcares.ui.places.communities.spans import FIRST_AND_LAST, spans
from shcares.ui.registers.offered import of_communities
from tests.app.by_hand import ENGLAND, NETWORKS, NORTH, SOUTH, ST_HELENS, latest_counts, published, sides, wilson
from tests.app.communities_page import open_communities
from tests.app.conftest import words_on


def test_side_by_side_counts_the_indicators_as_by_hand() -> None:
    for network in NETWORKS:
        told = [sides(indicator, frozenset([network]))[network] for indicator in latest_counts()]
        name = reads.area_name(network)
        assert level_answer(network) == (
            f"{name} is clearly higher than St Helens on {told.count(1)} of {len(told)} indicators and clearly lower "
            f"on {told.count(-1)}; on {told.count(0)} chance could explain it."
        )
        assert f"{name} {told.count(1)}" in level_answer(ST_HELENS)


def test_the_table_says_x_of_y_and_boxes_the_chosen_community() -> None:
    figure = levels_figure(SOUTH, Scheme.SAFE)
    html = str(figure.html)
    assert "title='12,396 of 68,192 patients aged 18 and over; 95% interval 17.9 to 18.5'" in html
    rows = re.findall(r"<tr><th scope='row'>.*?</tr>", html)
    assert len(rows) == len(of_communities()) == 24
    column = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in rows]
    assert all("shc-own" in cells[3] for cells in column)
    assert not any("shc-own" in cell for cells in column for cell in cells[:3])
    row = figure.frame[(figure.frame["Indicator"] == "Depression") & (figure.frame["Area"] == "South")].iloc[0]
    assert (row["Count"], row["Of"], row["Band"]) == (12396, 68192, "clearly higher")
    assert any("counts the patients of all four communities" in note for note in figure.notes)
    assert "over four years old, the oldest over six" in figure.sentence


def test_an_area_without_a_figure_is_no_data_and_visits_name_their_yardstick() -> None:
    html = str(levels_figure(ST_HELENS, Scheme.SAFE).html)
    visits = next(row for row in re.findall(r"<tr>.*?</tr>", html) if "A&amp;E" in row)
    assert "against England" in visits
    assert "no data" in visits
    assert "worse" in visits


def test_a_change_is_said_only_where_the_two_intervals_by_hand_lie_apart() -> None:
    first, last = published("qof_2019_20.csv"), published("qof_2020_21.csv")
    both = sorted(
        {name for name, area, year in first if area == SOUTH} & {name for name, area, _ in last if area == SOUTH}
    )
    assert len(both) == 19
    found = {one.held.about["indicator_id"]: one for one in compared("2019/20 to 2020/21")}
    assert sorted(found) == both
    for name in both:
        for network in NETWORKS:
            low, high = wilson(*first[name, network, "2019/20"])
            later_low, later_high = wilson(*last[name, network, "2020/21"])
            assert found[name].changes[network].side == (later_low > high) - (later_high < low), (name, network)


def test_smoking_fell_clearly_in_three_communities_which_is_better() -> None:
    (one,) = compared("2022/23 to 2023/24")
    words = {network: one.changes[network].word for network in NETWORKS}
    assert words == dict.fromkeys(NETWORKS, "fell: better") | {NORTH: "no clear change"}
    assert ENGLAND not in one.changes


def test_no_change_is_shown_across_a_new_definition_or_from_a_single_year() -> None:
    assert spans()[FIRST_AND_LAST] is None
    shown = {one.held.about["indicator_id"] for one in compared(FIRST_AND_LAST)}
    alone = {
        "gp_asthma_qof",
        "gp_asthma_qof_all_ages",
        "gp_obesity_qof_2022",
        "gp_high_blood_sugar_qof",
        "gp_ae_attendances_0_4",
    }
    assert shown.isdisjoint(alone)
    figure = changes_figure(FIRST_AND_LAST, SOUTH, Scheme.SAFE)
    assert any("want of two comparable years" in note and "asthma" in note for note in figure.notes)
    assert any("Obesity, definition of 2022/23" in note for note in figure.notes)
    assert any("Lime Grove Surgery left the Newton & Haydock network on 1 July 2020" in note for note in figure.notes)
    assert "Recording fell in 2020/21 because of the pandemic" in change_answer(FIRST_AND_LAST, SOUTH)
    assert "pandemic" not in change_answer("2022/23 to 2023/24", SOUTH)


def test_the_four_stand_side_by_side_on_the_page() -> None:
    app = open_communities("Side by side", communities_years="2022/23 to 2023/24", compare="North West")
    assert not app.exception
    said = words_on(app)
    assert "Of 23 indicators, clearly higher than St Helens: Central 4, Newton & Haydock 4, North 5, South 9." in said
    assert "Of 1 indicator from 2022/23 to 2023/24" in said
    assert "No figure of practices is held for the North West" in said


def test_what_the_first_visitor_sees_can_be_made_beforehand() -> None:
    beside.warm()
    assert "side by side" in levels_figure(SOUTH, Scheme.SAFE).title


def test_each_community_is_drawn_anew_and_not_replayed_as_another() -> None:
    for figure in (levels_figure, lambda area, scheme: changes_figure(FIRST_AND_LAST, area, scheme)):
        south, north = figure(SOUTH, Scheme.SAFE), figure(NORTH, Scheme.SAFE)
        assert south.html != north.html
        assert south.identity != north.identity
