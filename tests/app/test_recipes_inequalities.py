"""Figures of inequalities by name and by ID: the same again, no ID for two, plots that say what the tables say."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from shcares.domain.letters import EMPTY
from shcares.domain.plots import Plot, PlotKind, Series
from shcares.export.slide_pages import pages_of
from shcares.style import palette
from shcares.style.palette import Scheme
from shcares.ui import recipes
from shcares.ui.inequalities.gap.tried_figure import tried_figure
from shcares.ui.inequalities.gap.weights import AS_PRINTED, Tried, sources
from shcares.ui.inequalities.gradient.measured import BY_ID
from shcares.ui.recipes import UnknownFigureError, by_name, by_ref, read_ref

_HIGH = 4.0
"""Inches that a slide has for a figure, or less."""
INDEX = {"model": "health_index"}
SOUTH, CENTRAL = {"area": "South"}, {"area": "Central"}
REGION = {"compare": "North West"}
OWN = {"weights": "contributions: 30 20 40 10"}
OTHERS = {"weights": "contributions: 30 70 40 10"}
WEIGHT = {"measure": "adult_excess_weight: tenths of neighbourhoods"}
INACTIVE = {"measure": "adults_physically_inactive: tenths of neighbourhoods"}
WOMEN = {"indicator": "life_expectancy_msoa", "sex": "Female"}
MEN = {"indicator": "life_expectancy_msoa", "sex": "Male"}
EARLY, LONELY = {"indicator": "iod2025_years_of_life_lost"}, {"indicator": "loneliness_modelled"}
DIABETES, SMOKING = {"indicator": "gp_diabetes_qof"}, {"indicator": "gp_smoking_qof"}

CHARTS: dict[str, tuple[Mapping[str, str], ...]] = {
    "gap_lies": ({}, INDEX),
    "gap_among": ({"item": "contributions"}, {"item": "sexual_health"}, INDEX | {"item": "health_index"}),
    "gap_beside": ({"outcome": "life_expectancy, women"}, {"outcome": "life_expectancy, men"}),
    "gap_tried": (OTHERS, OWN, {"weights": "contributions: 30 20 40 10, as the plan prints"}),
    "tenths": ({}, SOUTH, {"basis": "Index of 2025, residents of Census 2021"}, {"domain": "health"}),
    "domains": ({}, {"basis": "Index of 2025, residents of Census 2021"}),
    "editions": ({},),
    "lists_tenths": ({}, SOUTH, {"domain": "health"}),
    "life": (WOMEN, MEN, WOMEN | SOUTH),
    "life_gap": ({"sex": "Female"}, {"sex": "Male"}),
    "life_gap_england": ({},),
    "national": (INACTIVE, WEIGHT),
    "neighbourhoods": (EARLY, LONELY, EARLY | SOUTH, EARLY | {"domain": "income"}),
    "practices_scatter": (DIABETES, SMOKING, DIABETES | SOUTH),
    "gradient_slope": (
        {"measure": "disability"},
        {"measure": "fuel_poverty"},
        {"measure": "disability", "grouping": "tenths"},
        {"measure": "fuel_poverty"} | REGION,
    ),
    "steepness": ({},),
    "by_place_domains": (SOUTH, CENTRAL, {}),
    "by_place_registers": (SOUTH, CENTRAL, {}),
    "model": (
        {"weights": "printed", "focus": "income"},
        {"weights": "source", "focus": "income"},
        {"weights": "source", "focus": "smoking"},
    ),
    "marmot_groups": ({"groups": "at-five"}, {"groups": "at-sixteen"}, {"groups": "at-five"} | REGION),
    "marmot_gap": ({"groups": "at-sixteen"}, {"groups": "at-five"}, {"groups": "at-sixteen"} | REGION),
}
TABLES: dict[str, tuple[Mapping[str, str], ...]] = {
    "gap_agreement": ({}, INDEX),
    "gap_basis": ({}, INDEX),
    "ranks": ({},),
    "indices": ({"measure": "disability"}, {"measure": "disability", "grouping": "tenths"}),
    "by_place_overview": ({}, SOUTH),
    "by_place_plan": (SOUTH, {}),
    "model_compared": ({"focus": "smoking"}, {"focus": "income"}, {"focus": "smoking"} | REGION),
    "model_plan": ({"focus": "smoking"}, {"focus": "education"}, {"focus": "sexual_health"}),
    "model_table": ({}, INDEX),
    "marmot_action": ({"item": "action_1001_days"}, {"item": "action_school_ready"}),
    "marmot_fifths": ({}, REGION),
}
EVERY = CHARTS | TABLES


def plot_of(name: str, words: Mapping[str, str]) -> tuple[Plot, pd.DataFrame]:
    figure = by_name(name, words)
    assert figure.plot is not None
    return figure.plot(), figure.frame


def bars(plot: Plot, series: int = 0) -> pd.DataFrame:
    """One series of bars: value and limits by category."""
    one = plot.series[series]
    empty = (None,) * len(one.values)
    columns = {"value": one.values, "lower": one.lower or empty, "upper": one.upper or empty}
    return pd.DataFrame(columns, index=list(plot.categories), dtype=float)


def points(plot: Plot) -> pd.DataFrame:
    """Every named point of every series: both numbers and limits by its name."""
    named = [one for one in plot.series if one.labels]
    rows = [
        pd.DataFrame({"x": one.x, "y": one.values, "lower": one.lower or None, "upper": one.upper or None}, one.labels)
        for one in named
    ]
    return pd.concat(rows).astype(float)


def alike(drawn: pd.Series, table: pd.Series, digits: int) -> None:
    """Same numbers under the same names: the table's are rounded."""
    assert set(drawn.index) == set(table.index)
    np.testing.assert_allclose(drawn[table.index], table.astype(float), rtol=0, atol=0.51 * 10**-digits)


