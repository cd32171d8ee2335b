"""Outlines thinned for a map: fewer points, no gap between neighbours, the same areas in the same place."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from shcares.maps import shapes
from shcares.maps.scene import scene

# Two areas that share a crooked edge, near St Helens: longitude, latitude.
EDGE = [(-2.70, 53.45), (-2.701, 53.46), (-2.699, 53.47), (-2.7005, 53.48), (-2.70, 53.50)]
WEST = shapely.Polygon([(-2.75, 53.45), *EDGE, (-2.75, 53.50)])
EAST = shapely.Polygon([(-2.65, 53.45), *EDGE, (-2.65, 53.50)])


def held(**polygons: shapely.Polygon) -> pd.DataFrame:
    rows = [(code, code.title(), code.title(), shapely.to_wkb(shape)) for code, shape in polygons.items()]
    return pd.DataFrame(rows, columns=["area_code", "name", "short_name", "geometry"])


@pytest.fixture
def pair() -> gpd.GeoDataFrame:
    return shapes.geo_frame(held(west=WEST, east=EAST))


def test_thinning_takes_points_away_and_opens_no_gap(pair: gpd.GeoDataFrame) -> None:
    thin = shapes.thinned(pair, 500.0)
    assert shapely.get_num_coordinates(thin.geometry).sum() < shapely.get_num_coordinates(pair.geometry).sum()
    assert shapely.coverage_is_valid(thin.geometry.to_numpy(), gap_width=0)
    before, after = (frame.to_crs(shapes.BRITISH_GRID).area.sum() for frame in (pair, thin))
    assert after == pytest.approx(before, rel=0.01)


def test_areas_that_overlap_cannot_be_thinned_together() -> None:
    moved = shapely.affinity.translate(EAST, xoff=-0.01)
    with pytest.raises(ValueError, match="overlap"):
        shapes.thinned(shapes.geo_frame(held(west=WEST, east=moved)), 100.0)


def test_a_chart_gets_whole_numbers_and_a_point_lies_where_the_outlines_put_it(pair: gpd.GeoDataFrame) -> None:
    features = {feature["id"]: feature for feature in shapes.flat_features(pair, metres=50.0)}
    ring = features["west"]["geometry"]["coordinates"][0]
    assert all(isinstance(number, int) for point in ring for number in point)
    inside = WEST.representative_point()
    (x, y), *_ = shapes.flat_points([inside.x], [inside.y])
    assert shapely.geometry.shape(features["west"]["geometry"]).contains(shapely.Point(x, y))
    assert not shapely.geometry.shape(features["east"]["geometry"]).contains(shapely.Point(x, y))


def test_a_middle_is_inside_its_area(pair: gpd.GeoDataFrame) -> None:
    spot = shapes.middles(pair).loc["east"]
    assert EAST.contains(shapely.Point(spot["longitude"], spot["latitude"]))


def test_a_scene_joins_communities_and_names_only_authorities_at_the_border(pair: gpd.GeoDataFrame) -> None:
    whole = shapely.union_all([WEST, EAST])
    beside = shapely.affinity.translate(whole, xoff=0.1)
    far = shapely.affinity.translate(whole, xoff=2.0)
    authorities = shapes.geo_frame(held(borough=whole, beside=beside, far=far))
    leading = pd.Series({"west": "N1", "east": "N1"})
    drawn = scene(neighbourhoods=pair, middle=pair, authorities=authorities, borough="borough", leading=leading)
    joined = shapely.geometry.shape(drawn["communities"]["features"][0]["geometry"])
    assert len(drawn["communities"]["features"]) == 1
    assert joined.symmetric_difference(whole).area < whole.area / 1000
    around = {feature["properties"]["code"]: feature["properties"] for feature in drawn["around"]["features"]}
    assert "borough" not in around and "far" not in around
    longitude, latitude = around["beside"]["at"]
    assert beside.contains(shapely.Point(longitude, latitude))
    assert drawn["box"] == [-2.75, 53.45, -2.65, 53.5]
