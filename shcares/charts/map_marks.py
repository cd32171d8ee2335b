"""What stands on a still map: points with their icons and lines to their places, and names."""

from collections.abc import Mapping
from math import pi, sqrt
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.map_ground import WHERE
from shcares.style import palette

_NAME_SIZE, _EDGE = house.TEXT_SIZE - 1, 3.5
_PLAIN, _WITH_ICON = 70, 230
_ROUND = "circle"


def radius(*, keyed: bool) -> float:
    """How far a point reaches from its middle, in pixels; one with an icon farther."""
    return sqrt((_WITH_ICON if keyed else _PLAIN) / pi) + 1


def points(rows: pd.DataFrame | None, key: Mapping[str, str] | None, legend: alt.Legend) -> list[house.Drawing]:
    """Points where they were placed; with a `key` large enough for their icon, and a legend of their groups."""
    if rows is None or rows.empty:
        return []
    return [*_leads(rows), *(_small(rows) if key is None else _keyed(rows, key, legend))]


def _leads(rows: pd.DataFrame) -> list[house.Drawing]:
    """A thin line to the place of each point that stands elsewhere."""
    moved = rows.loc[rows["moved"], ["x", "y", "home_x", "home_y", "step"]]
    if moved.empty:
        return []
    lines = _chart(moved).mark_rule(color=house.INK, strokeWidth=1)
    return [lines.encode(**_at(), longitude2=alt.Longitude2("home_x"), latitude2=alt.Latitude2("home_y"))]


def _small(rows: pd.DataFrame) -> list[house.Drawing]:
    wanted = rows.drop(columns=["home_x", "home_y", "moved"])
    marks = _chart(wanted.assign(shape=wanted.get("shape", _ROUND))).mark_point(
        filled=True, size=_PLAIN, stroke=house.INK, strokeWidth=1, opacity=1
    )
    shape = alt.Shape("shape:N", scale=None, legend=None)
    return [marks.encode(**_at(), shape=shape, color=alt.Color("colour:N", scale=None), tooltip=_tip())]


def _keyed(rows: pd.DataFrame, key: Mapping[str, str], legend: alt.Legend) -> list[house.Drawing]:
    wide = legend.copy()
    wide.symbolStrokeColor, wide.columns = house.INK, 2
    wanted = rows.drop(columns=["home_x", "home_y", "moved"])
    marks = _chart(wanted).mark_circle(size=_WITH_ICON, stroke=house.INK, strokeWidth=1, opacity=1)
    icons = _chart(wanted[["x", "y", "icon", "ink", "step"]]).mark_text(fontSize=_NAME_SIZE - 2, baseline="middle")
    scale = alt.Scale(domain=list(key), range=list(key.values()))
    colour = alt.Color("group:N", scale=scale, sort=list(key), legend=wide)
    return [
        marks.encode(**_at(), color=colour, tooltip=_tip()),
        icons.encode(**_at(), text=alt.Text("icon:N"), color=alt.Color("ink:N", scale=None)),
    ]


def names(rows: pd.DataFrame | None) -> list[house.Drawing]:
    """Names where they were placed, dark on a light edge, so that they can be read on any fill and either paper."""
    if rows is None or rows.empty:
        return []
    look = {"fontSize": _NAME_SIZE, "fontWeight": 600, "baseline": "middle"}
    edge = {"stroke": palette.LIGHT.background, "strokeWidth": _EDGE, "strokeJoin": "round", "aria": False}
    marks = [_chart(rows).mark_text(**look, **edge), _chart(rows).mark_text(**look, color=palette.LIGHT.ink)]
    return [mark.encode(**_at(), text=alt.Text("name:N")) for mark in marks]


def _chart(rows: pd.DataFrame) -> Any:
    return alt.Chart(inline(rows)).transform_filter(WHERE)


def _tip() -> list[alt.Tooltip]:
    return [alt.Tooltip("name:N", title="")]


def _at() -> dict[str, Any]:
    return {"longitude": alt.Longitude("x:Q"), "latitude": alt.Latitude("y:Q")}
