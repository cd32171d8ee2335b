"""Recent trends against general-purpose regression, on designed series and by their refusals."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.trends import (
    CRITICAL_CHI_SQUARE,
    Trend,
    TrendDirection,
    recent_trend,
    recent_trend_of_proportion,
    trend_judgement,
)

YEARS = list(range(2015, 2020))
values = st.lists(st.floats(1, 1000), min_size=5, max_size=5)
widths = st.lists(st.floats(0.1, 100), min_size=5, max_size=5)


def trend_of(series: list[float], width: float | list[float] = 1.0, years: list[int] | None = None) -> Trend:
    half = np.array(width)
    return recent_trend(
        years or list(range(2015, 2015 + len(series))), series, series - half, series + half, overlapping=False
    )


def test_the_critical_value_is_the_99_8_percent_point() -> None:
    assert pytest.approx(stats.chi2.isf(0.002, 1), abs=5e-5) == CRITICAL_CHI_SQUARE


@given(values, widths)
def test_slope_and_chi_square_match_weighted_least_squares(series: list[float], width: list[float]) -> None:
    sigma = np.array(width) / 1.959964
    coefficients, covariance = np.polyfit(np.arange(1, 6), series, 1, w=1 / sigma, cov="unscaled")
    found = trend_of(series, width)
    assert found.slope == pytest.approx(coefficients[0], rel=1e-5, abs=1e-6)
    assert found.chi_square == pytest.approx(coefficients[0] ** 2 / covariance[0, 0], rel=1e-4, abs=1e-6)


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(100, 300)), min_size=5, max_size=5))
def test_chi_square_of_a_proportion_is_n_times_the_squared_correlation_of_people(pairs: list[tuple[int, int]]) -> None:
    x, n = np.array(pairs).T
    year = np.repeat(np.arange(1, 6), n)
    case = np.concatenate([np.arange(people) < cases for cases, people in pairs])
    found = recent_trend_of_proportion(YEARS, x, n, overlapping=False)
    assert found.chi_square == pytest.approx(n.sum() * np.corrcoef(case, year)[0, 1] ** 2, abs=1e-9)
    assert found.slope == pytest.approx(np.polyfit(np.arange(1, 6), np.log(x / (n - x)), 1)[0], abs=1e-12)


def test_a_clear_rise_and_a_clear_fall_are_significant() -> None:
    assert trend_of([10, 12, 14, 16, 18]).direction is TrendDirection.INCREASING
    assert trend_of([18, 16, 14, 12, 10]).direction is TrendDirection.DECREASING


def test_a_level_series_shows_no_significant_change() -> None:
    flat = trend_of([10, 10, 10, 10, 10])
    assert (flat.direction, flat.chi_square, flat.reason) == (TrendDirection.NO_SIGNIFICANT_CHANGE, 0, None)
    assert trend_of([10, 12, 14, 16, 18], 20).direction is TrendDirection.NO_SIGNIFICANT_CHANGE


def test_a_trend_that_one_point_carries_is_no_significant_change() -> None:
    found = trend_of([10, 9.9, 9.8, 9.7, 30])
    assert found.chi_square is not None and found.chi_square > CRITICAL_CHI_SQUARE
    assert found.direction is TrendDirection.NO_SIGNIFICANT_CHANGE
    assert found.reason == "the direction rests on one point"


@pytest.mark.parametrize("series", [[10.1, 10.1, 10.1, 10.1, 30], [30, 10.1, 10.1, 10.1, 10.1]])
def test_a_level_series_with_one_odd_point_has_no_direction(series: list[float]) -> None:
    assert trend_of(series, [2, 0.5, 0.125, 2, 0.5]).direction is TrendDirection.NO_SIGNIFICANT_CHANGE


def test_only_the_last_five_points_count() -> None:
    assert trend_of([90, 80, 10, 12, 14, 16, 18]) == trend_of([10, 12, 14, 16, 18])


@given(values, widths)
def test_a_trend_mirrors_when_the_series_is_turned_round(series: list[float], width: list[float]) -> None:
    there, back = trend_of(series, width), trend_of(series[::-1], width[::-1])
    assume(there.slope is not None and abs(there.slope) > 1e-6)
    mirror = {
        TrendDirection.INCREASING: TrendDirection.DECREASING,
        TrendDirection.DECREASING: TrendDirection.INCREASING,
    }
    assume(there.chi_square is not None and abs(there.chi_square - CRITICAL_CHI_SQUARE) > 1e-6)
    assert mirror.get(there.direction, there.direction) == back.direction


def test_a_proportion_rises_and_falls_with_its_counts() -> None:
    n = [1000] * 5
    assert recent_trend_of_proportion(YEARS, [100, 130, 160, 190, 220], n, overlapping=False).direction == "increasing"
    assert recent_trend_of_proportion(YEARS, [220, 190, 160, 130, 100], n, overlapping=False).direction == "decreasing"


def test_a_trend_that_cannot_be_calculated_says_why() -> None:
    v, low, high = [1.0, 2, 3, 4, 5], [0.5, 1.5, 2.5, 3.5, 4.5], [1.5, 2.5, 3.5, 4.5, 5.5]
    cases = [
        (recent_trend(YEARS, v, low, high, overlapping=True), "the periods overlap, so the points are not independent"),
        (recent_trend(YEARS[:4], v[:4], low[:4], high[:4], overlapping=False), "5 points are needed; there are 4"),
        (
            recent_trend([2013, 2015, 2016, 2017, 2018], v, low, high, overlapping=False),
            "the last 5 points are not consecutive years",
        ),
        (
            recent_trend(YEARS, v, low, high, overlapping=False, breaks=[2017]),
            "the series changed in 2017; points before and after do not compare",
        ),
        (recent_trend(YEARS, [None, *v[1:]], low, high, overlapping=False), "a value is missing"),
        (
            recent_trend(YEARS, v, [*low[:4], None], high, overlapping=False),
            "a confidence interval is missing or has no width",
        ),
        (recent_trend(YEARS, v, v, v, overlapping=False), "a confidence interval is missing or has no width"),
        (
            recent_trend_of_proportion(YEARS, [0, 1, 2, 3, 4], [9] * 5, overlapping=False),
            "a count is 0 or equals its denominator",
        ),
        (
            recent_trend_of_proportion(YEARS, [None, 1, 2, 3, 4], [9] * 5, overlapping=False),
            "a count or a denominator is missing",
        ),
    ]
    for trend, reason in cases:
        assert trend == Trend(TrendDirection.CANNOT_BE_CALCULATED, reason=reason)
        assert trend_judgement(trend, Polarity.HIGH_IS_GOOD) is Judgement.NOT_COMPARED


def test_a_break_at_or_before_the_first_of_the_five_points_does_no_harm() -> None:
    v, low, high = [1.0, 2, 3, 4, 5], [0.9, 1.9, 2.9, 3.9, 4.9], [1.1, 2.1, 3.1, 4.1, 5.1]
    found = recent_trend(YEARS, v, low, high, overlapping=False, breaks=[2009, 2015])
    assert found.direction is TrendDirection.INCREASING


def test_polarity_turns_a_direction_into_getting_better_or_worse() -> None:
    table = """
    increasing            better       worse        higher
    decreasing            worse        better       lower
    no_significant_change similar      similar      similar
    cannot_be_calculated  not_compared not_compared not_compared
    """
    for line in table.strip().splitlines():
        direction, *words = line.split()
        found = [trend_judgement(Trend(TrendDirection(direction)), polarity) for polarity in Polarity]
        assert found == [Judgement(word) for word in words]
