"""A story of one's own: figures pinned from any page, kept in the address and nowhere else."""

import streamlit as st

STORY = "story"
MOST = 40


def pinned() -> tuple[str, ...]:
    """The IDs pinned, in order; on arrival, before the list is drawn, those in the address."""
    held = st.session_state[STORY] if STORY in st.session_state else st.query_params.get_all(STORY)
    return tuple(held)


def pin(refs: tuple[str, ...]) -> None:
    """Let the story be of these figures."""
    st.session_state[STORY] = list(dict.fromkeys(refs))[:MOST]


def show_pin(ref: str, *, key: str) -> None:
    """A button that puts a figure into the story, or takes it out."""
    held = ref in pinned()
    changed = st.button(
        "Take out of my story" if held else "Pin to my story",
        key=key,
        icon=":material/keep_off:" if held else ":material/keep:",
        on_click=_toggle,
        args=(ref,),
    )
    if changed:
        # The button may stand in a part of the page that runs alone; the story stands in the bar above.
        st.rerun()


def _toggle(ref: str) -> None:
    own = pinned()
    pin(tuple(one for one in own if one != ref) if ref in own else (*own, ref))


def move_up(place: int) -> None:
    """Let a figure change places with the one before it."""
    own = list(pinned())
    own[place - 1 : place + 1] = reversed(own[place - 1 : place + 1])
    pin(tuple(own))


def take_out(ref: str) -> None:
    """Remove a figure."""
    pin(tuple(one for one in pinned() if one != ref))


def clear() -> None:
    """Begin anew."""
    pin(())
