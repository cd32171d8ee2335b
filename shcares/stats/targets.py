"""Where a measure stands today against its target; nothing here projects."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from shcares.domain.vocabulary import Status
from shcares.stats.levels import floats


class Direction(StrEnum):
    """Which way a target asks the measure to go."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class TargetStatus:
    """The status and, when there is no usable target, why."""

    status: Status
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
