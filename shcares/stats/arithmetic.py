"""The arithmetic of a printed pair: how far a target lies from its baseline, and what the words beside it come to."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from shcares.domain.vocabulary import Asks
from shcares.stats.levels import floats
from shcares.stats.targets import Direction

# Of decimal figures held in binary: 2.675 is a hair below itself, and a half must count as one.
_HAIR = 1e-9


@dataclass(frozen=True)
class Change:
    """How far a target lies from its baseline: in the measure's own unit, and in per cent of the baseline."""

    units: float
    percent: float | None


def change(baseline: float | None, target: float | None) -> Change | None:
    """`units` = target − baseline; `percent` = 100 × units ÷ baseline, None where the baseline is 0 or below.

    None where either figure is missing.
    """
    start, goal = _pair(baseline, target)
    if np.isnan(start) or np.isnan(goal):
        return None
    return Change(goal - start, 100 * (goal - start) / start if start > 0 else None)


def asked(baseline: float | None, kind: Asks, amount: float | None) -> float | None:
    """The target that the words ask for: baseline × (1 + amount ÷ 100), or baseline + amount.

    `amount` is in per cent or in the measure's unit, a fall negative. None where a figure is missing and for words that
    name no amount of their own: to be below or better than someone else is not a number of this pair.
    """
    start, step = _pair(baseline, amount)
    if np.isnan(start) or np.isnan(step):
        return None
    if kind is Asks.CHANGE_PERCENT:
        return start * (1 + step / 100)
    return start + step if kind is Asks.CHANGE_UNITS else None


def follows(target: float | None, asked_for: float | None, decimals: int) -> bool | None:
    """Whether the figure asked for prints as the target at the target's own decimals; a half prints either way.

    None where either is missing.
    """
    goal, wish = _pair(target, asked_for)
    if np.isnan(goal) or np.isnan(wish):
        return None
    return abs(goal - wish) <= _half(decimals) + _HAIR


def rounding_reach(baseline: float, kind: Asks, amount: float, decimals: int) -> tuple[float, float] | None:
    """The figures asked for, lowest and highest, over every baseline that prints as this one at `decimals`.

    None for words that name no amount.
    """
    ends = [asked(baseline + side * _half(decimals), kind, amount) for side in (-1, 1)]
    found = [end for end in ends if end is not None]
    return (min(found), max(found)) if found else None


def is_within_reach(target: float | None, reach: tuple[float, float] | None, decimals: int) -> bool | None:
    """Whether some figure of the reach prints as the target, so that rounding alone could explain a difference."""
    if target is None or reach is None:
        return None
    low, high = reach
    return low - _half(decimals) - _HAIR <= target <= high + _half(decimals) + _HAIR


def is_below(target: float | None, benchmark: float | None) -> bool | None:
    """Whether the target is below the benchmark; equal is not below. None where either is missing."""
    goal, other = _pair(target, benchmark)
    return None if np.isnan(goal) or np.isnan(other) else goal < other


def best(values: Iterable[float], direction: Direction) -> float | None:
    """The highest where the measure should go up, the lowest where it should go down; None of no values."""
    known = [value for value in values if not np.isnan(value)]
    if not known:
        return None
    return max(known) if direction is Direction.UP else min(known)


def is_best(target: float | None, others: Iterable[float], direction: Direction) -> bool | None:
    """Whether the target is at or past the best of the others; equal shares the first place. None where unknown."""
    leader = best(others, direction)
    if target is None or leader is None:
        return None
    return target >= leader if direction is Direction.UP else target <= leader


def _pair(first: float | None, second: float | None) -> tuple[float, float]:
    one, other = floats([first, second])
    return float(one), float(other)


def _half(decimals: int) -> float:
    return float(0.5 * 10.0**-decimals)
