"""Sorted bars from a zero baseline, each with its interval; what stands out in its colour, the rest in grey."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline

ROW = 25
_TITLE, _FOOT, _LINE = 96, 34, 19
_ROOM, _ICON_AT, _BAR = 0.03, -13, 15
# Every bar has its outline in full, so that a pale one too can be seen on either paper.
_LOUD, _QUIET = 0.85, 0.35


class Rule(NamedTuple):
    """A line to read the bars against: its name, its value, its colour and its dash."""

    name: str
    value: float
    colour: str
    dash: Sequence[int]


@dataclass(frozen=True)
class _Plot:
    """The scales, the same in every layer."""

    from_top: list[str]
    furthest: float

    def x(self, field: str) -> alt.X:
        return alt.X(field, axis=house.axis(None, tickCount=5), scale=self._across)

    @property
    def _across(self) -> alt.Scale:
        return alt.Scale(domain=[0, self.furthest * (1 + _ROOM)], nice=False, zero=True)

    def y(self, axis: alt.Axis | None = None) -> alt.Y:
        return alt.Y("area:N", sort=self.from_top, axis=axis, scale=alt.Scale(paddingInner=0.2, paddingOuter=0.1))


def bars_chart(
    observations: pd.DataFrame,
    *,
    rules: Sequence[Rule],
    rows: int,
    finding: str,
    subtitle: str | list[str],
    decimals: int,
) -> house.Drawing:
    """Bars in the order given from the top, in a chart as tall as `rows` of them so that it keeps its height.

    Columns needed: `area` (no two alike), `value`, `lower_ci`, `upper_ci`, `clear` (whether the bar stands out),
    `hue`; of the disc beside the name `icon` ("" for none), `colour`, `ink`; `label` (written on the right), and for
    the tooltip `said`, `interval`, `against`, `period`. Empty input draws "no data".
    """
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("no practice has a value in this year")
    numbers = [*drawn["value"], *drawn["upper_ci"].dropna(), *(rule.value for rule in rules)]
    plot = _Plot(list(drawn["area"]), max(numbers) or 1.0)
    layers = [
        *_bars(drawn, decimals, plot),
        *_rules(rules, plot),
        *_intervals(drawn, plot),
        *_discs(drawn[drawn["icon"] != ""], plot),
        _labels(drawn, plot),
    ]
    height = _TITLE + _FOOT + _LINE * len(rules) + ROW * max(rows, len(drawn))
    titled = alt.layer(*layers).properties(height=height, title=house.title(finding, subtitle))
    return titled.resolve_axis(y="independent")


def _bars(drawn: pd.DataFrame, decimals: int, plot: _Plot) -> list[house.Drawing]:
    tips = [
        alt.Tooltip("area:N", title="Practice"),
        alt.Tooltip("said:N", title="How many"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("interval:N", title="95% interval"),
        alt.Tooltip("against:N", title="In words"),
        alt.Tooltip("period:N", title="Period"),
    ]
    left = house.axis(None, labelLimit=250, labelPadding=28 if (drawn["icon"] != "").any() else 8)
    bar: dict[str, Any] = {"height": _BAR, "cornerRadiusEnd": 2, "strokeWidth": 1.5, "strokeOpacity": 1}
    # One layer for both kinds, so that a practice keeps its place in the order whichever kind it is.
    bars = alt.Chart(inline(drawn)).mark_bar(**bar)
    return [
        bars.encode(
            x=plot.x("value:Q"),
            y=plot.y(left),
            fill=alt.Fill("hue:N", scale=None),
            stroke=alt.Stroke("hue:N", scale=None),
            fillOpacity=alt.condition("datum.clear", alt.value(_LOUD), alt.value(_QUIET)),
            tooltip=tips,
        )
    ]


def _intervals(drawn: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    held = drawn.dropna(subset=["lower_ci", "upper_ci"])
    if held.empty:
        return []
    rule = alt.Chart(inline(held[["area", "lower_ci", "upper_ci"]])).mark_rule(color=house.INK, strokeWidth=2)
    return [rule.encode(x=plot.x("lower_ci:Q"), x2=alt.X2("upper_ci:Q"), y=plot.y())]


def _discs(judged: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    """Each judgement's disc and icon, between the name and the baseline."""
    if judged.empty:
        return []
    base = alt.Chart(inline(judged[["area", "icon", "colour", "ink"]]))
    disc = base.mark_point(shape="circle", filled=True, size=250, opacity=1)
    icon = base.mark_text(fontSize=13, fontWeight=700, baseline="middle", dy=1)
    at = {"x": alt.value(_ICON_AT), "y": plot.y()}
    return [
        disc.encode(color=alt.Color("colour:N", scale=None), **at),
        icon.encode(text=alt.Text("icon:N"), color=alt.Color("ink:N", scale=None), **at),
    ]


def _labels(drawn: pd.DataFrame, plot: _Plot) -> house.Drawing:
    """Value and band as the labels of a second axis: so that no mark lies on them and none is cut."""
    said = json.dumps(dict(zip(drawn["area"], drawn["label"], strict=True)), ensure_ascii=False)
    axis = house.axis(None, orient="right", labelExpr=f"({said})[datum.value]", labelOpacity=1, labelLimit=260)
    unseen = alt.Chart(inline(drawn[["area", "value"]])).mark_point(opacity=0)
    return unseen.encode(x=plot.x("value:Q"), y=plot.y(axis))


def _rules(rules: Sequence[Rule], plot: _Plot) -> list[house.Drawing]:
    """A line for each, its name above the plot, one line of text higher each time so that none meet."""
    layers = []
    for position, rule in enumerate(rules):
        frame = pd.DataFrame({"value": [rule.value], "name": [rule.name]})
        line = alt.Chart(inline(frame))
        drawn = line.mark_rule(color=rule.colour, strokeWidth=2, strokeDash=list(rule.dash))
        stroke: dict[str, Any] = {"baseline": "bottom", "dy": -4 - _LINE * position}
        name = line.mark_text(color=house.INK, fontSize=house.TEXT_SIZE, **stroke)
        layers += [
            drawn.encode(x=plot.x("value:Q")),
            name.encode(x=plot.x("value:Q"), y=alt.value(0), text=alt.Text("name:N")),
        ]
    return layers
