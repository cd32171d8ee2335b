"""Control limits around a benchmark against figures Fingertips published and the formulas' other forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import stats

from shcares.domain.vocabulary import Judgement, Polarity, Statistic
from shcares.stats.spc import control_limits, spc_judge, spc_judgements, why_not_controlled

PUBLISHED_2010 = """
area | count | denominator | benchmark          | at 95 % | at 99.8 %
5PP  | 457   | 5930        | 8.9611086876279327 | better  | better
5PN  | 225   | 2273        | 8.9611086876279327 | similar | similar
5PR  | 246   | 1972        | 8.9611086876279327 | worse   | worse
5PY  | 147   | 1339        | 12.8379546895717   | better  | similar
5GC  | 143   | 899         | 12.8379546895717   | worse   | similar
"""


@pytest.mark.parametrize("line", PUBLISHED_2010.strip().splitlines()[1:])
def test_spc_judge_agrees_with_fingertips_for_primary_care_trusts_in_2010(line: str) -> None:
    _, count, denominator, benchmark, at_95, at_998 = (cell.strip() for cell in line.split("|"))
    for confidence, expected in ((0.95, at_95), (0.998, at_998)):
        found = spc_judge(
            float(count),
            float(denominator),
            float(benchmark),
            statistic=Statistic.PROPORTION,
            multiplier=100,
            polarity=Polarity.LOW_IS_GOOD,
            confidence=confidence,
        )
        assert found == expected


def test_proportion_limits_are_wilson_limits_around_the_benchmark() -> None:
    limits = control_limits(20, [50, 5000], statistic=Statistic.PROPORTION, multiplier=100)
    expected = [stats.binomtest(x, n).proportion_ci(method="wilson") for x, n in [(10, 50), (1000, 5000)]]
    assert_allclose(limits.lower, [limit.low * 100 for limit in expected])
    assert_allclose(limits.upper, [limit.high * 100 for limit in expected])


def test_rate_limits_are_exact_poisson_limits_on_the_expected_count() -> None:
    limits = control_limits(500, [1000, 2000], statistic=Statistic.CRUDE_RATE, multiplier=100_000)
    assert_allclose(limits.lower, [1.623 / 1000 * 1e5, 4.795 / 2000 * 1e5], rtol=4e-4)
    assert_allclose(limits.upper, [11.668 / 1000 * 1e5, 18.390 / 2000 * 1e5], rtol=4e-4)


@given(st.floats(0.5, 99.5), st.integers(1, 1_000_000))
def test_an_area_on_the_benchmark_is_similar(benchmark: float, n: int) -> None:
    for statistic in (Statistic.PROPORTION, Statistic.CRUDE_RATE):
        judged = spc_judge(
            benchmark / 100 * n, n, benchmark, statistic=statistic, multiplier=100, polarity=Polarity.HIGH_IS_GOOD
        )
        assert judged is Judgement.SIMILAR


def test_missing_or_impossible_figures_are_not_compared_and_the_reason_names_the_side() -> None:
    judged = spc_judgements(
        [None, 5, 5, 5],
        [10, 0, None, 10],
        [10, 10, 10, None],
        statistic=Statistic.PROPORTION,
        multiplier=100,
        polarity=Polarity.NEUTRAL,
    )
    assert judged.tolist() == [Judgement.NOT_COMPARED] * 4
    assert why_not_controlled(None, 10, 10) == "there is no count for this area"
    assert why_not_controlled(5, 0, 10) == "there is no denominator for this area"
    assert why_not_controlled(5, 10, None) == "there is no value for the comparator"
    assert why_not_controlled(0, 10, 10) is None


def test_control_limits_of_a_mean_are_an_error() -> None:
    with pytest.raises(ValueError, match="found mean"):
        control_limits(5, 10, statistic=Statistic.MEAN, multiplier=1)
