"""Stories to tell a room: those that come with the plan, and one's own."""

from collections.abc import Sequence

import streamlit as st

from shcares.domain.stories import Story
from shcares.style import sentences
from shcares.ui import filters, pins
from shcares.ui.present import contents, decks, edit, faults, own, ways

_KEYS = (
    "**In the show:** the arrows, the space bar or a clicker move. **N** opens the speaker notes in a second window. "
    "**F** fills the screen, **Esc** leaves it, **B** makes it black. Once it is open it needs no internet."
)


def show_page() -> None:
    """The page."""
    choice = filters.current()
    st.title("Stories to tell a room")
    st.markdown(_KEYS)
    for story in decks.stories():
        _show_story(story, choice)
    _show_own(choice)
    _show_opened(choice)


def _show_story(story: Story, choice: filters.Choice) -> None:
    st.header(story.title.replace(": $network", ""))
    st.markdown(f"{story.purpose} {sentences.count_words(len(story.slides), 'slide')}.")
    network = _network(choice, key=f"network-{story.id}") if story.takes_network else ""
    ways.show_ways(story, network, choice.scheme, key=story.id)
    _show_slides(story, network, choice, key=story.id)


def _network(choice: filters.Choice, *, key: str) -> str:
    """The community of the filter bar; where that is the borough, one chosen here."""
    if not choice.is_borough:
        st.markdown(f"Told of **{choice.area}**, the area chosen above.")
        return choice.area_code
    names = decks.networks()
    return st.selectbox("Told of which care community?", list(names), format_func=names.__getitem__, key=key, width=280)


def _show_own(choice: filters.Choice) -> None:
    refs = pins.pinned()
    st.header("My story")
    if not refs:
        st.markdown("Nothing is pinned yet. Open the table under any figure and choose **Pin to my story**.")
        return
    edit.show_pinned(refs)
    story = own.story()
    _show_faults(story, "")
    ways.show_ways(story, "", choice.scheme, key="own", pins=refs)
    _show_slides(story, "", choice, key="own", pins=refs)


def _show_opened(choice: filters.Choice) -> None:
    st.header("A story from a file")
    edit.show_opener()
    story = own.opened()
    if story is None:
        return
    st.subheader(story.title)
    st.markdown(f"{story.purpose} {sentences.count_words(len(story.slides), 'slide')}.")
    network = _network(choice, key="network-opened") if story.takes_network else ""
    _show_faults(story, network)
    edit.show_opened(story)
    written = own.opened() or story
    ways.show_ways(written, network, choice.scheme, key="opened")
    _show_slides(written, network, choice, key="opened")


def _show_slides(story: Story, network: str, choice: filters.Choice, *, key: str, pins: Sequence[str] = ()) -> None:
    address = ways.address_of(story, network, choice.scheme, pins)
    contents.show_slides(story, network, key=key, address=address)


def _show_faults(story: Story, network: str) -> None:
    """What of a person's own story cannot be shown, before anybody shows it."""
    for sentence in faults.sentences_of(faults.story_faults(story, "", [network])):
        st.markdown(f":material/warning: {edit.plain(sentence)}")
