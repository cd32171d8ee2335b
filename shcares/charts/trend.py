"""One indicator over time: this area in colour with its interval, comparators in grey, breaks broken."""

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.style import palette

_X = "at:T"


def trend_chart(observations: pd.DataFrame, *, finding: str, subtitle: str, decimals: int) -> house.Drawing:
    """Lines with interval bands over time.

    Columns needed: `at` (mid-date of the period), `period`, `value`, `lower_ci`, `upper_ci`, `area`, `role`
    ("this" or "comparator"), `dash` (Vega dash pattern), `run` (an id that changes at a break of series),
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
    dash = alt.StrokeDash("dash:N", legend=None, scale=alt.Scale(domain=["a", "b"], range=[[1, 0], [6, 3]]))
    dots = alt.Chart(chosen).mark_point(color=colour, filled=True, size=18 if role == "comparator" else 0, opacity=1)
    return [
        lines.encode(x=_x(), y=_y(), detail=[alt.Detail("area:N"), alt.Detail("run:N")], strokeDash=dash),
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
    spread = (drawn["value"].max() - drawn["value"].min()) or 1.0
    shifts: list[float] = []
    for level in last["value"]:
        level_px = (level - drawn["value"].min()) / spread * house.HEIGHT * 0.8
        shifts.append(max(level_px, shifts[-1] + 17) if shifts else level_px)
    base = (last["value"] - drawn["value"].min()) / spread * house.HEIGHT * 0.8
    last = last.assign(dy=[-(shift - at) for shift, at in zip(shifts, base, strict=True)])
    texts = []
    for _, row in last.iterrows():
        this = row["role"] == "this"
        mark = alt.Chart(pd.DataFrame([{"at": row["at"], "value": row["value"], "area": row["area"]}])).mark_text(
            align="left",
            dx=10,
            dy=float(row["dy"]),
            fontSize=house.TEXT_SIZE,
            color=house.INK,
            opacity=1 if this else house.QUIET,
            fontWeight=700 if this else 400,
        )
        texts.append(mark.encode(x=_x(), y=_y(), text=alt.Text("area:N")))
    return alt.layer(*texts)
