"""Nearer than the borough: the figures of one focus area by neighbourhood and by practice, each a way onto the map."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from shcares.style import sentences
from shcares.ui import links, reads, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.model.library import show_in_library
from shcares.ui.inequalities.model.parts import part_of
from shcares.ui.places.communities.parts import PRACTICES as SIDE_BY_SIDE
from shcares.ui.places.locality import practice_figures, small_areas
from shcares.ui.places.locality.choice import KINDS, SHOWS

_NEIGHBOURHOODS, _PRACTICES = KINDS[2], KINDS[3]


def show_nearer(model_id: str, focus_id: str, _: Choice) -> None:
    """Both lists side by side: on the map, and in the library."""
    _draw(model_id, focus_id)


@st.cache_data(show_spinner=False, max_entries=100)
def _draw(model_id: str, focus_id: str) -> None:
    # Drawn once and then replayed: nothing in it asks the viewer anything.
    part = part_of(model_id, focus_id)
    if not part.hung:
        st.html(f"<p class='shc-sentence'>{escape(part.coverage)} So there is nothing nearer either.</p>")
        return
    _draw_level("By neighbourhood", part.small, on_map(part.small), {SHOWS: _NEIGHBOURHOODS}, "small_area_figure")
    practices = {label: each for label, each in practice_figures.options().items() if each in part.practice}
    _draw_level("By practice", part.practice, practices, {SHOWS: _PRACTICES}, "register_on_map")
    if practices:
        st.subheader("Side by side, with intervals, on the page of the care communities", anchor=False)
        with st.container(horizontal=True, gap="small"):
            for label, each in practices.items():
                chosen = {"part": SIDE_BY_SIDE, "register_of_practices": each}
                links.show_link(router.COMMUNITIES, label, chosen, icon=router.COMMUNITIES.icon)


def on_map(indicator_ids: Sequence[str]) -> dict[str, str]:
    """The labels under which the map shows these small-area indicators, and the indicator of each."""
    return {
        label: member.indicator_id
        for label, member in small_areas.options().items()
        if member.indicator_id in indicator_ids
    }


def _draw_level(heading: str, held: Sequence[str], labels: dict[str, str], chosen: dict[str, str], widget: str) -> None:
    st.header(heading, anchor=False, divider="gray")
    if not held:
        st.html("<p class='shc-sentence'>No figure of this focus area is held at this level.</p>")
        return
    here, there = st.columns(2, gap="medium")
    with here, st.container(gap=None):
        st.subheader("On the map", anchor=False)
        for label in labels:
            links.show_link(router.MAP, label, {**chosen, widget: label}, icon=router.MAP.icon)
        _draw_unmapped([each for each in held if each not in labels.values()])
    with there, st.container(gap=None):
        st.subheader("In the library", anchor=False)
        show_in_library(held)


def _draw_unmapped(indicator_ids: Sequence[str]) -> None:
    if indicator_ids:
        names = sentences.listed([reads.indicator(each)["name"] for each in indicator_ids])
        st.html(f"<p class='shc-note'>Not on the map, since all neighbourhoods have the same value: {names}.</p>")
