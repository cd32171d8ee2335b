"""The parts of a model: their weights as printed and in the source, and what figures are hung on each."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Level
from shcares.style import formats, sentences
from shcares.ui import lineage, reads

WHOLE = 100.0
"""The points that a model shares out."""


@dataclass(frozen=True)
class Factor:
    """A group of parts with its own weight; NaN where nobody gives one."""

    id: str
    name: str
    printed_name: str
    printed: float
    source: float


@dataclass(frozen=True)
class Part:
    """One focus area, its weights, and the indicators hung on it.

    `measured` are compared with all authorities; of the others `borough` hold a value for St Helens, `unheld` none.
    """

    id: str
    name: str
    factor: Factor
    printed_name: str
    printed: float
    source: float
    measured: tuple[str, ...]
    borough: tuple[str, ...]
    small: tuple[str, ...]
    practice: tuple[str, ...]
    unheld: tuple[str, ...]

    @property
    def hung(self) -> tuple[str, ...]:
        """Every indicator of it that holds a figure here, each once."""
        return (*self.measured, *self.borough, *self.small, *self.practice)

    @property
    def coverage(self) -> str:
        """`Income: 4 measures compared with all authorities, 21 more for the borough, 28 for neighbourhoods …`."""
        if not self.hung:
            return f"{self.name}: no figure at all is hung on this part."
        held = {
            f"{sentences.count_words(len(self.measured), 'measure')} compared with all authorities": self.measured,
            f"{len(self.borough)} more for the borough": self.borough,
            f"{len(self.small)} for neighbourhoods": self.small,
            f"{len(self.practice)} for practices": self.practice,
        }
        lacks = {"neighbourhood": self.small, "practice": self.practice}
        absent = " or ".join(name for name, ids in lacks.items() if not ids)
        said = sentences.listed([words for words, ids in held.items() if ids])
        return f"{self.name}: {said}{f'; no figure by {absent}' if absent else ''}."

    @property
    def short_coverage(self) -> str:
        """`56 indicators`."""
        return sentences.count_words(len(self.hung), "indicator") if self.hung else "no figure"


@lineage.remember()
def factors_of(model_id: str) -> tuple[Factor, ...]:
    """The factors of a model in its order."""
    return tuple(
        Factor(
            id=row["factor_id"],
            name=row["name"],
            printed_name=_text(row["printed_name"]) or row["name"],
            printed=float(row["printed_weight"]),
            source=float(row["source_weight"]),
        )
        for row in reads.factors(model_id).to_dict("records")
    )


@lineage.remember()
def parts_of(model_id: str) -> tuple[Part, ...]:
    """The focus areas of a model in its order."""
    factors = {factor.id: factor for factor in factors_of(model_id)}
    rows = reads.focus_areas(model_id).to_dict("records")
    return tuple(_part(row, factors[row["factor_id"]]) for row in rows)


def part_of(model_id: str, focus_area_id: str) -> Part:
    """One focus area."""
    return next(part for part in parts_of(model_id) if part.id == focus_area_id)


def _part(row: dict[Any, Any], factor: Factor) -> Part:
    known = reads.indicators()
    mine = known[[row["focus_area_id"] in held for held in known["focus_areas"]]]
    measured = tuple(row["measured"])
    levels = {level: tuple(mine.loc[mine["level"] == level, "indicator_id"]) for level in Level}
    others = [each for each in levels[Level.BOROUGH] if each not in measured]
    valued = tuple(each for each in others if len(reads.series(each, areas.ST_HELENS)))
    return Part(
        id=row["focus_area_id"],
        name=row["name"],
        factor=factor,
        printed_name=_text(row["printed_name"]) or row["name"],
        printed=float(row["printed_weight"]),
        source=float(row["source_weight"]),
        measured=measured,
        borough=valued,
        small=levels[Level.SMALL_AREA],
        practice=levels[Level.PRACTICE],
        unheld=tuple(each for each in others if each not in valued),
    )


def is_printed(model_id: str) -> bool:
    """Whether the plan prints the model's weights."""
    return not any(pd.isna(part.printed) for part in parts_of(model_id))


def points(weight: float) -> str:
    """A weight with a decimal only where it has one."""
    return formats.number(weight, 0 if round(weight, 1) == round(weight) else 1)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
