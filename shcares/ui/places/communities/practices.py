"""The practices of a care community on every practice indicator: higher, lower, or no telling."""

import streamlit as st

from shcares.ui.filters import Choice


def show_practices(choice: Choice) -> None:
    """Draw it."""
    st.markdown(choice.area)
