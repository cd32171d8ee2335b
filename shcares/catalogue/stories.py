"""Stories to tell a room: a file of slides read and checked, and a story written back as such a file.

Only the shape is checked here. Whether a figure is known, and may have its filters, is asked where figures are made.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from shcares.catalogue.declared import Declaration
from shcares.catalogue.faults import on_one_line, quoted, reading_order
from shcares.catalogue.toml_files import parse_toml, read_toml
from shcares.domain.errors import Problem
from shcares.domain.stories import NETWORK, Story, StorySlide

FOLDER = "strategy/stories"
MOST_SLIDES, MOST_LINES = 40, 6
LONGEST: Mapping[str, int] = {
    "title": 70,
    "purpose": 300,
    "heading": 60,
    "message": 170,
    "line of text": 110,
    "notes": 1500,
}
"""How many characters each part may have, so that a slide has room for it at the size a room can read."""
Fault = tuple[str, str, str, str]


def read_stories(root: Path) -> tuple[tuple[Story, ...], list[Problem]]:
    """Every story of the data folder, in the order of names, and every fault of the others."""
    stories, problems = [], []
    for path in sorted((root / FOLDER).glob("*.toml")):
        file = path.relative_to(root).as_posix()
        raw, faults = read_toml(path, file)
        story, more = (None, []) if raw is None else _read(raw, file, path.stem)
        stories += [story] if story else []
        problems += [*faults, *more]
    return tuple(stories), problems


def read_story(text: str, file: str) -> tuple[Story | None, tuple[Problem, ...]]:
    """A story from the text of a file of anybody's, or None and every fault of it."""
    raw, faults = parse_toml(text, file)
    story, more = (None, []) if raw is None else _read(raw, file, Path(file).stem)
    ordered = sorted({on_one_line(problem) for problem in (*faults, *more)}, key=reading_order)
    return (None if ordered else story), tuple(ordered)


def _read(raw: Mapping[str, Any], file: str, identity: str) -> tuple[Story | None, list[Problem]]:
    declaration = Declaration(file)
    if "id" in raw:
        declaration.fault("field id", quoted(raw["id"]), "no such field: the file's name is the id", "remove it")
    story = declaration.record(Story, {**raw, "id": identity})
    if story is not None:
        for fault in _story_faults(story):
            declaration.fault(*fault)
    for number, slide in enumerate(declaration.made.get(StorySlide, []), 1):
        for place, *rest in _slide_faults(slide):
            declaration.fault(f"slides {number}, {place}", *rest)
    return (None if declaration.problems else story), declaration.problems


def _story_faults(story: Story) -> Iterator[Fault]:
    yield from _too_long("title", story.title)
    yield from _too_long("purpose", story.purpose)
    if not 1 <= len(story.slides) <= MOST_SLIDES:
        yield "field slides", f"{len(story.slides)} slides", f"1 to {MOST_SLIDES}", "add or remove slides"
    named = any(NETWORK in words for slide in story.slides for words in slide.filters.values())
    if named and not story.takes_network:
        found = f"a filter {quoted(NETWORK)}, but no takes_network"
        yield "field takes_network", found, "takes_network = true", "add the field, or name an area"
    if story.takes_network and not named:
        found = f"true, but no filter {quoted(NETWORK)}"
        yield "field takes_network", found, "a figure of the network", "name it in a filter, or remove the field"


def _slide_faults(slide: StorySlide) -> Iterator[Fault]:
    for name, words in (("heading", slide.heading), ("message", slide.message), ("notes", slide.notes)):
        yield from _too_long(name, words)
    for line in slide.text:
        yield from _too_long("line of text", line)
    if len(slide.text) > MOST_LINES:
        yield "field text", f"{len(slide.text)} lines", f"at most {MOST_LINES}", "make two slides of it"
    if slide.figure and slide.text:
        yield "field text", "lines beside a figure", "a figure or lines", "move the lines to a slide of their own"
    if slide.filters and not slide.figure:
        yield "field filters", "filters without a figure", "the figure's name", "add the figure, or remove the filters"
    if not slide.figure and not slide.message:
        yield "field message", "nothing", "a message, since there is no figure to speak", "add the field"


def _too_long(name: str, words: str) -> Iterator[Fault]:
    if len(words) > LONGEST[name]:
        yield f"field {name}", f"{len(words)} characters", f"at most {LONGEST[name]}", "say it in fewer words"


def story_toml(story: Story) -> str:
    """The story as the text of its file; read again it is the same story."""
    head = [f"title = {_text(story.title)}", f"purpose = {_text(story.purpose)}"]
    if story.takes_network:
        head.append("takes_network = true")
    return "\n".join(head + [line for slide in story.slides for line in _slide_lines(slide)]) + "\n"


def _slide_lines(slide: StorySlide) -> Iterator[str]:
    yield from ("", "[[slides]]", f"heading = {_text(slide.heading)}")
    for name in ("message", "figure"):
        if words := getattr(slide, name):
            yield f"{name} = {_text(words)}"
    if slide.filters:
        yield f"filters = {{ {', '.join(f'{_text(word)} = {_text(name)}' for word, name in slide.filters.items())} }}"
    if slide.text:
        yield f"text = [{', '.join(_text(line) for line in slide.text)}]"
    if slide.notes:
        yield f"notes = {_text(slide.notes)}"


def _text(words: str) -> str:
    # TOML's quoted text is JSON's, but for one character that JSON leaves as it is.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
