"""Shares pooled by quantile: by hand, against the published borough figures, by their laws and by their refusals."""

from pathlib import Path
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as runs
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from pandas.testing import assert_frame_equal

from shcares.stats.gradients import Gradient, gradient_of, own_quantiles, pooled
from shcares.stats.inequality import Kind, attributable_to_deprivation, slope_and_relative_index
from shcares.stats.intervals import wilson_interval
from shcares.stats.levels import FloatArray
from shcares.stats.quantiles import FirstQuantile, quantiles
from shcares.stats.results import Result

DATA = Path(__file__).resolve().parents[2] / "data"
BOROUGH = "E08000013"
FIGURES = ["count", "denominator", "value", "lower_ci", "upper_ci"]
FEW = 2_000

# Ten areas in fifths, two to each.
COUNTS = np.array([30, 34, 28, 25, 20, 22, 15, 17, 9, 11])
PEOPLE = np.array([100, 120, 110, 90, 100, 100, 95, 105, 100, 80])
FIFTHS = np.array([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])

areas = st.lists(st.tuples(st.integers(1, 400), st.integers(401, 2000), st.integers(1, 5)), min_size=5, max_size=60)


def columns(rows: list[tuple[int, int, int]]) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Counts, denominators and quantiles, the first five areas put into one quantile each so that none is empty."""
    count, people, place = np.array(rows, dtype=float).T
    place[:5] = [1, 2, 3, 4, 5]
    return count, people, place


def of_lsoas(file: str, indicator: str, edition: int) -> pd.DataFrame:
    """The small areas of an indicator with their national rank and decile, straight from the text files."""
    held = pd.read_csv(DATA / "observations" / file, dtype={"category": str})
    held = held[(held["indicator_id"] == indicator) & held["area_code"].str.startswith("E01")]
    ranked = pd.read_csv(DATA / "geography" / "deprivation.csv")
    ranked = ranked[(ranked["edition"] == edition) & (ranked["domain"] == "imd")]
    return held.merge(ranked[["area_code", "rank", "decile"]], on="area_code", how="left", validate="one_to_one")


def weighted_ends(table: pd.DataFrame) -> FloatArray:
    """Low & Low's regression as they print it, √a·f(y) on √a and b·√a with no intercept, at ranks 0 and 1."""
    share = table["denominator"] / table["denominator"].sum()
    rank = share.cumsum() - share / 2
    odds = np.log(table["value"] / (100 - table["value"]))
    root = np.sqrt(share)
    start, slope = np.linalg.lstsq(np.column_stack([root, rank * root]), odds * root, rcond=None)[0]
    return np.asarray(100 / (1 + np.exp(-np.array([start, start + slope]))))


def test_counts_and_people_are_added_before_they_are_divided() -> None:
    table = pooled([3, 10, 1], [10, 90, 100], [1, 1, 2], groups=2)
    assert table.columns.tolist() == ["quantile", "areas", *FIGURES]
    assert table[["quantile", "areas", "count", "denominator"]].to_numpy().tolist() == [[1, 2, 13, 100], [2, 1, 1, 100]]
    assert table["value"].tolist() == pytest.approx([13, 1])  # not the mean of 30 % and 11 %
    # Wilson by hand, x = 13, n = 100: (2·13 + z² ∓ z√(z² + 4·13·0.87)) / (2(100 + z²)), z² = 3.841459.
    half = 1.959964 * np.sqrt(3.841459 + 4 * 13 * 0.87)
    expected = [(29.841459 - half) / 207.682918 * 100, (29.841459 + half) / 207.682918 * 100]
    assert_allclose(table[["lower_ci", "upper_ci"]].iloc[0], expected, atol=1e-5)


def test_the_multiplier_scales_value_and_limits_only() -> None:
    percent, share = (pooled(COUNTS, PEOPLE, FIFTHS, groups=5, multiplier=m) for m in (100.0, 1.0))
    assert_frame_equal(percent.drop(columns=FIGURES[2:]), share.drop(columns=FIGURES[2:]))
    assert_allclose(percent[FIGURES[2:]], share[FIGURES[2:]] * 100)


@given(areas)
def test_the_table_adds_back_to_the_whole(rows: list[tuple[int, int, int]]) -> None:
    count, people, place = columns(rows)
    table = pooled(count, people, place, groups=5)
    assert table["areas"].sum() == len(rows)
    assert (table["count"].sum(), table["denominator"].sum()) == (count.sum(), people.sum())
    by_pandas = pd.DataFrame({"count": count, "denominator": people}).groupby(place).sum()
    assert_array_equal(table[["count", "denominator"]], by_pandas)
    limits = wilson_interval(by_pandas["count"], by_pandas["denominator"])
    assert_allclose(table[["lower_ci", "upper_ci"]], np.column_stack(limits) * 100)


