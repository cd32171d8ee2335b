"""How each community stands in each focus area of the plan's model: the measures hung on it, read together."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from shcares.stats.carried import RELEVANT, Carried, together
from shcares.style import formats, sentences
from shcares.ui import reads
from shcares.ui.inequalities.by_place import neighbourhoods, registers
from shcares.ui.inequalities.by_place.looks import COUNTED_WORDS, TESTED_WORDS
from shcares.ui.inequalities.by_place.neighbourhoods import LINES
from shcares.ui.places.communities import overlap
from shcares.ui.registers.counted import in_sentence

BANDS = (Carried.MORE, Carried.MIXED, Carried.CANNOT_TELL, Carried.ALIKE, Carried.LESS, Carried.NOT_COMPARED)
"""From the most carried to what has no figure: bands, for measures of different kinds have no common scale."""
SIDES = (Carried.MORE, Carried.LESS)


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
    def counts(self) -> str:
        """`2 more, 1 less of 6 measures`; of a single domain, its two shares."""
        if len(self.each) == 1 and self.counted:
            return shares_words(self.counted[0])
        sides = [(self.each.count(side), side.value) for side in SIDES]
        said = ", ".join(f"{number} {word}" for number, word in sides if number) or "none apart"
        return f"{said} of {sentences.count_words(len(self.each), 'measure')}" if self.each else ""

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


@st.cache_resource(show_spinner=False)
def focus_areas() -> pd.DataFrame:
    """The focus areas of the plan's own model in its order, indexed by their ids."""
    return reads.focus_areas(str(reads.models()["model_id"].iloc[0])).set_index("focus_area_id")


@st.cache_resource(show_spinner=False)
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


@st.cache_resource(show_spinner=False)
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
