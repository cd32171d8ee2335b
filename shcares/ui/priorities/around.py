"""Around the measures: what else bears on a priority, where St Helens stands on it and which way it goes."""

import streamlit as st

from shcares.ui import figures, filters
from shcares.ui.filters import Choice
from shcares.ui.priorities.lists import lists_figure
from shcares.ui.priorities.multiples import multiples_figure
from shcares.ui.priorities.rug import rug_figure
from shcares.ui.priorities.slope import show_slope
from shcares.ui.priorities.spine import spine_figure
from shcares.ui.priorities.splits import show_splits


def show_around(priority_id: str, choice: Choice) -> None:
    """Two lists, the spine, the neighbours, the series, women and men and ages, the gap inside the borough."""
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if not choice.is_borough:
            filters.not_here(
                f"These indicators are published for the borough, so St Helens is shown and not {choice.area}."
            )
    against = (choice.comparator_code, choice.comparator)
    st.header("Worse and worsening, better and improving", anchor=False)
    figures.show(lists_figure(priority_id, *against, choice.scheme))
    st.header("Where St Helens stands", anchor=False)
    with st.container(key="spine"):
        figures.show(spine_figure(priority_id, *against, choice.scheme))
    st.header("St Helens beside its neighbours", anchor=False)
    figures.show(rug_figure(priority_id, *against, choice.scheme))
    st.header("How they have moved", anchor=False)
    figures.show(multiples_figure(priority_id, *against))
    show_splits(priority_id, choice)
    st.header("The gap inside the borough", anchor=False)
    show_slope(priority_id, choice)
