"""What a page's own widgets were set to, kept for the session: the browser's Back brings the address without them."""

from typing import Any

import streamlit as st

_KEPT, _CARRIED, _LAST_PAGE, _HERE = "kept", "carried", "last_page", "here"


def come_to(page: str) -> None:
    """Note, before a page is drawn, which one was left: a run that is cut short says nothing at its end."""
    if st.session_state.get(_HERE) != page:
        st.session_state[_LAST_PAGE] = st.session_state.get(_HERE)
        st.session_state[_HERE] = page


def restore(page: str, *keys: str) -> None:
    """On coming to a page, give its widgets back what they were last set to, unless address or link says otherwise.

    `page` is the page's address. Before the widgets are drawn; `save` after them.
    """
    kept: dict[str, Any] = st.session_state.get(_KEPT, {}).get(page, {})
    carried = st.session_state.get(_CARRIED, frozenset())
    arrived = st.session_state.get(_LAST_PAGE) != page
    if not arrived or not kept or any(key in st.query_params for key in keys):
        return
    for key in keys:
        if key in kept and key not in carried:
            st.session_state[key] = kept[key]
    # On Back the address outweighs what is set here; in the run after it no longer does.
    st.session_state[_LAST_PAGE] = page
    st.rerun()


def save(page: str, *keys: str) -> None:
    """Remember what the page's widgets are set to now; what is not drawn stays as it was."""
    held = {key: st.session_state[key] for key in keys if key in st.session_state}
    kept = st.session_state.get(_KEPT, {})
    st.session_state[_KEPT] = kept | {page: kept.get(page, {}) | held}


def carry(key: str, value: str) -> None:
    """Set a widget as a followed link says; what it was before is not brought back."""
    st.session_state[key] = value
    st.session_state[_CARRIED] = st.session_state.get(_CARRIED, frozenset()) | {key}


def leave_word(page: str) -> None:
    """Note, at the end of a run, which page was shown."""
    st.session_state[_LAST_PAGE] = page
    st.session_state[_CARRIED] = frozenset()
