"""Many areas on one line: a tick each, the middle half behind them, the areas that matter named above."""

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.key import key_lines
from shcares.charts.measure import bold_width
from shcares.style import palette

HEIGHT = 330
_FOOT, _HEAD, _LINE = 0.0, 1.0, 0.34
# The share of the plot's usual width that a name takes is worked out at this many pixels.
_WIDTH, _ROOM = 900.0, 0.02


def spread_chart(
    areas: pd.DataFrame,
    *,
    middle: tuple[float, float] | None,
    finding: str,
    subtitle: str,
    across: str,
    decimals: int,
) -> house.Drawing:
    """A tick for each area; those with a `label` are named, each above what its words reach over.

    Columns needed: `area`, `value`, `lower_ci`, `upper_ci`, `label` ("" for none), `colour` (of named ones), `said`
    (the tooltip's sentence). `middle` are the quarters between which half of them lie. Empty input draws "no data".
    """
    drawn = areas.dropna(subset=["value"]).sort_values("value")
    if drawn.empty:
        return house.no_data_chart("no area has a value in this period")
    named = _stacked(drawn[drawn["label"] != ""], float(drawn["value"].min()), float(drawn["value"].max()))
    top = max([_HEAD, *named["head"]]) + _LINE
    plot = _Plot(top, across)
    layers = [*_band(middle, plot), *_ticks(drawn, plot, decimals), *_named(named, plot, decimals)]
    heading = house.title(finding, [subtitle, *_key(drawn, middle)])
    return alt.layer(*layers).properties(height=HEIGHT, title=heading)


def _key(drawn: pd.DataFrame, middle: tuple[float, float] | None) -> list[str]:
    limits = drawn.loc[drawn["label"] != "", ["lower_ci", "upper_ci"]].notna().all(axis="columns")
    band = {"Grey band": "the middle half of them"} if middle else {}
    return key_lines({"Stroke": "an area"} | band | ({"Line below": "a 95% interval"} if limits.any() else {}))


class _Plot:
    """The two scales, the same in every layer."""

    def __init__(self, top: float, across: str) -> None:
        self._top, self._across = top, across

    def x(self, field: str) -> alt.X:
        words = {"titleColor": house.INK, "titleFontWeight": 400, "titlePadding": 10}
        axis = house.axis(self._across, tickCount=8, grid=False, **words)
        return alt.X(field, axis=axis, scale=alt.Scale(zero=False, nice=True, padding=14))

    def y(self, field: str) -> alt.Y:
        return alt.Y(field, axis=None, scale=alt.Scale(domain=[_FOOT - 0.2, self._top], nice=False))


def _stacked(named: pd.DataFrame, low: float, high: float) -> pd.DataFrame:
    """How high each name stands, to the right of its own rule: above the rules of all that its words reach over."""
    width = (high - low) or 1.0
    ordered = named.sort_values("value", ascending=False)
    placed: list[tuple[float, int]] = []
    for value, label in zip(ordered["value"], ordered["label"], strict=True):
        end = value + (bold_width(label, house.TEXT_SIZE) / _WIDTH + _ROOM) * width
        placed.append((value, 1 + max([line for other, line in placed if other <= end], default=-1)))
    heads = [_HEAD + _LINE * (line + 1) for _, line in placed]
    return ordered.assign(head=pd.Series(heads, index=ordered.index, dtype=float), foot=_FOOT, under=_FOOT - 0.1)


def _band(middle: tuple[float, float] | None, plot: _Plot) -> list[house.Drawing]:
    if middle is None:
        return []
    frame = pd.DataFrame({"low": [middle[0]], "high": [middle[1]], "foot": [_FOOT], "head": [_HEAD]})
    rect = alt.Chart(inline(frame)).mark_rect(color=palette.COMPARATOR, opacity=0.22)
    return [rect.encode(x=plot.x("low:Q"), x2=alt.X2("high:Q"), y=plot.y("foot:Q"), y2=alt.Y2("head:Q"))]


def _ticks(drawn: pd.DataFrame, plot: _Plot, decimals: int) -> list[house.Drawing]:
    others = drawn[drawn["label"] == ""]
    if others.empty:
        return []
    ticks = alt.Chart(inline(others.assign(foot=_FOOT, head=_HEAD))).mark_rule(
        color=palette.COMPARATOR, strokeWidth=2, opacity=0.7
    )
    return [ticks.encode(x=plot.x("value:Q"), y=plot.y("foot:Q"), y2=alt.Y2("head:Q"), tooltip=_tips(decimals))]


def _named(named: pd.DataFrame, plot: _Plot, decimals: int) -> list[house.Drawing]:
    if named.empty:
        return []
    data, ends = alt.Chart(inline(named)), {"y": plot.y("foot:Q"), "y2": alt.Y2("head:Q")}
    colour = alt.Color("colour:N", scale=None)
    rule = data.mark_rule(strokeWidth=3.5)
    words = data.mark_text(
        align="left", baseline="top", dx=6, dy=-1, fontSize=house.TEXT_SIZE, color=house.INK, fontWeight=600
    )
    layers = [
        rule.encode(x=plot.x("value:Q"), color=colour, tooltip=_tips(decimals), **ends),
        words.encode(x=plot.x("value:Q"), y=plot.y("head:Q"), text=alt.Text("label:N")),
    ]
    held = named.dropna(subset=["lower_ci", "upper_ci"])
    if len(held):
        limits = alt.Chart(inline(held)).mark_rule(strokeWidth=3, opacity=0.75)
        layers.append(limits.encode(x=plot.x("lower_ci:Q"), x2=alt.X2("upper_ci:Q"), color=colour, y=plot.y("under:Q")))
    return layers


def _tips(decimals: int) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("area:N", title="Area"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("said:N", title="In words"),
    ]
