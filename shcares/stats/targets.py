"""Where a measure stands against its target, the path to it, the verdict on a projection, and what it would take."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from shcares.domain.vocabulary import Status, Verdict
from shcares.stats.levels import FloatArray, Numbers, floats
from shcares.stats.projection import Projection, Scale

IntArray = NDArray[np.int64]


class Direction(StrEnum):
    """Which way a target asks the measure to go."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class TargetStatus:
    """The status and, when there is no usable target, why."""

    status: Status
    reason: str | None = None


@dataclass(frozen=True)
class TargetVerdict:
    """The verdict and, where there is no usable target or not enough independent data, why."""

    verdict: Verdict
    reason: str | None = None


def status_now(
    value: float | None,
    target: float | None,
    *,
    direction: Direction | None,
    lower: float | None = None,
    upper: float | None = None,
) -> TargetStatus:
    """Status of one value against its target, all in one unit.

    Without an interval: at or past the target is met, else not met. With one: the whole interval at or past the
    target is met, the target inside it is uncertain, else not met; so a value past its target can be uncertain. Equal
    counts as met. No target, no direction, no value, or half an interval: no usable target, with the reason.
    """
    v, goal, low, high = floats([value, target, lower, upper]).tolist()
    reason = _why_unusable(v, goal, low, high, direction)
    if reason:
        return TargetStatus(Status.NO_USABLE_TARGET, reason)
    if np.isnan(low):
        low = high = v
    sign = 1 if direction is Direction.UP else -1
    nearest, farthest = sorted((sign * (low - goal), sign * (high - goal)))
    if nearest >= 0:
        return TargetStatus(Status.MET)
    return TargetStatus(Status.UNCERTAIN if farthest >= 0 else Status.NOT_MET)


def required_path(
    baseline: float | None, target: float | None, *, start: float, end: float, at: Numbers, scale: Scale
) -> FloatArray:
    """Where the measure should be at the decimal years `at` to go from baseline to target at one constant pace.

    B·(T/B)^((t − t₀)/(t_T − t₀)) for rates and percentages (LOG, LOGIT), B + (T − B)(t − t₀)/(t_T − t₀) for years and
    scores (IDENTITY); the shape of `at`, in the unit of baseline and target. NaN before `start` and after `end`, where
    the plan asks for nothing; NaN throughout when either end is missing, or on LOG and LOGIT is 0 or below.
    Raises ValueError unless start < end. A design choice: the plan prints two ends and no path.
    """
    _check_span(start, end)
    first, last = _ends(baseline, target, scale)
    t = floats(at)
    share = (np.where((t >= start) & (t <= end), t, np.nan) - start) / (end - start)
    if scale is Scale.IDENTITY:
        return np.asarray(first + (last - first) * share, dtype=np.float64)
    return np.asarray(first * (last / first) ** share, dtype=np.float64)


def yearly_change(
    baseline: float | None, target: float | None, *, start: float, end: float, scale: Scale
) -> float | None:
    """The constant change a year that `required_path` asks for.

    (T/B)^(1/(t_T − t₀)) − 1, a proportion such as −0.034, on LOG and LOGIT; (T − B)/(t_T − t₀), in units a year, on
    IDENTITY. None where there is no path. Raises ValueError unless start < end.
    """
    _check_span(start, end)
    first, last = _ends(baseline, target, scale)
    change = (last - first) / (end - start) if scale is Scale.IDENTITY else (last / first) ** (1 / (end - start)) - 1
    return None if np.isnan(change) else float(change)


def verdict(
    status: TargetStatus, projection: Projection | None, target: float | None, *, direction: Direction | None
) -> TargetVerdict:
    """What the projection says of the target at its last `at`, once today's `status` has had the first word.

    No usable target stays that, with its reason; a target met today is met; no projection is not enough independent
    data, with its reason. Else by the 50 % prediction limits: the target inside them, edges included, is too close to
    call; both limits past it is on course; both short of it is off course. `target` is in the unit of the projection.
    Raises ValueError when a status that speaks of a target comes without target or direction.
    """
    if status.status is Status.NO_USABLE_TARGET:
        return TargetVerdict(Verdict.NO_USABLE_TARGET, status.reason)
    if status.status is Status.MET:
        return TargetVerdict(Verdict.MET)
    if target is None or np.isnan(target) or direction is None:
        raise ValueError(f"status {status.status} with target {target} and direction {direction}; expected both")
    if projection is None or projection.reason:
        reason = projection.reason if projection else "the measure has not been projected"
        return TargetVerdict(Verdict.NOT_ENOUGH_DATA, reason)
    low, high = float(projection.lower_50[-1]), float(projection.upper_50[-1])
    if low <= target <= high:
        return TargetVerdict(Verdict.TOO_CLOSE)
    past = low > target if direction is Direction.UP else high < target
    return TargetVerdict(Verdict.ON_COURSE if past else Verdict.OFF_COURSE)


