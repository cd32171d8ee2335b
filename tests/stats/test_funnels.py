"""Funnel limits against published tables, and their agreement with the interval rule."""

from math import comb

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import stats

from shcares.stats.comparison import side_of
from shcares.stats.funnels import more_outside_than_chance, proportion_funnel, rate_funnel
from shcares.stats.intervals import exact_interval, wilson_interval

# Limits in the test figures of PHEindicatormethods, baseline 80.642448 %.
PROPORTIONS = """
n      lower95    upper95    lower998   upper998
1      3.204264   100        0          100
10     56.154344  100        42.03259   100
102    72.974925  88.309971  68.553233  92.731663
1008   78.203374  83.081521  76.796814  84.488082
110000 80.408963  80.875933  80.274317  81.010578
"""

# The same for rates, baseline 116.1720835 per 100,000 over three years: events, a year's population, limit.
RATES = """
confidence side  events population  limit
0.95       lower 2      2072.984403 32.15975314
0.95       lower 10     5276.757672 63.17010446
0.95       lower 104    36157.10817 95.87787415
0.95       upper 2      69.49732367 959.2695538
0.95       upper 10     1375.943768 242.2579623
0.95       upper 104    24382.08903 142.1808715
0.998      lower 10     6924.776769 48.13632908
0.998      lower 104    40036.31685 86.58805154
0.998      upper 10     849.4639547 392.4043292
0.998      upper 104    21608.75072 160.4288333
"""


def test_proportion_funnel_matches_published_limits() -> None:
    n, *expected = np.array([line.split() for line in PROPORTIONS.strip().splitlines()[1:]], dtype=float).T
    found = [*proportion_funnel(80.642448, n), *proportion_funnel(80.642448, n, confidence=0.998)]
    assert_allclose(found, expected, atol=2e-4)


def test_rate_funnel_matches_published_limits() -> None:
    for line in RATES.strip().splitlines()[1:]:
        confidence, side, _, population, limit = line.split()
        limits = rate_funnel(116.1720835, float(population) * 3, confidence=float(confidence))
        assert_allclose(limits.lower if side == "lower" else limits.upper, float(limit), rtol=2e-6)


@given(st.integers(0, 400), st.integers(1, 400), st.floats(0.001, 0.999))
def test_a_point_outside_the_proportion_funnel_is_one_whose_interval_misses_the_benchmark(
    x: int, n: int, benchmark: float
) -> None:
    x = min(x, n)
    assume(abs(x / n - benchmark) > 1e-9)
    funnel = proportion_funnel(benchmark, n, multiplier=1)
    outside = float(x / n > funnel.upper) - float(x / n < funnel.lower)
    assert outside == side_of(x / n, *wilson_interval(x, n), benchmark)


@given(st.integers(0, 300), st.floats(0.05, 400))
def test_a_point_outside_the_rate_funnel_is_one_whose_exact_interval_misses_the_benchmark(
    x: int, expected: float
) -> None:
    own = exact_interval(x)
    assume(np.abs(np.array(own) - expected).min() > 1e-6)
    funnel = rate_funnel(expected, 1.0, multiplier=1)
    assert float(x > funnel.upper) - float(x < funnel.lower) == side_of(x, *own, expected)


@given(st.floats(0.01, 5000), st.sampled_from([0.95, 0.998]))
def test_counts_within_the_rate_funnel_leave_the_tails_outside(expected: float, confidence: float) -> None:
    funnel = rate_funnel(expected, 1.0, multiplier=1, confidence=confidence)
    tail = (1 - confidence) / 2
    assert stats.poisson.sf(np.floor(funnel.upper), expected) <= tail + 1e-9
    assert stats.poisson.cdf(np.ceil(funnel.lower) - 1, expected) <= tail + 1e-9


def test_the_funnel_narrows_towards_the_benchmark_as_areas_grow() -> None:
    n = np.array([50, 500, 5_000, 50_000])
    for limits in (proportion_funnel(30, n), rate_funnel(500, n)):
        assert (np.diff(limits.lower) >= 0).all()
        assert (np.diff(limits.upper) < 0).all()


def test_funnel_limits_without_a_benchmark_or_people_are_missing() -> None:
    for funnel in (proportion_funnel, rate_funnel):
        assert np.isnan(funnel([None, 20.0, 20.0, -1.0], [10, 0, None, 10])).all()
    assert np.isnan(proportion_funnel(101, 10)).all()


@pytest.mark.parametrize(("outside", "more"), [(0, False), (2, False), (4, False), (5, True), (24, True)])
def test_more_outside_than_chance_is_the_binomial_tail(outside: int, more: bool) -> None:
    # P(X ≥ 4) = 0.082 and P(X ≥ 5) = 0.023 for X ~ Binomial(33, 0.05), worked out with Python's own comb.
    assert more_outside_than_chance(outside, 33) is more
    tail = sum(comb(33, k) * 0.05**k * 0.95 ** (33 - k) for k in range(outside, 34))
    assert more is (tail < 0.05)


def test_more_points_outside_than_there_are_is_refused() -> None:
    with pytest.raises(ValueError, match="34 of 33 points"):
        more_outside_than_chance(34, 33)
