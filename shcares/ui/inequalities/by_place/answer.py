"""The answer of the page: in which focus areas each community has a higher burden than all four, and what to ask."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from shcares.domain.ages import age_span
from shcares.stats.carried import Carried
from shcares.style import formats, sentences
from shcares.ui import lineage, links, reads, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.by_place import method, standing
from shcares.ui.inequalities.by_place.looks import TOGETHER_WORDS
from shcares.ui.places.communities import ages, overlap
from shcares.ui.places.communities.overlap import percent

_WORDS = {
    TOGETHER_WORDS[Carried.MIXED]: "Higher on some measures, lower on others",
    TOGETHER_WORDS[Carried.NOT_COMPARED]: "No figure by practice or neighbourhood",
}
"""What a line says in full of bands whose cell has few words."""
_THAN = "than the four communities together"
_OLD = 65
_CARE = "Quality of care here is the illness that practices look after, not how well they do it."


@dataclass(frozen=True)
class Answer:
    """The sentence of the first screen and the lines under it."""

    sentence: str
    lines: tuple[str, ...]


@lineage.remember()
def answer(area_code: str) -> Answer:
    """Of one community, or of all four for the borough."""
    if area_code in overlap.codes():
        asked = f"{older_words(area_code)} {_CARE}"
        return Answer(_of_one(area_code), (method.dated_words(), _rest(area_code), asked))
    each = sorted(overlap.codes(), key=lambda code: -len(_more(code)))
    return Answer(_of_all(each), (f"{method.dated_words()} {_CARE}", *(_line(code) for code in each)))


def _more(network: str) -> tuple[str, ...]:
    return standing.in_band(network, Carried.MORE)


def _of_one(network: str) -> str:
    more, less = _more(network), standing.in_band(network, Carried.LESS)
    named = f": {sentences.listed(standing.names_of(more))}" if more else ""
    if not more and less:
        named = f"; a lower burden in {len(less)}: {sentences.listed(standing.names_of(less))}"
    return (
        f"{reads.area_name(network)}’s people carry a higher burden {_THAN} in {len(more) or 'none'} "
        f"{_of_compared()}{named}."
    )


def _of_compared() -> str:
    return f"of the {sentences.count_words(len(standing.compared()), 'focus area')} with a figure"


def _rest(network: str) -> str:
    """The other bands, each with its focus areas; lower stands in the answer itself where nothing is higher."""
    said = {Carried.MORE} if _more(network) else {Carried.MORE, Carried.LESS}
    parts: dict[str, list[str]] = {}
    for focus in standing.ordered(network):
        held = standing.standings()[focus, network]
        if held.verdict not in said:
            parts.setdefault(_WORDS.get(held.word, held.word), []).extend(standing.names_of((focus,)))
    return " ".join(f"{words}: {sentences.listed(names)}." for words, names in parts.items())


def _of_all(each: list[str]) -> str:
    first, *others = each
    beside = [f"{reads.area_name(code)} in {len(_more(code)) or 'none'}" for code in others]
    return (
        f"{reads.area_name(first)}’s people carry a higher burden {_THAN} in {len(_more(first))} "
        f"{_of_compared()}; {sentences.listed(beside)}."
    )


def _line(network: str) -> str:
    said = []
    for band, word in ((Carried.MORE, "higher burden in"), (Carried.LESS, "lower in")):
        held = standing.in_band(network, band)
        if held:
            said.append(f"{word} {sentences.listed(standing.names_of(held))}")
    return f"{reads.area_name(network)}: {'; '.join(said) or 'neither higher nor lower in any'}."


@lineage.remember()
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
        links.show_link(router.MODEL, "See the model of what shapes health", {}, icon=router.MODEL.icon)


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
