"""The answer of the page: in which focus areas each community carries more than the four together, and what to ask."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from shcares.domain.ages import age_span
from shcares.stats.carried import Carried
from shcares.style import formats, sentences
from shcares.ui import links, reads, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.by_place import standing
from shcares.ui.places.communities import ages, overlap
from shcares.ui.places.communities.overlap import percent

_REST = {
    Carried.MIXED: "More on some measures, less on others",
    Carried.CANNOT_TELL: "Can't tell",
    Carried.ALIKE: "About the same",
    Carried.LESS: "Less",
    Carried.NOT_COMPARED: "No figure by practice or neighbourhood",
}
_OLD = 65
_CARE = "Quality of care here is the illness that practices look after, not how well they do it."


@dataclass(frozen=True)
class Answer:
    """The sentence of the first screen and the lines under it."""

    sentence: str
    lines: tuple[str, ...]


@st.cache_resource(show_spinner=False)
def answer(area_code: str) -> Answer:
    """Of one community, or of all four for the borough."""
    if area_code in overlap.codes():
        return Answer(_of_one(area_code), (_rest(area_code), f"{older_words(area_code)} {_CARE}"))
    each = sorted(overlap.codes(), key=lambda code: -len(_more(code)))
    return Answer(_of_all(each), (*(_line(code) for code in each), _CARE))


def _more(network: str) -> tuple[str, ...]:
    return standing.in_band(network, Carried.MORE)


def _of_one(network: str) -> str:
    more, less = _more(network), standing.in_band(network, Carried.LESS)
    named = f": {sentences.listed(standing.names_of(more))}" if more else ""
    if not more and less:
        named = f", and less in {len(less)}: {sentences.listed(standing.names_of(less))}"
    return (
        f"{reads.area_name(network)}’s people carry more than the four communities’ average in "
        f"{len(more) or 'none'} of {len(standing.focus_areas())} focus areas{named}."
    )


def _rest(network: str) -> str:
    """The other bands, each with the focus areas in it; less stands in the answer itself where nothing is more."""
    bands = _REST if _more(network) else {band: words for band, words in _REST.items() if band is not Carried.LESS}
    parts = [
        f"{words}: {sentences.listed(standing.names_of(held))}."
        for band, words in bands.items()
        if (held := standing.in_band(network, band))
    ]
    return " ".join(parts)


def _of_all(each: list[str]) -> str:
    first, *others = each
    beside = [f"{reads.area_name(code)} in {len(_more(code)) or 'none'}" for code in others]
    return (
        f"{reads.area_name(first)}’s people carry more than the four communities’ average in {len(_more(first))} of "
        f"{len(standing.focus_areas())} focus areas, {sentences.listed(beside)}."
    )


def _line(network: str) -> str:
    said = []
    for band, word in ((Carried.MORE, "more in"), (Carried.LESS, "less in")):
        held = standing.in_band(network, band)
        if held:
            said.append(f"{word} {sentences.listed(standing.names_of(held))}")
    return f"{reads.area_name(network)}: {'; '.join(said) or 'neither more nor less in any'}."


@st.cache_resource(show_spinner=False)
def older_words(area_code: str) -> str:
    """How old the patients are beside those of all four: the first thing to ask of a register."""
    own, whole = _older([area_code]), _older(overlap.codes())
    return (
        f"Registers are not adjusted for age, so ask that first: {own} of {reads.area_name(area_code)}’s patients were "
        f"{_OLD} or over in {pd.Timestamp(ages.counted_on()):%B %Y}, {whole} of all four’s."
    )


def _older(networks: list[str]) -> str:
    bands = [band for band in ages.bands() if age_span(band).first >= _OLD]
    part, every = (sum(ages.people(code, of) for code in networks) for of in (bands, ages.bands()))
    return percent(part, every)


def show_answer(choice: Choice) -> None:
    """The answer, its lines, and where to go from here."""
    said = answer(choice.area_code)
    lines = "".join(f"<p class='shc-lead'>{escape(line)}</p>" for line in said.lines)
    st.html(f"<h1 class='shc-answer'>{escape(said.sentence)}</h1>{lines}")
    with st.container(horizontal=True, vertical_alignment="center"):
        if choice.is_borough:
            for code in overlap.codes():
                links.show_choice(f"{reads.area_name(code)} alone", {"area": code}, key=f"by-place-{code}")
        else:
            chosen = {"area": choice.area_code, "place": choice.area_code}
            name = reads.area_name(choice.area_code)
            links.show_link(router.MAP, f"See {name} on the locality map", chosen, icon=router.MAP.icon)
            chosen = {"area": choice.area_code}
            links.show_link(router.COMMUNITIES, f"See who {name}’s patients are", chosen, icon=router.COMMUNITIES.icon)
        links.show_link(router.MODEL, "See the model the focus areas are of", {}, icon=router.MODEL.icon)


def all_older() -> str:
    """The share of older patients of each community, for the notes of a figure."""
    each = [f"{reads.area_name(code)} {_older([code])}" for code in overlap.codes()]
    return (
        f"Registers are not adjusted for age. Patients of {_OLD} or over in {pd.Timestamp(ages.counted_on()):%B %Y}: "
        f"{sentences.listed(each)}; all four {_older(overlap.codes())}."
    )


def largest_share() -> str:
    """That all four hold the community itself, and how much of them the largest is."""
    sizes = {code: overlap.homes_of(code).listed for code in overlap.codes()}
    name = max(sizes, key=lambda code: sizes[code])
    return (
        "Each community is part of the four it is read against, which draws the two together: "
        f"{reads.area_name(name)} has {formats.number(sizes[name] / sum(sizes.values()) * 100)}% of the patients."
    )
