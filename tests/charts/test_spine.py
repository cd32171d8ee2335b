"""The spine places what can be placed, says what cannot, and never colours what was not tested."""

from itertools import pairwise
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.spine import spine_chart
from tests.charts.layers import marks_of, words_in

_TEXT = ("group", "name", "when", "local", "word", "benchmark", "measured_by", "worst", "best", "worst_is", "best_is")
_ROW: dict[str, Any] = dict.fromkeys((*_TEXT, "said", "tip", "icon"), "") | {
    **dict.fromkeys(("low", "q25", "q75", "high", "region", "at")),
    "judged": True,
    "colour": "#2f7fc4",
    "ink": "#ffffff",
}
_SPREAD = {"low": -1.0, "q25": -0.2, "q75": 0.2, "high": 0.5, "at": -0.4}


def spine(*rows: dict[str, Any]) -> dict[str, Any]:
    frame = pd.DataFrame([_ROW | {"group": "Services", "name": f"Row {place}"} | row for place, row in enumerate(rows)])
    chart = spine_chart(frame, benchmark_name="England", finding="A finding", subtitle="A measure")
    return house.spec(chart)


def test_an_empty_spine_says_no_data() -> None:
    chart = spine_chart(pd.DataFrame(), benchmark_name="England", finding="", subtitle="")
    assert "No data" in str(house.spec(chart))


def test_a_tested_circle_is_filled_and_an_untested_one_is_hollow() -> None:
    points = marks_of(spine(_SPREAD | {"icon": "!"}, _SPREAD), "point")
    assert [mark["filled"] for mark in points] == [False, True]
    assert [len(mark["values"]) for mark in points] == [1, 1]


def test_the_benchmark_is_in_the_middle_of_its_range_of_widths() -> None:
    worst, best = ({**_SPREAD, "at": place} for place in (-1.0, 1.0))
    left, right = (value["at"] for value in marks_of(spine(worst, best), "point")[0]["values"])
    middle = next(mark["x"] for mark in marks_of(spine(_SPREAD), "rule") if "x" in mark and 0 < mark["x"] < 1)
    assert (left + right) / 2 == middle


def test_a_row_without_a_place_has_its_words_and_neither_band_nor_circle() -> None:
    spec = spine({"said": "Not drawn: 6 authorities held", "local": "25.1%"})
    assert {"Not drawn: 6 authorities held", "25.1%"} <= words_in(spec)
    assert marks_of(spec, "point") == []
    assert marks_of(spec, "rect") == []


def test_rows_do_not_lie_on_one_another() -> None:
    spec = spine(_SPREAD, _SPREAD, _SPREAD | {"group": "Inequality"})
    heights = [value["mid"] for value in marks_of(spec, "point")[0]["values"]]
    assert heights == sorted(heights)
    assert min(later - earlier for earlier, later in pairwise(heights)) >= 40
    assert max(heights) < spec["height"]


def test_ends_are_named_lowest_and_highest_only_beside_what_is_not_judged() -> None:
    assert {"Worst", "Best", "← worse", "better →"} <= words_in(spine(_SPREAD))
    assert words_in(spine(_SPREAD)).isdisjoint({"Lowest", "Highest", "← lower", "higher →"})
    assert {"Lowest", "Highest", "← lower", "higher →"} <= words_in(
        spine(_SPREAD, _SPREAD | {"group": "Not judged", "judged": False})
    )


def test_no_text_is_smaller_than_thirteen_pixels() -> None:
    sizes = [mark["fontSize"] for mark in marks_of(spine(_SPREAD | {"icon": "!", "local": "1"}), "text")]
    assert sizes
    assert min(sizes) >= 13


def test_the_key_beside_the_marks_names_those_that_are_drawn() -> None:
    said = " ".join(spine(_SPREAD | {"region": 0.1})["title"]["subtitle"])
    assert "Circle: St Helens, with an icon where it could be tested, hollow where no interval is held." in said
    assert "Diamond: the North West." in said
    assert "Upright line: England" in said
    assert "Pale bar: from the worst authority to the best. Darker part: the middle half of them." in said
    assert "Diamond" not in str(spine(_SPREAD)["title"]["subtitle"])
    assert spine({"said": "Not drawn"})["title"]["subtitle"] == ["A measure"]
