"""What is inside a story or a pack is said before it is opened, and what cannot be shown is said at once."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from shcares.domain.errors import Problem
from shcares.domain.stories import NETWORK, Story, StorySlide
from shcares.style.palette import Scheme
from shcares.ui import opening, recipes
from shcares.ui.present import contents, decks, faults, packs, shows, told
from tests.app.conftest import words_on

APP = str(Path(__file__).resolve().parents[2] / "app.py")
STORIES, AWAY = "pages/present/stories.py", "pages/present/take_away.py"
NORTH = "U94037"
GOOD = StorySlide("Good", figure="trend", filters={"indicator": "year6_obesity"})
BROKEN = {
    "figure": (StorySlide("One", figure="trent"), "there is no figure “trent”", "trend"),
    "filters": (StorySlide("Two", figure="trend", filters={"indicatr": "x"}), "trend has no filter indicatr", "sex"),
    "filters.indicator": (
        StorySlide("Three", figure="trend", filters={"indicator": "year7_obesity"}),
        "there is no indicator “year7_obesity”",
        "year6_obesity",
    ),
    "filters.measure": (StorySlide("Four", figure="runway"), "runway has no value for its filter measure", "1.1"),
}


def story_of(*slides: StorySlide, takes_network: bool = False) -> Story:
    return Story("mine", "Mine", "For a test.", slides, takes_network)


def opened(page: str, **held: object) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=180).run()
    for key, value in held.items():
        app.session_state[key] = value
    return app.switch_page(page).run()


def boxes(app: AppTest) -> str:
    return " ".join(str(one.proto.body) for one in app.get("html"))


def test_the_slides_of_a_story_are_listed_with_what_they_say_and_each_leads_to_its_place() -> None:
    story = decks.story_of("plan_on_ten_slides")
    assert story is not None
    app = opened(STORIES, **{f"slides-{story.id}": True})
    assert not app.exception
    deck, said = decks.story_deck(story, "", Scheme.SAFE), words_on(app)
    assert re.findall(r"href='/show/plan_on_ten_slides#(\d+)'", boxes(app)) == [str(n) for n in range(1, 11)]
    for number, slide in enumerate(deck.slides, 1):
        assert f"{number}. {slide.heading} {slide.said}" in said


def test_a_list_of_slides_nobody_opened_is_not_made() -> None:
    assert "/show/plan_on_ten_slides#1" not in boxes(opened(STORIES))


def test_the_slides_of_a_networks_story_lead_to_the_show_told_of_that_network() -> None:
    app = opened(STORIES, **{"slides-one_networks_year": True})
    app.selectbox(key="area").select(NORTH).run()
    assert "href='/show/one_networks_year?network=North#6'" in boxes(app)


def test_a_story_carried_in_a_long_address_is_listed_without_the_address_on_every_line() -> None:
    deck = decks.story_deck(story_of(GOOD), "", Scheme.SAFE)
    assert "href" not in contents.slides_html(deck, "/show/own?told=" + "x" * 5000)


@pytest.mark.parametrize("place", BROKEN)
def test_a_figure_that_cannot_be_made_is_a_fault_with_file_slide_found_and_expected(place: str) -> None:
    slide, found, expected = BROKEN[place]
    (fault,) = faults.story_faults(story_of(GOOD, slide), "stories/mine.toml", [""])
    assert (fault.file, fault.place, fault.found) == ("stories/mine.toml", f"slides 2, field {place}", found)
    assert expected in fault.expected


def test_filters_that_do_not_go_together_are_a_fault_of_the_network_they_fail_for() -> None:
    filters = {"measure": "2.2", "indicator": "reception_obesity"}
    slides = (
        StorySlide("Here", figure="community_ages", filters={"area": NETWORK}),
        StorySlide("Not", "", "runway", filters),
    )
    found = faults.story_faults(story_of(*slides, takes_network=True), "mine.toml", tuple(decks.networks()))
    assert [(one.place, "measure 2.2 is not shown by reception_obesity" in one.found) for one in found] == [
        ("slides 2, field filters", True)
    ]


def test_the_stories_that_come_with_the_data_have_no_such_fault() -> None:
    assert faults.data_faults(opening.DATA) == ()


def test_a_slide_that_cannot_be_shown_says_so_what_was_expected_and_what_it_was_to_say() -> None:
    slide = StorySlide("Three", "Obesity falls.", "trend", {"indicator": "year7_obesity"})
    shown = decks.story_deck(story_of(slide), "", Scheme.SAFE).slides[0]
    assert shown.figure is None
    assert shown.message == decks.NOT_SHOWN
    assert "There is no indicator “year7_obesity”." in shown.text
    assert "year6_obesity" in " ".join(shown.text)
    assert "The slide was to say: Obesity falls." in shown.text
    letters = told.packed(story_of(slide))
    assert letters is not None
    assert decks.NOT_SHOWN in shows.answer(shows.Asked(shows.OWN, told=letters))


def test_the_page_names_what_of_an_opened_story_cannot_be_shown() -> None:
    app = opened(STORIES, opened_story=story_of(GOOD, *(slide for slide, _, _ in BROKEN.values())))
    assert not app.exception
    said = words_on(app).replace("\\", "")
    for number, (_, found, _) in enumerate(BROKEN.values(), 2):
        assert f"Slide {number}: {found}; expected " in said
    assert "Slide 1:" not in said


def test_a_name_in_a_story_is_never_read_as_markup() -> None:
    app = opened(STORIES, opened_story=story_of(StorySlide("One", figure="[x](http://example.org)")))
    assert "[x](http" not in " ".join(element.value for element in app.markdown)


def test_faults_are_said_in_the_order_of_slides() -> None:
    problem = Problem(
        "mine.toml", "slides 12, field figure", "there is no figure “x”", "one of 2, such as a, b", "do it"
    )
    assert faults.sentences_of([problem]) == ("Slide 12: there is no figure “x”; expected one of 2, such as a, b.",)


def test_the_files_a_pack_will_hold_are_those_it_holds() -> None:
    pack = ZipFile(BytesIO(packs.packs_zip([NORTH], Scheme.SAFE, progress=lambda _step, _share: None)))
    said = contents.files_html([NORTH]).replace("&nbsp;", " ")
    names = pack.namelist()
    assert [name for name in names if name.removeprefix("practices/") not in said] == []
    slides = len(Presentation(BytesIO(pack.read("pack_north.pptx"))).slides)
    book = ZipFile(BytesIO(pack.read("pack_north.xlsx")))
    sheets = book.read("xl/workbook.xml").decode().count("<sheet ")
    pages = len(PdfReader(BytesIO(pack.read("pack_north.pdf"))).pages)
    assert f"about {slides} slides" in said
    assert f"{sheets} sheets" in said
    found = re.search(r"about (\d+) pages", said)
    assert found is not None
    assert abs(int(found[1]) - pages) <= 2


def test_the_page_says_which_files_come_before_anything_is_prepared() -> None:
    app = opened(AWAY)
    assert not app.exception
    said = words_on(app)
    for code in decks.networks():
        assert f"{packs.network_deck(code, Scheme.SAFE).file_name}.pptx" in said
    app.selectbox(key="pack_of").select(NORTH).run()
    assert "pack_north.pdf" in words_on(app)
    assert "pack_south.pdf" not in words_on(app)


@pytest.mark.parametrize("name", ["practice_list", "practice_homes", "practice_registers", "practice_events"])
def test_a_code_of_no_practice_of_the_plan_is_an_unknown_figure(name: str) -> None:
    with pytest.raises(recipes.UnknownFigureError, match="there is no practice “B87006”"):
        recipes.by_name(name, {"practice": "B87006"})


def test_the_page_of_a_figure_answers_an_unknown_practice_with_a_sentence() -> None:
    app = AppTest.from_file(APP, default_timeout=120)
    app.query_params["figure"] = recipes.ref_of("practice_list", {"practice": "B87006"})
    app.run().switch_page("pages/reference/figure.py").run()
    assert not app.exception
    assert app.title[0].value == "There is no such figure"
