"""Hidden counts stay hidden, uncertain ranks are not shown, and bands replace league tables."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from shcares.stats.suppression import (
    Absence,
    Band,
    absence,
    bands,
    is_suppressed,
    rank_spans,
    ranks,
    total,
    withheld_counts,
)


def test_counts_of_1_to_7_are_hidden_and_0_is_not() -> None:
    assert is_suppressed([0, 1, 7, 8, None]).tolist() == [False, True, True, False, False]
    assert is_suppressed([4, 5], largest_hidden=4).tolist() == [True, False]


@pytest.mark.parametrize(
    ("value", "note", "expected"),
    [
        (3.0, "revised", None),
        (0.0, None, None),
        (None, "suppressed: fewer than 10 events", Absence.SUPPRESSED),
        (None, "Suppressed", Absence.SUPPRESSED),
        (None, "no data for this practice", Absence.NO_DATA),
        (None, "not available before 2015", Absence.NOT_AVAILABLE),
        (float("nan"), None, Absence.NO_DATA),
    ],
)
def test_an_empty_cell_is_named_by_the_source_note(value: float | None, note: str | None, expected: Absence) -> None:
    assert absence(value, note) == expected


def test_a_count_is_withheld_where_the_note_says_so_or_its_neighbours_have_one() -> None:
    rows = [
        (12, None, "2019"),
        (None, None, "2019"),
        (None, "no data for this area", "2019"),
        (None, "Not available", "2019"),
        (None, None, "2020"),
        (None, "count withheld by the publisher (under 10)", "2020"),
        (None, "Suppressed", "2020"),
        (9, "suppressed in an earlier release", "2020"),
    ]
    counts, notes, kinds = zip(*rows[:7], strict=True)
    assert withheld_counts(counts, notes, kinds).tolist() == [False, True, False, False, False, True, True]
    counts, notes, kinds = zip(*rows, strict=True)
    assert withheld_counts(counts, notes, kinds).tolist() == [False, True, False, False, True, True, True, False]


def test_a_table_without_any_count_withholds_none() -> None:
    assert not withheld_counts([None, None], [None, float("nan")], ["a", "a"]).any()
    with pytest.raises(ValueError, match="argument 2"):
        withheld_counts([1, None], [None, None], ["a"])


def test_a_total_with_a_hidden_part_is_not_given() -> None:
    assert total([1, 2, 3]) == 6
    assert total([1, None, 3]) is None
    assert total([]) is None


def test_a_rank_is_hidden_when_its_interval_covers_more_than_half_of_the_others() -> None:
    values = [1, 2, 3, 4, 5]
    lower, upper = [0, 1.5, 1.5, 3.5, 1.5], [1.5, 2.5, 4.5, 5.5, 5]
    assert_array_equal(rank_spans(values, lower, upper), [0, 0, 50, 25, 75])
    assert_array_equal(ranks(values, lower, upper), [5, 4, 3, 2, np.nan])


def test_tied_values_share_the_best_rank() -> None:
    values = [9, 7, 7, 7, 5, 4, 3, 2]
    assert_array_equal(ranks(values, values, values), [1, 2, 2, 2, 5, 6, 7, 8])


def test_a_suppressed_value_has_no_rank_and_does_not_push_others_down() -> None:
    values = [None, 3, 2, 1]
    assert_array_equal(ranks(values, values, values), [np.nan, 1, 2, 3])


def test_a_value_without_an_interval_and_a_single_area_have_no_rank() -> None:
    assert np.isnan(ranks([3, 2], [None, 2], [None, 2])[0])
    assert np.isnan(ranks([3], [2], [4])).all()


@given(st.lists(st.integers(0, 100), min_size=2, max_size=40))
def test_an_interval_over_everything_hides_every_rank(values: list[int]) -> None:
    assert np.isnan(ranks(values, [-1] * len(values), [101] * len(values))).all()


def test_bands_say_clearly_higher_clearly_lower_or_cannot_tell() -> None:
    found = bands([5, 5, 5, None, 5], [4, 4, 4, None, None], [6, 6, 6, None, None], [3, 7, 4, 5, 5])
    expected = [Band.CLEARLY_HIGHER, Band.CLEARLY_LOWER, Band.CANNOT_TELL, Band.NOT_COMPARED, Band.NOT_COMPARED]
    assert found.tolist() == expected
