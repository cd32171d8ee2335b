"""The two charts of a practice's page: registers as multiples of the benchmark, and the history of a list."""

import json
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.history import history_chart
from shcares.charts.ratios import ratios_chart
from shcares.style import palette

NAN = float("nan")
GROUPS = {"↑ Clearly higher (1)": ["Depression"], "≈ Can’t tell (1)": ["Cancer"], "↓ Clearly lower (none)": []}


def measures() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Depression", "Cancer"],
            "ratio": [1.5, 0.9],
            "lower": [1.4, 0.7],
            "upper": [1.6, 1.1],
            "network": [1.1, NAN],
            "england": [NAN, NAN],
            "side": [1, 0],
            "label": ["26.5%, St Helens 17.1%", "3.5%, St Helens 3.6%"],
            "said": ["1,542 of 5,811", "255 of 7,192"],
        }
    )


def ratios(frame: pd.DataFrame) -> dict[str, Any]:
    chart = ratios_chart(
        frame,
        groups=GROUPS,
        benchmark_name="St Helens",
        network_colour=palette.NETWORK["U94009"],
        finding="A finding",
        subtitle=["Multiples", "Key"],
    )
    return house.spec(chart)


def of_kind(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The layers with one kind of mark, each with the rows it draws."""
    layers = [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]
    return [layer | {"rows": spec["datasets"][layer["data"]["name"]]} for layer in layers]


def test_rows_stand_under_their_headings_and_an_empty_group_keeps_its_own() -> None:
    dots = [layer for layer in of_kind(ratios(measures()), "point") if "shape" in layer["encoding"]]
    assert dots[0]["encoding"]["y"]["scale"]["domain"] == [
        "↑ Clearly higher (1)",
        "Depression",
        "≈ Can’t tell (1)",
        "Cancer",
        "↓ Clearly lower (none)",
    ]
    shapes = dots[0]["encoding"]["shape"]["scale"]
    assert dict(zip(shapes["domain"], shapes["range"], strict=True)) == {1: "triangle-up", 0: "circle"}


def test_the_benchmark_is_the_rule_at_one_and_every_interval_is_drawn() -> None:
    rules = of_kind(ratios(measures()), "rule")
    assert {"value": 1.0, "name": "St Helens"} in [row for rule in rules for row in rule["rows"]]
    limits = next(rule for rule in rules if "x2" in rule["encoding"])
    assert [(row["lower"], row["upper"]) for row in limits["rows"]] == [(1.4, 1.6), (0.7, 1.1)]


def test_what_is_not_held_of_a_network_or_england_is_left_out() -> None:
    said = json.dumps(ratios(measures()), default=str)
    beside = [layer for layer in of_kind(ratios(measures()), "point") if layer["mark"].get("filled") is False]
    assert [len(layer["rows"]) for layer in beside] == [1]
    assert '"shape": "square"' not in said


def test_no_measure_says_no_data() -> None:
    assert "No data" in json.dumps(ratios(measures().head(0)))


def counts() -> pd.DataFrame:
    days = pd.to_datetime(["2024-01-01", "2024-02-01", "2024-03-01", "2024-06-01", "2024-07-01", "2023-03-31"])
    return pd.DataFrame(
        {
            "at": days,
            "value": [10.0, 11.0, 19.0, 18.0, 18.0, 9.0],
            "basis": [*["NHS England"] * 5, "QOF"],
            "said": "",
        }
    )


def history(frame: pd.DataFrame, events: pd.DataFrame) -> dict[str, Any]:
    chart = history_chart(
        frame, bases=["NHS England", "QOF", "NHSBSA"], events=events, finding="A finding", subtitle="Patients"
    )
    return house.spec(chart)


MERGED = pd.DataFrame({"at": pd.to_datetime(["2024-03-01"]), "name": ["Took in Crossroads (inferred)"]})
NONE = pd.DataFrame({"at": pd.to_datetime([]), "name": []})


def test_the_line_stops_at_a_hole_and_at_a_merger_and_holds_one_offices_counts() -> None:
    line = of_kind(history(counts(), MERGED), "line")[0]
    rows = pd.DataFrame(line["rows"])
    assert set(rows["basis"]) == {"NHS England"}
    assert [list(part["value"]) for _, part in rows.groupby("run")] == [[10, 11], [19], [18, 18]]
    joined = pd.DataFrame(of_kind(history(counts(), NONE), "line")[0]["rows"])
    assert [list(part["value"]) for _, part in joined.groupby("run")] == [[10, 11, 19], [18, 18]]


def test_only_offices_that_counted_are_in_the_legend_and_the_axis_begins_at_nothing() -> None:
    dots = of_kind(history(counts(), NONE), "point")[0]["encoding"]
    assert dots["color"]["scale"]["domain"] == ["NHS England", "QOF"]
    assert dots["y"]["scale"]["zero"] is True


def test_an_event_is_named_and_an_empty_list_says_no_data() -> None:
    words = [row for layer in of_kind(history(counts(), MERGED), "text") for row in layer["rows"]]
    assert [row["name"] for row in words] == ["Took in Crossroads (inferred)"]
    assert "No data" in json.dumps(history(counts().head(0), NONE))
