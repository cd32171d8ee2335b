"""What each part adds to a composite, worked by hand, and one area's place against the composite's own."""

import numpy as np
import pytest

from shcares.stats import composite
from shcares.stats.contributions import Order, contributions, middle, place, rank_is_telling, reordered

RNG = np.random.default_rng(1)
Z = RNG.normal(size=(40, 6))
MEMBERS = [(0, 1, 2), (3,), (4, 5)]
WEIGHTS = np.array([20.0, 5.0, 25.0])


def test_contributions_by_hand_add_up_to_the_weighted_score() -> None:
    scores = np.array([[1.0, -0.5, 2.0]])
    assert contributions(scores, [10, 10, 20]) == pytest.approx(np.array([[0.25, -0.125, 1.0]]))
    assert contributions(scores, [10, 10, 20]).sum() == pytest.approx(composite.weighted(scores, [10, 10, 20])[0])


def test_weights_may_differ_by_draw_and_their_sum_does_not_matter() -> None:
    scores = np.array([[1.0, 3.0], [1.0, 3.0]])
    found = contributions(scores, [[1, 1], [30, 10]])
    assert found == pytest.approx(np.array([[0.5, 1.5], [0.75, 0.75]]))
    assert contributions(scores, [2, 6]) == pytest.approx(contributions(scores, [1, 3]))


def test_weights_that_add_to_nought_give_nothing() -> None:
    assert np.isnan(contributions(np.array([1.0, 2.0]), [0, 0])).all()


def test_the_place_of_one_area_is_that_of_the_composite() -> None:
    scores, draws = composite.part_scores(Z, MEMBERS), composite.resampled(Z, MEMBERS)
    drawn = composite.drawn_weights(WEIGHTS)
    whole = composite.standing(composite.weighted(scores, WEIGHTS), composite.weighted(draws, drawn))
    for area in (0, 7, 39):
        own = place(scores, draws, WEIGHTS, drawn, area=area)
        assert (own.score, own.lower, own.upper) == pytest.approx(
            (whole.score[area], whole.lower[area], whole.upper[area])
        )
        assert (own.rank, own.rank_lower, own.rank_upper, own.areas) == (
            whole.rank[area],
            whole.rank_lower[area],
            whole.rank_upper[area],
            40,
        )


def test_a_missing_score_or_weights_of_nought_are_refused() -> None:
    scores, draws = composite.part_scores(Z, MEMBERS), composite.resampled(Z, MEMBERS)
    with pytest.raises(ValueError, match="more than 0"):
        place(scores, draws, [0, 0, 0], composite.drawn_weights([0, 0, 0]), area=0)
    with pytest.raises(ValueError, match="every part"):
        place(
            np.where(scores == scores[0, 0], np.nan, scores), draws, WEIGHTS, composite.drawn_weights(WEIGHTS), area=0
        )


def test_the_middle_of_the_draws_always_holds_the_figure_itself() -> None:
    draws = np.arange(1001.0)
    assert middle(draws, 500.0) == pytest.approx((25.0, 975.0))
    assert middle(draws, 2000.0) == pytest.approx((25.0, 2000.0))


@pytest.mark.parametrize(
    ("lower", "upper", "areas", "told"), [(1, 51, 101, True), (1, 52, 101, False), (1, 1, 1, False)]
)
def test_a_rank_over_more_than_half_of_the_areas_says_nothing(lower: int, upper: int, areas: int, told: bool) -> None:
    assert rank_is_telling(lower, upper, areas) is told


def test_how_an_order_changed() -> None:
    assert reordered([3, 2, 1], [30, 20, 10]) == Order(0, None, 0, 0)
    assert reordered([4, 3, 2, 1], [1, 4, 3, 2]) == Order(4, 0, 1, 4)
    assert reordered([4, 3, 2, 1], [4, 2, 3, 1]) == Order(2, 1, 2, 3)
