"""Intervals against published tables, other implementations and their own laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import stats

from shcares.domain.vocabulary import CiMethod
from shcares.stats.intervals import (
    byar_interval,
    exact_interval,
    mean_interval,
    poisson_interval,
    poisson_method,
    rate_interval,
    wilson_interval,
)
from shcares.stats.levels import CONFIDENCE_998, Z_95, Z_998, z_of

LEVELS = pytest.mark.parametrize("confidence", [0.95, 0.998])


@st.composite
def counts_of(draw: st.DrawFn) -> tuple[int, int]:
    """A count and a denominator that holds it."""
    n = draw(st.integers(1, 2_000_000))
    return draw(st.integers(0, n)), n


def test_z_levels_match_the_normal_table() -> None:
    assert pytest.approx(1.959964, abs=5e-7) == Z_95
    assert pytest.approx(3.090232, abs=5e-7) == Z_998


@pytest.mark.parametrize("confidence", [0.0, 1.0, 95])
def test_a_confidence_outside_0_to_1_is_an_error(confidence: float) -> None:
    with pytest.raises(ValueError, match="such as"):
        z_of(confidence)


def test_wilson_interval_matches_newcombe_1998_table_1() -> None:
    lower, upper = wilson_interval([81, 15, 0, 1], [263, 148, 20, 29])
    assert_allclose(lower, [0.2553, 0.0624, 0.0, 0.0061], atol=5e-5)
    assert_allclose(upper, [0.3662, 0.1605, 0.1611, 0.1718], atol=5e-5)


def test_wilson_interval_matches_limits_published_on_fingertips_for_2010() -> None:
    lower, upper = wilson_interval([457, 225, 246, 147, 143], [5930, 2273, 1972, 1339, 899])
    published_lower = [7.0548320523, 8.7379055892, 11.0887985536, 9.4141886561, 13.6615426206]
    published_upper = [8.4130813591, 11.1950351548, 14.0064061556, 12.7657535005, 18.4417082867]
    assert_allclose(lower * 100, published_lower, rtol=3e-6)
    assert_allclose(upper * 100, published_upper, rtol=3e-6)


@LEVELS
def test_wilson_interval_matches_scipy(confidence: float) -> None:
    for x, n in [(1, 4), (7, 82), (50, 100), (999, 1000), (3, 5)]:
        expected = stats.binomtest(x, n).proportion_ci(confidence, method="wilson")
        assert_allclose(wilson_interval(x, n, confidence=confidence), (expected.low, expected.high), rtol=1e-10)


@given(counts_of())
def test_wilson_interval_holds_the_proportion_and_stays_within_0_and_1(pair: tuple[int, int]) -> None:
    x, n = pair
    lower, upper = wilson_interval(x, n)
    assert 0 <= lower <= x / n <= upper <= 1


@given(counts_of())
def test_wilson_interval_of_the_others_is_its_mirror_image(pair: tuple[int, int]) -> None:
    x, n = pair
    lower, upper = wilson_interval(x, n)
    other_lower, other_upper = wilson_interval(n - x, n)
    assert_allclose([1 - upper, 1 - lower], [other_lower, other_upper], atol=1e-12)


@given(counts_of(), st.integers(2, 50))
def test_wilson_interval_narrows_as_the_same_proportion_rests_on_more_people(pair: tuple[int, int], k: int) -> None:
    x, n = pair
    lower, upper = wilson_interval([x, x * k], [n, n * k])
    assert upper[1] - lower[1] < upper[0] - lower[0]


@given(counts_of())
def test_the_99_8_interval_holds_the_95_interval(pair: tuple[int, int]) -> None:
    x, n = pair
    for inner, outer in (
        (wilson_interval(x, n), wilson_interval(x, n, confidence=CONFIDENCE_998)),
        (exact_interval(x), exact_interval(x, confidence=CONFIDENCE_998)),
    ):
        assert outer.lower <= inner.lower <= inner.upper <= outer.upper


@pytest.mark.parametrize(("x", "n"), [(-1, 10), (11, 10), (0, 0), (None, 10), (3, None), (3, -10)])
def test_wilson_interval_of_impossible_or_missing_counts_is_missing(x: float | None, n: float | None) -> None:
    assert np.isnan(wilson_interval([x], [n])).all()


def test_exact_interval_matches_the_published_table_of_poisson_limits() -> None:
    table = {
        0: (0.000, 3.689), 1: (0.025, 5.572), 2: (0.242, 7.225), 3: (0.619, 8.767), 4: (1.090, 10.242),
        5: (1.623, 11.668), 6: (2.202, 13.060), 7: (2.814, 14.423), 8: (3.454, 15.763), 9: (4.115, 17.085),
        10: (4.795, 18.390), 20: (12.217, 30.888), 50: (37.111, 65.919), 100: (81.364, 121.627),
    }  # fmt: skip
    lower, upper = exact_interval(list(table))
    assert_allclose(np.column_stack([lower, upper]), list(table.values()), atol=6e-4)


@LEVELS
def test_exact_interval_matches_the_chi_square_form(confidence: float) -> None:
    x, tail = np.arange(1, 60), (1 - confidence) / 2
    expected = stats.chi2.ppf(tail, 2 * x) / 2, stats.chi2.ppf(1 - tail, 2 * x + 2) / 2
    assert_allclose(np.array(exact_interval(x, confidence=confidence)), np.array(expected), rtol=1e-10)


@given(st.integers(1, 500))
def test_exact_limits_leave_two_and_a_half_percent_in_each_tail(x: int) -> None:
    lower, upper = exact_interval(x)
    assert stats.poisson.sf(x - 1, lower) == pytest.approx(0.025)
    assert stats.poisson.cdf(x, upper) == pytest.approx(0.025)


def test_byar_stays_within_one_fifth_of_a_percent_of_exact_from_10_events() -> None:
    x = np.arange(10, 2000)
    assert_allclose(byar_interval(x).upper, exact_interval(x).upper, rtol=0.002)
    assert_allclose(byar_interval(x).lower, exact_interval(x).lower, rtol=0.002)


def test_byar_lower_limit_never_falls_below_0() -> None:
    assert (byar_interval([0.01, 0.1, 1, 2], confidence=CONFIDENCE_998).lower >= 0).all()


def test_counts_below_10_are_exact_and_from_10_byar() -> None:
    lower, upper = poisson_interval([9, 10])
    assert lower[0] == exact_interval(9).lower
    assert upper[1] == byar_interval(10).upper
    expected = [CiMethod.EXACT, CiMethod.EXACT, CiMethod.BYAR, CiMethod.NONE, CiMethod.NONE]
    assert poisson_method([0, 9, 10, None, -1]).tolist() == expected


@given(st.integers(0, 100_000), st.integers(1, 10_000_000))
def test_rate_interval_holds_the_rate_and_a_zero_count_still_has_an_upper_limit(x: int, n: int) -> None:
    lower, upper = rate_interval(x, n, multiplier=1000)
    assert lower <= x / n * 1000 <= upper
    assert upper > 0


def test_rate_interval_of_a_missing_or_empty_population_is_missing() -> None:
    assert np.isnan(rate_interval([5, 5, None, -1], [0, None, 10, 10], multiplier=1000)).all()


def test_rate_interval_works_row_by_row() -> None:
    lower, _ = rate_interval([5, 50], [1000, 2000], multiplier=1000)
    assert_allclose(lower, [1.623, 37.110 / 2], rtol=1e-3)


@LEVELS
def test_mean_interval_matches_scipy(confidence: float) -> None:
    sample = [4.1, 5.0, 6.3, 2.2, 5.9, 7.7, 6.1]
    expected = stats.t.interval(confidence, len(sample) - 1, np.mean(sample), stats.sem(sample))
    found = mean_interval(np.mean(sample), np.std(sample, ddof=1), len(sample), confidence=confidence)
    assert_allclose(found, expected)


def test_mean_of_a_single_observation_has_no_interval() -> None:
    assert np.isnan(mean_interval([5.0, 5.0, None], [1.0, -1.0, 1.0], [1, 9, 9])).all()


def test_intervals_leave_their_input_alone() -> None:
    counts = np.array([1.0, np.nan, -3.0])
    wilson_interval(counts, [10, 10, 10])
    rate_interval(counts, [10, 10, 10], multiplier=1)
    assert_allclose(counts, [1.0, np.nan, -3.0])
