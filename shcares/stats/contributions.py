"""What each part of a weighted composite adds to it, and where one area stands when the weights are changed.

Arrays as in `composite`: draws × areas × parts. A higher score is always worse.
"""

from dataclasses import dataclass

import numpy as np

from shcares.stats.composite import ranks
from shcares.stats.levels import CONFIDENCE_95, FloatArray, Numbers, floats
from shcares.stats.suppression import WIDEST_RANK_SPAN


@dataclass(frozen=True)
class Place:
    """One area's score and its rank from 1 = worst among `areas`, each with the middle 95 % of the draws."""

    score: float
    lower: float
    upper: float
    rank: int
    rank_lower: int
    rank_upper: int
    areas: int

    @property
    def is_telling(self) -> bool:
        """Whether the rank may be shown: its interval spans no more than half of the areas."""
        return rank_is_telling(self.rank_lower, self.rank_upper, self.areas)


@dataclass(frozen=True)
class Order:
    """How an order changed: how many parts stand elsewhere, and which moved furthest, from and to which place."""

    moved: int
    furthest: int | None
    before: int
    after: int


def contributions(scores: FloatArray, weights: Numbers) -> FloatArray:
    """w·s/Σw, part by part over the last axis; they add up to the weighted score. NaN where the weights add to 0.

    `weights` may hold one row for each draw of `scores`.
    """
    shares = floats(weights)
    total = shares.sum(axis=-1, keepdims=True)
    share: FloatArray = np.divide(shares, total, out=np.full_like(shares, np.nan), where=total > 0)
    return scores * share


def middle(draws: FloatArray, around: Numbers) -> tuple[FloatArray, FloatArray]:
    """The middle 95 % of draws over their first axis, widened where the figure itself lies outside it."""
    tail = (1 - CONFIDENCE_95) / 2
    low, high = np.quantile(draws, [tail, 1 - tail], axis=0)
    return np.minimum(low, floats(around)), np.maximum(high, floats(around))


def place(scores: FloatArray, draws: FloatArray, weights: Numbers, drawn: FloatArray, *, area: int) -> Place:
    """Where `area`, a row of `scores`, stands among all rows; every row must have every part.

    `drawn` holds the weights of each draw. The same figures as `composite.standing` gives, for one area alone. Raises
    ValueError where a score is missing or the weights add to 0.
    """
    given = floats(weights)
    if np.isnan(scores).any() or given.sum() <= 0:
        raise ValueError("every area needs every part, and the weights must add to more than 0")
    whole = scores @ (given / given.sum())
    shares = drawn / drawn.sum(axis=1, keepdims=True)
    again = np.matmul(draws, shares[..., None])[..., 0]
    own = again[:, area]
    low, high = middle(own, whole[area])
    tail = (1 - CONFIDENCE_95) / 2
    places = (again > own[:, None]).sum(axis=1) + 1
    first, last = np.quantile(places, [tail, 1 - tail], method="inverted_cdf")
    rank = int((whole > whole[area]).sum()) + 1
    return Place(
        float(whole[area]), float(low), float(high), rank, min(int(first), rank), max(int(last), rank), len(whole)
    )


def rank_is_telling(lower: float, upper: float, areas: int) -> bool:
    """Whether a rank's interval spans no more percentile points of `areas` than may be shown; never for one area."""
    return areas > 1 and (upper - lower) / (areas - 1) * 100 <= WIDEST_RANK_SPAN


def reordered(before: Numbers, after: Numbers) -> Order:
    """How the order of the same parts, largest first, differs between two sets of figures."""
    old, new = ranks(floats(before)), ranks(floats(after))
    steps = np.abs(new - old)
    if not steps.any():
        return Order(0, None, 0, 0)
    furthest = int(steps.argmax())
    return Order(int((steps > 0).sum()), furthest, int(old[furthest]), int(new[furthest]))
