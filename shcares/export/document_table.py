"""A figure's table as text for paper: which columns are numbers, and how wide each is beside the others."""

from typing import Any

import pandas as pd

from shcares.export import cells

_LEAST, _MOST = 5, 44
"""Letters: no column is narrower than the first or wider than the second, whatever stands in it."""
_NEARLY_ALL = 0.9


def table(frame: pd.DataFrame) -> dict[str, Any]:
    """Headings, cells, which columns are numbers, and the share of the width that each column takes."""
    columns = [frame[name] for name in frame.columns]
    written = [cells.written(column) for column in columns]
    return {
        "columns": [str(name) for name in frame.columns],
        "rows": [list(row) for row in zip(*written, strict=True)],
        "numeric": [cells.is_number(column) for column in columns],
        "widths": [_width(str(name), texts) for name, texts in zip(frame.columns, written, strict=True)],
    }


def _width(name: str, texts: list[str]) -> int:
    """About as many letters as nearly all cells have, and at least the longest word."""
    longest_word = max((len(word) for text in (name, *texts) for word in text.split()), default=0)
    lengths = sorted(len(text) for text in texts)
    usual = lengths[int((len(lengths) - 1) * _NEARLY_ALL)] if lengths else 0
    return min(max(longest_word + 1, usual, _LEAST), _MOST)
