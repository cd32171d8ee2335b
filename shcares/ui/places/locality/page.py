"""The locality map: the finding, the pickers, the map, and beside it the panel of what is chosen."""

from html import escape

import streamlit as st
from streamlit_folium import st_folium

from shcares.maps.background import background
from shcares.maps.locality import locality_map, picture_layer
from shcares.ui import figures, filters, keep, router
from shcares.ui.places.locality import choice as chosen
from shcares.ui.places.locality import scene
from shcares.ui.places.locality.layer import Layer
from shcares.ui.places.locality.panel import show_panel

HEIGHT = 455
_TITLE = "Map of St Helens: areas, practices and a legend. The list after it chooses the same things."


def show_map() -> None:
    """The whole page."""
    choice = filters.current()
    keep.restore(router.MAP.address, *chosen.KEYS)
    heading = st.container()
    chosen.show_pickers()
    layer = chosen.current_layer(choice)
    heading.html(f"<h1 class='shc-answer'>{escape(layer.finding)}</h1>")
    beside, panel = st.container(key="map-and-panel").columns([2, 1], gap="medium")
    with panel:
        place = chosen.show_finder()
        show_panel(layer, place)
    with beside:
        _show_folium(layer, place)
        figures.show_words(layer.figure)
    keep.save(router.MAP.address, *chosen.KEYS)


def _show_folium(layer: Layer, place: str) -> None:
    drawn = locality_map(
        title=_TITLE,
        files=scene.FILES,
        scene=f"{scene.FILES}/{scene.name()}",
        font=scene.font(),
        middle=scene.middle(),
        tiles=background(),
    )
    st_folium(
        drawn,
        key=chosen.MAP,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=picture_layer(layer.picture, place, streets=bool(st.session_state.get(chosen.STREETS))),
        on_change=chosen.take_click,
    )
