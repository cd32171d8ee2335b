"""The figures of the pages of places by name: the same by their ID, their numbers as in their tables, maps as maps."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from shcares.domain.plots import Plot, PlotKind, Series
from shcares.export.figure import Figure
from shcares.export.picture import chart_png
from shcares.style import palette
from shcares.ui import recipes
from shcares.ui.figures import figure_spec
from shcares.ui.places.locality import small_areas

CENTRAL, CROSSROADS, TOOK_IN_TWO = {"area": "Central"}, {"practice": "N83635"}, {"practice": "N83023"}
AREA, PRACTICE = ({"area": "St Helens"}, CENTRAL), (CROSSROADS, {"practice": "N83002"})
LIFE_LOST, OBESITY = "Years of potential life lost (2025)", "Obesity in year 6 children, small areas"
RECIPES: dict[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "community_lists": AREA,
    "community_ages": AREA,
    "community_deprivation": AREA,
    "community_homes": AREA,
    "community_serves": AREA,
    "community_lives": AREA,
    "contested": AREA,
    "community_counts": AREA,
    "crossed": AREA,
    "differences": AREA,
    "levels": AREA,
    "changed": (CENTRAL, CENTRAL | {"span": "2022/23 to 2023/24"}),
    "map_homes": AREA,
    "map_deprivation": ({"edition": "2025", "domain": "health"}, {"edition": "2019", "domain": "health"}),
    "map_small_areas": ({"figure": LIFE_LOST}, {"figure": OBESITY}),
    "map_practices": (
        {"indicator": "gp_depression_qof_practice"},
        {"indicator": "gp_depression_qof_practice"} | CENTRAL,
    ),
    "place_profile": ({"place": "U67149"}, {"place": "E01006805"}),
    "practice_list": PRACTICE,
    "practice_registers": PRACTICE,
    "practice_deprivation": PRACTICE,
    "practice_homes": PRACTICE,
    "practice_events": PRACTICE,
    "practice_others": PRACTICE,
    "practices_all": (CENTRAL, CENTRAL | CROSSROADS),
}
CHARTS = {
    "community_lists",
    "community_ages",
    "community_deprivation",
    "differences",
    "practice_list",
    "practice_registers",
    "practice_deprivation",
}
MAPS = ("map_homes", "map_deprivation", "map_small_areas", "map_practices")
MOST_COLUMNS = 7


def made(name: str, words: Mapping[str, str]) -> Figure:
    return recipes.by_name(name, words)


def plot_of(name: str, words: Mapping[str, str]) -> Plot:
    plot = made(name, words).plot
    assert plot is not None
    return plot()


def values(series: Series, decimals: int) -> list[float | None]:
    return [None if value is None else round(value, decimals) for value in series.values]


@pytest.mark.parametrize("name", RECIPES)
def test_a_figure_made_by_name_is_found_by_its_id_and_another_choice_has_another(name: str) -> None:
    first, second = (made(name, words) for words in RECIPES[name])
    found = recipes.by_ref(first.ref)
    assert found.title == first.title
    assert found.frame.equals(first.frame)
    assert first.ref.startswith(recipes.recipes()[name].code)
    assert first.ref != second.ref
    assert first.asked


@pytest.mark.parametrize("name", RECIPES)
def test_charts_have_numbers_and_what_is_a_table_on_screen_has_a_table_that_fits(name: str) -> None:
    figure = made(name, RECIPES[name][0])
    assert (figure.plot is not None) == (name in CHARTS)
    if figure.html:
        assert len(figure.short_frame.columns) <= MOST_COLUMNS


def test_lists_over_time_have_the_tables_changes_and_gaps_where_no_month_is_held() -> None:
    figure, plot = made("community_lists", {}), plot_of("community_lists", {})
    assert plot.kind is PlotKind.LINES
    assert plot.categories[:2] == ("January 2021", "February 2021")
    rows = figure.frame[figure.frame["Counted by"] == "NHS England"]
    for line in plot.series:
        own = rows[rows["List"] == line.name].sort_values("Day")
        assert [value for value in values(line, 1) if value is not None] == own[
            "Change since the first day, %"
        ].tolist()
        assert line.values[1] is None
    assert values(next(line for line in plot.series if line.name == "Central"), 1)[-1] == 9.3


def test_one_list_over_time_is_drawn_in_patients() -> None:
    plot = plot_of("community_lists", CENTRAL)
    assert [line.name for line in plot.series] == ["Central"]
    assert (plot.series[0].values[0], plot.series[0].values[-1]) == (36001, 39352)


def test_an_age_pyramid_is_women_and_men_with_the_oldest_on_top() -> None:
    figure, plot = made("community_ages", CENTRAL), plot_of("community_ages", CENTRAL)
    own = figure.frame[figure.frame["List"] == "Central"].set_index(["Sex", "Age"])["% of the list"]
    assert (plot.kind, plot.categories[0], plot.categories[-1]) == (PlotKind.BARS, "75+", "0-4")
    assert [side.name for side in plot.series] == ["Women and girls", "Men and boys"]
    for side, sex in zip(plot.series, ("Female", "Male"), strict=True):
        assert values(side, 2) == [own[sex, band] for band in plot.categories]
    assert sum(value or 0 for side in plot.series for value in side.values) == pytest.approx(100)


@pytest.mark.parametrize(("name", "words"), [("community_deprivation", {}), ("practice_deprivation", CROSSROADS)])
def test_shares_of_a_whole_are_stacked_to_a_hundred_as_in_the_table(name: str, words: Mapping[str, str]) -> None:
    rows, plot = made(name, words).frame.set_index("List"), plot_of(name, words)
    assert plot.kind is PlotKind.STACKED
    for part in plot.series:
        assert values(part, 1) == [rows.loc[one, f"{part.name}, %"] for one in plot.categories]
    for place in range(len(plot.categories)):
        assert sum(part.values[place] or 0 for part in plot.series) == pytest.approx(100)


def test_the_largest_share_in_the_most_deprived_fifth_is_centrals() -> None:
    plot = plot_of("community_deprivation", {})
    first = dict(zip(plot.categories, values(plot.series[0], 1), strict=True))
    assert (plot.series[0].name, max(first, key=lambda one: first[one] or 0)) == ("Most deprived fifth", "Central")
    assert first["Central"] == 53.3
    assert all(re.fullmatch("#[0-9a-f]{6}", part.colour) for part in plot.series)


def test_registers_of_a_practice_are_bars_with_their_intervals_coloured_where_the_difference_is_clear() -> None:
    rows, plot = made("practice_registers", CROSSROADS).frame, plot_of("practice_registers", CROSSROADS)
    bars = plot.series[0]
    assert plot.kind is PlotKind.BARS
    assert list(plot.categories) == rows["Register"].tolist()
    assert values(bars, 2) == rows["Times the value of St Helens"].tolist()
    assert [round(value or 0, 2) for value in bars.lower] == rows["Lower 95% limit of it"].tolist()
    assert [round(value or 0, 2) for value in bars.upper] == rows["Upper 95% limit of it"].tolist()
    clear = rows["Against St Helens"].str.startswith("clearly").tolist()
    assert [colour == palette.ACCENT for colour in bars.colours] == clear
    assert bars.values[0] == pytest.approx(38 / 2605 * 100 / rows["St Helens, %"][0], rel=0.01)


def test_a_practices_list_begins_anew_at_each_merger_and_joins_no_two_offices() -> None:
    figure, plot = made("practice_list", TOOK_IN_TWO), plot_of("practice_list", TOOK_IN_TWO)
    ours = [line.name for line in plot.series if line.colour == palette.ACCENT]
    assert len(ours) > 1
    assert ours[-1] == "NHS England, first of the month"
    assert all(name.startswith("NHS England, first of the month, to ") for name in ours[:-1])
    drawn = sorted(value for line in plot.series for value in line.values if value is not None)
    assert drawn == sorted(figure.frame["Patients"].dropna())


def test_patients_and_residents_are_points_in_the_tables_order() -> None:
    rows, plot = made("differences", {}).frame, plot_of("differences", {})
    points, *rules = plot.series
    assert plot.kind is PlotKind.POINTS
    assert len(points.values) == 119
    assert values(points, 1) == rows["Difference from it, %"].tolist()
    assert list(points.labels) == rows["Neighbourhood"].tolist()
    assert [rule.joined for rule in rules] == [True, True]


def test_all_practices_of_the_plan_are_33_and_a_chosen_one_is_marked() -> None:
    plain, marked = (made("practices_all", words) for words in ({}, CROSSROADS))
    assert len(plain.frame) == 33
    assert "this page" not in (plain.html or "") and "N83635, this page" in (marked.html or "")


@pytest.mark.parametrize("name", MAPS)
def test_a_layer_of_the_map_has_a_picture_with_outlines_and_a_legend(name: str) -> None:
    figure = made(name, RECIPES[name][0])
    assert figure.still is not None and figure.spec is None
    spec = figure.still()
    assert any(_outlines(layer, spec) for layer in spec["layer"])
    assert any(_legend(layer) for layer in spec["layer"])


def _rows(layer: Mapping[str, Any], spec: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = spec["datasets"][layer["data"]["name"]]
    return rows


def _outlines(layer: Mapping[str, Any], spec: Mapping[str, Any]) -> int:
    return sum("geometry" in row for row in _rows(layer, spec))


def _legend(layer: Mapping[str, Any]) -> bool:
    return bool(layer.get("encoding", {}).get("color", {}).get("legend"))


def test_the_picture_of_practices_says_in_words_and_icons_what_its_points_mean() -> None:
    figure = made("map_practices", RECIPES["map_practices"][0])
    spec = figure_spec(figure)
    points = next(layer for layer in spec["layer"] if _legend(layer))
    key = points["encoding"]["color"]["scale"]["domain"]
    rows = _rows(points, spec)
    assert {row["group"] for row in rows} == set(key)
    assert "↑ Clearly higher than St Helens" in key
    assert all(row["icon"] and row["group"].startswith(row["icon"]) for row in rows)


def test_the_picture_of_a_map_can_be_drawn_without_a_browser() -> None:
    figure = made("map_practices", RECIPES["map_practices"][0])
    assert chart_png(figure_spec(figure), footnotes=figure.footnotes).startswith(b"\x89PNG")


def test_a_map_with_areas_that_have_no_figure_says_what_the_dotted_ones_are() -> None:
    def subtitle(words: Mapping[str, str]) -> str:
        return str(figure_spec(made("map_deprivation", words))["title"]["subtitle"])

    assert "dotted: no figure" in subtitle({"edition": "2025"})
    assert "dotted" not in subtitle({"edition": "2019"})


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("map_deprivation", {"edition": "2010", "domain": "income"}, "IMD 2010: income is not held"),
        ("practice_homes", {"practice": "N83604"}, "No data for"),
        ("practice_deprivation", {"practice": "N83604"}, "No data for"),
        ("practice_registers", {"practice": "Y02511"}, "No register of it is held"),
        ("practice_others", {"practice": "Y02511"}, "No other measure of"),
    ],
)
def test_what_is_not_held_is_refused_with_the_reason(name: str, words: Mapping[str, str], said: str) -> None:
    with pytest.raises(recipes.UnknownFigureError, match=said):
        made(name, words)


def test_no_two_values_of_a_filter_of_the_places_share_their_letters() -> None:
    for name in RECIPES:
        for part in recipes.recipes()[name].parts.values():
            names = list(part.values())
            assert len({part.letters_of(one) for one in names}) == len(names), f"{name}: {part.word}"


def test_a_small_area_figure_keeps_its_id_when_it_is_renamed() -> None:
    label, member = next(iter(small_areas.options().items()))
    renamed = recipes.Part("figure", lambda: {"Another name": member.code}, small_areas.FIGURE.letters)
    assert renamed.letters_of("Another name") == small_areas.FIGURE.letters_of(label)
