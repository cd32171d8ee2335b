"""A forest keeps its order and its headings, has nought inside, and says each row by icon, colour and word."""

import json
from typing import Any

import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.forest import ROW, forest_chart
from shcares.domain.vocabulary import Judgement
from shcares.style import palette
from tests.charts.layers import marks_of, words_in

NOTHING = float("nan")
JUDGED = [palette.mark(one) for one in (Judgement.WORSE, Judgement.SIMILAR, Judgement.NOT_COMPARED)]


def rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Smoking", "Alcohol use", "Income"],
            "group": ["Health behaviours", "Health behaviours", "Socioeconomic factors"],
            "value": [0.4, 0.1, 0.3],
            "lower_ci": [0.2, -0.1, NOTHING],
            "upper_ci": [0.6, 0.3, NOTHING],
            "label": ["+0.40 worse", "+0.10 similar", "+0.30 can’t compare"],
            "said": "a sentence",
            "icon": [mark.icon for mark in JUDGED],
            "colour": [mark.colour for mark in JUDGED],
            "ink": [mark.ink for mark in JUDGED],
        }
    )


def forest(frame: pd.DataFrame, **more: Any) -> dict[str, Any]:
    words: dict[str, Any] = {"zero_name": "England", "left": "better", "right": "worse", "decimals": 1}
    return house.spec(forest_chart(frame, finding="A finding", subtitle="A unit", **(words | more)))


def _order(spec: dict[str, Any]) -> list[str]:
    return next(
        layer["encoding"]["y"]["scale"]["domain"] for layer in spec["layer"] if "scale" in layer["encoding"]["y"]
    )


def _across(spec: dict[str, Any]) -> list[float]:
    return next(
        layer["encoding"]["x"]["scale"]["domain"] for layer in spec["layer"] if "scale" in layer["encoding"]["x"]
    )


def _axes(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [layer["encoding"].get("y", {}).get("axis") or {} for layer in spec["layer"]]


def test_without_an_estimate_the_chart_says_no_data() -> None:
    assert "No data" in json.dumps(forest(rows().assign(value=NOTHING)), default=str)


def test_rows_keep_their_order_under_the_headings_of_their_groups() -> None:
    spec = forest(rows())
    assert _order(spec) == ["Health behaviours", "Smoking", "Alcohol use", "Socioeconomic factors", "Income"]
    assert _order(forest(rows().assign(group=""))) == ["Smoking", "Alcohol use", "Income"]


@pytest.mark.parametrize("sign", [1, -1])
def test_nought_is_well_inside_even_where_all_lie_on_one_side(sign: int) -> None:
    one_side = rows().assign(value=0.5 * sign, lower_ci=0.5 * sign - 0.1, upper_ci=0.5 * sign + 0.1)
    low, high = _across(forest(one_side))
    assert low < 0 < high
    assert min(-low, high) > 0.1 * (high - low)


def test_nought_and_both_sides_are_named() -> None:
    assert {"England", "← better", "worse →"} <= words_in(forest(rows()))


def test_a_row_without_a_figure_stays_and_says_so_without_a_mark() -> None:
    spec = forest(rows().assign(value=[0.4, NOTHING, 0.3], label=["+0.40", "no data", "+0.30"]))
    assert "Alcohol use" in _order(spec)
    said = [axis["labelExpr"] for axis in _axes(spec) if axis.get("orient") == "right"]
    assert ['"Alcohol use": "no data"' in words for words in said] == [True]
    discs = next(mark for mark in marks_of(spec, "point") if "icon" in mark["values"][0])
    assert [row["name"] for row in discs["values"]] == ["Smoking", "Income"]


def test_a_judgement_is_said_by_icon_and_colour_and_its_interval_has_the_colour() -> None:
    spec = forest(rows())
    icons = next(mark["values"] for mark in marks_of(spec, "text") if "icon" in mark["values"][0])
    assert [(row["icon"], row["colour"]) for row in icons] == [(mark.icon, mark.colour) for mark in JUDGED]
    rules = next(mark["values"] for mark in marks_of(spec, "rule") if "lower_ci" in mark["values"][0])
    assert [(row["name"], row["colour"]) for row in rules] == [
        ("Smoking", JUDGED[0].colour),
        ("Alcohol use", JUDGED[1].colour),
    ]


def test_the_chart_keeps_its_height_for_fewer_rows() -> None:
    assert forest(rows(), kept=8)["height"] == forest(rows().head(1), kept=8)["height"]
    assert forest(rows(), kept=9)["height"] == forest(rows(), kept=8)["height"] + ROW
    assert forest(rows(), kept=1)["height"] == forest(rows())["height"]
