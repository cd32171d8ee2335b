"""Recent trend over the last five yearly points, or the sentence that says why it cannot be calculated."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import judgements_of
from shcares.stats.levels import Z_95, FloatArray, Numbers, floats

POINTS = 5
CRITICAL_CHI_SQUARE = 9.5495
"""χ² on 1 degree of freedom at p = 0.002, the 99.8 % level (Fingertips, recent trends)."""
ROUNDING = 1e-12


class TrendDirection(StrEnum):
    """Which way five points went; polarity turns it into getting better or getting worse."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_SIGNIFICANT_CHANGE = "no_significant_change"
    CANNOT_BE_CALCULATED = "cannot_be_calculated"


@dataclass(frozen=True)
class Trend:
    """A recent trend; `reason` is filled when it cannot be calculated, and says so when one point carries it."""

    direction: TrendDirection
    chi_square: float | None = None
    slope: float | None = None
    reason: str | None = None


_SIGNS = {TrendDirection.INCREASING: 1.0, TrendDirection.DECREASING: -1.0, TrendDirection.NO_SIGNIFICANT_CHANGE: 0.0}


def recent_trend(
    years: Sequence[int],
    values: Numbers,
    lower: Numbers,
    upper: Numbers,
    *,
    overlapping: bool,
    breaks: Collection[int] = (),
) -> Trend:
    """Recent trend of a rate, mean, ratio or life expectancy, from its values and 95 % intervals.

    σ = (U − L)/(2·1.959964); β = weighted least-squares slope; χ² = β²/Var(β), Var = S/(S·Sₜₜ − Sₜ²), S = Σ1/σ².
    Significant when χ² > 9.5495 and β keeps its sign with each of the five points left out. Points in time order;
    `years` are first years; `overlapping` says that periods are rolling; `breaks` are the first years after a break.
    Refused: fewer than five points, overlap, a gap, a break, a missing value or interval, an interval without width.
    Source: Fingertips Technical Guidance, recent trends.
    """
    v, low, high = floats(values)[-POINTS:], floats(lower)[-POINTS:], floats(upper)[-POINTS:]
    reason = _why_no_series(years, overlapping, breaks)
    if reason is None and np.isnan(v).any():
        reason = "a value is missing"
    if reason is None and not (high > low).all():
        reason = "a confidence interval is missing or has no width"
    if reason:
        return Trend(TrendDirection.CANNOT_BE_CALCULATED, reason=reason)
    weights = (2 * Z_95 / (high - low)) ** 2
    slopes = _slopes(v, weights)
    t = np.arange(1.0, POINTS + 1)
    total = weights.sum()
    variance = total / (total * (weights * t**2).sum() - (weights * t).sum() ** 2)
    return _verdict(float(slopes[0] ** 2 / variance), slopes)


def recent_trend_of_proportion(
    years: Sequence[int],
    counts: Numbers,
    denominators: Numbers,
    *,
    overlapping: bool,
    breaks: Collection[int] = (),
) -> Trend:
    """Recent trend of a proportion, from its counts and denominators.

    χ² = N(NΣxt − XΣnt)² / [X(N − X)(NΣnt² − (Σnt)²)], N = Σn, X = Σx (Armitage 1955); the direction is the
    least-squares slope of ln(x/(n − x)). Needs 0 < x < n. Otherwise as `recent_trend`.
    """
    x, n = floats(counts)[-POINTS:], floats(denominators)[-POINTS:]
    reason = _why_no_series(years, overlapping, breaks)
    if reason is None and (np.isnan(x).any() or np.isnan(n).any()):
        reason = "a count or a denominator is missing"
    if reason is None and not ((x > 0) & (x < n)).all():
        reason = "a count is 0 or equals its denominator"
    if reason:
        return Trend(TrendDirection.CANNOT_BE_CALCULATED, reason=reason)
    t = np.arange(1.0, POINTS + 1)
    cases, people = x.sum(), n.sum()
    spread = people * (n * t**2).sum() - (n * t).sum() ** 2
    chi_square = people * (people * (x * t).sum() - cases * (n * t).sum()) ** 2 / (cases * (people - cases) * spread)
    return _verdict(float(chi_square), _slopes(np.log(x / (n - x)), np.ones(POINTS)))


def trend_judgement(trend: Trend, polarity: Polarity) -> Judgement:
    """Better = getting better, worse = getting worse, similar = no significant change, not compared = cannot be
    calculated; higher or lower when polarity is neutral."""
    return Judgement(judgements_of(_SIGNS.get(trend.direction, np.nan), polarity).item())


def _slopes(y: FloatArray, weights: FloatArray) -> FloatArray:
    """Weighted slopes on t = 1…5: of all points first, then with each point left out.

    A slope that is only rounding error is 0, so that a level rest after one odd point has no direction.
    """
    t = np.arange(1.0, POINTS + 1)
    kept = np.vstack([np.ones(POINTS), 1 - np.eye(POINTS)]) * weights
    total = kept.sum(axis=1)
    t_mean, y_mean = kept @ t / total, kept @ y / total
    centred = t - t_mean[:, None]
    slopes = (kept * centred * (y - y_mean[:, None])).sum(axis=1) / (kept * centred**2).sum(axis=1)
    return np.where(np.abs(slopes) <= ROUNDING * np.abs(y).max(), 0.0, slopes)


def _verdict(chi_square: float, slopes: FloatArray) -> Trend:
    slope = float(slopes[0])
    steady = bool((np.sign(slopes) == np.sign(slope)).all())
    if chi_square > CRITICAL_CHI_SQUARE and steady and slope != 0:
        direction = TrendDirection.INCREASING if slope > 0 else TrendDirection.DECREASING
        return Trend(direction, chi_square, slope)
    reason = "the direction rests on one point" if chi_square > CRITICAL_CHI_SQUARE else None
    return Trend(TrendDirection.NO_SIGNIFICANT_CHANGE, chi_square, slope, reason)


def _why_no_series(years: Sequence[int], overlapping: bool, breaks: Collection[int]) -> str | None:
    last = list(years)[-POINTS:]
    if overlapping:
        return "the periods overlap, so the points are not independent"
    if len(last) < POINTS:
        return f"{POINTS} points are needed; there are {len(last)}"
    if last != list(range(last[0], last[0] + POINTS)):
        return f"the last {POINTS} points are not consecutive years"
    broken = sorted(year for year in breaks if last[0] < year <= last[-1])
    return f"the series changed in {broken[-1]}; points before and after do not compare" if broken else None
