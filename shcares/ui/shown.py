"""Which figures the page has shown in this run, so that the whole page can be taken away."""

import streamlit as st

from shcares.export.figure import Figure

_SHOWN = "shown_figures"


def begin() -> None:
    """A run begins: nothing is shown yet."""
    st.session_state[_SHOWN] = {}


def note(figure: Figure) -> None:
    """A figure is on the page."""
    st.session_state.setdefault(_SHOWN, {})[figure.ref or figure.id] = figure


def figures() -> tuple[Figure, ...]:
    """What this run has shown, from top to bottom."""
    return tuple(st.session_state.get(_SHOWN, {}).values())
