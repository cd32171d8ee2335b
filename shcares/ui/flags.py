"""The neutral notes on what the plan prints: which of them tell a measure apart, and how one looks."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

_MOST_MEASURES = 0.5
"""The share of measures from which on a note says nothing of any one of them."""


def telling_flags(flags: pd.DataFrame) -> pd.DataFrame:
    """The flags that tell measures apart: one that most of them share says nothing of any."""
    share = flags.groupby("flag_id")["measure_id"].transform("nunique") / flags["measure_id"].nunique()
    return flags[share < _MOST_MEASURES]


def flag_block(flag: Mapping[Any, Any]) -> str:
    """A note open to read: title, how sure it is, what is printed and published, the arithmetic."""
    heading = f"<p><strong>⚑ {escape(flag['title'])}</strong> ({escape(flag['certainty'])})</p>"
    return f"<div class='shc-flag'>{heading}{_body(flag)}</div>"


def flag_details(flag: Mapping[Any, Any]) -> str:
    """The same note, closed to its title until it is opened."""
    summary = f"<summary>⚑ {escape(flag['title'])} ({escape(flag['certainty'])})</summary>"
    return f"<details class='shc-flag'>{summary}{_body(flag)}</details>"


def _body(flag: Mapping[Any, Any]) -> str:
    sums = flag["arithmetic"]
    arithmetic = f"<p class='shc-small'>{escape(sums)}</p>" if isinstance(sums, str) else ""
    return f"<p>{escape(flag['note'])}</p>{arithmetic}"
