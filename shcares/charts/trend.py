"""One indicator over time: this area in colour with its interval, comparators in grey, breaks broken."""

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house
from shcares.style import palette

_X = "at:T"
_LABEL_GAP, _FILLED = 18.0, 0.85


def trend_chart(observations: pd.DataFrame, *, finding: str, subtitle: str, decimals: int) -> house.Drawing:
    """Lines with interval bands over time.

    Columns needed: `at` (mid-date of the period), `period`, `value`, `lower_ci`, `upper_ci`, `area`, `role`
    ("this" or "comparator"), `run` (an id that changes at a break of series),
    `pandemic` (bool). Empty input draws "no data".
    """
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("nothing is published for this choice")
    layers = [
        *_pandemic(drawn),
        *_band(drawn),
        *_lines(drawn, "comparator", palette.COMPARATOR),
        *_lines(drawn, "this", palette.ACCENT),
        *_points(drawn, decimals),
        _labels(drawn),
    ]
    titled = alt.layer(*layers).properties(height=house.HEIGHT, title=house.title(finding, subtitle))
    return titled.resolve_scale(color="independent")


def _y(field: str = "value:Q") -> alt.Y:
    return alt.Y(field, axis=house.axis(None, tickCount=6), scale=alt.Scale(zero=False, nice=True, padding=12))


def _x() -> alt.X:
    return alt.X(_X, axis=house.axis(None, grid=False, format="%Y", tickCount={"interval": "year", "step": 2}))


def _pandemic(drawn: pd.DataFrame) -> list[house.Drawing]:
    marked = drawn[drawn["pandemic"]]
    if marked.empty:
        return []
    span = pd.DataFrame(
        {"from": [marked["period_start"].min()], "to": [marked["period_end"].max()], "note": ["pandemic"]}
    )
    rect = alt.Chart(span).mark_rect(color=palette.COMPARATOR, opacity=0.14)
    words = alt.Chart(span).mark_text(
        align="left", baseline="top", dx=4, dy=4, color=house.INK, opacity=house.QUIET, fontSize=house.TEXT_SIZE - 1
    )
    return [
        rect.encode(x=alt.X("from:T"), x2=alt.X2("to:T")),
        words.encode(x=alt.X("from:T"), y=alt.value(0), text=alt.Text("note:N")),
    ]


def _band(drawn: pd.DataFrame) -> list[house.Drawing]:
    this = drawn[drawn["role"] == "this"].dropna(subset=["lower_ci", "upper_ci"])
    if this.empty:
        return []
    band = alt.Chart(this).mark_area(color=palette.ACCENT, opacity=0.18)
    return [band.encode(x=_x(), y=_y("lower_ci:Q"), y2=alt.Y2("upper_ci:Q"), detail=alt.Detail("run:N"))]


def _lines(drawn: pd.DataFrame, role: str, colour: str) -> list[house.Drawing]:
    chosen = drawn[drawn["role"] == role]
    if chosen.empty:
        return []
    width = 3 if role == "this" else 1.75
    lines = alt.Chart(chosen).mark_line(color=colour, strokeWidth=width)
    dots = alt.Chart(chosen).mark_point(color=colour, filled=True, size=18 if role == "comparator" else 0, opacity=1)
    return [
        lines.encode(x=_x(), y=_y(), detail=[alt.Detail("area:N"), alt.Detail("run:N")]),
        dots.encode(x=_x(), y=_y()),
    ]


def _points(drawn: pd.DataFrame, decimals: int) -> list[house.Drawing]:
    this = drawn[drawn["role"] == "this"]
    if this.empty:
        return []
    tips = [
        alt.Tooltip("area:N", title="Area"),
        alt.Tooltip("period:N", title="Period"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("interval:N", title="95% interval"),
    ]
    points = alt.Chart(this).mark_point(color=palette.ACCENT, filled=True, size=70, opacity=1)
    return [points.encode(x=_x(), y=_y(), tooltip=tips)]


def _labels(drawn: pd.DataFrame) -> house.Drawing:
    last = drawn.sort_values("at").groupby("area", as_index=False).tail(1).sort_values("value")
    extent = drawn[["value", "lower_ci", "upper_ci"]].to_numpy(dtype=float)
    low = float(np.nanmin(extent))
    span = float(np.nanmax(extent)) - low or 1.0
    pixels = [(value - low) / span * house.HEIGHT * _FILLED for value in last["value"].astype(float)]
    placed: list[float] = []
    for pixel in pixels:
        placed.append(max(pixel, placed[-1] + _LABEL_GAP) if placed else pixel)
    return alt.layer(
        *(
            _label(row, raised=place - pixel)
            for (_, row), place, pixel in zip(last.iterrows(), placed, pixels, strict=True)
        )
    )


def _label(row: pd.Series, *, raised: float) -> house.Drawing:
    this = row["role"] == "this"
    point = pd.DataFrame({name: [row[name]] for name in ("at", "value", "area")})
    text = alt.Chart(point).mark_text(
        align="left",
        dx=10,
        dy=-raised,
        fontSize=house.TEXT_SIZE,
        color=house.INK,
        opacity=1 if this else house.QUIET,
        fontWeight=700 if this else 400,
    )
    return text.encode(x=_x(), y=_y(), text=alt.Text("area:N"))
