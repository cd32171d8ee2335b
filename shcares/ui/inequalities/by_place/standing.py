"""How each community stands in each focus area of the plan's model: the measures hung on it, read together."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from shcares.stats.carried import RELEVANT, Carried, together
from shcares.style import formats, sentences
from shcares.ui import lineage, reads
from shcares.ui.inequalities.by_place import neighbourhoods, registers
from shcares.ui.inequalities.by_place.looks import COUNTED_WORDS, DISAGREE, TESTED_WORDS, TOGETHER_WORDS
from shcares.ui.inequalities.by_place.neighbourhoods import LINES
from shcares.ui.places.communities import overlap
from shcares.ui.registers.counted import capital, in_sentence

BANDS = (Carried.MORE, Carried.MIXED, Carried.CANNOT_TELL, Carried.ALIKE, Carried.LESS, Carried.NOT_COMPARED)
"""From the highest burden to what has no figure: bands, for measures of different kinds have no common scale."""
SIDES = {Carried.MORE: "higher", Carried.LESS: "lower"}
_ARROWS = {Carried.MORE: "↑", Carried.LESS: "↓"}
_NAMED = 2
"""So many measures that stand out are named in a cell; more are counted."""


@dataclass(frozen=True)
class Standing:
    """One community in one focus area: its tested registers and its counted domains."""

    tested: tuple[dict[Any, Any], ...]
    counted: tuple[dict[Any, Any], ...]

    @property
    def each(self) -> list[Carried]:
        """The verdict of every measure."""
        return [Carried(row["verdict"]) for row in (*self.tested, *self.counted)]

    @cached_property
    def verdict(self) -> Carried:
        """All measures together."""
        return together(self.each)

    @property
    def word(self) -> str:
        """`Higher burden`; of counts alone, no telling is said for what it is, as no chance is in them."""
        counts_disagree = self.verdict is Carried.CANNOT_TELL and not self.tested
        return DISAGREE if counts_disagree else TOGETHER_WORDS[self.verdict]

    @property
    def counts(self) -> str:
        """`2 higher, 1 lower, of 6 measures`; few are named: `COPD, of 4 measures`; of one domain, its two shares."""
        if not self.each:
            return ""
        if len(self.each) == 1 and self.counted:
            return f"counted: {shares_words(self.counted[0])}"
        number = len(self.each)
        every = sentences.count_words(number, "measure") if self.tested else f"{number} counted"
        return f"{self._named() or self._numbers() or 'none apart'}, of {every}"

    def _numbers(self) -> str:
        numbers = ((self.each.count(side), word) for side, word in SIDES.items())
        return ", ".join(f"{number} {word}" for number, word in numbers if number)

    def _named(self) -> str:
        """What stands out, where few measures do: `COPD and smoking`, `↑ obesity ↓ high blood sugar`."""
        sides = {side: self._names(side) for side in SIDES}
        held = {side: names for side, names in sides.items() if names}
        if not 0 < sum(map(len, held.values())) <= _NAMED:
            return ""
        if len(held) == 1:
            return capital(sentences.listed(*held.values()))
        return " ".join(f"{_ARROWS[side]} {sentences.listed(names)}" for side, names in held.items())

    def _names(self, side: Carried) -> list[str]:
        """In the middle of a sentence; a count among tests says that it is one."""
        mark = " (counted)" if self.tested else ""
        return [
            *(in_sentence(str(row["brief"])) for row in self.tested if row["verdict"] == side),
            *(f"{in_sentence(str(row['name']))}{mark}" for row in self.counted if row["verdict"] == side),
        ]

    @cached_property
    def told(self) -> str:
        """Every measure in words, those that stand out first."""
        tested = [
            (row["verdict"] in SIDES, f"{row['name']} {value_words(row)}: {TESTED_WORDS[row['verdict']].lower()}")
            for row in self.tested
        ]
        counted = [
            (row["verdict"] in SIDES, f"{row['name']} {shares_words(row)}: {COUNTED_WORDS[row['verdict']].lower()}")
            for row in self.counted
        ]
        return "; ".join(words for _, words in sorted([*tested, *counted], key=lambda one: not one[0]))


def value_words(row: dict[Any, Any]) -> str:
    """`7.9% against 7.1%`: a community's register beside that of all four."""
    own, whole = (formats.number(row[side], row["decimals"]) for side in ("value", "whole"))
    return f"{own}% against {whole}%"


