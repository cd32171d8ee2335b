"""The rug reads in grey and on both papers, and outlines what has no value."""

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from shcares.charts import house
from shcares.charts.rug import rug_chart
from shcares.style.palette import DARK, FIFTHS, LIGHT, Paper
from tests.charts.layers import marks_of, words_in

_CELL: dict[str, Any] = {
    "group": "Services",
    "name": "A measure",
    "when": "2024/25",
    "area": "St Helens",
    "text": "25.1%",
    "small": "worst fifth",
    "wash": 0.7,
    "held": True,
    "icon": "",
    "colour": "#2f7fc4",
    "ink": "#ffffff",
}


def rug(*cells: dict[str, Any]) -> dict[str, Any]:
    return house.spec(rug_chart(pd.DataFrame([_CELL | cell for cell in cells]), finding="", subtitle=""))


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(channels: list[float]) -> float:
    parts = [part / 255 for part in channels]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _grounds(paper: Paper) -> list[float]:
    """How light each fifth is on a paper, best first."""
    below = _channels(paper.background)
    mixed = ([wash.share * over for over in _channels(wash.colour)] for wash in FIFTHS)
    through = ([(1 - wash.share) * under for under in below] for wash in FIFTHS)
    return [_luminance([a + b for a, b in zip(*pair, strict=True)]) for pair in zip(mixed, through, strict=True)]


@pytest.mark.parametrize("paper", [LIGHT, DARK])
def test_ink_is_legible_on_every_fifth(paper: Paper) -> None:
    ink = _luminance([float(channel) for channel in _channels(paper.ink)])
    for ground in _grounds(paper):
        darker, lighter = sorted((ink, ground))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.mark.parametrize("paper", [LIGHT, DARK])
def test_each_fifth_stands_out_more_than_a_better_one_even_in_grey(paper: Paper) -> None:
    away = [
        abs(ground - _luminance([float(part) for part in _channels(paper.background)])) for ground in _grounds(paper)
    ]
    assert all(worse > better for better, worse in pairwise(away))


def test_an_empty_rug_says_no_data() -> None:
    assert "No data" in str(house.spec(rug_chart(pd.DataFrame(), finding="", subtitle="")))


def test_a_cell_without_a_value_is_outlined_and_says_so() -> None:
    spec = rug({}, {"area": "Halton", "text": "no data", "small": "", "wash": 0.0, "held": False})
    outlined = [mark for mark in marks_of(spec, "rect") if mark.get("strokeDash")]
    assert [row["area"] for mark in outlined for row in mark["values"]] == ["Halton"]
    assert {"no data", "25.1%", "worst fifth"} <= words_in(spec)


def test_only_tested_cells_have_an_icon() -> None:
    discs = marks_of(rug({}, {"area": "Halton", "icon": "!"}), "point")
    assert [row["area"] for mark in discs for row in mark["values"]] == ["Halton"]
    assert marks_of(rug({}), "point") == []
