"""A story of one's own: figures pinned from any page, kept in the address and nowhere else."""

import streamlit as st

STORY = "story"
MOST = 40


def pinned() -> tuple[str, ...]:
    """The IDs pinned, in order."""
    return tuple(st.session_state.get(STORY, ()))


def take_from_address() -> None:
    """On arrival, before the list is drawn, the story is the one in the address; afterwards the visit's own."""
    if STORY not in st.session_state:
        pin(tuple(st.query_params.get_all(STORY)))


def put_into_address() -> None:
    """Write the story into the address, so that a reload or a link brings it.

    The list is not bound to the address: on Back a bound one would take what the address was before a figure was
    pinned, and lose the figure.
    """
    held = list(pinned())
    if st.query_params.get_all(STORY) == held:
        return
    if held:
        st.query_params[STORY] = held
    else:
        del st.query_params[STORY]


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
