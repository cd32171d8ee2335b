"""Stories to tell a room."""

import streamlit as st


def show_page() -> None:
    """The page."""
    st.title("Stories to tell a room")
