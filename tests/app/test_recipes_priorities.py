"""Figures of the plan, its priorities and its registers, made from words: the same ID, the same numbers, everywhere."""

from collections import Counter

import pandas as pd
import pytest

from shcares.domain.letters import EMPTY
from shcares.domain.plots import Plot, PlotKind, Series
from shcares.domain.vocabulary import Judgement
from shcares.style import palette
from shcares.style.palette import Scheme
from shcares.ui import figure_page, reads, recipes
from shcares.ui.figures import Figure
from shcares.ui.priorities import explain, runways, splits
from shcares.ui.priorities.choices import WHOSE
from shcares.ui.registers import offered

YEAR_6 = {"indicator": "year6_obesity"}
DIABETES = {"indicator": "gp_diabetes_qof"}
OBESITY = {"priority": "tackling_obesity"}
LIFE_GAP = {"indicator": "life_expectancy_inequality", "sex": "Female"}
TWO_AREAS = {"indicator": "at_home_91_days", "other": "E92000001", "period": "2020/21"}
TWO_PERIODS = {"indicator": "falls_admissions_65", "period": "2018/19", "later": "2023/24"}
CHARTS: list[tuple[str, dict[str, str]]] = [
    ("trend", YEAR_6),
    ("compare", YEAR_6),
    ("runway", YEAR_6 | {"measure": "2.2"}),
    ("spine", OBESITY),
    ("groups", {"indicator": "falls_admissions_65"}),
    ("sexes", {"indicator": "healthy_life_expectancy"}),
    ("pair", TWO_AREAS),
    ("pair", TWO_PERIODS),
    ("slope", LIFE_GAP),
    ("register_communities", DIABETES),
    ("register_funnel", DIABETES),
    ("register_bars", DIABETES | {"year": "2020/21", "area": "South"}),
    ("register_profile", {"area": "South"}),
]
TABLES: list[tuple[str, dict[str, str]]] = [
    ("values", YEAR_6),
    ("lists", OBESITY),
    ("rug", OBESITY),
    ("multiples", OBESITY),
    ("measures", {}),
    ("changes", {}),
    ("facts", {}),
    ("plan_check", {}),
    ("plan_elsewhere", {}),
]
OTHERS: dict[str, tuple[dict[str, str], ...]] = {
    "trend": ({"compare": "North West"}, {"area": "E08000011"}, {"indicator": "reception_obesity"}),
    "compare": ({"compare": "North West"}, {"indicator": "reception_obesity"}),
    "runway": ({"compare": "North West"}, {"measure": "2.1", "indicator": "reception_obesity"}),
    "spine": ({"compare": "North West"}, {"priority": "mental_wellbeing"}),
    "slope": ({"sex": "Male"}, {"compare": "North West"}),
    "register_communities": ({"indicator": "gp_depression_qof_practice"},),
    "register_funnel": ({"area": "South"}, {"indicator": "gp_smoking_qof", "year": "2022/23"}),
    "register_bars": ({"year": "2022/23"}, {"area": "North"}),
    "register_profile": ({"area": "North"}, {"area": "St Helens"}),
    "lists": ({"compare": "North West"},),
    "measures": ({"compare": "North West"},),
    "facts": ({"area": "South"}, {"area": "North"}),
}


def plot_of(name: str, words: dict[str, str], scheme: Scheme = Scheme.SAFE) -> tuple[Figure, Plot]:
    figure = recipes.by_name(name, words, scheme)
    assert figure.plot is not None
    return figure, figure.plot()


def series_of(plot: Plot, name: str) -> Series:
    return next(one for one in plot.series if one.name == name)


def by_category(plot: Plot, name: str) -> dict[str, float | None]:
    return dict(zip(plot.categories, series_of(plot, name).values, strict=True))


@pytest.mark.parametrize(("name", "words"), CHARTS + TABLES)
def test_an_id_gives_back_the_very_figure(name: str, words: dict[str, str]) -> None:
    figure = recipes.by_name(name, words)
    again = recipes.by_ref(figure.ref)
    assert (again.ref, again.name, again.title) == (figure.ref, name, figure.title)
    pd.testing.assert_frame_equal(again.frame, figure.frame)


@pytest.mark.parametrize("name", OTHERS)
def test_other_filters_have_another_id(name: str) -> None:
    usual = next(words for one, words in CHARTS + TABLES if one == name)
    found = [recipes.by_name(name, usual | other) for other in ({}, *OTHERS[name])]
    assert len({figure.ref for figure in found}) == len(found)
    assert all(recipes.by_ref(figure.ref) is figure for figure in found)


@pytest.mark.parametrize(("name", "words"), [case for case in CHARTS + TABLES if "indicator" in case[1]])
def test_a_figure_of_an_indicator_says_that_it_asked_for_its_values(name: str, words: dict[str, str]) -> None:
    assert words["indicator"] in figure_page.indicators_of(recipes.by_name(name, words).asked)


