"""Confidence levels, their z values, and the array shapes every module shares."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

Numbers = ArrayLike | Sequence[float | None]
"""What every vectorised function takes: a number, a list, an array or a column; None and NaN are missing."""

FloatArray = NDArray[np.float64]
ObjectArray = NDArray[np.object_]

CONFIDENCE_95 = 0.95
CONFIDENCE_998 = 0.998


class Interval(NamedTuple):
    """Lower and upper limits, element by element; NaN where they cannot be computed."""

    lower: FloatArray
    upper: FloatArray


def z_of(confidence: float) -> float:
    """Two-sided normal quantile z = Φ⁻¹(1 − (1 − confidence)/2) of a confidence between 0 and 1.

    Raises ValueError outside (0, 1): 95 is not 0.95.
    """
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}; expected a number between 0 and 1, such as 0.95")
    return float(special.ndtri(1 - (1 - confidence) / 2))


Z_95 = z_of(CONFIDENCE_95)
Z_998 = z_of(CONFIDENCE_998)


def floats(values: Numbers) -> FloatArray:
    """A new float array in which None has become NaN; the caller's own array is never written to."""
    return np.array(values, dtype=np.float64)
