"""What is taken away says what it is, whose it is and how it was made."""

from io import BytesIO

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.export.picture import chart_png, chart_svg
from shcares.export.table import frame_csv

CHART = house.spec(
    alt.Chart(pd.DataFrame({"x": [1, 2], "y": [3, 4]}))
    .mark_line()
    .encode(x=alt.X("x:Q"), y=alt.Y("y:Q"))
    .properties(title="The finding", height=100)
)


def test_a_csv_repeats_the_source_on_every_row_and_opens_in_a_spreadsheet() -> None:
    written = frame_csv(pd.DataFrame({"Area": ["St Helens", "Halton"]}), {"Source": "ONS, 2026"})
    assert written.startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(BytesIO(written))["Source"].tolist() == ["ONS, 2026", "ONS, 2026"]


def test_a_picture_grows_with_its_footnotes_because_they_are_drawn_in_it() -> None:
    def height(png: bytes) -> int:
        return int.from_bytes(png[20:24], "big")

    bare, noted = chart_png(CHART, footnotes=["One line."]), chart_png(CHART, footnotes=["One line."] * 4)
    assert bare.startswith(b"\x89PNG")
    assert height(noted) > height(bare) + 60


def test_an_svg_is_drawn_in_the_products_typeface_without_asking_anyone() -> None:
    svg = chart_svg(CHART)
    assert svg.startswith("<svg")
    assert "http://" not in svg.replace("http://www.w3.org", "")
