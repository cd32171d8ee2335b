"""One answer, its interval, or the sentence that says why there is none."""

from dataclasses import dataclass
from typing import Self

import numpy as np


@dataclass(frozen=True)
class Result:
    """A value with its 95 % interval where there is one; `reason` is filled exactly when `value` is None."""

    value: float | None
    lower: float | None
    upper: float | None
    reason: str | None

    @classmethod
    def of(cls, value: float, lower: float | None = None, upper: float | None = None) -> Self:
        """A computed value. Raises ValueError on a number that is not finite: that is a refusal, not a result."""
        if not all(np.isfinite(number) for number in (value, lower, upper) if number is not None):
            raise ValueError(f"{value} ({lower} to {upper}) is not finite; give a reason instead")
        return cls(float(value), None if lower is None else float(lower), None if upper is None else float(upper), None)

    @classmethod
    def refused(cls, reason: str) -> Self:
        """No value, and why."""
        return cls(None, None, None, reason)
