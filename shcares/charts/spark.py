"""Pictures of one series: a runway the size of a word with its target, and a small trend for a grid of them."""

from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.style import palette

WIDTH, HEIGHT = 112, 34
LARGE_WIDTH, LARGE_HEIGHT = 240, 90


def spark_chart(
    series: pd.DataFrame, *, comparator: pd.DataFrame, target: float | None, target_at: pd.Timestamp
) -> house.Drawing:
    """Word-sized line.

    Columns needed in both frames: `at`, `value`, `run`. The target is a short rule at `target_at`.
    """
    span = [series["at"].min().isoformat(), target_at.isoformat()]
    x = alt.X("at:T", axis=None, scale=alt.Scale(domain=span))
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(zero=False, padding=3))
    layers = []
    if not comparator.empty:
        grey = alt.Chart(comparator).mark_line(color=palette.COMPARATOR, strokeWidth=1.25, clip=True)
        layers.append(grey.encode(x=x, y=y, detail=alt.Detail("run:N")))
    line = alt.Chart(series).mark_line(color=palette.ACCENT, strokeWidth=2.25)
    end = alt.Chart(series.tail(1)).mark_point(color=palette.ACCENT, filled=True, size=36, opacity=1)
    layers += [line.encode(x=x, y=y, detail=alt.Detail("run:N")), end.encode(x=x, y=y)]
    if target is not None:
        tick = alt.Chart(pd.DataFrame({"at": [target_at], "value": [target]}))
        layers.append(tick.mark_tick(color=palette.TARGET, thickness=3, size=12, orient="horizontal").encode(x=x, y=y))
    return alt.layer(*layers).properties(width=WIDTH, height=HEIGHT)


def small_trend_chart(series: pd.DataFrame, *, comparator: pd.DataFrame) -> house.Drawing:
    """A trend without axes, large enough to see a turn: interval band, line, comparator in grey.

    Columns needed in both frames: `at`, `value`, `run`; in `series` also `lower_ci`, `upper_ci` (NaN where none). Drawn
    over the span of `series`, which must not be empty; the comparator's earlier years fall outside it.
    """
    span = [series["at"].min().isoformat(), series["at"].max().isoformat()]
    x = alt.X("at:T", axis=None, scale=alt.Scale(domain=span))
    scale = alt.Scale(zero=False, nice=False, padding=6)
    y = alt.Y("value:Q", axis=None, scale=scale)
    detail = alt.Detail("run:N")
    within = comparator[(comparator["at"] >= series["at"].min()) & (comparator["at"] <= series["at"].max())]
    known = series.dropna(subset=["lower_ci", "upper_ci"])
    layers = []
    if len(known):
        band = alt.Chart(inline(known)).mark_area(color=palette.ACCENT, opacity=0.18)
        layers.append(
            band.encode(x=x, y=alt.Y("lower_ci:Q", scale=scale, axis=None), y2=alt.Y2("upper_ci:Q"), detail=detail)
        )
    if len(within):
        layers.append(
            alt.Chart(inline(within))
            .mark_line(color=palette.COMPARATOR, strokeWidth=1.75)
            .encode(x=x, y=y, detail=detail)
        )
    base = alt.Chart(inline(series)).encode(x=x, y=y, detail=detail)
    line = base.mark_line(color=palette.ACCENT, strokeWidth=2.5)
    dots = base.mark_point(color=palette.ACCENT, filled=True, size=22, opacity=1)
    end = (
        alt.Chart(inline(series.tail(1)))
        .mark_point(color=palette.ACCENT, filled=True, size=70, opacity=1)
        .encode(x=x, y=y)
    )
    return alt.layer(*layers, line, dots, end).properties(width=LARGE_WIDTH - 12, height=LARGE_HEIGHT - 12)


def spark_spec(chart: house.Drawing) -> dict[str, Any]:
    """The word-sized chart as a dict with no background, so that it sits on either paper."""
    return house.spec(chart.configure(background="transparent", padding=2).configure_view(stroke=None))
