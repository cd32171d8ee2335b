"""A measure by group of deprivation: a point and its interval each, the fitted line, named lines to read against."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house
from shcares.charts.bars import Rule
from shcares.charts.inline import inline
from shcares.charts.key import RULE, Entry, key_height, key_layers
from shcares.charts.plots import bars_plot, with_rules
from shcares.domain.plots import Plot, PlotKind
from shcares.style import palette

HEIGHT = 460
# A name under the axis is broken into lines of so many characters, over all groups together.
_CHARACTERS, _SHORTEST = 84, 6
_ROOM, _FROM_ZERO, _APART, _KEY = 0.09, 0.65, 18.0, 16
_SHIFT = 0.14
# What title and axis take of the height on a page; a picture adds them to it.
_AROUND = 158
# A figure: how far from its point, how tall, and half its width as a share of a group's.
_AWAY, _TALL, _HALF = 8, 13, 0.32


@dataclass(frozen=True)
class _Plot:
    """The two scales and axes, the same in every layer."""

    groups: pd.DataFrame
    low: float
    high: float
    group_title: str
    heights: tuple[int, int]

    def x(self, field: str) -> alt.X:
        last = float(self.groups["group"].max())
        scale = alt.Scale(domain=[0.5, last + 0.5], nice=False, zero=False)
        return alt.X(field, scale=scale, axis=self._below)

    @property
    def _below(self) -> alt.Axis:
        wide = max(_SHORTEST, _CHARACTERS // len(self.groups))
        pairs = zip(self.groups["group"], self.groups["name"], strict=True)
        said = json.dumps({str(int(group)): textwrap.wrap(str(name), wide) for group, name in pairs})
        words: dict[str, Any] = {"titleColor": house.INK, "titleFontWeight": 400, "titlePadding": 10}
        values = [int(group) for group in self.groups["group"]]
        return house.axis(
            self.group_title, grid=False, values=values, labelExpr=f"({said})[datum.value]", labelOverlap=False, **words
        )

    def y(self, field: str) -> alt.Y:
        scale = alt.Scale(domain=[self.low, self.high], nice=False, zero=False)
        return alt.Y(field, scale=scale, axis=house.axis(None, tickCount=6))

    def pixels(self, value: float) -> list[float]:
        """How far down a value lies, on a page and in a picture."""
        return [(self.high - value) / (self.high - self.low) * height for height in self.heights]


def gradient_chart(
    groups: pd.DataFrame,
    *,
    line: pd.DataFrame | None,
    benchmarks: Sequence[Rule],
    finding: str,
    subtitle: str | list[str],
    group_title: str,
    decimals: int,
    height: int = HEIGHT,
    series: tuple[str, str] = ("St Helens", "England"),
    line_name: str = "fitted line",
    hue: str = palette.ACCENT,
) -> house.Drawing:
    """Points from the most deprived group on the left to the least on the right.

    Columns needed: `group` (1 to n, most deprived first), `name` (under the axis), `value`, `lower_ci`, `upper_ci`
    (NaN in a group without areas, which says `none`), `said` (the tooltip's sentence); where held `england`, the same
    group of England, in grey, and `label` (written over the point; the value where there is no such column). `line`:
    `group` (not only whole numbers), `value`. `benchmarks` are level lines, named on the right. `series` are the words
    of the key for the points and for `england`; `hue` is the points' colour. The axis starts at zero unless all of it
    would be far off. Empty input draws "no data".
    """
    drawn = groups.dropna(subset=["value"]).sort_values("group")
    if drawn.empty:
        return house.no_data_chart("no group has a value")
    entries = _entries(drawn, line, (series[0], hue), (series[1], line_name))
    heights = (height - _AROUND - key_height(entries), height)
    plot = _plot(groups.sort_values("group"), line, benchmarks, group_title, heights)
    layers = [
        *_benchmarks(benchmarks, plot),
        *_fit(line, plot),
        *_england(drawn, plot, decimals, series[1]),
        *_points(drawn, plot, decimals, hue),
        *_labels(drawn, line, benchmarks, plot, decimals),
        *_none(groups, plot),
        *key_layers(entries, above=_KEY),
    ]
    return alt.layer(*layers).properties(height=height, title=house.title(finding, subtitle))


def gradient_plot(
    groups: pd.DataFrame,
    *,
    benchmarks: Sequence[Rule],
    axis: str,
    decimals: int,
    name: str,
    hue: str = palette.ACCENT,
) -> Plot:
    """The groups as columns with their intervals, the most deprived first, then a column for each benchmark."""
    bars = bars_plot(
        groups.sort_values("group"),
        category="name",
        value="value",
        axis=axis,
        decimals=decimals,
        name=name,
        colours=[hue] * len(groups),
        kind=PlotKind.COLUMNS,
    )
    plot = with_rules(bars, {rule.name: rule.value for rule in benchmarks})
    (one,) = plot.series
    read_against = [palette.COMPARATOR if rule.colour == hue else rule.colour for rule in benchmarks]
    return replace(plot, series=(replace(one, colours=(*one.colours[: len(groups)], *read_against)),))


def _plot(
    groups: pd.DataFrame,
    line: pd.DataFrame | None,
    benchmarks: Sequence[Rule],
    group_title: str,
    heights: tuple[int, int],
) -> _Plot:
    columns = [name for name in ("value", "lower_ci", "upper_ci", "england") if name in groups]
    numbers = [float(value) for name in columns for value in groups[name].dropna()] + [
        rule.value for rule in benchmarks
    ]
    numbers += [] if line is None else line["value"].astype(float).tolist()
    low, high = min(numbers), max(numbers)
    start = 0.0 if 0 <= low <= high * _FROM_ZERO else low - (high - low or 1.0) * _ROOM
    return _Plot(groups, start, high + (high - start or 1.0) * _ROOM, group_title, heights)


def _benchmarks(benchmarks: Sequence[Rule], plot: _Plot) -> list[house.Drawing]:
    """A line for each, its name beyond its right end; names that would meet are pushed apart."""
    layers: list[house.Drawing] = []
    lowest = -_APART
    for rule in sorted(benchmarks, key=lambda one: -one.value):
        at = plot.pixels(rule.value)[0]
        placed = max(at, lowest + _APART)
        lowest = placed
        data = alt.Chart(inline(pd.DataFrame({"value": [rule.value], "name": [rule.name]})))
        drawn = data.mark_rule(color=rule.colour, strokeWidth=2, strokeDash=list(rule.dash))
        name = data.mark_text(
            align="left", baseline="middle", dx=8, dy=placed - at, fontSize=house.TEXT_SIZE, color=house.INK
        )
        layers += [
            drawn.encode(y=plot.y("value:Q")),
            name.encode(x=alt.value("width"), y=plot.y("value:Q"), text=alt.Text("name:N")),
        ]
    return layers


def _fit(line: pd.DataFrame | None, plot: _Plot) -> list[house.Drawing]:
    if line is None or line.empty:
        return []
    fitted = alt.Chart(inline(line[["group", "value"]].sort_values("group")))
    drawn = fitted.mark_line(color=house.INK, strokeWidth=2, opacity=house.QUIET, clip=True)
    return [drawn.encode(x=plot.x("group:Q"), y=plot.y("value:Q"))]


def _england(drawn: pd.DataFrame, plot: _Plot, decimals: int, name: str) -> list[house.Drawing]:
    if "england" not in drawn or drawn["england"].isna().all():
        return []
    held = drawn.dropna(subset=["england"])[["group", "name", "england"]]
    frame = held.assign(group=held["group"] + _SHIFT)
    tips = [
        alt.Tooltip("name:N", title=plot.group_title),
        alt.Tooltip("england:Q", title=name, format=f",.{decimals}f"),
    ]
    marks = alt.Chart(inline(frame)).mark_point(
        shape="square", filled=True, size=80, color=palette.COMPARATOR, opacity=1
    )
    return [marks.encode(x=plot.x("group:Q"), y=plot.y("england:Q"), tooltip=tips)]


def _points(drawn: pd.DataFrame, plot: _Plot, decimals: int, hue: str) -> list[house.Drawing]:
    base = alt.Chart(inline(drawn[["group", "name", "value", "lower_ci", "upper_ci", "said"]]))
    tips = [
        alt.Tooltip("name:N", title=plot.group_title),
        alt.Tooltip("said:N", title="In words"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
    ]
    rule = base.mark_rule(color=hue, strokeWidth=3, opacity=0.55)
    dot = base.mark_point(shape="circle", filled=True, size=130, color=hue, opacity=1)
    return [
        rule.encode(x=plot.x("group:Q"), y=plot.y("lower_ci:Q"), y2=alt.Y2("upper_ci:Q")),
        dot.encode(x=plot.x("group:Q"), y=plot.y("value:Q"), tooltip=tips),
    ]


def _labels(
    drawn: pd.DataFrame, line: pd.DataFrame | None, benchmarks: Sequence[Rule], plot: _Plot, decimals: int
) -> list[house.Drawing]:
    """Each figure by its group's marks, where no line runs through it."""
    marks = drawn[[name for name in ("value", "lower_ci", "upper_ci", "england") if name in drawn]].astype(float)
    written = drawn["label"] if "label" in drawn else drawn["value"].map(lambda value: f"{value:,.{decimals}f}")
    tops, bottoms = marks.max(axis=1), marks.min(axis=1)
    rows = []
    for group, top, bottom, label in zip(drawn["group"], tops, bottoms, written, strict=True):
        crossed = [rule.value for rule in benchmarks] + _along(line, group)
        # Above the marks, below them, and farther off on either side: the first that no line runs through.
        tried = ((top, -_AWAY - _TALL), (bottom, _AWAY), (top, -_AWAY - 2 * _TALL), (bottom, _AWAY + _TALL))
        at, moved = next((one for one in tried if _free(*one, crossed, plot)), tried[0])
        rows.append({"group": group, "at": at, "label": label, "moved": moved + _TALL / 2})
    words: dict[str, Any] = {"fontSize": house.TEXT_SIZE, "fontWeight": 600, "color": house.INK, "baseline": "middle"}
    text = alt.Chart(inline(pd.DataFrame(rows))).mark_text(dy=alt.ExprRef("datum.moved"), **words)
    return [text.encode(x=plot.x("group:Q"), y=plot.y("at:Q"), text=alt.Text("label:N"))]


def _along(line: pd.DataFrame | None, group: float) -> list[float]:
    """The fitted line over the words of a group, from their one end to the other."""
    if line is None or line.empty:
        return []
    ordered = line.sort_values("group")
    reach = np.linspace(group - _HALF, group + _HALF, 9)
    return [float(value) for value in np.interp(reach, ordered["group"], ordered["value"])]


def _free(value: float, moved: float, crossed: Sequence[float], plot: _Plot) -> bool:
    """Whether words that begin `moved` pixels down from a value lie on no line, on a page nor in a picture."""
    pairs = [pair for other in crossed for pair in zip(plot.pixels(value), plot.pixels(other), strict=True)]
    return not any(at + moved - 1 < line < at + moved + _TALL + 1 for at, line in pairs)


def _none(groups: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    empty = groups[groups["value"].isna()]
    if empty.empty:
        return []
    words = alt.Chart(inline(empty[["group"]].assign(word="none"))).mark_text(
        baseline="bottom", dy=-6, fontSize=house.TEXT_SIZE, color=house.INK, opacity=house.QUIET
    )
    return [words.encode(x=plot.x("group:Q"), y=alt.value("height"), text=alt.Text("word:N"))]


def _entries(
    drawn: pd.DataFrame, line: pd.DataFrame | None, points: tuple[str, str], others: tuple[str, str]
) -> list[Entry]:
    """What the key says: nothing where there is nothing but the points."""
    entries = []
    if "england" in drawn and drawn["england"].notna().any():
        entries.append(Entry(others[0], palette.COMPARATOR, "square"))
    if line is not None and len(line):
        entries.append(Entry(others[1], house.INK, RULE))
    return [Entry(f"{points[0]}: figure and 95% interval", points[1]), *entries] if entries else []
