"""A care community's page: the answer, then four views of it, of which only the open one is drawn."""

from collections.abc import Callable

import streamlit as st

from shcares.ui import filters, keep, router
from shcares.ui.filters import Choice
from shcares.ui.places.communities import answer, beside, geographies, parts, patients, practices

VIEWS: dict[str, Callable[[Choice], None]] = {
    parts.PATIENTS: patients.show_patients,
    parts.PRACTICES: practices.show_practices,
    parts.BESIDE: beside.show_beside,
    parts.GEOGRAPHIES: geographies.show_geographies,
}
_KEYS = ("part", "register_of_practices", "register_year", "communities_years")


def show_communities() -> None:
    """The whole page, of the care community in the filter bar or of all four."""
    choice = filters.current()
    keep.restore(router.COMMUNITIES.address, *_KEYS)
    answer.show_answer(choice)
    tabs = st.tabs(list(VIEWS), key="part", bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                show(choice)
    keep.save(router.COMMUNITIES.address, *_KEYS)
