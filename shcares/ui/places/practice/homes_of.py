"""Where one practice's patients live and how deprived that is, on the one day it was counted."""

from dataclasses import dataclass

import pandas as pd

from shcares.style import formats
from shcares.ui import lineage, recipes
from shcares.ui.places import homes
from shcares.ui.places.practice.profile import practice

FIFTHS = range(1, 6)
_DECILES_A_FIFTH = 2


@dataclass(frozen=True)
class Deprived:
    """Patients by national fifth of the neighbourhood they live in (1 the most deprived), and those not known."""

    fifths: dict[int, int]
    unknown: int

    @property
    def known(self) -> int:
        """Patients whose neighbourhood is known and in England's index."""
        return sum(self.fifths.values())

    def share(self, fifth: int) -> float:
        """One fifth's patients as a share (0 to 100) of those known."""
        return self.fifths[fifth] / self.known * 100

    def words(self, fifth: int) -> str:
        """`8,341 of 12,413 patients`."""
        return f"{formats.number(self.fifths[fifth])} of {formats.number(self.known)} patients"


@lineage.remember()
def registrations(code: str) -> pd.DataFrame:
    """The practice's patients by neighbourhood, with decile and whether inside the borough; empty where not held."""
    rows = homes.patients()
    return rows[rows["practice_code"] == code]


@lineage.remember()
def deprived(code: str) -> Deprived | None:
    """How deprived the places are that its patients live in; None where its patients were not counted by place."""
    rows = registrations(code)
    return by_fifth(rows) if len(rows) else None


def refuse_unless_held(code: str) -> None:
    """Raises UnknownFigureError where its patients were not counted by place."""
    if deprived(code) is None:
        raise recipes.UnknownFigureError(f"No data for {practice(code).name}: {why_none(code)}.")


def by_fifth(rows: pd.DataFrame) -> Deprived:
    """Patients of any list by national fifth."""
    known = rows.dropna(subset=["decile"])
    fifth = (known["decile"] + _DECILES_A_FIFTH - 1) // _DECILES_A_FIFTH
    counts = known["patients"].groupby(fifth.astype(int)).sum()
    unknown = int(rows["patients"].sum() - known["patients"].sum())
    return Deprived({place: int(counts.get(place, 0)) for place in FIFTHS}, unknown)


def why_none(code: str) -> str:
    """Why its patients are not held by neighbourhood."""
    one = practice(code)
    day = formats.day(homes.registered_on())
    if one.is_open:
        return f"it is not among the lists counted by neighbourhood on {day}"
    return f"patients are held by neighbourhood only for {day}, when its list had already ended"
