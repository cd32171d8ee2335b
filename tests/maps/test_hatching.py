"""Patterns for charts: lines stay in their areas, run on over borders, and are as heavy as their share."""

from typing import Any

import shapely

from shcares.maps.hatching import hatched
from shcares.style.patterns import Pattern


def square(code: str, west: int) -> dict[str, Any]:
    edge = [[west, 0], [west + 300, 0], [west + 300, 300], [west, 300], [west, 0]]
    return {"type": "Feature", "id": code, "geometry": {"type": "Polygon", "coordinates": [edge]}}


OUTLINES = [square("A", 0), square("B", 300), square("C", 600), square("D", 900)]


def lines(feature: dict[str, Any]) -> Any:
    return shapely.geometry.shape(feature["geometry"])


def test_lines_stay_in_their_own_areas_and_what_is_plain_or_not_asked_for_has_none() -> None:
    wanted = {"A": (Pattern.SLANTED, 0.9), "B": (Pattern.LEVEL, 0.9), "C": (Pattern.PLAIN, 0.9)}
    found = {feature["properties"]["pattern"]: lines(feature) for feature in hatched(OUTLINES, wanted)}
    assert set(found) == {"slanted", "level"}
    assert found["slanted"].length > 1000 and found["level"].length > 1000
    assert shapely.box(-1, -1, 301, 301).covers(found["slanted"])
    assert shapely.box(299, -1, 601, 301).covers(found["level"])


def test_no_two_patterns_run_alike() -> None:
    heights = {}
    for pattern in (Pattern.SLANTED, Pattern.LEVEL):
        (feature,) = hatched(OUTLINES, {"A": (pattern, 1.0)})
        heights[pattern] = {round(abs(part.coords[0][1] - part.coords[-1][1])) for part in lines(feature).geoms}
    assert heights[Pattern.LEVEL] == {0}
    assert max(heights[Pattern.SLANTED]) > 200


def test_lines_run_on_over_a_border_and_shares_are_kept_apart() -> None:
    (both,) = hatched(OUTLINES, {"A": (Pattern.LEVEL, 0.9), "B": (Pattern.LEVEL, 0.9)})
    inside = [part for part in lines(both).geoms if 0 < part.coords[0][1] < 300]
    assert inside and {round(part.length) for part in inside} == {600}
    heavy, light = hatched(OUTLINES, {"A": (Pattern.LEVEL, 0.9), "B": (Pattern.LEVEL, 0.3)})
    assert sorted(one["properties"]["share"] for one in (heavy, light)) == [0.3, 0.9]
    levels = [{part.coords[0][1] for part in lines(one).geoms} for one in (heavy, light)]
    assert levels[0] == levels[1]
