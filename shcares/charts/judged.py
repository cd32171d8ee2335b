"""Areas in the order of their values, each with its interval and in the colour of its judgement, icon in the mark."""

import json
from collections.abc import Sequence

import altair as alt
import pandas as pd

from shcares.charts import house, narrow
from shcares.charts.key import key_lines
from shcares.style import palette

_AROUND, _ROW, _ICON, _LINE = 118, 32, 12, 17
_ROOM, _LEAST_SPAN = 0.06, 0.1


def judged_chart(
    areas: pd.DataFrame, *, benchmark: float | None, benchmark_name: str, finding: str, subtitle: str, decimals: int
) -> house.Drawing:
    """A row an area in the order given; `benchmark` is the rule they are read against.

    Columns needed: `area`, `value`, `lower_ci`, `upper_ci`, `ours` (bool: bold), `colour`, `ink`, `icon` (empty for a
    hollow mark), `told` (what stands at the right end of the row), `said` (the tooltip's sentence). Empty input draws
    "no data".
    """
    drawn = areas.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("no chosen area has a value in this period")
    scale = _scale(drawn, benchmark)
    layers = [*_rule(benchmark, benchmark_name, scale), *_intervals(drawn, scale), *_marks(drawn, scale, decimals)]
    chart = alt.layer(*layers, _told(drawn, scale)).resolve_axis(y="independent")
    key = _key(drawn)
    height = _AROUND + _LINE * len(key) + _ROW * len(drawn)
    titled = chart.properties(height=height, title=house.title(finding, [subtitle, *key]))
    return narrow.fitting(titled, list(drawn["area"]), list(drawn["told"]))


def _key(drawn: pd.DataFrame) -> list[str]:
    tested, held = drawn["icon"] != "", drawn["lower_ci"].notna() & drawn["upper_ci"].notna()
    disc = {"Circle with an icon": "tested"} if tested.any() else {}
    ring = {"Ring": "not tested"} if not tested.all() else {}
    return key_lines(disc | ring | ({"Line through it": "its 95% interval"} if held.any() else {}))


def _scale(drawn: pd.DataFrame, benchmark: float | None) -> alt.Scale:
    numbers = drawn[["value", "lower_ci", "upper_ci"]].astype(float).stack()
    ends = [*numbers, *([] if benchmark is None else [benchmark])]
    low, high = min(ends), max(ends)
    missing = max(0.0, _LEAST_SPAN * (max(map(abs, ends)) or 1.0) - (high - low)) / 2
    room = (high - low + 2 * missing) * _ROOM
    start = low - missing - room
    return alt.Scale(domain=[max(0.0, start) if low >= 0 else start, high + missing + room], nice=False, zero=False)


def _x(field: str, scale: alt.Scale) -> alt.X:
    return alt.X(field, axis=house.axis(None, tickCount=6), scale=scale)


def _y(order: Sequence[str], axis: alt.Axis | None = None) -> alt.Y:
    return alt.Y("area:N", sort=list(order), axis=axis)


def _rule(benchmark: float | None, name: str, scale: alt.Scale) -> list[house.Drawing]:
    if benchmark is None:
        return []
    line = alt.Chart(pd.DataFrame({"value": [benchmark], "name": [name]}))
    words = line.mark_text(baseline="bottom", dy=-4, fontSize=house.TEXT_SIZE, color=house.INK)
    return [
        line.mark_rule(color=palette.COMPARATOR, strokeWidth=2, strokeDash=[5, 4]).encode(x=_x("value:Q", scale)),
        words.encode(x=_x("value:Q", scale), y=alt.value(0), text=alt.Text("name:N")),
    ]


def _intervals(drawn: pd.DataFrame, scale: alt.Scale) -> list[house.Drawing]:
    held = drawn.dropna(subset=["lower_ci", "upper_ci"])
    if held.empty:
        return []
    rule = alt.Chart(held).mark_rule(strokeWidth=3, opacity=0.6)
    ends = {"x": _x("lower_ci:Q", scale), "x2": alt.X2("upper_ci:Q")}
    return [rule.encode(y=_y(list(drawn["area"])), color=alt.Color("colour:N", scale=None), **ends)]


def _marks(drawn: pd.DataFrame, scale: alt.Scale, decimals: int) -> list[house.Drawing]:
    order = list(drawn["area"])
    bold = list(drawn.loc[drawn["ours"], "area"])
    weight = {"condition": {"test": f"indexof({json.dumps(bold)}, datum.value) >= 0", "value": 700}, "value": 400}
    left = house.axis(None, labelLimit=240, labelFontWeight=weight)
    at = {"x": _x("value:Q", scale), "y": _y(order, left)}
    tips = [
        alt.Tooltip("said:N", title="In words"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
    ]
    tested, hollow = drawn[drawn["icon"] != ""], drawn[drawn["icon"] == ""]
    layers: list[house.Drawing] = []
    if len(hollow):
        ring = alt.Chart(hollow).mark_point(filled=False, size=150, strokeWidth=2.5, opacity=1)
        layers.append(ring.encode(color=alt.Color("colour:N", scale=None), tooltip=tips, **at))
    if len(tested):
        disc = alt.Chart(tested).mark_point(shape="circle", filled=True, size=300, opacity=1)
        icon = alt.Chart(tested).mark_text(fontSize=_ICON, fontWeight=700, baseline="middle", dy=1)
        layers.append(disc.encode(color=alt.Color("colour:N", scale=None), tooltip=tips, **at))
        layers.append(
            icon.encode(text=alt.Text("icon:N"), color=alt.Color("ink:N", scale=None), x=at["x"], y=_y(order))
        )
    return layers


def _told(drawn: pd.DataFrame, scale: alt.Scale) -> house.Drawing:
    """What is said of each row, as the labels of a second axis, so that no mark lies on it and none is cut."""
    words = json.dumps(dict(zip(drawn["area"], drawn["told"], strict=True)), ensure_ascii=False)
    axis = house.axis(None, orient="right", labelExpr=f"({words})[datum.value]", labelOpacity=1, labelLimit=260)
    unseen = alt.Chart(drawn).mark_point(opacity=0)
    return unseen.encode(x=_x("value:Q", scale), y=_y(list(drawn["area"]), axis))
