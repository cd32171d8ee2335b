"""Outlines as charts want them, worked out once for all visitors."""

from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType
from shcares.maps import shapes
from shcares.ui import lineage, reads

_METRES = 60.0
_ORDER = {"town": 0, "village": 1, "suburb": 2}


@lineage.remember()
def outlines(area_type: AreaType) -> list[dict[str, Any]]:
    """Flat outlines of one type of area, thinned to what a small map can show."""
    return shapes.flat_features(shapes.geo_frame(reads.boundaries(area_type)), metres=_METRES)


def without(codes: pd.Index, area_type: AreaType = AreaType.LSOA11) -> str:
    """What a dotted outline means, for the line under a map's title; empty where every area has a figure."""
    bare = {outline["id"] for outline in outlines(area_type)} - set(codes)
    return "; dotted: no figure" if bare else ""


@lineage.remember()
def labels() -> pd.DataFrame:
    """Towns, villages, suburbs to name on a small map, the most important first: `name`, `kind`, `x`, `y`."""
    known = reads.place_labels()
    order = known["kind"].map(_ORDER) - (known["name"] == reads.area_name(areas.ST_HELENS))
    known = known.loc[order.sort_values(kind="stable").index]
    spots = shapes.flat_points(known["longitude"], known["latitude"])
    return known[["name", "kind"]].assign(x=[x for x, _ in spots], y=[y for _, y in spots])


@lineage.remember()
def towns() -> pd.DataFrame:
    """The towns alone, for maps with no room for more names."""
    known = labels()
    return known[known["kind"] == "town"]


@lineage.remember()
def middles(area_type: AreaType) -> pd.DataFrame:
    """A point inside each area of one type, indexed by its code: `latitude`, `longitude`."""
    return shapes.middles(shapes.geo_frame(reads.boundaries(area_type)))
