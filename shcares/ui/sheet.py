"""The one style sheet, for the product's own class names only; colours come from the palette or the theme's ink."""

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).with_name("sheet.css")


def put_style() -> None:
    """Send the style sheet."""
    st.html(SHEET)
