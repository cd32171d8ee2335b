"""What a part carries more of than the whole it is in: tested shares, counted shares, several read together."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from shcares.stats.comparison import side_of
from shcares.stats.intervals import wilson_interval
from shcares.stats.levels import CONFIDENCE_998, FloatArray, Interval, Numbers, floats

RELEVANT = 5.0
"""Percentage points that two complete counts must lie apart to be worth a word: one person in twenty. A choice."""


class Carried(StrEnum):
    """How much a part carries beside the whole; `MIXED` is said only of several measures read together."""

    MORE = "more"
    MIXED = "mixed"
    CANNOT_TELL = "cannot_tell"
    ALIKE = "alike"
    LESS = "less"
    NOT_COMPARED = "not_compared"


_SIDES = {1.0: Carried.MORE, 0.0: Carried.CANNOT_TELL, -1.0: Carried.LESS}


class Multiples(NamedTuple):
    """Each part's share over that of the whole, with the limits of the part's own interval over it too."""

    times: FloatArray
    limits: Interval


def multiples(
    count: Numbers,
    denominator: Numbers,
    whole_count: Numbers,
    whole_denominator: Numbers,
    *,
    confidence: float = CONFIDENCE_998,
) -> Multiples:
    """x/n over X/N, and the Wilson limits of x/n over X/N, so that 1 is as much as the whole.

    The whole is taken as a point, as Fingertips takes a benchmark, so 1 lies outside these limits exactly when X/N lies
    outside the Wilson interval. Legal: 0 ≤ x ≤ n, n > 0, 0 < X ≤ N; NaN elsewhere.
    """
    x, n, whole = floats(count), floats(denominator), _share(whole_count, whole_denominator)
    point = np.where(whole > 0, whole, np.nan)
    wilson = wilson_interval(x, n, confidence=confidence)
    limits = Interval(wilson.lower / point, wilson.upper / point)
    return Multiples(np.where(np.isnan(limits.lower), np.nan, _share(x, n) / point), limits)


def times_the_rest(
    count: Numbers, denominator: Numbers, whole_count: Numbers, whole_denominator: Numbers
) -> FloatArray:
    """x/n over (X − x)/(N − n): how a part stands beside the rest of the whole, which it does not draw to itself.

    Legal: 0 ≤ x < X, 0 < n < N; NaN elsewhere.
    """
    rest = _share(floats(whole_count) - floats(count), floats(whole_denominator) - floats(denominator))
    return _share(count, denominator) / np.where(rest > 0, rest, np.nan)


def _share(count: Numbers, denominator: Numbers) -> FloatArray:
    x, n = floats(count), floats(denominator)
    legal = (n > 0) & (x >= 0) & (x <= n)
    return np.where(legal, x, np.nan) / np.where(legal, n, np.nan)


def verdicts(held: Multiples) -> list[Carried]:
    """More or less where the whole interval lies on one side of 1, which included is no telling."""
    sides = np.atleast_1d(side_of(held.times, held.limits.lower, held.limits.upper, 1.0))
    return [Carried.NOT_COMPARED if np.isnan(side) else _SIDES[float(side)] for side in sides]


def counted_verdict(differences: Numbers, *, relevant: float = RELEVANT) -> Carried:
    """Of one share counted in several ways (beyond several lines), by its differences from the whole in points.

    Complete counts have no sampling error, so nothing is tested: more or less needs a difference of at least `relevant`
    in one way and none that points the other way; where one does, the answer hangs on the line drawn, so no telling.
    Alike: none reaches `relevant`. A missing difference: not compared. Raises ValueError unless `relevant` > 0.
    """
    if not relevant > 0:
        raise ValueError(f"relevant is {relevant}; expected more than 0")
    apart = np.atleast_1d(floats(differences))
    if apart.size == 0 or np.isnan(apart).any():
        return Carried.NOT_COMPARED
    if not (np.abs(apart) >= relevant).any():
        return Carried.ALIKE
    if (apart > 0).any() and (apart < 0).any():
        return Carried.CANNOT_TELL
    return Carried.MORE if apart.max() > 0 else Carried.LESS


def together(each: Iterable[Carried]) -> Carried:
    """Several measures of one thing: more where some are more and none less; mixed where both occur.

    Without either: no telling if that is said of any, alike if all compared are, else not compared.
    """
    said = set(each)
    if {Carried.MORE, Carried.LESS} <= said or Carried.MIXED in said:
        return Carried.MIXED
    order = (Carried.MORE, Carried.LESS, Carried.CANNOT_TELL, Carried.ALIKE)
    return next((one for one in order if one in said), Carried.NOT_COMPARED)


def by_chance(tests: int, *, confidence: float = CONFIDENCE_998) -> float:
    """How many of so many tests stand out when nothing differs: tests × (1 − confidence)."""
    return tests * (1 - confidence)
