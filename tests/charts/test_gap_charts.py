"""The chart of many areas in order, and the chart of figures as they are beside what they would be."""

import copy

import numpy as np
import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.caterpillar import caterpillar_chart
from shcares.charts.whatif import filled, whatif_chart
from shcares.style import palette
from tests.charts.layers import marks_of, words_in

OPTIONS = {"zero_name": "the average", "finding": "f", "subtitle": "s", "up": "score", "ends": ("worse", "better")}


def areas(count: int = 30) -> pd.DataFrame:
    score = np.linspace(-1, 1, count)
    return pd.DataFrame(
        {
            "name": [f"Area {place}" for place in range(count)],
            "score": score,
            "lower_ci": score - 0.2,
            "upper_ci": score + 0.2,
            "role": ["ours" if place == 20 else "named" if place in (19, 21) else "other" for place in range(count)],
            "band": ["worse" if one > 0.2 else "no telling" for one in score],
            "colour": "#777777",
            "shape": "circle",
            "said": "words",
        }
    )


def drawn(frame: pd.DataFrame) -> dict[str, object]:
    return house.spec(caterpillar_chart(frame, **OPTIONS))


def test_areas_stand_in_the_order_of_their_score_whatever_order_they_come_in() -> None:
    for frame in (areas(), areas().sample(frac=1, random_state=1)):
        points = {row["name"]: row for row in marks_of(drawn(frame), "point")[0]["values"]}
        assert points["Area 29"]["at"] == 1
        assert points["Area 0"]["at"] == 30
        assert points["Area 20"]["paint"] == palette.ACCENT


def test_only_those_with_a_role_are_named_and_near_names_stand_in_lines_of_their_own() -> None:
    spec = drawn(areas())
    assert {"Area 19", "Area 20", "Area 21"} <= words_in(spec)
    assert "Area 5" not in words_in(spec)
    named = [
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text" and layer["encoding"]["text"].get("field") == "name"
    ]
    assert len({layer["encoding"]["y"]["value"] for layer in named}) == 3


def test_an_area_without_an_interval_is_a_point_alone() -> None:
    frame = areas().assign(lower_ci=np.nan, upper_ci=np.nan)
    spec = drawn(frame)
    assert len(marks_of(spec, "point")[0]["values"]) == 30
    assert not [mark for mark in marks_of(spec, "rule") if len(mark["values"]) > 1]


def test_the_height_does_not_hang_on_the_number_of_areas_and_no_area_is_no_data() -> None:
    assert drawn(areas(30))["height"] == drawn(areas(150))["height"]
    assert "no area has a score" in str(drawn(areas().head(0)))


def test_the_chart_is_filled_anew_and_itself_unchanged() -> None:
    template = house.spec(whatif_chart(2, before="as it is", after="tried", left="l", right="r", zero_name="z"))
    rows = [
        {"name": "a", "before": 1.0, "after": 3.0, "lower_ci": 2.0, "upper_ci": 4.0, "label": "1 → 3", "said": "x"},
        {"name": "b", "before": 2.0, "after": -1.0, "lower_ci": np.nan, "upper_ci": np.nan, "label": "2", "said": "y"},
    ]
    before = copy.deepcopy(template)
    first = filled(template, rows, finding="one", subtitle="under")
    second = filled(template, [row | {"after": 5.0} for row in rows], finding="two", subtitle="under")
    assert [row["after"] for row in first["data"]["values"]] == [3.0, -1.0]
    assert [row["after"] for row in second["data"]["values"]] == [5.0, 5.0]
    assert (first["data"]["values"][1]["lower_ci"], first["data"]["values"][1]["upper_ci"]) == (-1.0, -1.0)
    assert first["title"]["text"] == "one"
    assert template == before


@pytest.mark.parametrize("rows", [3, 13])
def test_the_key_names_both_marks(rows: int) -> None:
    spec = house.spec(whatif_chart(rows, before="as it is", after="tried", left="l", right="r", zero_name="z"))
    assert {"as it is", "tried"} <= words_in(spec)
