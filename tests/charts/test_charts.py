"""Charts say "no data" rather than draw nothing, and never draw a line over what was not published."""

import json

import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.compare import compare_chart
from shcares.charts.strip import strip_chart
from shcares.charts.table import table_chart
from shcares.charts.trend import trend_chart

WORDS = {"finding": "A finding", "subtitle": "A measure", "decimals": 1}


def series(
    values: list[float | None], *, area: str = "St Helens", role: str = "this", low: float = 1.0
) -> pd.DataFrame:
    years = pd.date_range("2015-07-01", periods=len(values), freq="YS-JUL")
    frame = pd.DataFrame({"at": years, "value": pd.array(values, dtype="float64")})
    return frame.assign(
        period_start=years,
        period_end=years,
        period=[str(year.year) for year in years],
        lower_ci=frame["value"] - low,
        upper_ci=frame["value"] + low,
        interval="",
        area=area,
        role=role,
        run=0,
        pandemic=[year.year == 2020 for year in years],
    )


def drawn(chart: house.Drawing) -> str:
    return json.dumps(house.spec(chart), default=str)


@pytest.mark.parametrize("values", [[], [None, None]])
def test_an_empty_trend_says_no_data(values: list[float | None]) -> None:
    assert "No data" in drawn(trend_chart(series(values), **WORDS))


def test_an_empty_comparison_says_no_data() -> None:
    empty = pd.DataFrame(
        {"area": [], "role": [], "value": [], "lower_ci": [], "upper_ci": [], "interval": [], "period": []}
    )
    assert "No data" in drawn(compare_chart(empty, benchmark=None, benchmark_name="", **WORDS))
    assert "No data" in drawn(strip_chart(empty, marks={}, **WORDS))


def test_a_trend_without_intervals_draws_no_band() -> None:
    bare = series([3, 4, 5]).assign(lower_ci=float("nan"), upper_ci=float("nan"))
    assert '"area"' not in [
        layer["mark"]["type"] for layer in house.spec(trend_chart(bare, **WORDS))["layer"] if "mark" in layer
    ]
    banded = house.spec(trend_chart(series([3, 4, 5]), **WORDS))["layer"]
    assert "area" in [layer["mark"]["type"] for layer in banded if "mark" in layer]


def test_a_break_of_series_is_never_joined() -> None:
    broken = series([3, 4, 5, 6]).assign(run=[0, 0, 1, 1])
    lines = [
        layer
        for layer in house.spec(trend_chart(broken, **WORDS))["layer"]
        if layer.get("mark", {}).get("type") == "line"
    ]
    assert lines
    assert all("run" in json.dumps(layer["encoding"]["detail"]) for layer in lines)


def test_the_pandemic_is_marked_and_named_where_it_falls() -> None:
    assert "pandemic" in drawn(trend_chart(series([1, 2, 3, 4, 5, 6, 7]), **WORDS))
    calm = series([1, 2, 3])
    assert '"note": "pandemic"' not in drawn(trend_chart(calm, **WORDS))


def test_labels_at_the_end_of_lines_do_not_lie_on_each_other() -> None:
    close = pd.concat([series([3, 4, 5.0]), series([3, 4, 5.01], area="England", role="comparator")])
    labels = [
        layer["mark"]["dy"]
        for layer in house.spec(trend_chart(close, **WORDS))["layer"]
        if layer["mark"]["type"] == "text" and layer["encoding"]["text"]["field"] == "area"
    ]
    assert len(labels) == 2
    assert abs(labels[0] - labels[1]) > 10


def test_a_comparison_is_sorted_from_highest_to_lowest() -> None:
    frame = pd.DataFrame(
        {"area": ["A", "B", "C"], "role": "comparator", "value": [2.0, 9.0, 5.0], "lower_ci": 1.0, "upper_ci": 10.0}
    ).assign(interval="", period="2024")
    spec = house.spec(compare_chart(frame, benchmark=4.0, benchmark_name="England", **WORDS))
    orders = [layer["encoding"]["y"]["sort"] for layer in spec["layer"] if "sort" in layer["encoding"].get("y", {})]
    assert orders[0] == ["B", "C", "A"]


def test_a_table_drawn_as_a_picture_holds_every_cell() -> None:
    frame = pd.DataFrame({"Measure": ["Suicide", "Falls"], "Latest": ["14.0", "2,397.4"]})
    said = drawn(table_chart(frame, finding="Two measures", subtitle="as printed"))
    assert all(word in said for word in ("Suicide", "2,397.4", "Measure", "Two measures"))
