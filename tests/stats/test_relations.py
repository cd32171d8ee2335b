"""Correlations and fitted lines against scipy, published examples and sums by hand; by their laws and refusals."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy import stats

from shcares.stats.levels import FloatArray
from shcares.stats.relations import Line, correlation, direction, fitted_line, rank_correlation
from shcares.stats.results import Result

# Worked by hand. Means 3 and 3; sums of squares 10 and 10, of products 8: r = slope = 0.8, intercept 0.6. RSS = 10 −
# 0.8·8 = 3.6 on 3 degrees of freedom, s² = 1.2; t(3) = 3.182446.
X, Y = [1.0, 2, 3, 4, 5], [2.0, 1, 4, 3, 5]
T_3 = 3.182446
Z = 1.959964

pairs = st.lists(st.tuples(st.integers(-1000, 1000), st.integers(-1000, 1000)), min_size=5, max_size=40)
varied = pairs.filter(lambda rows: all(len(set(side)) > 1 for side in zip(*rows, strict=True)))
shifts, factors = st.integers(-5000, 5000), st.floats(0.01, 100)


def limits(found: Result) -> list[float]:
    assert found.value is not None and found.lower is not None and found.upper is not None, found.reason
    return [found.lower, found.value, found.upper]


def columns(rows: list[tuple[int, int]]) -> tuple[FloatArray, FloatArray]:
    x, y = np.array(rows, dtype=float).T
    return x, y


def test_five_pairs_worked_by_hand() -> None:
    middle = np.arctanh(0.8)
    reach = np.array([-1, 0, 1]) * Z
    assert limits(correlation(X, Y)) == pytest.approx(list(np.tanh(middle + reach * np.sqrt(1 / 2))), abs=1e-6)
    assert limits(rank_correlation(X, Y)) == pytest.approx(list(np.tanh(middle + reach * np.sqrt(1.32 / 2))), abs=1e-6)
    line = fitted_line(X, Y)
    step = T_3 * np.sqrt(1.2 / 10)
    assert limits(line.slope) == pytest.approx([0.8 - step, 0.8, 0.8 + step], abs=1e-6)
    assert line.intercept == pytest.approx(0.6)
    assert line.pairs == 5
    assert_allclose(line.at([0, 3, 5]), [0.6, 3.0, 4.6])


def test_the_band_worked_by_hand_is_narrowest_at_the_mean() -> None:
    low, high = fitted_line(X, Y).band([1, 3, 5])
    reach = T_3 * np.sqrt(1.2 * np.array([0.6, 0.2, 0.6]))
    assert_allclose(high, np.array([1.4, 3.0, 4.6]) + reach, atol=1e-6)
    assert_allclose(low, np.array([1.4, 3.0, 4.6]) - reach, atol=1e-6)


@pytest.mark.parametrize(
    ("y", "r"),
    [
        ([8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68], 0.81642),
        ([9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74], 0.81624),
        ([7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73], 0.81629),
    ],
)
def test_anscombe_s_sets_have_the_line_he_prints(y: list[float], r: float) -> None:
    """Anscombe, Am Stat 1973;27:17–21: y = 3.00 + 0.500 x, standard error of the slope 0.118, for every set."""
    x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    assert correlation(x, y).value == pytest.approx(r, abs=5e-6)
    line = fitted_line(x, y)
    low, slope, high = limits(line.slope)
    assert slope == pytest.approx(0.5, abs=5e-4)
    assert line.intercept == pytest.approx(3, abs=5e-3)
    assert (high - low) / 2 / stats.t.ppf(0.975, 9) == pytest.approx(0.118, abs=5e-4)


def test_the_rank_interval_is_the_one_bonett_prints() -> None:
    """The example of `ci.spear` in his R package statpsych: 0.8699639, 0.5840951 to 0.9638297."""
    y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19]
    x = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51]
    assert limits(rank_correlation(x, y)) == pytest.approx([0.5840951, 0.8699639, 0.9638297], abs=5e-8)


@given(varied)
def test_scipy_finds_the_same(rows: list[tuple[int, int]]) -> None:
    x, y = columns(rows)
    pearson = stats.pearsonr(x, y)
    if abs(pearson.statistic) < 1 - 1e-9:
        theirs = pearson.confidence_interval(0.95)
        assert limits(correlation(x, y)) == pytest.approx([theirs.low, pearson.statistic, theirs.high], abs=1e-7)
    assert rank_correlation(x, y).value == pytest.approx(stats.spearmanr(x, y).statistic, abs=1e-9)
    line, regression = fitted_line(x, y), stats.linregress(x, y)
    reach = stats.t.ppf(0.975, len(x) - 2) * regression.stderr
    expected = [regression.slope - reach, regression.slope, regression.slope + reach]
    assert limits(line.slope) == pytest.approx(expected, rel=1e-6, abs=1e-4)
    assert line.intercept == pytest.approx(regression.intercept, abs=1e-6)


@given(varied)
def test_the_band_at_0_is_the_interval_of_the_intercept(rows: list[tuple[int, int]]) -> None:
    x, y = columns(rows)
    regression = stats.linregress(x, y)
    reach = stats.t.ppf(0.975, len(x) - 2) * regression.intercept_stderr
    low, high = fitted_line(x, y).band(0)
    assert high - low == pytest.approx(2 * reach, rel=1e-6, abs=1e-3)


@given(varied, shifts, shifts, factors, factors)
def test_neither_a_constant_nor_a_unit_changes_a_correlation(
    rows: list[tuple[int, int]], a: int, b: int, c: float, d: float
) -> None:
    x, y = columns(rows)
    for measure in (correlation, rank_correlation):
        moved = limits(measure(a + c * x, b + d * y))
        assert moved == pytest.approx(limits(measure(x, y)), abs=1e-6)


@given(varied, shifts, factors)
def test_the_line_moves_with_its_figures(rows: list[tuple[int, int]], a: int, c: float) -> None:
    x, y = columns(rows)
    plain, raised, wider = fitted_line(x, y), fitted_line(x, a + y), fitted_line(c * x, y)
    assert limits(raised.slope) == pytest.approx(limits(plain.slope), rel=1e-6, abs=1e-4)
    assert_allclose(raised.at(x), a + plain.at(x), atol=1e-6)
    assert_allclose(np.array(limits(wider.slope)) * c, limits(plain.slope), rtol=1e-6, atol=1e-4)
    assert_allclose(wider.band(c * x), plain.band(x), rtol=1e-6, atol=1e-2)


@given(varied)
def test_turning_one_figure_round_turns_the_sign(rows: list[tuple[int, int]]) -> None:
    x, y = columns(rows)
    for measure in (correlation, rank_correlation):
        assert limits(measure(x, -y)) == pytest.approx([-part for part in reversed(limits(measure(x, y)))])
        assert limits(measure(y, x)) == pytest.approx(limits(measure(x, y)))


@given(varied, st.randoms(use_true_random=False))
def test_the_order_of_the_areas_does_not_matter(rows: list[tuple[int, int]], chance: Random) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    for measure in (correlation, rank_correlation):
        assert limits(measure(*columns(shuffled))) == pytest.approx(limits(measure(*columns(rows))), abs=1e-7)
    first, second = (fitted_line(*columns(order)) for order in (rows, shuffled))
    assert limits(first.slope) == pytest.approx(limits(second.slope), rel=1e-6, abs=1e-4)


@given(varied)
def test_any_rising_scale_leaves_ranks_alone(rows: list[tuple[int, int]]) -> None:
    x, y = columns(rows)
    assert limits(rank_correlation(x**3, np.exp(y / 100))) == pytest.approx(limits(rank_correlation(x, y)))


@given(varied, st.integers(0, 4))
def test_a_pair_with_a_missing_half_is_as_good_as_absent(rows: list[tuple[int, int]], at: int) -> None:
    x, y = (list(side) for side in columns(rows))
    for found, expected in (
        (correlation([*x[:at], None, *x[at:], 7.0], [*y[:at], 9.0, *y[at:], np.nan]), correlation(x, y)),
        (fitted_line([*x[:at], np.inf, *x[at:]], [*y[:at], 9.0, *y[at:]]), fitted_line(x, y)),
    ):
        assert found == expected


def test_pairs_on_one_line_have_limits_without_width() -> None:
    assert limits(correlation(X, np.array(X) * -3 + 1)) == pytest.approx([-1, -1, -1])
    assert limits(rank_correlation(X, np.exp(X))) == pytest.approx([1, 1, 1])
    line = fitted_line(X, np.array(X) * -3 + 1)
    assert limits(line.slope) == pytest.approx([-3, -3, -3])
    assert_allclose(line.band([0, 9]), [[1, -26], [1, -26]], atol=1e-9)


@pytest.mark.parametrize(
    ("x", "y", "reason"),
    [
        (X[:4], Y[:4], "5 pairs are needed; there are 4"),
        ([*X[:4], None], Y, "5 pairs are needed; there are 4"),
        ([1.0], [2.0], "5 pairs are needed; there is 1"),
        ([], [], "5 pairs are needed; there are 0"),
        ([7.0] * 5, Y, "the first figure is the same everywhere"),
        (X, [0.0] * 5, "the second figure is the same everywhere"),
        ([*X, None], [*[4.0] * 5, 9.0], "the second figure is the same everywhere"),
        ([0.3, 0.1 + 0.2, 0.3, 0.3, 0.3], Y, "the first figure is the same everywhere"),
    ],
)
def test_what_cannot_be_related_says_why(x: list[float | None], y: list[float | None], reason: str) -> None:
    line = fitted_line(x, y)
    assert correlation(x, y) == rank_correlation(x, y) == line.slope == Result.refused(reason)
    assert line.intercept is None
    for drawn in (line.at([1, 2]), *line.band([1, 2])):
        assert_array_equal(drawn, [np.nan, np.nan])


@pytest.mark.parametrize("call", [correlation, rank_correlation, fitted_line])
def test_columns_of_two_lengths_are_an_error(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match="expected two columns of one length"):
        call(X, Y[:4])


def test_a_direction_is_named_only_where_the_interval_excludes_0() -> None:
    found = [Result.of(0.5, 0.1, 0.8), Result.of(-0.5, -0.8, -0.1), Result.of(0.5, -0.1, 0.8), Result.of(0.5, 0, 0.8)]
    assert [direction(one) for one in found] == [1, -1, 0, 0]
    assert direction(Result.of(0.5)) == direction(Result.refused("no data")) == 0


def test_nothing_given_is_written_to_and_a_refused_line_counts_its_pairs() -> None:
    x, y = np.array([*X, np.nan]), np.array([*Y, 3.0])
    correlation(x, y), rank_correlation(x, y), fitted_line(x, y)
    assert_array_equal(x, [*X, np.nan])
    assert_array_equal(y, [*Y, 3.0])
    assert Line.refused("no data", 3).pairs == 3
