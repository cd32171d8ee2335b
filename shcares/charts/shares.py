"""Wholes cut into the same parts, one bar each from nothing to all: shares written where they fit."""

import json
from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.plots import parts_plot
from shcares.domain.plots import Plot
from shcares.style.palette import Wash

_ROW, _HEAD, _BAR = 48, 130, 34
_FITS = 5.0


def shares_chart(
    shares: pd.DataFrame,
    *,
    parts: Mapping[str, Wash],
    order: Sequence[str],
    chosen: str,
    finding: str,
    subtitle: str | list[str],
) -> house.Drawing:
    """One bar a row of `order`, from the top, cut into `parts` (with their washes, in the order of the bar).

    The name of the `chosen` row is bold.

    Columns needed: `name`, `part` (a key of `parts`), `share` (0 to 100; the shares of a name add to 100), `text`
    (written on the part where it is wide enough), `said` (the tooltip's words), `end` (written after the bar). Empty
    input draws "no data".
    """
    drawn = shares.dropna(subset=["share"])
    if drawn.empty:
        return house.no_data_chart("no share is known")
    placed = _placed(drawn, list(parts))
    layers = [_bars(placed, parts, order, chosen), _figures(placed, order), _ends(placed, order)]
    layered = alt.layer(*layers).properties(height=_HEAD + _ROW * len(order), title=house.title(finding, subtitle))
    return layered.resolve_axis(y="independent")


def shares_plot(shares: pd.DataFrame, *, parts: Mapping[str, Wash], order: Sequence[str], axis: str) -> Plot:
    """The same bars as numbers, from the same columns."""
    wide = shares.pivot(index="name", columns="part", values="share").reindex(index=list(order), columns=list(parts))
    colours = {part: wash.on_paper for part, wash in parts.items()}
    return parts_plot(wide.reset_index(), category="name", parts=colours, axis=axis, decimals=1)


def _placed(drawn: pd.DataFrame, parts: Sequence[str]) -> pd.DataFrame:
    """Each part with where it begins and ends along its bar."""
    ordered = drawn.assign(place=[parts.index(part) for part in drawn["part"]]).sort_values(["name", "place"])
    until = ordered.groupby("name", sort=False)["share"].cumsum()
    begins = until - ordered["share"]
    return ordered.assign(**{"from": begins, "to": until, "middle": (begins + until) / 2})


def _x(field: str) -> alt.X:
    axis = house.axis(None, values=[0, 20, 40, 60, 80, 100], labelExpr="datum.value + '%'", grid=False)
    return alt.X(field, axis=axis, scale=alt.Scale(domain=[0, 100], nice=False))


def _y(order: Sequence[str], axis: alt.Axis | None) -> alt.Y:
    return alt.Y("name:N", sort=list(order), axis=axis)


def _names(chosen: str) -> alt.Axis:
    weight = {"condition": {"test": f"datum.value === {json.dumps(chosen)}", "value": 700}, "value": 400}
    return house.axis(None, labelLimit=200, labelFontWeight=weight, labelOpacity=1)


def _bars(placed: pd.DataFrame, parts: Mapping[str, Wash], order: Sequence[str], chosen: str) -> house.Drawing:
    legend = alt.Legend(
        title=None,
        orient="bottom",
        direction="horizontal",
        labelFontSize=house.TEXT_SIZE,
        labelColor=house.INK,
        labelLimit=260,
        symbolStrokeColor=house.INK,
        symbolStrokeWidth=0.5,
        symbolType="square",
    )
    scale = alt.Scale(domain=list(parts), range=[_painted(wash) for wash in parts.values()])
    bars = alt.Chart(inline(placed)).mark_bar(height=_BAR, stroke=house.INK, strokeWidth=0.5, strokeOpacity=0.6)
    return bars.encode(
        x=_x("from:Q"),
        x2=alt.X2("to:Q"),
        y=_y(order, _names(chosen)),
        color=alt.Color("part:N", scale=scale, sort=list(parts), legend=legend),
        tooltip=[
            alt.Tooltip("name:N", title="List"),
            alt.Tooltip("part:N", title="Part"),
            alt.Tooltip("said:N", title="Patients"),
        ],
    )


def _painted(wash: Wash) -> str:
    """A wash as `#rrggbbaa`: unlike a mix of colours, legends and pictures understand it too."""
    return f"{wash.colour}{round(wash.share * 255):02x}"


def _figures(placed: pd.DataFrame, order: Sequence[str]) -> house.Drawing:
    wide = placed[placed["share"] >= _FITS]
    words = alt.Chart(inline(wide)).mark_text(color=house.INK, fontSize=house.TEXT_SIZE, fontWeight=600)
    return words.encode(x=_x("middle:Q"), y=_y(order, None), text=alt.Text("text:N"))


def _ends(placed: pd.DataFrame, order: Sequence[str]) -> house.Drawing:
    last = placed.groupby("name", as_index=False, sort=False).tail(1)
    words = alt.Chart(inline(last)).mark_text(align="left", dx=8, color=house.INK, fontSize=house.TEXT_SIZE)
    return words.encode(x=_x("to:Q"), y=_y(order, None), text=alt.Text("end:N"))
