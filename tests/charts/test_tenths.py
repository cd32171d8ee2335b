"""People by tenth: columns in order, another list beside them, an axis that stays."""

import pandas as pd

from shcares.charts import house
from shcares.charts.tenths import tenths_chart
from shcares.style import palette
from tests.charts.layers import marks_of

_NAMES = [str(place) for place in range(1, 11)]


def drawn(shares: list[float], beside: float = float("nan")) -> dict[str, object]:
    frame = pd.DataFrame(
        {"name": _NAMES, "share": shares, "text": [f"{share}%" for share in shares], "said": "x", "beside": beside}
    )
    chart = tenths_chart(
        frame,
        washes=palette.MAP_TENTHS,
        highest=45,
        beside="" if beside != beside else "St Helens residents",
        finding="Finding",
        subtitle="Subtitle",
    )
    return house.spec(chart)


def test_ten_columns_stand_in_order_from_zero_each_with_its_words() -> None:
    spec = drawn([28.0, *[8.0] * 9])
    columns = marks_of(spec, "bar")[0]["values"]
    assert [column["name"] for column in columns] == _NAMES
    assert [column["text"] for column in columns][:2] == ["28.0%", "8.0%"]
    scales = {str(layer["encoding"]["y"]["scale"]) for layer in spec["layer"]}  # type: ignore[attr-defined]
    assert len(scales) == 1
    assert "'domain': [0," in scales.pop()


def test_the_axis_stays_when_the_choice_changes_and_grows_only_beyond_it() -> None:
    def top(spec: dict[str, object]) -> float:
        return float(spec["layer"][0]["encoding"]["y"]["scale"]["domain"][1])  # type: ignore[index]

    low, high, beyond = drawn([10.0] * 10), drawn([40.0, *[60 / 9] * 9]), drawn([80.0, *[20 / 9] * 9])
    assert top(low) == top(high)
    assert top(beyond) > 80


def test_another_list_is_drawn_only_where_it_is_held() -> None:
    assert not marks_of(drawn([10.0] * 10), "tick")
    assert len(marks_of(drawn([10.0] * 10, beside=12.0), "tick")[0]["values"]) == 10


def test_an_empty_frame_says_so() -> None:
    frame = pd.DataFrame({"name": [], "share": [], "text": [], "said": [], "beside": []})
    chart = tenths_chart(frame, washes=(), highest=45, beside="", finding="", subtitle="")
    assert "No data" in str(house.spec(chart))
