"""What is said of a practice indicator beside the deprivation of the practices' patients, and what must not be."""

from typing import Any

import pandas as pd

from shcares.stats.levels import CONFIDENCE_95
from shcares.style import formats, sentences
from shcares.ui import reads
from shcares.ui.inequalities.gradient.practices_scores import (
    merged,
    names,
    practices,
    score_year,
    unscored,
    with_a_link,
)
from shcares.ui.inequalities.gradient.related import (
    WHAT_IT_MEANS,
    Related,
    community_words,
    correlation_words,
    off_line_words,
    rank_words,
)
from shcares.ui.registers.changes import merger_words
from shcares.ui.registers.counted import capital, is_register
from shcares.ui.registers.register import Register, register
from shcares.ui.registers.words import UNADJUSTED

WAYS = {
    1: "higher where patients live in more deprived places",
    0: "no clear link with the deprivation of the patients",
    -1: "lower where patients live in more deprived places",
}
WARNING = (
    "This compares practices, not patients, and allows for nobody’s age: it cannot say which patients are ill, nor why."
)
_AGES = "The figures are not adjusted for the ages of the patients, which differ from list to list."
_MERGED = "hollow points are practices that merged with another at some time"


def answer(indicator_id: str) -> str:
    """Which way the indicator goes with deprivation over the practices, and how closely."""
    held, shown = register(indicator_id), practices(indicator_id)
    return (
        f"{capital(held.noun)}: {WAYS[shown.way]}; correlation {correlation_words(shown.r)} over "
        f"{len(shown.pairs)} practices."
    )


def no_gradient(shown: Related) -> str:
    """Why no slope index is worked out."""
    return (
        f"These {len(shown.pairs)} practices are no social gradient: each list mixes patients from deprived and other "
        "places. So no slope index of inequality is worked out from them."
    )


def sentence(held: Register, shown: Related, area_code: str) -> str:
    """The line from end to end, who is farthest from it, and how many of a community's practices are above it."""
    first, last = (held.percent(end) for end in shown.ends)
    mine = community_words(shown, area_code, f"practices of {reads.area_name(area_code)}")
    line = (
        f"The fitted line goes from {first} where the patients’ deprivation score is least to {last} where it is most."
    )
    return " ".join(part for part in (line, off_line_words(shown, held.percent), mine) if part)


def notes(indicator_id: str, shown: Related) -> tuple[str, ...]:
    """Ages, what the number means, why no slope index, how many chance would show, mergers, and who is missing."""
    missing = unscored(indicator_id)
    absent = f"Not drawn, as no deprivation score is held: {sentences.listed(missing)}." if missing else ""
    ages = UNADJUSTED if is_register(register(indicator_id).about) else _AGES
    means = f"{WHAT_IT_MEANS} {rank_words(shown)}"
    told = (ages, means, no_gradient(shown), _many(), _mergers(indicator_id, shown), absent)
    return tuple(note for note in told if note)


def _mergers(indicator_id: str, shown: Related) -> str:
    """That score and figure of a merged practice may not be of the same patients; empty where none is drawn."""
    if not shown.pairs["merged"].any():
        return ""
    return (
        f"{capital(_MERGED)}. Their score (index of {score_year()}, practices of July 2022) and their figure "
        f"({register(indicator_id).period}) may not be of the same patients; the table says who merged and when."
    )


def _many() -> str:
    """How many of all indicators show a link, and how many chance alone would show."""
    every = len(names())
    by_chance = round((1 - CONFIDENCE_95) * every)
    return (
        f"Of the {every} indicators to choose from, {with_a_link()} go with deprivation by this rule; chance alone "
        f"would make about {by_chance} seem to."
    )


def said(held: Register, row: dict[Any, Any]) -> str:
    """One practice in words: its figure with interval or count, its community, what merged."""
    limits = formats.interval(row["lower_ci"], row["upper_ci"], int(held.about["decimals"]))
    value = f"{held.percent(row['y'])}{f' (95% interval {limits})' if limits else ''}"
    counted = f", {held.of_patients(row)}" if pd.notna(row["count"]) and pd.notna(row["denominator"]) else ""
    return ". ".join(part for part in (f"{value}{counted}", str(row["community"]), happened(held, row)) if part) + "."


def happened(held: Register, row: dict[Any, Any]) -> str:
    """What the practice merged with, and whether the figure counts it."""
    return capital(merger_words(str(row["code"]), pd.Timestamp(held.ends))) if row["code"] in merged() else ""
