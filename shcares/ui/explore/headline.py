"""What is said first of areas compared: where ours stands against the comparator, and its place among them."""

import math
from typing import Any

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.stats.suppression import ranks
from shcares.style import sentences
from shcares.ui.explore import spread
from shcares.ui.explore.picked import Picked

_MOST_WORDS = 24


def headline(rows: pd.DataFrame, one: Picked, benchmark: float | None, when: str) -> str:
    """Our area against the comparator's value, tested or why not; its place among its like, if its interval allows one.

    `rows` are the areas' values of one period, `when` says which. A long unit is left to the title. Empty where our
    area is not among them or is the comparator itself.
    """
    mine = rows[rows["area_code"] == one.ours]
    if mine.empty or one.ours == one.comparator_code:
        return ""
    row = mine.iloc[0]
    others = rows[rows["area_type"] == row["area_type"]].reset_index(drop=True)
    said = _standing(row, one, benchmark, when, _place(others, one))
    whole = said.format(one.full(float(row["value"])))
    first = whole if len(whole.split()) <= _MOST_WORDS else said.format(one.short(float(row["value"])))
    return f"{first} {_sure(others, row, one)}".strip()


def _standing(row: "pd.Series[Any]", one: Picked, benchmark: float | None, when: str, place: str) -> str:
    judgement, against = one.judged(row.to_dict(), benchmark)
    name = one.names[one.ours]
    if judgement is not Judgement.NOT_COMPARED:
        return f"{name}, at {{}} in {when}, is {against} ({one.short(benchmark)}){f' and {place}' if place else ''}."
    beside = "" if benchmark is None else f", {sentences.the(one.comparator)} {one.short(benchmark)}"
    return f"{name} has {{}} in {when}{beside}{f', {place}' if place else ''} ({against})."


def _rank(others: pd.DataFrame, one: Picked) -> int | None:
    """The place of ours from the highest; None of one area alone and where its interval allows none."""
    rank = ranks(others["value"], others["lower_ci"], others["upper_ci"])[others["area_code"] == one.ours][0]
    return None if math.isnan(rank) else int(rank)


def _place(others: pd.DataFrame, one: Picked) -> str:
    rank = _rank(others, one)
    nth = "" if rank == 1 else f"{sentences.ordinal(rank or 0)} "
    return f"{nth}highest of {len(others)} compared" if rank else ""


def _sure(others: pd.DataFrame, row: "pd.Series[Any]", one: Picked) -> str:
    """Which places the interval of ours reaches, or that it reaches too many for one to be given."""
    if len(others) < 2 or pd.isna(row["lower_ci"]):
        return ""
    if _rank(others, one) is None:
        return "Its interval reaches over more than half of the places among them, so none is given."
    best, worst = spread.places(others, row)
    return (
        f"Its interval reaches from {sentences.ordinal(best)} to {sentences.ordinal(worst)}." if best != worst else ""
    )
