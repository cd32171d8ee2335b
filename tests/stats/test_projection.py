"""Projections against a textbook, a table worked by hand and scipy; by their refusals; and by how often they hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from shcares.domain.vocabulary import Unit
from shcares.stats.levels import FloatArray, Numbers, floats
from shcares.stats.projection import Projection, Scale, from_scale, project, scale_of, to_scale

MIDDLES = np.arange(2015, 2023) + 0.5
RATES = np.array([310.0, 322, 298, 335, 341, 330, 352, 349])
Z = 1.959964


def plain(
    values: Numbers,
    *,
    at: Numbers | None = None,
    to: float = 2027.5,
    scale: Scale = Scale.IDENTITY,
    breaks: tuple[float, ...] = (),
) -> Projection:
    """A projection of a series that has no interval."""
    dates = MIDDLES[: floats(values).size] if at is None else at
    return project(dates, values, np.nan, np.nan, to=to, scale=scale, overlapping=False, breaks=breaks)


def limits(found: Projection) -> list[float]:
    arrays = (found.lower_95, found.lower_50, found.middle, found.upper_50, found.upper_95)
    return [float(part[-1]) for part in arrays]


# Average weights (lb) of American women by height (in), World Almanac and Book of Facts 1975; `women` in R.
HEIGHTS = np.arange(58.0, 73)
WEIGHTS = np.array([115.0, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164])


def test_an_equally_weighted_line_is_the_one_the_textbooks_print() -> None:
    """R prints for `lm(weight ~ height, women)`: -87.51667 + 3.45 height, residual standard error 1.525 on 13 df."""
    found = plain(WEIGHTS, at=HEIGHTS, to=75)
    assert found.middle[0] == pytest.approx(-87.51667 + 3.45 * 75, abs=1e-5)
    assert np.sqrt(found.dispersion) == pytest.approx(1.525, abs=5e-4)
    assert (found.points, found.weighted, found.reason) == (15, False, None)


def test_its_prediction_limits_are_those_of_the_coefficients_standard_errors() -> None:
    found = plain(WEIGHTS, at=HEIGHTS, to=75)
    line = stats.linregress(HEIGHTS, WEIGHTS)
    of_the_line = line.intercept_stderr**2 + line.stderr**2 * (75**2 - 2 * 75 * HEIGHTS.mean())
    middle, error = line.intercept + line.slope * 75, np.sqrt(found.dispersion + of_the_line)
    expected = [middle + stats.t.ppf(p, 13) * error for p in (0.025, 0.25, 0.5, 0.75, 0.975)]
    assert limits(found) == pytest.approx(expected, rel=1e-9)


# Worked by hand. w = 1/se², t counted from 2020: Σw = 11, Σwt = 0, Σwy = 151, Σwt² = 16, Σwty = 30, so
# y = 13.727273 + 1.875 t. Σw·residual² = 3.931818 on 3 degrees of freedom: φ = 1.310606. Mean se² = 0.7.
# In 2024: 21.227273, error² = φ(1/11 + 4²/16 + 0.7) = 2.347176; t(3) = 0.764892 at 50 %, 3.182446 at 95 %.
BY_HAND = """
year | value | se  | w | w·residual²
2018 | 10    | 1   | 1 | 0.000517
2019 | 12    | 0.5 | 4 | 0.087293
2020 | 14    | 1   | 1 | 0.074380
2021 | 15    | 0.5 | 4 | 1.450930
2022 | 19    | 1   | 1 | 2.318698
"""


def by_hand(width: float = 1.0) -> Projection:
    rows = np.array([line.split("|") for line in BY_HAND.strip().splitlines()[1:]], dtype=float)
    year, value, half = rows[:, 0], rows[:, 1], rows[:, 2] * Z * width
    return project(year, value, value - half, value + half, to=2024, scale=Scale.IDENTITY, overlapping=False)


def test_published_intervals_weigh_the_points() -> None:
    found = by_hand()
    assert (found.points, found.weighted) == (5, True)
    assert found.dispersion == pytest.approx(1.310606, abs=1e-6)
    assert limits(found) == pytest.approx([16.351607, 20.055420, 21.227273, 22.399126, 26.102938], abs=2e-5)


def test_points_closer_to_the_line_than_their_intervals_do_not_narrow_it() -> None:
    found = by_hand(width=2)
    error = np.sqrt(4 * (1 / 11 + 1 + 0.7))
    assert found.dispersion == 1
    assert found.upper_95[0] - found.middle[0] == pytest.approx(3.182446 * error, abs=2e-5)


def test_scattered_points_of_one_precision_project_as_if_they_had_none() -> None:
    weighted = project(MIDDLES, RATES, RATES - 5, RATES + 5, to=2027.5, scale=Scale.IDENTITY, overlapping=False)
    assert weighted.weighted and weighted.dispersion > 1
    assert limits(weighted) == pytest.approx(limits(plain(RATES)), rel=1e-12)


@pytest.mark.parametrize(
    ("scale", "lower", "upper"),
    [
        (Scale.IDENTITY, [np.nan, 9, 10, 11, 12], [12.0, 13, 14, 15, 16]),  # one limit is missing
        (Scale.LOG, [0.0, 9, 10, 11, 12], [12.0, 13, 14, 15, 16]),  # ln 0
        (Scale.IDENTITY, [10.0, 11, 12, 13, 14], [10.0, 11, 12, 13, 14]),  # no width
        (Scale.IDENTITY, [11.0, 9, 10, 11, 12], [12.0, 13, 14, 15, 16]),  # the first does not hold its value
    ],
)
def test_one_unusable_interval_leaves_all_points_equal(scale: Scale, lower: list[float], upper: list[float]) -> None:
    values = [10.0, 11, 12, 13, 15]
    found = project(MIDDLES[:5], values, lower, upper, to=2027.5, scale=scale, overlapping=False)
    assert not found.weighted
    assert limits(found) == pytest.approx(limits(plain(values, scale=scale)))


def test_rolling_periods_are_refused_in_the_words_of_the_recent_trend() -> None:
    found = project(MIDDLES, RATES, np.nan, np.nan, to=2027.5, scale=Scale.LOG, overlapping=True)
    assert found.reason == "the periods overlap, so the points are not independent"


@pytest.mark.parametrize(
    ("values", "scale", "breaks", "reason"),
    [
        ([1, 2, 3, 4], Scale.LOG, (), "5 independent points are needed; there are 4"),
        ([1], Scale.LOG, (), "5 independent points are needed; there is 1"),
        ([], Scale.LOG, (), "5 independent points are needed; there are 0"),
        ([1, 2, np.nan, 4, 5], Scale.LOG, (), "5 independent points are needed; there are 4"),
        (
            list(RATES),
            Scale.LOG,
            (2017.5, 2020.5),
            "5 independent points are needed; there are 3 since the series changed",
        ),
        (
            [3, 2, 0, 2, 1],
            Scale.LOG,
            (),
            "a value is 0 or below, so its proportional change cannot be worked out",
        ),
        (
            [97, 98, 99, 100, 99],
            Scale.LOGIT,
            (),
            "a value is not between 0 and 100, so its odds cannot be worked out",
        ),
    ],
)
def test_what_cannot_be_projected_says_why(
    values: list[float], scale: Scale, breaks: tuple[float, ...], reason: str
) -> None:
    found = plain(values, scale=scale, breaks=breaks)
    assert found.reason == reason
    assert [part.size for part in (found.at, found.middle, found.lower_50, found.upper_95)] == [0] * 4
    assert (found.points, found.weighted, np.isnan(found.dispersion)) == (0, False, True)


def test_only_points_since_the_last_change_are_used() -> None:
    found = plain([900, 1, *RATES[2:]], breaks=(2016.5, 2017.5))
    assert found.points == 6
    assert limits(found) == limits(plain(RATES[2:], at=MIDDLES[2:]))


def test_a_change_before_the_first_point_cuts_nothing() -> None:
    assert limits(plain(RATES, breaks=(2010.5,))) == limits(plain(RATES))


def test_a_year_without_data_keeps_its_place_in_time() -> None:
    rising = 10 + 2 * (MIDDLES - 2015)
    gap = rising.copy()
    gap[[3, 5]] = np.nan
    assert plain(gap).middle[0] == pytest.approx(plain(rising).middle[0])
    assert plain(gap).points == 6


def test_points_on_one_exact_line_have_limits_without_width() -> None:
    found = plain([10, 11, 12, 13, 14], to=2025.5)
    assert limits(found) == pytest.approx([20] * 5)
    assert found.dispersion == pytest.approx(0, abs=1e-20)


def test_the_further_ahead_the_wider() -> None:
    found = project(MIDDLES, RATES, np.nan, np.nan, to=[2023.5, 2025.5, 2027.5], scale=Scale.LOG, overlapping=False)
    assert found.at.tolist() == [2023.5, 2025.5, 2027.5]
    assert (np.diff(found.upper_95 / found.lower_95) > 0).all()
    assert (np.diff(found.upper_50 / found.lower_50) > 0).all()


def test_a_wrong_call_is_refused() -> None:
    for dates in ([2016.5, 2015.5, 2017.5, 2018.5, 2019.5], [2015.5, 2015.5, 2016.5, 2017.5, 2018.5], [np.nan] * 5):
        with pytest.raises(ValueError, match="in time order"):
            plain([1, 2, 3, 4, 5], at=np.array(dates))
    for ahead in ([], [np.nan]):
        with pytest.raises(ValueError, match="the decimal years to project to"):
            project(MIDDLES, RATES, np.nan, np.nan, to=ahead, scale=Scale.LOG, overlapping=False)


def test_every_unit_has_its_scale() -> None:
    rates = {Unit.PER_1000, Unit.PER_10000, Unit.PER_100000}
    for unit in Unit:
        expected = Scale.LOGIT if unit is Unit.PERCENT else Scale.LOG if unit in rates else Scale.IDENTITY
        assert scale_of(unit) is expected


@given(st.sampled_from(Scale), st.floats(0.001, 99.999))
def test_a_scale_leads_there_and_back(scale: Scale, value: float) -> None:
    assert from_scale(to_scale(value, scale), scale) == pytest.approx(value, rel=1e-9)


def test_a_figure_beyond_its_scale_is_missing() -> None:
    assert np.isnan(to_scale([0, -1, np.nan], Scale.LOG)).all()
    assert np.isnan(to_scale([0, 100, 101, -1], Scale.LOGIT)).all()


series = st.lists(st.floats(1, 99), min_size=5, max_size=8)


@given(series, st.sampled_from([0.01, 100]))
def test_rates_per_1000_and_per_100000_tell_one_story(values: list[float], factor: float) -> None:
    one, other = plain(values, scale=Scale.LOG), plain([factor * value for value in values], scale=Scale.LOG)
    assert limits(other) == pytest.approx([factor * limit for limit in limits(one)], rel=1e-6)


@given(series)
def test_the_share_with_and_the_share_without_mirror_each_other(values: list[float]) -> None:
    having = limits(plain(values, scale=Scale.LOGIT))
    lacking = limits(plain([100 - value for value in values], scale=Scale.LOGIT))
    assert lacking == pytest.approx([100 - limit for limit in reversed(having)], abs=1e-6)


@given(series, st.sampled_from(Scale))
def test_the_limits_enclose_the_line_and_never_leave_the_scale(values: list[float], scale: Scale) -> None:
    found = limits(plain(values, scale=scale, to=2023.5))
    assert found == sorted(found)
    if scale is not Scale.IDENTITY:
        assert found[0] >= 0
    if scale is Scale.LOGIT:
        assert found[-1] <= 100


def shares_held(runs: list[Projection], truth: FloatArray) -> tuple[float, float]:
    """How often a new point lay within the 50 % and the 95 % limits."""
    half = [run.lower_50[0] <= new <= run.upper_50[0] for run, new in zip(runs, truth, strict=True)]
    most = [run.lower_95[0] <= new <= run.upper_95[0] for run, new in zip(runs, truth, strict=True)]
    return float(np.mean(half)), float(np.mean(most))


RUNS = 4000


@pytest.mark.parametrize("points", [8, 14])
def test_without_intervals_the_limits_hold_a_new_point_as_often_as_they_say(points: int) -> None:
    rng = np.random.default_rng(20260 + points)
    at = 2010.5 + np.arange(points + 3)
    shares = 100 * special.expit(-1.2 + 0.03 * np.arange(points + 3) + rng.normal(0, 0.08, (RUNS, points + 3)))
    runs = [plain(row[:points], at=at[:points], to=at[-1], scale=Scale.LOGIT) for row in shares]
    half, most = shares_held(runs, shares[:, -1])
    assert half == pytest.approx(0.50, abs=0.025)
    assert most == pytest.approx(0.95, abs=0.012)


@pytest.mark.parametrize(("overdispersion", "least_50", "least_95"), [(1.0, 0.50, 0.95), (3.0, 0.48, 0.93)])
def test_with_intervals_the_limits_hold_a_new_point_at_least_so_often(
    overdispersion: float, least_50: float, least_95: float
) -> None:
    rng = np.random.default_rng(7)
    at = 2012.5 + np.arange(11)
    error = np.array([0.05, 0.09, 0.06, 0.08, 0.07, 0.05, 0.09, 0.06])
    new = np.sqrt((error**2).mean())
    drawn = rng.normal(0, np.sqrt(overdispersion), (RUNS, 9)) * np.append(error, new)
    logs = np.log(300) - 0.02 * np.append(np.arange(8), 10) + drawn
    rates, low, high = np.exp(logs), np.exp(logs[:, :8] - Z * error), np.exp(logs[:, :8] + Z * error)
    runs = [
        project(at[:8], rates[i, :8], low[i], high[i], to=at[-1], scale=Scale.LOG, overlapping=False)
        for i in range(RUNS)
    ]
    assert all(run.weighted for run in runs)
    half, most = shares_held(runs, rates[:, -1])
    assert half >= least_50
    assert most >= least_95
