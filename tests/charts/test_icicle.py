"""The icicle is true to its weights, leaves blank what they leave, marks the choice, and can be clicked and read."""

import json
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.icicle import FOCUS, icicle_chart
from shcares.style import palette
from shcares.style.palette import DARK, LIGHT, Paper
from tests.charts.layers import marks_of, words_in

MODEL = {
    "Health behaviours": {"Smoking": 10, "Diet and exercise": 10, "Alcohol use": 5, "Sexual health": 5},
    "Clinical care": {"Access to care": 10, "Quality of care": 10},
    "Socioeconomic factors": {
        "Education": 10,
        "Employment": 10,
        "Income": 10,
        "Family and social support": 5,
        "Community safety": 5,
    },
    "Physical environment": {"Environmental quality": 5, "Built environment and housing": 5},
}


def parts(*, income: float = 10.0) -> pd.DataFrame:
    rows = [(factor, part, float(weight)) for factor, held in MODEL.items() for part, weight in held.items()]
    frame = pd.DataFrame(rows, columns=["factor", "focus_area", "weight"])
    frame.loc[frame["focus_area"] == "Income", "weight"] = income
    return frame.assign(
        factor_id=frame["factor"].str.lower(),
        focus_area_id=frame["focus_area"].str.lower(),
        text=[f"{weight:g}" for weight in frame["weight"]],
        coverage="2 local measures",
    )


def icicle(frame: pd.DataFrame, *, chosen: str | None = None, **more: Any) -> dict[str, Any]:
    return house.spec(icicle_chart(frame, chosen=chosen, finding="A finding", subtitle="A unit", **more))


