"""Charts of patients' lists: no line over missing months, wholes that are whole, outlines on the bars' own scale."""

import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.growth import growth_chart, runs
from shcares.charts.places import places_chart
from shcares.charts.pyramid import pyramid_chart
from shcares.charts.shares import shares_chart
from shcares.style.palette import ACCENT, FIFTHS
from tests.charts.layers import marks_of, words_in

DAYS = ["2021-01-01", "2021-06-01", "2021-07-01", "2021-08-01", "2021-10-01", "2022-03-01", "2022-04-01"]
NO_EVENTS = pd.DataFrame({"at": [], "letter": [], "said": []})


def counted(values: list[float]) -> pd.DataFrame:
    at = pd.to_datetime(DAYS[: len(values)])
    return pd.DataFrame({"at": at, "area": "North", "role": "U94037", "value": values, "said": ""})


def growth(rows: pd.DataFrame, events: pd.DataFrame = NO_EVENTS) -> dict[str, object]:
    words = {"finding": "A finding", "subtitle": "Patients", "figures": "datum.value"}
    return house.spec(growth_chart(rows, events=events, **words))


def test_a_line_stops_where_a_month_was_not_counted() -> None:
    assert runs(counted([1, 2, 3, 4, 5, 6, 7])).tolist() == [0, 1, 1, 1, 2, 3, 3]
    line = marks_of(growth(counted([1, 2, 3, 4, 5, 6, 7])), "line")
    assert len(line) == 1
    assert [point["run"] for point in line[0]["values"]] == [0, 1, 1, 1, 2, 3, 3]


def test_runs_are_told_apart_by_area_whatever_the_order_of_the_rows() -> None:
    both = pd.concat([counted([1, 2, 3]), counted([4, 5, 6]).assign(area="South")], ignore_index=True)
    mixed = both.sample(frac=1, random_state=1)
    assert runs(mixed).sort_index().tolist() == [0, 1, 1, 0, 1, 1]


def test_every_count_is_a_dot_and_every_event_a_lettered_rule() -> None:
    events = pd.DataFrame({"at": pd.to_datetime(["2021-07-01"]), "letter": ["A"], "said": ["a merger"]})
    spec = growth(counted([1, 2, 3]), events)
    assert [len(mark["values"]) for mark in marks_of(spec, "point")] == [3]
    assert [mark["values"][0]["said"] for mark in marks_of(spec, "rule")] == ["a merger"]
    assert {"A", "North"} <= words_in(spec)


def test_charts_of_lists_without_figures_say_no_data() -> None:
    empty = counted([]).assign(value=pd.Series([], dtype=float))
    assert "No data" in str(growth(empty))
    assert "No data" in str(house.spec(shares_chart(shares([]), parts=PARTS, order=[], chosen="", **TITLE)))
    assert "No data" in str(house.spec(pyramid_chart(ages([]), colour=ACCENT, bands=[], sides=SIDES, **TITLE)))


TITLE = {"finding": "A finding", "subtitle": "A measure"}
PARTS = {"Most": FIFTHS[4], "Middle": FIFTHS[2], "Least": FIFTHS[0]}
SIDES = ("Men", "Women")


def shares(values: list[tuple[str, str, float]]) -> pd.DataFrame:
    rows = pd.DataFrame(values, columns=["name", "part", "share"])
    return rows.assign(text=[f"{share}%" for share in rows["share"]], said="", end="score")


def test_parts_follow_each_other_from_nothing_to_all_in_the_order_of_the_legend() -> None:
    rows = shares([("North", "Least", 3.0), ("North", "Most", 60.0), ("North", "Middle", 37.0)])
    spec = house.spec(shares_chart(rows, parts=PARTS, order=["North"], chosen="North", **TITLE))
    bars = marks_of(spec, "bar")[0]["values"]
    assert [(bar["part"], bar["from"], bar["to"]) for bar in bars] == [
        ("Most", 0.0, 60.0),
        ("Middle", 60.0, 97.0),
        ("Least", 97.0, 100.0),
    ]


def test_a_part_too_narrow_for_its_figure_has_none_but_every_bar_has_its_end() -> None:
    rows = shares([("North", "Least", 3.0), ("North", "Most", 60.0), ("North", "Middle", 37.0)])
    texts = marks_of(house.spec(shares_chart(rows, parts=PARTS, order=["North"], chosen="", **TITLE)), "text")
    assert [value["text"] for value in texts[0]["values"]] == ["60.0%", "37.0%"]
    assert [value["end"] for value in texts[1]["values"]] == ["score"]


def ages(values: list[tuple[str, str, float, float]]) -> pd.DataFrame:
    rows = pd.DataFrame(values, columns=["band", "sex", "share", "outline"])
    return rows.assign(text=[f"{share}%" for share in rows["share"]], said="")


def pyramid(rows: pd.DataFrame, name: str = "") -> dict[str, object]:
    return house.spec(pyramid_chart(rows, colour=ACCENT, bands=["0-4", "75+"], sides=SIDES, outline_name=name, **TITLE))


def test_men_stand_left_women_right_and_figures_beyond_the_longer_of_bar_and_outline() -> None:
    spec = pyramid(ages([("0-4", "Male", 2.0, 3.0), ("0-4", "Female", 4.0, 1.0)]), "All")
    bars, outline = marks_of(spec, "bar")
    assert [(bar["sex"], bar["at"]) for bar in bars["values"]] == [("Male", -2.0), ("Female", 4.0)]
    assert [bar["edge"] for bar in outline["values"]] == [-3.0, 1.0]
    ends = [value["end"] for mark in marks_of(spec, "text") for value in mark["values"] if "end" in value]
    assert ends == [-3.0, 4.0]


def test_a_pyramid_without_another_list_has_no_outline_and_no_legend() -> None:
    spec = pyramid(ages([("0-4", "Male", 2.0, float("nan")), ("0-4", "Female", 4.0, float("nan"))]))
    assert len(marks_of(spec, "bar")) == 1
    assert "strokeDash" not in str(spec)


@pytest.mark.parametrize("outlines", [[]])
def test_a_map_of_homes_without_outlines_says_no_data(outlines: list[dict[str, object]]) -> None:
    places = pd.DataFrame({"area_code": [], "area": [], "group": [], "opacity": [], "said": []})
    assert "No data" in str(house.spec(places_chart(places, outlines=outlines, key={}, **TITLE)))
