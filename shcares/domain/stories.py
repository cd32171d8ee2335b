"""A story for a room: slides, each one message and one figure by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

NETWORK = "$network"
"""Stands for the network a story is told of, in filters and in words."""


@dataclass(frozen=True)
class StorySlide:
    """One slide. `figure` is a recipe's name with `filters`, both as words; without one the slide is words alone.

    `message` is said large; empty, the figure's own sentence is. `heading` is the small line above it. `text` are the
    lines of a slide without a figure. `$network` in filters and words is the network the story is told of.
    """

    heading: str
    message: str = ""
    figure: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    text: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True)
class Story:
    """Slides in order under one title; `takes_network` where it is told of one care community at a time."""

    id: str
    title: str
    purpose: str
    slides: tuple[StorySlide, ...]
    takes_network: bool = False
