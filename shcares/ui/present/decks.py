"""A story with its figures made: what the show, PowerPoint and paper are all drawn from."""

from dataclasses import replace

from shcares.catalogue.stories import read_stories
from shcares.domain.stories import NETWORK, Story, StorySlide
from shcares.export.deck import Deck, Slide
from shcares.style.palette import Scheme
from shcares.ui import filters, lineage, opening, reads, recipes

NOT_SHOWN = "This figure cannot be shown."


@lineage.remember()
def stories() -> tuple[Story, ...]:
    """The stories that come with the data; the check of the data says what is wrong with any that is left out."""
    return read_stories(opening.DATA)[0]


def story_of(identity: str) -> Story | None:
    """The story of this name."""
    return next((story for story in stories() if story.id == identity), None)


def networks() -> dict[str, str]:
    """The care communities that a story can be told of, name by code."""
    return dict(list(filters.area_options().items())[1:])


def story_deck(story: Story, network: str, scheme: Scheme) -> Deck:
    """The story with its figures; `network` is the code of a care community, or empty where the story takes none."""
    name = networks().get(network, "")
    return Deck(
        title=_said(story.title, name),
        subtitle=_said(story.purpose, name),
        slides=tuple(_slide(slide, network, scheme) for slide in story.slides),
        about=f"{reads.gathered()} Edition {reads.build_info().digest[:8]}. Figures: Open Government Licence v3.0.",
        file_name=file_name(story, network),
    )


def file_name(story: Story, network: str) -> str:
    """What files of the story are called, without an ending."""
    name = networks().get(network, "").lower().replace(" ", "_")
    return f"{story.id}_{name}" if name and story.takes_network else story.id


def _slide(slide: StorySlide, network: str, scheme: Scheme) -> Slide:
    name = networks().get(network, "")
    words = Slide(
        _said(slide.heading, name),
        _said(slide.message, name),
        text=tuple(_said(line, name) for line in slide.text),
        notes=_said(slide.notes, name),
    )
    if not slide.figure:
        return words
    try:
        figure = recipes.by_name(slide.figure, filters_of(slide, network), scheme)
    except recipes.UnknownFigureError as error:
        return replace(words, message=NOT_SHOWN, text=_why(words.message, error))
    return replace(words, figure=figure)


def _why(message: str, error: recipes.UnknownFigureError) -> tuple[str, ...]:
    """What was found and expected, and what the slide was to say."""
    found = f"{error.found[:1].upper()}{error.found[1:]}."
    expected = f"Expected: {error.expected}." if error.expected else ""
    meant = f"The slide was to say: {message}" if message else ""
    return tuple(line for line in (found, expected, meant) if line)


def filters_of(slide: StorySlide, network: str) -> dict[str, str]:
    """The filters of a slide with the network's name, or its code where a filter takes codes."""
    recipe = recipes.recipes().get(slide.figure)
    parts = {part.word: part for part in recipe.parts.values()} if recipe else {}
    found = {}
    for word, value in slide.filters.items():
        known = word in parts and value == NETWORK
        found[word] = _called(parts[word], network) if known else value
    return found


def _called(part: recipes.Part, network: str) -> str:
    try:
        return part.called(network)
    except KeyError:
        return network


def _said(words: str, name: str) -> str:
    return words.replace(NETWORK, name)