def lines(plot: Plot, name: str) -> dict[str, float]:
    """One line by period, over its breaks."""
    mine: list[Series] = [one for one in plot.series if one.name == name or one.name.startswith(f"{name}, to ")]
    return {
        period: value
        for one in mine
        for period, value in zip(plot.categories, one.values, strict=True)
        if value is not None
    }


def test_every_figure_of_this_section_is_looked_at_here() -> None:
    own = {
        name for name, one in recipes.recipes().items() if one.make.__module__.startswith("shcares.ui.inequalities.")
    }
    assert own == set(EVERY)


@pytest.mark.parametrize("name", EVERY)
def test_the_id_of_a_figure_gives_the_same_figure(name: str) -> None:
    for words in EVERY[name]:
        made = by_name(name, words)
        again = by_ref(made.ref.lower())
        assert (again.name, again.title, again.sentence, again.ref) == (name, made.title, made.sentence, made.ref)
        assert again.filters == made.filters
        pd.testing.assert_frame_equal(again.frame, made.frame)
        assert made.asked, name


@pytest.mark.parametrize("name", [name for name, ways in EVERY.items() if len(ways) > 1])
def test_other_filters_have_another_id(name: str) -> None:
    assert len({by_name(name, words).ref for words in EVERY[name]}) == len(EVERY[name])


def test_no_two_values_of_a_filter_share_their_letters_and_none_reads_as_nothing() -> None:
    for name in EVERY:
        for part in recipes.recipes()[name].parts.values():
            letters = [part.letters_of(one) for one in part.values()]
            assert len(set(letters)) == len(letters), f"{name}: {part.word}"
            assert EMPTY not in letters, f"{name}: {part.word}"


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_can_be_made_anew_in_every_colour_scheme(name: str) -> None:
    plots = [by_name(name, CHARTS[name][0], scheme).plot for scheme in Scheme]
    drawn = [plot() for plot in plots if plot is not None]
    assert len(drawn) == len(Scheme)
    assert drawn[0].axis
    assert len({one.categories for one in drawn}) == 1
    assert len({tuple(series.values for series in one.series) for one in drawn}) == 1


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_no_chart_and_fits_a_slide(name: str) -> None:
    for words in TABLES[name]:
        figure = by_name(name, words)
        assert figure.plot is None
        assert 1 < len(figure.short_frame.columns) <= 7
        pages = pages_of(replace(figure, spec=None), _HIGH)
        assert pages
        assert not any("Columns not shown" in page.said for page in pages), name


def test_an_id_holds_the_weights_tried_and_needs_nothing_kept() -> None:
    tried = Tried("contributions", (0, 100, 7, 33), AS_PRINTED)
    ref = tried_figure(tried).ref
    tried_figure.clear()
    assert read_ref(ref) == ("gap_tried", {"weights": "contributions: 0 100 7 33, as the plan prints"})
    assert by_ref(ref).sentence == tried_figure(tried).sentence
    assert ref != tried_figure(Tried("contributions", (0, 100, 7, 33))).ref
    assert tried_figure(sources("health_index")).ref != tried_figure(sources("contributions")).ref


