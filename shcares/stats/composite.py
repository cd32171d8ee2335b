"""A weighted composite of indicators over areas, as the County Health Rankings made theirs, and how sure its ranks are.

Arrays run areas × indicators, then areas × parts. A part is one of the things that a model gives a weight to, and
stands on one or more indicators. A higher score is always worse. Remington, Catlin & Gennuso, The County Health
Rankings: rationale and methods, Population Health Metrics 2015;13:11.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shcares.stats.levels import CONFIDENCE_95, FloatArray, Numbers, floats

REPETITIONS = 1000
SEED = 2015
"""Fixed, so that the same figures always give the same interval."""
SPREAD = 0.5
"""How far a drawn weight strays from the source's: its standard deviation is half of the weight itself."""
LEAST_HELD = 0.5
"""The smallest share of a part's indicators with which an area still has a score for it."""

Members = Sequence[Sequence[int]]
"""For each part, the columns of the indicators it stands on."""


@dataclass(frozen=True)
class Standing:
    """Every area's score, its rank from 1 = worst, and the middle 95 % of both over the draws; NaN without a score."""

    score: FloatArray
    lower: FloatArray
    upper: FloatArray
    rank: FloatArray
    rank_lower: FloatArray
    rank_upper: FloatArray

    @property
    def areas(self) -> int:
        """How many areas have a score."""
        return int(np.isfinite(self.score).sum())


def z_scores(values: Numbers, higher_is_worse: Sequence[bool]) -> FloatArray:
    """How many standard deviations each area lies above the mean of all areas, turned so that more is worse.

    `values` is areas × indicators, NaN where an area has none. z = (value − mean)/SD over the areas with a value,
    each area counting once (SD with n − 1); × −1 where higher is better. NaN where an indicator does not vary.
    """
    held = floats(values)
    spread = np.nanstd(held, axis=0, ddof=1)
    z = (held - np.nanmean(held, axis=0)) / np.where(spread > 0, spread, np.nan)
    return np.asarray(z * np.where(np.asarray(higher_is_worse), 1.0, -1.0))


def part_scores(z: FloatArray, members: Members, *, least: float = LEAST_HELD) -> FloatArray:
    """Areas × parts: the mean z of the indicators an area has, all counting the same.

    NaN where it has less than the share `least` of a part's indicators, and where a part has no indicator.
    """
    scores = np.full((z.shape[0], len(members)), np.nan)
    for part, columns in enumerate(members):
        if columns:
            scores[:, part] = _mean_of_held(z[:, list(columns)], least)
    return scores


def weighted(scores: FloatArray, weights: Numbers) -> FloatArray:
    """Σ w·s / Σ w over the last axis, in standard deviations; NaN where any part with a weight above 0 has no score.

    `weights` may hold one row for each draw of `scores`. NaN throughout where the weights add to 0.
    """
    shares = floats(weights)
    total = shares.sum(axis=-1, keepdims=True)
    shares = np.divide(shares, total, out=np.full_like(shares, np.nan), where=total > 0)
    missing = np.matmul(np.isnan(scores).astype(float), (shares > 0).astype(float)[..., None])[..., 0] > 0
    return np.where(missing, np.nan, np.matmul(np.nan_to_num(scores), shares[..., None])[..., 0])


def resampled(
    z: FloatArray, members: Members, *, repetitions: int = REPETITIONS, seed: int = SEED, least: float = LEAST_HELD
) -> FloatArray:
    """Draws × areas × parts: `part_scores` with each part's indicators drawn again, with replacement, for all areas.

    An area that has none of the indicators drawn keeps its own score. A part with one indicator does not vary: what
    another indicator would have said is not known. Efron & Tibshirani, An Introduction to the Bootstrap, 1993.
    """
    own, rng = part_scores(z, members, least=least), np.random.default_rng(seed)
    draws = np.broadcast_to(own, (repetitions, *own.shape)).copy()
    for part, columns in enumerate(members):
        if len(columns) < 2:
            continue
        times = rng.multinomial(len(columns), [1 / len(columns)] * len(columns), size=repetitions).astype(float)
        held = np.isfinite(z[:, list(columns)])
        drawn = held.astype(float) @ times.T
        total = np.nan_to_num(z[:, list(columns)]) @ times.T
        again = np.divide(total, drawn, out=np.full_like(total, np.nan), where=drawn > 0).T
        draws[:, :, part] = np.where(np.isnan(again) | np.isnan(own[:, part]), own[:, part], again)
    return draws


def drawn_weights(
    weights: Numbers, *, repetitions: int = REPETITIONS, seed: int = SEED + 1, spread: float = SPREAD
) -> FloatArray:
    """Draws × parts: weights around those given, as gamma variates with that mean and a coefficient of variation.

    Each row is scaled back to the sum of `weights`; a weight of 0 stays 0. The spread is our choice, not the source's:
    a weight of 10 falls between about 2 and 22 in 19 draws of 20 before scaling.
    """
    given = floats(weights)
    shape = 1 / spread**2
    drawn = np.random.default_rng(seed).gamma(shape, 1 / shape, size=(repetitions, given.size)) * given
    total = drawn.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(drawn, total, out=np.zeros_like(drawn), where=total > 0) * given.sum())


def ranks(scores: FloatArray) -> FloatArray:
    """Ranks over the last axis, 1 = the highest score; equal scores share the better place; NaN without a score."""
    ordered = np.sort(np.where(np.isnan(scores), -np.inf, scores), axis=-1)
    places = ordered.shape[-1]
    if scores.ndim == 1:
        above = places - np.searchsorted(ordered, scores, side="right")
    else:
        above = np.stack(
            [places - np.searchsorted(row, one, side="right") for row, one in zip(ordered, scores, strict=True)]
        )
    return np.where(np.isnan(scores), np.nan, above + 1.0)


def standing(scores: FloatArray, draws: FloatArray) -> Standing:
    """Scores with the middle 95 % of their draws (draws × areas), and the same of their ranks."""
    tail = (1 - CONFIDENCE_95) / 2
    held = np.isfinite(scores)
    limits, places = (np.full((2, scores.size), np.nan) for _ in range(2))
    if held.any():
        limits[:, held] = np.quantile(draws[:, held], [tail, 1 - tail], axis=0)
        places[:, held] = np.quantile(ranks(draws[:, held]), [tail, 1 - tail], axis=0, method="inverted_cdf")
    # The score itself is always inside what is shown of it, however skew the draws.
    return Standing(
        scores,
        np.fmin(limits[0], scores),
        np.fmax(limits[1], scores),
        ranks(scores),
        np.fmin(places[0], ranks(scores)),
        np.fmax(places[1], ranks(scores)),
    )


def _mean_of_held(z: FloatArray, least: float) -> FloatArray:
    held = np.isfinite(z)
    counted = held.sum(axis=1)
    enough = counted >= max(least * z.shape[1], 1)
    total = np.where(held, z, 0.0).sum(axis=1)
    return np.asarray(np.divide(total, counted, out=np.full(z.shape[0], np.nan), where=enough))
