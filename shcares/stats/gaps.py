"""The inequality gap in words: its size, the end that is worse off, and whether it changed."""

from dataclasses import dataclass
from enum import StrEnum

from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import differ
from shcares.stats.results import Result


class WorseOff(StrEnum):
    """Which end of the deprivation scale has the worse figure."""

    MOST_DEPRIVED = "most_deprived"
    LEAST_DEPRIVED = "least_deprived"
    NEITHER = "neither"


class GapChange(StrEnum):
    """What happened to a gap between two periods."""

    WIDENED = "widened"
    NARROWED = "narrowed"
    REVERSED = "reversed"
    NO_CLEAR_CHANGE = "no_clear_change"
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True)
class Gap:
    """The gap as a positive number, in the unit of the values, and who is worse off."""

    size: float
    worse_off: WorseOff


def gap(sii: Result, polarity: Polarity) -> Gap | None:
    """The gap of a slope index (least minus most deprived); None where there is no index.

    Worse off is neither at 0 or under neutral polarity.
    """
    if sii.value is None:
        return None
    if sii.value == 0 or polarity is Polarity.NEUTRAL:
        return Gap(abs(sii.value), WorseOff.NEITHER)
    most = (sii.value > 0) == (polarity is Polarity.HIGH_IS_GOOD)
    return Gap(abs(sii.value), WorseOff.MOST_DEPRIVED if most else WorseOff.LEAST_DEPRIVED)


def gap_change(earlier: Result, later: Result) -> GapChange:
    """Whether a gap widened or narrowed: said only when the two slope indices' intervals separate.

    Reversed when both exclude 0 on opposite sides; not compared where an index or an interval is missing.
    """
    if earlier.value is None or later.value is None:
        return GapChange.NOT_COMPARED
    difference = differ(later.lower, later.upper, earlier.lower, earlier.upper)
    if difference is Judgement.NOT_COMPARED:
        return GapChange.NOT_COMPARED
    if difference is Judgement.SIMILAR:
        return GapChange.NO_CLEAR_CHANGE
    if _side_of_zero(earlier) * _side_of_zero(later) < 0:
        return GapChange.REVERSED
    return GapChange.WIDENED if abs(later.value) > abs(earlier.value) else GapChange.NARROWED


def _side_of_zero(sii: Result) -> int:
    """+1 or −1 where the interval excludes 0, else 0; only for an index with an interval."""
    return int((sii.lower or 0) > 0) - int((sii.upper or 0) < 0)
