"""The runway: a published series, where it started, the path it would have to take, and where it is heading."""

import textwrap
from dataclasses import dataclass, field
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house, lines
from shcares.charts.key import key_lines
from shcares.style import palette

_EMPTY = pd.DataFrame()
_WRAP, _LINE = 30, 17
_PLACES = 3
_NEAR, _ROOM, _LONGEST_LINE = 0.2, 0.38, 68
"""Shares of the width that the longest name and a note beside the lines take; letters in a line of a subtitle."""
_RULE = pd.Timedelta(days=190)


@dataclass(frozen=True)
class Mark:
    """A printed figure in time: its date, its value in the unit of the series, and what is written at it."""

    at: pd.Timestamp
    value: float
    label: str


@dataclass(frozen=True)
class Course:
    """What is drawn beyond the published points.

    `path`: columns `at`, `value`. `fan`: columns `at`, `lower_50`, `upper_50`, `lower_95`, `upper_95`. Either may be
    empty; `instead` then says why, in the place where it would be. `ends` is the right end of the time axis.
    """

    ends: pd.Timestamp
    path: pd.DataFrame = field(default_factory=lambda: _EMPTY)
    fan: pd.DataFrame = field(default_factory=lambda: _EMPTY)
    baseline: Mark | None = None
    target: Mark | None = None
    instead: str = ""


def runway_chart(
    observations: pd.DataFrame,
    course: Course,
    *,
    finding: str,
    subtitle: str,
    decimals: int,
    dashes: lines.Dashes,
) -> house.Drawing:
    """The series of `trend_chart` (same columns) on a time axis that reaches the target's year, with its course.

    `dashes` gives each comparator's dash by its name. Empty input draws "no data".
    """
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("nothing is published for this measure")
    layers = [
        *lines.pandemic_layers(drawn),
        *_fan(course.fan),
        *lines.band_layers(drawn),
        *lines.line_layers(drawn, lines.COMPARATOR, dashes=dashes),
        *_path(course.path),
        *lines.line_layers(drawn, lines.THIS),
        *lines.point_layers(drawn, decimals),
        *_marks(course, drawn),
        *_names(drawn, course),
        *_instead(course, drawn),
    ]
    return alt.layer(_span(drawn, course), *layers).properties(
        height=house.HEIGHT, title=house.title(finding, _subtitle(subtitle, course, drawn))
    )


def _span(drawn: pd.DataFrame, course: Course) -> house.Drawing:
    """An unseen layer that stretches the time axis from the first period to the end of the target's year."""
    ends = pd.DataFrame({"at": [drawn["period_start"].min(), course.ends]})
    return alt.Chart(ends).mark_point(opacity=0, size=0).encode(x=lines.x())


def _fan(fan: pd.DataFrame) -> list[house.Drawing]:
    if fan.empty:
        return []
    chart = alt.Chart(fan)
    return [
        chart.mark_area(color=palette.ACCENT, opacity=opacity).encode(
            x=lines.x(), y=lines.y(f"lower_{share}:Q"), y2=alt.Y2(f"upper_{share}:Q")
        )
        for share, opacity in ((95, 0.13), (50, 0.26))
    ]


def _path(path: pd.DataFrame) -> list[house.Drawing]:
    if path.empty:
        return []
    line = alt.Chart(path).mark_line(color=palette.TARGET, strokeWidth=2.5, strokeDash=[7, 5])
    return [line.encode(x=lines.x(), y=lines.y())]


def _marks(course: Course, drawn: pd.DataFrame) -> list[house.Drawing]:
    layers: list[house.Drawing] = []
    if course.baseline:
        ring = alt.Chart(_of(course.baseline)).mark_point(
            shape="diamond", size=150, filled=False, strokeWidth=2.5, color=palette.TARGET, opacity=1
        )
        name = alt.Chart(_of(course.baseline)).mark_text(
            fontSize=house.TEXT_SIZE - 1, color=house.INK, **_off_the_line(course.baseline, drawn)
        )
        layers += [
            ring.encode(x=lines.x(), y=lines.y()),
            name.encode(x=lines.x(), y=lines.y(), text=alt.Text("label:N")),
        ]
    if course.target:
        at = _of(course.target).assign(since=course.target.at - _RULE, until=course.target.at + _RULE)
        rule = alt.Chart(at).mark_rule(strokeWidth=5, color=palette.TARGET)
        text = alt.Chart(at).mark_text(
            align="right", baseline="bottom", dy=-6, fontSize=house.TEXT_SIZE, fontWeight=700, color=house.INK
        )
        layers += [
            rule.encode(x=lines.x("since:T"), x2=alt.X2("until:T"), y=lines.y()),
            text.encode(x=lines.x("until:T"), y=lines.y(), text=alt.Text("label:N")),
        ]
    return layers


def _off_the_line(baseline: Mark, drawn: pd.DataFrame) -> dict[str, Any]:
    """Where the baseline's name stands clear of the line through it: over a peak, under a dip, else left of a slope."""
    own = drawn[drawn["role"] == lines.THIS].sort_values("at")
    before = own.loc[own["at"] < baseline.at, "value"].tail(1)
    after = own.loc[own["at"] > baseline.at, "value"].head(1)
    higher_before, higher_after = (bool((one > baseline.value).any()) for one in (before, after))
    below = higher_after if before.empty else higher_before
    slopes = not before.empty and (after.empty or higher_before != higher_after)
    side = {"align": "right", "dx": -7} if slopes else {"align": "center", "dx": 0}
    return side | ({"baseline": "top", "dy": 11} if below else {"baseline": "bottom", "dy": -11})


