"""The runway as numbers: its lines by period, and what lies beyond them as series of their own."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd

from shcares.charts import plots
from shcares.charts.runway import Course, Mark
from shcares.domain.plots import Plot, Series, Values
from shcares.style import palette


def runway_plot(
    observations: pd.DataFrame, course: Course, *, ahead: Mapping[str, pd.Timestamp], axis: str, decimals: int
) -> Plot:
    """The published lines, then the path (or the baseline alone), the target and the limits of the projection.

    `ahead` has the periods after the last published one, to that of the target. Path and projection are read off the
    lines drawn, on each period's own date; a target is one point, in the last period.
    """
    drawn = observations.dropna(subset=["value"])
    published = plots.lines_plot(drawn, axis=axis, decimals=decimals)
    first = drawn.groupby("period")["at"].min()
    dates = {name: pd.Timestamp(first[name]) for name in published.categories} | dict(ahead)
    more = (None,) * (len(dates) - len(published.categories))
    series = [
        replace(one, values=one.values + more, lower=_longer(one.lower, more), upper=_longer(one.upper, more))
        for one in published.series
    ]
    beyond = [*_path(course, dates), *_target(course, dates), *_projection(course, dates)]
    return replace(published, series=(*series, *beyond), categories=tuple(dates))


def _longer(limits: Values, more: Values) -> Values:
    return limits + more if limits else ()


def _path(course: Course, dates: Mapping[str, pd.Timestamp]) -> list[Series]:
    if len(course.path):
        return [Series("Required path", _read(course.path, "value", dates), palette.TARGET, dashed=True)]
    return _point("Baseline", course.baseline, dates)


def _target(course: Course, dates: Mapping[str, pd.Timestamp]) -> list[Series]:
    return _point("Target", course.target, dates)


def _point(name: str, mark: Mark | None, dates: Mapping[str, pd.Timestamp]) -> list[Series]:
    """A printed figure as one point in its own period; nothing where that is none of those shown."""
    if mark is None or mark.at not in dates.values():
        return []
    return [Series(name, tuple(mark.value if at == mark.at else None for at in dates.values()), palette.TARGET)]


def _projection(course: Course, dates: Mapping[str, pd.Timestamp]) -> list[Series]:
    if course.fan.empty:
        return []
    return [
        Series(f"Projection {share}% {side}", _read(course.fan, f"{side}_{share}", dates), palette.ACCENT, dashed=True)
        for share, side in product((50, 95), ("lower", "upper"))
    ]


def _read(line: pd.DataFrame, column: str, dates: Mapping[str, pd.Timestamp]) -> Values:
    """The drawn line's height on each date; None on dates it does not reach."""
    first, last = line["at"].iloc[0], line["at"].iloc[-1]
    since = [(at - first) / pd.Timedelta(days=1) for at in line["at"]]
    return tuple(
        float(np.interp((at - first) / pd.Timedelta(days=1), since, line[column])) if first <= at <= last else None
        for at in dates.values()
    )
