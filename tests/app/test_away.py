"""Any page can be taken away: the files are made of the very figures it shows, when asked and not before."""

import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from shcares.style.palette import Scheme
from shcares.ui import away, figures, recipes

APP = str(Path(__file__).resolve().parents[2] / "app.py")
OBESITY = "pages/priorities/tackling_obesity.py"


def held_by(app: AppTest) -> list[Any]:
    return [figure for part in app.session_state["shown_figures"].values() for figure in part.values()]


def test_the_foot_of_a_page_offers_its_figures_once_the_box_is_opened() -> None:
    app = AppTest.from_file(APP, default_timeout=200).run()
    app.switch_page(OBESITY).run()
    assert not app.get("download_button")
    app.session_state["take-away"] = True
    app.run()
    buttons = [button.proto for button in app.get("download_button")]
    said = " ".join(str(block.value) for block in app.markdown)
    assert not app.exception
    assert [one.label for one in buttons] == ["PowerPoint of this page", "Excel of this page"]
    assert all(one.deferred_file_id and not one.url for one in buttons)
    assert f"{len(held_by(app))} figures on this page" in said
    assert "Figures behind closed tabs are not included" in said


def test_a_series_chosen_on_a_card_takes_the_place_of_the_one_before() -> None:
    app = AppTest.from_file(APP, default_timeout=200).run()
    app.switch_page(OBESITY).run()
    before = held_by(app)
    choice = next(one for one in (*app.selectbox, *app.segmented_control) if str(one.key).startswith("series-"))
    choice.set_value(choice.options[-1]).run()
    after = held_by(app)
    assert len(after) == len(before)
    assert {one.ref for one in after} != {one.ref for one in before}


def test_files_are_made_without_a_session_and_hold_every_figure_given() -> None:
    held = [recipes.by_name(name, {"indicator": "year6_obesity"}) for name in ("trend", "compare")]
    made: dict[str, bytes] = {}

    def make() -> None:
        made["pptx"] = away.page_pptx("Indicator library", held, Scheme.MONO)
        made["xlsx"] = away.page_xlsx("Indicator library", held)

    thread = threading.Thread(target=make)
    thread.start()
    thread.join()
    slides = list(Presentation(BytesIO(made["pptx"])).slides)[1:]
    words = [" ".join(one.text_frame.text for one in slide.shapes if one.has_text_frame) for slide in slides]
    book = openpyxl.load_workbook(BytesIO(made["xlsx"]))
    assert all(f"Figure {figure.ref}" in said for figure, said in zip(held, words, strict=True))
    assert all("Indicator library" in said for said in words)
    assert book.sheetnames == ["About", *(figure.ref for figure in held), "Sources"]
    assert "Office for Health Improvement and Disparities" in [cell.value for row in book["Sources"] for cell in row]


def test_one_figure_is_one_slide() -> None:
    figure = recipes.by_name("trend", {"indicator": "year6_obesity"})
    (slide,) = Presentation(BytesIO(figures.figure_pptx(figure, Scheme.SAFE))).slides
    assert figure.sentence.startswith(slide.shapes.title.text_frame.text)


def test_a_part_drawn_again_forgets_what_it_showed_and_keeps_its_place() -> None:
    def script() -> None:
        from dataclasses import replace

        from shcares.ui import recipes, shown

        trend = recipes.by_name("trend", {"indicator": "year6_obesity"})
        shown.begin()

        @shown.drawn_again(lambda name, ref: f"{name} of {len(ref)}")
        def card(name: str, ref: str) -> None:
            shown.note(replace(trend, ref=name.upper() + ref))

        card("a", "1")
        card("b", "1")
        shown.note(replace(trend, ref="C1"))
        card("a", "2")

    app = AppTest.from_function(script, default_timeout=200).run()
    assert not app.exception
    assert [figure.ref for figure in held_by(app)] == ["A2", "B1", "C1"]
