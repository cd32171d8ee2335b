"""Quantiles of areas by a ranked value, and the population-weighted score of a larger area."""

from enum import StrEnum

import numpy as np
from scipy import stats

from shcares.stats.levels import FloatArray, Numbers, floats


class FirstQuantile(StrEnum):
    """Which end of the values quantile 1 holds: highest, for a deprivation score whose 1 is the most deprived."""

    HIGHEST = "highest"
    LOWEST = "lowest"


def quantiles(values: Numbers, k: int, *, first: FirstQuantile) -> FloatArray:
    """Quantile 1…k of each value among all of them; say on screen whether "all" is England or the borough.

    floor((k + 1) − ceil((N + 1 − rank)/(N/k))), 0 becoming 1, with ties at the minimum rank and worked in whole
    numbers, so no rounding error moves an area. A missing value gets NaN and does not count in N; N < k gives NaN
    throughout. Raises ValueError for k < 2. OHID Technical Guide, Assigning Deprivation Categories.
    """
    if k < 2:
        raise ValueError(f"{k} quantiles; expected at least 2")
    v = floats(values)
    known = ~np.isnan(v)
    n = int(known.sum())
    assigned = np.full(v.shape, np.nan)
    if n < k:
        return assigned
    ordered = -v[known] if first is FirstQuantile.HIGHEST else v[known]
    rank = stats.rankdata(ordered, method="min").astype(np.int64)
    from_the_end = -(-(n + 1 - rank) * k // n)
    assigned[known] = np.maximum(1, k + 1 - from_the_end)
    return assigned


def weighted_mean(scores: Numbers, populations: Numbers) -> float | None:
    """Population-weighted mean score of a larger area, Σnᵢsᵢ/Σnᵢ; the unit of the scores.

    Legal: every score known, populations ≥ 0 and not all 0; otherwise None, since a partial mean would describe a
    different area. English Indices of Deprivation, Technical Report: average score of a larger area.
    """
    s, n = floats(scores), floats(populations)
    if np.isnan(s).any() or not (n >= 0).all() or not n.sum() > 0:
        return None
    return float((s * n).sum() / n.sum())
