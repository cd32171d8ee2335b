"""The panel beside the map: what is chosen, how it stands on this map, and its profile; or how to start."""

from html import escape

import streamlit as st

from shcares.domain.vocabulary import AreaType
from shcares.ui import figures, links, router
from shcares.ui.places.locality import choice as chosen_on_map
from shcares.ui.places.locality.layer import Layer
from shcares.ui.places.locality.profiles import kinds, profile


def show_panel(layer: Layer, place: str) -> None:
    """The profile of what is chosen; without a choice, how to make one and views to start from."""
    kind = kinds().get(place)
    if kind is None:
        _show_how_to_start()
        return
    figure = profile(place)
    st.html(f"<h2 class='shc-h3'>{escape(figure.title)}</h2>{_on_this_map(layer, place)}")
    figures.show(figure)
    _show_ways_on(kind, place)


def _show_how_to_start() -> None:
    st.html(
        "<p class='shc-lead'><strong>Choose</strong> a neighbourhood, a practice’s number or a community’s name on the "
        "map, or find it in the list above. The list knows a neighbourhood by its ward of 2024 too. What is chosen "
        "stays in the address: copy it to share this view.</p>"
    )
    st.markdown("**Views to start from**")
    with st.container(gap=None):
        for label, sets in chosen_on_map.PRESETS.items():
            links.show_choice(label, sets, key=f"preset-{label}", icon=":material/map:")


def _on_this_map(layer: Layer, place: str) -> str:
    said = layer.words_of(place)
    return (
        f"<p class='shc-lead'><strong>On this map:</strong> {escape(said)}</p>" if said and place in layer.said else ""
    )


def _show_ways_on(kind: AreaType, place: str) -> None:
    if kind is AreaType.PRACTICE:
        links.show_link(
            router.PRACTICES, "All about this practice", {"practice": place}, icon=":material/arrow_forward:"
        )
    if kind is AreaType.NETWORK:
        links.show_link(
            router.COMMUNITIES, "All about this community", {"area": place}, icon=":material/arrow_forward:"
        )
        links.show_choice(
            "Show where its patients live",
            {chosen_on_map.SHOWS: chosen_on_map.KINDS[0], "area": place},
            key="show-its-patients",
            icon=":material/map:",
        )
