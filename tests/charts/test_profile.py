"""All indicators at once: twice and half are equally far, a hollow dot says nobody can tell, nought has no place."""

import json
from math import log2
from typing import Any

import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.profile import profile_chart
from shcares.style import palette
from tests.charts.layers import marks_of

SOUTH, NORTH = palette.NETWORK["U94009"], palette.NETWORK["U94037"]
NOTHING = float("nan")


def rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "indicator": ["Depression", "Smoking"],
            "written": ["Depression", "Smoking, 2023/24"],
            "label": ["18.2% clearly higher", "14.8% can't tell"],
            "network": [1.1, 1.0],
            "england": [0.72, NOTHING],
            "hue": SOUTH,
        }
    )


def dots(**columns: Any) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "indicator": ["Depression", "Depression", "Smoking", "Smoking"],
            "times": [2.0, 0.5, 1.2, 0.9],
            "group": "South",
            "hue": SOUTH,
            "clear": [True, True, False, False],
            "practice": ["Hill", "Dale", "Hill", "Dale"],
            "said": "5 of 90 patients",
            "figure": "",
            "interval": "",
            "against": "",
            "period": "",
        }
    )
    return frame.assign(**columns)


def profile(frame: pd.DataFrame, about: pd.DataFrame | None = None) -> dict[str, Any]:
    words = {"benchmark_name": "St Helens", "finding": "A finding", "subtitle": "A key"}
    return house.spec(profile_chart(frame, rows() if about is None else about, **words))


def _dots(spec: dict[str, Any]) -> dict[str, Any]:
    return next(layer for layer in spec["layer"] if "fillOpacity" in layer["encoding"])


def test_nothing_to_place_is_no_data() -> None:
    assert "No data" in json.dumps(profile(dots(times=0.0)), default=str)


def test_twice_and_half_are_equally_far_from_the_benchmark() -> None:
    scale = _dots(profile(dots(), rows().assign(network=NOTHING, england=NOTHING)))["encoding"]["x"]["scale"]
    assert (scale["type"], scale["base"]) == ("log", 2)
    low, high = (log2(end) for end in scale["domain"])
    assert low < -1
    assert high > 1
    assert -low == pytest.approx(high)


def test_the_axis_says_half_and_twice_in_words() -> None:
    axis = _dots(profile(dots()))["encoding"]["x"]["axis"]
    assert axis["values"] == [0.5, 1.0, 2.0]
    assert all(word in axis["labelExpr"] for word in ('"half"', '"as St Helens"', '"twice"'))


def test_a_dot_is_filled_only_where_it_is_clearly_different() -> None:
    filled = _dots(profile(dots()))["encoding"]["fillOpacity"]
    assert filled["condition"]["test"] == "datum.clear"
    assert filled["condition"]["value"] > 0.5
    assert filled["value"] == 0


def test_a_figure_of_nought_is_not_placed() -> None:
    spec = profile(dots(times=[0.0, 0.5, 1.2, 0.9]))
    assert len(spec["datasets"][_dots(spec)["data"]["name"]]) == 3


def test_the_network_is_a_diamond_and_england_a_tick_where_they_are_held() -> None:
    spec = profile(dots())
    (diamonds,) = [mark for mark in marks_of(spec, "point") if mark.get("shape") == "diamond"]
    assert [row["times"] for row in diamonds["values"]] == [1.1, 1.0]
    assert [row["times"] for row in marks_of(spec, "tick")[0]["values"]] == [0.72]
    bare = profile(dots(), rows().assign(network=NOTHING, england=NOTHING))
    assert not [mark for mark in marks_of(bare, "point") if mark.get("shape") == "diamond"]
    assert marks_of(bare, "tick") == []


def test_several_communities_are_named_in_a_legend_in_their_own_hues() -> None:
    both = profile(dots(group=["South", "North"] * 2, hue=[SOUTH, NORTH] * 2))
    fill = _dots(both)["encoding"]["fill"]
    assert dict(zip(fill["scale"]["domain"], fill["scale"]["range"], strict=True)) == {"South": SOUTH, "North": NORTH}
    assert fill["legend"]["labelFontSize"] >= 13
    assert _dots(profile(dots()))["encoding"]["fill"]["legend"] is None


def test_hovering_tells_x_of_y() -> None:
    told = {tip["field"] for tip in _dots(profile(dots()))["encoding"]["tooltip"]}
    assert {"practice", "indicator", "said", "figure", "interval", "against", "period"} == told
