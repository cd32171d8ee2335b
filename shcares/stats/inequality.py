"""Slope and relative index of inequality, and the share that would go if everyone had the least-deprived rate."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from scipy import special

from shcares.stats.levels import CONFIDENCE_95, Z_95, FloatArray, Numbers, floats
from shcares.stats.results import Result

FEWEST_QUANTILES, MOST_QUANTILES = 5, 100
REPETITIONS = 100_000
SEED = 2004
"""Fixed, so that the same figures always give the same interval."""


class Kind(StrEnum):
    """What the values are, which settles the scale the line is fitted on."""

    VALUE = "value"
    RATE = "rate"
    PROPORTION = "proportion"


@dataclass(frozen=True)
class Inequality:
    """Slope index (least minus most deprived, in the unit of the values) and relative index (least over most)."""

    sii: Result
    rii: Result


@dataclass(frozen=True)
class _Scale:
    there: Callable[[FloatArray], FloatArray]
    back: Callable[[FloatArray], FloatArray]


_SCALES = {
    Kind.VALUE: _Scale(np.asarray, np.asarray),
    Kind.RATE: _Scale(np.log, np.exp),
    Kind.PROPORTION: _Scale(special.logit, special.expit),
}
_DOMAINS = {Kind.VALUE: (-np.inf, np.inf), Kind.RATE: (0.0, np.inf), Kind.PROPORTION: (0.0, 1.0)}


def slope_and_relative_index(
    values: Numbers,
    populations: Numbers,
    lower: Numbers | None = None,
    upper: Numbers | None = None,
    *,
    kind: Kind,
    multiplier: float = 1.0,
    repetitions: int = REPETITIONS,
    seed: int = SEED,
) -> Inequality:
    """SII and RII over quantiles given in order, the most deprived first, with simulated 95 % intervals.

    a = pop/Σpop, b = Σ_{j<i}aⱼ + aᵢ/2; √a·f(y) = α√a + β·b√a; SII = f⁻¹(α + β) − f⁻¹(α), RII = f⁻¹(α + β)/f⁻¹(α);
    f is the identity, ln for rates, logit for proportions. Interval: each f(y) drawn from N(f(y), se), se = (f(U) −
    f(L))/(2·1.95996), refitted, percentiles. `multiplier` brings a percentage to (0, 1), 100, and the SII back.
    Without intervals the indices have none. Refused: fewer than 5 or more than 100 quantiles, one missing, a
    population ≤ 0, a rate ≤ 0, a proportion outside (0, 1); the RII also where the fitted most-deprived end is ≤ 0.
    Low & Low, J Public Health 2004;26:388–395; R package PHEindicatormethods, phe_sii.
    """
    y, n, limits = floats(values) / multiplier, floats(populations), _limits(lower, upper, multiplier)
    reason = _why_refused(y, n, limits, kind)
    if reason:
        return Inequality(Result.refused(reason), Result.refused(reason))
    ends = _ends(_SCALES[kind].there(y), n, kind)
    drawn = None if limits is None else _ends(_draws(y, limits, kind, repetitions, seed), n, kind)
    slope = _with_interval(ends[1] - ends[0], None if drawn is None else drawn[1] - drawn[0], multiplier)
    if not ends[0] > 0 or (drawn is not None and not (drawn[0] > 0).all()):
        return Inequality(slope, Result.refused("the fitted value at the most deprived end is not above 0"))
    return Inequality(slope, _with_interval(ends[1] / ends[0], None if drawn is None else drawn[1] / drawn[0], 1.0))


def attributable_to_deprivation(
    values: Numbers,
    populations: Numbers,
    lower: Numbers | None = None,
    upper: Numbers | None = None,
    *,
    kind: Kind = Kind.RATE,
    multiplier: float = 1.0,
    repetitions: int = REPETITIONS,
    seed: int = SEED,
) -> Result:
    """Population attributable risk: how much lower, in percent, overall would be at the least-deprived rate.

    Σpᵢ(rᵢ/r_least − 1) / (1 + Σpᵢ(rᵢ/r_least − 1)) × 100, p = pop/Σpop; say beside it that it assumes cause. For
    rates or proportions of something bad, most deprived first. Refusals and interval as `slope_and_relative_index`.
    ScotPHO, Measuring health inequalities: population attributable risk.
    """
    y, n, limits = floats(values) / multiplier, floats(populations), _limits(lower, upper, multiplier)
    reason = "a share needs a rate or a proportion" if kind is Kind.VALUE else _why_refused(y, n, limits, kind)
    if reason:
        return Result.refused(reason)
    share = n / n.sum()
    drawn = None if limits is None else _SCALES[kind].back(_draws(y, limits, kind, repetitions, seed))
    return _with_interval(_attributable(y, share), None if drawn is None else _attributable(drawn, share), 1.0)


def _attributable(values: FloatArray, share: FloatArray) -> FloatArray:
    excess = ((values / values[..., -1:] - 1) * share).sum(axis=-1)
    return np.asarray(excess / (1 + excess) * 100)


def _limits(lower: Numbers | None, upper: Numbers | None, multiplier: float) -> FloatArray | None:
    """Lower limits over upper limits, an end that was not given being NaN; None when neither was given."""
    if lower is None and upper is None:
        return None
    low, high = (floats(np.nan if limit is None else limit) / multiplier for limit in (lower, upper))
    return np.stack(np.broadcast_arrays(low, high))


def _ends(transformed: FloatArray, populations: FloatArray, kind: Kind) -> tuple[FloatArray, FloatArray]:
    """Fitted values at relative rank 0 (most deprived) and 1 (least), one for each row of `transformed`."""
    a = populations / populations.sum()
    b = np.cumsum(a) - a / 2
    centred = b - (a * b).sum()
    slope = transformed @ (a * centred) / (a * centred**2).sum()
    start = transformed @ a - slope * (a * b).sum()
    back = _SCALES[kind].back
    return back(start), back(start + slope)


def _draws(values: FloatArray, limits: FloatArray, kind: Kind, repetitions: int, seed: int) -> FloatArray:
    there = _SCALES[kind].there
    error = np.diff(there(limits), axis=0)[0] / (2 * Z_95)
    return np.asarray(there(values) + _standard_normals(repetitions, values.size, seed) * error)


@lru_cache(maxsize=4)
def _standard_normals(repetitions: int, quantiles: int, seed: int) -> FloatArray:
    """Drawn once for all figures of a kind: drawing is half of the cost, and the seed is the same for all."""
    return np.random.default_rng(seed).standard_normal((repetitions, quantiles))


def _with_interval(value: FloatArray, drawn: FloatArray | None, multiplier: float) -> Result:
    if drawn is None:
        return Result.of(float(value) * multiplier)
    tail = (1 - CONFIDENCE_95) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail]) * multiplier
    return Result.of(float(value) * multiplier, float(low), float(high))


def _why_refused(values: FloatArray, populations: FloatArray, limits: FloatArray | None, kind: Kind) -> str | None:
    if not FEWEST_QUANTILES <= values.size <= MOST_QUANTILES:
        return f"{FEWEST_QUANTILES} to {MOST_QUANTILES} quantiles are needed; there are {values.size}"
    if values.shape != populations.shape or np.isnan(values).any():
        return "a quantile is missing"
    if not (populations > 0).all():
        return "a quantile has no population"
    bottom, top = _DOMAINS[kind]
    if not ((values > bottom) & (values < top)).all():
        return f"a {kind.value} is not between {bottom:g} and {top:g}"
    if limits is None:
        return None
    if limits.shape[1:] != values.shape:
        return "a quantile is missing"
    if not ((limits > bottom) & (limits < top)).all():
        return f"a confidence limit is missing or not between {bottom:g} and {top:g}"
    inside = (limits[0] <= values) & (values <= limits[1])
    return None if inside.all() else "a quantile lies outside its own confidence interval"
