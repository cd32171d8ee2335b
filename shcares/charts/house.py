"""What every chart shares: sizes, rules, axes and the drawing used when there is nothing to draw."""

from typing import Any, TypeAlias

import altair as alt
import pandas as pd

TEXT_SIZE = 14
HEIGHT = 340
INK = "currentColor"
Drawing: TypeAlias = Any
"""An Altair chart or layer: the library does not type its operators closely enough to name one."""

QUIET = 0.85

alt.data_transformers.disable_max_rows()


def axis(title: str | list[str] | None, **options: Any) -> alt.Axis:
    """A quiet axis: light grid, no domain line, labels large enough for the back of a room."""
    quiet: dict[str, Any] = {
        "domain": False,
        "ticks": False,
        "labelPadding": 8,
        "gridOpacity": 0.5,
        "labelFlush": False,
        "labelColor": INK,
        "labelOpacity": QUIET,
    }
    return alt.Axis(title=title, labelFontSize=TEXT_SIZE, titleFontSize=TEXT_SIZE, **(quiet | options))


def title(finding: str, subtitle: str | list[str]) -> alt.TitleParams:
    """The finding as title, measure and unit as subtitle, with lines of `key.key_lines` where marks need a key."""
    return alt.TitleParams(
        text=finding,
        subtitle=subtitle,
        anchor="start",
        fontSize=18,
        fontWeight=600,
        color=INK,
        subtitleColor=INK,
        subtitleFontSize=TEXT_SIZE,
        subtitlePadding=6,
        offset=14,
    )


def no_data_chart(message: str) -> Drawing:
    """The words `no data` and why, in the place a chart would be."""
    frame = pd.DataFrame({"message": [f"No data: {message}"]})
    text = alt.Chart(frame).mark_text(color=INK, fontSize=TEXT_SIZE + 2)
    return text.encode(text=alt.Text("message:N")).properties(height=HEIGHT)


def spec(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """The chart as a plain Vega-Lite dict, made once and never changed."""
    return chart.to_dict(validate=False)
