"""A gradient runs from the most deprived group to the least, says where a group is empty, and names its lines."""

import json
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.bars import Rule
from shcares.charts.gradient import gradient_chart
from shcares.style import palette
from tests.charts.layers import marks_of, words_in

NOTHING = float("nan")
LINE = pd.DataFrame({"group": [0.5, 5.5], "value": [31.0, 9.0]})


def fifths() -> pd.DataFrame:
    value = [30.0, 25.0, 20.0, 15.0, 10.0]
    return pd.DataFrame(
        {
            "group": range(1, 6),
            "name": ["1 most deprived", "2", "3", "4", "5 least deprived"],
            "value": value,
            "lower_ci": [number - 1 for number in value],
            "upper_ci": [number + 1 for number in value],
            "said": "a sentence",
        }
    )


def gradient(
    frame: pd.DataFrame, *, line: pd.DataFrame | None = None, benchmarks: tuple[Rule, ...] = (), **more: Any
) -> dict[str, Any]:
    words: dict[str, Any] = {"finding": "A finding", "subtitle": "A unit", "group_title": "Fifth", "decimals": 1}
    return house.spec(gradient_chart(frame, line=line, benchmarks=benchmarks, **(words | more)))


def _axis(spec: dict[str, Any], name: str) -> dict[str, Any]:
    return next(layer["encoding"][name] for layer in spec["layer"] if "scale" in layer["encoding"].get(name, {}))


def _figures(spec: dict[str, Any]) -> dict[int, dict[str, Any]]:
    rows = [row for mark in marks_of(spec, "text") for row in mark["values"] if "label" in row]
    return {row["group"]: row for row in rows}


def test_without_a_value_the_chart_says_no_data() -> None:
    assert "No data" in json.dumps(gradient(fifths().assign(value=NOTHING)), default=str)


def test_groups_stand_in_their_order_with_their_names_and_figures_whatever_order_they_come_in() -> None:
    spec = gradient(fifths().iloc[::-1])
    across = _axis(spec, "x")
    assert across["scale"]["domain"] == [0.5, 5.5]
    assert across["axis"]["values"] == [1, 2, 3, 4, 5]
    assert all(word in across["axis"]["labelExpr"] for word in ("most", "least", "deprived"))
    figures = _figures(spec)
    assert [figures[group]["label"] for group in range(1, 6)] == ["30.0", "25.0", "20.0", "15.0", "10.0"]


def test_a_group_without_areas_says_none_and_keeps_its_place() -> None:
    frame = fifths()
    frame.loc[2, ["value", "lower_ci", "upper_ci"]] = NOTHING
    spec = gradient(frame)
    assert _axis(spec, "x")["scale"]["domain"] == [0.5, 5.5]
    said = [row for mark in marks_of(spec, "text") for row in mark["values"] if row.get("word") == "none"]
    assert [row["group"] for row in said] == [3]
    assert set(_figures(spec)) == {1, 2, 4, 5}


def test_the_axis_starts_at_nought_unless_all_of_it_would_be_far_off() -> None:
    assert _axis(gradient(fifths()), "y")["scale"]["domain"][0] == 0
    years = fifths().assign(value=[74.0, 76, 78, 80, 82], lower_ci=[73.0, 75, 77, 79, 81], upper_ci=83.0)
    low, high = _axis(gradient(years), "y")["scale"]["domain"]
    assert 70 < low < 73
    assert 83 < high < 86


def test_every_number_lies_on_the_axis() -> None:
    rule = Rule("England 60.0%", 60.0, palette.COMPARATOR, (6, 4))
    for drawn in (gradient(fifths(), benchmarks=(rule,)), gradient(fifths().assign(england=60.0))):
        assert _axis(drawn, "y")["scale"]["domain"][1] > 60


def test_rules_are_named_and_names_that_would_meet_are_pushed_apart() -> None:
    near = (
        Rule("St Helens 20.1", 20.1, palette.ACCENT, (1, 0)),
        Rule("England 20.0", 20.0, palette.COMPARATOR, (2, 3)),
    )
    spec = gradient(fifths(), benchmarks=near)
    names = {
        mark["values"][0]["name"]: mark for mark in marks_of(spec, "text") if mark["values"][0].get("name") in _of(near)
    }
    assert set(names) == _of(near)
    assert names["St Helens 20.1"]["dy"] == 0
    assert names["England 20.0"]["dy"] > house.TEXT_SIZE


def _of(rules: tuple[Rule, ...]) -> set[str]:
    return {rule.name for rule in rules}


def test_the_key_says_what_is_drawn_and_is_left_out_where_it_is_points_alone() -> None:
    assert not any("95%" in word for word in words_in(gradient(fifths())))
    both = words_in(
        gradient(fifths().assign(england=18.0), line=LINE, line_name="slope index", series=("Here", "There"))
    )
    assert {"Here: figure and 95% interval", "There", "slope index"} <= both


def test_england_is_grey_and_of_another_shape() -> None:
    spec = gradient(fifths().assign(england=[1.0, 2, 3, 4, NOTHING]))
    (squares,) = [mark for mark in marks_of(spec, "point") if "england" in mark["values"][0]]
    assert (squares["color"], squares["shape"], len(squares["values"])) == (palette.COMPARATOR, "square", 4)
    (dots,) = [mark for mark in marks_of(spec, "point") if "said" in mark["values"][0]]
    assert (dots["color"], dots["shape"]) == (palette.ACCENT, "circle")


def test_a_figure_moves_off_a_line_that_would_run_through_it() -> None:
    """A rule a little above the middle point: the figure, which stands above elsewhere, goes below."""
    alone = _figures(gradient(fifths()))[3]
    through = Rule("England", 22.0, palette.COMPARATOR, (6, 4))
    moved = _figures(gradient(fifths(), benchmarks=(through,)))[3]
    assert alone["at"] == 21.0
    assert alone["moved"] < 0
    assert moved["at"] == 19.0
    assert moved["moved"] > 0


def test_figures_may_be_written_by_the_caller() -> None:
    assert _figures(gradient(fifths().assign(label="1 in 4")))[1]["label"] == "1 in 4"
