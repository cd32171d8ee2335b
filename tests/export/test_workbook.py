"""A workbook opens as sheets: real tables, numbers as numbers, blanks where nothing is held, and where it is from."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd

from shcares.export.workbook import figures_xlsx, sheet_names
from shcares.ui import recipes
from tests.export.by_kind import figure
from tests.export.office import as_pdf

SOURCES = pd.DataFrame({"Publisher": ["Office for National Statistics"], "Retrieved": [pd.Timestamp(2026, 5, 13)]})


def opened(*figures: Any, sources: pd.DataFrame = SOURCES) -> Any:
    return openpyxl.load_workbook(BytesIO(figures_xlsx("Tackling Obesity", figures, sources, "Data edition 0123abcd.")))


def table_of(sheet: Any) -> list[tuple[Any, ...]]:
    (table,) = sheet.tables.values()
    return [tuple(cell.value for cell in row) for row in sheet[table.ref]]


def test_a_figures_sheet_holds_its_rows_as_a_table_with_blanks_where_nothing_is_held() -> None:
    rows = table_of(opened(figure())["TR-QRCD"])
    assert rows == [("Area", "Value (%)", "Count"), ("North", 25.1, 1200), ("South", None, 3400)]


def test_numbers_bear_the_decimals_they_are_held_with() -> None:
    sheet = opened(figure())["TR-QRCD"]
    (table,) = sheet.tables.values()
    codes = [cell.number_format for cell in sheet[table.ref][1]]
    assert codes[1].startswith("#,##0.0;")
    assert codes[2].startswith("#,##0;")


def test_a_sheet_says_what_it_is_above_its_table_and_keeps_the_headings_in_sight() -> None:
    one = figure()
    sheet = opened(one)["TR-QRCD"]
    (table,) = sheet.tables.values()
    top = int(table.ref.split(":")[0].lstrip("A"))
    said = " ".join(str(sheet.cell(row, 1).value) for row in range(1, top))
    for words in (one.title, one.sentence, one.ref, one.area, one.period, one.source, one.method, *one.notes):
        assert words in said
    assert sheet.freeze_panes == f"A{top + 1}"


def test_the_first_sheet_lists_every_figure_with_a_way_to_it() -> None:
    book = opened(figure(), figure(ref="", title="Slope: women/men [2024]"))
    about = book[book.sheetnames[0]]
    links = [cell.hyperlink.location for row in about for cell in row if cell.hyperlink]
    assert book.sheetnames == ["About", "TR-QRCD", "Slope women men 2024", "Sources"]
    assert links == ["'TR-QRCD'!A1", "'Slope women men 2024'!A1", "'Sources'!A1"]
    assert about["A2"].value == "Data edition 0123abcd."


def test_sheets_have_names_that_excel_allows_and_none_twice() -> None:
    long = "A very long title of a figure that goes on: and on/ and on"
    names = sheet_names([figure(ref="", title=title) for title in (long, long, "about", "History", "'Sources'")])
    assert len({name.lower() for name in (*names, "About", "Sources", "History")}) == len(names) + 3
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_words_stay_words_and_a_day_is_a_day() -> None:
    frame = pd.DataFrame({"Note": ["=1+1", "007", "https://example.org"]})
    book = opened(figure(frame=frame))
    assert [row[0] for row in table_of(book["TR-QRCD"])[1:]] == ["=1+1", "007", "https://example.org"]
    assert all(cell.data_type == "s" for cell in book["TR-QRCD"]["A"] if cell.value)
    assert table_of(book["Sources"])[1][1] == pd.Timestamp(2026, 5, 13).to_pydatetime()


def test_headings_that_are_alike_or_empty_do_not_spoil_the_table() -> None:
    frame = pd.DataFrame([[1, 2, 3]], columns=["Value", "value", ""])
    assert table_of(opened(figure(frame=frame))["TR-QRCD"])[0] == ("Value", "value 2", "Column 3")


def test_a_figure_without_rows_has_a_sheet_that_says_so() -> None:
    sheet = opened(figure(frame=pd.DataFrame({"Area": []})))["TR-QRCD"]
    assert "No rows." in [cell.value for cell in sheet["A"]]


def test_a_figure_of_the_dashboard_is_written_row_for_row() -> None:
    values = recipes.by_name("values", {"indicator": "year6_obesity"})
    rows = table_of(opened(values)[values.ref])
    assert rows[0] == tuple(values.frame.columns)
    assert [row[4] for row in rows[1:]] == values.frame["Value (%)"].tolist()


def test_the_same_figures_are_the_same_file() -> None:
    one, two = (figures_xlsx("Obesity", [figure()], SOURCES, "About.") for _ in range(2))
    assert one == two


def test_libreoffice_opens_the_workbook(tmp_path: Path) -> None:
    file = tmp_path / "page.xlsx"
    file.write_bytes(figures_xlsx("Tackling Obesity", [figure(), replace(figure(), ref="CO-QRCD")], SOURCES, "About."))
    words = " ".join(page.get_textpage().get_text_range() for page in as_pdf(file))
    for wanted in ("Tackling Obesity", "CO-QRCD", "25.1", "3,400", "Office for National Statistics"):
        assert wanted in words
