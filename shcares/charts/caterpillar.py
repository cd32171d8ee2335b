"""Many areas in the order of a score, each with its interval: a few named, the rest told apart by their band."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.key import Entry, key_layers
from shcares.charts.plots import bars_plot
from shcares.domain.plots import Plot
from shcares.style import palette

HEIGHT = 330
"""The plot itself; what stands above it comes on top."""
OURS, NAMED, OTHER = "ours", "named", "other"
_SIZE, _WEIGHT = {OURS: 170, NAMED: 75, OTHER: 26}, {OURS: 3.5, NAMED: 2.5, OTHER: 1.5}
_LOUD, _QUIET = 0.95, 0.5
# A name needs this share of the width, free at the right end too; the names stand in lines of this height above the
# plot, and the key over them.
_ROOM, _LINE, _GAP, _FREE = 0.1, 19, 14, 1.08
_HEAD = 170


@dataclass(frozen=True)
class _Plot:
    """The two scales, the same in every layer."""

    count: int
    low: float
    high: float

    def x(self, field: str) -> alt.X:
        return alt.X(field, axis=None, scale=alt.Scale(domain=[0, (self.count + 1) * _FREE], nice=False, zero=False))

    def y(self, field: str) -> alt.Y:
        scale = alt.Scale(domain=[self.low, self.high], nice=False, zero=False)
        return alt.Y(field, axis=house.axis(None, tickCount=6), scale=scale)


def caterpillar_chart(
    areas: pd.DataFrame,
    *,
    zero_name: str,
    finding: str,
    subtitle: str | list[str],
    up: str,
    ends: tuple[str, str],
    lines: int = 6,
) -> house.Drawing:
    """Areas from left to right, highest first, about a line at nought; those in other roles than "other" are named.

    Columns needed: `name`, `score`, `lower_ci`, `upper_ci` (both NaN for no interval), `role` ("ours", "named",
    "other"), `band` (what the key says of the area's colour), `colour`, `shape`, `said` (the tooltip's sentence). `up`
    names the upright axis, `ends` what stands under the left and the right end; `lines` are kept for names, so that the
    height stays. Empty input draws "no data".
    """
    held = _ordered(areas)
    if held.empty:
        return house.no_data_chart("no area has a score")
    placed = held.assign(at=np.arange(1, len(held) + 1))
    numbers = held[["score", "lower_ci", "upper_ci"]].to_numpy(dtype=float)
    room = (np.nanmax(numbers) - np.nanmin(numbers) or 1.0) * 0.04
    low, high = min(float(np.nanmin(numbers)), 0.0) - room, max(float(np.nanmax(numbers)), 0.0) + room
    plot = _Plot(len(placed), low, high)
    layers = [
        *_middle(zero_name, plot),
        *_intervals(placed, plot),
        *_points(placed, plot),
        *_names(_named(placed), plot),
        *_ends(ends, up, lines),
        *key_layers(_entries(placed), above=_above(lines) + 2 * _LINE),
    ]
    return alt.layer(*layers).properties(height=HEIGHT + _HEAD + _above(lines), title=house.title(finding, subtitle))


def caterpillar_plot(areas: pd.DataFrame, *, axis: str, decimals: int, name: str) -> Plot:
    """Every area as a bar from the highest down, with its interval and in its colour, from the same columns."""
    held = _ordered(areas)
    return bars_plot(
        held,
        category="name",
        value="score",
        axis=axis,
        decimals=decimals,
        name=name,
        colours=list(held["colour"]),
    )


def _ordered(areas: pd.DataFrame) -> pd.DataFrame:
    return areas.dropna(subset=["score"]).sort_values("score", ascending=False, kind="stable")


def _above(lines: int) -> int:
    return _GAP + _LINE * lines


def _named(placed: pd.DataFrame) -> pd.DataFrame:
    """The areas to name, each in a line above the plot: over the names close on its right, which begin at their places.

    So no line down to a point crosses a name.
    """
    rows = placed[placed["role"] != OTHER]
    lines: dict[int, int] = {}
    for at in reversed(rows["at"].tolist()):
        near = [line for other, line in lines.items() if other - at < _ROOM * len(placed)]
        lines[at] = max(near) + 1 if near else 0
    return rows.assign(line=[-_GAP - _LINE * lines[at] for at in rows["at"]])


def _middle(zero_name: str, plot: _Plot) -> list[house.Drawing]:
    data = alt.Chart(inline(pd.DataFrame({"at": [0.0], "zero": [zero_name]})))
    rule = data.mark_rule(color=house.INK, strokeWidth=1.75, opacity=house.QUIET)
    words: dict[str, Any] = {"align": "left", "baseline": "top", "dy": 5, "fontSize": house.TEXT_SIZE}
    name = data.mark_text(color=house.INK, fontWeight=600, **words)
    return [
        rule.encode(y=plot.y("at:Q")),
        name.encode(x=alt.value(4), y=plot.y("at:Q"), text=alt.Text("zero:N")),
    ]


def _intervals(placed: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    held = placed.dropna(subset=["lower_ci", "upper_ci"])
    if held.empty:
        return []
    frame = held[["at", "lower_ci", "upper_ci"]].assign(
        paint=held["role"].map({OURS: palette.ACCENT}).fillna(held["colour"]),
        weight=held["role"].map(_WEIGHT),
        loudness=held["role"].map({OTHER: _QUIET}).fillna(_LOUD),
    )
    rule = alt.Chart(inline(frame)).mark_rule(
        strokeWidth=alt.ExprRef("datum.weight"), opacity=alt.ExprRef("datum.loudness")
    )
    ends = {"y": plot.y("lower_ci:Q"), "y2": alt.Y2("upper_ci:Q")}
    return [rule.encode(x=plot.x("at:Q"), color=alt.Color("paint:N", scale=None), **ends)]


def _points(placed: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    """Quiet points first, so that none lies on one that matters."""
    frame = placed[["at", "score", "name", "said", "colour", "shape"]].assign(
        size=placed["role"].map(_SIZE),
        paint=placed["role"].map({OURS: palette.ACCENT}).fillna(placed["colour"]),
        rank=placed["role"].map({OTHER: 0, NAMED: 1, OURS: 2}),
    )
    tips = [alt.Tooltip("name:N", title="Area"), alt.Tooltip("said:N", title="In words")]
    points = alt.Chart(inline(frame.sort_values("rank", kind="stable"))).mark_point(filled=True, opacity=1)
    return [
        points.encode(
            x=plot.x("at:Q"),
            y=plot.y("score:Q"),
            fill=alt.Fill("paint:N", scale=None),
            stroke=alt.Stroke("paint:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            tooltip=tips,
        )
    ]


def _names(named: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    """Each name above the plot, a thin line from it to the top of its interval."""
    layers = []
    for row in named.to_dict("records"):
        top = row["score"] if pd.isna(row["upper_ci"]) else row["upper_ci"]
        data = alt.Chart(inline(pd.DataFrame({"at": [row["at"]], "top": [top], "name": [row["name"]]})))
        ours = row["role"] == OURS
        look: dict[str, Any] = {"fontSize": house.TEXT_SIZE + 2 * ours, "fontWeight": 700 if ours else 400}
        text = data.mark_text(baseline="bottom", align="left", dx=-3, color=house.INK, **look)
        leader = data.mark_rule(color=house.INK, strokeWidth=1, opacity=0.5, strokeDash=[2, 2])
        layers += [
            leader.encode(x=plot.x("at:Q"), y=plot.y("top:Q"), y2=alt.value(row["line"] + 1)),
            text.encode(x=plot.x("at:Q"), y=alt.value(row["line"]), text=alt.Text("name:N")),
        ]
    return layers


def _ends(ends: tuple[str, str], up: str, lines: int) -> list[house.Drawing]:
    """What lies at either end, under the plot; the upright axis' name, level and above the names."""
    words = [
        (f"← {ends[0]}", 0.0, "height", "left"),
        (f"{ends[1]} →", "width", "height", "right"),
        (f"↑ {up}", 0.0, -float(_above(lines)), "left"),
    ]
    layers = []
    for text, x, y, align in words:
        look: dict[str, Any] = {"align": align, "fontSize": house.TEXT_SIZE, "color": house.INK}
        look |= {"baseline": "top", "dy": 8} if y == "height" else {"baseline": "bottom"}
        data = alt.Chart(inline(pd.DataFrame({"words": [text]})))
        layers.append(data.mark_text(**look).encode(x=alt.value(x), y=alt.value(y), text=alt.Text("words:N")))
    return layers


def _entries(placed: pd.DataFrame) -> list[Entry]:
    kinds = placed[placed["role"] != OURS].drop_duplicates("band")
    told = [Entry(row["band"], row["colour"], row["shape"]) for row in kinds.to_dict("records") if row["band"]]
    ours = placed[placed["role"] == OURS].to_dict("records")
    return [*(Entry(row["name"], palette.ACCENT, row["shape"]) for row in ours), *told]
