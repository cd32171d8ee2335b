"""Drawings of inequalities as numbers: what is missing stays missing, and what a drawing leaves out is left out."""

import pandas as pd

from shcares.charts.bars import Rule
from shcares.charts.caterpillar import caterpillar_plot
from shcares.charts.forest import forest_plot
from shcares.charts.gradient import gradient_plot
from shcares.charts.icicle import icicle_plot
from shcares.charts.scatter import scatter_plot
from shcares.charts.tenths import tenths_plot
from shcares.charts.whatif import whatif_plot
from shcares.domain.plots import Plot
from shcares.style import palette

NOTHING = float("nan")
WORDS = {"across": "Score", "up": "Rate"}


def places() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "x": [1.0, 2.0, 3.0, 4.0],
            "y": [5.0, 6.0, NOTHING, 8.0],
            "name": ["St Helens", "Halton", "Wirral", "Sefton"],
            "role": ["ours", "other", "other", "other"],
            "shape": ["point", "point", "point", "merged"],
        }
    )


def forest(names: list[str], groups: list[str]) -> pd.DataFrame:
    limits = {"lower_ci": [NOTHING, 0.5], "upper_ci": [NOTHING, 3.0]}
    return pd.DataFrame(
        {"name": names, "group": groups, "value": [-1.0, 2.0], "colour": [palette.ACCENT, palette.COMPARATOR], **limits}
    )


def bars_of(rows: pd.DataFrame) -> Plot:
    return forest_plot(rows, axis="Points", decimals=1, name="Points")


def test_a_place_without_both_figures_is_no_point_and_a_merged_one_says_so() -> None:
    plot = scatter_plot(places(), line=None, decimals=(0, 1), others="Other places", **WORDS)
    assert [one.name for one in plot.series] == ["Other places", "St Helens"]
    assert plot.series[0].labels == ("Halton", "Sefton (merged since)")
    assert (plot.series[1].x, plot.series[1].values, plot.series[1].colour) == ((1.0,), (5.0,), palette.ACCENT)
    assert (plot.x_axis, plot.axis, plot.x_decimals, plot.decimals) == ("Score", "Rate", 0, 1)


def test_a_fitted_line_is_joined_from_end_to_end_and_without_one_there_is_none() -> None:
    line = pd.DataFrame({"x": [4.0, 1.0, 2.5], "y": [8.0, 2.0, 5.0], "lower": NOTHING, "upper": NOTHING})
    (drawn,) = [one for one in scatter_plot(places(), line=line, decimals=(0, 0), **WORDS).series if one.joined]
    assert (drawn.x, drawn.values) == ((1.0, 4.0), (2.0, 8.0))
    assert not any(one.joined for one in scatter_plot(places(), line=None, decimals=(0, 0), **WORDS).series)


def test_groups_are_called_as_in_the_key_but_for_their_colour() -> None:
    grouped = places().assign(group=["St Helens", "grey: all others", "grey: all others", "grey: all others"])
    plot = scatter_plot(grouped, line=None, decimals=(0, 0), **WORDS)
    assert [one.name for one in plot.series] == ["All others", "St Helens"]


def test_nothing_drawn_is_a_plot_without_a_series() -> None:
    assert not scatter_plot(places().head(0), line=None, decimals=(0, 0), **WORDS).series


def test_a_bar_without_an_interval_has_none_and_the_other_keeps_its_own() -> None:
    (one,) = bars_of(forest(["Smoking", "Income"], ["Factors", "Factors"])).series
    assert (one.values, one.lower, one.upper) == ((-1.0, 2.0), (None, 0.5), (None, 3.0))
    assert one.colours == (palette.ACCENT, palette.COMPARATOR)


def test_names_under_two_headings_are_told_apart_and_others_stand_alone() -> None:
    assert bars_of(forest(["Asthma", "Asthma "], ["North", "South"])).categories == ("North: Asthma", "South: Asthma")
    assert bars_of(forest(["Asthma", "Cancer"], ["North", "South"])).categories == ("Asthma", "Cancer")


def test_an_area_without_a_score_is_no_bar() -> None:
    areas = pd.DataFrame(
        {
            "name": ["a", "b", "c"],
            "score": [1.0, NOTHING, 2.0],
            "lower_ci": [0.0, NOTHING, 1.0],
            "upper_ci": [2.0, NOTHING, 3.0],
            "colour": palette.ACCENT,
        }
    )
    plot = caterpillar_plot(areas, axis="Score", decimals=1, name="Score")
    assert (plot.categories, plot.series[0].values) == (("c", "a"), (2.0, 1.0))


