"""Where a measure stands against its target, as a truth table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shcares.domain.vocabulary import Status
from shcares.stats.targets import Direction, TargetStatus, status_now

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
