"""Estimates with their intervals about a centre line, one row each, judged by icon and said in words on both sides."""

import json
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.plots import bars_plot
from shcares.domain.plots import Plot

ROW = 30
_HEAD, _FOOT, _LINE, _ROOM, _LEAST = 106, 30, 20, 0.05, 1e-9
_NAMES, _LABELS = 230, 260


@dataclass(frozen=True)
class _Plot:
    """The scales, the same in every layer."""

    order: list[str]
    headings: list[str]
    low: float
    high: float
    decimals: int

    def x(self, field: str) -> alt.X:
        axis = house.axis(None, tickCount=5, format=f"+,.{self.decimals}f", labelExpr=_SIGNED)
        return alt.X(field, axis=axis, scale=alt.Scale(domain=[self.low, self.high], nice=False, zero=False))

    def y(self, axis: alt.Axis | None = None) -> alt.Y:
        return alt.Y("name:N", sort=None, scale=alt.Scale(domain=self.order), axis=axis)


# A true minus sign, and no sign before nought.
_SIGNED = "datum.value === 0 ? '0' : replace(datum.label, '-', '−')"


def forest_chart(
    rows: pd.DataFrame,
    *,
    zero_name: str,
    finding: str,
    subtitle: str | list[str],
    left: str,
    right: str,
    decimals: int,
    kept: int = 0,
) -> house.Drawing:
    """Rows in the order given from the top, each on the side of nought where its estimate lies.

    Columns needed: `name` (no two alike), `group` (a heading where it changes; "" for none), `value` (NaN for a row
    without a figure, whose `label` says so), `lower_ci`, `upper_ci`, `label` (written on the right), `said` (the
    tooltip's sentence) and the disc's `icon`, `colour`, `ink` (an empty icon for a hollow point). `left` and `right`
    say what each side means, `zero_name` what nought is. `kept` is the least number of lines, headings included, so
    that the height stays. Empty input draws "no data".
    """
    if rows["value"].isna().all():
        return house.no_data_chart("nothing here has an estimate")
    plot = _plot(rows, decimals)
    held = rows.dropna(subset=["value"])
    layers = [
        _rows(rows, plot),
        *_middle(zero_name, left, right, plot),
        *_intervals(held.dropna(subset=["lower_ci", "upper_ci"]), plot),
        *_discs(held, plot),
        _labels(rows, plot),
    ]
    height = _HEAD + _FOOT + ROW * max(kept, len(plot.order))
    titled = alt.layer(*layers).properties(height=height, title=house.title(finding, subtitle))
    return titled.resolve_axis(y="independent")


def forest_plot(rows: pd.DataFrame, *, axis: str, decimals: int, name: str) -> Plot:
    """The same rows as bars about nought, in their colours; their headings are said where a name stands under two."""
    names = rows["name"].str.strip()
    headed = rows["group"] + ": " + names if names.duplicated().any() else names
    return bars_plot(
        rows.assign(name=headed),
        category="name",
        value="value",
        axis=axis,
        decimals=decimals,
        name=name,
        colours=list(rows["colour"]),
    )


def _plot(rows: pd.DataFrame, decimals: int) -> _Plot:
    starts = (rows["group"] != rows["group"].shift()) & (rows["group"] != "")
    order: list[str] = []
    for name, group, begins in zip(rows["name"], rows["group"], starts, strict=True):
        order += [str(group), str(name)] if begins else [str(name)]
    numbers = rows[["value", "lower_ci", "upper_ci"]].to_numpy(dtype=float)
    low, high = min(0.0, float(np.nanmin(numbers))), max(0.0, float(np.nanmax(numbers)))
    # Nought is never at an edge, so that both sides can be named.
    reach = max(high - low, _LEAST)
    low, high = min(low, -reach / 4), max(high, reach / 4)
    room = (high - low) * _ROOM
    return _Plot(order, [str(group) for group in rows.loc[starts, "group"]], low - room, high + room, decimals)


