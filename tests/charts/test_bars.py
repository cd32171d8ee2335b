"""Bars start at nought, keep their order, say their band three ways, and keep their height."""

import json
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.bars import ROW, Rule, bars_chart
from shcares.style import palette
from tests.charts.layers import marks_of

SOUTH = palette.NETWORK["U94009"]
NOTHING = float("nan")


def practices() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area": ["Hill", "Dale", "Lake"],
            "value": [9.0, 8.0, 5.0],
            "lower_ci": [8.5, 7.0, 4.0],
            "upper_ci": [9.5, 9.2, 6.0],
            "clear": [True, False, True],
            "hue": [SOUTH, palette.COMPARATOR, SOUTH],
            "icon": ["↑", "≈", "↓"],
            "colour": [SOUTH, palette.COMPARATOR, SOUTH],
            "ink": "white",
            "label": ["9.0% clearly higher", "8.0% can't tell", "5.0% clearly lower"],
            "said": "",
            "interval": "",
            "against": "",
            "period": "2020/21",
        }
    )


def bars(frame: pd.DataFrame, *, rows: int = 3, rules: tuple[Rule, ...] = ()) -> dict[str, Any]:
    return house.spec(bars_chart(frame, rules=rules, rows=rows, finding="A finding", subtitle="A unit", decimals=1))


def _bar(spec: dict[str, Any]) -> dict[str, Any]:
    return next(layer for layer in spec["layer"] if layer["mark"]["type"] == "bar")


def test_without_a_value_the_chart_says_no_data() -> None:
    assert "No data" in json.dumps(bars(practices().assign(value=NOTHING)), default=str)


def test_the_baseline_is_zero_and_every_number_lies_on_the_axis() -> None:
    england = Rule("England 12.0%", 12.0, palette.COMPARATOR, (2, 3))
    for rules in ((), (england,)):
        low, high = _bar(bars(practices(), rules=rules))["encoding"]["x"]["scale"]["domain"]
        assert low == 0
        assert high > max([9.5, *(rule.value for rule in rules)])


def test_every_layer_keeps_the_order_given() -> None:
    spec = bars(practices(), rules=(Rule("St Helens 8.0%", 8.0, palette.COMPARATOR, (6, 4)),))
    orders = [layer["encoding"]["y"]["sort"] for layer in spec["layer"] if "sort" in layer["encoding"].get("y", {})]
    assert len(orders) > 3
    assert all(order == ["Hill", "Dale", "Lake"] for order in orders)


def test_band_is_said_by_colour_icon_and_word() -> None:
    spec = bars(practices())
    assert _bar(spec)["encoding"]["fill"]["field"] == "hue"
    assert "datum.clear" in json.dumps(_bar(spec)["encoding"]["fillOpacity"])
    icons = [row["icon"] for text in marks_of(spec, "text") for row in text["values"] if "icon" in row]
    assert icons == ["↑", "≈", "↓"]
    assert "9.0% clearly higher" in json.dumps(spec)


def test_figures_without_intervals_or_bands_have_neither_rule_nor_disc() -> None:
    spec = bars(practices().assign(lower_ci=NOTHING, upper_ci=NOTHING, icon=""))
    assert marks_of(spec, "rule") == []
    assert [layer for layer in spec["layer"] if "icon" in json.dumps(layer["encoding"])] == []


def test_rules_are_named_one_line_of_text_above_another() -> None:
    rules = tuple(Rule(f"Place {place}", 8.0 + place, palette.COMPARATOR, (1, 0)) for place in range(3))
    raised = [mark["dy"] for mark in marks_of(bars(practices(), rules=rules), "text") if "name" in mark["values"][0]]
    gaps = {first - second for first, second in pairwise(raised)}
    assert len(raised) == 3
    assert all(gap >= house.TEXT_SIZE for gap in gaps)


@pytest.mark.parametrize("fewer", [1, 2])
def test_the_chart_is_as_tall_with_fewer_practices(fewer: int) -> None:
    whole, part = bars(practices(), rows=3), bars(practices().head(3 - fewer), rows=3)
    assert whole["height"] == part["height"]
    assert bars(practices(), rows=4)["height"] == whole["height"] + ROW
