"""What a printed pair comes to, and whether a target follows from the words beside it, on the plan's own rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shcares.domain.vocabulary import Asks
from shcares.stats.arithmetic import (
    Change,
    asked,
    best,
    change,
    follows,
    is_below,
    is_best,
    is_within_reach,
    rounding_reach,
)
from shcares.stats.targets import Direction

WORKED = """
words             | baseline | kind           | amount | asked | target | decimals | follows | rounding explains
halve             | 81.6     | change_percent | -50    | 40.8  | 45.9   | 1        | no      | no
improve by 10%    | 7.2      | change_percent | 10     | 7.92  | 8.0    | 1        | no      | yes
fall by 25%       | 2468     | change_percent | -25    | 1851  | 1851   | 0        | yes     | yes
two years more    | 59       | change_units   | 2      | 61    | 61     | 0        | yes     | yes
"""
DECIMALS = {"81.6": 1, "7.2": 1, "2468": 0, "59": 0}
NUMBERS = st.floats(0.1, 1e5)


@pytest.mark.parametrize("line", WORKED.strip().splitlines()[1:])
def test_words_that_name_an_amount_are_worked_out(line: str) -> None:
    _, baseline, kind, amount, wanted, target, decimals, does, explains = (cell.strip() for cell in line.split("|"))
    goal, places = float(target), int(decimals)
    found = asked(float(baseline), Asks(kind), float(amount))
    reach = rounding_reach(float(baseline), Asks(kind), float(amount), DECIMALS[baseline])
    assert found == pytest.approx(float(wanted))
    assert follows(goal, found, places) is (does == "yes")
    assert is_within_reach(goal, reach, places) is (explains == "yes")


def test_the_reach_of_rounding_is_that_of_every_baseline_that_prints_alike() -> None:
    assert rounding_reach(7.2, Asks.CHANGE_PERCENT, 10, 1) == pytest.approx((7.865, 7.975))
    assert rounding_reach(59, Asks.CHANGE_UNITS, 2, 0) == pytest.approx((60.5, 61.5))


def test_a_change_is_in_units_and_in_per_cent_of_the_baseline() -> None:
    fall = change(978.7, 246)
    assert fall is not None
    assert (round(fall.units, 1), round(fall.percent or 0, 1)) == (-732.7, -74.9)
    assert change(0, 5) == Change(5, None)


@pytest.mark.parametrize("kind", [Asks.BELOW, Asks.BEST, Asks.NOTHING])
def test_words_without_an_amount_of_their_own_ask_for_no_number(kind: Asks) -> None:
    assert asked(13.9, kind, None) is None
    assert rounding_reach(13.9, kind, 10, 1) is None


def test_what_is_missing_leaves_the_question_open() -> None:
    assert change(None, 5) is None
    assert change(5, None) is None
    assert asked(None, Asks.CHANGE_PERCENT, -50) is None
    assert asked(81.6, Asks.CHANGE_PERCENT, None) is None
    assert follows(None, 40.8, 1) is None
    assert follows(45.9, None, 1) is None
    assert is_within_reach(None, (1, 2), 1) is None
    assert is_within_reach(1, None, 1) is None
    assert is_below(246, None) is None
    assert is_best(None, [1.0], Direction.UP) is None
    assert is_best(94, [], Direction.UP) is None


def test_to_be_below_is_strict_and_to_be_best_may_be_shared() -> None:
    assert is_below(45.8, 45.9) is True
    assert is_below(45.9, 45.9) is False
    assert best([93.3, 88.0, float("nan")], Direction.UP) == 93.3
    assert best([6.2, 11.0], Direction.DOWN) == 6.2
    assert is_best(94, [93.3, 88.0], Direction.UP) is True
    assert is_best(93.3, [93.3, 88.0], Direction.UP) is True
    assert is_best(7.1, [6.2, 11.0], Direction.DOWN) is False


def test_a_half_prints_either_way() -> None:
    assert follows(2.7, 2.65, 1) is True
    assert follows(2.6, 2.65, 1) is True
    assert follows(2.6, 2.66, 1) is False


@given(NUMBERS, NUMBERS)
def test_asking_for_the_change_of_a_pair_gives_its_target_back(baseline: float, target: float) -> None:
    found = change(baseline, target)
    assert found is not None
    assert asked(baseline, Asks.CHANGE_UNITS, found.units) == pytest.approx(target)
    assert asked(baseline, Asks.CHANGE_PERCENT, found.percent) == pytest.approx(target)


@given(NUMBERS, st.floats(-90, 200), st.integers(0, 3), st.floats(0, 1e5))
def test_a_target_that_follows_lies_within_the_reach_of_rounding(
    baseline: float, amount: float, decimals: int, target: float
) -> None:
    exact = asked(baseline, Asks.CHANGE_PERCENT, amount)
    reach = rounding_reach(baseline, Asks.CHANGE_PERCENT, amount, decimals)
    assert exact is not None
    assert reach is not None
    assert reach[0] <= exact <= reach[1]
    if follows(target, exact, decimals):
        assert is_within_reach(target, reach, decimals)
    assert follows(round(exact, decimals), exact, decimals)


@given(st.lists(NUMBERS, min_size=1), NUMBERS)
def test_turning_the_scale_round_turns_the_best_round(others: list[float], target: float) -> None:
    mirrored = is_best(-target, [-value for value in others], Direction.DOWN)
    assert is_best(target, others, Direction.UP) == mirrored
