"""Two groups of one place over time, neither the background of the other: women and men."""

from dataclasses import dataclass, replace

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house, lines, plots
from shcares.domain.plots import Plot
from shcares.style import palette

_LOOKS: tuple[tuple[str, list[int], str], ...] = ((palette.ACCENT, [1, 0], "circle"), (house.INK, [6, 4], "square"))
_FEW_YEARS = 8
# Share of the height under which the two names at the line ends would touch; they are then moved apart by pixels.
_CLOSE, _APART = 0.07, 9


def pair_chart(observations: pd.DataFrame, *, finding: str, subtitle: str, decimals: int) -> house.Drawing:
    """Two lines with their interval bands, each named at its end.

    Columns as for the trend chart; the first two values of `area` are the two groups. Empty input draws "no data".
    """
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("nothing is published for these groups")
    plot = _plot(drawn)
    layers = lines.pandemic_layers(drawn)
    for area, (colour, dash, shape) in zip(drawn["area"].unique(), _LOOKS, strict=False):
        rows = drawn[drawn["area"] == area]
        layers += [*_intervals(rows, colour, plot), *_group(rows, colour, dash, shape, decimals, plot)]
    layers += _names(drawn, plot)
    return alt.layer(*layers).properties(height=house.HEIGHT, title=house.title(finding, subtitle))


def pair_plot(observations: pd.DataFrame, *, axis: str, decimals: int) -> Plot:
    """The two lines as numbers: the second is dashed and in the ink of paper."""
    drawn = observations.dropna(subset=["value"])
    both = plots.lines_plot(drawn, axis=axis, decimals=decimals)
    second = str(drawn["area"].unique()[-1])
    series = (
        replace(one, colour=palette.LIGHT.ink, dashed=True) if one.name.split(", to ")[0] == second else one
        for one in both.series
    )
    return replace(both, series=tuple(series))


@dataclass(frozen=True)
class _Plot:
    """Both axes, the same in every layer: ends fixed, so that the height the browser gives never moves them."""

    ends: tuple[float, float]
    step: int

    @property
    def x(self) -> alt.X:
        ticks = {"interval": "year", "step": self.step}
        return alt.X("at:T", axis=house.axis(None, grid=False, format="%Y", tickCount=ticks))

    def y(self, field: str = "value:Q") -> alt.Y:
        scale = alt.Scale(domain=list(self.ends), nice=False, zero=False)
        return alt.Y(field, axis=house.axis(None, tickCount=6), scale=scale)


def _plot(drawn: pd.DataFrame) -> _Plot:
    numbers = drawn[["value", "lower_ci", "upper_ci"]].to_numpy(dtype=float)
    low, high = float(np.nanmin(numbers)), float(np.nanmax(numbers))
    room = (high - low or 1.0) * 0.08
    few = (drawn["at"].max() - drawn["at"].min()).days < _FEW_YEARS * 366
    return _Plot((low - room, high + room), 1 if few else 2)


def _group(
    rows: pd.DataFrame, colour: str, dash: list[int], shape: str, decimals: int, plot: _Plot
) -> list[house.Drawing]:
    tips = [
        alt.Tooltip("area:N", title="Who"),
        alt.Tooltip("period:N", title="Period"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("interval:N", title="95% interval"),
    ]
    line = alt.Chart(rows).mark_line(color=colour, strokeWidth=2.5, strokeDash=dash)
    points = alt.Chart(rows).mark_point(color=colour, filled=True, size=60, opacity=1, shape=shape)
    return [
        line.encode(x=plot.x, y=plot.y(), detail=alt.Detail("run:N")),
        points.encode(x=plot.x, y=plot.y(), tooltip=tips),
    ]


def _intervals(rows: pd.DataFrame, colour: str, plot: _Plot) -> list[house.Drawing]:
    """A band where neighbouring points have intervals, a rule where one stands alone: an area of one point is none."""
    held = rows["lower_ci"].notna() & rows["upper_ci"].notna()
    stretch = (held != held.shift()).cumsum()
    alone = held.groupby([rows["run"], stretch]).transform("size") == 1
    known = rows.assign(stretch=stretch)
    shapes = (
        (held & ~alone, alt.MarkDef(type="area", color=colour, opacity=0.15)),
        (held & alone, alt.MarkDef(type="rule", color=colour, opacity=0.5, strokeWidth=2)),
    )
    return [
        alt.Chart(known[chosen], mark=mark).encode(
            x=plot.x,
            y=plot.y("lower_ci:Q"),
            y2=alt.Y2("upper_ci:Q"),
            detail=[alt.Detail("run:N"), alt.Detail("stretch:N")],
        )
        for chosen, mark in shapes
        if chosen.any()
    ]


def _names(drawn: pd.DataFrame, plot: _Plot) -> list[house.Drawing]:
    last = drawn.sort_values("at").groupby("area", as_index=False).tail(1).sort_values("value")
    close = (last["value"].max() - last["value"].min()) < (plot.ends[1] - plot.ends[0]) * _CLOSE
    shifts = (_APART, -_APART) if close and len(last) > 1 else (0, 0)
    layers = []
    for row, shift in zip(last[["at", "value", "area"]].to_dict("records"), shifts, strict=False):
        text = alt.Chart(pd.DataFrame([row])).mark_text(
            align="left", dx=10, dy=shift, fontSize=house.TEXT_SIZE, fontWeight=700, color=house.INK
        )
        layers.append(text.encode(x=plot.x, y=plot.y(), text=alt.Text("area:N")))
    return layers
