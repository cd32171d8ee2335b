"""The layers of every chart over time: pandemic years, interval band, lines, points, names at the ends of lines."""

import json
from collections.abc import Mapping
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house
from shcares.charts.key import key_lines
from shcares.style import palette

THIS, COMPARATOR = "this", "comparator"
_LABEL_GAP, _FILLED = 18.0, 0.85
_SHORT, _A_YEAR = 9, pd.Timedelta(days=372)
MIDDLE = "a published figure, in the middle of its years"
"""What a dot of a pooled period stands for, on an axis of calendar years."""

Dashes = Mapping[str, tuple[int, int]]


def x(field: str = "at:T") -> alt.X:
    """Time, labelled every year, or every second or fourth where there is no room."""
    ticks = {"interval": "year", "step": 1}
    return alt.X(field, axis=house.axis(None, grid=False, format="%Y", tickCount=ticks, labelOverlap="parity"))


def period_layer(drawn: pd.DataFrame) -> house.Drawing:
    """An unseen layer that labels time with the periods themselves, each under its points, which stand in its middle.

    Columns needed: `at`, `period`. Where there is no room every second label is left out, or more.
    """
    held = drawn.drop_duplicates("period").sort_values("at")
    days = [f"{at:%Y-%m-%d}" for at in held["at"]]
    names = json.dumps({day: _two_lines(period) for day, period in zip(days, held["period"], strict=True)})
    axis = house.axis(
        None,
        grid=False,
        values=[
            {"year": at.year, "month": at.month, "date": at.day, "hours": at.hour, "minutes": at.minute}
            for at in held["at"]
        ],
        labelExpr=f"({names})[timeFormat(datum.value, '%Y-%m-%d')]",
        labelOverlap="parity",
    )
    return alt.Chart(held[["at"]]).mark_point(opacity=0, size=0).encode(x=alt.X("at:T", axis=axis))


def _two_lines(period: str) -> list[str]:
    """`2013/14` over `to 2015/16`, `Index year` over `2021`; a short one in one line."""
    if len(period) <= _SHORT:
        return [period]
    first, _, last = period.partition(" to ")
    return [first, f"to {last}"] if last else [words for words in period.rpartition(" ")[::2] if words]


def key(drawn: pd.DataFrame) -> list[str]:
    """What dot, band and upright line stand for, as lines of a subtitle."""
    together = _this(drawn)["together"]
    band = {"Band": "its 95% interval"} if (together > 1).any() else {}
    alone = {"Upright line": "its 95% interval"} if (together == 1).any() else {}
    return key_lines({"Dot": "a published figure"} | band | alone)


def is_pooled(drawn: pd.DataFrame) -> bool:
    """Whether any point stands for more than about a year."""
    return bool(((drawn["period_end"] - drawn["period_start"]) > _A_YEAR).any())


def y(field: str = "value:Q") -> alt.Y:
    """The values, on a scale that holds them all and starts where they do."""
    return alt.Y(field, axis=house.axis(None, tickCount=6), scale=alt.Scale(zero=False, nice=True, padding=12))


def pandemic_layers(drawn: pd.DataFrame) -> list[house.Drawing]:
    """The pandemic years shaded and named; none where no point is marked."""
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


def band_layers(drawn: pd.DataFrame) -> list[house.Drawing]:
    """The interval of this area as a band, and as a rule where a point beside one without stands alone."""
    this = _this(drawn)
    shapes = (
        (this["together"] > 1, alt.MarkDef(type="area", color=palette.ACCENT, opacity=0.18)),
        (this["together"] == 1, alt.MarkDef(type="rule", color=palette.ACCENT, opacity=0.6, strokeWidth=2)),
    )
    return [
        alt.Chart(this[chosen], mark=mark).encode(
            x=x(),
            y=y("lower_ci:Q"),
            y2=alt.Y2("upper_ci:Q"),
            detail=[alt.Detail("run:N"), alt.Detail("stretch:N")],
        )
        for chosen, mark in shapes
        if chosen.any()
    ]


def _this(drawn: pd.DataFrame) -> pd.DataFrame:
    """This area's rows in order, with how many neighbours, itself among them, are in one `stretch` of intervals."""
    this = drawn[drawn["role"] == THIS].sort_values("at")
    held = this["lower_ci"].notna() & this["upper_ci"].notna()
    stretch = (held != held.shift()).cumsum()
    length = held.groupby([this["run"], stretch]).transform("size")
    return this.assign(stretch=stretch, together=length.where(held, 0))


def line_layers(drawn: pd.DataFrame, role: str, *, dashes: Dashes | None = None) -> list[house.Drawing]:
    """One line an area, broken at each change of `run`; comparators thin and grey, dashed as `dashes` says by area."""
    chosen = drawn[drawn["role"] == role]
    colour, width = (palette.ACCENT, 3.0) if role == THIS else (palette.COMPARATOR, 1.75)
    layers: list[house.Drawing] = []
    for area, rows in chosen.groupby("area", sort=False):
        solid = (dashes or {}).get(str(area), (1, 0))
        line = alt.Chart(rows).mark_line(color=colour, strokeWidth=width, strokeDash=list(solid))
        dots = alt.Chart(rows).mark_point(color=colour, filled=True, size=18 if role == COMPARATOR else 0, opacity=1)
        layers += [line.encode(x=x(), y=y(), detail=alt.Detail("run:N")), dots.encode(x=x(), y=y())]
    return layers


def point_layers(drawn: pd.DataFrame, decimals: int) -> list[house.Drawing]:
    """The points of this area, each with its figure on hover."""
    this = drawn[drawn["role"] == THIS]
    if this.empty:
        return []
    tips = [
        alt.Tooltip("area:N", title="Area"),
        alt.Tooltip("period:N", title="Period"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("interval:N", title="95% interval"),
    ]
    points = alt.Chart(this).mark_point(color=palette.ACCENT, filled=True, size=70, opacity=1)
    return [points.encode(x=x(), y=y(), tooltip=tips)]


def end_labels(
    drawn: pd.DataFrame, *, extent: tuple[float, float] | None = None, keep_clear: float | None = None
) -> list[house.Drawing]:
    """Each area's name at the end of its line, moved apart where two would meet.

    `extent` is the range of the axis where more than these lines is drawn; `keep_clear` a value with a name of its own.
    """
    last = drawn.sort_values("at").groupby("area", as_index=False).tail(1).sort_values("value")
    numbers = drawn[["value", "lower_ci", "upper_ci"]].to_numpy(dtype=float)
    low, high = extent or (float(np.nanmin(numbers)), float(np.nanmax(numbers)))

    def pixel_of(value: float) -> float:
        return (value - low) / (high - low or 1.0) * house.HEIGHT * _FILLED

    pixels = [pixel_of(value) for value in last["value"].astype(float)]
    taken = pixel_of(keep_clear) if keep_clear is not None else -np.inf
    placed: list[float] = []
    for pixel in pixels:
        free = max(pixel, placed[-1] + _LABEL_GAP) if placed else pixel
        placed.append(taken + 2 * _LABEL_GAP if taken - _LABEL_GAP < free < taken + 2 * _LABEL_GAP else free)
    rows = last.to_dict("records")
    return [_label(row, raised=place - pixel) for row, place, pixel in zip(rows, placed, pixels, strict=True)]


def _label(row: Mapping[Any, Any], *, raised: float) -> house.Drawing:
    this = row["role"] == THIS
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
    return text.encode(x=x(), y=y(), text=alt.Text("area:N"))