def _rows(rows: pd.DataFrame, plot: _Plot) -> house.Drawing:
    """The names on the left, headings bold; the mark itself is not seen."""
    is_heading = f"indexof({json.dumps(plot.headings, ensure_ascii=False)}, datum.value) >= 0"
    weight = {"condition": {"test": is_heading, "value": 700}, "value": 400}
    names = house.axis(None, labelLimit=_NAMES, labelOpacity=1, grid=False, labelFontWeight=weight)
    unseen = alt.Chart(inline(rows[["name"]].assign(at=0.0))).mark_point(opacity=0)
    return unseen.encode(x=plot.x("at:Q"), y=plot.y(names))


def _middle(zero_name: str, left: str, right: str, plot: _Plot) -> list[house.Drawing]:
    """The centre line and its name; under that what each side means."""
    frame = pd.DataFrame({"at": [0.0], "zero": [zero_name], "left": [f"← {left}"], "right": [f"{right} →"]})
    data = alt.Chart(inline(frame))
    size: dict[str, Any] = {"fontSize": house.TEXT_SIZE, "color": house.INK, "baseline": "bottom"}
    above = {"x": plot.x("at:Q"), "y": alt.value(-4)}
    rule = data.mark_rule(color=house.INK, strokeWidth=1.75, opacity=house.QUIET)
    name = data.mark_text(fontWeight=600, **size)
    # Both begin at the line: what they need beyond the plot is free, over the names and over the labels.
    sides = [
        data.mark_text(align="right", dx=-9, **size).encode(text=alt.Text("left:N"), **above),
        data.mark_text(align="left", dx=9, **size).encode(text=alt.Text("right:N"), **above),
    ]
    return [
        rule.encode(x=plot.x("at:Q")),
        name.encode(x=plot.x("at:Q"), y=alt.value(-4 - _LINE), text=alt.Text("zero:N")),
        *sides,
    ]


def _intervals(held: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    if held.empty:
        return []
    rule = alt.Chart(inline(held[["name", "lower_ci", "upper_ci", "colour"]])).mark_rule(strokeWidth=3, opacity=0.75)
    return [
        rule.encode(
            x=plot.x("lower_ci:Q"),
            x2=alt.X2("upper_ci:Q"),
            y=plot.y(),
            color=alt.Color("colour:N", scale=None),
        )
    ]


def _discs(held: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    frame = held[["name", "value", "said", "icon", "colour", "ink"]]
    tips = [
        alt.Tooltip("name:N", title="Row"),
        alt.Tooltip("said:N", title="In words"),
        alt.Tooltip("value:Q", title="Estimate", format=f"+,.{plot.decimals}f"),
    ]
    base = alt.Chart(inline(frame))
    disc = base.mark_point(
        shape="circle",
        filled=True,
        size=270,
        strokeWidth=2,
        opacity=1,
        fillOpacity=alt.ExprRef("datum.icon ? 1 : 0"),
    )
    at = {"x": plot.x("value:Q"), "y": plot.y()}
    paint = {"fill": alt.Fill("colour:N", scale=None), "stroke": alt.Stroke("colour:N", scale=None)}
    icon = base.mark_text(fontSize=13, fontWeight=700, baseline="middle", dy=1)
    return [
        disc.encode(tooltip=tips, **paint, **at),
        icon.encode(text=alt.Text("icon:N"), color=alt.Color("ink:N", scale=None), **at),
    ]


def _labels(rows: pd.DataFrame, plot: _Plot) -> house.Drawing:
    """What is written beside each row, as the labels of a second axis: no mark lies on it and none is cut."""
    said = json.dumps(dict(zip(rows["name"], rows["label"], strict=True)), ensure_ascii=False)
    axis = house.axis(
        None, orient="right", labelExpr=f"({said})[datum.value] || ''", labelOpacity=1, labelLimit=_LABELS, grid=False
    )
    unseen = alt.Chart(inline(rows[["name"]].assign(at=0.0))).mark_point(opacity=0)
    return unseen.encode(x=plot.x("at:Q"), y=plot.y(axis))
