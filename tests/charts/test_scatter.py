"""A scatter marks ours, keeps the rest quiet, says what a hollow point is, and lets no two names meet."""

import json
from itertools import combinations
from typing import Any

import pandas as pd
import pytest

from shcares.charts import house, placing
from shcares.charts.measure import bold_width, words_width
from shcares.charts.placing import Frame
from shcares.charts.scatter import HEIGHT, scatter_chart
from shcares.style import palette
from tests.charts.layers import marks_of, words_in

CENTRAL, SOUTH = "U67149", "U94009"
NOTHING = float("nan")
LINE = pd.DataFrame({"x": [0.0, 60.0], "y": [40.0, 100.0], "lower": [30.0, 90.0], "upper": [50.0, 110.0]})


def places(count: int = 4) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "x": [10.0 + 13 * place % 57 for place in range(count)],
            "y": [50.0 + 29 * place % 61 for place in range(count)],
            "name": [f"Place {place}" for place in range(count)],
            "role": "other",
            "label": "",
            "shape": "point",
            "said": "a sentence",
        }
    )


def scatter(frame: pd.DataFrame, *, line: pd.DataFrame | None = None, **more: Any) -> dict[str, Any]:
    words: dict[str, Any] = {"finding": "A finding", "subtitle": "A unit", "across": "Score", "up": "Rate"}
    return house.spec(scatter_chart(frame, line=line, decimals=(1, 1), **(words | more)))


