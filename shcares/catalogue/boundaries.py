"""Boundaries: one GeoJSON file for each area type, each shape a closed polygon of a known area."""

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from shcares.catalogue.faults import choices, quoted
from shcares.catalogue.references import Known
from shcares.catalogue.tables import LATITUDE, LONGITUDE
from shcares.catalogue.text_files import read_text
from shcares.domain.errors import Problem
from shcares.domain.vocabulary import AreaType

FOLDER = "geography/boundaries"

Boundary = tuple[str, str, Mapping[str, Any]]
Fault = tuple[str, str, str]


def read_boundaries(root: Path, known: Known) -> tuple[tuple[Boundary, ...], list[Problem]]:
    """Every shape as (area_type, area_code, GeoJSON geometry)."""
    boundaries: list[Boundary] = []
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*.geojson")):
        file = f"{FOLDER}/{path.name}"
        if path.stem not in set(AreaType):
            expected = "the name of an area type: " + choices(AreaType)
            problems.append(Problem(file, "", f"the file name {quoted(path.name)}", expected, "rename it"))
            continue
        features, faults = _features(path, file)
        problems += faults
        shapes, faults = _shapes(features, path.stem, file, known)
        boundaries += shapes
        problems += faults
    return tuple(boundaries), problems


def _features(path: Path, file: str) -> tuple[list[object], list[Problem]]:
    text, problems = read_text(path, file)
    if text is None:
        return [], problems
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        found = f"text that is not JSON ({' '.join(str(error).split())})"
        return [], [*problems, Problem(file, place, found, "a GeoJSON file", "put the whole file back")]
    if not isinstance(content, dict) or not isinstance(content.get("features"), list):
        expected = "a FeatureCollection with a list of features"
        return [], [*problems, Problem(file, "", "no features", expected, "put the whole file back")]
    return content["features"], problems


def _shapes(features: list[object], area_type: str, file: str, known: Known) -> tuple[list[Boundary], list[Problem]]:
    shapes: dict[str, Boundary] = {}
    problems: list[Problem] = []
    for number, feature in enumerate(features, 1):
        parts = feature if isinstance(feature, dict) else {}
        properties, geometry = parts.get("properties"), parts.get("geometry")
        code = properties.get("area_code") if isinstance(properties, dict) else None
        place = f"feature {number}" + (f" ({code})" if isinstance(code, str) else "")
        faults = [*_code_faults(properties, area_type, known, shapes), *_geometry_faults(geometry)]
        problems += [Problem(file, place, *fault) for fault in faults]
        if isinstance(code, str) and isinstance(geometry, dict):
            shapes.setdefault(code, (area_type, code, geometry))
    return list(shapes.values()), problems


def _code_faults(properties: object, area_type: str, known: Known, seen: Mapping[str, object]) -> Iterable[Fault]:
    if not isinstance(properties, dict) or not isinstance(properties.get("area_code"), str):
        yield quoted(properties), 'properties {"area_code": "..."}', "give the feature its area_code"
        return
    code = properties["area_code"]
    for name in properties.keys() - {"area_code"}:
        yield f"the property {quoted(name)}", "area_code only", "remove it; names live in areas/areas.csv"
    if area_type in known and code not in known[area_type]:
        expected = f"a {area_type} of areas/areas.csv"
        yield f"a boundary for {quoted(code)}, which is not known", expected, "correct the code, or add the area"
    if code in seen:
        yield "a second boundary for this area", "one for each area", "remove one of them"


def _geometry_faults(geometry: object) -> Iterable[Fault]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in ("Polygon", "MultiPolygon"):
        yield f"a geometry of type {quoted(kind)}", "Polygon or MultiPolygon", "give the area a shape"
        return
    shape = geometry.get("coordinates")
    polygons = [shape] if kind == "Polygon" else shape
    if not isinstance(polygons, list) or not polygons or not all(isinstance(rings, list) for rings in polygons):
        yield "coordinates that are not rings", "lists of rings of [longitude, latitude]", "put the shape back"
        return
    rings = [(ring, place == 0) for polygon in polygons for place, ring in enumerate(polygon)]
    faults = [fault for ring, outer in rings for fault in _ring_faults(ring, outer)]
    yield from dict.fromkeys(faults)


def _ring_faults(ring: object, outer: bool) -> Iterable[Fault]:
    try:
        points = np.asarray(ring, dtype="float64")
    except (TypeError, ValueError):
        points = np.empty(0)
    if points.ndim != 2 or points.shape[1] != 2 or len(points) < 4 or not np.isfinite(points).all():
        yield "a ring without four numbered points", "rings of [longitude, latitude]", "put the shape back"
        return
    low, high = points.min(axis=0), points.max(axis=0)
    if low[0] < LONGITUDE[0] or high[0] > LONGITUDE[1] or low[1] < LATITUDE[0] or high[1] > LATITUDE[1]:
        yield (
            f"points as far as {low.tolist()} and {high.tolist()}",
            "longitude, latitude within Britain",
            "reproject it",
        )
    elif (points[0] != points[-1]).any():
        yield "a ring that does not close", "the first point again as the last", "close the ring"
    elif _turns_left(points) != outer:
        right = "outer rings anti-clockwise, holes clockwise (RFC 7946)"
        yield f"{'an outer ring' if outer else 'a hole'} that runs the wrong way round", right, "reverse the ring"


def _turns_left(points: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> bool:
    """Whether a closed ring runs anti-clockwise: its signed area is positive."""
    x, y = points[:, 0] - points[0, 0], points[:, 1] - points[0, 1]
    return math.fsum(x[:-1] * y[1:] - x[1:] * y[:-1]) > 0
