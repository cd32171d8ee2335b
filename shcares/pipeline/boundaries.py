"""Outlines from GeoJSON geometries to well-known binary, which DuckDB can hold without an extension."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import shapely


def boundary_frame(outlines: Iterable[tuple[str, str, Mapping[str, Any]]]) -> pd.DataFrame:
    """One row per (area_type, area_code, geometry); the geometry is kept to the last digit, longitude first."""
    rows = [(area_type, code, shapely.geometry.shape(dict(geometry))) for area_type, code, geometry in outlines]
    frame = pd.DataFrame(rows, columns=["area_type", "area_code", "shape"])
    geometry = pd.Series(shapely.to_wkb(frame["shape"].to_numpy(), include_srid=False), dtype="object")
    keys = frame[["area_type", "area_code"]]
    return keys.assign(geometry=geometry).sort_values(["area_type", "area_code"], ignore_index=True)
