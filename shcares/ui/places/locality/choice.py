"""What is chosen on the map: the layer, and a practice, a neighbourhood or a care community; kept in the address."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from shcares.domain import areas
from shcares.maps.background import background
from shcares.style.palette import Scheme
from shcares.ui import lineage, reads
from shcares.ui.filters import Choice
from shcares.ui.places.locality import communities, deprivation, one_community, practice_figures, scene, small_areas
from shcares.ui.places.locality.layer import Layer
from shcares.ui.places.locality.marks import numbered
from shcares.ui.places.names import neighbourhood_labels, practice_labels

MAP, PLACE, SHOWS, WITH_PRACTICES, STREETS = "map", "place", "shows", "with_practices", "streets"
NOTHING = ""
KINDS = ("Care communities", "Deprivation", "Neighbourhoods", "Practices")
PRESETS: dict[str, dict[str, str]] = {
    "The four care communities": {SHOWS: KINDS[0], "area": areas.ST_HELENS, PLACE: NOTHING},
    "Deprivation": {SHOWS: KINDS[1], "area": areas.ST_HELENS, PLACE: NOTHING},
    "Where Central’s patients live": {SHOWS: KINDS[0], "area": "U67149", PLACE: NOTHING},
}
"""Choices to start from: what each sets."""

_AREAS_ALONE = (KINDS[1], KINDS[2])
_LISTS: dict[str, tuple[str, str, Callable[[], dict[str, Any]]]] = {
    KINDS[1]: ("deprivation", "Edition and domain", deprivation.options),
    KINDS[2]: ("small_area_figure", "Figure", small_areas.options),
    KINDS[3]: ("register_on_map", "Figure", practice_figures.options),
}


KEYS = (SHOWS, PLACE, WITH_PRACTICES, STREETS, *(key for key, _, _ in _LISTS.values()))
"""The keys of all widgets of the map."""


def show_pickers() -> None:
    """What sort of figures the map shows, and which of them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="map-pickers"):
        kind = st.segmented_control(
            "Map shows",
            list(KINDS),
            key=SHOWS,
            default=None if SHOWS in st.session_state else KINDS[0],
            required=True,
            bind="query-params",
        )
        if kind in _LISTS:
            key, label, options = _LISTS[kind]
            st.selectbox(label, list(options()), key=key, bind="query-params", width=430)
        if kind in _AREAS_ALONE:
            st.checkbox("Show practices", key=WITH_PRACTICES, bind="query-params")
        if background():
            st.checkbox("Streets underneath", key=STREETS, bind="query-params")


def show_finder() -> str:
    """The list that chooses what a click on the map chooses; answers the code of what is chosen."""
    labels = place_labels()
    _follow_short_name()
    return st.selectbox(
        "Find a place or practice",
        list(labels),
        format_func=labels.__getitem__,
        key=PLACE,
        bind="query-params",
        help="Does the same as a click on the map. Type part of a practice’s name, old or new, or of a neighbourhood "
        "or its ward.",
    )


def current_layer(choice: Choice) -> Layer:
    """The layer chosen in the pickers."""
    kind = st.session_state[SHOWS]
    layer = _layer(kind, choice)
    return layer if kind not in _AREAS_ALONE or st.session_state[WITH_PRACTICES] else layer.without_practices()


def _layer(kind: str, choice: Choice) -> Layer:
    if kind == KINDS[1]:
        return deprivation.layer(st.session_state["deprivation"], choice.scheme)
    if kind == KINDS[2]:
        return small_areas.layer(st.session_state["small_area_figure"])
    if kind == KINDS[3]:
        return practice_figures.layer(st.session_state["register_on_map"], choice.area_code, choice.scheme)
    if choice.is_borough:
        return communities.all_four(choice.scheme)
    return one_community.one_community(choice.area_code, choice.scheme)


@lineage.remember()
def place_labels() -> dict[str, str]:
    """Codes of all that can be chosen, to labels: nothing, the communities, the practices, the small areas."""
    known = reads.networks()
    networks = {
        str(code): f"{name} care community" for code, name in zip(known["area_code"], known["short_name"], strict=True)
    }
    shown = set(numbered()["practice_code"])
    practices = {code: label for code, label in practice_labels().items() if code in shown}
    middle = {
        str(code): f"{reads.area_name(code)} (middle-layer area)"
        for code in sorted(reads.lookup()["msoa11_code"].unique(), key=reads.area_name)
    }
    return {NOTHING: "Nothing chosen"} | networks | practices | neighbourhood_labels() | middle


def _follow_short_name() -> None:
    """A link that names a neighbourhood without its ward chooses it too."""
    asked = st.query_params.get(PLACE)
    named = {reads.area_name(code): code for code in neighbourhood_labels()}
    if asked in named and PLACE not in st.session_state:
        st.session_state[PLACE] = named[asked]
        st.query_params[PLACE] = neighbourhood_labels()[named[asked]]


def take_click() -> None:
    """Choose what was clicked on the map; runs before the page is drawn."""
    clicked = st.session_state.get(MAP) or {}
    place = clicked.get("place", NOTHING) if isinstance(clicked, dict) else NOTHING
    if place in place_labels():
        st.session_state[PLACE] = place


def warm() -> None:
    """Make what a first visitor asks for: each kind of layer as it opens, and each community alone."""
    scene.content()
    place_labels()
    communities.all_four(Scheme.SAFE)
    for network_code in reads.networks()["area_code"]:
        one_community.one_community(network_code, Scheme.SAFE)
        practice_figures.layer(next(iter(practice_figures.options())), network_code, Scheme.SAFE)
    practice_figures.layer(next(iter(practice_figures.options())), areas.ST_HELENS, Scheme.SAFE)
    deprivation.layer(next(iter(deprivation.options())), Scheme.SAFE)
    small_areas.layer(next(iter(small_areas.options())))
