"""One priority's page: the answer, then four views of it, of which only the open one is drawn."""

from collections.abc import Callable

import streamlit as st

from shcares.ui import filters
from shcares.ui.filters import Choice
from shcares.ui.priorities import answer, around, cards, explain, registers

View = Callable[[str, Choice], None]
VIEWS: dict[str, View] = {
    "The measures": cards.show_measures,
    "Around the measures": around.show_around,
    "Practices": registers.show_registers,
    "Compare and explain": explain.show_compare,
}


def show_priority(priority_id: str) -> None:
    """The whole page of one priority."""
    choice = filters.current()
    answer.show_answer(priority_id, choice)
    tabs = st.tabs(list(VIEWS), key="part", bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                show(priority_id, choice)
