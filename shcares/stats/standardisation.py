"""Directly standardised rates (Dobson) and indirectly standardised ratios."""

from typing import NamedTuple

import numpy as np

from shcares.stats.intervals import poisson_interval
from shcares.stats.levels import CONFIDENCE_95, FloatArray, Numbers, floats
from shcares.stats.results import Result

ESP_2013 = (
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
)  # fmt: skip
"""European Standard Population 2013, ages 0–4, 5–9, …, 85–89, 90+ (Eurostat 2013); their sum is 100,000."""

FEWEST_EVENTS = 10
"""A directly standardised rate on fewer events is unreliable: neither value nor interval is given."""


class Standardised(NamedTuple):
    """Rates or ratios with their limits, element by element; NaN where they cannot be computed."""

    value: FloatArray
    lower: FloatArray
    upper: FloatArray


def direct_rates(
    counts: Numbers,
    populations: Numbers,
    *,
    weights: Numbers = ESP_2013,
    multiplier: float = 100_000,
    confidence: float = CONFIDENCE_95,
) -> Standardised:
    """Directly standardised rates per `multiplier`; age bands run along the last axis, areas along the others.

    D = Σwᵢxᵢ/nᵢ / Σwᵢ; Var = Σwᵢ²xᵢ/nᵢ² / (Σwᵢ)²; limits D + √(Var/x)·(Byar(x) − x), x = Σxᵢ. Legal: xᵢ ≥ 0, nᵢ > 0
    in every band; NaN elsewhere and where x < 10. Not for repeat events. Dobson et al., Stat Med 1991;10:457–462.
    """
    x, n, w = floats(counts), floats(populations), floats(weights)
    if not x.shape[-1] == n.shape[-1] == w.shape[-1]:
        raise ValueError(f"{x.shape[-1]} counts, {n.shape[-1]} populations and {w.shape[-1]} weights do not pair")
    x, n = np.where(x >= 0, x, np.nan), np.where(n > 0, n, np.nan)
    total = x.sum(axis=-1)
    total = np.where(total >= FEWEST_EVENTS, total, np.nan)
    share = w / w.sum()
    value = np.where(np.isnan(total), np.nan, (share * x / n).sum(axis=-1))
    variance = (share**2 * x / n**2).sum(axis=-1)
    limits = poisson_interval(total, confidence=confidence)
    spread = np.sqrt(variance / total)
    lower, upper = (value + spread * (limit - total) for limit in limits)
    return Standardised(value * multiplier, lower * multiplier, upper * multiplier)


def dsr(counts: Numbers, populations: Numbers, *, weights: Numbers = ESP_2013, multiplier: float = 100_000) -> Result:
    """One directly standardised rate with its 95 % interval, or why there is none; see `direct_rates`."""
    x, n, bands = floats(counts), floats(populations), floats(weights).size
    if not x.shape == n.shape == (bands,):
        return Result.refused(f"{bands} age bands are needed; {x.size} counts and {n.size} populations given")
    if np.isnan(x).any() or np.isnan(n).any():
        return Result.refused("a count or a population is missing for an age band")
    if (x < 0).any() or (n <= 0).any():
        return Result.refused("a count is below 0 or a population is not above 0")
    if x.sum() < FEWEST_EVENTS:
        return Result.refused(f"fewer than {FEWEST_EVENTS} events in total")
    rates = direct_rates(x, n, weights=weights, multiplier=multiplier)
    return Result.of(*(float(number) for number in rates))


def expected_count(populations: Numbers, reference_rates: Numbers) -> FloatArray:
    """Events expected at the reference population's rates (per person): E = Σnᵢ·λᵢ along the last axis.

    Legal: nᵢ ≥ 0, λᵢ ≥ 0; NaN elsewhere. APHO Technical Briefing 3, p. 8.
    """
    n, rate = floats(populations), floats(reference_rates)
    return np.asarray((np.where(n >= 0, n, np.nan) * np.where(rate >= 0, rate, np.nan)).sum(axis=-1), dtype=np.float64)


def indirect_ratios(
    observed: Numbers, expected: Numbers, *, multiplier: float = 100, confidence: float = CONFIDENCE_95
) -> Standardised:
    """Indirectly standardised ratios, O/E × multiplier (an SMR at 100), limits those of the count O over E.

    Exact limits below 10, else Byar. Legal: O ≥ 0, E > 0; NaN elsewhere. Breslow & Day 1987, ch. 2; APHO
    Technical Briefing 3, p. 8.
    """
    o, e = floats(observed), floats(expected)
    scale = multiplier / np.where(e > 0, e, np.nan)
    limits = poisson_interval(o, confidence=confidence)
    return Standardised(np.where(o >= 0, o, np.nan) * scale, limits.lower * scale, limits.upper * scale)


def isr(observed: float | None, expected: float | None, *, multiplier: float = 100) -> Result:
    """One indirectly standardised ratio with its 95 % interval, or why there is none; see `indirect_ratios`."""
    if observed is None or not observed >= 0:
        return Result.refused("the observed count is missing or below 0")
    if expected is None or not expected > 0:
        return Result.refused("the expected count is missing or not above 0")
    return Result.of(*(float(number) for number in indirect_ratios(observed, expected, multiplier=multiplier)))
