"""A story of one's own: figures pinned from any page, kept in the address and nowhere else."""

import streamlit as st

STORY = "story"


def pinned() -> tuple[str, ...]:
    """The IDs pinned, in order."""
    return tuple(st.session_state.get(STORY, ()))


def show_pin(ref: str, *, key: str) -> None:
    """A button that puts a figure into the story, or takes it out."""
    held = ref in pinned()
    st.button(
        "Take out of my story" if held else "Pin to my story",
        key=key,
        icon=":material/keep_off:" if held else ":material/keep:",
        on_click=_toggle,
        args=(ref,),
    )


def _toggle(ref: str) -> None:
    own = pinned()
    st.session_state[STORY] = [one for one in own if one != ref] if ref in own else [*own, ref]
