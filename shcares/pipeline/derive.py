"""What the pipeline may add to published figures: an interval where count and denominator give the value, and marks."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from shcares.domain.records import Indicator
from shcares.domain.vocabulary import CiMethod, IntervalRule, Statistic
from shcares.stats.intervals import poisson_method, rate_interval, wilson_interval
from shcares.stats.levels import FloatArray, Interval, ObjectArray

PANDEMIC: Final = (date(2020, 3, 23), date(2021, 7, 19))
"""From the first stay-at-home order to the day England's legal limits on contact ended."""
PANDEMIC_DAYS: Final = 90
MOST_DECIMALS: Final = 12
DERIVABLE: Final = (Statistic.PROPORTION, Statistic.CRUDE_RATE)


def mark_pandemic(observations: pd.DataFrame) -> pd.DataFrame:
    """Add `pandemic`: whether the period, pooled or not, shares 90 days or more with the pandemic."""
    first, last = (pd.Timestamp(day) for day in PANDEMIC)
    start, end = pd.to_datetime(observations["period_start"]), pd.to_datetime(observations["period_end"])
    start, end = start.where(start >= first, first), end.where(end <= last, last)
    return observations.assign(pandemic=(end - start).dt.days + 1 >= PANDEMIC_DAYS)


def derive_intervals(observations: pd.DataFrame, indicators: Sequence[Indicator]) -> pd.DataFrame:
    """Add `ci_method`, and limits where the indicator lets them be derived and count / denominator gives the value.

    Wilson for proportions; for crude rates exact below a count of 10 and Byar from there. Never for repeat events,
    never where limits were published, never where the printed value differs by more than its own rounding.
    """
    published = observations["lower_ci"].notna().to_numpy()
    lower, upper = observations["lower_ci"].to_numpy("float64"), observations["upper_ci"].to_numpy("float64")
    method = np.where(published, CiMethod.PUBLISHED.value, CiMethod.NONE.value).astype(object)
    lower, upper = lower.copy(), upper.copy()
    rows_of = observations.reset_index(drop=True)[~published].groupby("indicator_id").groups
    for indicator in indicators:
        if not _derivable(indicator) or indicator.id not in rows_of:
            continue
        rows = rows_of[indicator.id].to_numpy()
        limits, methods = _limits(observations.iloc[rows], indicator)
        fits = np.isfinite(limits.lower) & np.isfinite(limits.upper)
        chosen = rows[fits]
        lower[chosen], upper[chosen], method[chosen] = limits.lower[fits], limits.upper[fits], methods[fits]
    return observations.assign(lower_ci=lower, upper_ci=upper, ci_method=pd.Series(method, observations.index, "str"))


def _derivable(indicator: Indicator) -> bool:
    allowed = indicator.interval is IntervalRule.DERIVE and not indicator.repeat_events
    return allowed and indicator.statistic in DERIVABLE


def _limits(rows: pd.DataFrame, indicator: Indicator) -> tuple[Interval, ObjectArray]:
    """Limits in the unit of the value and their method; NaN where none may be given."""
    count, n, value = (rows[name].to_numpy("float64") for name in ("count", "denominator", "value"))
    if indicator.statistic is Statistic.PROPORTION:
        fractions = wilson_interval(count, n)
        lower, upper = fractions.lower * indicator.multiplier, fractions.upper * indicator.multiplier
        methods = np.full(len(rows), CiMethod.WILSON.value, dtype=object)
    else:
        lower, upper = rate_interval(count, n, multiplier=indicator.multiplier)
        methods = np.array([method.value for method in poisson_method(count)], dtype=object)
    implied = count * indicator.multiplier / np.where(n > 0, n, np.nan)
    usable = _reproduced(value, implied) & (lower <= value) & (value <= upper)
    return Interval(np.where(usable, lower, np.nan), np.where(usable, upper, np.nan)), methods


def _reproduced(value: FloatArray, implied: FloatArray) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    """Whether count / denominator gives each value to within half a unit of its last digit."""
    half_unit = 0.5 * 10.0 ** -printed_decimals(value)
    return np.asarray(np.abs(value - implied) <= half_unit + 1e-9 * np.abs(value))


def printed_decimals(value: FloatArray) -> FloatArray:
    """How many decimals each number needs to be written in full, at most 12."""
    decimals = np.full(value.shape, float(MOST_DECIMALS))
    for places in reversed(range(MOST_DECIMALS)):
        exact = np.abs(np.round(value, places) - value) <= 1e-13 * np.maximum(1.0, np.abs(value))
        decimals[exact] = places
    return decimals
