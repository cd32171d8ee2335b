"""Every story that comes with the data can be told: its figures exist, fit a slide, and nobody typed a number."""

import re

import pytest

from shcares.domain.stories import NETWORK, Story, StorySlide
from shcares.export.deck import Slide
from shcares.export.show.page import drawn, reading_line, room_of
from shcares.export.show.sizes import HEIGHT, TEXT, lines_of
from shcares.style.palette import Scheme
from shcares.ui.present import decks

STORIES = decks.stories()
IDS = [story.id for story in STORIES]
SLIDES = [(story, slide) for story in STORIES for slide in story.slides]
NAMES = [f"{story.id}: {slide.heading}" for story, slide in SLIDES]
YEARS = re.compile(r"\b(?:19|20)\d\d\b")
LEAST_ROOM = 380
"""Pixels of the stage that a figure needs, so that a room sees it."""


def test_the_three_stories_of_the_plan_are_there() -> None:
    assert IDS == ["mental_health_summit", "one_networks_year", "plan_on_ten_slides"]
    lengths = {story.id: len(story.slides) for story in STORIES}
    assert lengths["plan_on_ten_slides"] == 10
    assert 8 <= lengths["mental_health_summit"] <= 11
    assert 7 <= lengths["one_networks_year"] <= 9
    assert [story.takes_network for story in STORIES] == [False, True, False]


@pytest.mark.parametrize(("story", "slide"), SLIDES, ids=NAMES)
def test_no_figure_is_typed_into_a_story(story: Story, slide: StorySlide) -> None:
    words = [slide.heading, slide.message, slide.notes, *slide.text, story.title, story.purpose]
    typed = [found for each in words for found in re.findall(r"\d+", YEARS.sub("", each))]
    assert not typed, f"{typed} is typed: figures come from the figure's own sentence"


@pytest.mark.parametrize(("story", "slide"), SLIDES, ids=NAMES)
def test_the_presenter_is_given_two_to_five_plain_sentences(story: Story, slide: StorySlide) -> None:
    sentences = re.findall(r"[.?!](?:\s|$)", slide.notes)
    assert 2 <= len(sentences) <= 5, f"{story.id}: {len(sentences)} sentences"


@pytest.mark.parametrize("story", STORIES, ids=IDS)
def test_every_figure_of_a_story_is_drawn_whole_at_a_size_a_room_can_read(story: Story) -> None:
    faults = []
    for network in list(decks.networks()) if story.takes_network else [""]:
        deck = decks.story_deck(story, network, Scheme.SAFE)
        for number, (asked, slide) in enumerate(zip(story.slides, deck.slides, strict=True), 1):
            where = f"slide {number} ({asked.heading}) {network}"
            if asked.figure and slide.figure is None:
                faults.append(f"{where}: {slide.text}")
                continue
            space = room_of(slide, deck.about)
            if slide.figure and space < LEAST_ROOM:
                faults.append(f"{where}: words leave {space:.0f} px for the figure; give it a shorter message")
            chart = drawn(slide, deck.about)
            if chart is not None and chart.text < TEXT - 0.01:
                faults.append(f"{where}: the chart is too tall, its words would be {chart.text:.1f} px")
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("story", STORIES, ids=IDS)
def test_the_words_of_a_slide_without_a_figure_fit_it(story: Story) -> None:
    for slide in story.slides:
        if not slide.figure:
            height = lines_of(slide.message, 54) * 65 + sum(lines_of(line, 36, 1200) * 45 + 24 for line in slide.text)
            assert height < HEIGHT - 220, slide.heading


def test_a_story_of_a_network_names_the_network_it_is_told_of() -> None:
    story = decks.story_of("one_networks_year")
    assert story is not None
    for code, name in decks.networks().items():
        deck = decks.story_deck(story, code, Scheme.SAFE)
        told = " ".join([deck.title, *(f"{slide.heading} {slide.message} {slide.notes}" for slide in deck.slides)])
        assert name in deck.title
        assert NETWORK not in told
        figures = [slide.figure for slide in deck.slides if slide.figure is not None]
        assert sum(name in figure.sentence or name in figure.area for figure in figures) >= 4


def _every_slide() -> list[tuple[str, Slide]]:
    told = [(story, code) for story in STORIES for code in (decks.networks() if story.takes_network else [""])]
    return [
        (f"{story.id} {code}", one) for story, code in told for one in decks.story_deck(story, code, Scheme.SAFE).slides
    ]


def test_every_slide_of_a_register_says_what_not_to_conclude_from_it() -> None:
    registers = [
        (where, one) for where, one in _every_slide() if one.figure and one.figure.name.startswith("register_")
    ]
    assert len(registers) > len(decks.networks())
    silent = [f"{where}: {one.heading}" for where, one in registers if "Not adjusted for age" not in reading_line(one)]
    assert silent == []


def test_every_letter_that_marks_a_list_is_explained_under_it() -> None:
    lists = [(where, one) for where, one in _every_slide() if one.figure and one.figure.name == "community_lists"]
    assert len(lists) == len(decks.networks())
    for where, one in lists:
        drawing = drawn(one, "")
        assert drawing is not None
        letters = set(re.findall(r">([A-Z])</text>", drawing.svg))
        assert letters, where
        named = set(re.findall(r"\b([A-Z])\b(?=[^.]*: )", reading_line(one)))
        assert letters <= named, f"{where}: {reading_line(one)}"


def test_no_heading_of_a_slide_is_longer_than_a_line() -> None:
    assert [slide.heading for _, slide in SLIDES if len(slide.heading) > 60] == []
