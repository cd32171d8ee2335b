"""What can be done with a story: shown to a room, taken away as slides, as one page, as a file."""

from collections.abc import Callable, Sequence

import streamlit as st

from shcares.catalogue.stories import story_toml
from shcares.domain.stories import Story
from shcares.style.palette import Scheme
from shcares.ui.present import decks, shows, told

_POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def show_ways(story: Story, network: str, scheme: Scheme, *, key: str, pins: Sequence[str] = ()) -> None:
    """The buttons of one story; `pins` are its figures where it is nothing else."""
    deck_name = decks.file_name(story, network)
    address = address_of(story, network, scheme, pins)
    with st.container(horizontal=True, vertical_alignment="center"):
        if address:
            st.link_button("Show", address, icon=":material/play_arrow:", key=f"show-{key}")
        _download("PowerPoint", lambda: _powerpoint(story, network, scheme), f"{deck_name}.pptx", _POWERPOINT, key)
        _download("The show as one file", lambda: _page(story, network, scheme), f"{deck_name}.html", "text/html", key)
        _download("The story as text", lambda: story_toml(story).encode(), f"{story.id}.toml", "text/plain", key)
    if not address:
        st.markdown("This story is too long for an address. Download the show as one file and open that.")


def address_of(story: Story, network: str, scheme: Scheme, pins: Sequence[str] = ()) -> str | None:
    """Where the show of a story is; None where it is one's own and too long for an address."""
    if decks.story_of(story.id) == story:
        return shows.address(story.id, network=decks.networks().get(network, ""), scheme=scheme)
    if pins and told.of_pins(pins, {}) == story:
        return shows.address(shows.OWN, scheme=scheme, pins=pins)
    return shows.told_address(story, network=decks.networks().get(network, ""), scheme=scheme)


def _download(label: str, make: Callable[[], bytes], file_name: str, mime: str, key: str) -> None:
    st.download_button(
        label,
        make,
        file_name=file_name,
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"{file_name.rpartition('.')[2]}-{key}",
    )


def _powerpoint(story: Story, network: str, scheme: Scheme) -> bytes:
    from shcares.export.slides import deck_pptx

    return deck_pptx(decks.story_deck(story, network, scheme), scheme)


def _page(story: Story, network: str, scheme: Scheme) -> bytes:
    return shows.show(story, network, scheme, shows.Look.LIGHT).encode()
