"""A story's file: read whole or every fault of it named, and written back as the same story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shcares.__main__ import main
from shcares.catalogue import check_catalogue
from shcares.catalogue.stories import FOLDER, LONGEST, read_stories, read_story, story_toml
from shcares.domain.stories import Story, StorySlide
from tests.catalogue.data_copy import SHIPPED, DataCopy

GOOD = """
title = "A story"
purpose = "For a test."
takes_network = true

[[slides]]
heading = "One"
message = "A message."
text = ["A line", "Another"]

[[slides]]
heading = "Two"
figure = "trend"
filters = { indicator = "year6_obesity", area = "$network" }
notes = "Say this."
"""
MANY_FAULTS = """
title = ""
colour = "red"

[[slides]]
message = "No heading."

[[slides]]
heading = "Two"
figure = 7
filters = { indicator = 5 }

[[slides]]
heading = "Three"

[[slides]]
heading = "Four"
figure = "trend"
text = ["beside"]
"""
LETTERS = st.characters(exclude_categories=["Cs"])


def test_a_story_is_read_as_it_is_written() -> None:
    story, problems = read_story(GOOD, "mine.toml")
    assert problems == ()
    assert story == Story(
        "mine",
        "A story",
        "For a test.",
        (
            StorySlide("One", "A message.", text=("A line", "Another")),
            StorySlide(
                "Two", figure="trend", filters={"indicator": "year6_obesity", "area": "$network"}, notes="Say this."
            ),
        ),
        takes_network=True,
    )


def test_every_fault_of_a_story_is_named_at_once() -> None:
    story, problems = read_story(MANY_FAULTS, "mine.toml")
    assert story is None
    said = [str(problem) for problem in problems]
    wanted = [
        "field title: found ''; expected text",
        "field colour: found an unknown field",
        "field purpose: found nothing",
        "slides 1, field heading: found nothing",
        "slides 2, field figure: found 7",
        "slides 2, field filters.indicator: found 5",
    ]
    assert [part for part in wanted if not any(part in line for line in said)] == []
    assert all(line.startswith("mine.toml: ") and "; expected " in line for line in said)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('text = ["A line", "Another"]', 'text = ["A line"]\nfigure = "trend"', "lines beside a figure"),
        ('message = "A message."\n', "", "since there is no figure to speak"),
        ("takes_network = true\n", "", "a filter '$network', but no takes_network"),
        (', area = "$network"', "", "expected a figure of the network"),
        ('figure = "trend"\n', 'message = "Words."\n', "filters without a figure"),
        ('message = "A message."', f'message = "{"x" * 171}"', "171 characters; expected at most 170"),
        ('title = "A story"', 'title = "A story"\nid = "x"', "the file's name is the id"),
        ('title = "A story"', "title = A story", "a line that cannot be read"),
    ],
)
def test_a_fault_says_what_was_found_and_what_to_do(old: str, new: str, part: str) -> None:
    assert old in GOOD
    story, problems = read_story(GOOD.replace(old, new, 1), "mine.toml")
    assert story is None
    assert [str(problem) for problem in problems if part in str(problem)] != [], [str(one) for one in problems]


def test_a_story_needs_slides() -> None:
    story, problems = read_story('title = "T"\npurpose = "P"\nslides = []\n', "mine.toml")
    assert story is None
    assert "found 0 slides" in str(problems[0])


def words(longest: int, *, empty: bool = False) -> st.SearchStrategy[str]:
    drawn = st.text(LETTERS, min_size=0 if empty else 1, max_size=longest)
    return drawn if empty else drawn.filter(lambda text: bool(text.strip()))


SLIDES = st.one_of(
    st.builds(
        StorySlide,
        heading=words(LONGEST["heading"]),
        message=words(LONGEST["message"]),
        text=st.lists(words(20), max_size=3).map(tuple),
    ),
    st.builds(
        StorySlide,
        heading=words(LONGEST["heading"]),
        message=st.one_of(st.just(""), words(20)),
        figure=words(10),
        filters=st.dictionaries(words(8), words(8).filter(lambda text: "$network" not in text), max_size=3),
        notes=st.one_of(st.just(""), words(40)),
    ),
)


@given(title=words(30), purpose=words(30), slides=st.lists(SLIDES, min_size=1, max_size=4))
def test_a_story_written_as_a_file_is_read_as_the_same_story(
    title: str, purpose: str, slides: list[StorySlide]
) -> None:
    story = Story("mine", title, purpose, tuple(slides))
    again, problems = read_story(story_toml(story), "mine.toml")
    assert problems == ()
    assert again == story


def test_the_shipped_stories_are_without_fault() -> None:
    stories, problems = read_stories(SHIPPED)
    assert problems == []
    assert len(stories) == 3


def test_the_check_of_the_data_names_the_faults_of_a_story(data: DataCopy) -> None:
    data.line(f"{FOLDER}/mental_health_summit.toml", "purpose", "purpose = 3")
    data.write(f"{FOLDER}/another.toml", b"title = ")
    said = [str(problem) for problem in check_catalogue(data.root)]
    assert [line.partition(": ")[0] for line in said] == [
        f"{FOLDER}/another.toml",
        f"{FOLDER}/mental_health_summit.toml",
    ]


def test_the_command_line_names_a_figure_that_there_is_not_with_file_slide_and_what_was_expected(
    data: DataCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    file = f"{FOLDER}/plan_on_ten_slides.toml"
    data.edit(file, 'figure = "tenths"', 'figure = "tents"')
    data.edit(file, '{ indicator = "falls_admissions_65" }', '{ indicater = "falls_admissions_65" }')
    assert main(["check", "--data", str(data.root)]) == 1
    said = capsys.readouterr().err
    assert f"{file}: slides 8, field filters: found trend has no filter indicater; expected of these: indicator" in said
    assert f"{file}: slides 9, field figure: found there is no figure “tents”; expected one of" in said
    assert "tenths" in said
