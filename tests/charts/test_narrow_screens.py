"""On a narrow screen no title is cut, and what fits there is known to fit."""

import json
import re

import pandas as pd
import pytest

from shcares.charts import house, narrow
from shcares.charts.judged import judged_chart
from shcares.charts.measure import bold_width, words_width

LONG = "St Helens: 60.5 in 2021/22 to 2023/24, 37.9 above England"


def judged(area: str) -> dict[str, object]:
    rows = pd.DataFrame({"area": [area], "value": 2.0, "lower_ci": 1.0, "upper_ci": 3.0, "ours": False})
    rows = rows.assign(colour="#000000", ink="#ffffff", icon="!", told="2.0 ! worse", said="")
    measure = "Admissions caused only by alcohol, under 18, per 100,000 people"
    return house.spec(
        judged_chart(rows, benchmark=4.0, benchmark_name="England", finding=LONG, subtitle=measure, decimals=1)
    )


def either(part: dict[str, str]) -> tuple[list[str], list[str]]:
    found = re.fullmatch(r"windowSize\(\)\[0\] < \d+ \? (\[.*?\]) : (\[.*\])", part["expr"])
    assert found is not None
    return json.loads(found[1]), json.loads(found[2])


def test_title_and_subtitle_break_where_the_window_is_narrow_and_stay_whole_elsewhere() -> None:
    spec = judged("Sefton")
    shown = narrow.for_screens(spec)["title"]
    broken, whole = either(shown["text"])
    assert whole == [LONG]
    assert " ".join(broken) == LONG
    assert max(bold_width(line, 18) for line in broken) < 256
    broken, whole = either(shown["subtitle"])
    assert whole == spec["title"]["subtitle"]
    assert " ".join(broken) == " ".join(whole)
    assert max(words_width(line, 14) for line in broken) < 256


def test_the_spec_that_is_exported_keeps_its_plain_title() -> None:
    spec = judged("Sefton")
    narrow.for_screens(spec)
    assert spec["title"]["text"] == LONG


@pytest.mark.parametrize(("area", "fit"), [("Sefton", True), ("Hammersmith and Fulham", False)])
def test_rows_with_long_names_are_scrolled_and_short_ones_fit(area: str, fit: bool) -> None:
    assert narrow.fits(judged(area)) is fit
