"""A deck opens as slides: native charts with the very numbers, real titles, sources, nothing too small or outside."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Pt

from shcares.charts import house
from shcares.domain.plots import PlotKind
from shcares.export.deck import Deck, Slide
from shcares.export.figure import Figure
from shcares.export.slide_master import SOURCE
from shcares.export.slides import deck_pptx, slide_count
from shcares.style import palette
from shcares.style.palette import Scheme
from shcares.ui import recipes
from tests.export.by_kind import BARS, EVERY_KIND, LINES, POINTS, bars, figure
from tests.export.office import as_pdf

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SMALLEST = 10
WORDS = Slide("To the board", "What we ask", text=("Fund it for two years.", "Look again in March."))
LONG = pd.DataFrame(
    {"Area": [f"Area {at}" for at in range(30)], "Value (%)": [20.0 + at / 10 for at in range(30)], "Year": 2024}
)
DRAWN = house.spec(alt.Chart(pd.DataFrame({"x": [1], "y": [3]})).mark_point(color="#b83a6f").encode(x="x:Q", y="y:Q"))
YEAR_6 = {"indicator": "year6_obesity", "area": "E08000013"}


def opened(*slides: Slide, scheme: Scheme = Scheme.SAFE) -> Any:
    deck = Deck("Obesity in St Helens", "For the board", slides, "Sources last copied on 22 November 2026.", "obesity")
    return Presentation(BytesIO(deck_pptx(deck, scheme)))


def shown(one: Figure, **other: Any) -> list[Any]:
    """The slides of one figure, behind the title and before the words."""
    return list(opened(Slide("Heading", "", one, notes="Pause here."), WORDS, **other).slides)[1:-1]


def graphics(slide: Any) -> Iterator[Any]:
    for shape in slide.shapes:
        if shape.has_chart or getattr(shape, "has_table", False) or shape.shape_type == 13:  # a picture
            yield shape


def chart_of(one: Figure, **other: Any) -> Any:
    return next(shape.chart for shape in shown(one, **other)[0].shapes if shape.has_chart)


def words_of(slide: Any) -> str:
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("kind", ["bars", "columns", "stacked", "lines"])
def test_a_chart_holds_the_plots_own_numbers_and_a_gap_where_there_is_none(kind: str) -> None:
    plot = EVERY_KIND[kind]
    chart = chart_of(figure(plot))
    held = {one.name: tuple(one.values) for one in chart.plots[0].series}
    assert held == {one.name: one.values for one in plot.series}
    assert chart._chartSpace.find(f".//{C}dispBlanksAs").get("val") == "gap"


def test_points_hold_both_numbers_and_one_without_a_value_is_not_drawn() -> None:
    series = chart_of(figure(POINTS)).plots[0].series
    assert tuple(series[0].values) == (9.0, 11.0)
    assert [float(v.text) for v in series[0]._element.findall(f"{C}xVal//{C}v")] == [20.0, 40.0]
    assert series[2].format.line.fill.type is not None


def test_a_category_without_a_value_says_so_beside_its_empty_place() -> None:
    assert list(chart_of(figure(BARS)).plots[0].categories)[2] == "Practice 2 (no data)"


def test_the_first_category_is_at_the_top_and_the_figures_at_the_foot() -> None:
    chart = chart_of(figure(BARS))
    assert chart.category_axis.reverse_order
    assert chart.value_axis._element.find(f"{C}crosses").get("val") == "max"
    assert chart.value_axis.minimum_scale == 0


@pytest.mark.parametrize(
    ("kind", "series", "below", "above"),
    [
        ("bars", 0, [2.0, 2.0, 2.0], [1.0, 1.0, 1.0]),
        ("columns", 0, [2.0, 2.0, 2.0], [1.0, 1.0, 1.0]),
        ("lines", 1, [1.0, 1.5], [1.0, 2.0]),
        ("points", 2, [1.0], [1.5]),
    ],
)
def test_intervals_reach_as_far_as_their_limits(kind: str, series: int, below: list[float], above: list[float]) -> None:
    bar = chart_of(figure(EVERY_KIND[kind])).plots[0].series[series]._element.find(f"{C}errBars")
    lengths = {way: [float(v.text) for v in bar.findall(f"{C}{way}//{C}v")] for way in ("minus", "plus")}
    assert lengths == {"minus": below, "plus": above}
    # A bar has one direction of its own, and naming it makes PowerPoint mend the file.
    assert (bar.find(f"{C}errDir") is None) == (kind in ("bars", "columns"))


def test_no_interval_is_cut_off_by_the_end_of_the_axis() -> None:
    axis = chart_of(figure(bars((90.0, 5.0), apart=40.0))).value_axis
    assert axis.minimum_scale <= -35
    assert axis.maximum_scale >= 110


def test_the_sheet_behind_a_chart_holds_the_numbers_and_their_intervals() -> None:
    blob = chart_of(figure(BARS)).part.chart_workbook.xlsx_part.blob
    sheet = pd.read_excel(BytesIO(blob))
    assert sheet["Obesity"].tolist()[:2] == [25.1, 22.0]
    assert pd.isna(sheet["Obesity"][2])
    assert sheet["Obesity, below"].dropna().tolist() == [2.0, 2.0, 2.0]


def test_a_legend_stands_only_by_several_series_and_names_a_broken_line_once() -> None:
    assert not chart_of(figure(BARS)).has_legend
    legend = chart_of(figure(LINES)).legend._element
    assert [one.find(f"{C}idx").get("val") for one in legend.findall(f"{C}legendEntry")] == ["0"]


def test_a_comparator_is_dashed_and_one_bar_has_its_own_colour() -> None:
    england = chart_of(figure(LINES)).plots[0].series[2]
    assert england.format.line.dash_style is not None
    point = chart_of(figure(BARS)).plots[0].series[0].points[1]
    assert f"#{point.format.fill.fore_color.rgb}".lower() == palette.ACCENT


def test_every_axis_says_its_measure_and_unit_with_the_decimals_of_the_figure() -> None:
    chart = chart_of(figure(POINTS))
    assert chart.value_axis.axis_title.text_frame.text == POINTS.axis
    assert chart.category_axis.axis_title.text_frame.text == "Deprivation score"
    code = chart_of(figure(BARS)).plots[0].series[0]._element.find(f"{C}val//{C}formatCode").text
    assert code.startswith("#,##0.0;")


def test_many_bars_go_over_several_slides_on_one_scale_and_none_is_lost() -> None:
    plot = bars(tuple(float(at) for at in range(1, 61)))
    charts = [next(one.chart for one in slide.shapes if one.has_chart) for slide in shown(figure(plot))]
    assert len(charts) > 1
    assert [value for chart in charts for value in chart.plots[0].series[0].values] == list(plot.series[0].values)
    assert len({(chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) for chart in charts}) == 1


def test_a_figure_without_a_drawing_is_a_table_of_its_very_rows() -> None:
    slides = shown(figure(frame=LONG))
    tables = [next(one.table for one in slide.shapes if one.has_table) for slide in slides]
    cells = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    assert all(len(table.rows) <= 13 for table in tables)
    assert cells == [[f"Area {at}", f"{20 + at / 10:.1f}", "2024"] for at in range(30)]
    assert [cell.text for cell in tables[-1].rows[0].cells] == list(LONG.columns)
    assert f"(1 of {len(slides)})" in slides[0].shapes.title.text_frame.text


def test_a_missing_number_in_a_table_is_said_and_never_nought() -> None:
    table = next(one.table for one in shown(figure())[0].shapes if one.has_table)
    assert [cell.text for cell in table.rows[2].cells] == ["South", "no data", "3,400"]


def test_a_table_too_long_for_slides_is_begun_and_says_so() -> None:
    slides = shown(figure(frame=pd.concat([LONG] * 10, ignore_index=True)))
    assert len(slides) == 1
    assert "The first 12 of 300 rows." in words_of(slides[0])


def test_the_plans_measures_take_at_most_three_slides_that_can_be_read_with_every_status_whole() -> None:
    one = recipes.by_name("measures", {})
    tables = [next(shape.table for shape in slide.shapes if shape.has_table) for slide in shown(one)]
    assert len(tables) <= 3
    rows = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    headings = [cell.text for cell in tables[0].rows[0].cells]
    assert [row[headings.index("Status")] for row in rows] == list(one.frame["Status"])
    assert headings == list(one.short_frame.columns)
    sizes = {
        run.font.size for table in tables for cell in table.iter_cells() for run in cell.text_frame.paragraphs[0].runs
    }
    assert min(sizes) >= Pt(12)


def test_an_empty_cell_is_no_higher_than_a_full_one() -> None:
    table = next(one.table for one in shown(figure(frame=pd.DataFrame({"A": ["", "x"]})))[0].shapes if one.has_table)
    ending = table.cell(1, 0)._tc.find(f".//{A}endParaRPr")
    assert int(ending.get("sz")) == table.cell(2, 0).text_frame.paragraphs[0].runs[0].font.size.pt * 100


@pytest.mark.parametrize("one", [figure(BARS), figure(frame=LONG), figure(spec=DRAWN)])
def test_what_not_to_conclude_stands_on_every_slide_above_the_source(one: Figure) -> None:
    for slide in shown(replace(one, caution="Not adjusted for age.")):
        box = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == SOURCE)
        first, *others = [paragraph.text for paragraph in box.text_frame.paragraphs]
        assert first.endswith("Not adjusted for age.")
        assert "Figure TR-QRCD" in others[0]
        drawing = next(graphics(slide))
        assert drawing.top + drawing.height <= box.top


def test_a_picture_says_how_its_marks_are_read_and_a_chart_that_its_lines_are_intervals() -> None:
    assert "A: a merger." in words_of(shown(figure(spec=DRAWN, reading="A: a merger."))[0])
    with_limits = pd.DataFrame({"Area": ["North"], "Lower 95% limit": [23.0]})
    assert "Thin lines: 95% intervals." in words_of(shown(figure(BARS, frame=with_limits, reading="Dots."))[0])
    assert "Dots." not in words_of(shown(figure(BARS, frame=with_limits, reading="Dots."))[0])


def test_slides_are_counted_as_they_are_made() -> None:
    slides = (Slide("", "", figure(frame=LONG)), Slide("", "", figure(bars(tuple(range(1, 61))))), WORDS)
    deck = Deck("Counted", "", slides, "", "counted")
    assert slide_count(deck) == len(Presentation(BytesIO(deck_pptx(deck, Scheme.SAFE))).slides)


def test_a_figure_with_a_drawing_but_no_numbers_of_it_is_a_picture() -> None:
    pictures = [one for one in graphics(shown(figure(spec=DRAWN))[0]) if one.shape_type == 13]
    assert pictures[0].image.content_type == "image/png"


@pytest.mark.parametrize(
    "one", [*(figure(plot) for plot in EVERY_KIND.values()), figure(frame=LONG), figure(spec=DRAWN)]
)
def test_every_graphic_says_in_words_what_it_shows(one: Figure) -> None:
    for slide in shown(one):
        found = [shape._element.find(".//{*}cNvPr").get("descr") for shape in graphics(slide)]
        assert found == [f"{one.title}. {one.sentence}"]


@pytest.mark.parametrize(
    "one", [*(figure(plot) for plot in EVERY_KIND.values()), figure(frame=LONG), figure(spec=DRAWN)]
)
def test_a_slide_carries_message_source_id_number_and_notes(one: Figure) -> None:
    slide = shown(one)[0]
    notes = slide.notes_slide.notes_text_frame.text
    assert slide.shapes.title.text_frame.text.startswith(one.sentence)
    assert "Figure TR-QRCD" in words_of(slide)
    assert one.source.rstrip(".") in words_of(slide)
    assert slide._element.findall(f".//{A}fld[@type='slidenum']")
    for words in ("Pause here.", one.sentence, *one.notes, one.method, one.source.rstrip("."), "22 November 2026"):
        assert words in notes


def test_no_text_is_too_small_and_nothing_lies_outside_its_slide() -> None:
    figures = [figure(plot) for plot in (*EVERY_KIND.values(), bars(tuple(range(1, 40))))] + [figure(frame=LONG)]
    deck = opened(*(Slide("Heading", "", one) for one in figures), WORDS)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            parts = [shape._element, *([shape.chart._chartSpace] if shape.has_chart else [])]
            sizes = [int(one.get("sz")) for part in parts for one in part.iter() if str(one.get("sz")).isdigit()]
            assert all(size >= SMALLEST * 100 for size in sizes), shape.name


def test_a_long_message_is_said_whole_and_its_first_sentence_large() -> None:
    more = "It cannot be tested. " * 12
    slide = shown(replace(figure(BARS), sentence=f"St Helens is above England. {more}".strip()))[0]
    assert slide.shapes.title.text_frame.text.startswith("St Helens is above England.")
    assert words_of(slide).count("It cannot be tested.") == 12
    title = slide.shapes.title
    assert min(run.font.size for run in title.text_frame.paragraphs[0].runs) >= Pt(24)


def test_black_and_white_has_no_colour_left_and_tells_series_apart_by_pattern() -> None:
    slides = opened(*(Slide("", "", figure(plot)) for plot in EVERY_KIND.values()), scheme=Scheme.MONO).slides
    charts = [one.chart for slide in slides for one in slide.shapes if one.has_chart]
    found = {one.get("val") for chart in charts for one in chart._chartSpace.iter(f"{A}srgbClr")}
    assert found
    assert all(colour[:2] == colour[2:4] == colour[4:6] for colour in found)
    stacked = chart_of(figure(EVERY_KIND["stacked"]), scheme=Scheme.MONO)
    patterns = [one._element.find(f".//{A}pattFill") for one in stacked.plots[0].series]
    assert patterns[0] is None
    assert len({one.get("prst") for one in patterns[1:]}) == 2


def test_the_same_deck_is_the_same_file_and_says_what_it_is() -> None:
    deck = Deck("Obesity", "For the board", (Slide("", "", figure(BARS)), WORDS), "About.", "obesity")
    assert deck_pptx(deck, Scheme.SAFE) == deck_pptx(deck, Scheme.SAFE)
    about = Presentation(BytesIO(deck_pptx(deck, Scheme.SAFE))).core_properties
    assert (about.title, about.language, about.author) == ("Obesity", "en-GB", "St Helens Cares")


def test_a_single_slide_has_no_title_slide_before_it() -> None:
    assert len(opened(Slide("", "", figure(BARS))).slides) == 1


def test_figures_of_the_dashboard_are_native_charts_of_their_own_plot() -> None:
    trend = recipes.by_name("trend", YEAR_6)
    assert trend.plot is not None
    plot = trend.plot()
    held = {one.name: tuple(one.values) for one in chart_of(trend).plots[0].series}
    assert plot.kind is PlotKind.LINES
    assert held == {one.name: one.values for one in plot.series}


def test_libreoffice_draws_every_slide_with_message_id_and_intervals(tmp_path: Path) -> None:
    figures = [*(figure(plot) for plot in EVERY_KIND.values()), figure(frame=LONG), recipes.by_name("trend", YEAR_6)]
    slides = [Slide("Heading", "", one) for one in figures]
    deck = Deck("Obesity in St Helens", "For the board", (*slides, WORDS), "About.", "obesity")
    file = tmp_path / "deck.pptx"
    file.write_bytes(deck_pptx(deck, Scheme.SAFE))
    pdf = as_pdf(file)
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(file)).slides]
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]
    assert len(pages) == len(titles)
    for title, words, page in zip(titles, pages, pdf, strict=True):
        assert " ".join(title.split()) in words
        assert len(set(page.render(scale=0.5).to_pil().convert("L").tobytes())) > 20
    assert sum("Figure TR-QRCD" in words for words in pages) == len(pages) - 2


def test_libreoffice_draws_the_intervals(tmp_path: Path) -> None:
    def ink(apart: float) -> int:
        file = tmp_path / f"bars{apart}.pptx"
        plot = replace(bars((25.0, 22.0, 28.0), apart=apart), series=(bars((25.0, 22.0, 28.0), apart=apart).series[0],))
        file.write_bytes(deck_pptx(Deck("Bars", "", (Slide("", "", figure(plot)),), "", "bars"), Scheme.SAFE))
        picture = as_pdf(file)[0].render(scale=1).to_pil().convert("L")
        # The rules of the intervals are the only ink of their darkness right of the middle of the chart.
        middle = picture.crop((picture.width // 2, picture.height // 4, picture.width, picture.height * 3 // 4))
        return sum(level < 70 for level in middle.tobytes())

    assert ink(4.0) > ink(0.4) + 100
