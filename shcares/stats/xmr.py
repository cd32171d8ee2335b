"""XmR control charts for monthly or quarterly series: limits and the four signs of special cause."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shcares.stats.levels import FloatArray, Numbers, floats

FEWEST_POINTS = 13
LIMIT_FACTOR = 2.66
"""3/d₂ with d₂ = 1.128: three sigma from the mean moving range of two (Wheeler & Chambers 1992)."""
SIGMA_FACTOR = LIMIT_FACTOR / 3
RUN = 7

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True)
class XmR:
    """An XmR chart; `reason` is filled, and all else empty, when it cannot be drawn."""

    mean: float | None
    lower: float | None
    upper: float | None
    outside: BoolArray
    trend: BoolArray
    shift: BoolArray
    near_limit: BoolArray
    reason: str | None

    @property
    def special_cause(self) -> BoolArray:
        """Points that any of the four rules marks."""
        return self.outside | self.trend | self.shift | self.near_limit


def xmr(values: Numbers) -> XmR:
    """XmR chart of a series in time order, evenly spaced, without gaps.

    mean ∓ 2.66·mR̄, mR̄ the mean absolute step between neighbours. Special cause: a point outside the limits; 7 in a row
    rising or falling; 7 in a row on one side of the mean; 2 of 3 in a row beyond 2σ on the same side. At least 13
    points, none missing; otherwise `reason` says so. The lower limit is not cut at 0.
    """
    x = floats(values)
    if x.size < FEWEST_POINTS:
        return _refused(f"{FEWEST_POINTS} points are needed for a control chart; there are {x.size}")
    if np.isnan(x).any():
        return _refused("the series has a gap")
    mean, moving_range = float(x.mean()), float(np.abs(np.diff(x)).mean())
    reach = LIMIT_FACTOR * moving_range
    side = np.sign(x - mean)
    step = np.sign(np.diff(x))
    far = 2 * SIGMA_FACTOR * moving_range
    return XmR(
        mean=mean,
        lower=mean - reach,
        upper=mean + reach,
        outside=np.abs(x - mean) > reach,
        trend=_spread_back(_full_windows(step, RUN - 1), RUN),
        shift=_spread_back(_full_windows(side, RUN), RUN),
        near_limit=_two_of_three(x - mean > far) | _two_of_three(mean - x > far),
        reason=None,
    )


def _refused(reason: str) -> XmR:
    nothing = np.zeros(0, dtype=np.bool_)
    return XmR(None, None, None, nothing, nothing, nothing, nothing, reason)


def _full_windows(signs: FloatArray, width: int) -> BoolArray:
    """Whether each window of `width` signs is all +1 or all −1."""
    totals = np.lib.stride_tricks.sliding_window_view(signs, width).sum(axis=-1)
    return np.asarray(np.abs(totals) == width)


def _spread_back(starts: BoolArray, width: int) -> BoolArray:
    """Mark every point of each window that begins at a marked start."""
    return np.convolve(starts, np.ones(width)) > 0


def _two_of_three(beyond: BoolArray) -> BoolArray:
    """Points beyond the line that share a window of three with another one."""
    windows = np.lib.stride_tricks.sliding_window_view(beyond, 3).sum(axis=-1) >= 2
    return beyond & _spread_back(windows, 3)
