"""Lines across areas, cut off at their edges: a pattern for charts that know none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from shcares.style.patterns import Pattern

_STEP = 42
"""Between two lines, in the numbers of `shapes.flat_features`: 420 metres."""


def hatched(outlines: Iterable[Mapping[str, Any]], wanted: Mapping[str, tuple[Pattern, float]]) -> list[dict[str, Any]]:
    """The lines of each pattern and share, as features of flat GeoJSON with `pattern` and `share` (0 to 1).

    `outlines` as `shapes.flat_features` has them; `wanted` by area code. Lines of one pattern run on from area to area.
    What is plain has none.
    """
    held: dict[tuple[Pattern, float], list[Any]] = {}
    for outline in outlines:
        pattern, share = wanted.get(str(outline["id"]), (Pattern.PLAIN, 0.0))
        if pattern is not Pattern.PLAIN:
            held.setdefault((pattern, share), []).append(shapely.geometry.shape(outline["geometry"]))
    return [_feature(shapes, pattern, share) for (pattern, share), shapes in sorted(held.items())]


def _feature(shapes: Sequence[Any], pattern: Pattern, share: float) -> dict[str, Any]:
    ground = shapely.union_all([shapely.make_valid(shape) for shape in shapes])
    lines = shapely.intersection(shapely.MultiLineString(_lines(ground.bounds, pattern)), ground)
    return {
        "type": "Feature",
        "properties": {"pattern": pattern.value, "share": share},
        "geometry": {"type": "MultiLineString", "coordinates": _ends(lines)},
    }


def _lines(bounds: tuple[float, float, float, float], pattern: Pattern) -> list[list[tuple[float, float]]]:
    """Lines over the whole of the bounds, each where it would also be over any other."""
    west, south, east, north = bounds
    if pattern is Pattern.SLANTED:
        step = _STEP * 2**0.5
        return [[(at + south, south), (at + north, north)] for at in _steps(west - north, east - south, step)]
    return [[(west, at), (east, at)] for at in _steps(south, north, _STEP)]


def _steps(first: float, last: float, step: float) -> list[float]:
    return [float(at) for at in np.arange(np.floor(first / step) * step, last + step, step)]


def _ends(lines: Any) -> list[list[list[int]]]:
    """Both ends of every straight piece, as whole numbers."""
    pieces = [part for part in shapely.get_parts(lines) if part.geom_type == "LineString"]
    return [[[round(x), round(y)] for x, y in (piece.coords[0], piece.coords[-1])] for piece in pieces]
