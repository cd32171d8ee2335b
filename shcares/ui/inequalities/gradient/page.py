"""The gradient inside the borough: the answer, then six views of it, of which only the open one is drawn."""

from collections.abc import Callable

import streamlit as st

from shcares.domain import areas
from shcares.ui import filters, keep, reads, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient import (
    answer,
    by_tenth,
    deprivation,
    england,
    life,
    neighbourhoods,
    practices,
)

VIEWS: dict[str, Callable[[Choice], None]] = {
    "Deprivation": deprivation.show_deprivation,
    "By tenth": by_tenth.show_by_tenth,
    "Neighbourhood by neighbourhood": neighbourhoods.show_neighbourhoods,
    "Length of life": life.show_life,
    "Practices": practices.show_gradient_practices,
    "England": england.show_england,
}
_VIEW = "gradient_view"
_KEYS = (
    _VIEW,
    *deprivation.KEYS,
    *by_tenth.KEYS,
    *neighbourhoods.KEYS,
    *life.KEYS,
    *practices.KEYS,
    *england.KEYS,
)


def show_gradient() -> None:
    """The whole page, of the borough or of the care community in the filter bar."""
    choice = filters.current()
    keep.restore(router.GRADIENT.address, *_KEYS)
    answer.show_answer(choice)
    tabs = st.tabs(list(VIEWS), key=_VIEW, bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                show(choice)
    keep.save(router.GRADIENT.address, *_KEYS)


def warm() -> None:
    """Make what a first visitor asks for."""
    for area_code in (areas.ST_HELENS, *reads.networks()["area_code"]):
        answer.answer(area_code)
    for make in (
        deprivation.warm,
        by_tenth.warm,
        neighbourhoods.warm_neighbourhoods,
        life.warm_life,
        practices.warm_practices,
        england.warm,
    ):
        make()
