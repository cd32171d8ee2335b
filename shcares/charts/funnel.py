"""A funnel plot: each practice against how far chance alone would carry one of its size from the benchmark."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house, plots
from shcares.charts.compare import PAINT, SHAPES
from shcares.charts.labels import OTHER, label_layers
from shcares.charts.placing import Frame, Spot
from shcares.domain.plots import Plot, PlotKind, Series
from shcares.style import palette

HEIGHT = 440
_SOLID = [1, 0]
_LIMITS = {"95%": [6, 4], "99.8%": _SOLID}
# How tall the plot is on a slide, where names must be clear as well, and how many spots keep one line of it clear.
_ON_SLIDE, _SPOTS = 180, 120
# The points of other communities are smaller and paler, in the key too.
_SIZES, _SHADES = {True: 70, False: 130}, {True: 0.55, False: 1.0}
# Shares of the limits' reach kept free: on the right for the name of the benchmark, on the left for the limits' names.
_MARGIN, _LEFT_MARGIN = 0.16, 0.1


def funnel_chart(
    observations: pd.DataFrame,
    *,
    limits: pd.DataFrame,
    benchmark: float,
    benchmark_name: str,
    finding: str,
    subtitle: str,
    across: str,
    decimals: int,
) -> house.Drawing:
    """Points between 95 % and 99.8 % limits, those with a `label` named where there is room.

    Columns needed: `area`, `group` (the legend's words), `role` (a network's code, or "comparator" for those to be
    quiet), `value`, `denominator`, `said` (x of y), `interval`, `period`, `label` ("" for none); of `limits`:
    `denominator`, `level` ("95%" or "99.8%"), `lower`, `upper`. `across` names the x axis. Empty input draws "no data".
    """
    drawn = observations.dropna(subset=["value", "denominator"])
    if drawn.empty:
        return house.no_data_chart("no practice has a count in this period")
    ends = (*_reach(limits["denominator"]), *_span(drawn[["value"]], limits[["lower", "upper"]]))
    plot = _Plot(Frame(*ends, HEIGHT, _ON_SLIDE), across)
    layers = [
        *_limit_layers(limits, plot),
        *_benchmark_layers(benchmark, benchmark_name, decimals, plot),
        _points(drawn, plot, decimals),
        *_limit_names(limits, plot),
        *label_layers(_named(drawn, limits, plot), frame=plot.frame, rules=(), line=_spots(limits), first=()),
    ]
    return alt.layer(*layers).properties(height=HEIGHT, title=house.title(finding, subtitle))


def funnel_plot(
    observations: pd.DataFrame,
    *,
    limits: pd.DataFrame,
    benchmark: float,
    benchmark_name: str,
    axis: str,
    across: str,
    decimals: int,
) -> Plot:
    """The same rows as numbers: a series of named points for each group, then limits and average as joined lines."""
    drawn = observations.dropna(subset=["value", "denominator"])
    points = [
        Series(
            str(group),
            plots.numbers(rows["value"]),
            PAINT[rows["role"].iloc[0]],
            x=plots.numbers(rows["denominator"]),
            labels=tuple(rows["area"]),
        )
        for group, rows in drawn.groupby("group")
    ]
    ends = (float(limits["denominator"].min()), float(limits["denominator"].max()))
    average = Series(benchmark_name, (benchmark, benchmark), palette.LIGHT.ink, x=ends, joined=True)
    series = (*points, *_limit_series(limits), average)
    return Plot(PlotKind.POINTS, series, axis, decimals=decimals, x_axis=across, from_zero=False)


def _limit_series(limits: pd.DataFrame) -> list[Series]:
    return [
        Series(
            f"{level} limit, {side}",
            plots.numbers(rows[side]),
            palette.COMPARATOR,
            x=plots.numbers(rows["denominator"]),
            dashed=_LIMITS[str(level)] != _SOLID,
            joined=True,
        )
        for level, rows in limits.groupby("level", sort=False)
        for side in ("lower", "upper")
    ]


def _reach(sizes: pd.Series) -> tuple[float, float]:
    low, high = float(sizes.min()), float(sizes.max())
    return low - (high - low) * _LEFT_MARGIN, high + (high - low) * _MARGIN


def _span(*frames: pd.DataFrame) -> tuple[float, float]:
    numbers = [float(number) for frame in frames for number in frame.to_numpy().ravel()]
    low, high = min(numbers), max(numbers)
    room = (high - low) * 0.05
    return max(0.0, low - room), high + room


@dataclass(frozen=True)
class _Plot:
    """The two scales, the same in every layer."""

    frame: Frame
    across: str

    def x(self, field: str) -> alt.X:
        axis = house.axis(
            self.across, grid=False, tickCount=6, format=",.0f", titleColor=house.INK, titleFontWeight=400
        )
        scale = alt.Scale(domain=[self.frame.left, self.frame.right], nice=False, zero=False)
        return alt.X(field, scale=scale, axis=axis)

    def y(self, field: str) -> alt.Y:
        scale = alt.Scale(domain=[self.frame.bottom, self.frame.top], nice=False, zero=False)
        return alt.Y(field, scale=scale, axis=house.axis(None, tickCount=6))


def _limit_layers(limits: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    layers: list[house.Drawing] = []
    for level, dash in _LIMITS.items():
        line = limits[limits["level"] == level]
        for side in ("lower", "upper"):
            drawn = alt.Chart(line).mark_line(color=palette.COMPARATOR, strokeWidth=1.5, strokeDash=dash, clip=True)
            layers.append(drawn.encode(x=plot.x("denominator:Q"), y=plot.y(f"{side}:Q")))
    return layers


def _benchmark_layers(benchmark: float, name: str, decimals: int, plot: _Plot) -> list[house.Drawing]:
    """The line, its name above its right end and its value below: the margin kept free for them."""
    line = alt.Chart(
        pd.DataFrame(
            {"value": [benchmark], "at": [plot.frame.right], "name": [name], "figure": [f"{benchmark:.{decimals}f}%"]}
        )
    )
    words: dict[str, Any] = {"align": "right", "fontSize": house.TEXT_SIZE, "fontWeight": 600, "color": house.INK}
    above, below = line.mark_text(baseline="bottom", dy=-3, **words), line.mark_text(baseline="top", dy=4, **words)
    at = plot.x("at:Q")
    return [
        line.mark_rule(color=house.INK, strokeWidth=1.5).encode(y=plot.y("value:Q")),
        above.encode(x=at, y=plot.y("value:Q"), text=alt.Text("name:N")),
        below.encode(x=at, y=plot.y("value:Q"), text=alt.Text("figure:N")),
    ]


def _points(drawn: pd.DataFrame, plot: _Plot, decimals: int) -> house.Drawing:
    kinds = drawn.drop_duplicates("group").assign(quiet=lambda one: one["role"] == "comparator")
    kinds = kinds.sort_values(["quiet", "group"])
    groups, roles, quiet = list(kinds["group"]), list(kinds["role"]), list(kinds["quiet"])
    legend = alt.Legend(title=None, orient="bottom", labelFontSize=house.TEXT_SIZE, labelColor=house.INK, columns=4)
    tips = [
        alt.Tooltip("area:N", title="Practice"),
        alt.Tooltip("said:N", title="On the register"),
        alt.Tooltip("value:Q", title="%", format=f",.{decimals}f"),
        alt.Tooltip("interval:N", title="95% interval"),
        alt.Tooltip("period:N", title="Period"),
    ]
    # Quiet points are drawn first, so that none lies on one that matters.
    ordered = drawn.assign(loud=drawn["role"] != "comparator").sort_values("loud")
    shapes = alt.Scale(domain=groups, range=[SHAPES[role] for role in roles])
    paint = alt.Scale(domain=groups, range=[PAINT[role] for role in roles])
    sizes = alt.Scale(domain=groups, range=[_SIZES[one] for one in quiet])
    shades = alt.Scale(domain=groups, range=[_SHADES[one] for one in quiet])
    return (
        alt.Chart(ordered)
        .mark_point(filled=True)
        .encode(
            x=plot.x("denominator:Q"),
            y=plot.y("value:Q"),
            color=alt.Color("group:N", scale=paint, legend=legend),
            shape=alt.Shape("group:N", scale=shapes, legend=legend),
            size=alt.Size("group:N", scale=sizes, legend=legend),
            opacity=alt.Opacity("group:N", scale=shades, legend=legend),
            tooltip=tips,
        )
    )


def _limit_names(limits: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    """Each limit's name to the left of a line of its own: the wider's of its upper, the narrower's of its lower one.

    On different sides of the benchmark they do not meet, however low the plot is drawn.
    """
    layers: list[house.Drawing] = []
    for start, side in _limit_starts(limits):
        text = alt.Chart(start.rename(columns={"level": "name"})).mark_text(
            align="right", baseline="middle", dx=-5, fontSize=house.TEXT_SIZE - 1, color=house.INK
        )
        layers.append(text.encode(x=plot.x("denominator:Q"), y=plot.y(f"{side}:Q"), text=alt.Text("name:N")))
    return layers


def _limit_starts(limits: pd.DataFrame) -> list[tuple[pd.DataFrame, str]]:
    starts = limits.groupby("level", sort=False).head(1).sort_values("upper", ascending=False)
    return [(starts.iloc[[number]], side) for number, side in zip(range(len(starts)), ("upper", "lower"), strict=False)]


def _named(drawn: pd.DataFrame, limits: pd.DataFrame, plot: _Plot) -> pd.DataFrame:
    """The points by their names, and points without one where the names of the limits stand: both are kept clear."""
    points = drawn.assign(x=drawn["denominator"], y=drawn["value"], role=OTHER)[["x", "y", "role", "label"]]
    written = [
        {"x": across, "y": float(start[side].iloc[0]), "role": OTHER, "label": ""}
        for start, side in _limit_starts(limits)
        for across in np.linspace(plot.frame.left, float(start["denominator"].iloc[0]), 10)
    ]
    return pd.concat([points, pd.DataFrame(written)], ignore_index=True)


def _spots(limits: pd.DataFrame) -> list[Spot]:
    """Spots so close to each other along the limits that no name passes between them."""
    spots: list[Spot] = []
    for _, line in limits.groupby("level", sort=False):
        across = np.linspace(line["denominator"].min(), line["denominator"].max(), _SPOTS)
        for side in ("lower", "upper"):
            spots += zip(across, np.interp(across, line["denominator"], line[side]), strict=True)
    return spots
