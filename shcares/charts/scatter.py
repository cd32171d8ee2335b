"""A scatter of places: one measure against another, ours in colour, names where there is room, a fitted line."""

import textwrap
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.compare import SHAPES
from shcares.charts.inline import inline
from shcares.charts.key import LINE, Entry, key_height, key_layers
from shcares.charts.labels import OTHER, label_layers
from shcares.charts.placing import Box, Frame
from shcares.charts.plots import limits, numbers
from shcares.domain.plots import Plot, PlotKind, Series
from shcares.style import palette

HEIGHT = 520
OURS, MERGED = "ours", "merged"
_PAINT = {OURS: palette.ACCENT, OTHER: palette.COMPARATOR} | palette.NETWORK
_SHAPE = {OURS: "circle", OTHER: "circle"} | SHAPES
# The share of each scale kept free at its ends, how many points are a crowd, and the sizes of the points of one.
_ROOM, _CROWD, _UP = 0.05, 60, 22
_SIZES = {True: (150, 55), False: (150, 100)}
_LINE_POINTS, _LETTERS = 120, 54
# What title, name of the upright axis and axis below take of the height on a page; a picture adds them to it.
_AROUND = 158


@dataclass(frozen=True)
class _Plot:
    """The two scales and axes, the same in every layer."""

    frame: Frame
    across: str
    decimals: tuple[int, int]

    def x(self, field: str) -> alt.X:
        scale = alt.Scale(domain=[self.frame.left, self.frame.right], nice=False, zero=False)
        words: dict[str, Any] = {"titleColor": house.INK, "titleFontWeight": 400, "titlePadding": 10}
        return alt.X(field, scale=scale, axis=house.axis(_lines(self.across), grid=False, tickCount=6, **words))

    def y(self, field: str) -> alt.Y:
        scale = alt.Scale(domain=[self.frame.bottom, self.frame.top], nice=False, zero=False)
        return alt.Y(field, scale=scale, axis=house.axis(None, tickCount=6))


def scatter_chart(
    points: pd.DataFrame,
    *,
    line: pd.DataFrame | None,
    finding: str,
    subtitle: str | list[str],
    across: str,
    up: str,
    decimals: tuple[int, int],
    height: int = HEIGHT,
    merged: str = "merged since",
) -> house.Drawing:
    """A point a place; neither axis need start at zero, since places are compared with each other, not with none.

    Columns needed: `x`, `y`, `name`, `role` ("ours", a network's code or "other"), `label` ("" for none), `shape`
    ("point", or "merged" for a hollow one, which the key calls `merged`), `said` (the tooltip's sentence); where held
    `lower_ci` and `upper_ci` of `y`, and `group` (what the key calls a role; no key without it). `line`, if there is
    one: `x`, `y`, `lower`, `upper` (NaN for no band). `across` and `up` name the axes, `decimals` are theirs. Names
    are written as far as they fit. Empty input draws "no data".
    """
    drawn = points.dropna(subset=["x", "y"])
    if drawn.empty:
        return house.no_data_chart("no place has both figures")
    entries = _entries(drawn, merged)
    named = LINE * (len(_lines(f"↑ {up}")) - 1)
    plot = _Plot(_frame(drawn, line, height, height - _AROUND - named - key_height(entries)), across, decimals)
    layers = [
        *_fit(line, plot),
        *_intervals(drawn, plot),
        *_names(drawn, line, plot),
        *_points(drawn, plot, up),
        _up(up),
        *key_layers(entries, above=_UP + LINE + named),
    ]
    return alt.layer(*layers).properties(height=height, title=house.title(finding, subtitle))


