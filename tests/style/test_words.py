"""Numbers, periods and sentences read the same wherever they stand."""

import math

import pytest

from shcares.domain.vocabulary import Judgement
from shcares.style import formats, sentences


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1117.45, 1, "1,117.5"),
        (25.1, 1, "25.1"),
        (-5.25, 1, "−5.3"),
        (1013.05, 1, "1,013.1"),
        (-0.04, 1, "0.0"),
        (None, 1, "no data"),
        (math.nan, 0, "no data"),
        (0, 0, "0"),
    ],
)
def test_a_number_is_written_with_fixed_decimals_and_missing_is_never_zero(
    value: float | None, decimals: int, written: str
) -> None:
    assert formats.number(value, decimals) == written


@pytest.mark.parametrize(
    ("value", "label", "unit", "written"),
    [
        (25.1, "%", "percent", "25.1%"),
        (978.7, "per 100,000", "per_100000", "978.7 per 100,000"),
        (612.0, "pounds a week", "gbp_per_week", "£612.0 a week"),
    ],
)
def test_a_quantity_carries_its_unit(value: float, label: str, unit: str, written: str) -> None:
    assert formats.quantity(value, label, 1, unit) == written


@pytest.mark.parametrize(
    ("label", "year_type", "written"),
    [
        ("2024/25", "academic", "2024/25"),
        ("2017-19", "calendar", "2017 to 2019"),
        ("2021/22-23/24", "financial", "2021/22 to 2023/24"),
        ("2021-03-21", "census", "21 March 2021"),
        ("2019", "index", "Index year 2019"),
        ("2017/18 Q1-2021/22 Q4", "financial", "2017/18 Q1 to 2021/22 Q4"),
        ("Nov 2025", "calendar", "Nov 2025"),
    ],
)
def test_a_period_is_written_out(label: str, year_type: str, written: str) -> None:
    assert formats.period(label, year_type) == written


def test_half_an_interval_is_no_interval() -> None:
    assert formats.interval(23.4, 26.9, 1) == "23.4 to 26.9"
    assert formats.interval(23.4, None, 1) == ""


@pytest.mark.parametrize(
    ("first", "last", "polarity", "said"),
    [
        (27.5, 25.1, "low_is_good", "down, the right way"),
        (27.5, 25.1, "high_is_good", "down, the wrong way"),
        (27.5, 25.1, "neutral", "down"),
        (25.12, 25.14, "low_is_good", "unchanged"),
    ],
)
def test_movement_says_which_way_is_right_only_where_one_is(
    first: float, last: float, polarity: str, said: str
) -> None:
    assert sentences.movement(first, last, polarity, 1) == said


def test_a_gap_in_percentages_is_in_percentage_points() -> None:
    assert sentences.gap(25.1, 22.2, "England", 1, "percent") == "2.9 percentage points above England"
    assert sentences.gap(22.2, 22.2, "England", 1, "percent") == "the same as England"


def test_what_cannot_be_compared_gives_its_reason() -> None:
    assert sentences.against(Judgement.NOT_COMPARED, "England", "no interval") == "no interval"
    assert sentences.against(Judgement.WORSE, "England") == "worse than England"


def test_about_so_many_in_every_100_is_said_of_proportions_alone() -> None:
    assert sentences.in_every_100(25.1, "proportion") == "About 25 in every 100"
    assert sentences.in_every_100(25.1, "dsr") == ""