def _blocks(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = [row for mark in marks_of(spec, "rect") for row in mark["values"] if "focus_area_id" in row]
    return {row["focus_area"]: row for row in rows}


def _factors(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = [row for mark in marks_of(spec, "rect") for row in mark["values"] if "own" in row]
    return {row["factor"]: row for row in rows}


def _blanks(spec: dict[str, Any]) -> list[dict[str, Any]]:
    marks = [mark for mark in marks_of(spec, "rect") if mark.get("strokeDash")]
    return [row for mark in marks for row in mark["values"]]


def test_a_model_without_weights_says_no_data() -> None:
    assert "No data" in json.dumps(icicle(parts().assign(weight=float("nan"))), default=str)


def test_each_block_is_as_tall_as_its_weight_and_begins_where_the_last_one_ends() -> None:
    spec = icicle(parts())
    blocks = list(_blocks(spec).values())
    assert [row["bottom"] - row["top"] for row in blocks] == [row["weight"] for row in blocks]
    assert all(one["bottom"] == other["top"] for one, other in pairwise(blocks))
    assert (blocks[0]["top"], blocks[-1]["bottom"]) == (0, 100)
    assert _blanks(spec) == []


def test_each_factor_stands_beside_its_parts() -> None:
    spec = icicle(parts())
    for factor, held in MODEL.items():
        beside = [_blocks(spec)[part] for part in held]
        assert _factors(spec)[factor]["top"] == beside[0]["top"]
        assert _factors(spec)[factor]["bottom"] == beside[-1]["bottom"]


def test_weights_of_95_leave_five_blank_at_the_foot() -> None:
    spec = icicle(parts(income=5), blank="not printed")
    (blank,) = _blanks(spec)
    assert (blank["left"], blank["top"], blank["bottom"]) == (0, 95, 100)
    assert "5 not printed" in words_in(spec)
    assert _factors(spec)["Socioeconomic factors"]["written"] == "35"


def test_where_the_factor_has_a_weight_of_its_own_the_blank_is_inside_it() -> None:
    own = parts(income=5).assign(
        factor_weight=lambda frame: frame["factor"].map({f: sum(p.values()) for f, p in MODEL.items()})
    )
    spec = icicle(own)
    (blank,) = _blanks(spec)
    assert (blank["top"], blank["bottom"]) == (85, 90)
    assert blank["left"] > 0.2
    assert _factors(spec)["Socioeconomic factors"]["written"] == "40"
    assert _blocks(spec)["Environmental quality"]["top"] == 90


def test_another_column_may_give_the_sizes() -> None:
    spec = icicle(parts().assign(printed=parts(income=5)["weight"]), field="printed")
    assert _blocks(spec)["Income"]["bottom"] - _blocks(spec)["Income"]["top"] == 5


def test_thirds_that_do_not_quite_add_up_leave_no_blank() -> None:
    thirds = pd.DataFrame({"factor": ["One", "Two", "Three"], "weight": 33.3333333333})
    thirds = thirds.assign(factor_id=thirds["factor"], focus_area_id=thirds["factor"], focus_area=thirds["factor"])
    spec = icicle(thirds.assign(text="33.3", coverage=""))
    assert _blanks(spec) == []
    assert _factors(spec)["One"]["written"] == "33.3"


def test_the_chosen_part_alone_has_the_accent_and_its_factor_the_outline() -> None:
    spec = icicle(parts(), chosen="income")
    paints = {name: row["paint"] for name, row in _blocks(spec).items()}
    assert {name for name, paint in paints.items() if paint == palette.ACCENT} == {"Income"}
    assert {name for name, row in _factors(spec).items() if row["chosen"]} == {"Socioeconomic factors"}
    assert palette.ACCENT not in {row["paint"] for row in _blocks(icicle(parts())).values()}


def test_a_click_is_taken_on_the_parts() -> None:
    spec = icicle(parts())
    (param,) = spec["params"]
    assert param["name"] == FOCUS == "focus"
    assert (param["select"]["type"], param["select"]["fields"]) == ("point", ["focus_area_id"])
    clicked = next(layer for layer in spec["layer"] if layer.get("name") in param["views"])
    assert clicked["mark"]["type"] == "rect"
    assert "tooltip" in clicked["encoding"]
    # A layer without a tooltip lets clicks through: the words must not catch them.
    assert all("tooltip" not in layer["encoding"] for layer in spec["layer"] if layer["mark"]["type"] == "text")


def test_every_part_says_name_weight_and_coverage_in_letters_for_the_back_of_a_room() -> None:
    spec = icicle(parts())
    assert {part for held in MODEL.values() for part in held} | {"2 local measures", "10", "5"} <= words_in(spec)
    sizes = {mark["fontSize"] for mark in marks_of(spec, "text") if not isinstance(mark["fontSize"], dict)}
    assert min(sizes | {row["size"] for row in _factors(spec).values()}) >= 14


@pytest.mark.parametrize(("height", "lines", "smaller"), [(560, 2, False), (480, 2, True), (400, 1, True)])
def test_a_low_factor_has_its_name_smaller_or_in_one_line(height: int, lines: int, smaller: bool) -> None:
    factors = _factors(icicle(parts(), height=height))
    assert len(factors["Physical environment"]["words"].splitlines()) == lines
    assert (factors["Physical environment"]["size"] < factors["Clinical care"]["size"]) is smaller


def test_a_block_too_low_for_words_has_none_but_its_tooltip() -> None:
    low = parts().assign(weight=lambda frame: frame["weight"].where(frame["focus_area"] != "Alcohol use", 0.5))
    spec = icicle(low)
    assert "Alcohol use" in _blocks(spec)
    texts = [row for mark in marks_of(spec, "text") for row in mark["values"] if "focus_area" in row]
    assert "Alcohol use" not in {row["focus_area"] for row in texts}


@pytest.mark.parametrize("paper", [LIGHT, DARK])
def test_words_can_be_read_on_every_block_of_either_theme(paper: Paper) -> None:
    spec = icicle(parts(), chosen="income")
    for row in _blocks(spec).values():
        ink = paper.ink if row["ink"] == house.INK else row["ink"]
        assert _contrast(ink, _mixed(row["paint"], row["strength"], paper.background)) >= 4.5
    (factor,) = [mark for mark in marks_of(spec, "rect") if "own" in mark["values"][0]]
    assert _contrast(paper.ink, _mixed(factor["fill"], factor["fillOpacity"], paper.background)) >= 4.5


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _mixed(colour: str, share: float, ground: str) -> str:
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round((one * share + other * (1 - share)) * 255):02x}" for one, other in pairs)


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
