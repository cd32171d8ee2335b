"""Small numbers: what is hidden stays hidden, and an uncertain rank is not shown."""

from collections.abc import Hashable, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import judgements
from shcares.stats.levels import FloatArray, Numbers, ObjectArray, floats

LARGEST_HIDDEN_COUNT = 7
"""Counts of 1 to 7 are hidden in hospital episode data (NHS England, HES Analysis Guide); 0 may be shown."""

WIDEST_RANK_SPAN = 50.0
"""A rank whose interval covers more percentile points than this says nothing."""


class Absence(StrEnum):
    """Why a cell is empty: three different things that are never drawn alike, nor as 0."""

    SUPPRESSED = "suppressed"
    NO_DATA = "no data"
    NOT_AVAILABLE = "not available"


_WITHHELD = (Absence.SUPPRESSED.value, "withheld")
_NOTHING = (Absence.NO_DATA.value, Absence.NOT_AVAILABLE.value)


class Band(StrEnum):
    """Three bands to show instead of a league table."""

    CLEARLY_HIGHER = "clearly_higher"
    CANNOT_TELL = "cannot_tell"
    CLEARLY_LOWER = "clearly_lower"
    NOT_COMPARED = "not_compared"


_BANDS = {
    Judgement.HIGHER: Band.CLEARLY_HIGHER,
    Judgement.SIMILAR: Band.CANNOT_TELL,
    Judgement.LOWER: Band.CLEARLY_LOWER,
    Judgement.NOT_COMPARED: Band.NOT_COMPARED,
}


def absence(value: float | None, note: str | None) -> Absence | None:
    """Why a value is empty, by the first words of the source's note; None where there is a value.

    An empty value whose note says nothing of the three is no data.
    """
    if value is not None and not np.isnan(value):
        return None
    words = (note or "").strip().casefold()
    return next((kind for kind in Absence if words.startswith(kind.value)), Absence.NO_DATA)


def is_suppressed(count: Numbers, *, largest_hidden: float = LARGEST_HIDDEN_COUNT) -> NDArray[np.bool_]:
    """Whether each count is too small to show: 0 < count ≤ `largest_hidden`. A missing count is missing, not small."""
    x = floats(count)
    return np.asarray((x > 0) & (x <= largest_hidden))


def withheld_counts(counts: Numbers, notes: Sequence[str | None], kinds: Sequence[Hashable]) -> NDArray[np.bool_]:
    """Whether each missing count was withheld, and is not only missing from the extract.

    It was where the note says `suppressed` or `withheld`, or where another of its kind has a count and the note does
    not say that there is none (`no data`, `not available`). A kind is one table of the publisher: areas of one type, in
    one period, of one sex, age and breakdown. The three are of one length; else ValueError. What else must then be
    hidden: `disclosure`.
    """
    missing = np.isnan(floats(counts))
    counted = {kind for kind, empty in zip(kinds, missing, strict=True) if not empty}
    words = [note.strip().casefold() if isinstance(note, str) else "" for note in notes]
    said = [any(word in note for word in _WITHHELD) for note in words]
    owed = [kind in counted and not note.startswith(_NOTHING) for kind, note in zip(kinds, words, strict=True)]
    return np.array([gone and (a or b) for gone, a, b in zip(missing, said, owed, strict=True)], dtype=np.bool_)


def total(values: Numbers) -> float | None:
    """Sum of the parts, or None when any is missing: the rest is not the sum, and a difference un-suppresses."""
    v = floats(values)
    return None if v.size == 0 or np.isnan(v).any() else float(v.sum())


def rank_spans(values: Numbers, lower: Numbers, upper: Numbers) -> FloatArray:
    """Percentile points each interval covers: the share of the other areas whose value lies within it, × 100.

    NaN where a value or its interval is missing, and for a single area, which has no others.
    """
    v, low, high = floats(values), floats(lower), floats(upper)
    known = np.sort(v[~np.isnan(v)])
    if known.size < 2:
        return np.full(v.shape, np.nan)
    valid = (low <= v) & (v <= high)
    within = np.searchsorted(known, high, side="right") - np.searchsorted(known, low, side="left")
    return np.where(valid, (within - 1) / (known.size - 1) * 100, np.nan)


def ranks(values: Numbers, lower: Numbers, upper: Numbers) -> FloatArray:
    """Rank of each value, 1 = highest, ties sharing the best rank; NaN where it must not be shown.

    Hidden: a missing (so also a suppressed) value, no interval, or an interval over more than 50 percentile points.
    """
    v = floats(values)
    known = np.sort(v[~np.isnan(v)])
    rank = known.size - np.searchsorted(known, v, side="right") + 1.0
    spans = rank_spans(v, lower, upper)
    return np.where(spans <= WIDEST_RANK_SPAN, rank, np.nan)


def bands(values: Numbers, lower: Numbers, upper: Numbers, benchmark: Numbers) -> ObjectArray:
    """Band of each value: its whole interval above or below the benchmark, or cannot tell, or not compared."""
    judged = judgements(values, lower, upper, benchmark, polarity=Polarity.NEUTRAL)
    return np.array([_BANDS[word] for word in judged.ravel().tolist()], dtype=object).reshape(judged.shape)
