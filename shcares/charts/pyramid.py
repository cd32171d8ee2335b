"""An age pyramid: shares of one list by sex and age band as bars, another list's as an outline on the same scale."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.plots import parts_plot
from shcares.domain.plots import Plot, PlotKind
from shcares.style.palette import Wash

LEFT, RIGHT = "Male", "Female"
_ROW, _HEAD = 30, 170
_THICK = alt.RelativeBandSize(band=0.74)
_STEP, _ROOM = 2.0, 1.16
_LIGHTER = 0.5


def pyramid_chart(
    shares: pd.DataFrame,
    *,
    colour: str,
    bands: Sequence[str],
    sides: tuple[str, str],
    finding: str,
    subtitle: str | list[str],
    outline_name: str = "",
) -> house.Drawing:
    """Bars to the left for `LEFT`, to the right for `RIGHT`, one row a band, `bands` youngest first.

    Columns needed: `band`, `sex`, `share` (% of the whole list), `text` (written at the end of the bar), `said` (the
    tooltip's words) and `outline` (% of the other list's whole; NaN where there is none to compare). `sides` are the
    headings of the two halves. Empty input draws "no data".
    """
    drawn = shares.dropna(subset=["share"])
    if drawn.empty:
        return house.no_data_chart("no count by age and sex is held")
    sign = drawn["sex"].map({LEFT: -1.0, RIGHT: 1.0})
    placed = drawn.assign(at=drawn["share"] * sign, edge=drawn["outline"] * sign)
    reach = float(drawn[["share", "outline"]].max().max()) * _ROOM
    x = alt.Scale(domain=[-reach, reach], nice=False)
    y = alt.Y("band:N", sort=list(reversed(bands)), axis=house.axis(None, labelOpacity=1))
    layers = [
        _bars(placed, colour, x, y),
        *_outline(placed.dropna(subset=["edge"]), x, y, outline_name),
        *_texts(placed, x, y),
        _heads(sides, reach, x),
    ]
    return alt.layer(*layers).properties(height=_HEAD + _ROW * len(bands), title=_title(finding, subtitle))


def pyramid_plot(shares: pd.DataFrame, *, colour: str, bands: Sequence[str], sides: tuple[str, str], axis: str) -> Plot:
    """The bars as numbers: two series side by side, the oldest at the top; the other list's outline is not among them.

    Columns needed: `band`, `sex`, `share`; `sides` are the names of `LEFT` and `RIGHT`.
    """
    names = dict(zip((LEFT, RIGHT), sides, strict=True))
    wide = (
        shares.pivot(index="band", columns="sex", values="share").reindex(list(reversed(bands))).rename(columns=names)
    )
    colours = {names[RIGHT]: colour, names[LEFT]: Wash(colour, _LIGHTER).on_paper}
    return parts_plot(wide.reset_index(), category="band", parts=colours, axis=axis, decimals=1, kind=PlotKind.BARS)


def _title(finding: str, subtitle: str | list[str]) -> alt.TitleParams:
    heading = house.title(finding, subtitle)
    heading.offset = 30
    return heading


def _x(field: str, scale: alt.Scale) -> alt.X:
    axis = house.axis(None, labelExpr="abs(datum.value) + '%'", tickCount=6)
    return alt.X(field, axis=axis, scale=scale)


def _bars(placed: pd.DataFrame, colour: str, x: alt.Scale, y: alt.Y) -> house.Drawing:
    bars = alt.Chart(inline(placed)).mark_bar(color=colour, opacity=0.8, height=_THICK)
    tips = [
        alt.Tooltip("band:N", title="Age"),
        alt.Tooltip("sex:N", title="Sex"),
        alt.Tooltip("said:N", title="Patients"),
    ]
    return bars.encode(x=_x("at:Q", x), y=y, tooltip=tips)


def _outline(placed: pd.DataFrame, x: alt.Scale, y: alt.Y, name: str) -> list[house.Drawing]:
    """A bar without filling; its name stands in a legend of one entry."""
    if placed.empty:
        return []
    shown = alt.StrokeDash(
        "name:N",
        scale=alt.Scale(domain=[name], range=[[1, 0]]),
        legend=alt.Legend(
            title=None,
            orient="bottom",
            labelFontSize=house.TEXT_SIZE,
            labelColor=house.INK,
            labelLimit=320,
            symbolType="square",
            symbolFillColor="transparent",
            symbolStrokeColor=house.INK,
            symbolStrokeWidth=1.75,
            symbolSize=140,
        ),
    )
    bars = alt.Chart(inline(placed.assign(name=name))).mark_bar(
        filled=False, stroke=house.INK, strokeWidth=1.75, height=_THICK
    )
    return [bars.encode(x=_x("edge:Q", x), y=y, strokeDash=shown)]


def _texts(placed: pd.DataFrame, x: alt.Scale, y: alt.Y) -> list[house.Drawing]:
    """Each figure beyond the longer of bar and outline, so that no mark lies on it."""
    ends = placed[["share", "outline"]].max(axis=1)
    drawn = []
    for sex, side, mark in (
        (LEFT, -1, alt.MarkDef(type="text", align="right", dx=-6)),
        (RIGHT, 1, alt.MarkDef(type="text", align="left", dx=6)),
    ):
        rows = placed[placed["sex"] == sex].assign(end=ends * side)
        mark.fontSize, mark.color = house.TEXT_SIZE - 1, house.INK
        words = alt.Chart(inline(rows), mark=mark)
        drawn.append(words.encode(x=_x("end:Q", x), y=y, text=alt.Text("text:N")))
    return drawn


def _heads(sides: tuple[str, str], reach: float, x: alt.Scale) -> house.Drawing:
    rows = pd.DataFrame({"at": [-reach / 2, reach / 2], "name": list(sides)})
    words = alt.Chart(inline(rows)).mark_text(
        baseline="bottom", dy=-4, fontSize=house.TEXT_SIZE, fontWeight=600, color=house.INK
    )
    return words.encode(x=_x("at:Q", x), y=alt.value(0), text=alt.Text("name:N"))
