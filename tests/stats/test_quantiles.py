"""Quantiles by the published formula, with ties, missing values and whole-number arithmetic."""

from fractions import Fraction
from math import ceil, floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from shcares.stats.quantiles import FirstQuantile, quantiles, weighted_mean

LOWEST, HIGHEST = FirstQuantile.LOWEST, FirstQuantile.HIGHEST
several = st.lists(st.integers(0, 40), min_size=10, max_size=120)


@given(several, st.integers(2, 10))
def test_quantiles_follow_the_formula_in_exact_fractions(values: list[int], k: int) -> None:
    n = len(values)
    expected = []
    for value in values:
        rank = 1 + sum(other < value for other in values)
        expected.append(floor((k + 1) - ceil(Fraction(n + 1 - rank) / Fraction(n, k))) or 1)
    assert_array_equal(quantiles(values, k, first=LOWEST), expected)


def test_ten_areas_fall_into_five_pairs() -> None:
    assert_array_equal(quantiles(range(10), 5, first=LOWEST), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])


def test_quantile_1_holds_the_highest_score_when_asked() -> None:
    assert_array_equal(quantiles([10, 50, 30, 20, 40], 5, first=HIGHEST), [5, 1, 3, 4, 2])


def test_tied_areas_share_the_quantile_of_their_best_rank() -> None:
    assert_array_equal(quantiles([1, 2, 2, 2, 3, 4], 3, first=LOWEST), [1, 1, 1, 1, 3, 3])


@given(several, st.integers(2, 10))
def test_equal_values_never_part_and_order_is_kept(values: list[int], k: int) -> None:
    found = dict(zip(values, quantiles(values, k, first=LOWEST), strict=True))
    in_order = [found[value] for value in sorted(found)]
    assert in_order == sorted(in_order)
    assert 1 <= min(in_order) <= max(in_order) <= k


def test_missing_values_have_no_quantile_and_do_not_count() -> None:
    found = quantiles([1, None, 2, 3, 4, None, 5], 5, first=LOWEST)
    assert_array_equal(found, [1, np.nan, 2, 3, 4, np.nan, 5])


def test_fewer_areas_than_quantiles_have_none() -> None:
    assert np.isnan(quantiles([1, 2, None], 3, first=LOWEST)).all()


def test_one_quantile_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        quantiles([1, 2], 1, first=LOWEST)


def test_a_larger_area_takes_the_population_weighted_mean_score() -> None:
    assert weighted_mean([10.0, 40.0], [3000, 1000]) == pytest.approx(17.5)


@pytest.mark.parametrize(
    ("scores", "people"), [([10.0, None], [1, 1]), ([10.0, 5.0], [1, -1]), ([10.0], [0]), ([], [])]
)
def test_a_partial_mean_is_not_given(scores: list[float | None], people: list[int]) -> None:
    assert weighted_mean(scores, people) is None
