"""Standardised rates and ratios against figures worked by hand and their own laws."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from shcares.stats.intervals import poisson_interval
from shcares.stats.standardisation import ESP_2013, direct_rates, dsr, expected_count, indirect_ratios, isr

DEATHS = [17 + 9, 4, 8, 20, 15, 24, 33, 50, 71, 100, 163, 263, 304, 536, 872, 1390, 1605, 1936, 1937]
PEOPLE = [42119, 46974, 48489, 43219, 38561, 46009, 57208, 61435, 55601, 50209, 56416, 46411, 39820, 37978,
          37039, 33288, 23306, 11936, 11936]  # fmt: skip

bands = st.lists(st.tuples(st.integers(1, 500), st.integers(1000, 90_000)), min_size=19, max_size=19)


def test_the_standard_population_is_esp_2013() -> None:
    assert len(ESP_2013) == 19
    assert sum(ESP_2013) == 100_000
    assert sum(ESP_2013[:4]) == 21_500
    assert sum(ESP_2013[13:]) == 19_500


def test_dsr_matches_a_sum_worked_band_by_band() -> None:
    rate, variance = 0.0, 0.0
    for count, people, weight in zip(DEATHS, PEOPLE, ESP_2013, strict=True):
        rate += weight * count / people
        variance += weight**2 * count / people**2 / 100_000**2
    total = sum(DEATHS)
    byar_lower = total * (1 - 1 / (9 * total) - 1.959964 / (3 * math.sqrt(total))) ** 3
    found = dsr(DEATHS, PEOPLE)
    assert found.reason is None
    assert found.value == pytest.approx(rate)
    assert found.lower == pytest.approx(rate + math.sqrt(variance / total) * (byar_lower - total) * 100_000)


@given(bands)
def test_dsr_lies_within_its_interval_and_between_its_band_rates(pairs: list[tuple[int, int]]) -> None:
    counts, people = np.array(pairs).T
    found = dsr(counts, people)
    assert found.lower is not None and found.value is not None and found.upper is not None
    assert found.lower < found.value < found.upper
    assert (counts / people).min() * 1e5 <= found.value * (1 + 1e-12)
    assert found.value <= (counts / people).max() * 1e5 * (1 + 1e-12)


@given(bands)
def test_standardising_to_its_own_population_gives_the_crude_rate_with_byar_limits(
    pairs: list[tuple[int, int]],
) -> None:
    counts, people = np.array(pairs).T
    found = direct_rates(counts, people, weights=people, multiplier=1)
    total, everyone = counts.sum(), people.sum()
    assert_allclose(found.value, total / everyone)
    assert_allclose([found.lower, found.upper], np.array(poisson_interval(total)) / everyone)


def test_direct_rates_work_over_many_areas_at_once() -> None:
    both = direct_rates([DEATHS, [0] * 18 + [9]], [PEOPLE, PEOPLE])
    single = dsr(DEATHS, PEOPLE)
    assert single.value and single.lower and single.upper
    assert_allclose([column[0] for column in both], [single.value, single.lower, single.upper])
    assert np.isnan([column[1] for column in both]).all()


def test_dsr_says_why_it_cannot_be_computed() -> None:
    assert dsr([0] * 18 + [9], PEOPLE).reason == "fewer than 10 events in total"
    assert dsr(DEATHS[:-1], PEOPLE[:-1]).reason == "19 age bands are needed; 18 counts and 18 populations given"
    assert dsr(DEATHS, [*PEOPLE[:-1], 0]).reason == "a count is below 0 or a population is not above 0"
    assert dsr([-1, *DEATHS[1:]], PEOPLE).reason == "a count is below 0 or a population is not above 0"
    assert dsr([*DEATHS[:-1], None], PEOPLE).reason == "a count or a population is missing for an age band"


@pytest.mark.parametrize("people", [[*PEOPLE[:-1], 0], [*PEOPLE[:-1], -5], [*PEOPLE[:-1], float("nan")]])
def test_direct_rates_without_people_in_a_band_are_missing(people: list[float]) -> None:
    assert np.isnan(direct_rates(DEATHS, people)).all()


def test_direct_rates_of_unpaired_bands_are_an_error() -> None:
    with pytest.raises(ValueError, match="do not pair"):
        direct_rates(DEATHS, PEOPLE[:-1])


def test_indirect_ratio_matches_exact_and_byar_limits_over_the_expected_count() -> None:
    found = indirect_ratios([9, 100], [6.0, 80.0])
    assert_allclose(found.value, [150, 125])
    assert_allclose(found.lower, [4.115 / 6 * 100, 81.36 / 80 * 100], rtol=3e-4)
    assert_allclose(found.upper, [17.085 / 6 * 100, 121.63 / 80 * 100], rtol=3e-4)


def test_expected_count_applies_the_reference_rates_to_the_area() -> None:
    assert expected_count([1000, 2000], [0.01, 0.02]) == pytest.approx(50)
    assert np.isnan(expected_count([1000, -1], [0.01, 0.02]))


def test_an_area_on_the_reference_rates_has_a_ratio_of_100() -> None:
    rates = np.array(DEATHS) / np.array(PEOPLE)
    found = isr(sum(DEATHS), float(expected_count(PEOPLE, rates)))
    assert found.value == pytest.approx(100)


def test_isr_says_why_it_cannot_be_computed() -> None:
    assert isr(None, 3.0).reason == "the observed count is missing or below 0"
    assert isr(5, 0.0).reason == "the expected count is missing or not above 0"