def _of(mark: Mark) -> pd.DataFrame:
    return pd.DataFrame({"at": [mark.at], "value": [mark.value], "label": [mark.label]})


def _names(drawn: pd.DataFrame, course: Course) -> list[house.Drawing]:
    """Each area's name at the end of its line; where the fan takes that place, beside the line well left of it.

    This area's name stands on the side its line turns away from; a comparator's above where its line runs higher than
    the others there, below where it runs lower.
    """
    if course.fan.empty:
        return lines.end_labels(drawn, extent=_extent(drawn, course), keep_clear=_target_beside(drawn, course))
    this = drawn[drawn["role"] == lines.THIS].sort_values("at")
    layers = [_name(this, 0, above=bool(this["value"].iloc[:2].is_monotonic_decreasing), bold=True)]
    others = drawn[drawn["role"] == lines.COMPARATOR].sort_values("at")
    for place, (_, rows) in enumerate(others.groupby("area", sort=False), 1):
        position = (len(rows) - 1) * min(place, _PLACES) // (_PLACES + 1)
        near = drawn.loc[drawn["at"] == rows["at"].iloc[position], "value"]
        layers.append(_name(rows, position, above=bool(rows["value"].iloc[position] >= near.median()), bold=False))
    return layers


def _target_beside(drawn: pd.DataFrame, course: Course) -> float | None:
    """The target's value where its label stands so near the ends of the lines that names could touch it."""
    first, last = drawn["period_start"].min(), drawn["at"].max()
    near = (course.ends - last) / (course.ends - first) < _NEAR
    return course.target.value if course.target and near else None


def _name(rows: pd.DataFrame, position: int, *, above: bool, bold: bool) -> house.Drawing:
    text = alt.Chart(rows.iloc[[position]][["at", "value", "area"]]).mark_text(
        align="left",
        baseline="bottom" if above else "top",
        dy=-9 if above else 9,
        fontSize=house.TEXT_SIZE,
        fontWeight=700 if bold else 400,
        color=house.INK,
        opacity=1 if bold else house.QUIET,
    )
    return text.encode(x=lines.x(), y=lines.y(), text=alt.Text("area:N"))


def _instead(course: Course, drawn: pd.DataFrame) -> list[house.Drawing]:
    """Why there is no path or projection, in its place at the right, above or below wherever the lines leave room."""
    if not course.instead or not _room_beside(drawn, course):
        return []
    above = _roomier_above(drawn, course)
    wrapped = _balanced(course.instead)
    words = alt.Chart(pd.DataFrame({"at": [course.ends], "text": ["\n".join(wrapped)]})).mark_text(
        align="right",
        baseline="top" if above else "bottom",
        dy=0 if above else -_LINE * (len(wrapped) - 0.5),
        lineBreak="\n",
        lineHeight=_LINE,
        fontSize=house.TEXT_SIZE - 1,
        color=house.INK,
        opacity=house.QUIET,
        fontStyle="italic",
    )
    return [words.encode(x=lines.x(), y=alt.value(_LINE if above else "height"), text=alt.Text("text:N"))]


def _balanced(text: str) -> list[str]:
    """Lines of about one length, no more of them than are needed, so that no word stands alone under the others."""
    widest = textwrap.wrap(text, _WRAP)
    longest = max(len(word) for word in text.split())
    tried = (textwrap.wrap(text, width) for width in range(longest, _WRAP))
    return next((lines for lines in tried if len(lines) <= len(widest)), widest)


def _subtitle(subtitle: str, course: Course, drawn: pd.DataFrame) -> list[str]:
    """Measure and unit, where dots of pooled years stand, and why there is no path if lines leave it no room."""
    pooled = key_lines({"Dot": lines.MIDDLE}) if lines.is_pooled(drawn) else []
    if not course.instead or _room_beside(drawn, course):
        return [subtitle, *pooled]
    return [subtitle, *pooled, *textwrap.wrap(course.instead, _LONGEST_LINE)]


def _room_beside(drawn: pd.DataFrame, course: Course) -> bool:
    first, last = drawn["period_start"].min(), drawn["at"].max()
    return bool((course.ends - last) / (course.ends - first) > _ROOM)


def _extent(drawn: pd.DataFrame, course: Course) -> tuple[float, float]:
    """Lowest and highest of everything drawn."""
    numbers = drawn[["value", "lower_ci", "upper_ci"]].to_numpy(dtype=float)
    printed = [mark.value for mark in (course.baseline, course.target) if mark]
    return float(np.nanmin([np.nanmin(numbers), *printed])), float(np.nanmax([np.nanmax(numbers), *printed]))


def _roomier_above(drawn: pd.DataFrame, course: Course) -> bool:
    low, high = _extent(drawn, course)
    late = drawn[drawn["at"] >= drawn["at"].quantile(2 / 3)]["value"]
    ends = [late.min(), late.max(), *([course.target.value] if course.target else [])]
    return bool(high - max(ends) > min(ends) - low)
