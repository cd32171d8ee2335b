"""The ends and steps of an axis, chosen here so that slides of one figure share them and no interval is cut off."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from shcares.domain.plots import Plot, PlotKind

_STEPS = (1, 2, 2.5, 5, 10)
_MOST_STEPS = 8
_HEADROOM = 0.06


@dataclass(frozen=True)
class Scale:
    """Where an axis begins and ends, and how far apart its figures stand."""

    low: float
    high: float
    step: float


def scale_of(plot: Plot) -> Scale:
    """The axis of the values, with room for every interval and for the words beside the longest bar."""
    reach = _sums(plot) if plot.kind is PlotKind.STACKED else _reach(plot)
    room = 0.0 if plot.kind is PlotKind.STACKED else _HEADROOM
    return rounded(reach, from_zero=plot.from_zero or plot.kind not in (PlotKind.LINES, PlotKind.POINTS), room=room)


def x_scale_of(plot: Plot) -> Scale:
    """The axis along the foot of a plot of points."""
    return rounded([x for series in plot.series for x in series.x if x is not None], from_zero=False, room=0)


def rounded(values: list[float], *, from_zero: bool, room: float) -> Scale:
    """Round ends beyond all values; from nought or across it where wished."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    span = (high - low) or abs(high) or 1.0
    low = low - room * span if low < 0 or (not from_zero and low < room * span) else low
    high = high + room * span if high > 0 else high
    step = _step(high - low or span)
    return Scale(_tidy(math.floor(low / step + _NEAR) * step), _tidy(math.ceil(high / step - _NEAR) * step), step)


_NEAR = 1e-9


def _tidy(value: float) -> float:
    return round(value, 10) + 0.0


def _step(span: float) -> float:
    size = 10 ** math.floor(math.log10(span / _MOST_STEPS))
    return next(_tidy(size * step) for step in _STEPS if span / (size * step) <= _MOST_STEPS + _NEAR)


def _reach(plot: Plot) -> list[float]:
    rows = [row for series in plot.series for row in (series.values, series.lower, series.upper)]
    return _held(value for row in rows for value in row)


def _sums(plot: Plot) -> list[float]:
    whole = zip(*(series.values for series in plot.series), strict=True)
    held = [_held(parts) for parts in whole]
    return [sum(part for part in parts if part > 0) for parts in held] + [
        sum(part for part in parts if part < 0) for parts in held
    ]


def _held(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]
