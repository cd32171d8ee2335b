"""Outlines as geometry: read from the store's bytes, thinned without opening a gap, flattened for a chart."""

from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

LONGITUDE_LATITUDE, BRITISH_GRID = "EPSG:4326", "EPSG:27700"
# Flat numbers count tens of metres from a corner south-west of the city region, so that they have few digits.
_STEP, _CORNER = 10.0, (330_000.0, 370_000.0)


def geo_frame(boundaries: pd.DataFrame) -> gpd.GeoDataFrame:
    """Outlines of the store (`geometry` in well-known binary, longitude first) as a GeoDataFrame."""
    shapes = shapely.from_wkb(boundaries["geometry"].to_numpy())
    return gpd.GeoDataFrame(boundaries.drop(columns="geometry"), geometry=shapes, crs=LONGITUDE_LATITUDE)


def thinned(places: gpd.GeoDataFrame, metres: float) -> gpd.GeoDataFrame:
    """The same outlines with fewer points, on the British grid: edges that two areas share stay one edge.

    `metres` is about how far an edge may move. Raises ValueError if the areas overlap, for then no edge is shared.
    """
    flat = places.to_crs(BRITISH_GRID)
    if not shapely.coverage_is_valid(flat.geometry.to_numpy(), gap_width=0):
        raise ValueError("the outlines overlap or leave gaps, so they cannot be thinned together")
    return flat.set_geometry(shapely.coverage_simplify(flat.geometry.to_numpy(), metres))


def flat_features(places: gpd.GeoDataFrame, *, metres: float) -> list[dict[str, Any]]:
    """One GeoJSON feature an area, its `id` the area code, in tens of metres east and north of a corner.

    The numbers are flat, so a chart draws them with an identity projection turned upside down.
    """
    thin = thinned(places, metres)
    scaled = shapely.transform(thin.geometry.to_numpy(), lambda points: ((points - _CORNER) / _STEP).round())
    return [
        {"type": "Feature", "id": code, "properties": {}, "geometry": _whole(shapely.geometry.mapping(shape))}
        for code, shape in zip(thin["area_code"], scaled, strict=True)
    ]


def flat_points(longitudes: Iterable[float], latitudes: Iterable[float]) -> list[tuple[float, float]]:
    """Points in the same numbers as `flat_features`."""
    points = gpd.GeoSeries(gpd.points_from_xy(longitudes, latitudes), crs=LONGITUDE_LATITUDE).to_crs(BRITISH_GRID)
    return [(round((point.x - _CORNER[0]) / _STEP), round((point.y - _CORNER[1]) / _STEP)) for point in points]


def middles(places: gpd.GeoDataFrame) -> pd.DataFrame:
    """A point inside each area, indexed by its code: `latitude` and `longitude`."""
    points = places.to_crs(BRITISH_GRID).representative_point().to_crs(LONGITUDE_LATITUDE)
    return pd.DataFrame({"latitude": points.y.to_numpy(), "longitude": points.x.to_numpy()}, index=places["area_code"])


def _whole(geometry: Any) -> Any:
    if isinstance(geometry, dict):
        return {"type": geometry["type"], "coordinates": _whole(geometry["coordinates"])}
    if isinstance(geometry, (list, tuple)):
        return [_whole(part) for part in geometry]
    return int(geometry)
