"""How a row of the composite looks: disc, words beside it, the sentence of its tooltip, its rank in words."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.stats import contributions
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui.inequalities.gap.shares import DECIMALS, FEWEST_FOR_RANK, UNTESTED, Level, signed

HEADINGS = {
    Level.FOCUS_AREA: "Focus areas, largest first",
    Level.FACTOR: "Factors",
    Level.OVERALL: "All together",
}
SCORE_DECIMALS = 2
NOT_SHOWN = "not shown"


def drawn(rows: pd.DataFrame, label: Callable[[Mapping[Any, Any]], str], scheme: Scheme) -> pd.DataFrame:
    """Rows of `shares.points` as a forest chart wants them; `label` writes what stands on the right of each."""
    taken = set(rows.loc[rows["level"] == Level.FOCUS_AREA, "name"])
    told = rows.to_dict("records")
    marks = [mark(row["side"].judgement, scheme) for row in told]
    hollow = [row["side"].judgement is Judgement.NOT_COMPARED for row in told]
    return rows[["value", "lower_ci", "upper_ci"]].assign(
        name=[
            f"{row['name']} (factor)" if row["level"] == Level.FACTOR and row["name"] in taken else row["name"]
            for row in told
        ],
        group=[HEADINGS[row["level"]] for row in told],
        label=[label(row) for row in told],
        said=[said(row) for row in told],
        icon=["" if empty else one.icon for empty, one in zip(hollow, marks, strict=True)],
        colour=[one.colour for one in marks],
        ink=[one.ink for one in marks],
    )


def sum_label(row: Mapping[Any, Any]) -> str:
    """`+9.9 = 10 × 0.99, clearly worse`: the sum itself, so that it can be checked."""
    word = "one indicator" if row["side"] == UNTESTED else row["side"].word
    if row["level"] == Level.OVERALL:
        return f"{signed(row['value'])}, {word}"
    score = formats.number(row["score"], SCORE_DECIMALS)
    return f"{signed(row['value'])} = {weight_words(row['weight'])} × {score}, {word}"


def weight_words(weight: float) -> str:
    """A weight of a hundred, whole where it is."""
    return formats.number(weight, 0 if abs(weight - round(weight)) < 10**-6 else DECIMALS)


def said(row: Mapping[Any, Any]) -> str:
    """The whole of a row as a sentence."""
    if not row["weight"]:
        return "weight 0, so it adds nothing"
    limits = formats.interval(row["lower_ci"], row["upper_ci"], DECIMALS)
    within = f", {limits} with other indicators and weights" if limits else ""
    counted = sentences.count_words(int(row["indicators"]), "indicator")
    return (
        f"{signed(row['value'])} points{within}; weight {weight_words(row['weight'])} × "
        f"{formats.number(row['score'], SCORE_DECIMALS)} standard deviations; {counted}; {row['side'].word}"
    )


def rank_words(row: Mapping[Any, Any], indicators: int) -> str:
    """`11th to 48th worst of 122`, or why no rank is shown: of a row of the store's composite."""
    lower, upper, areas = int(row["rank_lower"]), int(row["rank_upper"]), int(row["areas"])
    if indicators < FEWEST_FOR_RANK or row["lower_ci"] == row["upper_ci"]:
        return f"{NOT_SHOWN}: fewer than {sentences.count_words(FEWEST_FOR_RANK, 'indicator')}"
    if not contributions.rank_is_telling(lower, upper, areas):
        return f"{NOT_SHOWN}: its interval spans more than half of the authorities"
    return f"{sentences.ordinal(lower)} to {sentences.ordinal(upper)} worst of {areas}"