def shortfall(
    value: float | None,
    target: float | None,
    *,
    direction: Direction | None,
    population: float | None,
    multiplier: float,
) -> float | None:
    """How many people or events a year fewer (DOWN) or more (UP) it would take to be at the target: never negative.

    (value − target)·population/multiplier, signed so that it is short of the target, and 0 when met. `multiplier` is
    what the rate is per: 100 for a percentage. Not rounded: see `rounded`. None when anything is missing or the
    population is below 0. Raises ValueError unless multiplier > 0.
    """
    if not multiplier > 0:
        raise ValueError(f"multiplier is {multiplier}; expected what the rate is per, such as 100")
    v, goal, people = floats([value, target, population]).tolist()
    if np.isnan(v - goal) or direction is None or not people >= 0:
        return None
    short = goal - v if direction is Direction.UP else v - goal
    return max(0.0, float(short * people / multiplier))


def shortfall_range(
    value: float | None,
    target: float | None,
    *,
    direction: Direction | None,
    populations: tuple[float | None, float | None],
    multiplier: float,
) -> tuple[float, float] | None:
    """`shortfall` where the population is only known to lie between two numbers, as (lowest, highest).

    None when anything is missing. Raises ValueError when the bounds are the wrong way round.
    """
    fewest, most = (
        shortfall(value, target, direction=direction, population=population, multiplier=multiplier)
        for population in populations
    )
    if fewest is None or most is None:
        return None
    if fewest > most:
        raise ValueError(f"the population lies between {populations}; expected the lower bound first")
    return fewest, most


def rounded(count: float) -> int:
    """A computed count of people as honestly as it is known: whole below 100, to two significant figures from there.

    Halves go up. Above 0 and below 1 it is 1, since no fewer than one person would close the gap; so only 0 gives 0.
    Raises ValueError on a count that is negative or not finite.
    """
    if not 0 <= count < np.inf:
        raise ValueError(f"count is {count}; expected a number of people or events, 0 or more")
    if count < 1:
        return int(count > 0)
    step = 1 if count < 100 else 10 ** (len(str(int(count))) - 2)
    return int(np.floor(count / step + 0.5)) * step


def allocation(total: int, weights: Numbers) -> IntArray:
    """A whole number shared out in proportion to the weights (list sizes), in whole numbers that add up to it.

    Largest-remainder method: each part is total·wᵢ/Σw rounded down, and what is left goes one by one to the largest
    remainders, the earlier first when they tie; worked in fractions, so no rounding error decides a tie. An allocation
    on paper, not a measurement. Raises ValueError on a total below 0, a weight that is missing or below 0, or weights
    that sum to 0. Hamilton's method: Balinski & Young, Fair Representation, 1982.
    """
    w = np.atleast_1d(floats(weights))
    if total < 0 or not (np.isfinite(w) & (w >= 0)).all() or not w.sum() > 0:
        raise ValueError(f"{total} in proportion to {w.tolist()}; expected 0 or more, and weights with a sum above 0")
    shares = [total * Fraction(weight) / sum(map(Fraction, w.tolist())) for weight in w.tolist()]
    parts = np.array([int(share) for share in shares], dtype=np.int64)
    by_remainder = sorted(range(len(shares)), key=lambda i: int(shares[i]) - shares[i])
    parts[by_remainder[: total - int(parts.sum())]] += 1
    return parts


def _check_span(start: float, end: float) -> None:
    if not start < end:
        raise ValueError(f"the path runs from {start} to {end}; expected decimal years, the start first")


def _ends(baseline: float | None, target: float | None, scale: Scale) -> tuple[float, float]:
    """Both ends of a path, NaN unless both can carry it."""
    first, last = floats([baseline, target]).tolist()
    legal = scale is Scale.IDENTITY or (first > 0 and last > 0)
    return (first, last) if legal else (float("nan"), float("nan"))


def _why_unusable(value: float, target: float, lower: float, upper: float, direction: Direction | None) -> str | None:
    if np.isnan(target):
        return "the measure has no target"
    if direction is None:
        return "the target does not say which way is better"
    if np.isnan(value):
        return "there is no current value"
    if np.isnan(lower) and np.isnan(upper):
        return None
    return None if lower <= value <= upper else "the interval is incomplete or does not hold the value"