def scatter_plot(
    points: pd.DataFrame,
    *,
    line: pd.DataFrame | None,
    across: str,
    up: str,
    decimals: tuple[int, int],
    others: str = "Others",
    ours: str = "St Helens",
    merged: str = "merged since",
) -> Plot:
    """The same points as numbers: a series a group and the fitted line by its ends, the longest first.

    So no series hides a smaller one, and ours lies on top. `others` and `ours` name the two roles where no `group` is
    held. A hollow point says `merged` in its name.
    """
    drawn = points.dropna(subset=["x", "y"])
    named = drawn.assign(
        series=_groups(drawn, {OTHER: others, OURS: ours}),
        rank=drawn["role"].map({OTHER: 0, OURS: 2}).fillna(1),
        name=drawn["name"].where(drawn["shape"] != MERGED, drawn["name"] + f" ({merged})"),
    ).sort_values("rank", kind="stable")
    series = [_series(str(group), rows) for group, rows in named.groupby("series", sort=False)]
    held = sorted([*series, *_line_series(line)], key=lambda one: -len(one.values))
    right, down = decimals
    return Plot(PlotKind.POINTS, tuple(held), up, decimals=down, x_axis=across, x_decimals=right, from_zero=False)


def _groups(drawn: pd.DataFrame, roles: dict[str, str]) -> list[str]:
    """What each point's series is called: the words of the key, without the colour that they begin with."""
    if "group" not in drawn:
        return [roles[role] for role in drawn["role"]]
    words = [str(group).removeprefix("grey: ") for group in drawn["group"]]
    return [word[:1].upper() + word[1:] for word in words]


def _series(name: str, rows: pd.DataFrame) -> Series:
    lower, upper = limits(rows)
    colour = _PAINT[str(rows["role"].iloc[0])]
    return Series(name, numbers(rows["y"]), colour, lower, upper, numbers(rows["x"]), tuple(rows["name"]))


def _line_series(line: pd.DataFrame | None) -> list[Series]:
    """A straight line needs no more than its two ends."""
    if line is None or line.empty:
        return []
    ends = line.sort_values("x").iloc[[0, -1]]
    return [Series("Fitted line", numbers(ends["y"]), palette.LIGHT.ink, x=numbers(ends["x"]), joined=True)]


def _frame(drawn: pd.DataFrame, line: pd.DataFrame | None, height: int, on_page: int) -> Frame:
    held = [name for name in ("y", "lower_ci", "upper_ci") if name in drawn]
    up = drawn[held].to_numpy(dtype=float).ravel().tolist()
    up += [] if line is None else line[["y"]].to_numpy(dtype=float).ravel().tolist()
    left, right = _ends(pd.Series(drawn["x"], dtype=float))
    bottom, top = _ends(pd.Series(up).dropna())
    return Frame(left, right, bottom, top, on_page, height)


def _ends(numbers: pd.Series) -> tuple[float, float]:
    low, high = float(numbers.min()), float(numbers.max())
    room = (high - low or abs(high) or 1.0) * _ROOM
    return (max(0.0, low - room) if low >= 0 else low - room), high + room


def _fit(line: pd.DataFrame | None, plot: _Plot) -> list[house.Drawing]:
    if line is None or line.empty:
        return []
    base = alt.Chart(inline(line.sort_values("x")))
    fitted = base.mark_line(color=house.INK, strokeWidth=2, opacity=house.QUIET, clip=True)
    layers = [fitted.encode(x=plot.x("x:Q"), y=plot.y("y:Q"))]
    if line[["lower", "upper"]].notna().all(axis=None):
        band = base.mark_area(color=palette.COMPARATOR, opacity=0.2, clip=True)
        layers.insert(0, band.encode(x=plot.x("x:Q"), y=plot.y("lower:Q"), y2=alt.Y2("upper:Q")))
    return layers


def _held(drawn: pd.DataFrame) -> pd.DataFrame:
    if not {"lower_ci", "upper_ci"} <= set(drawn):
        return drawn.head(0)
    return drawn.dropna(subset=["lower_ci", "upper_ci"])


