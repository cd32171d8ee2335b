"""Control limits around a benchmark, for areas that publish only a numerator and a denominator."""

from collections.abc import Iterable

import numpy as np

from shcares.domain.vocabulary import Judgement, Polarity, Statistic
from shcares.stats.comparison import judgements_of
from shcares.stats.intervals import exact_interval, wilson_interval
from shcares.stats.levels import CONFIDENCE_95, Interval, Numbers, ObjectArray, floats

RATES = (Statistic.CRUDE_RATE, Statistic.DSR, Statistic.ISR)


def control_limits(
    benchmark: Numbers,
    denominator: Numbers,
    *,
    statistic: Statistic,
    multiplier: float,
    confidence: float = CONFIDENCE_95,
) -> Interval:
    """Where chance alone would leave an area of this size if it shared the benchmark; in the benchmark's unit.

    Proportion: Wilson limits with x = p₀·n. Rate: exact Poisson limits of the expected count E = p₀·n, over n. p₀ is
    the benchmark over `multiplier`. Legal: benchmark ≥ 0 (a proportion ≤ multiplier), n > 0; NaN elsewhere. Raises
    ValueError for a statistic that is neither. Rule: Fingertips, comparison by statistical process control.
    """
    n = floats(denominator)
    n = np.where(n > 0, n, np.nan)
    expected = floats(benchmark) / multiplier * n
    if statistic is Statistic.PROPORTION:
        limits = wilson_interval(expected, n, confidence=confidence)
        return Interval(limits.lower * multiplier, limits.upper * multiplier)
    if statistic in RATES:
        limits = exact_interval(expected, confidence=confidence)
        return Interval(limits.lower / n * multiplier, limits.upper / n * multiplier)
    raise ValueError(f"control limits need a proportion or a rate; found {statistic.value}")


def spc_judgements(
    count: Numbers,
    denominator: Numbers,
    benchmark: Numbers,
    *,
    statistic: Statistic,
    multiplier: float,
    polarity: Polarity | Iterable[str],
    confidence: float = CONFIDENCE_95,
) -> ObjectArray:
    """Judgement of each count / denominator × multiplier against the control limits; on a limit is similar.

    Use it only where no interval is published or derivable; not compared where anything is missing or illegal.
    """
    limits = control_limits(benchmark, denominator, statistic=statistic, multiplier=multiplier, confidence=confidence)
    n = floats(denominator)
    value = floats(count) / np.where(n > 0, n, np.nan) * multiplier
    legal = (value >= 0) & ~np.isnan(limits.lower)
    side = np.where(legal, (value > limits.upper) * 1.0 - (value < limits.lower) * 1.0, np.nan)
    return judgements_of(side, polarity)


def spc_judge(
    count: float | None,
    denominator: float | None,
    benchmark: float | None,
    *,
    statistic: Statistic,
    multiplier: float,
    polarity: Polarity,
    confidence: float = CONFIDENCE_95,
) -> Judgement:
    """Judgement of one area against the control limits; see `spc_judgements`."""
    x, n, point = floats([count, denominator, benchmark])
    judged = spc_judgements(
        x, n, point, statistic=statistic, multiplier=multiplier, polarity=polarity, confidence=confidence
    )
    return Judgement(judged.item())


def why_not_controlled(count: float | None, denominator: float | None, benchmark: float | None) -> str | None:
    """Which side is missing when `spc_judge` says not compared; None when the comparison can be made."""
    if count is None or not count >= 0:
        return "there is no count for this area"
    if denominator is None or not denominator > 0:
        return "there is no denominator for this area"
    return "there is no value for the comparator" if benchmark is None or not benchmark >= 0 else None
