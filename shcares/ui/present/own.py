"""What a viewer wrote for the figures of a story, and a story opened from a file; both for this visit."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from shcares.catalogue.stories import read_story
from shcares.domain.stories import Story, StorySlide
from shcares.ui import pins
from shcares.ui.present import told

_WRITTEN, _OPENED, _FILE, _FAULTS = "written_for_story", "opened_story", "story_files_opened", "faults_of_story"


def written() -> Mapping[str, StorySlide]:
    """The words written, by the ID of their figure."""
    held: Mapping[str, StorySlide] = st.session_state.get(_WRITTEN, {})
    return held


def write(ref: str, slide: StorySlide) -> None:
    """Keep the words of one slide."""
    st.session_state[_WRITTEN] = {**written(), ref: slide}


def reword_pinned(ref: str, name: str, words: str) -> None:
    """Put other words on the slide of a pinned figure; what else was written for it stays."""
    slides = {of: slide for of, slide in zip(pins.pinned(), story().slides, strict=True) if slide.figure}
    if ref in slides:
        write(ref, _reworded(slides[ref], name, words))


def story() -> Story:
    """The story of what is pinned, with the words written for it."""
    return told.of_pins(pins.pinned(), written())


def opened() -> Story | None:
    """The story last opened from a file without a fault."""
    held: Story | None = st.session_state.get(_OPENED)
    return held


def file() -> int:
    """How many stories were opened from files: which of them is open, so that words meant for another are known."""
    opened_so_far: int = st.session_state.get(_FILE, 0)
    return opened_so_far


def faults() -> tuple[str, ...]:
    """What is wrong with the file last opened, in sentences."""
    held: tuple[str, ...] = st.session_state.get(_FAULTS, ())
    return held


def open_file(content: bytes, name: str) -> None:
    """Take a story from a file; if anything is wrong with it, the one opened before stays."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        st.session_state[_FAULTS] = (f"{name} is not UTF-8 text. Save it again as UTF-8.",)
        return
    found, problems = read_story(text, name)
    if found is not None:
        st.session_state[_OPENED] = found
        st.session_state[_FILE] = file() + 1
    st.session_state[_FAULTS] = tuple(f"{problem}." for problem in problems)


def reword_opened(of_file: int, place: int, name: str, words: str) -> None:
    """Put other words on a slide of the opened story, unless another has been opened since."""
    held = opened()
    if held is not None and of_file == file():
        slides = (*held.slides[:place], _reworded(held.slides[place], name, words), *held.slides[place + 1 :])
        st.session_state[_OPENED] = replace(held, slides=slides)


def _reworded(slide: StorySlide, name: str, words: str) -> StorySlide:
    changed: dict[str, Any] = {name: words}
    return replace(slide, **changed)
