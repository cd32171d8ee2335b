"""A share by quantile of deprivation, pooled from small areas, and the indices of its slope."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special

from shcares.stats.inequality import REPETITIONS, Kind, attributable_to_deprivation, slope_and_relative_index
from shcares.stats.intervals import wilson_interval
from shcares.stats.levels import FloatArray, Numbers, floats
from shcares.stats.quantiles import FirstQuantile, quantiles
from shcares.stats.results import Result


@dataclass(frozen=True, eq=False)
class Gradient:
    """The pooled table and its indices: slope (least minus most deprived), relative (least over most), attributable.

    `table` is that of `pooled` with `rank`, the middle of the quantile from 0 (most deprived) to 1, and `fitted`, the
    line of the slope index there; both NaN where the indices were refused. `sii` is in the unit of the values, `par`
    in percent. Show `par` only for a figure that is bad when high, and say beside it that it assumes cause.
    """

    table: pd.DataFrame
    sii: Result
    rii: Result
    par: Result


def own_quantiles(scores: Numbers, groups: int) -> FloatArray:
    """Quantiles 1…groups among these areas alone, 1 holding the highest scores: the borough's own, not England's.

    Of ranks, 1 the most deprived, give the negative. Where the borough has no area in one of England's quantiles its
    own still give an index; say on screen which of the two was used.
    """
    return quantiles(scores, groups, first=FirstQuantile.HIGHEST)


def pooled(
    counts: Numbers, denominators: Numbers, quantiles: Numbers, *, groups: int, multiplier: float = 100.0
) -> pd.DataFrame:
    """One row a quantile 1…groups: quantile, areas, count, denominator, value, lower_ci, upper_ci.

    Counts and denominators of a quantile's areas are added and the share of the sums, times `multiplier`, has Wilson
    limits. An area without a quantile is left out. A quantile with no area, or with an area whose figure is missing
    or impossible, has NaN from count on: a sum over the rest would describe other people. Raises ValueError where
    the columns differ in length or a quantile is not one of 1…groups.
    """
    x, n, q = (floats(column) for column in (counts, denominators, quantiles))
    known = _placed(x, n, q, groups)
    place = q[known].astype(np.int64) - 1
    legal = (x >= 0) & (x <= n)
    areas = np.bincount(place, minlength=groups)
    whole = (areas > 0) & (np.bincount(place, weights=~legal[known], minlength=groups) == 0)
    count, denominator = (np.bincount(place, weights=part[known], minlength=groups) for part in (x, n))
    count, denominator = np.where(whole, count, np.nan), np.where(whole, denominator, np.nan)
    limits = wilson_interval(count, denominator)
    return pd.DataFrame(
        {
            "quantile": np.arange(1, groups + 1),
            "areas": areas,
            "count": count,
            "denominator": denominator,
            "value": count / np.where(denominator > 0, denominator, np.nan) * multiplier,
            "lower_ci": limits.lower * multiplier,
            "upper_ci": limits.upper * multiplier,
        }
    )


def gradient_of(
    counts: Numbers,
    denominators: Numbers,
    quantiles: Numbers,
    *,
    groups: int = 10,
    multiplier: float = 100.0,
    repetitions: int = REPETITIONS,
) -> Gradient:
    """Pooled shares by quantile, 1 the most deprived, with slope and relative index and attributable share.

    Fitted on the logit scale, each quantile weighing by its denominator, which must be the people or households the
    share is of; intervals and refusals are those of `inequality`, and a quantile that is empty or lacks a figure is
    named in the reason.
    """
    table = pooled(counts, denominators, quantiles, groups=groups, multiplier=multiplier)
    reason = _what_lacks(table)
    if reason:
        refused = Result.refused(reason)
        return Gradient(table.assign(rank=np.nan, fitted=np.nan), refused, refused, refused)
    columns = [table[name] for name in ("value", "denominator", "lower_ci", "upper_ci")]
    kind = Kind.PROPORTION
    index = slope_and_relative_index(*columns, kind=kind, multiplier=multiplier, repetitions=repetitions)
    par = attributable_to_deprivation(*columns, kind=kind, multiplier=multiplier, repetitions=repetitions)
    line = dict.fromkeys(("rank", "fitted"), np.nan) if index.sii.value is None else _line(table, multiplier)
    return Gradient(table.assign(**line), index.sii, index.rii, par)


def _placed(x: FloatArray, n: FloatArray, q: FloatArray, groups: int) -> NDArray[np.bool_]:
    """Which areas have a quantile."""
    if x.ndim != 1 or not x.shape == n.shape == q.shape:
        raise ValueError(f"the columns have the shapes {x.shape}, {n.shape}, {q.shape}; expected one length")
    known = ~np.isnan(q)
    odd = q[known & ~np.isin(q, np.arange(1, groups + 1))]
    if odd.size:
        raise ValueError(f"an area is in quantile {odd[0]:g}; expected whole numbers from 1 to {groups}")
    return known


def _what_lacks(table: pd.DataFrame) -> str | None:
    """Why no index can be had, naming the first quantile that lacks something."""
    for missing, words in ((table["areas"] == 0, "holds no area"), (table["value"].isna(), "lacks a figure")):
        if missing.any():
            return f"quantile {table.loc[missing, 'quantile'].iloc[0]} of {len(table)} {words}"
    return None


def _line(table: pd.DataFrame, multiplier: float) -> dict[str, FloatArray]:
    """Relative ranks and the fit of the slope index there: logit shares on rank, weighted by the denominators."""
    n = floats(table["denominator"])
    rank = (np.cumsum(n) - n / 2) / n.sum()
    slope, start = np.polyfit(rank, special.logit(floats(table["value"]) / multiplier), 1, w=np.sqrt(n))
    return {"rank": rank, "fitted": np.asarray(special.expit(start + slope * rank)) * multiplier}