@pytest.mark.parametrize(
    "weights",
    [
        "contributions: 30 20 40",
        "contributions: 0 0 0 0",
        "contributions: 101 0 0 0",
        "contributions",
        "nonsense: 30 20 40 10",
        "health_index: 29 36 36, as the plan prints",
    ],
)
def test_weights_that_no_figure_can_be_made_of_are_refused(weights: str) -> None:
    with pytest.raises(UnknownFigureError):
        by_name("gap_tried", {"weights": weights})


@pytest.mark.parametrize("ending", ["", "0Y", "0Y26180", "0Y26180AQ", "0Y26180U", "ZZ26180A", "00000000"])
def test_letters_that_are_no_weights_are_refused(ending: str) -> None:
    begun = by_name("gap_tried", OTHERS).ref.removesuffix("0Y26180A")
    assert by_ref(f"{begun}0Y26180A").filters == OTHERS
    with pytest.raises(UnknownFigureError):
        by_ref(f"{begun}{ending}")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gap_among", INDEX | {"item": "smoking"}),
        ("gap_beside", INDEX | {"outcome": "life_satisfaction"}),
        ("model", {"model": "health_index", "weights": "source", "focus": "smoking"}),
        ("model_plan", INDEX | {"focus": "smoking"}),
        ("model_compared", INDEX | {"focus": "smoking"}),
        ("tenths", {"basis": "Index of 2010, residents of mid-2015", "domain": "health"}),
        ("neighbourhoods", {"indicator": "gp_diabetes_qof"}),
        ("gradient_slope", {"measure": "bad_health", "grouping": "tenths"}),
        ("indices", {"measure": "bad_health", "grouping": "tenths"}),
    ],
)
def test_filters_that_do_not_go_together_are_refused_in_words(name: str, words: dict[str, str]) -> None:
    with pytest.raises(UnknownFigureError) as refused:
        by_name(name, words)
    assert len(str(refused.value).split()) > 4


def test_the_gap_in_bars_is_the_gap_of_the_table_and_factors_are_called_so() -> None:
    plot, frame = plot_of("gap_lies", {})
    lead = frame["Level"].map({"factor": "Factor: "}).fillna("")
    table = frame.set_index(lead + frame["Part"])
    alike(bars(plot)["value"], table["Points"], 1)
    alike(bars(plot)["lower"], table["Points, lower limit"], 1)
    alike(bars(plot)["upper"], table["Points, upper limit"], 1)
    assert bars(plot)["lower"].isna().any()
    assert list(plot.categories[-5:-1]) == [name for name in plot.categories if name.startswith("Factor: ")]


def test_all_authorities_are_bars_from_the_worst_down_each_in_the_colour_of_its_side() -> None:
    plot, frame = plot_of("gap_among", {"item": "contributions"})
    table = frame.set_index("Authority")
    assert len(plot.categories) == len(frame) > 100
    alike(bars(plot)["value"], table["Score, standard deviations"], 3)
    alike(bars(plot)["lower"], table["Lower limit"], 3)
    assert bars(plot)["value"].is_monotonic_decreasing
    colours = pd.Series(plot.series[0].colours, index=list(plot.categories))
    assert colours.groupby(table["Against the average"]).nunique().max() == 1
    assert colours.nunique() == table["Against the average"].nunique()


def test_st_helens_is_a_series_of_its_own_beside_the_outcome_and_the_line_is_joined() -> None:
    plot, frame = plot_of("gap_beside", {"outcome": "life_expectancy, women"})
    table = frame.set_index("Authority")
    alike(points(plot)["x"], table["Overall score, points"], 1)
    alike(points(plot)["y"], table["Life expectancy at birth, women"], 1)
    ours = next(one for one in plot.series if one.name == "St Helens")
    assert (ours.labels, ours.colour) == (("St Helens",), palette.ACCENT)
    assert plot.series[-1] is ours
    (line,) = [one for one in plot.series if one.joined]
    assert (line.name, len(line.values)) == ("Fitted line", 2)
    above = table["Above the line (+) or below"]
    for authority in ("St Helens", "Knowsley"):
        share = (points(plot).loc[authority, "x"] - line.x[0]) / (line.x[1] - line.x[0])
        at_line = line.values[0] + share * (line.values[1] - line.values[0])
        assert points(plot).loc[authority, "y"] - at_line == pytest.approx(above[authority], abs=0.006)


