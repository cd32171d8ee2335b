"""Counts that follow from others are found, whatever the way, and what is hidden besides is enough."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shcares.stats.disclosure import Cell, Limits, Sum, recoverable, rounded_limits, secondary, share_limits

NETWORK = Sum("network", ("a", "b", "c", "d"))
ROWS_AND_COLUMNS = (
    Sum("row 1", ("a", "b", "c")),
    Sum("row 2", ("d", "e", "f")),
    Sum("row 3", ("g", "h", "i")),
    Sum("column 1", ("a", "d", "g")),
    Sum("column 2", ("b", "e", "h")),
    Sum("column 3", ("c", "f", "i")),
)


def test_the_last_part_of_a_total_follows_by_subtraction_and_the_last_two_do_not() -> None:
    assert recoverable({"network": 40, "a": 10, "b": 12, "c": 15}, [NETWORK]) == {"d": 3}
    assert recoverable({"network": 40, "a": 10, "b": 12}, [NETWORK]) == {}
    assert recoverable({"a": 10, "b": 12, "c": 15}, [NETWORK]) == {}


def test_a_hidden_total_follows_from_its_parts() -> None:
    assert recoverable({"a": 1, "b": 2, "c": 3, "d": 4}, [NETWORK]) == {"network": 10}


def test_a_count_follows_step_by_step() -> None:
    sums = [Sum("persons", ("women", "men")), Sum("women", ("young women", "old women")), NETWORK]
    shown = {"persons": 30, "men": 14, "young women": 9}
    assert recoverable(shown, sums) == {"women": 16, "old women": 7}


def test_a_count_follows_from_two_totals_though_no_sum_has_it_alone() -> None:
    sums = [Sum("borough", ("a", "b", "c")), Sum("north", ("a", "b"))]
    assert recoverable({"borough": 12, "north": 8}, sums) == {"c": 4}


def test_four_hidden_cells_in_a_rectangle_are_safe_and_three_are_not() -> None:
    totals = {"row 1": 20, "row 2": 21, "row 3": 22, "column 1": 18, "column 2": 22, "column 3": 23}
    inner = {"a": 3, "b": 8, "c": 9, "d": 7, "e": 5, "f": 9, "g": 8, "h": 9, "i": 5}
    shown = totals | {cell: inner[cell] for cell in "cfghi"}
    assert recoverable(shown, ROWS_AND_COLUMNS) == {}
    assert recoverable(shown | {"a": 3}, ROWS_AND_COLUMNS) == {"b": 8, "d": 7, "e": 5}


def test_cells_that_look_safe_line_by_line_can_follow_from_the_whole_table() -> None:
    """Every row and column has two hidden cells, but a is (row 1 + row 2 − column 2 − column 3) less what is shown."""
    totals = {"row 1": 20, "row 2": 21, "column 2": 13, "column 3": 18}
    shown = totals | {"d": 7, "h": 0, "i": 0}
    assert recoverable(shown, ROWS_AND_COLUMNS)["a"] == 20 + 21 - 13 - 18 - 7


def test_a_count_is_pinned_where_the_hidden_ones_can_be_no_smaller_or_no_larger() -> None:
    whole = [Sum("all", ("a", "b"))]
    assert recoverable({"all": 2}, whole, limits={"a": (1, 7), "b": (1, 7)}) == {"a": 1, "b": 1}
    assert recoverable({"all": 14}, whole, limits={"a": (1, 7), "b": (1, 7)}) == {"a": 7, "b": 7}
    assert recoverable({"all": 3}, whole, limits={"a": (1, 7), "b": (1, 7)}) == {}
    assert recoverable({"all": 0}, whole) == {"a": 0, "b": 0}


def test_limits_pass_through_a_sum_that_is_not_shown() -> None:
    sums = [Sum("persons", ("women", "men")), Sum("women", ("young", "old"))]
    assert recoverable({"persons": 9, "men": 9}, sums) == {"women": 0, "young": 0, "old": 0}


def test_rounded_counts_do_not_give_a_hidden_one_away() -> None:
    exact = recoverable({"network": 40, "a": 10, "b": 10, "c": 15}, [NETWORK])
    rounded = {cell: rounded_limits(count, to=5) for cell, count in {"network": 40, "a": 10, "b": 10, "c": 15}.items()}
    assert exact == {"d": 5}
    assert recoverable({}, [NETWORK], limits=rounded) == {}


def test_sums_that_do_not_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="contradict each other by 1"):
        recoverable({"all": 3, "a": 1, "b": 1}, [Sum("all", ("a", "b"))])
    with pytest.raises(ValueError, match="leave no value for 'b'"):
        recoverable({"all": 3, "a": 1}, [Sum("all", ("a", "b"))], limits={"b": (3, 7)})
    with pytest.raises(ValueError, match="must be the sum of different counts"):
        Sum("all", ("a", "a"))
    with pytest.raises(ValueError, match="must be the sum of different counts"):
        Sum("all", ())


# Every table of 2 by 3 with small counts, some hidden: what follows is checked against all tables that look the same.
TABLE = (
    Sum("r0", ("00", "01", "02")),
    Sum("r1", ("10", "11", "12")),
    *(Sum(f"c{k}", (f"0{k}", f"1{k}")) for k in "012"),
)
INNER = tuple(f"{row}{column}" for row, column in product("01", "012"))


def _filled(counts: Mapping[Cell, int]) -> dict[Cell, int]:
    return dict(counts) | {one.total: sum(counts[part] for part in one.parts) for one in TABLE}


def _alike(whole: Mapping[Cell, int], hidden: set[str]) -> Iterator[Mapping[Cell, int]]:
    """Every table that shows the same, as far as 8 in each cell."""
    free = [cell for cell in INNER if cell in hidden]
    for values in product(range(9), repeat=len(free)):
        table = _filled({cell: whole[cell] for cell in INNER} | dict(zip(free, values, strict=True)))
        if all(table[cell] == count for cell, count in whole.items() if cell not in hidden):
            yield table


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
    st.sets(st.sampled_from(INNER), max_size=4),
    st.sets(st.sampled_from([one.total for one in TABLE])),
)
def test_what_follows_is_what_every_table_that_shows_the_same_agrees_on(
    counts: list[int], inner: set[str], totals: set[str]
) -> None:
    whole, hidden = _filled(dict(zip(INNER, counts, strict=True))), inner | totals
    agreed = list(_alike(whole, hidden))
    pinned = {cell: whole[cell] for cell in hidden if all(table[cell] == whole[cell] for table in agreed)}
    assert recoverable({cell: count for cell, count in whole.items() if cell not in hidden}, TABLE) == pinned


def test_a_small_count_is_not_hidden_alone() -> None:
    counts = {"all": 40, "a": 3, "b": 9, "c": 28, "d": 0}
    assert secondary(counts, [Sum("all", ("a", "b", "c", "d"))], hidden=["a"]) == {"b"}


def test_two_hidden_counts_whose_sum_is_small_are_joined_by_a_third() -> None:
    counts = {"all": 33, "a": 2, "b": 3, "c": 10, "d": 18}
    assert secondary(counts, [Sum("all", ("a", "b", "c", "d"))], hidden=["a", "b"]) == {"c"}
    counts = {"all": 40, "a": 7, "b": 5, "c": 10, "d": 18}
    assert secondary(counts, [Sum("all", ("a", "b", "c", "d"))], hidden=["a", "b"]) == set()


def test_where_no_part_is_left_the_total_is_hidden_and_so_is_what_would_give_it_away() -> None:
    counts = {"all": 60, "north": 3, "south": 57, "a": 3, "b": 20, "c": 37}
    sums = [Sum("all", ("north", "south")), Sum("north", ("a",)), Sum("south", ("b", "c"))]
    found = secondary(counts, sums, hidden=["a"])
    assert {"north", "south"} <= found
    shown = {cell: count for cell, count in counts.items() if cell not in {"a", *found}}
    assert recoverable(shown, sums).keys().isdisjoint({"a", "north"})


def test_nothing_hidden_needs_nothing_more() -> None:
    assert secondary({"all": 3, "a": 1, "b": 2}, [Sum("all", ("a", "b"))], hidden=[]) == set()


def test_counts_that_are_missing_or_do_not_add_up_are_refused() -> None:
    whole = [Sum("all", ("a", "b"))]
    with pytest.raises(ValueError, match="'b' needs a count of 0 or more, found None"):
        secondary({"all": 3, "a": 1}, whole, hidden=["a"])
    with pytest.raises(ValueError, match="'x' needs a count"):
        secondary({"all": 3, "a": 1, "b": 2}, whole, hidden=["x"])
    with pytest.raises(ValueError, match="do not add up to 4"):
        secondary({"all": 4, "a": 1, "b": 2}, whole, hidden=["a"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 30), min_size=12, max_size=12),
    st.sampled_from([lambda n: n // 4, lambda n: n % 3, lambda n: (n // 2) % 3]),
)
def test_no_small_count_follows_once_the_further_ones_are_hidden(counts: list[int], row: Callable[[int], int]) -> None:
    cells = {f"cell {place}": count for place, count in enumerate(counts)}
    groups: dict[Cell, tuple[Cell, ...]] = {"all": tuple(cells)}
    for place in range(12):
        for name in (f"row {row(place)}", f"column {place % 4}"):
            groups[name] = (*groups.get(name, ()), f"cell {place}")
    sums = [Sum(name, parts) for name, parts in groups.items()]
    whole: dict[Cell, int] = {**cells} | {one.total: sum(cells[str(part)] for part in one.parts) for one in sums}
    hidden = {cell for cell in cells if 0 < cells[cell] <= 7}
    closed = hidden | secondary(whole, sums, hidden=hidden, told=(1, 7))
    shown = {cell: count for cell, count in whole.items() if cell not in closed}
    told: dict[Cell, Limits] = {cell: (1, 7) if cell in hidden else (0, None) for cell in closed}
    assert recoverable(shown, sums, limits=told).keys().isdisjoint(hidden)
    for one in sums:
        parts = [whole[part] for part in one.parts if part in closed]
        assert not parts or one.total in closed or (len(parts) > 1 and sum(parts) > 7)


def test_where_nobody_is_told_like_few_a_total_of_one_names_nobody() -> None:
    """Three practices and a neighbourhood where their network has one patient: whose it is cannot be told."""
    counts = {"network": 1, "a": 1, "b": 0, "c": 0}
    whole = [Sum("network", ("a", "b", "c"))]
    assert secondary(counts, whole, hidden=["a", "b", "c"], told=(0, 7)) == set()
    assert secondary(counts, whole, hidden=["a"]) == {"network"}
    counts = {"network": 31, "a": 1, "b": 10, "c": 20}
    assert secondary(counts, whole, hidden=["a"], told=(0, 7)) == {"b"}
    counts = {"network": 20, "a": 0, "b": 0, "c": 20}
    assert secondary(counts, whole, hidden=["a", "b"], told=(0, 7)) == set()


def test_a_share_of_a_known_denominator_is_a_count() -> None:
    assert share_limits(5.2, 250, decimals=1, multiplier=100) == (13, 13)
    assert share_limits(5, 250, decimals=0, multiplier=100) == (11, 14)
    assert share_limits(0.026, 240, decimals=3, multiplier=1) == (6, 6)
    assert share_limits(100, 3, decimals=1, multiplier=100) == (3, 3)
    assert share_limits(0, 10, decimals=1, multiplier=100) == (0, 0)
    with pytest.raises(ValueError, match="multiplier 0"):
        share_limits(5, 250, decimals=0, multiplier=0)


@given(st.integers(1, 5000), st.data(), st.integers(0, 3))
def test_the_true_count_is_always_within_the_limits_of_its_share(n: int, data: st.DataObject, decimals: int) -> None:
    count = data.draw(st.integers(0, n))
    low, high = share_limits(round(count / n * 100, decimals), n, decimals=decimals, multiplier=100)
    assert high is not None and low <= count <= high


def test_a_rounded_count_reaches_to_what_rounds_to_it() -> None:
    assert rounded_limits(25, to=5) == (23, 27)
    assert rounded_limits(0, to=5) == (0, 2)
    assert rounded_limits(8, to=1) == (8, 8)
    with pytest.raises(ValueError, match="to the nearest 0"):
        rounded_limits(8, to=0)
