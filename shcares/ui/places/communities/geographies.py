"""Three ways to count the same people: registered, resident in the community, resident in the borough."""

import streamlit as st

from shcares.ui.filters import Choice


def show_geographies(choice: Choice) -> None:
    """Draw it."""
    st.markdown(choice.area)
