"""A story of one's own: of figures pinned on any page, or carried whole in an address; the server keeps nothing."""

import base64
import zlib
from collections.abc import Mapping, Sequence

from shcares.catalogue.stories import read_story, story_toml
from shcares.domain.stories import Story, StorySlide
from shcares.ui import recipes

TITLE = "My story"
LONGEST_ADDRESS = 6 * 1000
"""Characters of an address that every browser, server and e-mail passes on."""
_LARGEST = 200 * 1000


class NotToldError(ValueError):
    """What an address carries is no story; the text says why."""


def of_pins(refs: Sequence[str], words: Mapping[str, StorySlide]) -> Story:
    """The story of these IDs; `words` holds what was written for some of them."""
    slides = tuple(_slide(ref, words.get(ref)) for ref in refs)
    return Story(TITLE.lower().replace(" ", "_"), TITLE, "Figures pinned on any page.", slides)


def _slide(ref: str, written: StorySlide | None) -> StorySlide:
    try:
        name, filters = recipes.read_ref(ref)
    except recipes.UnknownFigureError as error:
        return StorySlide("Figure not found", "There is no such figure here.", text=(f"{error}."[:110],))
    words = written or StorySlide(f"Figure {ref}")
    return StorySlide(words.heading, words.message, name, filters, notes=words.notes)


def packed(story: Story) -> str | None:
    """The whole story in letters that an address may hold; None where it is too long for one."""
    letters = base64.urlsafe_b64encode(zlib.compress(story_toml(story).encode(), 9)).decode().rstrip("=")
    return letters if len(letters) <= LONGEST_ADDRESS else None


def unpacked(letters: str) -> Story:
    """The story an address carries. Raises NotToldError."""
    try:
        squeezed = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
        opened = zlib.decompressobj()
        text = opened.decompress(squeezed, _LARGEST).decode()
    except (ValueError, zlib.error) as error:
        raise NotToldError("The address is broken: the story in it cannot be read. Copy the whole of it.") from error
    if not opened.eof:
        raise NotToldError("The address is broken: only a part of the story is in it. Copy the whole of it.")
    story, problems = read_story(text, f"{TITLE.lower().replace(' ', '_')}.toml")
    if story is None:
        raise NotToldError(" ".join(f"{problem}." for problem in problems))
    return story
