"""The slim part of the bar that holds one's own story: what is pinned, in which order, and the ways on."""

import streamlit as st

from shcares.style import sentences
from shcares.ui import filters, pins, recipes, router
from shcares.ui.present import own, ways


def show_bar() -> None:
    """Draw it. The list is always there, since it holds the story; the rest once the bar is opened."""
    pins.take_from_address()
    refs = pins.pinned()
    box = st.popover(f"My story ({len(refs)})", icon=":material/co_present:", key="my-story", on_change="rerun")
    with box:
        st.multiselect(
            "Figures in my story",
            list(refs),
            key=pins.STORY,
            accept_new_options=True,
            max_selections=pins.MOST,
            placeholder="Pin figures on any page, or type an ID",
            help="Every figure has an ID under it. The story is kept in the address and nowhere else.",
        )
        if box.open:
            _show_inside()
    pins.put_into_address()


def _show_inside() -> None:
    refs = pins.pinned()
    if not refs:
        st.markdown("Under every figure, open **Table, method and downloads** and choose **Pin to my story**.")
    for place, ref in enumerate(refs):
        _show_row(place, ref)
    if refs:
        st.markdown(f"{sentences.count_words(len(refs), 'slide')} in this order.")
        ways.show_ways(own.story(), "", filters.current().scheme, key="bar", pins=refs)
        st.button("Clear my story", key="clear-story", icon=":material/delete:", on_click=pins.clear)
    st.page_link(router.path_of(router.STORIES), label="Write its messages, or open a story", icon=":material/edit:")


def _show_row(place: int, ref: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{place + 1}. {title_of(ref)}")
        if place:
            st.button(
                "Up", key=f"up-{ref}", icon=":material/arrow_upward:", on_click=pins.move_up, args=(place,), help=ref
            )
        st.button("Remove", key=f"out-{ref}", icon=":material/close:", on_click=pins.take_out, args=(ref,), help=ref)


def title_of(ref: str) -> str:
    """What a figure is called; of an ID that is none, that it is none."""
    try:
        return recipes.by_ref(ref, filters.current().scheme).title
    except recipes.UnknownFigureError:
        return f"No figure has the ID {ref}"
