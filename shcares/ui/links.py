"""Links that carry a choice: to another page with an area, a practice or a place already chosen.

A widget bound to the address keeps its own value when a link names another, so a link carries its choice under a name
of its own (`to_area=...`); it is handed to the widget before that is drawn, and taken out of the address. On the page
itself a choice is a button: a link would leave the other choices out of the address.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress

import streamlit as st
from streamlit.errors import StreamlitAPIException

from shcares.ui import filters, keep, router
from shcares.ui.explore import choice as explore
from shcares.ui.explore import search
from shcares.ui.explore.profile import choice as profile
from shcares.ui.inequalities.model import choice as model
from shcares.ui.places import names
from shcares.ui.places.communities import parts
from shcares.ui.places.locality import choice, deprivation, practice_figures, small_areas
from shcares.ui.registers import offered

_PREFIX = "to_"
_OPTIONS: dict[str, Callable[[], Collection[str]]] = {
    "area": filters.area_options,
    "place": choice.place_labels,
    "practice": names.practice_labels,
    "shows": lambda: choice.KINDS,
    "deprivation": deprivation.options,
    "small_area_figure": small_areas.options,
    "register_on_map": practice_figures.options,
    "part": lambda: parts.PARTS,
    "register_of_practices": offered.names,
    model.MODEL: model.model_names,
    model.FOCUS: model.focus_names,
    explore.INDICATOR: search.labels,
    profile.AREA: profile.options,
    profile.TOPIC: profile.topics,
}
"""Keys of the widgets that a link may set, and what each may be set to."""
_LABELS: dict[str, Callable[[], Mapping[str, str]]] = {
    "area": filters.area_options,
    "place": choice.place_labels,
    "practice": names.practice_labels,
    "register_of_practices": offered.names,
    explore.INDICATOR: search.labels,
    profile.AREA: profile.options,
    profile.TOPIC: profile.topics,
}
"""Widgets whose values are codes: the address holds their labels."""


def follow() -> None:
    """Hand over what a followed link carries; before any widget is drawn. What is not an option is passed over."""
    for name in [name for name in st.query_params if name.startswith(_PREFIX)]:
        key, value = name.removeprefix(_PREFIX), st.query_params[name]
        del st.query_params[name]
        if key in _OPTIONS and value in _OPTIONS[key]():
            keep.carry(key, value)
            _write(key, _LABELS[key]()[value] if key in _LABELS else value)


def _write(key: str, label: str) -> None:
    """Put the choice into the address: a widget drawn for the first time does not do so by itself."""
    with suppress(StreamlitAPIException):  # one that is on the screen already writes its own, and nobody else may
        st.query_params[key] = label


def show_link(spec: router.PageSpec, label: str, chosen: Mapping[str, str], *, icon: str | None = None) -> None:
    """A link to another page; `chosen` are values of that page's widgets by their keys."""
    carried = {f"{_PREFIX}{key}": value for key, value in chosen.items()}
    st.page_link(router.path_of(spec), label=label, query_params=carried, icon=icon)


def show_choice(label: str, chosen: Mapping[str, str], *, key: str, icon: str | None = None) -> None:
    """A button that sets widgets of this page; `chosen` as in `show_link`, `key` names the button."""
    st.button(label, key=key, icon=icon, on_click=_choose, args=(dict(chosen),), type="tertiary")


def _choose(chosen: Mapping[str, str]) -> None:
    for key, value in chosen.items():
        st.session_state[key] = value
