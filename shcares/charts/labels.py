"""Names beside the points of a scatter, those of places too far off led to by a thin line."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house, placing
from shcares.charts.inline import inline
from shcares.charts.placing import Box, Frame, Place, Spot

OTHER = "other"


def label_layers(
    points: pd.DataFrame, *, frame: Frame, rules: Sequence[Box], line: Sequence[Spot], first: Sequence[str]
) -> list[house.Drawing]:
    """The `label` of every row that has one, where it fits; those of a role in `first` choose first, and are bold.

    Columns needed: `x`, `y`, `role`, `label`. `rules` are the upright intervals (across, low, across, high) and `line`
    the points of a fitted line, both in the numbers of the scales. A name without room is left out: hover has it.
    """
    named = points[points["label"] != ""]
    if named.empty:
        return []
    chosen = named["role"].isin(list(first))
    # Where all are ours none stands out, and bold names would only be wider.
    stand_out = bool((points["role"] == OTHER).any())
    rows = named.assign(bold=chosen & stand_out, last=~chosen).to_dict("records")
    spots = list(zip(points["x"].astype(float), points["y"].astype(float), strict=True))
    found = placing.placed(rows, spots, frame, rules=rules, line=line)
    return _drawn(pd.DataFrame([_written(row, place) for row, place in found]), frame) if found else []


def _written(row: dict[Any, Any], place: Place) -> dict[str, Any]:
    end = {"led": place.led, "reach": place.lead[0], "rise": place.lead[1]}
    return {name: row[name] for name in ("x", "y", "label", "bold")} | place._asdict() | end


def _drawn(names: pd.DataFrame, frame: Frame) -> list[house.Drawing]:
    x = alt.X("x:Q", scale=alt.Scale(domain=[frame.left, frame.right], nice=False, zero=False))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[frame.bottom, frame.top], nice=False, zero=False))
    words = alt.Chart(inline(names)).mark_text(
        align=alt.ExprRef("datum.align"),
        dx=alt.ExprRef("datum.dx"),
        dy=alt.ExprRef("datum.dy"),
        fontWeight=alt.ExprRef("datum.bold ? 700 : 400"),
        baseline="middle",
        fontSize=placing.SIZE,
        color=house.INK,
    )
    led = names[names["led"]]
    lines = alt.Chart(inline(led)).mark_rule(
        x2Offset=alt.ExprRef("datum.reach"), y2Offset=alt.ExprRef("datum.rise"), color=house.INK, opacity=0.5
    )
    written = words.encode(x=x, y=y, text=alt.Text("label:N"))
    if led.empty:
        return [written]
    return [lines.encode(x=x, x2=alt.X2("x:Q"), y=y, y2=alt.Y2("y:Q")), written]
