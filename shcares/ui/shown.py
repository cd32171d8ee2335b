"""Which figures the page has shown in this run, so that the whole page can be taken away."""

import functools
from collections.abc import Callable
from typing import ParamSpec

import streamlit as st

from shcares.export.figure import Figure

P = ParamSpec("P")

_SHOWN, _PART = "shown_figures", "shown_part"


def begin() -> None:
    """A run begins: nothing is shown yet."""
    st.session_state[_SHOWN] = {}
    st.session_state[_PART] = ""


def note(figure: Figure) -> None:
    """A figure is on the page."""
    name = figure.ref or figure.id
    part = st.session_state.get(_PART) or f"figure {name}"
    st.session_state.setdefault(_SHOWN, {}).setdefault(part, {})[name] = figure


def figures() -> tuple[Figure, ...]:
    """What is shown, from top to bottom, none twice."""
    parts = st.session_state.get(_SHOWN, {}).values()
    return tuple({name: figure for part in parts for name, figure in part.items()}.values())


def drawn_again(name: Callable[P, str]) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Declare a part of the page that is drawn again by itself: what it showed before is then no longer shown."""

    def declare(draw: Callable[P, None]) -> Callable[P, None]:
        @functools.wraps(draw)
        def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
            part = f"part {name(*args, **kwargs)}"
            st.session_state.setdefault(_SHOWN, {})[part] = {}
            st.session_state[_PART] = part
            try:
                draw(*args, **kwargs)
            finally:
                st.session_state[_PART] = ""

        return drawn

    return declare
