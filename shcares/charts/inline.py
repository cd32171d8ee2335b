"""A small frame written into a chart as plain values: many small layers cost far less than with a frame each."""

from typing import Any

import altair as alt
import pandas as pd


def inline(frame: pd.DataFrame) -> Any:
    """The rows of `frame` as inline data: a missing value is null, a time its ISO text."""
    plain = frame.astype(object).where(frame.notna(), None)
    values = [{str(name): _plain(value) for name, value in row.items()} for row in plain.to_dict("records")]
    return alt.InlineData(values=values)


def _plain(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value
