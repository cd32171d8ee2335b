"""Which counts of a practice's patients in one neighbourhood may be shown, so that no household can be picked out."""

from enum import StrEnum
from itertools import product

import pandas as pd

from shcares.stats.disclosure import Cell, Sum, secondary
from shcares.stats.suppression import LARGEST_HIDDEN_COUNT
from shcares.ui import lineage, reads
from shcares.ui.places import homes

SMALLEST_SHOWN = LARGEST_HIDDEN_COUNT + 1


class Shown(StrEnum):
    """What is shown of one count."""

    COUNT = "count"
    FEW_OR_NONE = "few or none"
    NOTHING = "nothing"


@lineage.remember()
def all_shown() -> dict[tuple[str, str], Shown]:
    """What is shown of every practice in every neighbourhood of the borough, by the two codes.

    A small count and nobody are said to be one or the other. What would still be given away by subtraction from a
    practice's patients in the borough, or from a network's in a neighbourhood, is hidden by showing nothing of another.
    """
    people = counted()
    pairs = [(str(code), str(area)) for code, area in product(people.index, people.columns)]
    cells: dict[Cell, int] = dict(zip(pairs, people.to_numpy().ravel().tolist(), strict=True))
    few = {cell for cell, number in cells.items() if number < SMALLEST_SHOWN}
    totals, sums = _sums(people)
    more = secondary(cells | totals, sums, hidden=few, told=(0, LARGEST_HIDDEN_COUNT))
    said = dict.fromkeys(pairs, Shown.COUNT)
    said |= {pair: Shown.FEW_OR_NONE for pair in pairs if pair in few}
    return said | {pair: Shown.NOTHING for pair in pairs if pair in more}


def counted() -> pd.DataFrame:
    """Patients by practice held here (rows) and neighbourhood of the borough (columns); 0 where nobody lives."""
    rows = homes.patients()
    own = rows[rows["inside"] & rows["practice_code"].isin(reads.practices()["practice_code"])]
    people = own.pivot_table(index="practice_code", columns="area_code", values="patients", aggfunc="sum")
    return people.reindex(columns=homes.by_place().index).fillna(0).astype(int)


def _sums(people: pd.DataFrame) -> tuple[dict[Cell, int], list[Sum]]:
    """The totals shown elsewhere, and what each is the sum of: by practice, by network and neighbourhood."""
    network = pd.Series(people.index, index=people.index).map(reads.practice_network())
    totals: dict[Cell, int] = {("total", code): int(number) for code, number in people.sum(axis=1).items()}
    sums = [Sum(("total", code), tuple((code, area) for area in people)) for code in people.index]
    for name, mine in people.groupby(network):
        totals |= {("total", name, area): int(number) for area, number in mine.sum().items()}
        sums += [Sum(("total", name, area), tuple((code, area) for code in mine.index)) for area in people]
    return totals, sums


def shown_or_rest(counts: dict[str, int]) -> tuple[dict[str, int], int]:
    """Counts by name that may be shown, largest first, and the sum of the rest, which is 0 or no small number."""
    ordered = dict(sorted(counts.items(), key=lambda entry: -entry[1]))
    shown = {name: people for name, people in ordered.items() if people >= SMALLEST_SHOWN}
    rest = sum(ordered.values()) - sum(shown.values())
    while shown and 0 < rest < SMALLEST_SHOWN:
        rest += shown.popitem()[1]
    return shown, rest
