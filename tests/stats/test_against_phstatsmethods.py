"""The same figures through PHStatsMethods, the government's own Python package; skipped where it is not installed.

It is an oracle for tests only (GPL-3) and never imported by the package. Not adopted: its public `byars` returns a
5 % interval, and it raises an error for a rate of no events.
"""

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from shcares.stats.comparison import side_of
from shcares.stats.funnels import proportion_funnel, rate_funnel
from shcares.stats.intervals import exact_interval, mean_interval, rate_interval, wilson_interval
from shcares.stats.quantiles import FirstQuantile, quantiles
from shcares.stats.standardisation import direct_rates

oracle = pytest.importorskip("PHStatsMethods")

RANDOM = np.random.default_rng(20)
FRAME = pd.DataFrame({"count": RANDOM.integers(1, 400, 60), "people": RANDOM.integers(400, 20_000, 60)})
BANDS = [*(f"{age}-{age + 4}" for age in range(0, 90, 5)), "90+"]
LIMITS = ["lower_95_ci", "upper_95_ci", "lower_99_8_ci", "upper_99_8_ci"]


def test_proportions_agree() -> None:
    theirs = oracle.ph_proportion(FRAME, "count", "people", confidence=[0.95, 0.998])
    ours = [
        limit for level in (0.95, 0.998) for limit in wilson_interval(FRAME["count"], FRAME["people"], confidence=level)
    ]
    assert_allclose(np.array(ours).T, theirs[LIMITS].to_numpy())


def test_rates_agree() -> None:
    theirs = oracle.ph_rate(FRAME, "count", "people", confidence=[0.95, 0.998])
    ours = [
        limit
        for level in (0.95, 0.998)
        for limit in rate_interval(FRAME["count"], FRAME["people"], multiplier=100_000, confidence=level)
    ]
    assert_allclose(np.array(ours).T, theirs[LIMITS].to_numpy())


def test_means_agree() -> None:
    frame = pd.DataFrame({"group": np.repeat(["a", "b"], [9, 30]), "value": RANDOM.normal(50, 9, 39)})
    theirs = oracle.ph_mean(frame, "value", ["group"])
    values = frame.groupby("group")["value"]
    ours = mean_interval(values.mean(), values.std(), values.count())
    assert_allclose(ours.lower, theirs["lower_95_ci"])
    assert_allclose(ours.upper, theirs["upper_95_ci"])


def test_directly_standardised_rates_agree(capsys: pytest.CaptureFixture[str]) -> None:
    counts = RANDOM.integers(1, 90, (3, 19))
    people = RANDOM.integers(900, 9000, (3, 19))
    counts[2] = 0
    counts[2, 18] = 9
    frame = pd.DataFrame(
        {"area": np.repeat(["a", "b", "c"], 19), "age": BANDS * 3, "x": counts.ravel(), "n": people.ravel()}
    )
    theirs = oracle.ph_dsr(frame, "x", "n", "age", group_cols=["area"], confidence=[0.95, 0.998])
    capsys.readouterr()
    for level, columns in ((0.95, LIMITS[:2]), (0.998, LIMITS[2:])):
        ours = direct_rates(counts, people, confidence=level)
        assert_allclose(np.array(ours).T, theirs[["Value", *columns]].to_numpy())


@pytest.mark.parametrize("k", [3, 5, 7, 10])
@pytest.mark.parametrize("first", list(FirstQuantile))
def test_quantiles_agree(k: int, first: FirstQuantile) -> None:
    frame = pd.DataFrame({"score": RANDOM.integers(0, 60, 97)})
    theirs = oracle.ph_quantile(frame, "score", nquantiles=k, invert=first is FirstQuantile.HIGHEST)
    assert_array_equal(quantiles(frame["score"], k, first=first), theirs["quantile"])


def test_proportion_funnels_agree() -> None:
    theirs = oracle.calculate_funnel_limits(FRAME, "count", "proportion", 100, "people")
    for level, names in ((0.95, "2s"), (0.998, "3s")):
        ours = proportion_funnel(theirs["baseline"], theirs["Population"], confidence=level)
        assert_allclose(ours.lower, theirs[f"lower_{names}_limit"], atol=1e-9)
        assert_allclose(ours.upper, theirs[f"upper_{names}_limit"])


def test_rate_funnels_agree() -> None:
    frame = FRAME.assign(rate=FRAME["count"] / FRAME["people"] * 100_000)
    theirs = oracle.calculate_funnel_limits(
        frame, "count", "rate", 100_000, "people", rate="rate", rate_type="crude", years_of_data=1
    )
    for level, names in ((0.95, "2s"), (0.998, "3s")):
        for side in ("lower", "upper"):
            people = theirs[f"{side}_{names}_population_1_year"]
            ours = rate_funnel(theirs["baseline"], people, confidence=level)
            found = ours.lower if side == "lower" else ours.upper
            assert_allclose(found, theirs[f"{side}_{names}_limit"], rtol=2e-4)


def test_points_outside_the_funnel_agree() -> None:
    frame = FRAME.assign(count=(FRAME["people"] * RANDOM.normal(0.05, 0.008, 60)).round().astype(int))
    theirs = oracle.assign_funnel_significance(frame, "count", "proportion", "people")["significance"]
    benchmark = frame["count"].sum() / frame["people"].sum()
    ours = side_of(frame["count"] / frame["people"], *wilson_interval(frame["count"], frame["people"]), benchmark)
    assert_array_equal(ours, theirs.str[:3].map({"Hig": 1, "Low": -1, "Not": 0}))
    assert set(ours) == {-1, 0, 1}


def test_exact_limits_agree_with_theirs_and_differ_from_their_faulty_public_function() -> None:
    theirs = pytest.importorskip("PHStatsMethods.confidence_intervals")
    ours = exact_interval(7)
    assert_allclose((ours.lower, ours.upper), theirs.exact(7))
    with pytest.warns(UserWarning, match="exact method"):
        lower, upper = theirs.byars(7)
    assert_allclose((lower, upper), exact_interval(7, confidence=0.05))