@given(areas, st.randoms(use_true_random=False))
@runs(max_examples=20)
def test_the_order_of_the_areas_does_not_matter(rows: list[tuple[int, int, int]], chance: Random) -> None:
    given_, turned = columns(rows), list(range(len(rows)))
    chance.shuffle(turned)
    first = gradient_of(*given_, groups=5, repetitions=FEW)
    second = gradient_of(*(column[turned] for column in given_), groups=5, repetitions=FEW)
    assert_frame_equal(first.table, second.table)
    assert (first.sii, first.rii, first.par) == (second.sii, second.rii, second.par)


@given(areas)
@runs(max_examples=20)
def test_an_area_cut_in_two_leaves_its_quantile_as_it_was(rows: list[tuple[int, int, int]]) -> None:
    count, people, place = columns(rows)
    x, n = (np.append(whole, np.floor(whole[0] / 2)) for whole in (count, people))
    x[0], n[0] = count[0] - x[-1], people[0] - n[-1]
    table = pooled(x, n, np.append(place, place[0]), groups=5)
    assert_frame_equal(table[FIGURES], pooled(count, people, place, groups=5)[FIGURES])


@given(areas, st.integers(2, 50))
@runs(max_examples=20)
def test_more_of_the_same_people_narrows_the_interval_and_moves_nothing(
    rows: list[tuple[int, int, int]], times: int
) -> None:
    count, people, place = columns(rows)
    one = gradient_of(count, people, place, groups=5, repetitions=FEW)
    many = gradient_of(count * times, people * times, place, groups=5, repetitions=FEW)
    for before, after in ((one.sii, many.sii), (one.rii, many.rii), (one.par, many.par)):
        assert before.value == pytest.approx(after.value, abs=1e-9)
    assert width(many.sii) < width(one.sii)


@given(areas)
@runs(max_examples=20)
def test_turning_the_quantiles_round_turns_the_slope(rows: list[tuple[int, int, int]]) -> None:
    count, people, place = columns(rows)
    there = gradient_of(count, people, place, groups=5, repetitions=FEW)
    back = gradient_of(count, people, 6 - place, groups=5, repetitions=FEW)
    assert there.sii.value is not None and there.rii.value is not None
    assert back.sii.value == pytest.approx(-there.sii.value, abs=1e-9)
    assert back.rii.value == pytest.approx(1 / there.rii.value)
    assert_allclose(back.table["fitted"], there.table["fitted"][::-1])


def width(found: Result) -> float:
    assert found.lower is not None and found.upper is not None, found.reason
    return found.upper - found.lower


def test_the_indices_are_those_of_the_pooled_table() -> None:
    found = gradient_of(COUNTS, PEOPLE, FIFTHS, groups=5, repetitions=FEW)
    table = pooled(COUNTS, PEOPLE, FIFTHS, groups=5)
    assert_frame_equal(found.table[table.columns], table)
    given_ = [table[name] for name in ("value", "denominator", "lower_ci", "upper_ci")]
    settings = {"multiplier": 100.0, "repetitions": FEW}
    index = slope_and_relative_index(*given_, kind=Kind.PROPORTION, **settings)  # type: ignore[arg-type]
    assert (found.sii, found.rii) == (index.sii, index.rii)
    assert found.par == attributable_to_deprivation(*given_, kind=Kind.PROPORTION, **settings)  # type: ignore[arg-type]


def test_the_indices_and_the_line_follow_low_and_low() -> None:
    found = gradient_of(COUNTS, PEOPLE, FIFTHS, groups=5, repetitions=FEW)
    most, least = weighted_ends(found.table)
    assert found.sii.value == pytest.approx(least - most)
    assert found.rii.value == pytest.approx(least / most)
    odds = np.log(found.table["fitted"] / (100 - found.table["fitted"]))
    ends = np.log(np.array([most, least]) / (100 - np.array([most, least])))
    assert_allclose(odds, ends[0] + np.diff(ends) * found.table["rank"])
    # 220, 200, 200, 200 and 180 of 1,000 people: the middles of the fifths.
    assert_allclose(found.table["rank"], [0.11, 0.32, 0.52, 0.72, 0.91])


def test_the_attributable_share_is_what_the_least_deprived_fifth_would_leave() -> None:
    overall, least = COUNTS.sum() / PEOPLE.sum(), 20 / 180
    found = gradient_of(COUNTS, PEOPLE, FIFTHS, groups=5, repetitions=FEW).par
    assert found.value == pytest.approx((1 - least / overall) * 100)


def test_the_same_areas_always_give_the_same_interval() -> None:
    first, second = (gradient_of(COUNTS, PEOPLE, FIFTHS, groups=5) for _ in range(2))
    assert (first.sii, first.rii, first.par) == (second.sii, second.rii, second.par)


def test_an_area_without_a_quantile_is_left_out() -> None:
    table = pooled([*COUNTS, 50], [*PEOPLE, 60], [*FIFTHS, None], groups=5)
    assert_frame_equal(table, pooled(COUNTS, PEOPLE, FIFTHS, groups=5))


def refused(found: Gradient) -> str | None:
    assert found.sii == found.rii == found.par
    assert found.sii.value is None
    assert found.table[["rank", "fitted"]].isna().all(axis=None)
    return found.sii.reason


