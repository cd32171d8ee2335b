"""Life tables against the worked example in the PHEindicatormethods documentation, and their own laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from shcares.stats.life_expectancy import AGE_STARTS, life_expectancy, life_table

PEOPLE = [7060, 35059, 46974, 48489, 43219, 38561, 46009, 57208, 61435, 55601,
          50209, 56416, 46411, 39820, 37978, 37039, 33288, 23306, 11936, 11936]  # fmt: skip
DEATHS = [17, 9, 4, 8, 20, 15, 24, 33, 50, 71, 100, 163, 263, 304, 536, 872, 1390, 1605, 1936, 1937]

PUBLISHED = """
age value       lower       upper
0   80.16960813 79.88268548 80.45653078
1   79.36245674 79.08988160 79.63503188
5   75.44193645 75.17407307 75.70979983
10  70.47299936 70.20675732 70.73924140
15  65.52909542 65.26548673 65.79270412
20  60.67510088 60.41876577 60.93143600
25  55.78835987 55.53801579 56.03870395
30  50.92752727 50.68279939 51.17225516
35  46.06740425 45.82666794 46.30814055
40  41.24505636 41.00842831 41.48168441
45  36.49322717 36.26223216 36.72422219
50  31.83343842 31.60996318 32.05691365
55  27.26027992 27.04337271 27.47718713
60  22.97191440 22.76653134 23.17729746
65  18.76856852 18.57570352 18.96143352
70  14.95858336 14.77985004 15.13731667
75  11.51684445 11.34831778 11.68537112
80  8.618849241 8.451134045 8.786564437
85  6.163942934 5.978358351 6.349527517
90  6.162106350 5.887683386 6.436529314
"""


def test_life_table_matches_the_published_worked_example() -> None:
    columns = np.array([line.split() for line in PUBLISHED.strip().splitlines()[1:]], dtype=float).T
    ages, value, lower, upper = columns
    table = life_table(DEATHS, PEOPLE)
    assert tuple(ages) == AGE_STARTS
    assert_allclose(table.expectancy, value, atol=1e-7)
    # The publisher rounds z to 1.96, which moves a limit by 0.000005 years.
    assert_allclose([table.lower, table.upper], [lower, upper], atol=1e-5)


def test_life_expectancy_at_65_is_that_row_of_the_table() -> None:
    found = life_expectancy(DEATHS, PEOPLE, age=65)
    assert (found.value, found.lower, found.upper) == pytest.approx((18.76856852, 18.57570352, 18.96143352), abs=1e-5)


def test_a_constant_death_rate_gives_its_inverse_in_the_open_band() -> None:
    table = life_table([20] * 20, [1000] * 20)
    assert table.expectancy[-1] == pytest.approx(50)


@given(st.lists(st.integers(0, 30), min_size=20, max_size=20), st.integers(1, 40))
def test_pooling_years_keeps_the_estimate_and_narrows_the_interval(deaths: list[int], years: int) -> None:
    deaths[-1] += 1
    one, pooled = (
        life_expectancy(deaths, [2000] * 20),
        life_expectancy(np.array(deaths) * (years + 1), [2000 * (years + 1)] * 20),
    )
    assert one.value is not None and one.lower is not None and pooled.lower is not None
    assert pooled.value == pytest.approx(one.value)
    assert one.lower < pooled.lower < one.value


@given(st.lists(st.integers(0, 30), min_size=20, max_size=20), st.integers(0, 18))
def test_one_more_death_never_lengthens_life(deaths: list[int], band: int) -> None:
    deaths[-1] += 1
    more = deaths.copy()
    more[band] += 1
    before, after = life_expectancy(deaths, [2000] * 20), life_expectancy(more, [2000] * 20)
    assert before.value is not None and after.value is not None
    assert after.value < before.value


def test_life_expectancy_says_why_it_cannot_be_computed() -> None:
    cases: list[tuple[list[int] | list[int | None], list[int], str]] = [
        (DEATHS[:-1], PEOPLE[:-1], "20 age bands are needed; 19 of deaths and 19 of people given"),
        ([None, *DEATHS[1:]], PEOPLE, "deaths or people are missing for an age band"),
        ([-1, *DEATHS[1:]], PEOPLE, "an age band has deaths below 0 or no people"),
        (DEATHS, [0, *PEOPLE[1:]], "an age band has deaths below 0 or no people"),
        ([1] * 20, [250] * 20, "5,000 person-years; more than 5,000 are needed"),
        ([*DEATHS[:-1], 0], PEOPLE, "no death at 90 and over, so the last band has no length"),
        ([*DEATHS[:-2], 9000, 1937], PEOPLE, "an age band has more deaths than its people can account for"),
    ]
    for deaths, people, reason in cases:
        found = life_expectancy(deaths, people)
        assert found.reason == reason
        assert found.value is None


def test_an_age_inside_a_band_is_an_error() -> None:
    with pytest.raises(ValueError, match="no age band starts at 18"):
        life_expectancy(DEATHS, PEOPLE, age=18)
