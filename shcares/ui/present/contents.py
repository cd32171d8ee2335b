"""What is inside before anything is opened: the slides of a story, the files of a pack."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from shcares.domain.stories import Story
from shcares.export.deck import Deck
from shcares.export.slides import slide_count
from shcares.style import sentences
from shcares.style.palette import Scheme
from shcares.ui import lineage, words
from shcares.ui.present import decks, packs
from shcares.ui.present.packs_contents import practices_of
from shcares.ui.present.practice_sheet import file_name

_LONGEST_LINK = 600
"""Characters of an address that may stand once for every slide; a longer one carries a whole story."""
_ABOUT_AND_SOURCES = 2
_UNBROKEN = "&nbsp;"


@st.fragment
def show_slides(story: Story, network: str, *, key: str, address: str | None) -> None:
    """A closed box with the number, heading and message of every slide, each a way to it; made when it is opened."""
    label = f"What its {sentences.count_words(len(story.slides), 'slide says', 'slides say')}"
    box = st.expander(label, icon=":material/format_list_numbered:", key=f"slides-{key}", on_change="rerun")
    if box.open:
        with box:
            # What slides say is the same in all colours, and is kept for the usual ones.
            st.html(slides_html(decks.story_deck(story, network, Scheme.SAFE), address))


def slides_html(deck: Deck, address: str | None) -> str:
    """The slides as a table; `address` is that of the show, if each is to lead to its place there."""
    linked = address if address and len(address) <= _LONGEST_LINK else ""
    rows = [
        words.Row([_way(number, slide.heading, linked), escape(slide.said)])
        for number, slide in enumerate(deck.slides, 1)
    ]
    return words.table(("Slide", "What it says"), [("", rows)], caption=deck.title)


def _way(number: int, heading: str, address: str) -> str:
    named = f"{number}. {escape(heading)}"
    if not address:
        return named
    return f"<a href='{escape(address)}#{number}' target='_blank' rel='noopener' style='color: inherit'>{named}</a>"


def files_html(network_codes: Sequence[str]) -> str:
    """The files of these networks' packs by name, and about how long each is."""
    alone = len(network_codes) == 1
    groups = [("" if alone else f"{_name(code)}/", _rows(code)) for code in network_codes]
    return words.table(("File", "What it is", "How much"), groups, caption="Files of the pack")


@lineage.remember()
def _rows(network_code: str) -> list[words.Row]:
    deck = packs.network_deck(network_code, Scheme.SAFE)
    codes = practices_of(network_code)
    figures = sum(slide.figure is not None for slide in deck.slides)
    sheets = ", ".join(file_name(code) for code in codes)
    return [
        _row(f"{deck.file_name}.pptx", "Slides for the meeting", f"about {slide_count(deck)} slides"),
        _row(f"{deck.file_name}.pdf", "The same figures to print", f"about {len(deck.slides) + 1} pages"),
        _row(f"{deck.file_name}.xlsx", "Their numbers", f"{figures + _ABOUT_AND_SOURCES} sheets"),
        _row("practices/", "A sheet of paper for each practice", f"{len(codes)} of one page", sheets),
    ]


def _row(file: str, what: str, length: str, under: str = "") -> words.Row:
    return words.Row([escape(file), words.two_lines(what, under), escape(length).replace(" ", _UNBROKEN)])


def _name(network_code: str) -> str:
    return packs.network_deck(network_code, Scheme.SAFE).file_name
