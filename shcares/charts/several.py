"""Several areas over time: each line in a look of its own and named at its end, one of them with its interval."""

from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt
import pandas as pd

from shcares.charts import house, lines, narrow

HEIGHT = 380
THICK, MIDDLE, THIN = 3.25, 2.25, 1.75
"""Widths of the line that matters, of the others, and of the comparator."""


@dataclass(frozen=True)
class Look:
    """How one area's line is drawn."""

    colour: str
    dash: tuple[int, int] = (1, 0)
    width: float = MIDDLE


def several_chart(
    observations: pd.DataFrame, *, looks: Mapping[str, Look], finding: str, subtitle: str, decimals: int
) -> house.Drawing:
    """Lines over time, broken at breaks of series; the area in the role "this" has its interval as a band.

    Columns needed: those of `trend_chart`. `looks` has a look for every `area`. Empty input draws "no data".
    """
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("nothing is published for this choice")
    order = sorted(drawn["area"].unique(), key=lambda area: looks[area].width)
    layers = [
        lines.period_layer(drawn),
        *lines.pandemic_layers(drawn),
        *lines.band_layers(drawn),
        *(layer for area in order for layer in _line(drawn[drawn["area"] == area], looks[area], decimals)),
        *lines.end_labels(drawn),
    ]
    chart = alt.layer(*layers).properties(height=HEIGHT, title=house.title(finding, [subtitle, *lines.key(drawn)]))
    return narrow.fitting(chart, list(drawn["area"].unique()))


def _line(rows: pd.DataFrame, look: Look, decimals: int) -> list[house.Drawing]:
    tips = [
        alt.Tooltip("area:N", title="Area"),
        alt.Tooltip("period:N", title="Period"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("interval:N", title="95% interval"),
    ]
    base = alt.Chart(rows)
    line = base.mark_line(color=look.colour, strokeWidth=look.width, strokeDash=list(look.dash))
    dots = base.mark_point(color=look.colour, filled=True, size=14 + 16 * look.width, opacity=1)
    return [
        line.encode(x=lines.x(), y=lines.y(), detail=alt.Detail("run:N")),
        dots.encode(x=lines.x(), y=lines.y(), tooltip=tips),
    ]