def test_weights_tried_stand_beside_those_of_the_source() -> None:
    plot, frame = plot_of("gap_tried", OTHERS)
    table = frame[frame["Level"] == "focus area"].set_index("Part")
    alike(bars(plot, 0)["value"], table["Points, weights tried"], 1)
    alike(bars(plot, 0)["upper"], table["Tried, upper limit"], 1)
    alike(bars(plot, 1)["value"], table["Points, source’s weights"], 1)
    assert [one.colour for one in plot.series] == [palette.ACCENT, palette.COMPARATOR]


def test_tenths_are_columns_and_a_community_has_the_borough_beside_it() -> None:
    for words, lists in (({}, ["St Helens residents"]), (SOUTH, ["South’s patients", "St Helens residents"])):
        plot, frame = plot_of("tenths", words)
        assert plot.kind is PlotKind.COLUMNS
        assert [one.name for one in plot.series] == lists
        for one in plot.series:
            assert one.values == pytest.approx(frame[f"{one.name}: %"].head(10), abs=0.051)
            assert sum(value or 0 for value in one.values) == pytest.approx(100)


@pytest.mark.parametrize("name", ["domains", "editions", "lists_tenths"])
def test_bars_side_by_side_are_cut_as_the_table_is(name: str) -> None:
    plot, frame = plot_of(name, {})
    assert plot.kind is PlotKind.STACKED
    assert list(plot.categories) == frame["People"].tolist()
    for one in plot.series:
        assert one.values == pytest.approx(frame[f"{one.name}, %"].tolist(), abs=0.051)


def test_what_the_table_hides_the_plot_hides_too() -> None:
    plot, _ = plot_of("lists_tenths", {"domain": "health"})
    assert all(value == round(value, 1) for one in plot.series for value in one.values if value is not None)


def test_areas_and_their_length_of_life_are_points_by_community() -> None:
    plot, frame = plot_of("life", WOMEN)
    table = frame.set_index("Area")
    alike(points(plot)["x"], table["Mean deprivation score"], 1)
    alike(points(plot)["y"], table["Years"], 1)
    alike(points(plot)["lower"], table["Lower 95% limit"], 1)
    assert {one.colour for one in plot.series} >= set(palette.NETWORK.values())
    alone, _ = plot_of("life", WOMEN | SOUTH)
    assert [one.name for one in alone.series] == ["All others", "South", "Fitted line"]
    assert [one.colour for one in alone.series][:2] == [palette.COMPARATOR, palette.NETWORK["U94009"]]


def test_the_gap_in_length_of_life_is_a_line_for_each_area() -> None:
    plot, frame = plot_of("life_gap", {"sex": "Male"})
    for area in ("St Helens", "Knowsley", "England"):
        table = frame[frame["Area"] == area]
        values = dict(zip(table["Period"], table.filter(like="Value").iloc[:, 0], strict=True))
        assert sorted(lines(plot, area).values()) == pytest.approx(sorted(values.values()))
        assert len(lines(plot, area)) == len(values)


def test_authorities_of_england_are_points_of_women_against_men() -> None:
    plot, frame = plot_of("life_gap_england", {})
    value = next(name for name in frame if name.startswith("Value"))
    both = frame.pivot_table(index="Area", columns="Sex", values=value).dropna().drop(index="England")
    alike(points(plot)["x"], both["Female"], 3)
    alike(points(plot)["y"], both["Male"], 3)
    assert plot.series[-1].name == "St Helens"


def test_a_gradient_of_england_is_columns_with_intervals_and_st_helens_after_them() -> None:
    plot, frame = plot_of("national", INACTIVE)
    assert plot.kind is PlotKind.COLUMNS
    one = plot.series[0]
    assert one.values[:-1] == pytest.approx(frame["%"].tolist())
    assert one.lower[:-1] == pytest.approx(frame["Lower 95% limit"].tolist())
    assert plot.categories[-1].startswith("St Helens")
    assert one.colours[-1] == palette.ACCENT
    assert set(one.colours[:-1]) == {palette.COMPARATOR}


def test_neighbourhoods_and_practices_are_points_with_the_numbers_of_their_tables() -> None:
    plot, frame = plot_of("neighbourhoods", EARLY)
    table = frame.set_index("Neighbourhood")
    topic = next(name for name in frame if name.startswith("Years of potential life lost"))
    alike(points(plot)["x"], table["Deprivation"], 3)
    alike(points(plot)["y"], table[topic], 1)
    plot, frame = plot_of("practices_scatter", DIABETES)
    named = points(plot).rename(index=lambda name: name.removesuffix(" (merged with another)"))
    table = frame.set_index("Practice")
    alike(named["x"], table["Deprivation score"], 1)
    alike(named["y"], table[plot.axis], 2)
    alike(named["upper"], table["Upper 95% limit"], 2)
    assert set(named.index) != set(points(plot).index)