def _intervals(drawn: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    held = _held(drawn)
    if held.empty:
        return []
    frame = held[["x", "lower_ci", "upper_ci"]].assign(paint=held["role"].map(_PAINT), loud=held["role"] != OTHER)
    rule = alt.Chart(inline(frame)).mark_rule(strokeWidth=2, opacity=alt.ExprRef("datum.loud ? 0.7 : 0.4"))
    ends = {"y": plot.y("lower_ci:Q"), "y2": alt.Y2("upper_ci:Q")}
    return [rule.encode(x=plot.x("x:Q"), color=alt.Color("paint:N", scale=None), **ends)]


def _points(drawn: pd.DataFrame, plot: _Plot, up: str) -> list[house.Drawing]:
    """Quiet points first, so that none lies on one that matters."""
    loud, size = drawn["role"] != OTHER, _SIZES[len(drawn) > _CROWD]
    frame = drawn[["x", "y", "name", "said"]].assign(
        paint=drawn["role"].map(_PAINT),
        form=drawn["role"].map(_SHAPE),
        rank=drawn["role"].map({OTHER: 0, OURS: 2}).fillna(1),
        fullness=(drawn["shape"] != MERGED) * loud.map({True: 0.85, False: 0.45}),
        size=drawn["role"].map({OURS: size[0]}).fillna(size[1]),
    )
    across, above = plot.decimals
    tips = [
        alt.Tooltip("name:N", title="Place"),
        alt.Tooltip("said:N", title="In words"),
        alt.Tooltip("x:Q", title=plot.across, format=f",.{across}f"),
        alt.Tooltip("y:Q", title=up, format=f",.{above}f"),
    ]
    marks = alt.Chart(inline(frame.sort_values("rank", kind="stable"))).mark_point(
        filled=True, strokeWidth=1.6, opacity=1, fillOpacity=alt.ExprRef("datum.fullness")
    )
    return [
        marks.encode(
            x=plot.x("x:Q"),
            y=plot.y("y:Q"),
            fill=alt.Fill("paint:N", scale=None),
            stroke=alt.Stroke("paint:N", scale=None),
            shape=alt.Shape("form:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            tooltip=tips,
        )
    ]


def _names(drawn: pd.DataFrame, line: pd.DataFrame | None, plot: _Plot) -> list[house.Drawing]:
    held = _held(drawn)
    rules: list[Box] = (
        [(x, low, x, high) for x, low, high in zip(held["x"], held["lower_ci"], held["upper_ci"], strict=True)]
        if len(held)
        else []
    )
    along = [] if line is None else _along(line)
    return label_layers(drawn, frame=plot.frame, rules=rules, line=along, first=[OURS])


def _along(line: pd.DataFrame) -> list[tuple[float, float]]:
    """Points close to each other along the fitted line, which may be given by its two ends."""
    ordered = line.sort_values("x")
    if len(ordered) < 2:
        return []
    first, last = ordered.iloc[0], ordered.iloc[-1]
    steps = [step / _LINE_POINTS for step in range(_LINE_POINTS + 1)]
    return [(first["x"] + (last["x"] - first["x"]) * s, first["y"] + (last["y"] - first["y"]) * s) for s in steps]


def _up(up: str) -> house.Drawing:
    """The name of the upright axis, level and above it, so that no head need be turned."""
    words = alt.Chart(inline(pd.DataFrame({"up": ["\n".join(_lines(f"↑ {up}"))]}))).mark_text(
        align="left", baseline="bottom", lineBreak="\n", fontSize=house.TEXT_SIZE, color=house.INK
    )
    return words.encode(x=alt.value(0), y=alt.value(-10), text=alt.Text("up:N"))


def _lines(name: str) -> list[str]:
    """An axis's name in lines short enough for the narrowest plot, which a longer one would squeeze away."""
    return textwrap.wrap(name, _LETTERS, break_on_hyphens=False)


def _entries(drawn: pd.DataFrame, merged: str) -> list[Entry]:
    """What the key says: each group once, quiet ones last, and what a hollow mark is."""
    if "group" not in drawn:
        return []
    kinds = drawn[["role", "group"]].drop_duplicates("group")
    ordered = kinds.assign(quiet=kinds["role"] == OTHER).sort_values(["quiet", "group"])
    entries = [
        Entry(str(group), _PAINT[role], _SHAPE[role])
        for role, group in zip(ordered["role"], ordered["group"], strict=True)
        if group
    ]
    hollow = (drawn["shape"] == MERGED).any()
    return [*entries, Entry(f"hollow: {merged}", palette.COMPARATOR, filled=False)] if hollow else entries
