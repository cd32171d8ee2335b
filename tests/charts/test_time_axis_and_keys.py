"""A chart over time names its periods under its points, and every chart says what its marks stand for."""

import json
from typing import Any

import pandas as pd
import pytest

from shcares.charts import house, lines
from shcares.charts.compare import compare_chart
from shcares.charts.judged import judged_chart
from shcares.charts.key import key_lines
from shcares.charts.runway import Course, runway_chart
from shcares.charts.several import Look, several_chart
from shcares.charts.spread import spread_chart
from shcares.charts.trend import trend_chart

WORDS = {"finding": "A finding", "subtitle": "A measure", "decimals": 1}


def pooled(*, years: int = 3, low: float = 1.0) -> pd.DataFrame:
    starts = pd.date_range("2013-04-01", periods=5, freq="YS-APR")
    ends = starts + pd.DateOffset(years=years) - pd.Timedelta(days=1)
    frame = pd.DataFrame({"period_start": starts, "period_end": ends, "value": [3.0, 4.0, 5.0, 4.0, 3.0]})
    return frame.assign(
        at=starts + (ends - starts) / 2,
        period=[f"{start:%Y} to {end:%Y}" for start, end in zip(starts, ends, strict=True)],
        lower_ci=frame["value"] - low,
        upper_ci=frame["value"] + low,
        interval="",
        area="St Helens",
        role="this",
        run=0,
        pandemic=False,
    )


def charts(drawn: pd.DataFrame) -> list[house.Drawing]:
    return [trend_chart(drawn, **WORDS), several_chart(drawn, looks={"St Helens": Look("#000000")}, **WORDS)]


def subtitle(chart: house.Drawing) -> str:
    said = house.spec(chart)["title"]["subtitle"]
    return said if isinstance(said, str) else " ".join(said)


def time_axis(chart: house.Drawing) -> dict[str, Any]:
    axes = [layer["encoding"]["x"]["axis"] for layer in house.spec(chart)["layer"] if "axis" in layer["encoding"]["x"]]
    return next(axis for axis in axes if "values" in axis)


def test_a_pooled_period_is_named_under_its_point_and_not_a_calendar_year() -> None:
    drawn = pooled()
    for chart in charts(drawn):
        axis = time_axis(chart)
        assert len(axis["values"]) == len(drawn)
        first = drawn["at"].iloc[0]
        assert axis["values"][0] == {"year": 2014, "month": 9, "date": first.day, "hours": first.hour, "minutes": 0}
        names = json.loads(axis["labelExpr"].partition("(")[2].rpartition(")[")[0])
        assert names[f"{first:%Y-%m-%d}"] == ["2013", "to 2016"]


def test_an_axis_of_calendar_years_says_that_a_pooled_point_is_in_the_middle() -> None:
    course = Course(ends=pd.Timestamp("2027-03-31"))
    for years, said in ((3, True), (1, False)):
        chart = runway_chart(pooled(years=years), course, dashes={}, **WORDS)
        assert ("Dot: a published figure, in the middle of its years." in subtitle(chart)) is said


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ([True] * 5, "Dot: a published figure. Band: its 95% interval."),
        ([False] * 5, "Dot: a published figure."),
        ([False, True, False, False, False], "Dot: a published figure. Upright line: its 95% interval."),
    ],
)
def test_the_key_over_time_names_the_marks_that_are_drawn(held: list[bool], said: str) -> None:
    drawn = pooled()
    drawn.loc[[not one for one in held], ["lower_ci", "upper_ci"]] = float("nan")
    for chart in charts(drawn):
        assert subtitle(chart) == f"A measure {said}"
    bands = [layer["mark"]["type"] for layer in house.spec(charts(drawn)[0])["layer"]]
    assert ("area" in bands) is ("Band" in said)


def test_circles_rings_and_their_lines_are_told_apart_where_areas_are_compared() -> None:
    rows = pd.DataFrame({"area": ["A", "B"], "value": [2.0, 9.0], "lower_ci": [1.0, None], "upper_ci": [3.0, None]})
    rows = rows.assign(ours=False, colour="#000000", ink="#ffffff", icon=["!", ""], told="", said="")
    chart = judged_chart(rows, benchmark=4.0, benchmark_name="England", **WORDS)
    key = "Circle with an icon: tested. Ring: not tested. Line through it: its 95% interval."
    assert subtitle(chart).replace("A measure ", "") == key
    bare = judged_chart(rows.iloc[[1]], benchmark=4.0, benchmark_name="England", **WORDS)
    assert subtitle(bare) == "A measure Ring: not tested."


def test_a_line_through_a_dot_is_explained_only_where_there_is_one() -> None:
    rows = pd.DataFrame({"area": ["A"], "role": "this", "value": 2.0, "lower_ci": 1.0, "upper_ci": 3.0})
    rows = rows.assign(interval="", period="2024")
    with_it = compare_chart(rows, benchmark=None, benchmark_name="", **WORDS)
    assert subtitle(with_it) == "A measure Line through a mark: its 95% interval."
    bare = compare_chart(rows.assign(lower_ci=None), benchmark=None, benchmark_name="", **WORDS)
    assert subtitle(bare) == "A measure"


def test_a_spread_says_what_stroke_band_and_line_are() -> None:
    rows = pd.DataFrame({"area": ["A", "B"], "value": [2.0, 9.0], "lower_ci": [1.0, None], "upper_ci": [3.0, None]})
    rows = rows.assign(label=["A", ""], colour="#000000", said="")
    chart = spread_chart(rows, middle=(3.0, 5.0), across="%", **WORDS)
    assert subtitle(chart).endswith("Stroke: an area. Grey band: the middle half of them. Line below: a 95% interval.")
    assert "band" not in subtitle(spread_chart(rows, middle=None, across="%", **WORDS))


def test_a_key_is_broken_into_lines_without_losing_a_word() -> None:
    marks = {"Circle": "St Helens", "Diamond": "the North West"}
    assert key_lines(marks, letters=20) == ["Circle: St Helens.", "Diamond: the North", "West."]
    assert lines.MIDDLE in key_lines({"Dot": lines.MIDDLE})[0]
