"""The frames that charts draw, as numbers for an editable chart: made of the same rows, so that they say the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from shcares.charts.lines import THIS
from shcares.domain.plots import Plot, PlotKind, Series, Values
from shcares.style import palette


def numbers(column: pd.Series) -> Values:
    """A column with None where it has no value."""
    return tuple(None if pd.isna(value) else float(value) for value in column)


def limits(rows: pd.DataFrame, lower: str = "lower_ci", upper: str = "upper_ci") -> tuple[Values, Values]:
    """The two limits of each row; nothing at all where no row has any."""
    if lower not in rows or rows[lower].isna().all():
        return (), ()
    return numbers(rows[lower]), numbers(rows[upper])


def lines_plot(drawn: pd.DataFrame, *, axis: str, decimals: int) -> Plot:
    """Lines over time from the columns of `trend_chart`: a category for each period of any line, by its date.

    A break of series becomes a gap: each `run` of an area is a series, of which only the last bears its bare name.
    """
    rows = drawn.dropna(subset=["value"]).sort_values("at")
    periods = list(dict.fromkeys(rows["period"]))
    series = [
        _line(str(area), own, periods, last=run == group["run"].max())
        for area, group in rows.groupby("area", sort=False)
        for run, own in group.groupby("run", sort=True)
    ]
    return Plot(PlotKind.LINES, tuple(series), axis, tuple(periods), decimals, from_zero=False)


def _line(area: str, own: pd.DataFrame, periods: list[str], *, last: bool) -> Series:
    placed = own.drop_duplicates("period", keep="last").set_index("period").reindex(periods)
    mine = own["role"].iloc[0] == THIS
    lower, upper = limits(placed) if mine else ((), ())
    return Series(
        name=area if last else f"{area}, to {own['period'].iloc[-1]}",
        values=numbers(placed["value"]),
        colour=palette.ACCENT if mine else palette.COMPARATOR,
        lower=lower,
        upper=upper,
        dashed=not mine,
    )


def bars_plot(
    rows: pd.DataFrame,
    *,
    category: str,
    value: str,
    axis: str,
    decimals: int,
    name: str,
    colours: Sequence[str] = (),
    colour: str = palette.ACCENT,
    limits_of: tuple[str, str] = ("lower_ci", "upper_ci"),
    kind: PlotKind = PlotKind.BARS,
) -> Plot:
    """A bar a row, in the rows' order, with its interval where it has one."""
    lower, upper = limits(rows, *limits_of)
    one = Series(name, numbers(rows[value]), colour, lower, upper, colours=tuple(colours))
    return Plot(kind, (one,), axis, tuple(rows[category].astype(str)), decimals)


def parts_plot(
    rows: pd.DataFrame,
    *,
    category: str,
    parts: Mapping[str, str],
    axis: str,
    decimals: int,
    kind: PlotKind = PlotKind.STACKED,
) -> Plot:
    """A series for each column of `parts` (column and series name to colour), a category for each row."""
    series = tuple(Series(name, numbers(rows[name]), colour) for name, colour in parts.items())
    return Plot(kind, series, axis, tuple(rows[category].astype(str)), decimals)


def points_plot(
    rows: pd.DataFrame, *, x: str, value: str, label: str, name: str, axis: str, x_axis: str, decimals: int
) -> Plot:
    """A point for each row, named by `label`; `with_series` adds a line, or the point of this area."""
    one = Series(
        name, numbers(rows[value]), palette.COMPARATOR, x=numbers(rows[x]), labels=tuple(rows[label].astype(str))
    )
    return Plot(PlotKind.POINTS, (one,), axis, decimals=decimals, x_axis=x_axis, from_zero=False)


def with_series(plot: Plot, *more: Series) -> Plot:
    """The plot with further series drawn over the others."""
    return replace(plot, series=(*plot.series, *more))


def with_rules(plot: Plot, rules: Mapping[str, float | None]) -> Plot:
    """Bars of one series, and under them a grey one for each value that the drawing has as a line to read against."""
    held = {name: value for name, value in rules.items() if value is not None}
    (bars,) = plot.series
    none = (None,) * len(held)
    longer = replace(
        bars,
        values=(*bars.values, *held.values()),
        lower=(*bars.lower, *none) if bars.lower else (),
        upper=(*bars.upper, *none) if bars.upper else (),
        colours=(*(bars.colours or (bars.colour,) * len(bars.values)), *(palette.COMPARATOR,) * len(held)),
    )
    return replace(plot, series=(longer,), categories=(*plot.categories, *held))
