"""A table drawn as a picture, for figures whose shape on screen is a table."""

import textwrap

import altair as alt
import pandas as pd

from shcares.charts import house

_CHARACTER, _GAP, _LINE = 7.4, 22, 19


def table_chart(frame: pd.DataFrame, *, finding: str, subtitle: str, wrap: int = 34) -> house.Drawing:
    """Every cell of `frame` as text, columns as wide as their longest wrapped line, a rule under each row."""
    cells = frame.fillna("").astype(str).map(lambda text: textwrap.wrap(text, wrap) or [""])
    headings = [textwrap.wrap(str(name), wrap) for name in frame.columns]
    widths = [
        max(max((len(line) for lines in [heading, *cells[name]] for line in lines), default=1), 4) * _CHARACTER + _GAP
        for name, heading in zip(frame.columns, headings, strict=True)
    ]
    lefts = [sum(widths[:position]) for position in range(len(widths))]
    heights = [max((len(lines) for lines in row), default=1) * _LINE + 12 for row in cells.itertuples(index=False)]
    tops = [_LINE + 14 + sum(heights[:position]) for position in range(len(heights))]
    total = (tops[-1] + heights[-1]) if heights else _LINE * 2
    texts = [
        {"x": left, "y": top + 4, "text": lines, "bold": False}
        for name, left in zip(frame.columns, lefts, strict=True)
        for top, lines in zip(tops, cells[name], strict=True)
    ] + [{"x": left, "y": 0, "text": heading, "bold": True} for heading, left in zip(headings, lefts, strict=True)]
    y = alt.Scale(domain=[total, 0])
    text = alt.Chart(alt.InlineData(values=texts)).mark_text(
        align="left", baseline="top", fontSize=house.TEXT_SIZE, lineHeight=_LINE, color=house.INK
    )
    drawn = text.encode(
        x=alt.X("x:Q", scale=alt.Scale(domain=[0, sum(widths)]), axis=None),
        y=alt.Y("y:Q", scale=y, axis=None),
        text=alt.Text("text:N"),
        opacity=alt.condition("datum.bold", alt.value(0.8), alt.value(1)),
    )
    rules = alt.Chart(alt.InlineData(values=[{"y": top} for top in tops])).mark_rule(opacity=0.25)
    layered = alt.layer(rules.encode(y=alt.Y("y:Q", scale=y, axis=None)), drawn)
    return layered.properties(width=sum(widths), height=total, title=house.title(finding, subtitle))
