"""Many measures of one practice as so many times the benchmark's: dot and interval, in groups that say how clearly."""

import json
from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.plots import bars_plot
from shcares.domain.plots import Plot
from shcares.style import palette

_ROW, _HEAD = 25, 40
_SHAPES = {1: "triangle-up", 0: "circle", -1: "triangle-down"}
_LEAST, _ROOM = 2.0, 0.03


def ratios_chart(
    measures: pd.DataFrame,
    *,
    groups: Mapping[str, Sequence[str]],
    benchmark_name: str,
    network_colour: str,
    finding: str,
    subtitle: Sequence[str],
) -> house.Drawing:
    """One row a measure, on one axis of multiples of the benchmark, whose own value is the rule at 1.

    Columns needed: `name`, `ratio`, `lower`, `upper` (the value and its 95 % limits, each over the benchmark),
    `network` and `england` (the same of these two; NaN where none is held), `side` (+1, 0, −1: its whole interval
    above the benchmark, around it, below), `label` (beside the row), `said` (the tooltip's words). `groups` are
    headings and the names under each, from the top. A hollow diamond is the network, a hollow square England. Empty
    input draws "no data".
    """
    drawn = measures.dropna(subset=["ratio"])
    if drawn.empty:
        return house.no_data_chart("no register of this practice can be read against the benchmark")
    order = [row for heading, names in groups.items() for row in (heading, *names)]
    x = _Across(drawn)
    layers = [
        *_rule(benchmark_name, x),
        *_beside(drawn, order, x, network_colour),
        *_dots(drawn, order, x, list(groups)),
        _labels(drawn, order, x),
    ]
    height = _HEAD + _ROW * len(order)
    layered = alt.layer(*layers).properties(height=height, title=_heading(finding, subtitle))
    return layered.resolve_scale(shape="independent", color="independent").resolve_axis(y="independent")


def ratios_plot(measures: pd.DataFrame, *, groups: Mapping[str, Sequence[str]], name: str, axis: str) -> Plot:
    """The multiples and their limits as numbers, from the same columns, without the marks beside them.

    `name` is the practice's.
    """
    order = [row for names in groups.values() for row in names]
    rows = measures.set_index("name").loc[order].reset_index()
    return bars_plot(
        rows,
        category="name",
        value="ratio",
        axis=axis,
        decimals=2,
        name=name,
        colours=[_colour(side) for side in rows["side"]],
        limits_of=("lower", "upper"),
    )


def _colour(side: int) -> str:
    return palette.ACCENT if side else palette.COMPARATOR


def _heading(finding: str, subtitle: Sequence[str]) -> alt.TitleParams:
    title = house.title(finding, list(subtitle))
    title.offset = 30
    return title


class _Across:
    """The x channel of any field, on one scale from none to the farthest limit."""

    def __init__(self, drawn: pd.DataFrame) -> None:
        farthest = float(drawn[["ratio", "upper", "network", "england"]].max().max())
        self._scale = alt.Scale(domain=[0, max(_LEAST, farthest * (1 + _ROOM))], nice=False)
        self._axis = house.axis(None, tickCount=5, labelExpr="datum.value === 0 ? 'none' : datum.value + ' ×'")

    def __call__(self, field: str) -> alt.X:
        return alt.X(field, axis=self._axis, scale=self._scale)


def _y(order: Sequence[str], axis: alt.Axis | None) -> alt.Y:
    return alt.Y("name:N", sort=None, scale=alt.Scale(domain=list(order)), axis=axis)


def _rule(name: str, x: _Across) -> list[house.Drawing]:
    data = inline(pd.DataFrame({"value": [1.0], "name": [name]}))
    rule = alt.Chart(data).mark_rule(color=palette.COMPARATOR, strokeWidth=2, strokeDash=[5, 4])
    words = alt.Chart(data).mark_text(baseline="bottom", dy=-4, fontSize=house.TEXT_SIZE, color=house.INK)
    return [
        rule.encode(x=x("value:Q")),
        words.encode(x=x("value:Q"), y=alt.value(0), text=alt.Text("name:N")),
    ]


def _dots(drawn: pd.DataFrame, order: Sequence[str], x: _Across, headings: Sequence[str]) -> list[house.Drawing]:
    is_heading = f"indexof({json.dumps(list(headings), ensure_ascii=False)}, datum.value) >= 0"
    left = house.axis(
        None,
        labelLimit=330,
        labelOpacity=1,
        grid=False,
        labelFontWeight={"condition": {"test": is_heading, "value": 700}, "value": 400},
    )
    sides = [side for side in _SHAPES if side in set(drawn["side"])]
    colours = [_colour(side) for side in sides]
    colour = alt.Color("side:N", legend=None, scale=alt.Scale(domain=sides, range=colours))
    shape = alt.Shape("side:N", legend=None, scale=alt.Scale(domain=sides, range=[_SHAPES[side] for side in sides]))
    base = alt.Chart(inline(drawn))
    tips = [alt.Tooltip("name:N", title="Register"), alt.Tooltip("said:N", title="Patients")]
    return [
        base.mark_rule(strokeWidth=3, opacity=0.6).encode(
            x=x("lower:Q"), x2=alt.X2("upper:Q"), y=_y(order, None), color=colour
        ),
        base.mark_point(filled=True, size=110, opacity=1).encode(
            x=x("ratio:Q"), y=_y(order, left), color=colour, shape=shape, tooltip=tips
        ),
    ]


def _beside(drawn: pd.DataFrame, order: Sequence[str], x: _Across, network_colour: str) -> list[house.Drawing]:
    """Network and England as quiet marks of their own shapes; those that are not held are left out."""
    looks = {
        "network": alt.MarkDef(type="point", shape="diamond", filled=False, color=network_colour, size=70, opacity=1),
        "england": alt.MarkDef(
            type="point", shape="square", filled=False, color=palette.COMPARATOR, size=50, opacity=1
        ),
    }
    layers = []
    for field, mark in looks.items():
        held = drawn.dropna(subset=[field])
        if len(held):
            layers.append(alt.Chart(inline(held), mark=mark).encode(x=x(f"{field}:Q"), y=_y(order, None)))
    return layers


def _labels(drawn: pd.DataFrame, order: Sequence[str], x: _Across) -> house.Drawing:
    """What is written beside each row, as the labels of a second axis: no mark lies on it and none is cut."""
    said = json.dumps(dict(zip(drawn["name"], drawn["label"], strict=True)), ensure_ascii=False)
    axis = house.axis(
        None, orient="right", labelExpr=f"({said})[datum.value] || ''", labelOpacity=1, labelLimit=380, grid=False
    )
    return alt.Chart(inline(drawn)).mark_point(opacity=0).encode(x=x("ratio:Q"), y=_y(order, axis))
