"""Confidence intervals of a proportion, a count, a crude rate and a mean."""

import numpy as np
from scipy import special

from shcares.domain.vocabulary import CiMethod
from shcares.stats.levels import CONFIDENCE_95, FloatArray, Interval, Numbers, ObjectArray, floats, z_of

SMALLEST_BYAR_COUNT = 10
"""Below this Byar's approximation is replaced by the exact limits (APHO Technical Briefing 3, 2008, p. 7)."""


def wilson_interval(count: Numbers, denominator: Numbers, *, confidence: float = CONFIDENCE_95) -> Interval:
    """Wilson score interval of a proportion, as fractions of 1.

    (2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²)). Legal: 0 ≤ x ≤ n, n > 0; x need not be whole. Multiply by 100
    last. NaN elsewhere. Wilson, J Am Stat Assoc 1927;22:209–212; APHO Technical Briefing 3, 2008, p. 6.
    """
    x, n = np.broadcast_arrays(floats(count), floats(denominator))
    legal = (n > 0) & (x >= 0) & (x <= n)
    x, n = np.where(legal, x, np.nan), np.where(legal, n, np.nan)
    z = z_of(confidence)
    middle = 2 * x + z**2
    reach = z * np.sqrt(z**2 + 4 * x * (1 - x / n))
    lower, upper = (middle - reach) / (2 * (n + z**2)), (middle + reach) / (2 * (n + z**2))
    return Interval(np.where(x == 0, 0.0, lower), np.where(x == n, 1.0, upper))


def byar_interval(count: Numbers, *, confidence: float = CONFIDENCE_95) -> Interval:
    """Byar's approximate Poisson limits of a count.

    x(1 − 1/(9x) − z/(3√x))³ and (x+1)(1 − 1/(9(x+1)) + z/(3√(x+1)))³. Legal: x > 0, meant for x ≥ 10; a negative
    lower limit becomes 0. NaN elsewhere. Breslow & Day, Statistical Methods in Cancer Research II, 1987, p. 69.
    """
    x = floats(count)
    x = np.where(x > 0, x, np.nan)
    z = z_of(confidence)
    lower = x * np.maximum(0.0, 1 - 1 / (9 * x) - z / (3 * np.sqrt(x))) ** 3
    upper = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * np.sqrt(x + 1))) ** 3
    return Interval(lower, upper)


def exact_interval(count: Numbers, *, confidence: float = CONFIDENCE_95) -> Interval:
    """Exact Poisson limits of a count.

    χ²(α/2; 2x)/2, which is 0 at x = 0, and χ²(1 − α/2; 2x + 2)/2; half a χ² quantile with 2k degrees of freedom is
    the gamma quantile with shape k. Legal: x ≥ 0; NaN elsewhere. Armitage & Berry, Statistical Methods in Medical
    Research, 4th edn 2002; Breslow & Day 1987, p. 70.
    """
    x = floats(count)
    x = np.where(x >= 0, x, np.nan)
    tail = (1 - confidence) / 2
    positive = np.where(x == 0, 1.0, x)
    lower = np.where(x == 0, 0.0, special.gammaincinv(positive, tail))
    return Interval(lower, np.asarray(special.gammaincinv(x + 1, 1 - tail), dtype=np.float64))


def poisson_interval(count: Numbers, *, confidence: float = CONFIDENCE_95) -> Interval:
    """Limits of a count: exact below 10, Byar from 10 (APHO Technical Briefing 3, p. 7). NaN where x < 0."""
    x = floats(count)
    exact, byar = exact_interval(x, confidence=confidence), byar_interval(x, confidence=confidence)
    small = x < SMALLEST_BYAR_COUNT
    return Interval(np.where(small, exact.lower, byar.lower), np.where(small, exact.upper, byar.upper))


def poisson_method(count: Numbers) -> ObjectArray:
    """The method `poisson_interval` used for each count: CiMethod exact, byar, or none where x is missing or < 0."""
    x = floats(count)
    names = np.array([CiMethod.NONE, CiMethod.EXACT, CiMethod.BYAR], dtype=object)
    chosen = np.select([x >= SMALLEST_BYAR_COUNT, x >= 0], [2, 1], default=0)
    return np.asarray(names[chosen], dtype=object)


def rate_interval(
    count: Numbers, denominator: Numbers, *, multiplier: float, confidence: float = CONFIDENCE_95
) -> Interval:
    """Limits of a crude rate, per `multiplier` people: the limits of the count / n × multiplier.

    Legal: x ≥ 0, n > 0; NaN elsewhere. Not for repeat events (one person, many admissions): those are not Poisson
    and this interval would be too narrow. APHO Technical Briefing 3, p. 7.
    """
    n = floats(denominator)
    scale = multiplier / np.where(n > 0, n, np.nan)
    limits = poisson_interval(count, confidence=confidence)
    return Interval(limits.lower * scale, limits.upper * scale)


def mean_interval(
    mean: Numbers, standard_deviation: Numbers, n: Numbers, *, confidence: float = CONFIDENCE_95
) -> Interval:
    """Student t interval of a mean, in the unit of the mean: x̄ ∓ t(1 − α/2; n − 1)·s/√n.

    s is the sample standard deviation (divisor n − 1). Legal: s ≥ 0, n ≥ 2; NaN elsewhere. APHO Technical
    Briefing 3, p. 7.
    """
    s, size = floats(standard_deviation), floats(n)
    s, size = np.where(s >= 0, s, np.nan), np.where(size >= 2, size, np.nan)
    reach: FloatArray = special.stdtrit(size - 1, 1 - (1 - confidence) / 2) * s / np.sqrt(size)
    return Interval(floats(mean) - reach, floats(mean) + reach)
