"""The answer of the page: how many patients, how many in deprived neighbourhoods, how many in the own place."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.style import formats, sentences
from shcares.ui import filters, lineage, links, reads, router
from shcares.ui.filters import Choice
from shcares.ui.places.communities import overlap, population
from shcares.ui.places.communities.deprived import by_fifth

WHAT_IT_IS = (
    "A care community is a network’s list of patients, not a territory. Its place is the neighbourhoods where more "
    "patients are on its list than on any of the other three."
)


@dataclass(frozen=True)
class Answer:
    """The sentence of the first screen, and the counts behind it."""

    sentence: str
    counts: str


@lineage.remember()
def answer(area_code: str) -> Answer:
    """Of one community, or of all four for the borough."""
    one = area_code in overlap.codes()
    newest = population.own_list(area_code).iloc[-1]
    held, fifths = overlap.homes_of(area_code), by_fifth()[area_code if one else areas.ST_HELENS]
    who = reads.area_name(area_code) if one else "The four care communities"
    whose = f"{who}’s" if one else "the four care communities’"
    own = "its own place" if one else "their own community’s place"
    return Answer(
        sentence=(
            f"{fifths.share(fifths.most_deprived)} of {whose} patients lived in England’s most deprived fifth in "
            f"{_month()}: {formats.number(fifths.most_deprived)} of {formats.number(held.known)}."
        ),
        counts=(
            f"{who} had {formats.number(newest['patients'])} patients on {formats.day(newest['date'])}. In {_month()}, "
            f"{formats.number(held.own)} of {formats.number(held.inside)} who lived in the borough "
            f"({formats.number(held.own / held.inside * 100, 1)}%) lived in {own}. Deprivation is by the Index of "
            "2019, of patients whose neighbourhood is known."
        ),
    )


def _month() -> str:
    return overlap.registered_on().split(" ", 1)[1]


def show_not_compared(choice: Choice) -> None:
    """That a comparator chosen in the bar changes nothing in a view of counts; in a place that is always there."""
    with st.container():
        if choice.comparator_code != areas.ENGLAND:
            named = sentences.the(choice.comparator)
            filters.not_here(f"This view counts the patients and residents of St Helens; {named} does not change it.")


def show_answer(choice: Choice) -> None:
    """The answer, its counts, what a care community is, and where to go from here."""
    said = answer(choice.area_code)
    st.html(
        f"<h1 class='shc-answer'>{escape(said.sentence)}</h1>"
        f"<p class='shc-lead'>{escape(said.counts)}</p><p class='shc-lead'>{escape(WHAT_IT_IS)}</p>"
    )
    with st.container(horizontal=True):
        chosen = {"area": choice.area_code}
        links.show_link(router.MAP, "See where they live on the locality map", chosen, icon=router.MAP.icon)
        links.show_link(router.PRACTICES, "Look at one practice", chosen, icon=router.PRACTICES.icon)