def test_an_empty_quantile_is_a_row_without_a_figure_and_refuses_the_indices() -> None:
    found = gradient_of(COUNTS, PEOPLE, FIFTHS, groups=6)
    assert found.table["areas"].tolist() == [2, 2, 2, 2, 2, 0]
    assert found.table.loc[5, FIGURES].isna().all()
    assert found.table.loc[:4, FIGURES].notna().all(axis=None)
    assert refused(found) == "quantile 6 of 6 holds no area"


@pytest.mark.parametrize(("count", "people"), [(None, 100), (30, None), (101, 100), (-1, 100)])
def test_one_area_missing_or_impossible_takes_its_quantile_with_it(count: float | None, people: float | None) -> None:
    found = gradient_of([*COUNTS, count], [*PEOPLE, people], [*FIFTHS, 2], groups=5)
    assert found.table["areas"].tolist() == [2, 3, 2, 2, 2]
    assert found.table["value"].isna().tolist() == [False, True, False, False, False]
    assert found.table.loc[1, FIGURES].isna().all()
    assert refused(found) == "quantile 2 of 5 lacks a figure"


def test_a_quantile_of_nobody_lacks_a_figure() -> None:
    people = np.where(FIFTHS == 3, 0, PEOPLE)
    found = gradient_of(np.where(FIFTHS == 3, 0, COUNTS), people, FIFTHS, groups=5)
    assert refused(found) == "quantile 3 of 5 lacks a figure"


def test_the_refusals_of_the_indices_are_passed_on() -> None:
    nobody = gradient_of(np.where(FIFTHS == 5, 0, COUNTS), PEOPLE, FIFTHS, groups=5)
    assert_array_equal(nobody.table[["value", "lower_ci"]].iloc[4], [0, 0])
    assert refused(nobody) == "a proportion is not between 0 and 1"
    quarters = gradient_of(COUNTS, PEOPLE, np.minimum(FIFTHS, 4), groups=4)
    assert refused(quarters) == "5 to 100 quantiles are needed; there are 4"


@pytest.mark.parametrize("odd", [0, 6, 2.5])
def test_a_quantile_that_is_not_one_of_them_is_an_error(odd: float) -> None:
    with pytest.raises(ValueError, match="expected whole numbers from 1 to 5"):
        pooled([1], [2], [odd], groups=5)


def test_columns_of_two_lengths_are_an_error() -> None:
    with pytest.raises(ValueError, match="expected one length"):
        pooled(COUNTS, PEOPLE[:9], FIFTHS, groups=5)


def test_own_quantiles_put_the_highest_scores_first() -> None:
    scores = [12.0, 60, 33, None, 5, 41]
    assert_array_equal(own_quantiles(scores, 5), [4, 1, 3, np.nan, 5, 2])
    assert_array_equal(own_quantiles(scores, 5), quantiles(scores, 5, first=FirstQuantile.HIGHEST))


def test_fuel_poor_households_by_decile_add_back_to_the_borough() -> None:
    lsoas = of_lsoas("fuel_poverty_2020.csv", "fuel_poverty_2020", 2019)
    found = gradient_of(lsoas["count"], lsoas["denominator"], lsoas["decile"])
    assert (found.table["count"].sum(), found.table["denominator"].sum()) == (11_298, 81_289)
    assert found.table["areas"].sum() == len(lsoas) == 119
    by_pandas = lsoas.groupby("decile")[["count", "denominator"]].sum()
    assert_array_equal(found.table[["count", "denominator"]].dropna(), by_pandas)
    # In 2019 nowhere in the borough was among England's least deprived tenth, so England's tenths give no index.
    assert refused(found) == "quantile 10 of 10 holds no area"


def test_fuel_poverty_falls_across_the_borough_s_own_tenths() -> None:
    lsoas = of_lsoas("fuel_poverty_2020.csv", "fuel_poverty_2020", 2019)
    tenths = own_quantiles(-lsoas["rank"], 10)
    found = gradient_of(lsoas["count"], lsoas["denominator"], tenths)
    assert found.table["count"].sum() == 11_298
    assert set(found.table["areas"]) == {11, 12}
    most, least = weighted_ends(found.table)
    assert found.sii.value == pytest.approx(least - most)
    assert found.sii.upper is not None and found.sii.upper < 0


def test_disabled_residents_by_decile_add_back_to_the_census() -> None:
    lsoas = of_lsoas("census_2021.csv", "disability_2021", 2025)
    table = pooled(lsoas["count"], lsoas["denominator"], lsoas["decile"], groups=10)
    assert (table["count"].sum(), table["denominator"].sum()) == (lsoas["count"].sum(), lsoas["denominator"].sum())
    published = pd.read_csv(DATA / "observations" / "census_2021.csv", dtype={"category": str})
    published = published[(published["indicator_id"] == "disability_2021") & (published["area_code"] == BOROUGH)]
    # Census counts are swapped and perturbed area by area, so small areas add to the whole only nearly.
    assert table["count"].sum() == pytest.approx(published["count"].item(), abs=50)
    assert table["denominator"].sum() == pytest.approx(published["denominator"].item(), abs=50)
