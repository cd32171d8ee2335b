"""Names and points of a still map: at every size none lies on another, and the most important keep their place."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from shcares.charts.map_ground import Ground
from shcares.charts.map_placing import NAME_SIZE, placed
from shcares.charts.measure import bold_width

GROUND, RADIUS = Ground(1000.0, 2000.0, 2600.0, 3600.0), 9.0
POINTS = pd.DataFrame(
    {"x": [1500.0, 1500.0, 1500.0, 1505.0, 2200.0, 2210.0], "y": [2500.0, 2500.0, 2500.0, 2490.0, 3000.0, 3000.0]}
)
NAMES = pd.DataFrame(
    {
        "name": ["St Helens", "Earlestown", "Newton-le-Willows", "Rainford", "Rainhill", "Haydock"],
        "x": [1510.0, 2400.0, 2480.0, 1100.0, 1200.0, 2200.0],
        "y": [2510.0, 2600.0, 2560.0, 3400.0, 2100.0, 3010.0],
    }
)


def widest_sizes() -> list[tuple[int, float]]:
    """Every step at its own scale, and just before the next."""
    return [
        (step, scale) for step, (low, high) in enumerate(pairwise(GROUND.steps)) if low for scale in (low, high - 1e-6)
    ]


@pytest.mark.parametrize(("step", "scale"), widest_sizes())
def test_no_name_lies_on_a_name_or_a_point_and_no_point_on_a_point(step: int, scale: float) -> None:
    points, names = placed(POINTS, NAMES, GROUND, RADIUS)
    assert points is not None and names is not None
    dots = points.loc[points["step"] == step, ["x", "y"]].to_numpy() * scale
    words = names[names["step"] == step]
    assert len(dots) == len(POINTS)
    for one in range(len(dots)):
        for other in range(one):
            assert np.hypot(*(dots[one] - dots[other])) > 2 * RADIUS - 0.5
    boxes = [
        (row["x"] * scale, row["y"] * scale, bold_width(row["name"], NAME_SIZE) / 2, NAME_SIZE / 2)
        for row in words.to_dict("records")
    ]
    boxes += [(x, y, RADIUS - 0.5, RADIUS - 0.5) for x, y in dots]
    count = len(words)
    for one in range(count):
        for other in [*range(one), *range(count, len(boxes))]:
            (x, y, wide, high), (to_x, to_y, to_wide, to_high) = boxes[one], boxes[other]
            assert abs(x - to_x) > wide + to_wide or abs(y - to_y) > high + to_high, words["name"].tolist()


def test_a_name_alone_stands_on_its_place_at_every_size() -> None:
    _, names = placed(None, NAMES.iloc[[0]], GROUND, RADIUS)
    assert names is not None
    assert names["step"].tolist() == list(range(1, len(GROUND.steps)))
    assert names["x"].sub(1510).abs().max() < 1 and names["y"].sub(2510).abs().max() < 1


def test_of_two_names_on_one_place_the_first_stays_and_the_second_gives_way() -> None:
    both = pd.DataFrame({"name": ["First", "Second"], "x": [1800.0] * 2, "y": [2800.0] * 2})
    _, names = placed(None, both, GROUND, RADIUS)
    assert names is not None
    first, second = (names[names["name"] == name] for name in both["name"])
    assert (first["x"] == 1800).all() and (first["y"] == 2800).all()
    assert len(second) and not ((second["x"] == 1800) & (second["y"] == 2800)).any()


def test_a_fixed_name_stands_on_its_place_or_is_left_out() -> None:
    marks = pd.DataFrame({"name": ["?"] * 2, "x": [1800.0, 1803.0], "y": [2800.0] * 2, "fixed": [True] * 2})
    _, names = placed(None, marks, GROUND, RADIUS)
    assert names is not None
    assert (names["x"] == 1800).all() and len(names) == len(GROUND.steps) - 1


def test_a_point_that_had_to_move_says_where_its_place_is() -> None:
    points, _ = placed(POINTS, None, GROUND, RADIUS)
    assert points is not None
    assert points["moved"].any()
    assert set(zip(points["home_x"], points["home_y"], strict=True)) == set(zip(POINTS["x"], POINTS["y"], strict=True))
    unplaced = points[points["step"] == 0]
    assert not unplaced["moved"].any()
