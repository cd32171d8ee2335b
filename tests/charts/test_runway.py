"""The runway draws the path, the projection and the target where there are any, and says why where there are none."""

import json

import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.runway import Course, Mark, runway_chart

ENDS = pd.Timestamp("2027-03-31")
WORDS = {"finding": "A finding", "subtitle": "A measure", "decimals": 1, "dashes": {"England": (1, 0)}}


def series(area: str = "St Helens", role: str = "this") -> pd.DataFrame:
    years = pd.date_range("2015-07-01", periods=4, freq="YS-JUL")
    return pd.DataFrame({"at": years, "value": [3.0, 4.0, 5.0, 4.5]}).assign(
        period_start=years,
        period_end=years,
        period=[str(year.year) for year in years],
        lower_ci=float("nan"),
        upper_ci=float("nan"),
        interval="",
        area=area,
        role=role,
        run=0,
        pandemic=False,
    )


def drawn(course: Course, observations: pd.DataFrame | None = None) -> str:
    chosen = series() if observations is None else observations
    return json.dumps(house.spec(runway_chart(chosen, course, **WORDS)), default=str)


def test_the_time_axis_reaches_the_year_of_the_target() -> None:
    assert "2027-03-31" in drawn(Course(ends=ENDS))


def test_a_path_and_a_target_are_drawn_as_printed() -> None:
    path = pd.DataFrame({"at": [pd.Timestamp("2016-07-01"), ENDS], "value": [4.0, 2.0]})
    said = drawn(Course(ends=ENDS, path=path, target=Mark(ENDS, 2.0, "target 2.0/100,000")))
    assert "target 2.0/100,000" in said
    assert "strokeDash" in said


def test_where_no_path_may_be_drawn_the_chart_says_why_in_its_place() -> None:
    said = drawn(Course(ends=ENDS, instead="No path: the plan prints no number as the target."))
    assert "No path: the plan prints" in said


def test_a_reason_is_written_in_lines_of_about_one_length() -> None:
    said = json.loads(drawn(Course(ends=ENDS, instead="No projection: 5 independent points are needed; there are 3.")))
    (text,) = {
        row["text"] for rows in said["datasets"].values() for row in rows if "No projection" in row.get("text", "")
    }
    assert min(map(len, text.split("\n"))) > max(map(len, text.split("\n"))) / 2


# The series of these tests is 3, 4, 5, 4.5 in the middles of 2015 to 2018.
@pytest.mark.parametrize(
    ("year", "value", "above", "beside"),
    [
        ("2016", 4.0, True, True),
        ("2017", 5.0, True, False),
        ("2018", 4.5, False, True),
        ("2015", 3.0, False, False),
    ],
    ids=["on the way up", "at a peak", "at the end, after a fall", "at the start, before a rise"],
)
def test_the_baseline_is_named_off_the_line_through_it(year: str, value: float, above: bool, beside: bool) -> None:
    mark = Mark(pd.Timestamp(f"{year}-07-01"), value, "baseline")
    layers = json.loads(drawn(Course(ends=ENDS, baseline=mark)))["layer"]
    (name,) = [one["mark"] for one in layers if one["encoding"].get("text", {}).get("field") == "label"]
    assert (name["dy"] < 0) is above
    assert (name["align"] == "right") is beside


def test_both_shares_of_the_fan_are_drawn() -> None:
    fan = pd.DataFrame(
        {"at": [ENDS, ENDS], "lower_50": [1, 1], "upper_50": [2, 2], "lower_95": [0.5, 0.5], "upper_95": [3, 3]}
    )
    said = drawn(Course(ends=ENDS, fan=fan))
    assert '"lower_50"' in said
    assert '"upper_95"' in said


def test_each_comparator_is_named_beside_its_line() -> None:
    both = pd.concat([series(), series("England", "comparator"), series("North West", "comparator")])
    names = [layer for layer in json.loads(drawn(Course(ends=ENDS), both))["layer"] if _is_name(layer)]
    assert len(names) == 3


def _is_name(layer: dict[str, dict[str, object]]) -> bool:
    return layer["mark"]["type"] == "text" and "area" in json.dumps(layer["encoding"].get("text", {}))


def test_an_empty_series_says_no_data() -> None:
    assert "No data" in drawn(Course(ends=ENDS), series().iloc[:0])
