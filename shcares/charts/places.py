"""A still map: areas filled by group, those without a figure left open, points and names on top."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.style import palette

HEIGHT = 420
_DRAWN, _EMPTY = "drawn", "empty"
_NAME_SIZE = house.TEXT_SIZE - 1
# Samples in the legend are squares with a thin edge, so that the strength of a colour is seen.
_SQUARE, _EDGE = 200, 0.6
_WITH_ICON = 230


def places_chart(
    places: pd.DataFrame,
    *,
    outlines: Sequence[Mapping[str, Any]],
    key: Mapping[str, str],
    finding: str,
    subtitle: str,
    shares: Mapping[str, float] | None = None,
    points: pd.DataFrame | None = None,
    points_key: Mapping[str, str] | None = None,
    labels: pd.DataFrame | None = None,
    height: int = HEIGHT,
) -> house.Drawing:
    """Areas in the colours of their groups; a legend under them.

    `places`, columns needed: `area_code`, `area`, `group` (a name of `key`, or "" where there is no figure), `opacity`
    (0 to 1), `said` (the tooltip's words). `outlines` are flat GeoJSON features whose `id` is the area code. `key`
    gives each group its colour, in the order of the legend; `shares`, where groups differ by strength, the opacity of
    its sample there. `points`: `x`, `y`, `name`, `colour`; `labels`: `x`, `y`, `name`; both in the numbers of the
    outlines. `points_key`, the colours of the points by their `group`, makes the legend one of points, the areas being
    the ground they stand on; the points then have an `icon` and its `ink`. An area without a row is drawn as one
    without a figure.
    """
    if not outlines:
        return house.no_data_chart("no outline is held of these areas")
    rows = {row["area_code"]: row for row in places.to_dict("records")}
    features = [_feature(outline, rows.get(outline["id"], {})) for outline in outlines]
    drawn = [feature for feature in features if feature["properties"]["group"]]
    empty = [feature for feature in features if not feature["properties"]["group"]]
    on_top = _points(points) if points_key is None else _keyed_points(points, points_key)
    legend = _LEGEND if points_key is None else None
    filled = [_filled(key, shares or {}, legend)] if drawn else []
    layers = [*filled, *([_open()] if empty else []), *on_top, *_labels(labels)]
    # Outlines stand beside the layers and are named in them: Altair copies what is inside a layer at every step.
    return (
        alt.layer(*layers, datasets={_DRAWN: drawn, _EMPTY: empty})
        .resolve_scale(color="independent")
        .project(type="identity", reflectY=True)
        .properties(height=height, title=house.title(finding, subtitle))
        .configure_legend(symbolType="square", symbolSize=_SQUARE, symbolStrokeWidth=_EDGE)
    )


def _feature(outline: Mapping[str, Any], row: Mapping[Any, Any]) -> dict[str, Any]:
    said = {name: row.get(name, "") for name in ("area", "group", "said")}
    return {**outline, "properties": said | {"opacity": float(row.get("opacity", 1.0))}}


_TIPS = [alt.Tooltip("properties.area:N", title="Area"), alt.Tooltip("properties.said:N", title="Figure")]


_LEGEND = alt.Legend(
    title=None, orient="bottom", labelFontSize=house.TEXT_SIZE, labelColor=house.INK, columns=3, labelLimit=260
)


def _filled(key: Mapping[str, str], shares: Mapping[str, float], legend: alt.Legend | None) -> house.Drawing:
    painted = [_with_share(colour, shares.get(group, 1.0)) for group, colour in key.items()]
    colour = alt.Color(
        "properties.group:N", scale=alt.Scale(domain=list(key), range=painted), sort=list(key), legend=legend
    )
    shapes = alt.Chart(alt.NamedData(_DRAWN)).mark_geoshape(stroke=palette.COMPARATOR, strokeWidth=0.6)
    opacity = alt.Opacity("properties.opacity:Q", scale=None, legend=None)
    return shapes.encode(color=colour, opacity=opacity, tooltip=_TIPS)


def _with_share(colour: str, share: float) -> str:
    """A colour at a share of its strength, as six digits and two more."""
    return f"{colour}{round(share * 255):02x}" if share < 1 else colour


def _open() -> house.Drawing:
    shapes = alt.Chart(alt.NamedData(_EMPTY)).mark_geoshape(
        fill=None, stroke=palette.NO_DATA, strokeWidth=1, strokeDash=[2, 2]
    )
    return shapes.encode(tooltip=_TIPS)


def _points(points: pd.DataFrame | None) -> list[house.Drawing]:
    if points is None or points.empty:
        return []
    marks = alt.Chart(inline(points)).mark_circle(size=70, stroke=house.INK, strokeWidth=1, opacity=1)
    return [marks.encode(**_at(), color=alt.Color("colour:N", scale=None), tooltip=[alt.Tooltip("name:N", title="")])]


def _keyed_points(points: pd.DataFrame | None, key: Mapping[str, str]) -> list[house.Drawing]:
    """Points large enough for their icon, with a legend of their groups."""
    if points is None or points.empty:
        return []
    legend = _LEGEND.copy()
    legend.symbolType, legend.symbolStrokeColor, legend.columns = "circle", house.INK, 2
    scale = alt.Scale(domain=list(key), range=list(key.values()))
    marks = alt.Chart(inline(points)).mark_circle(size=_WITH_ICON, stroke=house.INK, strokeWidth=1, opacity=1)
    icons = alt.Chart(inline(points)).mark_text(fontSize=_NAME_SIZE - 2, baseline="middle")
    return [
        marks.encode(
            **_at(),
            color=alt.Color("group:N", scale=scale, sort=list(key), legend=legend),
            tooltip=[alt.Tooltip("name:N", title="")],
        ),
        icons.encode(**_at(), text=alt.Text("icon:N"), color=alt.Color("ink:N", scale=None)),
    ]


def _labels(labels: pd.DataFrame | None) -> list[house.Drawing]:
    if labels is None or labels.empty:
        return []
    names = alt.Chart(inline(labels)).mark_text(fontSize=_NAME_SIZE, fontWeight=600, color=house.INK)
    return [names.encode(**_at(), text=alt.Text("name:N"))]


def _at() -> dict[str, Any]:
    return {"longitude": alt.Longitude("x:Q"), "latitude": alt.Latitude("y:Q")}
