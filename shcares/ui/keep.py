"""What a page's own widgets were set to, kept for the session: the browser's Back brings the address without them."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

_KEPT, _LAST_PAGE = "kept", "last_page"


def restore(page: str, *keys: str) -> None:
    """On coming to a page, give its widgets back what they were last set to, unless the address says otherwise.

    `page` is the page's address. Before the widgets are drawn; `save` after them.
    """
    kept = {key: value for key, value in st.session_state.get(_KEPT, {}).items() if key in keys}
    arrived = st.session_state.get(_LAST_PAGE) != page
    if not arrived or not kept or any(key in st.query_params for key in keys):
        return
    for key, value in kept.items():
        st.session_state[key] = value
    # On Back the address outweighs what is set here; in the run after it no longer does.
    leave_word(page)
    st.rerun()


def save(*keys: str) -> None:
    """Remember what the widgets are set to now; what is not on the page stays as it was."""
    put({key: st.session_state[key] for key in keys if key in st.session_state})


def put(values: Mapping[str, Any]) -> None:
    """Set what widgets will be given back: by their keys."""
    st.session_state[_KEPT] = st.session_state.get(_KEPT, {}) | dict(values)


def leave_word(page: str) -> None:
    """Note, at the end of a run, which page was shown."""
    st.session_state[_LAST_PAGE] = page