@pytest.mark.parametrize("words", CHARTS["gradient_slope"])
def test_a_slope_in_columns_has_the_groups_and_the_rows_they_are_read_against(words: dict[str, str]) -> None:
    plot, frame = plot_of("gradient_slope", words)
    rows = frame.set_index(frame.columns[0])
    groups = rows.iloc[: rows.index.get_loc("All groups")]
    drawn = bars(plot)
    alike(drawn["value"].iloc[: len(groups)], groups["%"], 2)
    alike(drawn["lower"].iloc[: len(groups)], groups["Lower 95% limit"], 2)
    beside = drawn["value"].iloc[len(groups) :]
    assert [name.rsplit(" ", 1)[0] for name in beside.index] == ["St Helens", words.get("compare", "England")]
    for name, value in beside.items():
        assert value == pytest.approx(rows.loc[f"{str(name).rsplit(' ', 1)[0]}, as published", "%"], abs=0.0051)


def test_every_slope_is_a_bar_that_says_where_it_is_made_of_the_index() -> None:
    plot, frame = plot_of("steepness", {})
    near = ", " + frame["Kind"].str.lower()
    table = frame.set_index(frame["Measure"] + near.where(frame["Kind"] != frame["Kind"].iloc[0], ""))
    alike(bars(plot)["value"], -table["Slope index, points"], 1)
    alike(bars(plot)["lower"], -table["Slope index, points: upper"], 1)
    circular = [name for name in plot.categories if name.endswith("part of the index itself")]
    assert len(circular) == sum(measure.kinship == "Part of the index itself" for measure in BY_ID.values())


def test_domains_and_registers_of_a_community_are_bars_about_all_four() -> None:
    plot, frame = plot_of("by_place_domains", SOUTH)
    for line in ("fifth", "tenth"):
        table = frame.set_index(frame["Domain"] + f": {line}")[f"{line.capitalize()}, points apart"]
        alike(bars(plot)["value"].loc[table.index], table, 1)
    plot, frame = plot_of("by_place_registers", SOUTH)
    for drawn, column in (("value", "Times all four"), ("upper", "Upper 99.8% limit")):
        assert sorted(bars(plot)[drawn]) == pytest.approx(sorted((frame[column] - 1) * 100), abs=0.051)


def test_a_register_of_several_communities_says_whose_each_bar_is() -> None:
    plot, _ = plot_of("by_place_registers", {})
    assert len(set(plot.categories)) == len(plot.categories)
    whose = {name.split(": ")[0] for name in plot.categories}
    assert whose <= {"Central", "North", "South", "Newton & Haydock"}


@pytest.mark.parametrize(("weights", "total"), [("printed", 95), ("source", 100)])
def test_a_model_is_bars_of_its_parts_the_chosen_one_in_the_accent(weights: str, total: int) -> None:
    plot, frame = plot_of("model", {"weights": weights, "focus": "income"})
    table = frame[frame["Focus area"] != ""]
    column = {"printed": "Weight printed", "source": "Weight in the source"}[weights]
    drawn = bars(plot)["value"]
    parts = drawn[[not str(name).startswith("Factor: ") for name in drawn.index]]
    assert parts.tolist() == [float(weight) for weight in table[column]]
    assert parts.sum() == total
    assert drawn.drop(parts.index).tolist() == [30, 20, 40, 10]
    accented = [name for name, hue in zip(drawn.index, plot.series[0].colours, strict=True) if hue == palette.ACCENT]
    assert accented == ["Income"]


def test_children_of_two_groups_are_two_lines_and_their_gap_is_one_for_each_area() -> None:
    plot, frame = plot_of("marmot_groups", {"groups": "at-five"})
    here = frame[frame["Area"] == "St Helens"].set_index("Period")
    for group in ("On free meals", "Not on free meals"):
        assert lines(plot, group) == pytest.approx(here[group].to_dict())
    plot, frame = plot_of("marmot_gap", {"groups": "at-sixteen"} | REGION)
    gap = next(name for name in frame if name.startswith("Gap"))
    for area in ("St Helens", "North West"):
        assert lines(plot, area) == pytest.approx(frame[frame["Area"] == area].set_index("Period")[gap].to_dict())
