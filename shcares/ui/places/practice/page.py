"""One practice's page."""

import streamlit as st

from shcares.ui import filters
from shcares.ui.places.names import practice_labels


def show_practice() -> None:
    """Choose a practice; all there is to know of it."""
    filters.current()
    st.selectbox(
        "Practice",
        list(practice_labels()),
        format_func=practice_labels().__getitem__,
        key="practice",
        bind="query-params",
    )
