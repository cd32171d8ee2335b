"""Packs and sheets to take away."""

import streamlit as st


def show_page() -> None:
    """The page."""
    st.title("Packs and sheets to take away")
