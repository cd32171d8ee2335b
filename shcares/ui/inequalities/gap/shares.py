"""What each part of a model adds to the borough's overall score: points, their interval, the words for them."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement
from shcares.stats import contributions
from shcares.stats.levels import FloatArray
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.inequalities.gap.held import HUNDRED, Held, held

DECIMALS = 1
AVERAGE = "the average authority"


class Level(StrEnum):
    """What a row of points is of."""

    FOCUS_AREA = "focus_area"
    FACTOR = "factor"
    OVERALL = "overall"


@dataclass(frozen=True)
class Side:
    """On which side of the average a score lies, as its judgement and in words."""

    judgement: Judgement
    word: str


WORSE, BETTER = Side(Judgement.WORSE, "clearly worse"), Side(Judgement.BETTER, "clearly better")
BOTH_WORSE, BOTH_BETTER = Side(Judgement.WORSE, "both worse"), Side(Judgement.BETTER, "both better")
CANNOT_TELL, UNTESTED = Side(Judgement.SIMILAR, "can’t tell"), Side(Judgement.NOT_COMPARED, "one indicator, not tested")
FEWEST_FOR_RANK = 3
"""With fewer indicators there are too few ways to draw them for a rank's interval to mean anything."""


def side(lower: float, upper: float, *, indicators: int) -> Side:
    """Clearly worse or better where the whole interval lies on that side.

    Of two indicators that says only that both do, and of one alone nothing is said; nor where an authority has only one
    and its interval no width.
    """
    if indicators < 2 or lower == upper:
        return UNTESTED
    few = indicators < FEWEST_FOR_RANK
    if lower > 0:
        return BOTH_WORSE if few else WORSE
    return CANNOT_TELL if upper >= 0 else BOTH_BETTER if few else BETTER


@dataclass(frozen=True)
class Row:
    """What one part of a model adds: `value` and limits in points, `score` in standard deviations; NaN for no limits.

    A point is a hundredth of a standard deviation of the authorities.
    """

    level: Level
    item_id: str
    name: str
    indicators: int
    weight: float
    score: float
    value: float
    lower_ci: float
    upper_ci: float
    side: Side


@lineage.remember()
def points(model_id: str) -> pd.DataFrame:
    """The borough's points on the source's weights: focus areas, largest first, then factors, then the whole."""
    known = held(model_id)
    rows = pd.DataFrame([vars(row) for row in rows_of(known, known.parts["source"].to_numpy(), known.drawn)])
    by_level = [rows[rows["level"] == level] for level in Level]
    return pd.concat([one.sort_values("value", ascending=False, kind="stable") for one in by_level], ignore_index=True)


def rows_of(known: Held, weights: FloatArray, drawn: FloatArray) -> list[Row]:
    """The borough's points at any weights, in the model's order: focus areas, factors, the whole.

    The interval of a part with one indicator comes from the weights alone, and is left out.
    """
    labels, inside = _grouped(known.model_id)
    own = contributions.contributions(known.scores[known.ours], weights) * HUNDRED @ inside
    again = contributions.contributions(known.draws[:, known.ours, :], drawn) * HUNDRED @ inside
    share = weights / weights.sum() * HUNDRED @ inside
    low, high = contributions.middle(again, own)
    return [
        Row(
            *label,
            weight=weight,
            score=value / weight if weight else np.nan,
            value=value,
            lower_ci=least if label[-1] > 1 else np.nan,
            upper_ci=most if label[-1] > 1 else np.nan,
            side=side(least, most, indicators=label[-1]),
        )
        for label, weight, value, least, most in zip(
            labels, share.tolist(), own.tolist(), low.tolist(), high.tolist(), strict=True
        )
    ]


@lineage.remember()
def _grouped(model_id: str) -> tuple[list[tuple[Level, str, str, int]], FloatArray]:
    """What each row is and on how many indicators it stands; parts × rows, 1 where the part belongs to the row."""
    parts = held(model_id).parts
    factors = parts.drop_duplicates("factor_id")
    ids = [
        *zip(parts["focus_area_id"], parts["name"], strict=True),
        *zip(factors["factor_id"], factors["factor"], strict=True),
    ]
    levels = [Level.FOCUS_AREA] * len(parts) + [Level.FACTOR] * len(factors)
    alike = (parts["factor_id"].to_numpy()[:, None] == factors["factor_id"].to_numpy()[None, :]).astype(float)
    inside = np.hstack([np.eye(len(parts)), alike, np.ones((len(parts), 1))])
    counts = (parts["indicators"].to_numpy() @ inside).astype(int).tolist()
    named = [*zip(levels, ids, strict=True), (Level.OVERALL, (model_id, "The whole model"))]
    return [(level, *pair, count) for (level, pair), count in zip(named, counts, strict=True)], inside


def signed(value: float, decimals: int = DECIMALS) -> str:
    """`+9.9`, `−3.4`: points with their sign."""
    return f"{'+' if round(value, decimals) > 0 else ''}{formats.number(value, decimals)}"


@lineage.remember()
def own_standing(model_id: str, level: Level, item_id: str) -> dict[str, float]:
    """The borough's row of the store's composite for one part of a model."""
    rows = reads.composites(model_id)
    found = rows[(rows["level"] == level) & (rows["item_id"] == item_id) & (rows["area_code"] == areas.ST_HELENS)]
    return {str(name): value for name, value in found.iloc[0].items()}
