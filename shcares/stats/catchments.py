"""Which list serves a place: of the people who live there, the list most of them are on, and how clearly.

A list of practices is not a territory. These functions say only where its people live.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from shcares.stats.levels import FloatArray, Numbers, floats

CLEAR_SHARE = 0.75
"""From this share of a place's people on one list the place is clearly that list's."""

CONTESTED_SHARE = 0.5
"""Below this share no list has a majority of a place's people."""


class Holding(StrEnum):
    """How clearly one list serves a place."""

    CLEAR = "clear"
    MAJORITY = "majority"
    CONTESTED = "contested"
    NONE = "none"


@dataclass(frozen=True)
class Catchment:
    """The leading list of each place: its column (−1 where nobody is on any list), its share, the next one's share."""

    leading: np.ndarray[tuple[int], np.dtype[np.int64]]
    share: FloatArray
    runner_up: np.ndarray[tuple[int], np.dtype[np.int64]]
    runner_up_share: FloatArray

    @property
    def holding(self) -> list[Holding]:
        """How clearly the leading list serves each place."""
        return [_holding(share) for share in self.share.tolist()]


def _holding(share: float) -> Holding:
    if np.isnan(share):
        return Holding.NONE
    if share >= CLEAR_SHARE:
        return Holding.CLEAR
    return Holding.MAJORITY if share >= CONTESTED_SHARE else Holding.CONTESTED


def catchment(people: Numbers) -> Catchment:
    """The leading list of each place. `people`: one row a place, one column a list, counts ≥ 0; at least two columns.

    Shares are of the people on any of these lists, 0 to 1; NaN and −1 where there are none. Of equal lists the first
    column leads. Raises ValueError for fewer than two lists.
    """
    counts = floats(people)
    if counts.ndim != 2 or counts.shape[1] < 2:
        raise ValueError("a catchment needs rows of places and at least two columns of lists")
    total = counts.sum(axis=1)
    order = np.argsort(-counts, axis=1, kind="stable")
    known = total > 0
    safe = np.where(known, total, 1.0)
    rows = np.arange(len(counts))

    def share(place: int) -> FloatArray:
        return np.where(known, counts[rows, order[:, place]] / safe, np.nan)

    return Catchment(
        leading=np.where(known, order[:, 0], -1),
        share=share(0),
        runner_up=np.where(known, order[:, 1], -1),
        runner_up_share=share(1),
    )


def share_at_home(people: Numbers) -> float | None:
    """The share, 0 to 1, of all these people who live where their own list leads; None where there are none.

    `people` as in `catchment`.
    """
    counts = floats(people)
    held = catchment(counts)
    known = held.leading >= 0
    if not known.any():
        return None
    at_home = counts[np.flatnonzero(known), held.leading[known]].sum()
    return float(at_home / counts.sum())