def shares_words(row: dict[Any, Any]) -> str:
    """`fifth 40.9% against 27.8%`: patients in the most deprived fifth, beside those of all four.

    Of the tenth where only that lies far enough apart; where they disagree, how far each lies from all four.
    """
    if row["verdict"] == Carried.CANNOT_TELL:
        return f"{', '.join(_points(row, line) for line in LINES)} points"
    fifth, *deeper = LINES
    only = [line for line in deeper if abs(row[f"{line}_apart"]) >= RELEVANT > abs(row[f"{fifth}_apart"])]
    return _line_words(row, only[0] if only else fifth)


def _points(row: dict[Any, Any], line: str) -> str:
    points = row[f"{line}_apart"]
    return f"{line} {'+' if points > 0 else ''}{formats.number(points, 1)}"


def _line_words(row: dict[Any, Any], line: str) -> str:
    own, whole = (formats.number(row[f"{whose}{line}_share"], 1) for whose in ("", "whole_"))
    return f"{line} {own}% against {whole}%"


@lineage.remember()
def focus_areas() -> pd.DataFrame:
    """The focus areas of the plan's own model in its order, indexed by their ids."""
    return reads.focus_areas(str(reads.models()["model_id"].iloc[0])).set_index("focus_area_id")


@lineage.remember()
def standings() -> dict[tuple[str, str], Standing]:
    """Every focus area and community."""
    found = {}
    for network in overlap.codes():
        tested = registers.of_community(network).to_dict("records")
        counted = neighbourhoods.of_community(network).to_dict("records")
        for focus in focus_areas().index:
            found[str(focus), network] = Standing(_hung(tested, focus), _hung(counted, focus))
    return found


def _hung(rows: list[dict[Any, Any]], focus: str) -> tuple[dict[Any, Any], ...]:
    return tuple(row for row in rows if focus in row["focus_areas"])


def compared() -> tuple[str, ...]:
    """The ids of the focus areas with a figure by practice or neighbourhood."""
    held = gaps()
    return tuple(str(focus) for focus in focus_areas().index if focus not in held)


@lineage.remember()
def in_band(network: str, band: Carried) -> tuple[str, ...]:
    """The ids of the focus areas in one band for a community, in the model's order."""
    held = standings()
    return tuple(str(focus) for focus in focus_areas().index if held[str(focus), network].verdict is band)


def ordered(area_code: str) -> tuple[str, ...]:
    """All focus areas by band for a community, for the borough in the model's order."""
    if area_code not in overlap.codes():
        return tuple(str(focus) for focus in focus_areas().index)
    return tuple(focus for band in BANDS for focus in in_band(area_code, band))


def names_of(ids: tuple[str, ...]) -> list[str]:
    """`Smoking`, `Diet and exercise`."""
    return [str(name) for name in focus_areas().loc[list(ids), "name"]]


def basis_of(focus: str) -> str:
    """`4 registers, tested`, `the index’s crime, counted`: what stands behind a focus area."""
    held = standings()[focus, overlap.codes()[0]]
    tested = f"{sentences.count_words(len(held.tested), 'register')}, tested" if held.tested else ""
    domains = sorted(in_sentence(str(row["name"])) for row in held.counted)
    counted = f"deprivation counted: {sentences.listed(domains)}" if domains else ""
    return "; ".join(part for part in (tested, counted) if part) or "no figure by practice or neighbourhood"


def gaps() -> tuple[str, ...]:
    """The focus areas without any figure by practice or neighbourhood."""
    return in_band(overlap.codes()[0], Carried.NOT_COMPARED)
