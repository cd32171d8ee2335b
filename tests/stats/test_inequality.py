"""Slope and relative indices against weighted regression, on exact gradients, and by their refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from numpy.typing import NDArray

from shcares.domain.vocabulary import Polarity
from shcares.stats.gaps import Gap, GapChange, WorseOff, gap, gap_change
from shcares.stats.inequality import Kind, attributable_to_deprivation, slope_and_relative_index
from shcares.stats.levels import FloatArray
from shcares.stats.results import Result

# The two areas of the example in the PHEindicatormethods documentation: life expectancy by deprivation decile.
PEOPLE = np.array([21675, 20065, 19750, 24713, 20112, 19618, 22408, 19752, 18939, 19312])
YEARS = np.array([70.5, 71.6, 72.5, 73.5, 73.1, 76.2, 78.7, 80.6, 80.9, 80.0])
ERROR = np.array([0.23, 0.26, 0.3, 0.16, 0.79, 0.78, 0.4, 0.28, 0.23, 0.35])
LOWER, UPPER = YEARS - 1.959964 * ERROR, YEARS + 1.959964 * ERROR
EVEN = [1000] * 5

deciles = st.lists(st.tuples(st.floats(50, 90), st.integers(500, 50_000)), min_size=10, max_size=10)


def relative_ranks(people: NDArray[np.int_]) -> FloatArray:
    share = people / people.sum()
    return np.asarray(np.cumsum(share) - share / 2)


def test_sii_of_a_value_is_the_slope_of_a_regression_weighted_by_population() -> None:
    slope, start = np.polyfit(relative_ranks(PEOPLE), YEARS, 1, w=np.sqrt(PEOPLE))
    found = slope_and_relative_index(YEARS, PEOPLE, LOWER, UPPER, kind=Kind.VALUE)
    assert found.sii.value == pytest.approx(slope)
    assert found.rii.value == pytest.approx((start + slope) / start)


def test_sii_of_a_rate_and_of_a_proportion_are_fitted_on_their_own_scale() -> None:
    rates = np.array([900.0, 700, 650, 500, 480])
    slope, start = np.polyfit(relative_ranks(np.array(EVEN)), np.log(rates), 1)
    found = slope_and_relative_index(rates, EVEN, kind=Kind.RATE)
    assert found.sii.value == pytest.approx(np.exp(start + slope) - np.exp(start))
    assert found.rii.value == pytest.approx(np.exp(slope))
    share = np.array([0.3, 0.28, 0.2, 0.19, 0.12])
    slope, start = np.polyfit(relative_ranks(np.array(EVEN)), np.log(share / (1 - share)), 1)
    ends = 1 / (1 + np.exp(-np.array([start, start + slope])))
    percent = slope_and_relative_index(share * 100, EVEN, kind=Kind.PROPORTION, multiplier=100)
    assert percent.sii.value == pytest.approx((ends[1] - ends[0]) * 100)
    assert percent.rii.value == pytest.approx(ends[1] / ends[0])


def test_simulated_interval_of_a_value_matches_the_exact_variance_of_a_linear_slope() -> None:
    share, rank = PEOPLE / PEOPLE.sum(), relative_ranks(PEOPLE)
    leverage = share * (rank - (share * rank).sum())
    exact = np.sqrt((leverage**2 * ERROR**2).sum()) / (share * (rank - (share * rank).sum()) ** 2).sum()
    found = slope_and_relative_index(YEARS, PEOPLE, LOWER, UPPER, kind=Kind.VALUE).sii
    assert found.value is not None and found.lower is not None and found.upper is not None
    assert_allclose([found.value - found.lower, found.upper - found.value], 1.959964 * exact, rtol=0.02)


def test_the_same_figures_always_give_the_same_interval() -> None:
    first, second = (slope_and_relative_index(YEARS, PEOPLE, LOWER, UPPER, kind=Kind.VALUE) for _ in range(2))
    assert first == second
    other = slope_and_relative_index(YEARS, PEOPLE, LOWER, UPPER, kind=Kind.VALUE, seed=1)
    assert other.sii.lower == pytest.approx(first.sii.lower, rel=0.01)


@given(deciles)
def test_sii_flips_its_sign_and_rii_inverts_when_the_quantiles_are_turned_round(pairs: list[tuple[float, int]]) -> None:
    v, n = np.array(pairs).T
    there = slope_and_relative_index(v, n, kind=Kind.RATE)
    back = slope_and_relative_index(v[::-1], n[::-1], kind=Kind.RATE)
    assert there.sii.value is not None and back.sii.value is not None
    assert there.rii.value is not None and back.rii.value is not None
    assert there.sii.value == pytest.approx(-back.sii.value, abs=1e-9)
    assert there.rii.value == pytest.approx(1 / back.rii.value)


@given(deciles)
def test_equal_values_have_no_gap_whatever_the_populations(pairs: list[tuple[float, int]]) -> None:
    n = [people for _, people in pairs]
    found = slope_and_relative_index([7.0] * 10, n, kind=Kind.VALUE)
    assert found.sii.value == pytest.approx(0, abs=1e-9)
    assert found.rii.value == pytest.approx(1)


@given(st.floats(10, 90), st.floats(-5, 5), st.lists(st.integers(500, 50_000), min_size=5, max_size=12))
def test_an_exact_gradient_is_found_whatever_the_populations(start: float, slope: float, n: list[int]) -> None:
    line = start + slope * relative_ranks(np.array(n))
    found = slope_and_relative_index(line, n, kind=Kind.VALUE)
    assert found.sii.value == pytest.approx(slope, abs=1e-8)


def test_indices_say_why_they_cannot_be_computed() -> None:
    five = [1.0, 2.0, 3.0, 4.0, 5.0]
    cases = [
        (slope_and_relative_index(five[:4], EVEN[:4], kind=Kind.VALUE), "5 to 100 quantiles are needed; there are 4"),
        (
            slope_and_relative_index([1.0] * 101, [9] * 101, kind=Kind.VALUE),
            "5 to 100 quantiles are needed; there are 101",
        ),
        (slope_and_relative_index([None, *five[1:]], EVEN, kind=Kind.VALUE), "a quantile is missing"),
        (slope_and_relative_index(five, EVEN[:4], kind=Kind.VALUE), "a quantile is missing"),
        (slope_and_relative_index(five, EVEN, five[:4], five[:4], kind=Kind.VALUE), "a quantile is missing"),
        (slope_and_relative_index(five, [0, *EVEN[1:]], kind=Kind.VALUE), "a quantile has no population"),
        (slope_and_relative_index([0, *five[1:]], EVEN, kind=Kind.RATE), "a rate is not between 0 and inf"),
        (slope_and_relative_index(five, EVEN, kind=Kind.PROPORTION), "a proportion is not between 0 and 1"),
        (
            slope_and_relative_index(five, EVEN, five, kind=Kind.VALUE),
            "a confidence limit is missing or not between -inf and inf",
        ),
        (
            slope_and_relative_index(five, EVEN, [0, *five[1:]], five, kind=Kind.RATE),
            "a confidence limit is missing or not between 0 and inf",
        ),
        (
            slope_and_relative_index(five, EVEN, [2.0, *five[1:]], five, kind=Kind.VALUE),
            "a quantile lies outside its own confidence interval",
        ),
    ]
    for found, reason in cases:
        assert found.sii == found.rii == Result.refused(reason)


def test_a_line_that_starts_at_or_below_0_has_a_slope_but_no_ratio() -> None:
    found = slope_and_relative_index([-1.0, 0, 1, 2, 3], EVEN, kind=Kind.VALUE)
    assert found.sii.value == pytest.approx(5)
    assert found.rii.reason == "the fitted value at the most deprived end is not above 0"


def test_attributable_share_is_how_far_the_overall_rate_lies_above_the_least_deprived() -> None:
    rates, n = np.array([90.0, 70, 60, 50, 40]), np.array([100, 200, 300, 200, 100])
    overall = (rates * n).sum() / n.sum()
    found = attributable_to_deprivation(rates, n, rates * 0.9, rates * 1.1)
    assert found.value == pytest.approx((overall - 40) / overall * 100)
    assert found.lower is not None and found.upper is not None and found.value is not None
    assert found.lower < found.value < found.upper


def test_attributable_share_is_0_without_a_gradient_and_needs_a_rate() -> None:
    assert attributable_to_deprivation([5.0] * 5, EVEN).value == pytest.approx(0)
    refused = attributable_to_deprivation([5.0] * 5, EVEN, kind=Kind.VALUE)
    assert refused.reason == "a share needs a rate or a proportion"
    assert attributable_to_deprivation([5.0] * 5, [0, *EVEN[1:]]).reason == "a quantile has no population"


def test_the_gap_is_positive_and_names_the_worse_off_end() -> None:
    table = """
    slope polarity     size worse_off
    8     high_is_good 8    most_deprived
    -8    high_is_good 8    least_deprived
    8     low_is_good  8    least_deprived
    -8    low_is_good  8    most_deprived
    0     low_is_good  0    neither
    8     neutral      8    neither
    """
    for line in table.strip().splitlines()[1:]:
        slope, polarity, size, worse_off = line.split()
        assert gap(Result.of(float(slope)), Polarity(polarity)) == Gap(float(size), WorseOff(worse_off))
    assert gap(Result.refused("no data"), Polarity.LOW_IS_GOOD) is None


def test_a_gap_changes_only_when_the_intervals_separate() -> None:
    table = """
    earlier    later      change
    8 7 9      12 10 14   widened
    12 10 14   8 7 9      narrowed
    -8 -9 -7   -12 -14 -10 widened
    -12 -14 -10 -8 -9 -7  narrowed
    8 7 9      9 8.5 9.5  no_clear_change
    8 7 9      -8 -9 -7   reversed
    8 7 9      -1 -2 1    narrowed
    """
    for line in table.strip().splitlines()[1:]:
        *numbers, change = line.split()
        first, second = np.array(numbers, dtype=float).reshape(2, 3)
        assert gap_change(Result.of(*first), Result.of(*second)) is GapChange(change)
    assert gap_change(Result.of(8), Result.of(9)) is GapChange.NOT_COMPARED
    assert gap_change(Result.refused("no data"), Result.of(9, 8, 10)) is GapChange.NOT_COMPARED


def test_a_result_is_never_a_number_that_is_not_finite() -> None:
    with pytest.raises(ValueError, match="give a reason"):
        Result.of(float("nan"))
