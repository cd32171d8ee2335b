"""How two figures of the same areas go together: correlation, rank correlation and a straight line with its band."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from scipy import special, stats

from shcares.stats.levels import CONFIDENCE_95, Z_95, FloatArray, Interval, Numbers, floats
from shcares.stats.results import Result

FEWEST_PAIRS = 5
_ROUNDING = 1e-12
"""Values that differ by less, relative to their size, are the same figure worked out twice."""


@dataclass(frozen=True)
class Line:
    """A straight line through `pairs` pairs; `intercept` is None exactly when `slope` was refused.

    The other fields carry the band: the mean of x, Σ(x − x̄)² and the residual variance RSS/(n − 2).
    """

    slope: Result
    intercept: float | None
    pairs: int
    mean: float = np.nan
    spread: float = np.nan
    scatter: float = np.nan

    @classmethod
    def refused(cls, reason: str, pairs: int) -> Self:
        """No line, and why; `at` and `band` then give NaN."""
        return cls(Result.refused(reason), None, pairs)

    def at(self, x: Numbers) -> FloatArray:
        """The fitted y at each x; NaN where there is no line."""
        if self.slope.value is None or self.intercept is None:
            return np.full(floats(x).shape, np.nan)
        return np.asarray(self.intercept + self.slope.value * floats(x))

    def band(self, x: Numbers) -> Interval:
        """95 % limits of the line itself, not of single areas: ŷ ∓ t(n − 2)·√(s²(1/n + (x − x̄)²/Σ(x − x̄)²))."""
        if self.slope.value is None:
            return Interval(self.at(x), self.at(x))
        leverage = 1 / self.pairs + (floats(x) - self.mean) ** 2 / self.spread
        reach = _student(self.pairs) * np.sqrt(self.scatter * leverage)
        return Interval(self.at(x) - reach, self.at(x) + reach)


def correlation(x: Numbers, y: Numbers) -> Result:
    """Pearson's r with its 95 % interval, tanh(artanh r ∓ 1.96/√(n − 3)); no unit, −1 to 1.

    Every pair weighs the same and one with a missing half is left out. Refused: fewer than 5 pairs, a figure that
    is the same everywhere. Raises ValueError where x and y differ in length. Of areas, not of the people in them,
    and no sign of cause. Fisher, Metron 1921;1:3–32.
    """
    a, b = _pairs(x, y)
    reason = _why_refused(a, b)
    return Result.refused(reason) if reason else _about(_pearson(a, b), 1 / (len(a) - 3))


def rank_correlation(x: Numbers, y: Numbers) -> Result:
    """Spearman's ρ with its 95 % interval, tanh(artanh ρ ∓ 1.96·√((1 + ρ²/2)/(n − 3))); ties take their mean rank.

    Moved by no outlier and by no change of scale. Refusals as `correlation`. Bonett & Wright, Psychometrika
    2000;65:23–28.
    """
    a, b = _pairs(x, y)
    reason = _why_refused(a, b)
    if reason:
        return Result.refused(reason)
    rho = _pearson(stats.rankdata(a), stats.rankdata(b))
    return _about(rho, (1 + rho**2 / 2) / (len(a) - 3))


def fitted_line(x: Numbers, y: Numbers) -> Line:
    """Ordinary least squares of y on x, with the slope's 95 % interval β ∓ t(n − 2)·√(s²/Σ(x − x̄)²).

    The slope is in units of y for one unit of x. Pairs, refusals and errors as `correlation`; pairs on one exact line
    have limits without width. Draw it only between the least and the greatest x. Weisberg, Applied Linear Regression,
    chapter 2.
    """
    a, b = _pairs(x, y)
    reason = _why_refused(a, b)
    if reason:
        return Line.refused(reason, len(a))
    mean = float(a.mean())
    spread = float(((a - mean) ** 2).sum())
    slope = float(((a - mean) * (b - b.mean())).sum()) / spread
    residuals = b - b.mean() - slope * (a - mean)
    scatter = float((residuals**2).sum()) / (len(a) - 2)
    reach = _student(len(a)) * float(np.sqrt(scatter / spread))
    found = Result.of(slope, slope - reach, slope + reach)
    return Line(found, float(b.mean()) - slope * mean, len(a), mean, spread, scatter)


def direction(found: Result) -> int:
    """+1 or −1 where the 95 % interval of a correlation or a slope excludes 0; 0 where it does not or is missing."""
    if found.lower is None or found.upper is None:
        return 0
    return int(found.lower > 0) - int(found.upper < 0)


def _pairs(x: Numbers, y: Numbers) -> tuple[FloatArray, FloatArray]:
    a, b = floats(x), floats(y)
    if a.ndim != 1 or a.shape != b.shape:
        raise ValueError(f"x has the shape {a.shape} and y {b.shape}; expected two columns of one length")
    known = np.isfinite(a) & np.isfinite(b)
    return a[known], b[known]


def _why_refused(a: FloatArray, b: FloatArray) -> str | None:
    if len(a) < FEWEST_PAIRS:
        return f"{FEWEST_PAIRS} pairs are needed; there {'is' if len(a) == 1 else 'are'} {len(a)}"
    for name, values in (("first", a), ("second", b)):
        if np.ptp(values) <= _ROUNDING * np.abs(values).max():
            return f"the {name} figure is the same everywhere"
    return None


def _pearson(a: FloatArray, b: FloatArray) -> float:
    first, second = a - a.mean(), b - b.mean()
    r = (first / np.linalg.norm(first)) @ (second / np.linalg.norm(second))
    return float(np.clip(r, -1, 1))


def _about(r: float, variance: float) -> Result:
    """The interval of r that is even on Fisher's scale; at −1 and 1 it has no width."""
    if abs(r) == 1:
        return Result.of(r, r, r)
    low, high = np.tanh(np.arctanh(r) + np.array([-1, 1]) * Z_95 * np.sqrt(variance))
    return Result.of(r, float(low), float(high))


def _student(pairs: int) -> float:
    return float(special.stdtrit(pairs - 2, (1 + CONFIDENCE_95) / 2))
