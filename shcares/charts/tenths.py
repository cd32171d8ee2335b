"""People by tenth of England's neighbourhoods: a column each, another list beside it as a short line."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.plots import bars_plot, numbers, with_series
from shcares.domain.plots import Plot, PlotKind, Series
from shcares.style import palette
from shcares.style.palette import Wash

HEIGHT = 350
_ROOM = 1.1


def tenths_chart(
    tenths: pd.DataFrame,
    *,
    washes: Sequence[Wash],
    highest: float,
    beside: str,
    finding: str,
    subtitle: str | list[str],
) -> house.Drawing:
    """Columns from the most deprived tenth on the left; `highest` keeps the axis still when the choice changes.

    Columns needed: `name` (under the axis, in order; a | breaks the line), `share` (in percent), `text` (above the
    column), `said` (the tooltip's words), `beside` (another list's share, drawn as a short line; NaN where there is
    none). `beside` names that list, and the subtitle should too; `washes` are the colours in order. Empty input
    draws "no data".
    """
    drawn = tenths.dropna(subset=["share"])
    if drawn.empty:
        return house.no_data_chart("nobody is counted in any tenth")
    tops = drawn[["share", "beside"]].max(axis=1)
    placed = drawn.assign(top=tops, wash=[wash.colour for wash in washes], cover=[wash.share for wash in washes])
    scale = alt.Scale(domain=[0, max(highest, float(tops.max())) * _ROOM], nice=False)
    layers = [*_columns(placed, scale), *_beside(placed, beside, scale), _texts(placed, scale)]
    return alt.layer(*layers).properties(height=HEIGHT, title=house.title(finding, subtitle))


def tenths_plot(tenths: pd.DataFrame, *, beside: str, axis: str, name: str) -> Plot:
    """The columns as numbers, and those of the list beside them, from the same columns."""
    plot = bars_plot(
        tenths.assign(name=tenths["name"].str.replace("|", ", ")),
        category="name",
        value="share",
        axis=axis,
        decimals=1,
        name=name,
        colour=palette.MAP_TENTHS[-1].colour,
        kind=PlotKind.COLUMNS,
    )
    if not beside:
        return plot
    return with_series(plot, Series(beside, numbers(tenths["beside"]), palette.ACCENT))


def _x(placed: pd.DataFrame) -> alt.X:
    names = list(placed["name"])
    axis = house.axis(None, grid=False, labelAngle=0, labelLimit=110, labelExpr="split(datum.value, '|')")
    return alt.X("name:N", sort=names, axis=axis, scale=alt.Scale(paddingInner=0.12, paddingOuter=0.06))


def _y(field: str, scale: alt.Scale) -> alt.Y:
    return alt.Y(field, scale=scale, axis=house.axis(None, tickCount=5, labelExpr="datum.value + '%'"))


def _columns(placed: pd.DataFrame, scale: alt.Scale) -> list[house.Drawing]:
    """Each in its wash with an outline in full, so that a pale one too is seen on either paper."""
    base = alt.Chart(inline(placed)).mark_bar(strokeWidth=1.2, strokeOpacity=1, cornerRadiusEnd=2)
    tip = [alt.Tooltip("said:N", title="People")]
    return [
        base.encode(
            x=_x(placed),
            y=_y("share:Q", scale),
            fill=alt.Fill("wash:N", scale=None),
            stroke=alt.Stroke("wash:N", scale=None),
            fillOpacity=alt.FillOpacity("cover:Q", scale=None),
            tooltip=tip,
        )
    ]


def _beside(placed: pd.DataFrame, name: str, scale: alt.Scale) -> list[house.Drawing]:
    held = placed.dropna(subset=["beside"])
    if held.empty or not name:
        return []
    ticks = alt.Chart(inline(held[["name", "beside"]])).mark_tick(
        orient="horizontal", thickness=4, color=palette.ACCENT, opacity=1
    )
    tips = [alt.Tooltip("beside:Q", title=f"{name}, %", format=".1f")]
    return [ticks.encode(x=_x(placed), y=_y("beside:Q", scale), tooltip=tips)]


def _texts(placed: pd.DataFrame, scale: alt.Scale) -> house.Drawing:
    words = alt.Chart(inline(placed[["name", "top", "text"]])).mark_text(
        baseline="bottom", dy=-6, fontSize=house.TEXT_SIZE, fontWeight=600, color=house.INK
    )
    return words.encode(x=_x(placed), y=_y("top:Q", scale), text=alt.Text("text:N"))
