"""One indicator over time: this area in colour with its interval, comparators in grey, breaks broken."""

import altair as alt
import pandas as pd

from shcares.charts import house, lines, narrow


def trend_chart(observations: pd.DataFrame, *, finding: str, subtitle: str, decimals: int) -> house.Drawing:
    """Lines with interval bands over time.

    Columns needed: `at` (mid-date of the period), `period`, `period_start`, `period_end`, `value`, `lower_ci`,
    `upper_ci`, `interval`, `area`, `role` ("this" or "comparator"), `run` (an id that changes at a break of series),
    `pandemic` (bool). Empty input draws "no data".
    """
    drawn = observations.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("nothing is published for this choice")
    layers = [
        lines.period_layer(drawn),
        *lines.pandemic_layers(drawn),
        *lines.band_layers(drawn),
        *lines.line_layers(drawn, lines.COMPARATOR),
        *lines.line_layers(drawn, lines.THIS),
        *lines.point_layers(drawn, decimals),
        *lines.end_labels(drawn),
    ]
    chart = alt.layer(*layers).properties(
        height=house.HEIGHT, title=house.title(finding, [subtitle, *lines.key(drawn)])
    )
    return narrow.fitting(chart, list(drawn["area"].unique()))
