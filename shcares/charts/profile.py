"""All indicators at once: a row each, a dot for every practice, placed by how many times the benchmark it is."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.domain.plots import Plot, PlotKind, Series

_ROW, _TITLE = 27, 132
_ROOM = 0.04
_HALVINGS = 6
_TOLD = {
    "practice": "Practice",
    "indicator": "Indicator",
    "said": "How many",
    "figure": "Value",
    "interval": "95% interval",
    "against": "In words",
    "period": "Period",
}
"""The columns of a dot's tooltip, and their titles."""


@dataclass(frozen=True)
class _Plot:
    """The scales, the same in every layer."""

    from_top: list[str]
    low: float
    high: float
    names: dict[str, str]

    @property
    def x(self) -> alt.X:
        return alt.X("times:Q", scale=self._across, axis=self._axis)

    @property
    def _across(self) -> alt.Scale:
        return alt.Scale(type="log", base=2, domain=[self.low, self.high], nice=False, zero=False)

    @property
    def _axis(self) -> alt.Axis:
        ticks = [2.0**power for power in range(-_HALVINGS, _HALVINGS + 1)]
        held = [tick for tick in ticks if self.low <= tick <= self.high]
        said = json.dumps({f"{tick:g}": self.names.get(f"{tick:g}", f"{tick:g} times") for tick in held})
        return house.axis(None, orient="top", values=held, labelExpr=f"({said})[datum.value] || datum.label")

    def y(self, axis: alt.Axis | None = None) -> alt.Y:
        return alt.Y("indicator:N", sort=self.from_top, axis=axis, scale=alt.Scale(padding=0.5))


def profile_chart(
    dots: pd.DataFrame, rows: pd.DataFrame, *, benchmark_name: str, finding: str, subtitle: str | list[str]
) -> house.Drawing:
    """Dots on a scale where twice and half are equally far from the benchmark.

    `rows`, one an indicator, from the top: `indicator`, `written` (its words on the left), `label` (on the right),
    `network` and `england` (times the benchmark, NaN for no mark), `hue` of the network. `dots`: `indicator`, `times`,
    `group` (named in a legend where there are several) and its `hue`, `clear` (filled or hollow), and for the tooltip
    `practice`, `said`, `figure`, `interval`, `against`, `period`. A dot at no times cannot be placed and is not drawn.
    Empty input draws "no data".
    """
    placed = dots[dots["times"] > 0]
    if placed.empty:
        return house.no_data_chart("no practice has a count")
    every = [*placed["times"], *rows["network"].dropna(), *rows["england"].dropna(), 1.0]
    room = (math.log2(max(every)) - math.log2(min(every))) * _ROOM
    names = {"0.125": "an eighth", "0.25": "a quarter", "0.5": "half", "1": f"as {benchmark_name}", "2": "twice"}
    plot = _Plot(list(rows["indicator"]), min(every) * 2**-room, max(every) * 2**room, names)
    layers = [
        _middle(plot),
        *_england(rows.dropna(subset=["england"]), plot),
        *_dots(placed, rows, plot),
        *_networks(rows.dropna(subset=["network"]), plot),
        _labels(rows, plot),
    ]
    titled = alt.layer(*layers).properties(height=_TITLE + _ROW * len(rows), title=house.title(finding, subtitle))
    return titled.resolve_axis(y="independent")


def profile_plot(dots: pd.DataFrame, *, parts: Mapping[str, str], axis: str) -> Plot:
    """How many practices of each indicator are in each band, in the order of the rows.

    `parts` has the colour of each band, whose name begins the dot's `against`. What has no band is in no part.
    """
    counts = {name: dots["against"].str.startswith(name).groupby(dots["indicator"], sort=False).sum() for name in parts}
    rows = list(dots["indicator"].unique())
    series = (
        Series(name.capitalize(), tuple(float(counts[name][row]) for row in rows), colour)
        for name, colour in parts.items()
    )
    return Plot(PlotKind.STACKED, tuple(series), axis, tuple(rows))


def _middle(plot: _Plot) -> house.Drawing:
    rule = alt.Chart(inline(pd.DataFrame({"times": [1.0]}))).mark_rule(color=house.INK, strokeWidth=1.5, opacity=0.7)
    return rule.encode(x=plot.x)


def _england(rows: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    if rows.empty:
        return []
    frame = rows.assign(times=rows["england"])[["indicator", "times"]]
    tick = alt.Chart(inline(frame)).mark_tick(color=house.INK, thickness=3, size=17, opacity=0.85, orient="vertical")
    return [tick.encode(x=plot.x, y=plot.y())]


def _dots(placed: pd.DataFrame, rows: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    tips = [alt.Tooltip(f"{field}:N", title=title) for field, title in _TOLD.items()]
    names = json.dumps(dict(zip(rows["indicator"], rows["written"], strict=True)), ensure_ascii=False)
    left = house.axis(None, labelLimit=330, labelExpr=f"({names})[datum.value]", grid=True)
    point: dict[str, Any] = {"shape": "circle", "size": 85, "strokeWidth": 1.8}
    kinds = placed.drop_duplicates("group").sort_values("group")
    paint = alt.Scale(domain=list(kinds["group"]), range=list(kinds["hue"]))
    # One layer for both kinds, hollow by its fill's strength, so that every row keeps its place.
    dot = alt.Chart(placed[["times", "group", "clear", *_TOLD]]).mark_point(filled=True, **point)
    return [
        dot.encode(
            x=plot.x,
            y=plot.y(left),
            fill=alt.Fill("group:N", scale=paint, legend=_legend(len(kinds))),
            stroke=alt.Stroke("group:N", scale=paint, legend=None),
            fillOpacity=alt.condition("datum.clear", alt.value(0.8), alt.value(0)),
            opacity=alt.value(1),
            tooltip=tips,
        )
    ]


def _legend(kinds: int) -> alt.Legend | None:
    if kinds < 2:
        return None
    return alt.Legend(
        title=None, orient="bottom", labelFontSize=house.TEXT_SIZE, labelColor=house.INK, symbolSize=130, columns=5
    )


def _networks(rows: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    if rows.empty:
        return []
    frame = rows.assign(times=rows["network"])[["indicator", "times", "hue"]]
    point: dict[str, Any] = {"shape": "diamond", "filled": True, "size": 190, "opacity": 1, "strokeWidth": 2}
    diamond = alt.Chart(inline(frame)).mark_point(stroke=house.INK, **point)
    return [diamond.encode(x=plot.x, y=plot.y(), fill=alt.Fill("hue:N", scale=None))]


def _labels(rows: pd.DataFrame, plot: _Plot) -> house.Drawing:
    said = json.dumps(dict(zip(rows["indicator"], rows["label"], strict=True)), ensure_ascii=False)
    axis = house.axis(
        None, orient="right", labelExpr=f"({said})[datum.value]", labelOpacity=1, labelLimit=260, grid=False
    )
    unseen = alt.Chart(inline(rows[["indicator"]].assign(times=1.0))).mark_point(opacity=0)
    return unseen.encode(x=plot.x, y=plot.y(axis))
