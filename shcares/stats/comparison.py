"""Better, similar or worse than a benchmark, in three levels and in five; and whether two estimates differ."""

from collections.abc import Iterable
from enum import StrEnum

import numpy as np

from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.levels import FloatArray, Numbers, ObjectArray, floats


class FiveLevel(StrEnum):
    """Outside 95 % limits is better or worse; outside 99.8 % limits too is best or worst."""

    BEST = "best"
    BETTER = "better"
    SIMILAR = "similar"
    WORSE = "worse"
    WORST = "worst"
    HIGHEST = "highest"
    HIGHER = "higher"
    LOWER = "lower"
    LOWEST = "lowest"
    NOT_COMPARED = "not_compared"


GOOD_SIDE = {Polarity.HIGH_IS_GOOD: 1, Polarity.LOW_IS_GOOD: -1, Polarity.NEUTRAL: 0}

_THREE = np.array(list(Judgement), dtype=object)
_FIVE = {
    Judgement.BETTER: FiveLevel.BEST,
    Judgement.WORSE: FiveLevel.WORST,
    Judgement.HIGHER: FiveLevel.HIGHEST,
    Judgement.LOWER: FiveLevel.LOWEST,
}


def side_of(value: Numbers, lower: Numbers, upper: Numbers, benchmark: Numbers) -> FloatArray:
    """+1 where the whole interval lies above the benchmark, −1 below, 0 where lower ≤ benchmark ≤ upper.

    NaN where any of the four is missing or the value lies outside its own interval.
    """
    v, low, high, point = (floats(given) for given in (value, lower, upper, benchmark))
    valid = (low <= v) & (v <= high) & ~np.isnan(point)
    return np.where(valid, (low > point) * 1.0 - (high < point) * 1.0, np.nan)


def judgements_of(side: Numbers, polarity: Polarity | Iterable[str]) -> ObjectArray:
    """The Judgement of each side (+1 above, −1 below, 0 similar, NaN not compared) under one polarity or one each."""
    if isinstance(polarity, Polarity):
        good = np.asarray(GOOD_SIDE[polarity])
    else:
        good = np.array([GOOD_SIDE[Polarity(one)] for one in polarity], dtype=int)
    s = floats(side)
    words = list(Judgement)
    cases = [
        (np.isnan(s), Judgement.NOT_COMPARED),
        (s == 0, Judgement.SIMILAR),
        (s * good > 0, Judgement.BETTER),
        (s * good < 0, Judgement.WORSE),
        (s > 0, Judgement.HIGHER),
        (s < 0, Judgement.LOWER),
    ]
    conditions = [np.broadcast_to(when, np.broadcast(s, good).shape) for when, _ in cases]
    return np.asarray(_THREE[np.select(conditions, [words.index(word) for _, word in cases])], dtype=object)


def judgements(
    value: Numbers, lower: Numbers, upper: Numbers, benchmark: Numbers, *, polarity: Polarity | Iterable[str]
) -> ObjectArray:
    """Judgement of each value: its 95 % interval against the benchmark's point value, limits included.

    lower ≤ benchmark ≤ upper is similar; otherwise the side and the polarity give better or worse, or higher or
    lower under neutral polarity. All in one unit. Not compared where a value, an interval or the benchmark is missing,
    or the value lies outside its interval. Rule: Fingertips, comparison by single confidence interval.
    """
    return judgements_of(side_of(value, lower, upper, benchmark), polarity)


def judge(
    value: float | None, lower: float | None, upper: float | None, benchmark: float | None, *, polarity: Polarity
) -> Judgement:
    """Judgement of one value; `why_not_compared` says what is missing when it is not compared. See `judgements`."""
    side = side_of(*floats([value, lower, upper, benchmark]))
    return Judgement(judgements_of(side, polarity).item())


def why_not_compared(
    value: float | None, lower: float | None, upper: float | None, benchmark: float | None
) -> str | None:
    """Which side is missing when `judge` says not compared; None when the comparison can be made."""
    v, low, high, point = floats([value, lower, upper, benchmark])
    if np.isnan(v):
        return "there is no value for this area"
    if np.isnan(low) or np.isnan(high):
        return "there is no confidence interval for this area"
    if not low <= v <= high:
        return "the value for this area lies outside its own confidence interval"
    return "there is no value for the comparator" if np.isnan(point) else None


def five_level_judgements(side_95: Numbers, side_998: Numbers, *, polarity: Polarity | Iterable[str]) -> ObjectArray:
    """FiveLevel of each value, from `side_of` its 95 % and `side_of` its 99.8 % interval.

    Outside 95 % but inside 99.8 % is better or worse; outside both is best or worst (highest or lowest when neutral).
    Not compared where either side is.
    """
    inner, outer = np.broadcast_arrays(floats(side_95), floats(side_998))
    three = judgements_of(np.where(np.isnan(outer), np.nan, inner), polarity)
    extreme = np.broadcast_to((outer == inner) & (outer != 0), three.shape)
    pairs = zip(three.ravel().tolist(), extreme.ravel().tolist(), strict=True)
    named = [_FIVE[word] if far else FiveLevel(word.value) for word, far in pairs]
    return np.array(named, dtype=object).reshape(three.shape)


def judge_five(
    value: float | None,
    interval_95: tuple[float | None, float | None],
    interval_998: tuple[float | None, float | None],
    benchmark: float | None,
    *,
    polarity: Polarity,
) -> FiveLevel:
    """FiveLevel of one value; see `five_level_judgements`."""
    inner, outer = (side_of(*floats([value, *interval, benchmark])) for interval in (interval_95, interval_998))
    return FiveLevel(five_level_judgements(inner, outer, polarity=polarity).item())


def differ(
    lower: float | None,
    upper: float | None,
    other_lower: float | None,
    other_upper: float | None,
    *,
    polarity: Polarity = Polarity.NEUTRAL,
) -> Judgement:
    """How the first of two estimates differs from the second: only where their intervals do not overlap.

    Touching or overlapping intervals are similar (say "no clear difference"), a missing limit is not compared. Two
    periods, or two areas that are both estimates. Stricter than a test of the difference, by intent (Fingertips).
    """
    low, high, other_low, other_high = floats([lower, upper, other_lower, other_upper])
    valid = low <= high and other_low <= other_high
    side = float(low > other_high) - float(high < other_low) if valid else np.nan
    return Judgement(judgements_of(side, polarity).item())
