"""The answer of the page: how many patients, where they live, how deprived."""

import streamlit as st

from shcares.ui.filters import Choice


def show_answer(choice: Choice) -> None:
    """Draw it."""
    st.markdown(choice.area)
