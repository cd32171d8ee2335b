"""The one style sheet, for the product's own class names only; colours come from the palette or the theme's ink."""

from pathlib import Path

import streamlit as st

from shcares.style.palette import Scheme

SHEET = Path(__file__).with_name("sheet.css")
_WITHOUT_COLOUR = "<style>html { filter: grayscale(1); }</style>"
_AS_IT_IS = "<style>html { filter: none; }</style>"


def put_style() -> None:
    """Send the style sheet."""
    st.html(SHEET)


def put_scheme(scheme: Scheme) -> None:
    """Show the page as a black and white printer would, where that scheme is chosen: drawings and maps too."""
    st.html(_WITHOUT_COLOUR if scheme is Scheme.MONO else _AS_IT_IS)
