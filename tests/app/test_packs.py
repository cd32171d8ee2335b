"""Packs and sheets: what is taken away says what the pages say, whole, and the same each time."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from shcares.__main__ import main
from shcares.stats.suppression import Band
from shcares.style import formats
from shcares.style.palette import Scheme
from shcares.ui import reads, recipes
from shcares.ui.places.practice import fate
from shcares.ui.places.practice.profile import last_list, practice
from shcares.ui.places.practice.standing import registers
from shcares.ui.present import decks, packs
from shcares.ui.present.packs_contents import every_practice, practices_of
from shcares.ui.present.practice_sheet import file_name, practice_sheet, sheet_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = "pages/present/take_away.py"
NETWORK = "U94037"
_SMALLEST = 9.0


def silent(_step: str, _share: float) -> None:
    """A listener that hears nothing."""


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def sizes_of(pdf: bytes) -> set[float]:
    """The size of every piece of text on the first page."""
    found: set[float] = set()

    def note(text: str, _cm: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.add(round(size * abs(matrix[3] or matrix[0]), 2))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=note)
    return found


@pytest.fixture(scope="module")
def sheets() -> dict[str, bytes]:
    """Every practice's sheet."""
    return {code: practice_sheet(code, Scheme.SAFE) for code in every_practice()}


@pytest.fixture(scope="module")
def pack() -> ZipFile:
    """The pack of one network."""
    return ZipFile(BytesIO(packs.packs_zip([NETWORK], Scheme.SAFE, progress=silent)))


def test_every_practice_held_has_a_sheet_of_exactly_one_page(sheets: dict[str, bytes]) -> None:
    assert set(sheets) == set(reads.practices()["practice_code"])
    assert {code: len(PdfReader(BytesIO(pdf)).pages) for code, pdf in sheets.items()} == dict.fromkeys(sheets, 1)


def test_a_sheet_bears_its_names_and_the_size_of_its_list_as_its_page_does(sheets: dict[str, bytes]) -> None:
    for code, pdf in sheets.items():
        said, one, gone = text_of(pdf), practice(code), fate.successors(code)
        size = last_list(code, before=gone[0].date) if gone else last_list(code)
        assert one.name in said
        assert code in said
        assert size is None or formats.number(size.patients) in said, code
        assert fate.answer(code) in said


def test_a_sheet_says_to_its_end_what_to_be_careful_about_and_which_figures_it_rests_on(
    sheets: dict[str, bytes],
) -> None:
    for code, pdf in sheets.items():
        said, sheet = text_of(pdf), sheet_of(code, Scheme.SAFE)
        assert all(" ".join(doubt.split()) in said for doubt in sheet.doubts.lines), code
        ids = re.findall(r"Q[A-Z]-\w+", sheet.sources.lines[-1])
        assert ids, code
        assert all(one in said for one in ids), code
        assert sheet.about in said, code


def test_the_ids_on_a_sheet_are_those_of_the_figures(sheets: dict[str, bytes]) -> None:
    code = practices_of(NETWORK)[0]
    found = re.findall(r"\bQ[A-Z]-[0-9A-Z]{3}\b", text_of(sheets[code]))
    assert {recipes.by_ref(ref).filters["practice"] for ref in found} == {code}


def test_every_register_is_on_the_sheet_with_its_interval_and_in_words(sheets: dict[str, bytes]) -> None:
    words = {
        Band.CLEARLY_HIGHER: "↑ Clearly higher",
        Band.CANNOT_TELL: "≈ Can’t tell",
        Band.CLEARLY_LOWER: "↓ Clearly lower",
    }
    for code in practices_of(NETWORK):
        said = text_of(sheets[code])
        for one in registers(code):
            assert f"{one.shown(one.value)} {one.interval}" in said, (code, one.name)
            assert f"{one.shown(one.held.benchmark.value)} {words[one.band]}" in said, (code, one.name)


def test_no_text_on_a_sheet_is_smaller_than_nine_points(sheets: dict[str, bytes]) -> None:
    smallest = {code: min(sizes_of(pdf)) for code, pdf in sheets.items()}
    assert {code: size for code, size in smallest.items() if size < _SMALLEST} == {}


