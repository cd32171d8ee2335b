"""Where a measure stands against its target, the path to it, the verdict as a truth table, and what it would take."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shcares.domain.vocabulary import Status, Verdict
from shcares.stats.projection import Projection, Scale
from shcares.stats.targets import (
    Direction,
    TargetStatus,
    TargetVerdict,
    allocation,
    required_path,
    rounded,
    shortfall,
    shortfall_range,
    status_now,
    verdict,
    yearly_change,
)

TRUTH_TABLE = """
value | lower | upper | target | down             | up
10    | -     | -     | 10     | met              | met
10    | -     | -     | 11     | met              | not_met
10    | -     | -     | 9      | not_met          | met
10    | 8     | 12    | 13     | met              | not_met
10    | 8     | 12    | 12     | met              | uncertain
10    | 8     | 12    | 11     | uncertain        | uncertain
10    | 8     | 12    | 10     | uncertain        | uncertain
10    | 8     | 12    | 8      | uncertain        | met
10    | 8     | 12    | 7      | not_met          | met
10    | 10    | 10    | 10     | met              | met
0     | 0     | 3     | 0      | uncertain        | met
-     | -     | -     | 10     | no_usable_target | no_usable_target
10    | 8     | 12    | -      | no_usable_target | no_usable_target
10    | 8     | -     | 12     | no_usable_target | no_usable_target
15    | 8     | 12    | 12     | no_usable_target | no_usable_target
"""


@pytest.mark.parametrize("line", TRUTH_TABLE.strip().splitlines()[1:])
def test_status_follows_the_truth_table(line: str) -> None:
    cells = [cell.strip() for cell in line.split("|")]
    value, lower, upper, target = (None if cell == "-" else float(cell) for cell in cells[:4])
    found = [
        status_now(value, target, direction=direction, lower=lower, upper=upper).status
        for direction in (Direction.DOWN, Direction.UP)
    ]
    assert found == [Status(word) for word in cells[4:]]


def test_no_usable_target_says_why() -> None:
    down = Direction.DOWN
    cases = [
        (status_now(10, None, direction=down), "the measure has no target"),
        (status_now(10, 9, direction=None), "the target does not say which way is better"),
        (status_now(None, 9, direction=down), "there is no current value"),
        (
            status_now(10, 9, direction=down, lower=8),
            "the interval is incomplete or does not hold the value",
        ),
    ]
    for found, reason in cases:
        assert found == TargetStatus(Status.NO_USABLE_TARGET, reason)


@given(st.floats(-1e6, 1e6), st.floats(0, 1e3), st.floats(0, 1e3), st.floats(-1e6, 1e6))
def test_turning_the_scale_round_turns_the_direction_round(v: float, below: float, above: float, goal: float) -> None:
    down = status_now(v, goal, direction=Direction.DOWN, lower=v - below, upper=v + above)
    up = status_now(-v, -goal, direction=Direction.UP, lower=-v - above, upper=-v + below)
    assert down == up


def test_a_rate_falls_by_one_proportion_a_year() -> None:
    path = required_path(1000, 810, start=2020, end=2022, at=[2019, 2020, 2021, 2022, 2023], scale=Scale.LOG)
    assert path == pytest.approx([np.nan, 1000, 900, 810, np.nan], nan_ok=True)
    assert yearly_change(1000, 810, start=2020, end=2022, scale=Scale.LOG) == pytest.approx(-0.1)


def test_a_score_rises_by_one_step_a_year() -> None:
    path = required_path(19, 20, start=2020.25, end=2024.25, at=[2020.25, 2022.25, 2024.25], scale=Scale.IDENTITY)
    assert path == pytest.approx([19, 19.5, 20])
    assert yearly_change(19, 20, start=2020.25, end=2024.25, scale=Scale.IDENTITY) == pytest.approx(0.25)


def test_there_is_no_path_from_or_to_nothing() -> None:
    for ends, scale in [
        ((0, 5), Scale.LOG),
        ((5, 0), Scale.LOGIT),
        ((None, 5), Scale.LOG),
        ((5, None), Scale.IDENTITY),
    ]:
        assert np.isnan(required_path(*ends, start=2020, end=2025, at=[2020, 2022], scale=scale)).all()
        assert yearly_change(*ends, start=2020, end=2025, scale=scale) is None
    assert required_path(0, 5, start=2020, end=2025, at=2021, scale=Scale.IDENTITY) == pytest.approx(1)


def test_a_path_needs_a_start_before_its_end() -> None:
    with pytest.raises(ValueError, match="the start first"):
        required_path(10, 5, start=2025, end=2025, at=[2025], scale=Scale.LOG)
    with pytest.raises(ValueError, match="the start first"):
        yearly_change(10, 5, start=2026, end=2025, scale=Scale.LOG)


ends = st.floats(0.1, 5000)


@given(ends, ends, st.integers(2015, 2022), st.integers(1, 10), st.sampled_from(Scale))
def test_a_path_runs_through_both_ends_by_its_yearly_change(
    baseline: float, target: float, start: int, years: int, scale: Scale
) -> None:
    end = start + years
    path = required_path(baseline, target, start=start, end=end, at=np.arange(start, end + 1), scale=scale)
    change = yearly_change(baseline, target, start=start, end=end, scale=scale)
    assert change is not None
    assert (path[0], path[-1]) == pytest.approx((baseline, target))
    for this_year, next_year in pairwise(path):
        step = this_year + change if scale is Scale.IDENTITY else this_year * (1 + change)
        assert next_year == pytest.approx(step)


def projected(lower_50: float, upper_50: float) -> Projection:
    """A projection to two years, of which only the last may decide."""
    low, high = np.array([-1e9, lower_50]), np.array([1e9, upper_50])
    at = np.array([2025.5, 2027.5])
    return Projection(at, (low + high) / 2, low, high, low - 1, high + 1, 8, False, 1.0)


VERDICTS = """
status           | lower_50 | upper_50 | target | down                        | up
not_met          | 8        | 12       | 13     | on_course                   | off_course
not_met          | 8        | 12       | 12     | too_close_to_call           | too_close_to_call
not_met          | 8        | 12       | 10     | too_close_to_call           | too_close_to_call
not_met          | 8        | 12       | 8      | too_close_to_call           | too_close_to_call
not_met          | 8        | 12       | 7      | off_course                  | on_course
uncertain        | 8        | 12       | 13     | on_course                   | off_course
uncertain        | 8        | 12       | 7      | off_course                  | on_course
not_met          | 8        | 8        | 8      | too_close_to_call           | too_close_to_call
not_met          | -        | -        | 10     | not_enough_independent_data | not_enough_independent_data
uncertain        | -        | -        | 10     | not_enough_independent_data | not_enough_independent_data
met              | 8        | 12       | 7      | met                         | met
met              | -        | -        | 10     | met                         | met
no_usable_target | 8        | 12       | 10     | no_usable_target            | no_usable_target
no_usable_target | -        | -        | -      | no_usable_target            | no_usable_target
"""


@pytest.mark.parametrize("line", VERDICTS.strip().splitlines()[1:])
def test_the_verdict_follows_the_truth_table(line: str) -> None:
    cells = [cell.strip() for cell in line.split("|")]
    lower, upper, target = (None if cell == "-" else float(cell) for cell in cells[1:4])
    seen = None if lower is None or upper is None else projected(lower, upper)
    found = [
        verdict(TargetStatus(Status(cells[0])), seen, target, direction=direction).verdict
        for direction in (Direction.DOWN, Direction.UP)
    ]
    assert found == [Verdict(word) for word in cells[4:]]


def test_a_verdict_without_an_answer_says_why() -> None:
    down, short = Direction.DOWN, TargetStatus(Status.NOT_MET)
    refused = Projection.refused("the periods overlap, so the points are not independent")
    unusable = status_now(10, None, direction=down)
    assert verdict(unusable, projected(8, 12), None, direction=down) == TargetVerdict(
        Verdict.NO_USABLE_TARGET, "the measure has no target"
    )
    assert verdict(short, refused, 9, direction=down) == TargetVerdict(Verdict.NOT_ENOUGH_DATA, refused.reason)
    assert verdict(short, None, 9, direction=down).reason == "the measure has not been projected"
    assert verdict(short, projected(8, 12), 7, direction=down).reason is None
    with pytest.raises(ValueError, match="expected both"):
        verdict(short, projected(8, 12), None, direction=down)


@given(st.floats(-1e3, 1e3), st.floats(0, 1e3), st.floats(-1e3, 1e3))
def test_turning_the_scale_round_turns_the_verdict_round(low: float, width: float, goal: float) -> None:
    short = TargetStatus(Status.NOT_MET)
    down = verdict(short, projected(low, low + width), goal, direction=Direction.DOWN)
    assert down == verdict(short, projected(-low - width, -low), -goal, direction=Direction.UP)
    up = verdict(short, projected(low, low + width), goal, direction=Direction.UP)
    assert (down == up) == (down.verdict is Verdict.TOO_CLOSE)


SHORTFALLS = """
value | target | direction | population | multiplier | people
900   | 700    | down      | 180000     | 100000     | 360
25    | 22.5   | down      | 2000       | 100        | 50
60    | 62     | up        | 1500       | 100        | 30
700   | 700    | down      | 180000     | 100000     | 0
650   | 700    | down      | 180000     | 100000     | 0
65    | 62     | up        | 1500       | 100        | 0
900   | 700    | down      | -          | 100000     | -
900   | -      | down      | 180000     | 100000     | -
-     | 700    | down      | 180000     | 100000     | -
900   | 700    | -         | 180000     | 100000     | -
900   | 700    | down      | -5         | 100000     | -
"""


@pytest.mark.parametrize("line", SHORTFALLS.strip().splitlines()[1:])
def test_what_it_would_take_is_counted_in_people(line: str) -> None:
    cells = [cell.strip() for cell in line.split("|")]
    value, target, population, multiplier, people = (
        None if cells[i] == "-" else float(cells[i]) for i in (0, 1, 3, 4, 5)
    )
    assert multiplier is not None
    direction = None if cells[2] == "-" else Direction(cells[2])
    found = shortfall(value, target, direction=direction, population=population, multiplier=multiplier)
    assert found == pytest.approx(people)


def test_a_population_known_within_bounds_gives_bounds() -> None:
    down = Direction.DOWN
    assert shortfall_range(25, 22.5, direction=down, populations=(1800, 2000), multiplier=100) == pytest.approx(
        (45, 50)
    )
    assert shortfall_range(20, 22.5, direction=down, populations=(1800, 2000), multiplier=100) == (0, 0)
    assert shortfall_range(25, 22.5, direction=down, populations=(None, 2000), multiplier=100) is None
    with pytest.raises(ValueError, match="the lower bound first"):
        shortfall_range(25, 22.5, direction=down, populations=(2000, 1800), multiplier=100)


def test_a_rate_must_be_per_something() -> None:
    with pytest.raises(ValueError, match="what the rate is per"):
        shortfall(25, 22.5, direction=Direction.DOWN, population=2000, multiplier=0)


@given(st.floats(0, 1000), st.floats(0, 1000), st.sampled_from(Direction))
def test_the_unit_of_a_rate_does_not_change_the_people(value: float, target: float, direction: Direction) -> None:
    per_1000 = shortfall(value, target, direction=direction, population=180_000, multiplier=1000)
    per_100000 = shortfall(100 * value, 100 * target, direction=direction, population=180_000, multiplier=100_000)
    assert per_1000 == pytest.approx(per_100000, abs=1e-6)


ROUNDED = """
count   | shown
0       | 0
0.01    | 1
0.99    | 1
1.49    | 1
1.5     | 2
12.5    | 13
99.4    | 99
99.6    | 100
104.9   | 100
105     | 110
994     | 990
995     | 1000
1234    | 1200
1250    | 1300
86543.2 | 87000
"""


def test_a_count_is_rounded_as_honestly_as_it_is_known() -> None:
    rows = [line.split("|") for line in ROUNDED.strip().splitlines()[1:]]
    assert [rounded(float(count)) for count, _ in rows] == [int(shown) for _, shown in rows]
    for wrong in (-1, np.nan, np.inf):
        with pytest.raises(ValueError, match="0 or more"):
            rounded(wrong)


@given(st.floats(0, 1e7))
def test_only_nothing_is_rounded_to_nothing(count: float) -> None:
    assert (rounded(count) == 0) == (count == 0)
    assert rounded(count) == pytest.approx(count, rel=0.0501, abs=1)


def test_an_allocation_gives_what_is_left_to_the_largest_remainders() -> None:
    # Quotas 43.75, 25.00, 18.75 and 12.50: two are left, and the two remainders of 0.75 get them.
    assert allocation(100, [43750, 25000, 18750, 12500]).tolist() == [44, 25, 19, 12]
    assert allocation(2, [1, 1, 1, 1]).tolist() == [1, 1, 0, 0]
    assert allocation(1, [0.1, 0.3, 0.3]).tolist() == [0, 1, 0]
    assert allocation(0, [5, 3]).tolist() == [0, 0]


@given(st.integers(0, 100_000), st.lists(st.one_of(st.integers(0, 60_000), st.floats(0, 1e5)), min_size=1, max_size=8))
def test_an_allocation_adds_up_and_strays_by_less_than_one(total: int, weights: list[float]) -> None:
    assume(sum(weights) > 1e-3)
    parts = allocation(total, weights)
    assert parts.sum() == total
    assert (np.abs(parts - total * np.array(weights) / sum(weights)) < 1 + 1e-6).all()


@pytest.mark.parametrize(
    ("total", "weights"), [(5, [0, 0]), (5, []), (5, [3, -1]), (5, [3, None]), (-1, [1, 2]), (5, [np.inf, 1])]
)
def test_nothing_is_allocated_by_impossible_weights(total: int, weights: list[float | None]) -> None:
    with pytest.raises(ValueError, match="weights with a sum above 0"):
        allocation(total, weights)