def test_a_group_without_areas_stays_and_has_no_value() -> None:
    groups = pd.DataFrame(
        {
            "group": [2, 1],
            "name": ["2nd", "1st"],
            "value": [NOTHING, 7.0],
            "lower_ci": [NOTHING, 6.0],
            "upper_ci": [NOTHING, 8.0],
        }
    )
    rules = [
        Rule("St Helens 5%", 5.0, palette.ACCENT, (6, 4)),
        Rule("England 4%", 4.0, palette.COMPARATOR, (2, 3)),
    ]
    plot = gradient_plot(groups, benchmarks=rules, axis="%", decimals=1, name="St Helens")
    assert plot.categories == ("1st", "2nd", "St Helens 5%", "England 4%")
    assert plot.series[0].values == (7.0, None, 5.0, 4.0)
    assert plot.series[0].lower == (6.0, None, None, None)
    assert plot.series[0].colours == (palette.ACCENT, palette.ACCENT, palette.COMPARATOR, palette.COMPARATOR)


def test_the_longest_series_comes_first_and_ours_last() -> None:
    many = pd.concat([places().dropna()] * 3).assign(group=["St Helens", "North", "South"] * 3)
    named = many.assign(role=["ours", "U67149", "U94009"] * 3).iloc[[0, 1, 2, 4, 5, 8]]
    line = pd.DataFrame({"x": [4.0, 1.0], "y": [8.0, 2.0], "lower": NOTHING, "upper": NOTHING})
    plot = scatter_plot(named, line=line, decimals=(0, 0), **WORDS)
    assert [one.name for one in plot.series] == ["South", "North", "Fitted line", "St Helens"]


def test_each_factor_stands_over_its_parts_and_a_part_without_a_weight_is_no_bar() -> None:
    parts = pd.DataFrame(
        {
            "factor_id": ["behaviour", "behaviour", "behaviour", "care"],
            "factor": ["Behaviour", "Behaviour", "Behaviour", "Care"],
            "factor_weight": [30.0, 30.0, 30.0, NOTHING],
            "focus_area": ["Smoking", "Diet", "Sleep", "Access"],
            "focus_area_id": ["smoking", "diet", "sleep", "access"],
            "weight": [10.0, NOTHING, 15.0, 5.0],
        }
    )
    plot = icicle_plot(parts, chosen="access", axis="Points", name="Points")
    assert plot.categories == ("Factor: Behaviour", "Smoking", "Sleep", "Factor: Care", "Access")
    assert plot.series[0].values == (30.0, 10.0, 15.0, 5.0, 5.0)
    assert plot.series[0].colours[-1] == palette.ACCENT
    assert len(set(plot.series[0].colours)) == 3


def test_a_list_beside_another_is_a_series_and_an_absent_one_is_not() -> None:
    tenths = pd.DataFrame({"name": ["1st|most deprived", "2nd"], "share": [60.0, 40.0], "beside": [55.0, 45.0]})
    both = tenths_plot(tenths, beside="St Helens residents", axis="%", name="South’s patients")
    assert both.categories == ("1st, most deprived", "2nd")
    assert [(one.name, one.values) for one in both.series] == [
        ("South’s patients", (60.0, 40.0)),
        ("St Helens residents", (55.0, 45.0)),
    ]
    assert len(tenths_plot(tenths.assign(beside=NOTHING), beside="", axis="%", name="Residents").series) == 1


def test_what_would_be_has_its_interval_and_what_is_has_none() -> None:
    rows = [
        {"name": "a", "before": 1.0, "after": 3.0, "lower_ci": 2.0, "upper_ci": 4.0},
        {"name": "b", "before": 2.0, "after": -1.0, "lower_ci": NOTHING, "upper_ci": NOTHING},
    ]
    tried, source = whatif_plot(rows, before="as it is", after="tried", axis="Points", decimals=1).series
    assert (tried.values, tried.lower, tried.upper) == ((3.0, -1.0), (2.0, None), (4.0, None))
    assert (source.name, source.values, source.lower) == ("as it is", (1.0, 2.0), ())
