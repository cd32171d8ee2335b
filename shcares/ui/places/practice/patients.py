"""Where a practice's patients live: how deprived the places are, and a still map that picks out no household."""

import streamlit as st

from shcares.ui import figures
from shcares.ui.filters import Choice
from shcares.ui.places.practice import homes_of
from shcares.ui.places.practice.deprived import deprived_figure
from shcares.ui.places.practice.profile import practice
from shcares.ui.places.practice.where import where_figure


def show_patients(code: str, _choice: Choice) -> None:
    """Deprivation beside the map, or why there is neither."""
    if homes_of.deprived(code) is None:
        st.markdown(f"**No data for {practice(code).name}**: {homes_of.why_none(code)}.")
        return
    left, right = st.container(key="practice-homes").columns([3, 2], gap="large")
    with left:
        figures.show(deprived_figure(code))
    with right:
        figures.show(where_figure(code))
