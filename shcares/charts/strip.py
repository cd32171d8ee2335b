"""Many small areas on one line: a tick each, so that the spread inside the borough can be seen."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from shcares.charts import house, plots
from shcares.domain.plots import Plot, PlotKind, Series
from shcares.style import palette

HEIGHT = 240
_MARK_HEIGHTS = (1.15, 1.5)


def strip_chart(
    observations: pd.DataFrame, *, marks: Mapping[str, float | None], finding: str, subtitle: str, decimals: int
) -> house.Drawing:
    """A tick for each area, a named rule for each of `marks`. Columns needed: `area`, `value`, `period`."""
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("no neighbourhood has a value")
    scale, axis = alt.Scale(zero=False, nice=True, padding=12), house.axis(None, tickCount=8, grid=False)
    x = alt.X("value:Q", scale=scale, axis=axis)
    tips = [
        alt.Tooltip("area:N", title="Area"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("period:N", title="Period"),
    ]
    ticks = alt.Chart(drawn.assign(foot=0, head=1)).mark_rule(color=palette.ACCENT, strokeWidth=2, opacity=0.55)
    layers: list[house.Drawing] = [ticks.encode(x=x, y=_y("foot:Q"), y2=alt.Y2("head:Q"), tooltip=tips)]
    held = {name: value for name, value in marks.items() if value is not None}
    for height, (name, value) in zip(_MARK_HEIGHTS, held.items(), strict=False):
        line = alt.Chart(pd.DataFrame({"value": [value], "name": [name], "foot": [0], "head": [height]}))
        rule = line.mark_rule(strokeWidth=3, color=house.INK)
        label = line.mark_text(baseline="bottom", dy=-3, fontSize=house.TEXT_SIZE, color=house.INK, fontWeight=600)
        layers += [
            rule.encode(x=x, y=_y("foot:Q"), y2=alt.Y2("head:Q")),
            label.encode(x=x, y=_y("head:Q"), text=alt.Text("name:N")),
        ]
    return alt.layer(*layers).properties(height=HEIGHT, title=house.title(finding, subtitle))


def strip_plot(
    observations: pd.DataFrame, *, marks: Mapping[str, float | None], name: str, axis: str, x_axis: str, decimals: int
) -> Plot:
    """The ticks as points from the highest to the lowest, each named, and a level line for each of `marks`."""
    drawn = observations.dropna(subset=["value"]).sort_values("value", ascending=False)
    places = tuple(float(place) for place in range(1, len(drawn) + 1))
    points = Series(name, plots.numbers(drawn["value"]), palette.ACCENT, x=places, labels=tuple(drawn["area"]))
    ends = (1.0, float(len(drawn)))
    level = [
        Series(mark, (value, value), palette.COMPARATOR, x=ends, dashed=place > 0, joined=True)
        for place, (mark, value) in enumerate(marks.items())
        if value is not None
    ]
    return Plot(PlotKind.POINTS, (points, *level), axis, decimals=decimals, x_axis=x_axis, from_zero=False)


def _y(field: str) -> alt.Y:
    return alt.Y(field, axis=None, scale=alt.Scale(domain=[0, 1.75]))
