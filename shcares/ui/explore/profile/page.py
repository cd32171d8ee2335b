"""One authority on every indicator."""

import streamlit as st


def show_page() -> None:
    """The page."""
    st.title("One authority on every indicator")
