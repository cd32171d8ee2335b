"""A still map: areas filled by group, those without a figure left open, points and names on top."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house, map_marks
from shcares.charts.inline import inline
from shcares.charts.map_ground import ground_of
from shcares.charts.map_placing import placed
from shcares.style import palette

HEIGHT = 420
_DRAWN, _EMPTY, _LINES = "drawn", "empty", "lines"
# Samples in the legend are squares with a thin edge, so that the strength of a colour is seen.
_SQUARE, _SAMPLE, _EDGE = 200, 420, 0.6
_WEIGHT, _PAST_SAMPLE = 2.6, 28


@dataclass(frozen=True)
class Hatching:
    """Patterns over areas: features of flat GeoJSON with `pattern` and `share`, and each group's sample as a path."""

    lines: Sequence[Mapping[str, Any]]
    samples: Mapping[str, str]


def places_chart(
    places: pd.DataFrame,
    *,
    outlines: Sequence[Mapping[str, Any]],
    key: Mapping[str, str],
    finding: str,
    subtitle: str,
    shares: Mapping[str, float] | None = None,
    hatching: Hatching | None = None,
    points: pd.DataFrame | None = None,
    points_key: Mapping[str, str] | None = None,
    labels: pd.DataFrame | None = None,
    height: int = HEIGHT,
) -> house.Drawing:
    """Areas in the colours of their groups; a legend under them.

    `places`, columns needed: `area_code`, `area`, `group` (a name of `key`, or "" where there is no figure), `opacity`
    (0 to 1), `said` (the tooltip's words). `outlines` are flat GeoJSON features whose `id` is the area code. `key`
    gives each group its colour, in the order of the legend; `shares`, where groups differ by strength, the opacity of
    its sample there; `hatching` the patterns that tell groups apart without colour. `points`: `x`, `y`, `name`,
    `colour`, and `shape`, a path, if it is no circle; `labels`: `x`, `y`, `name`, and `fixed` if a name may stand
    nowhere else, the most important first; both in the numbers of the outlines. Points and names are moved so that none
    lies on another; a name without room is left out. `points_key`, the colours of the points by their `group`, makes
    the legend one of points, the areas being the ground they stand on; the points then have an `icon` and its `ink`.
    An area without a row is drawn as one without a figure.
    """
    if not outlines:
        return house.no_data_chart("no outline is held of these areas")
    rows = {row["area_code"]: row for row in places.to_dict("records")}
    features = [_feature(outline, rows.get(outline["id"], {})) for outline in outlines]
    drawn = [feature for feature in features if feature["properties"]["group"]]
    empty = [feature for feature in features if not feature["properties"]["group"]]
    ground = ground_of(outlines)
    at_points, at_names = placed(points, labels, ground, map_marks.radius(keyed=points_key is not None))
    legend = None if points_key is not None or hatching else _legend("square", _SQUARE)
    layers = [
        *([_filled(key, shares or {}, legend)] if drawn else []),
        *(_hatched(hatching, key) if hatching else []),
        *([_open()] if empty else []),
        *map_marks.points(at_points, points_key, _legend("circle", _SQUARE)),
        *map_marks.names(at_names),
    ]
    held = {_DRAWN: drawn, _EMPTY: empty, _LINES: list(hatching.lines) if hatching else []}
    # Outlines stand beside the layers and are named in them: Altair copies what is inside a layer at every step.
    return (
        alt.layer(*layers, datasets={name: rows for name, rows in held.items() if rows})
        .resolve_scale(color="independent", fill="independent", shape="independent", stroke="independent")
        .project(**ground.projection)
        .add_params(*ground.params)
        .properties(height=height, title=house.title(finding, subtitle), usermeta={"aspect": round(ground.aspect, 3)})
        .configure_legend(symbolStrokeWidth=_EDGE)
    )


def _feature(outline: Mapping[str, Any], row: Mapping[Any, Any]) -> dict[str, Any]:
    said = {name: row.get(name, "") for name in ("area", "group", "said")}
    return {**outline, "properties": said | {"opacity": float(row.get("opacity", 1.0))}}


_TIPS = [alt.Tooltip("properties.area:N", title="Area"), alt.Tooltip("properties.said:N", title="Figure")]


def _legend(symbol: Any, size: int) -> alt.Legend:
    words: dict[str, Any] = {
        "title": None,
        "labelFontSize": house.TEXT_SIZE,
        "labelColor": house.INK,
        "labelLimit": 260,
    }
    return alt.Legend(orient="bottom", columns=3, symbolType=symbol, symbolSize=size, **words)


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


def _hatched(hatching: Hatching, key: Mapping[str, str]) -> list[house.Drawing]:
    """Lines as heavy as their share, dots where they are dotted; a legend of samples."""
    weight = alt.StrokeWidth("weight:Q", scale=None, legend=None)
    lines = alt.Chart(alt.NamedData(_LINES)).mark_geoshape(
        filled=False, stroke=palette.COMPARATOR, strokeCap="round", strokeDash=alt.ExprRef(_DOTS)
    )
    legend = _legend(alt.Undefined, _SAMPLE)
    legend.symbolStrokeWidth, legend.labelOffset, legend.columns = 1.4, _PAST_SAMPLE, 2
    groups = list(hatching.samples)
    looks = {
        "shape": (alt.Shape, list(hatching.samples.values())),
        "fill": (alt.Fill, [key[group] for group in groups]),
        "stroke": (alt.Stroke, [palette.COMPARATOR] * len(groups)),
    }
    encoded = {
        name: channel("group:N", scale=alt.Scale(domain=groups, range=each), sort=groups, legend=legend)
        for name, (channel, each) in looks.items()
    }
    # Areas know no shapes, so the legend is that of points of which there is none.
    samples = alt.Chart(inline(pd.DataFrame({"group": groups}))).transform_filter("false").mark_point(opacity=1)
    weighed = lines.transform_calculate(weight=f"datum.properties.share * {_WEIGHT}")
    return [weighed.encode(strokeWidth=weight), samples.encode(**encoded)]


_DOTS = "datum.properties.pattern == 'dotted' ? [0.1, 8] : [1, 0]"


def _open() -> house.Drawing:
    shapes = alt.Chart(alt.NamedData(_EMPTY)).mark_geoshape(
        fill=None, stroke=palette.NO_DATA, strokeWidth=1, strokeDash=[2, 2]
    )
    return shapes.encode(tooltip=_TIPS)
