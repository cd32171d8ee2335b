"""A handout on paper: what it says can be read, searched, printed and heard."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import altair as alt
import pandas as pd
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from shcares.charts import house
from shcares.export.deck import Deck, Slide
from shcares.export.document import deck_pdf
from shcares.export.document_picture import drawing
from shcares.export.figure import Figure
from shcares.style.palette import Scheme

SPEC = house.spec(
    alt.Chart(pd.DataFrame({"x": ["Halton", "St Helens"], "y": [3, 4]}))
    .mark_bar(color="#b83a6f")
    .encode(x=alt.X("y:Q"), y=alt.Y("x:N"))
    .properties(title=house.title("The finding", "% of everyone"), height=200)
)
FIGURE = Figure(
    id="bars",
    title="Two towns",
    sentence="St Helens is higher than Halton, 4% and 3%.",
    period="2024/25",
    area="Two towns of the region",
    source="Office of Counting, 2026.",
    method="Counted.",
    frame=pd.DataFrame({"Town": ["Halton", "St Helens"], "Share": [3.0, None], "Note": ["#let x = 1", "*bold* <b>"]}),
    spec=SPEC,
    notes=("A note to be read.",),
    ref="XX-7KQ",
)
TABLE = replace(FIGURE, id="table", ref="YY-7KQ", spec=None, html="<table></table>")
DAY = date(2026, 11, 22)


def deck(*slides: Slide) -> Deck:
    return Deck("A meeting #1 of *many*", "For the network", slides, "Copied on 22 November 2026.", "meeting")


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def tags(reader: PdfReader) -> list[DictionaryObject]:
    """Every element of the structure that a screen reader walks."""
    found: list[DictionaryObject] = []
    waiting: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, DictionaryObject):
            found.append(one)
            waiting.extend([one["/K"]] if "/K" in one else [])
    return found


@pytest.fixture(scope="module")
def paper() -> bytes:
    slides = (Slide("Towns", FIGURE.sentence, FIGURE), Slide("Next", "Do this", text=("First $x$", "Second @y")))
    return deck_pdf(deck(*slides), Scheme.SAFE, made=DAY)


def test_a_page_says_how_its_marks_are_read_and_what_not_to_conclude() -> None:
    told = replace(FIGURE, reading="A: a merger.", caution="Not adjusted for age.", notes=("A: a merger.", "More."))
    page = " ".join(
        read(deck_pdf(deck(Slide("Towns", "", told)), Scheme.SAFE, made=DAY)).pages[1].extract_text().split()
    )
    assert "A: a merger. Not adjusted for age. More." in page


def test_a_page_says_its_message_its_notes_its_source_and_its_id(paper: bytes) -> None:
    page = " ".join(read(paper).pages[1].extract_text().split())
    assert FIGURE.sentence in page
    assert "A note to be read." in page
    assert "Two towns of the region. 2024/25. Office of Counting, 2026. Figure XX-7KQ." in page


def test_every_slide_has_a_page_after_the_cover(paper: bytes) -> None:
    assert len(read(paper).pages) == 3


def test_a_chart_keeps_its_words_as_words(paper: bytes) -> None:
    page = " ".join(read(paper).pages[1].extract_text().split())
    assert "Halton" in page
    assert "% of everyone" in page


def test_what_looks_like_mark_up_is_printed_as_it_stands(paper: bytes) -> None:
    said = words(paper)
    assert "A meeting #1 of *many*" in said
    assert "First $x$" in said
    assert "Second @y" in said


def test_a_picture_has_words_that_stand_for_it(paper: bytes) -> None:
    pictures = [tag for tag in tags(read(paper)) if tag.get("/S") == "/Figure"]
    assert [tag["/Alt"] for tag in pictures] == [f"Two towns. {FIGURE.sentence}"]


def test_a_reader_finds_language_title_and_headings(paper: bytes) -> None:
    reader = read(paper)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "A meeting #1 of *many*"
    assert {"/Title", "/H1"} & {str(tag.get("/S")) for tag in tags(reader)}
    assert [entry.title for entry in reader.outline] == [FIGURE.sentence, "Do this"]


def test_the_fonts_are_inside_and_no_machine_lends_one(paper: bytes) -> None:
    fonts = [font.get_object() for page in read(paper).pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert any(key.startswith("/FontFile") for key in descriptor)
        assert re.search("SourceSansPro|DejaVuSansMono", str(font["/BaseFont"]))


def test_a_figure_without_a_chart_is_a_real_table_that_runs_on_with_its_headings() -> None:
    long = replace(TABLE, frame=pd.concat([TABLE.frame] * 60, ignore_index=True))
    pdf = deck_pdf(deck(Slide("Towns", "", long)), Scheme.SAFE, made=DAY)
    pages = [page.extract_text() for page in read(pdf).pages]
    assert len(pages) > 2
    assert all("Town" in page and "Share" in page for page in pages[1:])
    names = {str(tag.get("/S")) for tag in tags(read(pdf))}
    assert {"/Table", "/TH", "/TD"} <= names


def test_a_missing_number_is_no_data_and_a_cell_is_never_mark_up() -> None:
    said = words(deck_pdf(deck(Slide("Towns", "", TABLE)), Scheme.SAFE, made=DAY))
    assert "St Helens no data *bold* <b>" in said
    assert "#let x = 1" in said


def test_a_slide_without_a_message_says_what_its_figure_says() -> None:
    assert FIGURE.sentence in words(deck_pdf(deck(Slide("Towns", "", FIGURE)), Scheme.SAFE, made=DAY))


def test_the_same_deck_is_the_same_file_to_the_byte() -> None:
    slides = deck(Slide("Towns", "", FIGURE), Slide("Towns", "", TABLE))
    assert deck_pdf(slides, Scheme.SAFE, made=DAY) == deck_pdf(slides, Scheme.SAFE, made=DAY)
    assert deck_pdf(slides, Scheme.SAFE) == deck_pdf(slides, Scheme.SAFE)


def test_a_paper_bears_the_day_it_is_given_and_none_otherwise() -> None:
    slides = deck(Slide("Towns", "", FIGURE))
    dated, undated = (read(deck_pdf(slides, Scheme.SAFE, made=made)).metadata for made in (DAY, None))
    assert dated is not None
    assert undated is not None
    assert dated.creation_date is not None
    assert dated.creation_date.date() == DAY
    assert undated.creation_date is None


def test_black_and_white_prints_no_colour_at_all() -> None:
    spec = SPEC | {"mark": {"type": "bar", "color": "#54739c42"}}
    paints = re.findall(r'(?:fill|stroke)="#([0-9a-fA-F]{6})', drawing(spec, Scheme.MONO).svg.decode())
    assert paints
    assert all(paint[:2] == paint[2:4] == paint[4:6] for paint in paints)
    assert "#54739c42" in drawing(spec, Scheme.SAFE).svg.decode()


def test_a_very_high_chart_lies_on_an_upright_page() -> None:
    high = replace(FIGURE, spec=SPEC | {"height": 900})
    low, tall = (read(deck_pdf(deck(Slide("", "", one)), Scheme.SAFE, made=DAY)).pages[1] for one in (FIGURE, high))
    assert low.mediabox.width > low.mediabox.height
    assert tall.mediabox.height > tall.mediabox.width