@pytest.mark.parametrize(("name", "words"), CHARTS)
def test_every_chart_is_numbers_too(name: str, words: dict[str, str]) -> None:
    _, plot = plot_of(name, words)
    assert plot.axis
    assert all(value is None or value == value for one in plot.series for value in one.values)
    assert any(value is not None for one in plot.series for value in one.values)


@pytest.mark.parametrize(("name", "words"), TABLES)
def test_a_figure_that_is_a_table_has_few_enough_columns_for_a_slide(name: str, words: dict[str, str]) -> None:
    figure = recipes.by_name(name, words)
    assert figure.plot is None
    assert 1 < len(figure.short_frame.columns) <= 7
    assert len(figure.short_frame)


@pytest.mark.parametrize("name", ["trend", "runway"])
def test_a_line_holds_the_published_figures_and_gaps_where_there_are_none(name: str) -> None:
    figure, plot = plot_of(name, next(words for one, words in CHARTS if one == name))
    table = figure.frame[figure.frame["Area"] == "St Helens"]
    published = table[table["Kind"] == "Published"] if "Kind" in table else table
    held = published.set_index("Period")["Value (%)"].to_dict()
    drawn = by_category(plot, "St Helens") | {
        period: value for period, value in by_category(plot, "St Helens, to 2019/20").items() if value is not None
    }
    assert drawn["2024/25"] == 25.1
    assert {period: value for period, value in drawn.items() if value is not None} == held
    assert drawn["2020/21"] is None


def test_a_runway_ends_at_the_target_and_within_the_projection_of_its_table() -> None:
    figure, plot = plot_of("runway", YEAR_6 | {"measure": "2.2"})
    table = figure.frame.set_index("Kind")
    assert plot.categories[-1] == "2026/27"
    assert series_of(plot, "Target").values[-1] == table.loc["Target, as the plan prints it", "Value (%)"] == 21.0
    assert [value for value in series_of(plot, "Target").values if value is not None] == [21.0]
    path = [value for value in series_of(plot, "Required path").values if value is not None]
    assert (path[0], path[-1]) == (table.loc["Baseline, as the plan prints it", "Value (%)"], 21.0)
    for share in ("50%", "95%"):
        limits = table.loc[f"Projection, {share} interval"]
        assert series_of(plot, f"Projection {share} lower").values[-1] == limits["Lower 95% limit"]
        assert series_of(plot, f"Projection {share} upper").values[-1] == limits["Upper 95% limit"]
        assert set(series_of(plot, f"Projection {share} lower").values[:-3]) == {None}


def test_a_series_beside_a_measure_has_neither_path_nor_target() -> None:
    words = {"measure": "1.1", "indicator": "self_harm_admissions"}
    names = {one.name for one in plot_of("runway", words)[1].series}
    assert names == {"St Helens", "England", "North West"} & names
    assert "St Helens" in names


def test_a_runway_of_a_series_that_the_measure_has_not_is_no_figure() -> None:
    with pytest.raises(recipes.UnknownFigureError, match=r"measure 2\.2 is not shown by reception_obesity"):
        recipes.by_name("runway", {"measure": "2.2", "indicator": "reception_obesity"})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("groups", {"indicator": "life_expectancy"}),
        ("sexes", YEAR_6),
        ("slope", YEAR_6 | {"sex": "Female"}),
        ("register_communities", YEAR_6),
        ("register_funnel", DIABETES | {"year": "2022/23"}),
        ("register_bars", DIABETES | {"year": "2009/10"}),
        ("pair", TWO_AREAS | {"later": "2023/24"}),
        ("pair", TWO_AREAS | {"other": ""}),
        ("pair", TWO_AREAS | {"period": "2008-10"}),
    ],
)
def test_words_that_make_no_figure_are_refused_in_words(name: str, words: dict[str, str]) -> None:
    words = words | ({"kind": "ages"} if name == "groups" else {})
    with pytest.raises(recipes.UnknownFigureError):
        recipes.by_name(name, words)


@pytest.mark.parametrize("name", ["compare", "groups", "pair", "register_communities", "register_bars"])
def test_bars_have_the_values_and_limits_of_the_table(name: str) -> None:
    figure, plot = plot_of(name, next(words for one, words in CHARTS if one == name))
    (bars,) = plot.series
    columns = [next(one for one in figure.frame if one.startswith(("Value", "%"))), "Lower 95% limit"]
    held = {one: set(figure.frame[one].dropna().round(2)) for one in columns if one in figure.frame}
    rules = {"England", "St Helens", "South", "Everyone"} if name != "pair" else set()
    values = [
        value
        for category, value in zip(plot.categories, bars.values, strict=True)
        if category not in rules and value is not None
    ]
    assert plot.kind is PlotKind.BARS
    assert values
    assert {round(value, 2) for value in values} <= held[columns[0]]
    lower = {round(value, 2) for value in bars.lower if value is not None}
    assert lower <= held.get("Lower 95% limit", set())
    assert bool(lower) == (name != "compare")


