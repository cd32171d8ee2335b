"""Writing the words of a story: its headings, its messages, its notes; opening one from a file."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from shcares.catalogue.stories import LONGEST
from shcares.domain.stories import Story, StorySlide
from shcares.ui import pins, recipes
from shcares.ui.present import own
from shcares.ui.present.own_bar import title_of

Reword = Callable[[str, str], None]
_UPLOAD = "story_file"


def show_pinned(refs: Sequence[str]) -> None:
    """A field for the words of every pinned figure."""
    for number, (ref, slide) in enumerate(zip(refs, own.story().slides, strict=True), 1):
        with st.expander(f"{number}. {title_of(ref)}"):
            if slide.figure:
                _fields(slide, f"own-{ref}", partial(own.reword_pinned, ref))
            else:
                st.markdown(" ".join((slide.message, *slide.text)))
            st.button("Take out of my story", key=f"leave-{ref}", on_click=pins.take_out, args=(ref,))


def show_opened(story: Story) -> None:
    """The same for the slides of the story opened from a file."""
    for place, slide in enumerate(story.slides):
        with st.expander(f"{place + 1}. {slide.heading}"):
            # Fields of their own for every file: one interrupted by the next file speaks of slides that are gone.
            _fields(slide, f"opened-{own.file()}-{place}", partial(own.reword_opened, own.file(), place))
    st.button(
        "Pin its figures to my story",
        key="pin-opened",
        icon=":material/keep:",
        on_click=_pin_all,
        args=(story,),
        help="Slides of words alone stay behind. A figure pinned already keeps the words you gave it.",
    )


def show_opener() -> None:
    """Where a file is given; what is wrong with it is said in sentences."""
    st.file_uploader("Open a story (.toml)", type=["toml"], key=_UPLOAD, on_change=_open, width=480)
    faults = own.faults()
    if faults:
        st.markdown("**This file cannot be opened as a story.** The one opened before stays.")
        st.markdown("\n".join(f"- {plain(fault)}" for fault in faults))


def plain(fault: str) -> str:
    """A fault names what stands in the file; nothing of that is to be taken for markup."""
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]()<>#+-!$|~:" else letter for letter in fault)


def _open() -> None:
    given = st.session_state.get(_UPLOAD)
    if given is not None:
        own.open_file(given.getvalue(), given.name)


def _pin_all(story: Story) -> None:
    refs: list[str] = []
    held = pins.pinned()
    for slide in story.slides:
        if slide.figure in recipes.recipes():
            ref = recipes.ref_of(slide.figure, slide.filters)
            if ref not in (*held, *refs):
                own.write(ref, slide)
            refs.append(ref)
    pins.pin((*held, *refs))


def _fields(slide: StorySlide, key: str, reword: Reword) -> None:
    for name, label in (("heading", "Small line above"), ("message", "Message"), ("notes", "What you will say")):
        widget = f"words-{key}-{name}"
        field = st.text_input if name == "heading" else st.text_area
        # The words are the field's default, not put into its state: a field whose drawing was interrupted
        # would come back empty from the browser, and what it says is kept.
        field(
            label,
            value=getattr(slide, name),
            key=widget,
            max_chars=LONGEST[name],
            on_change=_keep,
            args=(name, widget, reword),
            help="Left empty, the figure’s own sentence is said." if name == "message" else None,
        )


def _keep(name: str, widget: str, reword: Reword) -> None:
    # A field whose drawing was interrupted may tell of a change without holding anything.
    held = st.session_state.get(widget)
    if held is not None and (held.strip() or name != "heading"):
        reword(name, held.strip())
