"""The answer of the page: how many live in England's most deprived fifth, and how illness follows."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient.grouped import Grouping, grouped
from shcares.ui.inequalities.gradient.ranks import rank_of
from shcares.ui.inequalities.gradient.residents import (
    BASES,
    NEWEST,
    OVERALL,
    PATIENTS_EDITION,
    Tenths,
    patients,
    residents,
)
from shcares.ui.places import homes

_FIRST = BASES[0]
_ILL = "disability"


@dataclass(frozen=True)
class Answer:
    """The sentence of the first screen and what stands under it."""

    sentence: str
    leads: tuple[str, ...]


@lineage.remember()
def answer(area_code: str) -> Answer:
    """Of the borough's residents, or of one community's patients with the borough beside them."""
    if area_code == areas.ST_HELENS:
        return Answer(_lives(residents(_FIRST, OVERALL), "St Helens residents"), (_newest(), _illness()))
    held = patients(area_code, OVERALL)
    beside = formats.number(residents(_FIRST, OVERALL).deprived_share, 1)
    lead = f"{_of(held)} in {homes.registered_on():%B %Y}. Of St Helens residents it is {beside}% ({_FIRST.when})."
    return Answer(_lives(held, f"{reads.area_name(area_code)}’s patients"), (lead, _illness()))


def _lives(held: Tenths, who: str) -> str:
    share = formats.number(held.deprived_share, 1)
    return f"By the {PATIENTS_EDITION} index, {share}% of {who} live in England’s most deprived fifth."


def _of(held: Tenths) -> str:
    return f"{formats.number(held.deprived)} of {formats.number(held.people)}"


def _newest() -> str:
    first, newest = residents(_FIRST, OVERALL), residents(NEWEST, OVERALL)
    share = formats.number(newest.deprived_share, 1)
    return (
        f"{_of(first)} in {_FIRST.when}; the borough ranked {rank_of(_FIRST.edition)} authorities. By the "
        f"{NEWEST.edition} index ({rank_of(NEWEST.edition)}) it is {share}%; the editions cannot be compared over time."
    )


def _illness() -> str:
    held = grouped(_ILL, Grouping.FIFTHS)
    first, last = (formats.number(held.table["value"].iloc[place], 1) for place in (0, -1))
    return (
        f"{first}% of people in the borough’s own most deprived fifth are disabled, {last}% in its least deprived "
        "(Census 2021, not adjusted for age)."
    )


def show_answer(choice: Choice) -> None:
    """The sentence, and two lines under it."""
    said = answer(choice.area_code)
    leads = "".join(f"<p class='shc-lead'>{escape(lead)}</p>" for lead in said.leads)
    st.html(f"<h1 class='shc-answer'>{escape(said.sentence)}</h1>{leads}")
