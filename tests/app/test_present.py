"""Stories on their page, and one's own: pinned from any page, kept while one moves, written down and opened again."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from shcares.catalogue.stories import read_story, story_toml
from shcares.domain.letters import hashed
from shcares.domain.stories import Story, StorySlide
from shcares.style.palette import Scheme
from shcares.ui import pins, recipes
from shcares.ui.present import decks, shows, told, ways
from tests.app.conftest import LIBRARY, words_on

APP = str(Path(__file__).resolve().parents[2] / "app.py")
STORIES = "pages/present/stories.py"
TREND = recipes.by_name("trend", {"indicator": "year6_obesity"})
COMPARED = recipes.by_name("compare", {"indicator": "year6_obesity"})


def opened(page: str = STORIES, *refs: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120)
    if refs:
        app.query_params[pins.STORY] = list(refs)
    return app.run().switch_page(page).run()


def show_addresses(app: AppTest) -> list[str]:
    return [button.proto.url for button in app.get("link_button")]


def test_every_story_of_the_plan_can_be_shown_and_taken_away() -> None:
    app = opened()
    assert not app.exception
    said = words_on(app)
    for story in decks.stories():
        assert story.purpose in said
        assert any(address.startswith(f"/show/{story.id}") for address in show_addresses(app))
    labels = [button.proto.label for button in app.get("download_button")]
    assert [labels.count(label) for label in ("PowerPoint", "The show as one file", "The story as text")] == [3, 3, 3]


def test_a_story_of_a_network_is_told_of_the_area_chosen_above() -> None:
    app = opened()
    app.selectbox(key="area").select("U67149").run()
    name = decks.networks()["U67149"]
    assert shows.address("one_networks_year", network=name) in show_addresses(app)
    assert "network-one_networks_year" not in [box.key for box in app.selectbox]


def test_a_figure_pinned_from_its_table_is_in_the_story_on_every_page() -> None:
    app = AppTest.from_file(APP, default_timeout=120).run().switch_page(LIBRARY)
    app.query_params["indicator"] = "year6_obesity"
    app.run()
    key = "evidence-year6_obesity-trend"
    app.session_state[key] = True
    app.run()
    next(button for button in app.button if button.key == "pin-year6_obesity-trend").click().run()
    assert app.session_state[pins.STORY] == [TREND.ref]
    app.switch_page("pages/overview/overview.py").run()
    assert app.session_state[pins.STORY] == [TREND.ref]
    assert app.query_params[pins.STORY] in (TREND.ref, [TREND.ref])
    app.switch_page(STORIES).run()
    assert shows.address(shows.OWN, pins=[TREND.ref]) in show_addresses(app)


def test_an_id_that_is_none_is_said_and_the_rest_is_told() -> None:
    app = opened(STORIES, TREND.ref, "ZZ-9")
    assert not app.exception
    assert "No figure has the ID ZZ-9" in " ".join(box.label for box in app.expander)
    page = shows.answer(shows.Asked(shows.OWN, pins=(TREND.ref, "ZZ-9")))
    assert TREND.sentence in page.replace("&#x27;", "'")
    assert "There is no such figure here." in page


def test_the_words_written_for_a_slide_are_in_its_story_and_outlive_another_page() -> None:
    app = opened(STORIES, TREND.ref, COMPARED.ref)
    app.text_area(key=f"words-own-{TREND.ref}-message").set_value("One child in four.").run()
    app.text_area(key=f"words-own-{TREND.ref}-notes").set_value("Say it slowly.").run()
    app.switch_page("pages/overview/overview.py").run()
    app.switch_page(STORIES).run()
    assert app.text_area(key=f"words-own-{TREND.ref}-message").value == "One child in four."
    packed = next(address for address in show_addresses(app) if "told=" in address).partition("told=")[2]
    story = told.unpacked(packed)
    assert [slide.message for slide in story.slides] == ["One child in four.", ""]
    assert story.slides[0].notes == "Say it slowly."
    page = shows.answer(shows.Asked(shows.OWN, told=packed))
    assert "One child in four." in page


def test_words_of_two_fields_that_change_in_one_step_both_stay() -> None:
    app = opened(STORIES, TREND.ref)
    app.text_area(key=f"words-own-{TREND.ref}-message").set_value("One child in four.")
    app.text_area(key=f"words-own-{TREND.ref}-notes").set_value("Say it slowly.").run()
    written = app.session_state["written_for_story"][TREND.ref]
    assert (written.message, written.notes) == ("One child in four.", "Say it slowly.")


def test_words_meant_for_a_file_that_has_been_replaced_change_nothing() -> None:
    def script() -> None:
        import streamlit as st

        from shcares.ui.present import own

        for message in ("First", "Second"):
            slide = f'title = "T"\npurpose = "P"\n[[slides]]\nheading = "H"\nmessage = "{message}"\n'
            own.open_file(slide.encode(), f"{message}.toml")
        own.reword_opened(1, 0, "message", "Late words for the first")
        own.reword_opened(2, 0, "notes", "Words for the second")
        story = own.opened()
        st.markdown(f"{story.slides[0].message}, {story.slides[0].notes}" if story else "No story")

    assert AppTest.from_function(script).run().markdown[0].value == "Second, Words for the second"


def test_the_story_taken_away_opens_again_as_the_same_story() -> None:
    words = {TREND.ref: StorySlide("A heading", "My message", notes="Notes.")}
    mine = told.of_pins([TREND.ref, COMPARED.ref], words)
    again, problems = read_story(story_toml(mine), f"{mine.id}.toml")
    assert problems == ()
    assert again == mine
    figures = [slide.figure.ref for slide in decks.story_deck(mine, "", Scheme.SAFE).slides if slide.figure]
    assert figures == [TREND.ref, COMPARED.ref]


def _open(text: str, name: str) -> AppTest:
    def script(text: str, name: str) -> None:
        import streamlit as st

        from shcares.ui.present import edit, own

        if "given" not in st.session_state:
            own.open_file(b'title = "Good"\npurpose = "P"\n[[slides]]\nheading = "H"\nmessage = "M"\n', "good.toml")
            own.open_file(text.encode(), name)
            st.session_state["given"] = True
        edit.show_opener()
        held = own.opened()
        st.title(held.title if held else "nothing")

    return AppTest.from_function(script, default_timeout=60, args=(text, name)).run()


def test_a_file_with_faults_is_refused_in_sentences_and_the_last_good_story_stays() -> None:
    app = _open('title = "Bad"\n[[slides]]\nmessage = "M"\n', "bad.toml")
    assert not app.exception
    assert app.title[0].value == "Good"
    said = " ".join(element.value for element in app.markdown).replace("\\", "")
    assert "This file cannot be opened as a story" in said
    assert "bad.toml: field purpose: found nothing" in said
    assert "bad.toml: slides 1, field heading: found nothing" in said


def test_a_story_from_a_file_takes_the_place_of_the_last() -> None:
    app = _open('title = "Better"\npurpose = "P"\n[[slides]]\nheading = "H"\nmessage = "M"\n', "better.toml")
    assert app.title[0].value == "Better"


def test_a_story_too_long_for_an_address_is_not_cut() -> None:
    short = Story("short", "Short", "P", tuple(StorySlide(f"{n}", "M", notes="Say it. " * n) for n in range(1, 12)))
    letters = told.packed(short)
    assert letters is not None
    assert told.unpacked(letters).slides == short.slides
    long = Story("long", "Long", "P", tuple(StorySlide(f"{n}", "M", notes=_noise(n)) for n in range(20)))
    assert told.packed(long) is None
    assert ways.address_of(long, "", Scheme.SAFE) is None


def _noise(seed: int) -> str:
    return "".join(hashed(f"{seed} {number}", 13) for number in range(100))


@pytest.mark.parametrize("letters", ["abc", "%%%", "eJw", "ü", "A" * 500])
def test_a_broken_address_is_answered_with_a_sentence(letters: str) -> None:
    with pytest.raises(shows.NoShowError, match="broken"):
        shows.answer(shows.Asked(shows.OWN, told=letters))


def test_a_show_is_made_once_for_all_who_open_it() -> None:
    asked = shows.Asked("plan_on_ten_slides")
    assert shows.answer(asked) is shows.answer(asked)


@pytest.mark.parametrize("colours", ["mono", "Black and white, for print"])
def test_a_show_takes_the_colours_by_the_word_of_its_own_address_or_of_a_page(colours: str) -> None:
    chosen = shows.answer(shows.Asked("plan_on_ten_slides", colours=colours))
    assert chosen != shows.answer(shows.Asked("plan_on_ten_slides"))
    assert chosen == shows.answer(shows.Asked("plan_on_ten_slides", colours=Scheme.MONO))
