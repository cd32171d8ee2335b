"""A key in words above a plot: each mark beside what it stands for, in as many lines as a narrow plot needs."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.measure import words_width

LINE = 22
_WIDTH, _MARK, _GAP, _SIZE = 480.0, 18.0, 22.0, 110
_LETTERS = 66
RULE = "stroke"


@dataclass(frozen=True)
class Entry:
    """One mark of the key: its words, its colour, its shape (`RULE` for a line) and whether it is filled."""

    words: str
    colour: str
    shape: str = "circle"
    filled: bool = True


def key_lines(marks: Mapping[str, str], *, letters: int = _LETTERS) -> list[str]:
    """What each mark stands for, as lines of a subtitle: `Dot: a published figure. Band: its 95% interval.`

    `marks` is from the mark's name to its meaning; `letters` is how many fit in a line of the plot.
    """
    said = " ".join(f"{mark}: {meaning}." for mark, meaning in marks.items())
    return textwrap.wrap(said, letters, break_on_hyphens=False)


def key_height(entries: Sequence[Entry]) -> int:
    """How many pixels the key takes."""
    return LINE * (_places(entries)[-1][1] + 1) if entries else 0


def key_layers(entries: Sequence[Entry], *, above: int) -> list[house.Drawing]:
    """The key, its last line `above` pixels over the plot."""
    if not entries:
        return []
    places, lines = _places(entries), _places(entries)[-1][1] + 1
    return [
        layer
        for entry, (left, line) in zip(entries, places, strict=True)
        for layer in _entry(entry, left, -above - LINE * (lines - 1 - line))
    ]


def _entry(entry: Entry, left: float, top: float) -> list[house.Drawing]:
    data = alt.Chart(inline(pd.DataFrame({"words": [entry.words]})))
    mark = data.mark_point(
        shape=entry.shape,
        filled=True,
        fill=entry.colour,
        stroke=entry.colour,
        fillOpacity=float(entry.filled),
        strokeWidth=3 if entry.shape == RULE else 1.8,
        size=_SIZE,
        opacity=1,
    )
    words = data.mark_text(align="left", baseline="middle", fontSize=house.TEXT_SIZE, color=house.INK, dx=_MARK - 6)
    at = {"x": alt.value(left + 6), "y": alt.value(top)}
    return [mark.encode(**at), words.encode(**at, text=alt.Text("words:N"))]


def _places(entries: Sequence[Entry]) -> list[tuple[float, int]]:
    """Where each entry starts, and in which line."""
    places: list[tuple[float, int]] = []
    left, line = 0.0, 0
    for entry in entries:
        needed = _MARK + words_width(entry.words, house.TEXT_SIZE)
        if left > 0 and left + needed > _WIDTH:
            left, line = 0.0, line + 1
        places.append((left, line))
        left += needed + _GAP
    return places