def test_a_closed_practice_says_where_its_patients_went_and_what_is_not_held(sheets: dict[str, bytes]) -> None:
    closed = [code for code in sheets if practice(code).closed is not None]
    assert closed
    for code in closed:
        said = text_of(sheets[code])
        assert formats.day(practice(code).closed) in said
        assert "It is no longer open: every figure here describes the practice as it was." in said


def test_a_pack_holds_slides_paper_workbook_and_a_sheet_for_each_practice(pack: ZipFile) -> None:
    names = pack.namelist()
    assert [name for name in names if "/" not in name] == ["pack_north.pptx", "pack_north.pdf", "pack_north.xlsx"]
    assert {name for name in names if "/" in name} == {f"practices/{file_name(code)}" for code in practices_of(NETWORK)}


def test_every_figure_of_a_pack_can_be_made_and_is_that_of_its_page() -> None:
    deck = packs.network_deck(NETWORK, Scheme.SAFE)
    missing = [slide.text for slide in deck.slides if slide.message == "This figure cannot be shown."]
    assert not missing
    shown = [slide.figure for slide in deck.slides if slide.figure is not None]
    assert 14 <= len(shown) <= 18
    for figure in shown:
        again = recipes.by_ref(figure.ref)
        pd.testing.assert_frame_equal(again.frame, figure.frame)
        assert again.sentence == figure.sentence


def test_each_slide_with_a_figure_says_the_figures_own_sentence() -> None:
    for slide in packs.network_deck(NETWORK, Scheme.SAFE).slides:
        assert slide.figure is None or slide.message == slide.figure.sentence


def test_the_paper_names_every_figure_of_the_pack(pack: ZipFile) -> None:
    said = text_of(pack.read("pack_north.pdf"))
    refs = [slide.figure.ref for slide in packs.network_deck(NETWORK, Scheme.SAFE).slides if slide.figure]
    assert [ref for ref in refs if f"Figure {ref}." not in said] == []


def test_the_workbook_has_the_same_figures_in_full(pack: ZipFile) -> None:
    book = ZipFile(BytesIO(pack.read("pack_north.xlsx"))).read("xl/workbook.xml").decode()
    refs = [slide.figure.ref for slide in packs.network_deck(NETWORK, Scheme.SAFE).slides if slide.figure]
    assert [ref for ref in refs if f'name="{ref}"' not in book] == []


def test_a_second_making_gives_the_same_bytes(pack: ZipFile) -> None:
    again = ZipFile(BytesIO(packs.packs_zip([NETWORK], Scheme.SAFE, progress=silent)))
    changed = [name for name in pack.namelist() if pack.read(name) != again.read(name)]
    assert not changed
    assert [one.date_time for one in pack.infolist()] == [one.date_time for one in again.infolist()]


def test_a_network_that_is_not_there_is_answered_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "packs", "--to", str(tmp_path), "--network", "Atlantis"]) == 2
    said = capsys.readouterr().err
    assert all(name in said for name in decks.networks().values())
    assert not list(tmp_path.iterdir())


def test_sheets_can_be_written_with_no_browser(tmp_path: Path) -> None:
    arguments = ["export", "sheets", "--to", str(tmp_path / "out"), "--network", "north", "--colours", "mono"]
    assert main(arguments) == 0
    written = ZipFile(tmp_path / "out" / "sheets.zip")
    assert written.namelist() == [file_name(code) for code in practices_of(NETWORK)]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["sheets.zip"]


def test_the_page_prepares_a_pack_and_forgets_it_when_another_is_chosen() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300).run()
    app.switch_page(PAGE).run()
    assert not app.exception
    app.selectbox(key="pack_of").select(NETWORK).run()
    app.button(key="prepare-packs").click().run()
    assert not app.exception
    assert [one.label for one in app.get("download_button") if "pack" in one.label] == ["Download pack_north.zip"]
    app.selectbox(key="pack_of").select("U94009").run()
    assert [one.label for one in app.get("download_button") if "pack" in one.label] == []


def test_a_practices_page_offers_its_sheet() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300).run()
    app.switch_page("pages/places/practices.py").run()
    assert not app.exception
    assert "Sheet of paper (PDF)" in [one.label for one in app.get("download_button")]
