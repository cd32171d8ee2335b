"""Who the patients are: how many over time, their ages, their deprivation, where they live."""

import streamlit as st

from shcares.ui.filters import Choice


def show_patients(choice: Choice) -> None:
    """Draw it."""
    st.markdown(choice.area)
