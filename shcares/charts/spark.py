"""A runway the size of a word: the series, where it started, and the target it is meant to reach."""

from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.style import palette

WIDTH, HEIGHT = 112, 34


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


def spark_spec(chart: house.Drawing) -> dict[str, Any]:
    """The word-sized chart as a dict with no background, so that it sits on either paper."""
    return house.spec(chart.configure(background="transparent", padding=2).configure_view(stroke=None))
