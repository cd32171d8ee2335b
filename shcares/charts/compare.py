"""Areas side by side in one period: a dot and its interval each, the comparator as a line to read against."""

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.style import palette

_TITLE_HEIGHT, _ROW_HEIGHT = 110, 32


def compare_chart(
    observations: pd.DataFrame,
    *,
    benchmark: float | None,
    benchmark_name: str,
    finding: str,
    subtitle: str,
    decimals: int,
) -> house.Drawing:
    """Sorted dots with 95 % intervals.

    Columns needed: `area`, `role` ("this" or "comparator"), `value`, `lower_ci`, `upper_ci`, `interval`, `period`.
    Empty input draws "no data".
    """
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("no area has a value in this period")
    y = alt.Y(
        "area:N", sort=list(drawn.sort_values("value", ascending=False)["area"]), axis=house.axis(None, labelLimit=220)
    )
    x = house.axis(None, tickCount=6)
    scale = alt.Scale(zero=False, nice=True, padding=12)
    colour = alt.condition("datum.role == 'this'", alt.value(palette.ACCENT), alt.value(palette.COMPARATOR))
    tips = [
        alt.Tooltip("area:N", title="Area"),
        alt.Tooltip("value:Q", title="Value", format=f",.{decimals}f"),
        alt.Tooltip("interval:N", title="95% interval"),
        alt.Tooltip("period:N", title="Period"),
    ]
    base = alt.Chart(drawn)
    rules = base.mark_rule(strokeWidth=3, opacity=0.6).encode(
        x=alt.X("lower_ci:Q", axis=x, scale=scale), x2=alt.X2("upper_ci:Q"), y=y, color=colour
    )
    dots = base.mark_point(filled=True, size=130, opacity=1).encode(
        x=alt.X("value:Q", axis=x, scale=scale), y=y, color=colour, tooltip=tips
    )
    layers: list[house.Drawing] = [dots] if drawn["lower_ci"].isna().all() else [rules, dots]
    if benchmark is not None:
        line = alt.Chart(pd.DataFrame({"value": [benchmark], "name": [benchmark_name]}))
        at = alt.X("value:Q", axis=x, scale=scale)
        rule = line.mark_rule(color=palette.COMPARATOR, strokeWidth=2, strokeDash=[5, 4]).encode(x=at)
        label = line.mark_text(baseline="bottom", dy=-4, fontSize=house.TEXT_SIZE, color=house.INK)
        layers = [rule, *layers, label.encode(x=at, y=alt.value(0), text=alt.Text("name:N"))]
    height = _TITLE_HEIGHT + _ROW_HEIGHT * drawn["area"].nunique()
    return alt.layer(*layers).properties(height=height, title=house.title(finding, subtitle))
