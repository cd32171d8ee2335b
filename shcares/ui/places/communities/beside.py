"""The four care communities side by side, and what changed between two years."""

import streamlit as st

from shcares.ui.filters import Choice


def show_beside(choice: Choice) -> None:
    """Draw it."""
    st.markdown(choice.area)
