"""Where the people of a list live: worked by hand, and laws that hold for any counts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shcares.stats.catchments import Holding, catchment, share_at_home

# place     North  South  Central
PEOPLE = [
    [80, 15, 5],  # clear
    [30, 60, 10],  # a majority
    [40, 35, 25],  # contested
    [0, 0, 0],  # nobody
]


def test_the_leading_list_is_the_one_most_people_are_on_and_says_how_clearly() -> None:
    held = catchment(PEOPLE)
    assert held.leading.tolist() == [0, 1, 0, -1]
    assert held.runner_up.tolist() == [1, 0, 1, -1]
    assert held.share[:3].tolist() == [0.8, 0.6, 0.4] and np.isnan(held.share[3])
    assert held.holding == [Holding.CLEAR, Holding.MAJORITY, Holding.CONTESTED, Holding.NONE]


def test_three_quarters_is_clear_and_exactly_half_is_a_majority() -> None:
    assert catchment([[75, 25], [50, 50]]).holding == [Holding.CLEAR, Holding.MAJORITY]


def test_people_at_home_are_those_whose_list_leads_where_they_live() -> None:
    assert share_at_home(PEOPLE) == pytest.approx((80 + 60 + 40) / 300)
    assert share_at_home([[0, 0]]) is None


def test_one_list_alone_has_no_catchment_to_tell_from_others() -> None:
    with pytest.raises(ValueError, match="two columns"):
        catchment([[1], [2]])


@given(st.lists(st.lists(st.integers(0, 5000), min_size=4, max_size=4), min_size=1, max_size=30), st.integers(1, 50))
def test_more_people_in_the_same_shares_change_nothing(people: list[list[int]], times: int) -> None:
    once, often = catchment(people), catchment(np.array(people) * times)
    assert once.leading.tolist() == often.leading.tolist()
    assert np.allclose(once.share, often.share, equal_nan=True)
    assert np.all((once.share >= 0.25) | np.isnan(once.share))
