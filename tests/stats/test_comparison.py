"""What better, similar and worse mean, as a truth table; five levels; and when two estimates differ."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import (
    FiveLevel,
    differ,
    five_level_judgements,
    judge,
    judge_five,
    judgements,
    side_of,
    why_not_compared,
)

TRUTH_TABLE = """
value | lower | upper | benchmark | high_is_good | low_is_good  | neutral
10    | 8     | 12    | 10        | similar      | similar      | similar
10    | 8     | 12    | 12        | similar      | similar      | similar
10    | 8     | 12    | 8         | similar      | similar      | similar
10    | 8     | 12    | 12.01     | worse        | better       | lower
10    | 8     | 12    | 7.99      | better       | worse        | higher
10    | 10    | 10    | 10        | similar      | similar      | similar
10    | 10    | 10    | 9         | better       | worse        | higher
0     | 0     | 3.7   | 0         | similar      | similar      | similar
0     | 0     | 3.7   | 4         | worse        | better       | lower
-2    | -3    | -1    | 0         | worse        | better       | lower
-     | 8     | 12    | 10        | not_compared | not_compared | not_compared
10    | -     | 12    | 10        | not_compared | not_compared | not_compared
10    | 8     | -     | 10        | not_compared | not_compared | not_compared
10    | -     | -     | 10        | not_compared | not_compared | not_compared
10    | 8     | 12    | -         | not_compared | not_compared | not_compared
-     | -     | -     | -         | not_compared | not_compared | not_compared
13    | 8     | 12    | 10        | not_compared | not_compared | not_compared
10    | 12    | 8     | 10        | not_compared | not_compared | not_compared
"""

FIVE_LEVEL_TABLE = """
lower95 | upper95 | lower998 | upper998 | high_is_good | low_is_good  | neutral
8       | 12      | 7        | 13       | similar      | similar      | similar
10.1    | 12      | 9        | 13       | better       | worse        | higher
10.1    | 12      | 10.05    | 13       | best         | worst        | highest
8       | 11.9    | 7        | 13       | similar      | similar      | similar
8       | 9.9     | 7        | 10       | worse        | better       | lower
8       | 9.9     | 7        | 9.95     | worst        | best         | lowest
8       | 9.9     | -        | -        | not_compared | not_compared | not_compared
-       | -       | 7        | 9.95     | not_compared | not_compared | not_compared
"""

DIFFER_TABLE = """
lower | upper | other_lower | other_upper | high_is_good | low_is_good  | neutral
1     | 2     | 3           | 4           | worse        | better       | lower
3     | 4     | 1           | 2           | better       | worse        | higher
1     | 3     | 3           | 4           | similar      | similar      | similar
1     | 3     | 2           | 4           | similar      | similar      | similar
1     | 9     | 2           | 4           | similar      | similar      | similar
-     | 2     | 3           | 4           | not_compared | not_compared | not_compared
1     | 2     | 3           | -           | not_compared | not_compared | not_compared
2     | 1     | 3           | 4           | not_compared | not_compared | not_compared
"""

numbers = st.floats(-1e6, 1e6)
maybe = st.none() | numbers
OPPOSITE = {Judgement.BETTER: Judgement.WORSE, Judgement.WORSE: Judgement.BETTER}


def rows(table: str) -> list[tuple[list[float | None], list[str]]]:
    """The numbers ("-" is missing) and the words of each line of an inline table, without its header."""
    split = table.strip().splitlines()[0].replace(" ", "").split("|").index("high_is_good")
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()[1:]]
    return [([None if cell == "-" else float(cell) for cell in line[:split]], line[split:]) for line in lines]


@pytest.mark.parametrize(("numbers", "words"), rows(TRUTH_TABLE))
def test_judge_follows_the_truth_table(numbers: list[float | None], words: list[str]) -> None:
    value, lower, upper, benchmark = numbers
    found = [judge(value, lower, upper, benchmark, polarity=polarity) for polarity in Polarity]
    assert found == [Judgement(word) for word in words]
    assert all(isinstance(word, Judgement) for word in found)


def test_the_truth_table_holds_for_all_rows_at_once() -> None:
    value, lower, upper, benchmark = zip(*(numbers for numbers, _ in rows(TRUTH_TABLE)), strict=True)
    words = zip(*(words for _, words in rows(TRUTH_TABLE)), strict=True)
    for polarity, expected in zip(Polarity, words, strict=True):
        assert judgements(value, lower, upper, benchmark, polarity=polarity).tolist() == list(expected)


def test_each_row_may_have_its_own_polarity() -> None:
    found = judgements([10, 10, 10], [8, 8, 8], [12, 12, 12], 7, polarity=list(Polarity))
    assert found.tolist() == [Judgement.BETTER, Judgement.WORSE, Judgement.HIGHER]


@given(numbers, numbers, numbers, numbers)
def test_judge_flips_with_polarity(value: float, one: float, other: float, benchmark: float) -> None:
    lower, upper = min(value, one, other), max(value, one, other)
    high = judge(value, lower, upper, benchmark, polarity=Polarity.HIGH_IS_GOOD)
    low = judge(value, lower, upper, benchmark, polarity=Polarity.LOW_IS_GOOD)
    assert OPPOSITE.get(high, high) == low


@given(maybe, maybe, maybe, maybe)
def test_a_reason_is_given_exactly_when_nothing_is_compared(
    value: float | None, lower: float | None, upper: float | None, benchmark: float | None
) -> None:
    judged = judge(value, lower, upper, benchmark, polarity=Polarity.NEUTRAL)
    assert (judged is Judgement.NOT_COMPARED) == (why_not_compared(value, lower, upper, benchmark) is not None)


def test_the_reason_names_the_side_that_is_missing() -> None:
    assert why_not_compared(None, 1, 2, 3) == "there is no value for this area"
    assert why_not_compared(1, None, 2, 3) == "there is no confidence interval for this area"
    assert why_not_compared(1, 0, 2, None) == "there is no value for the comparator"
    assert why_not_compared(5, 0, 2, 1) == "the value for this area lies outside its own confidence interval"


@pytest.mark.parametrize(("limits", "words"), rows(FIVE_LEVEL_TABLE))
def test_judge_five_follows_its_table(limits: list[float | None], words: list[str]) -> None:
    lower95, upper95, lower998, upper998 = limits
    value = next((limit for limit in (lower95, lower998) if limit is not None), None)
    found = [judge_five(value, (lower95, upper95), (lower998, upper998), 10, polarity=word) for word in Polarity]
    assert found == [FiveLevel(word) for word in words]
    assert all(isinstance(word, FiveLevel) for word in found)


def test_five_levels_work_over_many_rows_with_a_polarity_each() -> None:
    inner, outer = side_of([5, 5], [4, 4], [6, 6], 1), side_of([5, 5], [3, 0], [7, 9], 1)
    found = five_level_judgements(inner, outer, polarity=[Polarity.LOW_IS_GOOD, Polarity.HIGH_IS_GOOD])
    assert found.tolist() == [FiveLevel.WORST, FiveLevel.BETTER]


@pytest.mark.parametrize(("limits", "words"), rows(DIFFER_TABLE))
def test_two_estimates_differ_only_when_their_intervals_do_not_overlap(
    limits: list[float | None], words: list[str]
) -> None:
    lower, upper, other_lower, other_upper = limits
    found = [differ(lower, upper, other_lower, other_upper, polarity=polarity) for polarity in Polarity]
    assert found == [Judgement(word) for word in words]


@given(numbers, numbers, numbers, numbers)
def test_differ_is_the_other_way_round_from_the_other_side(a: float, b: float, c: float, d: float) -> None:
    mirror = {Judgement.HIGHER: Judgement.LOWER, Judgement.LOWER: Judgement.HIGHER}
    first, second = sorted((a, b)), sorted((c, d))
    there, back = differ(*first, *second), differ(*second, *first)
    assert mirror.get(there, there) == back


def test_an_interval_that_does_not_overlap_the_other_is_never_similar_to_its_point() -> None:
    assert differ(1, 2, 3, 4) is Judgement.LOWER
    assert judge(1.5, 1, 2, 3.5, polarity=Polarity.NEUTRAL) is Judgement.LOWER
    assert np.isnan(side_of(np.nan, 1, 2, 3))
