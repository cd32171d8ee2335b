"""The composite: worked by hand, and what may not change it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from shcares.stats import composite
from shcares.stats.levels import FloatArray

# Four areas, three indicators; of the second more is better.
VALUES = np.array([[10.0, 4.0, 1.0], [20.0, 3.0, np.nan], [30.0, 2.0, 3.0], [40.0, 1.0, 5.0]])
WORSE_UP = [True, False, True]
PARTS = [[0, 1], [2]]

tables = arrays.arrays(np.float64, (6, 3), elements=st.integers(-1000, 1000).map(float), unique=True)


def scores_of(values: FloatArray) -> FloatArray:
    return composite.part_scores(composite.z_scores(values, WORSE_UP), PARTS)


def test_z_is_the_distance_from_the_mean_in_standard_deviations_and_more_is_worse() -> None:
    z = composite.z_scores(VALUES, WORSE_UP)
    # 10, 20, 30, 40: mean 25, SD √(500/3) = 12.90994; 4 … 1: mean 2.5, SD √(5/3) = 1.29099; 1, 3, 5: mean 3, SD 2.
    assert z[:, 0] == pytest.approx([-1.161895, -0.387298, 0.387298, 1.161895], abs=1e-6)
    assert z[:, 1] == pytest.approx([-1.161895, -0.387298, 0.387298, 1.161895], abs=1e-6)
    assert z[[0, 2, 3], 2] == pytest.approx([-1, 0, 1]) and np.isnan(z[1, 2])


def test_parts_weights_and_ranks_by_hand() -> None:
    scores = scores_of(VALUES)
    overall = composite.weighted(scores, [3, 1])
    assert overall == pytest.approx([-1.121421, np.nan, 0.290474, 1.121421], abs=1e-6, nan_ok=True)
    assert composite.ranks(overall) == pytest.approx([3, np.nan, 2, 1], nan_ok=True)


def test_an_indicator_that_does_not_vary_says_nothing_of_anyone() -> None:
    assert np.isnan(composite.z_scores([[5.0], [5.0], [5.0]], [True])).all()


def test_an_area_with_less_than_half_of_a_parts_indicators_has_no_score_for_it() -> None:
    z = np.array([[1.0, np.nan, np.nan], [1.0, 2.0, np.nan]])
    assert composite.part_scores(z, [[0, 1, 2]])[:, 0] == pytest.approx([np.nan, 1.5], nan_ok=True)


def test_a_part_without_weight_is_not_missed_and_no_weight_at_all_is_no_score() -> None:
    scores = np.array([[1.0, np.nan], [3.0, 5.0]])
    assert composite.weighted(scores, [1, 0]) == pytest.approx([1, 3])
    assert np.isnan(composite.weighted(scores, [0, 0])).all()


def test_equal_scores_share_the_better_place() -> None:
    placed = composite.ranks(np.array([[2.0, 5.0, 2.0, np.nan], [0.0, 0.0, 0.0, 1.0]]))
    assert placed[0] == pytest.approx([2, 1, 2, np.nan], nan_ok=True) and list(placed[1]) == [2, 2, 2, 1]


@given(tables, st.sampled_from([0.001, 7.0, 1e6]), st.integers(-50, 50))
def test_rescaling_an_indicator_changes_nothing(values: FloatArray, factor: float, shift: int) -> None:
    changed = values.copy()
    changed[:, 0] = changed[:, 0] * factor + shift
    assert scores_of(changed) == pytest.approx(scores_of(values), abs=1e-6)


@given(tables)
def test_turning_which_end_is_worse_turns_the_sign(values: FloatArray) -> None:
    turned = composite.z_scores(values, [not worse for worse in WORSE_UP])
    assert turned == pytest.approx(-composite.z_scores(values, WORSE_UP))


@given(tables, st.permutations(range(6)))
def test_areas_in_another_order_have_the_same_scores_ranks_and_intervals(values: FloatArray, order: list[int]) -> None:
    def found(table: FloatArray) -> FloatArray:
        z = composite.z_scores(table, WORSE_UP)
        draws = composite.weighted(composite.resampled(z, PARTS, repetitions=40), [2, 1])
        told = composite.standing(composite.weighted(composite.part_scores(z, PARTS), [2, 1]), draws)
        return np.array([told.score, told.lower, told.upper, told.rank, told.rank_lower, told.rank_upper])

    assert found(values[order]) == pytest.approx(found(values)[:, order], abs=1e-9)


def test_the_same_seed_gives_the_same_draws_and_another_gives_others() -> None:
    z = composite.z_scores(VALUES, [True, True, True])
    first, again = (composite.resampled(z, PARTS, repetitions=50) for _ in range(2))
    assert np.array_equal(first, again, equal_nan=True)
    assert not np.array_equal(first, composite.resampled(z, PARTS, repetitions=50, seed=1), equal_nan=True)
    assert np.array_equal(composite.drawn_weights([10, 5]), composite.drawn_weights([10, 5]))


def test_a_part_with_two_indicators_is_drawn_as_each_or_both_and_one_with_one_stays() -> None:
    z = composite.z_scores(VALUES, WORSE_UP)
    z[:, 1] = -z[:, 1]
    draws = composite.resampled(z, PARTS, repetitions=4000)
    drawn, share = np.unique(np.round(draws[:, 3, 0], 6), return_counts=True)
    assert drawn == pytest.approx([-1.161895, 0, 1.161895])
    assert share / 4000 == pytest.approx([0.25, 0.5, 0.25], abs=0.03)
    assert set(draws[:, 3, 1]) == {z[3, 2]}


def test_drawn_weights_keep_their_sum_their_zeros_and_on_average_themselves() -> None:
    weights = np.array([10.0, 5.0, 0.0, 85.0])
    drawn = composite.drawn_weights(weights, repetitions=20_000)
    assert drawn.sum(axis=1) == pytest.approx(100) and (drawn[:, 2] == 0).all() and (drawn[:, [0, 1, 3]] > 0).all()
    alike = composite.drawn_weights([10.0] * 10, repetitions=20_000)
    assert alike.mean(axis=0) == pytest.approx([10.0] * 10, rel=0.02)
    # A gamma variate over a sum of ten like it has a coefficient of variation of √(9/(10·4 + 1)) = 0.4685.
    assert alike.std(axis=0) / 10 == pytest.approx([0.4685] * 10, rel=0.03)


def test_what_is_shown_of_an_area_always_holds_its_own_score_and_rank() -> None:
    scores = np.array([3.0, 2.0, np.nan, 1.0])
    draws = np.tile([1.0, 2.0, np.nan, 3.0], (30, 1))
    told = composite.standing(scores, draws)
    assert told.areas == 3
    assert (told.lower[0], told.upper[0], told.rank_lower[0], told.rank_upper[0]) == (1, 3, 1, 3)
    assert np.isnan([told.lower[2], told.rank[2], told.rank_upper[2]]).all()
