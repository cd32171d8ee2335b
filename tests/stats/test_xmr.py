"""XmR limits worked by hand and each special-cause rule on a series that shows only it."""

import numpy as np
import pytest

from shcares.stats.xmr import BoolArray, xmr

QUIET = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]


def marked(flags: BoolArray) -> list[int]:
    return [int(point) for point in np.flatnonzero(flags)]


def test_limits_are_the_mean_and_2_66_mean_moving_ranges() -> None:
    chart = xmr(QUIET)
    assert (chart.mean, chart.lower, chart.upper) == pytest.approx((11, 11 - 2.66 * 2, 11 + 2.66 * 2))
    assert marked(chart.special_cause) == []
    assert chart.reason is None


def test_a_point_outside_the_limits_is_special() -> None:
    chart = xmr([*QUIET, *QUIET, 30, *QUIET])
    assert marked(chart.outside) == [28]
    assert 28 in marked(chart.special_cause)


def test_seven_rising_points_are_special_and_six_are_not() -> None:
    assert marked(xmr([10, 50, 10, 50, 10, 50, 10, 50, 26, 27, 28, 29, 30, 31, 10]).trend) == []
    chart = xmr([50, 10, 50, 10, 50, 10, 50, 20, 22, 24, 26, 28, 30, 32, 10])
    assert marked(chart.trend) == [7, 8, 9, 10, 11, 12, 13]
    assert marked(xmr([10, 50, 10, 50, 10, 50, 10, 40, 38, 36, 34, 32, 30, 28, 50]).trend) == [7, 8, 9, 10, 11, 12, 13]


def test_seven_points_on_one_side_are_special() -> None:
    chart = xmr([9, 10, 9, 10, 9, 10, 9, 12, 13, 12, 13, 12, 13, 12])
    assert marked(chart.shift) == list(range(14))
    assert marked(xmr(QUIET).shift) == []


def test_two_of_three_points_beyond_two_sigma_on_one_side_are_special() -> None:
    chart = xmr([*QUIET, *QUIET, 15.2, 11, 15.2, *QUIET])
    assert marked(chart.near_limit) == [28, 30]
    assert marked(chart.outside) == []
    assert marked(xmr([*QUIET, *QUIET, 15.2, 11, 6.8, *QUIET]).near_limit) == []


def test_a_short_or_broken_series_has_no_chart_and_says_why() -> None:
    short, broken = xmr(QUIET[:12]), xmr([*QUIET, None])
    assert short.reason == "13 points are needed for a control chart; there are 12"
    assert broken.reason == "the series has a gap"
    assert (short.mean, short.lower, short.upper, short.special_cause.size) == (None, None, None, 0)
