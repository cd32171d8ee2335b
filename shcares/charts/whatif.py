"""Figures as they are beside what they would be: a hollow mark, a filled one and the line between, a row each.

The chart is made once and filled again for every choice, since making it costs more than all else on a page.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.key import Entry, key_layers
from shcares.charts.plots import bars_plot, numbers, with_series
from shcares.domain.plots import Plot, Series
from shcares.style import palette

ROW = 25
_AROUND, _NAMES, _LABELS = 190, 230, 240
_COLUMNS = ("name", "before", "after", "lower_ci", "upper_ci", "label", "said")
_SIGNED = "datum.value === 0 ? '0' : replace(datum.label, '-', '−')"


def whatif_chart(rows: int, *, before: str, after: str, left: str, right: str, zero_name: str) -> house.Drawing:
    """The chart without its figures and title, for so many rows; `filled` puts them in.

    `before` and `after` name the two marks, `left` and `right` say what each side of nought means.
    """
    layers = [
        *_middle(zero_name, left, right),
        *_marks(),
        _labels(),
        *key_layers([Entry(before, palette.COMPARATOR, filled=False), Entry(after, palette.ACCENT)], above=58),
    ]
    chart = alt.layer(*layers, data=inline(pd.DataFrame({name: [] for name in _COLUMNS})))
    return chart.properties(height=_AROUND + ROW * rows, title=house.title("", ""))


def filled(
    spec: dict[str, Any], rows: Iterable[Mapping[str, Any]], *, finding: str, subtitle: str | list[str]
) -> dict[str, Any]:
    """The spec of `whatif_chart` with figures, in the order given from the top; the spec itself stays as it is.

    Each row has `name`, `before`, `after`, `lower_ci`, `upper_ci` (of `after`; NaN for none), `label`, `said`.
    """
    records = [{**row, **_limits(row)} for row in rows]
    title = spec["title"] | {"text": finding, "subtitle": subtitle}
    return spec | {"data": {"values": records}, "title": title}


def whatif_plot(rows: Iterable[Mapping[str, Any]], *, before: str, after: str, axis: str, decimals: int) -> Plot:
    """The rows of `filled` as numbers: a bar as it is and one as it would be, the second with its interval."""
    frame = pd.DataFrame(list(rows))
    tried = bars_plot(frame, category="name", value="after", axis=axis, decimals=decimals, name=after)
    return with_series(tried, Series(before, numbers(frame["before"]), palette.COMPARATOR))


def _limits(row: Mapping[str, Any]) -> dict[str, float]:
    """The interval; without one it has no length, and so is not seen."""
    return {name: row["after"] if math.isnan(row[name]) else row[name] for name in ("lower_ci", "upper_ci")}


def _x(field: str) -> alt.X:
    axis = house.axis(None, tickCount=5, format="+,.0f", labelExpr=_SIGNED)
    return alt.X(field, axis=axis, scale=alt.Scale(nice=True, zero=True))


def _y() -> alt.Y:
    names = house.axis(None, labelLimit=_NAMES, labelOpacity=1, grid=False)
    return alt.Y("name:N", sort=None, axis=names)


def _middle(zero_name: str, left: str, right: str) -> list[house.Drawing]:
    data = alt.Chart(inline(pd.DataFrame({"at": [0.0]})))
    size: dict[str, Any] = {"fontSize": house.TEXT_SIZE, "color": house.INK, "baseline": "bottom"}
    words = [
        data.mark_text(align="right", dx=-9, text=f"← {left}", **size).encode(x=_x("at:Q"), y=alt.value(-4)),
        data.mark_text(align="left", dx=9, text=f"{right} →", **size).encode(x=_x("at:Q"), y=alt.value(-4)),
        data.mark_text(fontWeight=600, text=zero_name, **size).encode(x=_x("at:Q"), y=alt.value(-24)),
    ]
    rule = data.mark_rule(color=house.INK, strokeWidth=1.75, opacity=house.QUIET)
    return [rule.encode(x=_x("at:Q")), *words]


def _marks() -> list[house.Drawing]:
    tips = [alt.Tooltip("name:N", title="Part"), alt.Tooltip("said:N", title="In words")]
    base = alt.Chart()
    interval = base.mark_rule(color=palette.ACCENT, strokeWidth=7, opacity=0.35)
    step = base.mark_rule(color=palette.COMPARATOR, strokeWidth=2, opacity=0.9)
    old = base.mark_point(filled=False, size=130, strokeWidth=2.5, opacity=1, color=palette.COMPARATOR)
    new = base.mark_point(filled=True, size=150, opacity=1, color=palette.ACCENT)
    return [
        interval.encode(x=_x("lower_ci:Q"), x2=alt.X2("upper_ci:Q"), y=_y()),
        step.encode(x=_x("before:Q"), x2=alt.X2("after:Q"), y=_y()),
        old.encode(x=_x("before:Q"), y=_y(), tooltip=tips),
        new.encode(x=_x("after:Q"), y=_y(), tooltip=tips),
    ]


def _labels() -> house.Drawing:
    """What is written on the right of each row, in a column of its own beyond the plot."""
    text = alt.Chart().mark_text(align="left", dx=12, fontSize=house.TEXT_SIZE, color=house.INK, limit=_LABELS)
    return text.encode(x=alt.value("width"), y=_y(), text=alt.Text("label:N"))
