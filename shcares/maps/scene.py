"""What a locality map always holds: outlines, the country around, names of places. Made once, fetched once."""

from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from shcares.maps.shapes import BRITISH_GRID, LONGITUDE_LATITUDE, thinned

_METRES, _DECIMALS = 15.0, 5
_AROUND_METRES, _CORRIDOR_METRES = 9_000.0, 2_200.0
_KEPT = ("area_code", "short_name")


def scene(
    *,
    neighbourhoods: gpd.GeoDataFrame,
    middle: gpd.GeoDataFrame,
    authorities: gpd.GeoDataFrame,
    borough: str,
    leading: "pd.Series[str]",
) -> dict[str, Any]:
    """Outlines as GeoJSON, longitude first, five decimals (about a metre).

    `leading` names a community for each neighbourhood's code. `small` and `middle` are the areas of the borough,
    `communities` the neighbourhoods of each community as one; `around` the authorities round it, cut to what the map
    can show, each with a point (`at`) where its name stands; `box` the borough's west, south, east and north.
    """
    within = authorities[authorities["area_code"] == borough]
    small = _thin(neighbourhoods)
    return {
        "small": _collection(small),
        "communities": _collection(_joined(small, leading)),
        "middle": _collection(_thin(middle)),
        "borough": _collection(within),
        "around": _around(authorities[authorities["area_code"] != borough], within),
        "box": [round(float(edge), _DECIMALS) for edge in within.total_bounds],
    }


def _thin(places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return thinned(places, _METRES).to_crs(LONGITUDE_LATITUDE)


def _joined(small: gpd.GeoDataFrame, leading: "pd.Series[str]") -> gpd.GeoDataFrame:
    """The neighbourhoods of each community as one shape."""
    joined = small.assign(community=small["area_code"].map(leading)).dissolve("community").reset_index()
    return joined.assign(area_code=joined["community"], short_name=joined["community"])


def _around(others: gpd.GeoDataFrame, within: gpd.GeoDataFrame) -> dict[str, Any]:
    """The other authorities near the borough; the name stands in the strip of each that runs along the border."""
    flat, own = others.to_crs(BRITISH_GRID), within.to_crs(BRITISH_GRID).geometry.iloc[0]
    near = flat.clip(shapely.box(*own.buffer(_AROUND_METRES).bounds))
    beside = near[near.intersects(own.buffer(_CORRIDOR_METRES))]
    spots = beside.geometry.intersection(own.buffer(_CORRIDOR_METRES * 2)).representative_point()
    points = gpd.GeoSeries(spots, crs=BRITISH_GRID).to_crs(LONGITUDE_LATITUDE)
    named = near.to_crs(LONGITUDE_LATITUDE)
    at = {code: _rounded(point.x, point.y) for code, point in zip(beside["area_code"], points, strict=True)}
    return _collection(named, {code: {"at": spot} for code, spot in at.items()})


def _collection(places: gpd.GeoDataFrame, more: dict[str, dict[str, Any]] | None = None) -> dict[str, Any]:
    shapes = shapely.set_precision(places.geometry.to_numpy(), 10**-_DECIMALS)
    features = [
        {
            "type": "Feature",
            "properties": {
                "code": row["area_code"],
                "name": row["short_name"],
                **(more or {}).get(row["area_code"], {}),
            },
            "geometry": _short(shapely.geometry.mapping(shape)),
        }
        for row, shape in zip(pd.DataFrame(places[list(_KEPT)]).to_dict("records"), shapes, strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}


def _short(geometry: Any) -> Any:
    if isinstance(geometry, dict):
        return {"type": geometry["type"], "coordinates": _short(geometry["coordinates"])}
    if isinstance(geometry, (list, tuple)):
        return [_short(part) for part in geometry]
    return round(float(geometry), _DECIMALS)


def _rounded(longitude: float, latitude: float) -> list[float]:
    return [round(longitude, _DECIMALS), round(latitude, _DECIMALS)]