def _points(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return next(mark["values"] for mark in marks_of(spec, "point") if "fullness" in mark["values"][0])


def _names(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for mark in marks_of(spec, "text") for row in mark["values"] if "label" in row]


def test_a_place_without_both_figures_is_not_drawn_and_none_at_all_says_no_data() -> None:
    assert len(_points(scatter(places().assign(y=[1.0, 2.0, NOTHING, 4.0])))) == 3
    assert "No data" in json.dumps(scatter(places().assign(y=NOTHING)), default=str)


def test_ours_is_drawn_last_in_the_accent_and_every_other_in_grey() -> None:
    drawn = _points(scatter(places().assign(role=["other", "ours", "other", "other"])))
    assert [row["paint"] for row in drawn] == [palette.COMPARATOR] * 3 + [palette.ACCENT]
    assert drawn[-1]["name"] == "Place 1"
    assert drawn[-1]["size"] > drawn[0]["size"]


def test_networks_keep_hue_and_shape_and_a_merged_practice_is_hollow_and_explained() -> None:
    frame = places().assign(
        role=[CENTRAL, SOUTH, SOUTH, "other"],
        group=["Central", "South", "South", "elsewhere"],
        shape=["point", "merged", "point", "point"],
    )
    spec = scatter(frame, merged="merged in 2021")
    rows = {row["name"]: row for row in _points(spec)}
    assert rows["Place 0"]["paint"] == palette.NETWORK[CENTRAL]
    assert rows["Place 0"]["form"] != rows["Place 1"]["form"] == rows["Place 2"]["form"]
    assert rows["Place 1"]["fullness"] == 0 < rows["Place 2"]["fullness"]
    assert {"Central", "South", "elsewhere", "hollow: merged in 2021"} <= words_in(spec)


def test_without_groups_there_is_no_key() -> None:
    assert words_in(scatter(places())) == {"↑ Rate"}


def test_the_line_and_its_band_are_drawn_only_where_there_are_some() -> None:
    assert marks_of(scatter(places()), "line") == []
    with_band, without = scatter(places(), line=LINE), scatter(places(), line=LINE.assign(lower=NOTHING))
    assert marks_of(with_band, "line")[0]["values"][0]["y"] == 40.0
    assert len(marks_of(with_band, "area")) == 1
    assert marks_of(without, "area") == []


def test_intervals_are_upright_rules_that_the_axis_holds() -> None:
    spec = scatter(places().assign(lower_ci=[1.0, NOTHING, 30.0, 30.0], upper_ci=[250.0, NOTHING, 90.0, 90.0]))
    (rules,) = marks_of(spec, "rule")
    assert len(rules["values"]) == 3
    low, high = spec["layer"][0]["encoding"]["y"]["scale"]["domain"]
    assert low <= 1
    assert high >= 250


def test_an_axis_of_positive_numbers_never_starts_below_nought() -> None:
    spec = scatter(places().assign(x=[0.1, 50.0, 60.0, 70.0]))
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"][0] == 0


def test_the_page_names_both_axes_in_words() -> None:
    spec = scatter(places())
    assert "↑ Rate" in words_in(spec)
    assert spec["layer"][0]["encoding"]["x"]["axis"]["title"] == ["Score"]


def test_ours_is_named_even_where_no_place_is_clear_and_another_is_not() -> None:
    grid = [(x, y) for x in range(0, 100, 2) for y in range(0, 100, 4)]
    crowd = pd.DataFrame(grid, columns=["x", "y"]).assign(name="", role="other", label="", shape="point", said="")
    crowd.loc[612, ["role", "label"]] = ["ours", "St Helens"]
    crowd.loc[700, "label"] = "Another"
    assert [(name["label"], name["bold"]) for name in _names(scatter(crowd))] == [("St Helens", True)]


@pytest.mark.parametrize("width", [520, 640, 820, 1000, 1150])
@pytest.mark.parametrize("count", [12, 23, 35])
def test_no_name_lies_on_a_name_or_on_a_point_at_any_width(count: int, width: int) -> None:
    frame = places(count)
    frame["label"] = [f"Neighbourhood {place}" for place in range(count)]
    spec = scatter(frame)
    names = _names(spec)
    assert len(names) >= 10
    boxes = {row["label"]: _box(row, spec, width) for row in names}
    assert all(not _overlap(one, other) for one, other in combinations(boxes.values(), 2))
    dots = [_at(row, spec, width) for row in _points(spec)]
    assert all(not _overlap((x, y, x, y), box) for x, y in dots for box in boxes.values())


def test_a_name_far_from_its_point_is_led_to() -> None:
    knot = places(9).assign(x=[30 + place * 0.2 for place in range(9)], y=[50 + place * 0.2 for place in range(9)])
    spread = pd.concat([knot, places(4)], ignore_index=True)
    spread["label"] = [f"Place {place}" for place in range(13)]
    spec = scatter(spread)
    led = [row for row in _names(spec) if row["led"]]
    (leads,) = marks_of(spec, "rule")
    assert 0 < len(led) == len(leads["values"])
    assert all(abs(row["dy"]) > 16 for row in led)


def test_a_name_that_one_order_leaves_out_gets_its_place_by_another() -> None:
    """Four in a corner: in the first order one of the short names stands where alone a long one could."""
    frame = Frame(0.0, 100.0, 0.0, 100.0, 300.0, 300.0)
    corner = {(96.0, 97.0): "Long Street Surgery", (93.0, 98.0): "Lake", (91.0, 85.0): "Dale"}
    corner[(89.0, 94.0)] = "Tall Street Surgery"
    rows = [{"x": x, "y": y, "label": name, "bold": False, "last": True} for (x, y), name in corner.items()]
    found = placing.placed(rows, list(corner), frame, rules=[], line=[])
    assert {row["label"] for row, _ in found} == set(corner.values())


def test_words_are_measured_by_their_letters_and_bold_is_wider() -> None:
    assert words_width("illi", 14) < words_width("mmmm", 14) / 2
    assert bold_width("Haydock", 14) > words_width("Haydock", 14)
    # Source Sans Pro sets these words 12.915 times their size wide.
    assert words_width("Built environment and housing", 17) == pytest.approx(12.915 * 17, rel=0.06)


def _at(row: dict[str, Any], spec: dict[str, Any], width: float) -> tuple[float, float]:
    encoding = spec["layer"][0]["encoding"]
    (left, right), (low, high) = (encoding[axis]["scale"]["domain"] for axis in ("x", "y"))
    plot = HEIGHT if width == 820 else HEIGHT - 158
    return (row["x"] - left) / (right - left) * width, (high - row["y"]) / (high - low) * plot


def _box(row: dict[str, Any], spec: dict[str, Any], width: float) -> tuple[float, float, float, float]:
    x, y = _at(row, spec, width)
    words = words_width(row["label"], house.TEXT_SIZE)
    start = x + row["dx"] - {"left": 0.0, "center": words / 2, "right": words}[row["align"]]
    return start, y + row["dy"] - 6, start + words, y + row["dy"] + 6


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
