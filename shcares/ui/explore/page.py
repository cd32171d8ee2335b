"""Any indicator, any way."""

import streamlit as st


def show_page() -> None:
    """The page."""
    st.title("Any indicator, any way")
