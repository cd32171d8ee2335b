"""What a part carries beside its whole: worked by hand, and the laws that must hold."""

from math import isnan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shcares.stats.carried import Carried, by_chance, counted_verdict, multiples, times_the_rest, together, verdicts
from shcares.stats.funnels import proportion_funnel
from shcares.stats.levels import CONFIDENCE_95, CONFIDENCE_998

Z_998 = 3.0902323061678132


def _wilson(count: float, of: float, z: float) -> tuple[float, float]:
    share = count / of
    middle = (share + z**2 / (2 * of)) / (1 + z**2 / of)
    reach = z / (1 + z**2 / of) * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return middle - reach, middle + reach


def test_a_multiple_and_its_limits_are_those_worked_by_hand() -> None:
    held = multiples([2343], [29549], [11379], [160412])
    low, high = _wilson(2343, 29549, Z_998)
    whole = 11379 / 160412
    assert held.times[0] == pytest.approx(2343 / 29549 / whole)
    assert held.limits.lower[0] == pytest.approx(low / whole)
    assert held.limits.upper[0] == pytest.approx(high / whole)
    assert verdicts(held) == [Carried.MORE]


def test_a_difference_that_passes_only_the_inner_limits_cannot_be_told() -> None:
    inner = multiples([98], [34379], [186], [82138], confidence=CONFIDENCE_95)
    assert verdicts(inner) == [Carried.MORE]
    assert verdicts(multiples([98], [34379], [186], [82138])) == [Carried.CANNOT_TELL]


def test_the_rest_is_the_whole_without_the_part() -> None:
    assert times_the_rest([30], [100], [50], [300])[0] == pytest.approx(0.3 / (20 / 200))
    assert isnan(times_the_rest([50], [300], [50], [300])[0])
    assert isnan(times_the_rest([10], [100], [10], [300])[0])


@pytest.mark.parametrize(
    ("count", "of", "whole_count", "whole"),
    [(5, 0, 10, 100), (-1, 10, 10, 100), (11, 10, 20, 100), (5, 10, 0, 100), (None, 10, 20, 100), (5, 10, 20, None)],
)
def test_what_cannot_be_a_share_is_not_compared(
    count: float | None, of: float | None, whole_count: float | None, whole: float | None
) -> None:
    held = multiples([count], [of], [whole_count], [whole])
    assert isnan(held.times[0])
    assert verdicts(held) == [Carried.NOT_COMPARED]


@given(
    st.integers(1, 5000),
    st.floats(0, 1),
    st.integers(1, 100_000),
    st.floats(0.001, 0.999),
)
def test_the_verdict_is_that_of_the_funnel(of: int, share: float, whole: int, whole_share: float) -> None:
    count, whole_count = round(share * of), max(1, round(whole_share * whole))
    benchmark = whole_count / whole * 100
    funnel = proportion_funnel(benchmark, of, confidence=CONFIDENCE_998)
    value = count / of * 100
    if min(abs(value - float(funnel.lower)), abs(value - float(funnel.upper))) < 1e-9:
        return
    expected = Carried.MORE if value > funnel.upper else Carried.LESS if value < funnel.lower else Carried.CANNOT_TELL
    assert verdicts(multiples([count], [of], [whole_count], [whole])) == [expected]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(50, 90)), min_size=2, max_size=6))
def test_the_order_of_the_parts_changes_nothing(parts: list[tuple[int, int]]) -> None:
    counts, of = np.array(parts).T
    whole = ([max(counts.sum(), 1)] * len(parts), [of.sum()] * len(parts))
    forward = verdicts(multiples(counts, of, *whole))
    assert verdicts(multiples(counts[::-1], of[::-1], *whole)) == forward[::-1]


@pytest.mark.parametrize(
    ("differences", "said"),
    [
        ([13.1, 4.8], Carried.MORE),
        ([1.5, 6.6], Carried.MORE),
        ([5.0, 0.0], Carried.MORE),
        ([4.99, 4.99], Carried.ALIKE),
        ([8.0, -9.0], Carried.CANNOT_TELL),
        ([6.2, -1.5], Carried.CANNOT_TELL),
        ([-19.3, -6.9], Carried.LESS),
        ([-1.9, 1.0], Carried.ALIKE),
        ([6.0, float("nan")], Carried.NOT_COMPARED),
        ([], Carried.NOT_COMPARED),
    ],
)
def test_a_complete_count_needs_a_relevant_difference_that_no_line_contradicts(
    differences: list[float], said: Carried
) -> None:
    assert counted_verdict(differences) is said


@given(st.lists(st.floats(-40, 40), min_size=1, max_size=4))
def test_turning_a_count_round_turns_its_verdict_round(differences: list[float]) -> None:
    turned = {Carried.MORE: Carried.LESS, Carried.LESS: Carried.MORE}
    said = counted_verdict(differences)
    assert counted_verdict([-one for one in differences]) is turned.get(said, said)


def test_a_threshold_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 0"):
        counted_verdict([1.0], relevant=0)


@pytest.mark.parametrize(
    ("each", "said"),
    [
        ([Carried.MORE, Carried.CANNOT_TELL, Carried.ALIKE], Carried.MORE),
        ([Carried.MORE, Carried.LESS], Carried.MIXED),
        ([Carried.LESS, Carried.NOT_COMPARED], Carried.LESS),
        ([Carried.ALIKE, Carried.CANNOT_TELL], Carried.CANNOT_TELL),
        ([Carried.ALIKE, Carried.NOT_COMPARED], Carried.ALIKE),
        ([Carried.NOT_COMPARED], Carried.NOT_COMPARED),
        ([], Carried.NOT_COMPARED),
    ],
)
def test_several_measures_read_together(each: list[Carried], said: Carried) -> None:
    assert together(each) is said


def test_chance_alone() -> None:
    assert by_chance(92) == pytest.approx(0.184)
    assert by_chance(92, confidence=CONFIDENCE_95) == pytest.approx(4.6)
