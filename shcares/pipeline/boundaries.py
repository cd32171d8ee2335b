"""Outlines from GeoJSON geometries to well-known binary, which DuckDB can hold without an extension."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import shapely

from shcares.domain.vocabulary import AreaType


def boundary_frame(outlines: Iterable[tuple[str, str, Mapping[str, Any]]], lookup: pd.DataFrame) -> pd.DataFrame:
    """One row per (area_type, area_code, geometry); the geometry is kept to the last digit, longitude first.

    A middle-layer area of 2011 gets the union of the outlines of its neighbourhoods, which nest in it exactly.
    """
    rows = [(area_type, code, shapely.geometry.shape(dict(geometry))) for area_type, code, geometry in outlines]
    given = pd.DataFrame(rows, columns=["area_type", "area_code", "shape"])
    frame = pd.concat([given, _unions(given, lookup)])
    geometry = pd.Series(shapely.to_wkb(frame["shape"].to_numpy(), include_srid=False), dtype="object")
    keys = frame[["area_type", "area_code"]].reset_index(drop=True)
    return keys.assign(geometry=geometry).sort_values(["area_type", "area_code"], ignore_index=True)


def _unions(given: pd.DataFrame, lookup: pd.DataFrame) -> pd.DataFrame:
    """The outlines of the middle-layer areas all of whose neighbourhoods have one."""
    nests = lookup.drop_duplicates("lsoa11_code")[["lsoa11_code", "msoa11_code"]]
    known = given[given["area_type"] == AreaType.LSOA11].rename(columns={"area_code": "lsoa11_code"})
    held = nests.merge(known, how="left")
    rows = [
        (str(AreaType.MSOA11), code, shapely.union_all(part["shape"].to_numpy()))
        for code, part in held.groupby("msoa11_code")
        if part["shape"].notna().all()
    ]
    return pd.DataFrame(rows, columns=given.columns)
