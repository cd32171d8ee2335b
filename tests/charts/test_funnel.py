"""The funnel names who lies outside, keeps the others quiet, and says so where there is nothing to draw."""

import json
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.compare import compare_chart
from shcares.charts.funnel import funnel_chart
from shcares.charts.pair import pair_chart
from shcares.style import palette
from tests.charts.layers import marks_of

CENTRAL, SOUTH = "U67149", "U94009"
LIMITS = pd.DataFrame(
    {
        "denominator": [1000.0, 9000.0] * 2,
        "level": ["95%", "95%", "99.8%", "99.8%"],
        "lower": [8.0, 9.0, 7.0, 8.5],
        "upper": [12.0, 11.0, 13.0, 11.5],
    }
)


def practices() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area": ["Hill", "Dale", "Lake"],
            "group": ["Central", "South", "Other communities"],
            "role": [CENTRAL, SOUTH, "comparator"],
            "value": [16.0, 10.2, 9.9],
            "denominator": [2000.0, 5000.0, 7000.0],
            "said": "",
            "interval": "",
            "period": "2020/21",
            "label": ["Hill", "", ""],
        }
    )


def funnel(frame: pd.DataFrame) -> dict[str, Any]:
    words = {"finding": "A finding", "subtitle": "A measure", "across": "Patients on the list", "decimals": 1}
    return house.spec(funnel_chart(frame, limits=LIMITS, benchmark=10.0, benchmark_name="St Helens", **words))


def test_a_register_without_counts_says_no_data() -> None:
    assert "No data" in json.dumps(funnel(practices().assign(denominator=float("nan"))), default=str)


def test_each_community_keeps_its_hue_and_a_shape_of_its_own() -> None:
    points = next(layer for layer in funnel(practices())["layer"] if "shape" in layer["encoding"])
    paint = points["encoding"]["color"]["scale"]
    hues = dict(zip(paint["domain"], paint["range"], strict=True))
    assert paint["domain"] == ["Central", "South", "Other communities"]
    assert hues["Central"] == palette.NETWORK[CENTRAL]
    assert hues["South"] == palette.NETWORK[SOUTH]
    assert hues["Other communities"] == palette.COMPARATOR
    named = ["Central", "South"]
    shapes = dict(zip(paint["domain"], points["encoding"]["shape"]["scale"]["range"], strict=True))
    assert len({shapes[name] for name in named}) == len(named)


def test_only_those_outside_are_named_and_both_limits_and_the_benchmark_are() -> None:
    said = json.dumps(funnel(practices()), default=str)
    assert '"label": "Hill"' in said
    assert '"label": "Dale"' not in said
    assert all(word in said for word in ('"95%"', '"99.8%"', '"St Helens"', '"10.0%"'))


def test_each_limit_is_named_at_the_start_of_a_line_of_its_own_on_its_own_side_of_the_benchmark() -> None:
    spec = funnel(practices())
    words = [mark for mark in marks_of(spec, "text") if "upper" in mark["values"][0]]
    named = {mark["values"][0]["name"]: mark for mark in words}
    written = [layer["encoding"] for layer in spec["layer"] if layer["encoding"].get("text", {}).get("field") == "name"]
    assert {one["y"]["field"] for one in written} >= {"lower", "upper"}
    assert {name: mark["values"][0]["upper"] for name, mark in named.items()} == {"95%": 12.0, "99.8%": 13.0}
    assert {mark["values"][0]["denominator"] for mark in words} == {1000.0}
    assert {(mark["align"], mark["baseline"]) for mark in words} == {("right", "middle")}


def _names(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [name for mark in marks_of(spec, "text") for name in mark["values"] if "label" in name]


def test_two_names_at_one_spot_do_not_lie_on_each_other() -> None:
    crowd = practices().assign(value=16.0, denominator=2000.0, label=["Hill", "Dale", "Lake"])
    names = _names(funnel(crowd))
    assert len({(name["align"], name["dx"], name["dy"]) for name in names}) == len(names) > 1


def test_a_name_beside_a_curve_stands_clear_of_it_on_a_low_slide_too() -> None:
    near = practices().assign(value=[12.0, 16.0, 6.0], denominator=[5000.0, 2000.0, 8000.0], label=["Hill", "", ""])
    spec = funnel(near)
    low, high = spec["layer"][0]["encoding"]["y"]["scale"]["domain"]
    (name,) = _names(spec)
    pixel, half_a_line, upper_limits_at_5000 = (high - low) / 180, 7, (11.5, 12.25)
    middle = 12.0 - name["dy"] * pixel
    assert all(abs(middle - curve) > half_a_line * pixel for curve in upper_limits_at_5000)


def test_the_axis_says_what_the_denominator_is() -> None:
    assert "Patients on the list" in json.dumps(funnel(practices()), default=str)


def test_a_trivial_difference_does_not_fill_the_axis() -> None:
    frame = pd.DataFrame({"area": ["2019", "2021"], "role": "this", "value": [13.9, 14.0]})
    frame = frame.assign(lower_ci=float("nan"), upper_ci=float("nan"), interval="", period="")
    words = {"finding": "A finding", "subtitle": "A measure", "decimals": 1}
    spec = house.spec(compare_chart(frame, benchmark=None, benchmark_name="", **words))
    low, high = spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert high - low >= 1.4
    assert low < 13.9 < 14.0 < high


def test_areas_beside_each_other_are_told_what_each_rule_is() -> None:
    frame = pd.DataFrame(
        {
            "area": ["Central", "South"],
            "role": [CENTRAL, SOUTH],
            "value": [9.0, 12.0],
            "lower_ci": 8.0,
            "upper_ci": 13.0,
        }
    ).assign(interval="", period="2020/21", label=["9.0% lower", "12.0% higher"])
    words = {"finding": "A finding", "subtitle": "A measure", "decimals": 1}
    chart = compare_chart(frame, benchmark=10.0, benchmark_name="St Helens", further={"England": 8.5}, **words)
    said = json.dumps(house.spec(chart), default=str)
    assert all(word in said for word in ("St Helens", "England", "12.0% higher", palette.NETWORK[SOUTH]))


def test_an_interval_that_stands_alone_is_drawn_as_a_rule_not_as_an_empty_band() -> None:
    years = pd.to_datetime(["2018-10-01", "2019-10-01", "2020-10-01"])
    one = pd.DataFrame(
        {"at": years, "value": [9.0, 8.0, 7.0], "lower_ci": [None, None, 6.0], "upper_ci": [None, None, 8]}
    )
    one = one.astype({"lower_ci": float, "upper_ci": float}).assign(
        period_start=years, period_end=years, period="2020", interval="", role="this", run=0, pandemic=False
    )
    both = pd.concat([one.assign(area="Women"), one.assign(area="Men", value=one["value"] + 1)])
    layers = house.spec(pair_chart(both, finding="A finding", subtitle="A measure", decimals=1))["layer"]
    kinds = [layer["mark"]["type"] for layer in layers]
    assert "area" not in kinds
    assert kinds.count("rule") == 2
