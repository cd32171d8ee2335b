"""What of a story cannot be shown: figures that no recipe makes, named slide by slide, for the check and the page."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from shcares.catalogue.stories import FOLDER, read_stories
from shcares.domain.errors import Problem
from shcares.domain.stories import Story, StorySlide
from shcares.style.palette import Scheme
from shcares.ui import opening, recipes
from shcares.ui.present import decks

_REMEDY = "name it as the page One figure prints it under Made by, or take the figure out"


def data_faults(root: Path) -> tuple[Problem, ...]:
    """The faults of every story below a data folder that can be read.

    Names of figures and filters are looked at in any folder; the figures themselves are made where it is the
    dashboard's own, since only its store is opened, and built first if it is missing.
    """
    own = root.resolve() == opening.DATA.resolve()
    found: list[Problem] = []
    for story in read_stories(root)[0]:
        file = f"{FOLDER}/{story.id}.toml"
        found += story_faults(story, file, _told_of(story)) if own else _named_wrong(story, file)
    return tuple(dict.fromkeys(found))


def story_faults(story: Story, file: str, networks: Sequence[str]) -> tuple[Problem, ...]:
    """Each slide whose figure cannot be made, told of these communities (codes; an empty one where it takes none)."""
    found = []
    for network in networks:
        for number, slide in _with_figures(story):
            try:
                recipes.by_name(slide.figure, decks.filters_of(slide, network), Scheme.SAFE)
            except recipes.UnknownFigureError as error:
                found.append(_problem(file, number, error))
    return tuple(dict.fromkeys(found))


def sentences_of(problems: Sequence[Problem]) -> tuple[str, ...]:
    """`Slide 3: there is no figure “x”; expected one of 60, such as trend.` of each."""
    where = (f"Slide {one.place.partition(',')[0].removeprefix('slides ')}" for one in problems)
    return tuple(f"{slide}: {one.found}; expected {one.expected}." for slide, one in zip(where, problems, strict=True))


def _told_of(story: Story) -> tuple[str, ...]:
    return tuple(decks.networks()) if story.takes_network else ("",)


def _named_wrong(story: Story, file: str) -> list[Problem]:
    found = []
    for number, slide in _with_figures(story):
        try:
            recipes.named(slide.figure, slide.filters)
        except recipes.UnknownFigureError as error:
            found.append(_problem(file, number, error))
    return found


def _with_figures(story: Story) -> Iterator[tuple[int, StorySlide]]:
    return ((number, slide) for number, slide in enumerate(story.slides, 1) if slide.figure)


def _problem(file: str, number: int, error: recipes.UnknownFigureError) -> Problem:
    expected = error.expected or "filters that make a figure"
    return Problem(file, f"slides {number}, field {error.place}", error.found, expected, _REMEDY)
