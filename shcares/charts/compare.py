"""Areas side by side in one period: a dot and its interval each, the comparators as lines to read against."""

import json
from collections.abc import Callable, Mapping, Sequence

import altair as alt
import numpy as np
import pandas as pd

from shcares.charts import house, narrow, plots
from shcares.charts.key import key_lines
from shcares.domain.plots import Plot
from shcares.style import palette

PAINT = {"this": palette.ACCENT, "comparator": palette.COMPARATOR} | palette.NETWORK
SHAPES = {"this": "circle", "comparator": "circle"} | dict(
    zip(palette.NETWORK, ("square", "triangle-up", "diamond", "circle"), strict=True)
)
_TITLE_HEIGHT, _ROW_HEIGHT, _LABEL_HEIGHT, _LINE = 110, 32, 19, 17
# The least the axis spans, as a share of the largest number on it, and the room kept free beyond its ends.
_LEAST_SPAN, _ROOM = 0.1, 0.06


def compare_chart(
    observations: pd.DataFrame,
    *,
    benchmark: float | None,
    benchmark_name: str,
    finding: str,
    subtitle: str,
    decimals: int,
    further: Mapping[str, float | None] | None = None,
    order: Sequence[str] = (),
) -> house.Drawing:
    """Dots with 95 % intervals, highest first or in the `order` given from the top; `further` rules are named too.

    Columns needed: `area`, `role` ("this", "comparator" or a network's code), `value`, `lower_ci`, `upper_ci`,
    `interval`, `period`; `label`, where there is one, is written beside each dot. The axis need not start at zero, but
    spans at least a tenth of its largest number, so that a trivial difference looks trivial. Empty input draws
    "no data".
    """
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("no area has a value in this period")
    from_top = list(order) or list(drawn.sort_values("value", ascending=False)["area"])
    named = {benchmark_name: benchmark} | dict(further or {})
    rules = {name: value for name, value in named.items() if value is not None}
    key = _key(drawn)
    heading = house.title(finding, [subtitle, *key])
    heading.offset = 14 + _LABEL_HEIGHT * max(len(rules) - 1, 0)
    height = _TITLE_HEIGHT + _LINE * len(key) + _ROW_HEIGHT * drawn["area"].nunique() + heading.offset - 14
    x = _across(drawn, list(rules.values()))
    layers = [*_rules(rules, x), *_dots(drawn, from_top, decimals, x), *_labels(drawn, from_top, x)]
    layered = alt.layer(*layers).properties(height=height, title=heading).resolve_scale(shape="independent")
    whole = layered.resolve_axis(y="independent") if "label" in drawn else layered
    return narrow.fitting(whole, from_top, list(drawn["label"]) if "label" in drawn else [])


def _key(drawn: pd.DataFrame) -> list[str]:
    held = drawn["lower_ci"].notna() & drawn["upper_ci"].notna()
    return key_lines({"Line through a mark": "its 95% interval"}) if held.any() else []


def compare_plot(
    observations: pd.DataFrame,
    *,
    rules: Mapping[str, float | None],
    axis: str,
    decimals: int,
    name: str,
    order: Sequence[str] = (),
) -> Plot:
    """The rows of `compare_chart` as bars in the same order and colours, then a grey one for each rule."""
    drawn = observations.dropna(subset=["value"])
    if order:
        drawn = drawn.set_index("area").loc[list(order)].reset_index()
    else:
        drawn = drawn.sort_values("value", ascending=False)
    bars = plots.bars_plot(
        drawn,
        category="area",
        value="value",
        axis=axis,
        decimals=decimals,
        name=name,
        colours=[PAINT[role] for role in drawn["role"]],
    )
    return plots.with_rules(bars, rules)


def _across(drawn: pd.DataFrame, rules: Sequence[float]) -> Callable[[str], alt.X]:
    """The x channel of any field, on one scale that holds every number and is never narrower than the least span."""
    held = drawn[["value", "lower_ci", "upper_ci"]].to_numpy(dtype=float).ravel()
    numbers = np.array([*held[~np.isnan(held)], *rules])
    low, high = float(numbers.min()), float(numbers.max())
    missing = max(0.0, _LEAST_SPAN * (float(np.abs(numbers).max()) or 1.0) - (high - low)) / 2
    room = (high - low + 2 * missing) * _ROOM
    start = low - missing - room
    scale = alt.Scale(domain=[max(0.0, start) if low >= 0 else start, high + missing + room], nice=False, zero=False)
    return lambda field: alt.X(field, axis=house.axis(None, tickCount=6), scale=scale)


def _y(from_top: Sequence[str], axis: alt.Axis | None) -> alt.Y:
    return alt.Y("area:N", sort=list(from_top), axis=axis)


def _dots(
    drawn: pd.DataFrame, from_top: Sequence[str], decimals: int, x: Callable[[str], alt.X]
) -> list[house.Drawing]:
    roles = list(dict.fromkeys(drawn["role"]))
    colour = alt.Color("role:N", legend=None, scale=alt.Scale(domain=roles, range=[PAINT[role] for role in roles]))
    shape = alt.Shape("role:N", legend=None, scale=alt.Scale(domain=roles, range=[SHAPES[role] for role in roles]))
    tips = [
        alt.Tooltip("area:N", title="Area"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("interval:N", title="95% interval"),
        alt.Tooltip("period:N", title="Period"),
    ]
    left = house.axis(None, labelLimit=220)
    base = alt.Chart(drawn)
    dots = base.mark_point(filled=True, size=130, opacity=1).encode(
        x=x("value:Q"), y=_y(from_top, left), color=colour, shape=shape, tooltip=tips
    )
    if drawn["lower_ci"].isna().all():
        return [dots]
    intervals = base.mark_rule(strokeWidth=3, opacity=0.6)
    return [intervals.encode(x=x("lower_ci:Q"), x2=alt.X2("upper_ci:Q"), y=_y(from_top, None), color=colour), dots]


def _labels(drawn: pd.DataFrame, from_top: Sequence[str], x: Callable[[str], alt.X]) -> list[house.Drawing]:
    """What is written beside each row, as the labels of a second axis: so that no mark lies on it and none is cut."""
    if "label" not in drawn:
        return []
    said = json.dumps(dict(zip(drawn["area"], drawn["label"], strict=True)), ensure_ascii=False)
    axis = house.axis(
        None, orient="right", labelExpr=f"({said})[datum.value]", labelFontWeight=600, labelOpacity=1, labelLimit=260
    )
    return [alt.Chart(drawn).mark_point(opacity=0).encode(x=x("value:Q"), y=_y(from_top, axis))]


def _rules(rules: Mapping[str, float], x: Callable[[str], alt.X]) -> list[house.Drawing]:
    """A dashed line for each, its name above the plot, one line of text higher each time so that none meet."""
    layers = []
    for position, (name, value) in enumerate(rules.items()):
        line = alt.Chart(pd.DataFrame({"value": [value], "name": [name]}))
        raised = -4 - _LABEL_HEIGHT * position
        rule = line.mark_rule(color=palette.COMPARATOR, strokeWidth=2, strokeDash=[5, 4] if position == 0 else [2, 3])
        label = line.mark_text(baseline="bottom", dy=raised, fontSize=house.TEXT_SIZE, color=house.INK)
        layers += [
            rule.encode(x=x("value:Q")),
            label.encode(x=x("value:Q"), y=alt.value(0), text=alt.Text("name:N")),
        ]
    return layers
