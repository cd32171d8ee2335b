"""The answer of the page: how the indicators under the plan's actions stand, how many move, how many cannot tell."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from shcares.domain.vocabulary import Judgement
from shcares.style import sentences
from shcares.ui import lineage
from shcares.ui.filters import Choice
from shcares.ui.inequalities.marmot import actions
from shcares.ui.inequalities.marmot.actions import Shown, Side, Tally

CHOSEN = "The plan prints no measure for these actions: the indicators are chosen by us."


@lineage.remember()
def answer(comparator_code: str, comparator: str) -> tuple[str, str]:
    """The sentence of the first screen, and the one under it."""
    shown = actions.everything(comparator_code)
    counted, named = actions.tally(shown), sentences.the(comparator)
    first = f"{_beside(counted, named)} Of all {counted.of}, {tested(counted, named)}."
    return first, f"{_why(shown, comparator)} {steps(counted)} {CHOSEN}"


def tested(counted: Tally, named: str) -> str:
    """What the two tests say: against the comparator, and of a recent trend."""
    if not counted.tested and not counted.directed:
        return f"none can be tested against {named} or for a trend"
    return f"{against(counted, named)}, and {moving(counted)}"


def against(counted: Tally, named: str) -> str:
    """`none can be tested against England`, or how many are better, similar and worse."""
    if not counted.tested:
        return f"none can be tested against {named}"
    parts = [
        f"{counted.judged[one]} {'is' if counted.judged[one] == 1 else 'are'} {sentences.against(one, named)}"
        for one in Judgement
        if counted.judged[one] and one is not Judgement.NOT_COMPARED
    ]
    untested = counted.of - counted.tested
    return sentences.listed([*parts, *([f"{untested} cannot be tested"] if untested else [])])


def moving(counted: Tally) -> str:
    """`none for a trend`, or how many have a significant one."""
    if not counted.directed:
        return "none can be tested for a trend"
    return f"{counted.moving or 'none'} of the {counted.directed} that can be tested have a recent trend"


def by_value(counted: Tally) -> str:
    """On how many the borough lies on the worse side, of those with a value to set beside it."""
    if not counted.beside:
        return "none has a comparator"
    worse = counted.sides[Side.WORSE]
    return f"{worse or 'none'} of {counted.beside} {'is' if worse == 1 else 'are'} on the worse side"


def _beside(counted: Tally, named: str) -> str:
    worse, held = counted.sides[Side.WORSE] or "none", f"{counted.beside} indicators for children and young people"
    if not counted.beside:
        return f"No indicator for children and young people has a value of {named} beside it."
    return f"By value alone, {worse} of {held} {'is' if worse == 1 else 'are'} on the worse side of {named}."


def steps(counted: Tally) -> str:
    """Which way the latest step went, by arithmetic."""
    right, wrong, rest = (counted.steps[way] or "none" for way in ("right way", "wrong way", "unchanged"))
    same = f", {rest} did not move" if counted.steps["unchanged"] else ""
    return f"In the latest step, untested, {right} moved the right way and {wrong} the wrong way{same}."


def _why(shown: Sequence[Shown], comparator: str) -> str:
    bare, alone = actions.no_interval(shown), actions.no_comparator(shown)
    said = f"The figures held have no interval for {bare or 'none'} of them"
    return f"{said}, and no {comparator} value for {alone}." if alone else f"{said}."


def show_answer(choice: Choice) -> None:
    """The answer, why so little can be tested, and who chose the indicators."""
    first, second = answer(choice.comparator_code, choice.comparator)
    st.html(f"<h1 class='shc-answer'>{escape(first)}</h1><p class='shc-lead'>{escape(second)}</p>")
