"""Funnel plot limits: how far from the benchmark chance alone carries an area, against its denominator."""

import numpy as np
from scipy import special

from shcares.stats.levels import CONFIDENCE_95, Interval, Numbers, floats, z_of


def proportion_funnel(
    benchmark: Numbers, denominator: Numbers, *, multiplier: float = 100, confidence: float = CONFIDENCE_95
) -> Interval:
    """Funnel limits of a proportion, in the benchmark's unit (percent at multiplier 100).

    p₀ ∓ z√(p₀(1 − p₀)/n), cut at 0 and `multiplier`: a point lies outside exactly when its own Wilson interval misses
    the benchmark, so the funnel and `comparison.judge` never disagree. Legal: 0 ≤ p₀ ≤ 1, n > 0; NaN elsewhere.
    Spiegelhalter, Stat Med 2005;24:1185–1202; R package PHEindicatormethods, calculate_funnel_limits.
    """
    p, n = floats(benchmark) / multiplier, floats(denominator)
    p, n = np.where((p >= 0) & (p <= 1), p, np.nan), np.where(n > 0, n, np.nan)
    reach = z_of(confidence) * np.sqrt(p * (1 - p) / n)
    return Interval(np.maximum(0, p - reach) * multiplier, np.minimum(1, p + reach) * multiplier)


def rate_funnel(
    benchmark: Numbers, denominator: Numbers, *, multiplier: float = 100_000, confidence: float = CONFIDENCE_95
) -> Interval:
    """Funnel limits of a rate, in the benchmark's unit (per `multiplier`).

    With E = benchmark·n/multiplier events expected, the limits are the counts O whose own exact Poisson interval just
    reaches E: P(X ≤ O | E) = α/2 below, P(X ≥ O | E) = α/2 above, solved for O as a continuous number. The lower
    limit is 0 where even no event at all is unsurprising. Legal: benchmark > 0, n > 0; NaN elsewhere. Spiegelhalter
    2005; R package PHEindicatormethods, calculate_funnel_limits.
    """
    rate, n = floats(benchmark), floats(denominator)
    n = np.where(n > 0, n, np.nan)
    expected = np.where(rate > 0, rate, np.nan) * n / multiplier
    tail = (1 - confidence) / 2
    none_at_all = np.exp(-expected) >= tail
    below = np.where(none_at_all, 0.0, special.pdtrik(tail, np.where(none_at_all, 100.0, expected)))
    above = special.pdtrik(1 - tail, expected) + 1
    return Interval(below / n * multiplier, above / n * multiplier)


def more_outside_than_chance(outside: int, tested: int, *, confidence: float = CONFIDENCE_95) -> bool:
    """Whether chance alone would leave so many points, or more, outside the limits less often than the limits allow.

    The binomial tail P(X ≥ outside), X of all `tested` points outside at 1 − confidence each, against 1 − confidence.
    True is overdispersion: the points differ by more than chance, and one of them outside says little by itself
    (Spiegelhalter, Stat Med 2005;24:1185–1202, section 5). Raises ValueError unless 0 ≤ outside ≤ tested.
    """
    if not 0 <= outside <= tested:
        raise ValueError(f"{outside} of {tested} points are outside; expected a number from 0 to {tested}")
    return bool(special.bdtrc(outside - 1, tested, 1 - confidence) < 1 - confidence) if outside else False
