"""Which intervals are derived, which are not, and which periods are marked."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from shcares.catalogue.read import read_catalogue
from shcares.domain.periods import parse_period
from shcares.domain.records import Indicator
from shcares.domain.vocabulary import IntervalRule, Statistic, YearType
from shcares.pipeline.derive import derive_intervals, mark_pandemic, printed_decimals

SMALL = Path(__file__).parent / "small"


@pytest.fixture(scope="module")
def indicators() -> dict[str, Indicator]:
    return {indicator.id: indicator for indicator in read_catalogue(SMALL).indicators}


def rows(table: str, indicator_id: str) -> pd.DataFrame:
    """An inline table of value, limits, count and denominator; a dot is a missing cell."""
    frame = pd.read_csv(StringIO(table), sep=r"\s+", na_values=".").astype("float64")
    return frame.assign(indicator_id=indicator_id, source_id="office_2026")


def derived(table: str, indicator: Indicator) -> pd.DataFrame:
    return derive_intervals(rows(table, indicator.id), [indicator])


def test_a_proportion_gets_wilson_limits_in_its_own_unit(indicators: dict[str, Indicator]) -> None:
    # 81 of 263 is 30.8 %, 95 % Wilson limits 25.5 to 36.6: Newcombe, Stat Med 1998;17:857-872, table I.
    row = derived("value lower_ci upper_ci count denominator\n30.8 . . 81 263", indicators["smoking"]).iloc[0]
    assert row["ci_method"] == "wilson"
    assert (row["lower_ci"], row["upper_ci"]) == pytest.approx((25.53, 36.62), abs=0.005)


def test_a_rate_gets_exact_limits_below_a_count_of_ten_and_byars_from_there(indicators: dict[str, Indicator]) -> None:
    table = "value lower_ci upper_ci count denominator\n5 . . 9 180000\n20 . . 36 180000"
    frame = derived(table, indicators["deaths"])
    assert list(frame["ci_method"]) == ["exact", "byar"]
    # Exact Poisson limits of 9 are 4.115 and 17.085.
    assert (frame["lower_ci"][0], frame["upper_ci"][0]) == pytest.approx((4.115 / 1.8, 17.085 / 1.8), abs=0.001)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("12.1 . . 12160 100000", "count / denominator is 12.16"),
        ("12.5 . . . 800", "no count"),
        ("12.5 . . 100 .", "no denominator"),
        ("12.5 . . 100 0", "denominator of nought"),
        (". . . 100 800", "no value"),
    ],
)
def test_no_interval_where_the_figures_do_not_give_the_value(
    indicators: dict[str, Indicator], row: str, why: str
) -> None:
    frame = derived(f"value lower_ci upper_ci count denominator\n{row}", indicators["smoking"])
    assert frame["ci_method"][0] == "none" and frame[["lower_ci", "upper_ci"]].isna().all(axis=None), why


def test_published_limits_stay_as_they_are(indicators: dict[str, Indicator]) -> None:
    frame = derived("value lower_ci upper_ci count denominator\n12.5 10 15 100 800", indicators["smoking"])
    assert (frame["ci_method"][0], frame["lower_ci"][0], frame["upper_ci"][0]) == ("published", 10, 15)


@pytest.mark.parametrize(
    "change",
    [
        {"repeat_events": True},
        {"interval": IntervalRule.PUBLISHED},
        {"interval": IntervalRule.NONE},
        {"statistic": Statistic.DSR},
        {"statistic": Statistic.MODELLED},
    ],
    ids=str,
)
def test_episodes_and_other_statistics_never_get_a_home_made_interval(
    indicators: dict[str, Indicator], change: dict[str, object]
) -> None:
    indicator = replace(indicators["smoking"], **change)  # type: ignore[arg-type]
    frame = derived("value lower_ci upper_ci count denominator\n12.5 . . 100 800", indicator)
    assert frame["ci_method"][0] == "none"


def test_an_interval_narrower_than_the_rounding_of_its_value_is_left_out(indicators: dict[str, Indicator]) -> None:
    table = "value lower_ci upper_ci count denominator\n3.1 . . 43193 1377575"
    assert derived(table, indicators["smoking"])["ci_method"][0] == "none"


def test_derivation_leaves_the_frame_it_was_given_alone(indicators: dict[str, Indicator]) -> None:
    given = rows("value lower_ci upper_ci count denominator\n12.5 . . 100 800", "smoking")
    before = given.copy()
    derive_intervals(given, list(indicators.values()))
    pd.testing.assert_frame_equal(given, before)


def test_nought_and_the_whole_keep_limits_on_the_scale(indicators: dict[str, Indicator]) -> None:
    frame = derived("value lower_ci upper_ci count denominator\n0 . . 0 50\n100 . . 50 50", indicators["smoking"])
    assert frame["lower_ci"][0] == 0 and frame["upper_ci"][1] == 100 and set(frame["ci_method"]) == {"wilson"}


def test_decimals_are_counted_as_written() -> None:
    values = np.array([20.0, 12.5, 0.125, 978.73, 1117.45, 0.1 + 0.2, np.nan])
    assert list(printed_decimals(values)) == [0, 1, 3, 2, 2, 1, 12]


@pytest.mark.parametrize(
    ("label", "year_type", "marked"),
    [
        ("2019", YearType.CALENDAR, False),
        ("2019/20", YearType.FINANCIAL, False),
        ("2019/20", YearType.ACADEMIC, True),
        ("2020", YearType.CALENDAR, True),
        ("2020/21", YearType.FINANCIAL, True),
        ("2021", YearType.CALENDAR, True),
        ("2021/22", YearType.FINANCIAL, True),
        ("2022", YearType.CALENDAR, False),
        ("2018-20", YearType.CALENDAR, True),
        ("2016-18", YearType.CALENDAR, False),
        ("2017/18-19/20", YearType.FINANCIAL, False),
        ("2021/22-23/24", YearType.FINANCIAL, True),
        ("2021 Q1", YearType.CALENDAR, True),
        ("2021 Q3", YearType.CALENDAR, False),
    ],
)
def test_periods_that_share_90_days_with_the_pandemic_are_marked(label: str, year_type: YearType, marked: bool) -> None:
    period = parse_period(label, year_type)
    frame = pd.DataFrame({"period_start": [period.start], "period_end": [period.end]})
    assert list(mark_pandemic(frame)["pandemic"]) == [marked]
