"""The words of the trade."""

import streamlit as st


def show_glossary() -> None:
    """The page."""
    st.title("The words of the trade")