def test_a_comparator_stands_under_the_bars_in_grey() -> None:
    _, plot = plot_of("compare", YEAR_6)
    assert (plot.categories[-1], plot.series[0].values[-1]) == ("England", 22.2)
    assert plot.series[0].colours[-1] == palette.COMPARATOR
    assert dict(zip(plot.categories, plot.series[0].colours, strict=True))["St Helens"] == palette.ACCENT


def test_many_neighbourhoods_are_named_points_in_order() -> None:
    figure, plot = plot_of("compare", {"indicator": "loneliness_modelled"})
    points = plot.series[0]
    assert plot.kind is PlotKind.POINTS
    assert list(points.values) == sorted(figure.frame["Value (%)"], reverse=True)
    assert set(points.labels) == set(figure.frame["Area"])


def test_women_and_men_are_told_apart_without_colour() -> None:
    figure, plot = plot_of("sexes", {"indicator": "healthy_life_expectancy"})
    women, men = (series_of(plot, name) for name in ("Women", "Men"))
    assert (women.dashed, men.dashed) == (False, True)
    held = figure.frame[figure.frame["Sex"] == "Male"]["Value (years)"]
    assert [value for value in men.values if value is not None] == list(held)


def test_a_funnel_has_every_practice_by_name_and_its_limits_as_lines() -> None:
    figure, plot = plot_of("register_funnel", DIABETES)
    points = [one for one in plot.series if not one.joined]
    lines = {one.name for one in plot.series if one.joined}
    now = figure.frame[figure.frame["Period"] == "2020/21"].dropna(subset=["%", "On the register"])
    drawn = {(name, round(value or 0, 2)) for one in points for name, value in zip(one.labels, one.values, strict=True)}
    assert drawn == set(zip(now["Practice"], now["%"], strict=True))
    assert lines == {
        *(f"{level} limit, {side}" for level in ("95%", "99.8%") for side in ("lower", "upper")),
        "St Helens",
    }


def test_a_practice_in_colour_says_so_in_its_name() -> None:
    _, plot = plot_of("register_bars", DIABETES | {"year": "2020/21", "area": "South"})
    (bars,) = plot.series
    paint = dict(zip(plot.categories, bars.colours, strict=True))
    clear = [name for name in paint if "clearly" in name]
    assert clear
    assert all(paint[name] != palette.COMPARATOR for name in clear)
    assert all(colour == palette.COMPARATOR for name, colour in paint.items() if name not in clear)


def test_the_profile_counts_the_practices_of_its_table() -> None:
    figure, plot = plot_of("register_profile", {"area": "South"})
    told = figure.frame["Against St Helens"].str.split(" (", regex=False).str[0]
    for word in ("clearly higher", "can't tell", "clearly lower"):
        counted = told.eq(word).groupby(figure.frame["Indicator"]).sum()
        assert by_category(plot, word.capitalize()) == counted.astype(float).to_dict()


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_spine_has_a_bar_for_each_circle_in_the_colour_of_its_judgement(scheme: Scheme) -> None:
    figure, plot = plot_of("spine", OBESITY, scheme)
    (bars,) = plot.series
    drawn = figure.frame.dropna(subset=["Place from −1 to 1"])
    assert [round(value or 0, 2) for value in bars.values] == list(drawn["Place from −1 to 1"])
    worse = [colour for colour, word in zip(bars.colours, drawn["Judgement"], strict=True) if word == "Worse"]
    assert worse
    assert set(worse) == {palette.mark(Judgement.WORSE, scheme).colour}
    assert sum(", worse, " in name for name in plot.categories) == len(worse)


def test_every_runway_of_the_plan_can_be_found_by_its_id() -> None:
    for measure_id in reads.key_measures()["measure_id"]:
        for entry in runways.shown(measure_id):
            words = {"measure": measure_id, "indicator": entry.indicator_id, "sex": entry.sex}
            assert recipes.read_ref(recipes.ref_of("runway", words))[1].get("sex", "Persons") == entry.sex
            assert plot_of("runway", words)[1].series


@pytest.mark.parametrize(
    "part",
    [
        recipes.INDICATOR,
        recipes.MEASURE,
        recipes.PRACTICE,
        recipes.AREA_CODE,
        recipes.AREA,
        recipes.COMPARATOR,
        recipes.PRIORITY,
        recipes.SEX,
        WHOSE,
        splits.KIND,
        offered.YEAR,
        explain.OTHER,
        explain.PERIOD,
        explain.LATER,
    ],
    ids=lambda part: f"{part.word}-{part.letters}",
)
def test_no_two_values_of_a_filter_have_the_same_letters(part: recipes.Part) -> None:
    letters = Counter(part.letters_of(name) for name in part.values())
    assert len(letters) > 1
    assert [one for one, count in letters.items() if count > 1] == []
    assert EMPTY not in letters
