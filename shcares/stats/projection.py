"""A straight line through independent points carried on to later years, or the sentence that says why there is none."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

import numpy as np
from scipy import special

from shcares.domain.vocabulary import Unit
from shcares.stats.levels import CONFIDENCE_95, Z_95, FloatArray, Interval, Numbers, floats

POINTS = 5
"""The fewest independent points a line is drawn through."""
CONFIDENCE_50 = 0.5
_NOTHING: FloatArray = np.empty(0)
_NOTHING.flags.writeable = False


class Scale(StrEnum):
    """The scale on which a figure is taken to change by the same step every year."""

    LOG = "log"
    LOGIT = "logit"
    IDENTITY = "identity"


_SCALES = {
    Unit.PERCENT: Scale.LOGIT,
    Unit.PER_1000: Scale.LOG,
    Unit.PER_10000: Scale.LOG,
    Unit.PER_100000: Scale.LOG,
}
_WHY_ILLEGAL = {
    Scale.LOG: "a value is 0 or below, so its proportional change cannot be worked out",
    Scale.LOGIT: "a value is not between 0 and 100, so its odds cannot be worked out",
}


@dataclass(frozen=True, eq=False)
class Projection:
    """A line and its prediction limits at the decimal years `at`, in the unit of the values; every array has one shape.

    `points` is how many points the line was fitted to and `weighted` whether by their published intervals.
    `dispersion` is φ ≥ 1 where weighted, otherwise the residual variance on the scale of the fit. `reason` is filled
    exactly when nothing could be projected: the arrays are then empty, `points` 0 and `dispersion` NaN.
    """

    at: FloatArray
    middle: FloatArray
    lower_50: FloatArray
    upper_50: FloatArray
    lower_95: FloatArray
    upper_95: FloatArray
    points: int
    weighted: bool
    dispersion: float
    reason: str | None = None

    @classmethod
    def refused(cls, reason: str) -> Self:
        """No projection, and why."""
        return cls(_NOTHING, _NOTHING, _NOTHING, _NOTHING, _NOTHING, _NOTHING, 0, False, float("nan"), reason)


@dataclass(frozen=True)
class _Line:
    """A weighted straight line; `precision` is Σw, `spread` Σw(t − t̄)², `noise` the variance of a new point over φ."""

    t_mean: float
    y_mean: float
    slope: float
    precision: float
    spread: float
    noise: float
    dispersion: float

    def middle(self, at: FloatArray) -> FloatArray:
        return self.y_mean + self.slope * (at - self.t_mean)

    def error(self, at: FloatArray) -> FloatArray:
        """Standard error of a new point."""
        leverage = 1 / self.precision + (at - self.t_mean) ** 2 / self.spread
        return np.sqrt(self.dispersion * (leverage + self.noise))


def scale_of(unit: Unit) -> Scale:
    """Percentages change on the logit scale, rates per 1,000 and more on the log scale, all else as it stands."""
    return _SCALES.get(unit, Scale.IDENTITY)


def to_scale(values: Numbers, scale: Scale) -> FloatArray:
    """ln v (LOG, v > 0), ln(v/(100 − v)) (LOGIT, 0 < v < 100) or v itself (IDENTITY); NaN where v is not legal."""
    v = floats(values)
    if scale is Scale.LOG:
        return np.log(np.where(v > 0, v, np.nan))
    if scale is Scale.LOGIT:
        return np.asarray(special.logit(np.where((v > 0) & (v < 100), v, np.nan) / 100), dtype=np.float64)
    return v


def from_scale(values: Numbers, scale: Scale) -> FloatArray:
    """`to_scale` undone: back in the unit of the figure."""
    y = floats(values)
    if scale is Scale.LOG:
        return np.exp(y)
    if scale is Scale.LOGIT:
        return np.asarray(100 * special.expit(y), dtype=np.float64)
    return y


def project(
    at: Numbers,
    values: Numbers,
    lower: Numbers,
    upper: Numbers,
    *,
    to: Numbers,
    scale: Scale,
    overlapping: bool,
    breaks: Collection[float] = (),
) -> Projection:
    """Least-squares line y = f(v) on time, carried to the decimal years `to`, with 50 % and 95 % prediction limits.

    With x = (1, t) the limits are f⁻¹(ŷ ± t(n−2)·√(φ(x'(X'WX)⁻¹x + σ²ₙₑᵥ))).
    Weighted, where every point used has a 95 % interval that is legal on the scale, has width and holds the value:
    W = 1/σᵢ², σᵢ = (f(U) − f(L))/(2·1.959964), φ = max(1, Σ((yᵢ − ŷᵢ)/σᵢ)²/(n − 2)). σ²ₙₑᵥ is the mean σᵢ²: the new
    point is taken to be as precise as the points so far usually were. Otherwise W = 1, σ²ₙₑᵥ = 1 and
    φ = s² = RSS/(n − 2); points on one exact line then get limits without width, since scatter is all that is known.

    `at` are the middles of the periods as decimal years, in time order; a gap in them is no fault, since the dates
    themselves are used. Missing values are dropped, and so is what lies before the last of `breaks` (dates of the
    first point after a change). The points of the pandemic stay in: to leave them out would be a choice of ours.
    `lower` and `upper` are 95 % limits, missing where there are none; one NaN may stand for a series without any.
    Units: the arrays are in the unit of the values; LOGIT is for percentages from 0 to 100, LOG for rates.
    Refused, with the reason: periods that overlap, fewer than 5 points, a value that is not legal on the scale.
    Raises ValueError when `at` is not in time order or `to` is empty or missing.
    Sources: Weisberg, Applied Linear Regression (weighted least squares; prediction); McCullagh & Nelder, Generalized
    Linear Models, 2nd edn 1989 (dispersion); Birge, Phys Rev 1932;40:207–227 (errors widened, never narrowed).
    """
    t, ahead = floats(at), np.atleast_1d(floats(to))
    _check_dates(t, ahead)
    v, low, high = (np.broadcast_to(floats(part), t.shape) for part in (values, lower, upper))
    since = t >= max(breaks, default=-np.inf)
    used = since & np.isfinite(v)
    y, y_low, y_high = (to_scale(part[used], scale) for part in (v, low, high))
    reason = _why_no_line(y, overlapping, _since(bool(since.all())), scale)
    if reason:
        return Projection.refused(reason)
    errors = _standard_errors(y, y_low, y_high)
    line = _line(t[used], y, errors)
    half, most = (_limits(line, ahead, len(y), confidence, scale) for confidence in (CONFIDENCE_50, CONFIDENCE_95))
    middle = from_scale(line.middle(ahead), scale)
    return Projection(ahead, middle, *half, *most, len(y), errors is not None, line.dispersion)


def _check_dates(t: FloatArray, ahead: FloatArray) -> None:
    if t.ndim != 1 or not np.isfinite(t).all() or not (np.diff(t) > 0).all():
        raise ValueError(f"the points are dated {t.tolist()}; expected decimal years in time order, each one once")
    if not ahead.size or not np.isfinite(ahead).all():
        raise ValueError(f"to is {ahead.tolist()}; expected the decimal years to project to")


def _why_no_line(y: FloatArray, overlapping: bool, since: str, scale: Scale) -> str | None:
    if overlapping:
        return "the periods overlap, so the points are not independent"
    if len(y) < POINTS:
        return f"{POINTS} independent points are needed; there {'is' if len(y) == 1 else 'are'} {len(y)}{since}"
    return _WHY_ILLEGAL[scale] if np.isnan(y).any() else None


def _since(whole: bool) -> str:
    return "" if whole else " since the series changed"


def _standard_errors(y: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray | None:
    """σ of each point on the scale of the fit; None unless every point has a usable interval."""
    usable = (low <= y) & (y <= high) & (low < high) & np.isfinite(high - low)
    return (high - low) / (2 * Z_95) if usable.all() else None


def _line(t: FloatArray, y: FloatArray, errors: FloatArray | None) -> _Line:
    variances = np.ones_like(y) if errors is None else errors**2
    weights = 1 / variances
    precision = float(weights.sum())
    t_mean, y_mean = float(weights @ t) / precision, float(weights @ y) / precision
    spread = float(weights @ (t - t_mean) ** 2)
    slope = float(weights @ ((t - t_mean) * (y - y_mean))) / spread
    residuals = y - y_mean - slope * (t - t_mean)
    scatter = float(weights @ residuals**2) / (len(y) - 2)
    dispersion = scatter if errors is None else max(1.0, scatter)
    return _Line(t_mean, y_mean, slope, precision, spread, float(variances.mean()), dispersion)


def _limits(line: _Line, at: FloatArray, points: int, confidence: float, scale: Scale) -> Interval:
    reach = special.stdtrit(points - 2, (1 + confidence) / 2) * line.error(at)
    middle = line.middle(at)
    return Interval(from_scale(middle - reach, scale), from_scale(middle + reach, scale))
