"""Charts on a narrow screen: title and subtitle in as many lines as they need, and which charts fit as they are."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from shcares.charts import house
from shcares.charts.measure import bold_width, words_width

_NARROW, _ROOM = 500, 240.0
"""Windows below so many pixels are narrow, as in the style sheet; lines break at the width of a card in the least."""
_SIDES = 150.0
"""How wide the words on both sides of rows may be for the plot between them to be read on the narrowest screen."""
_FITS = {"narrow": True}


def fitting(chart: house.Drawing, *sides: Sequence[str]) -> house.Drawing:
    """The chart, known to fit a narrow screen, unless the words in its `sides` leave its rows too little room."""
    taken = sum(max((words_width(words, house.TEXT_SIZE) for words in side), default=0.0) for side in sides)
    return chart.properties(usermeta=_FITS) if taken <= _SIDES else chart


def fits(spec: Mapping[str, Any]) -> bool:
    """Whether a chart fits a narrow screen; others are scrolled sideways there."""
    return spec.get("usermeta") == _FITS


def for_screens(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The spec with lines of title and subtitle broken in narrow windows; Vega breaks none by itself, it cuts them.

    Its marks are not read aloud one by one, under names of their columns: its sentence and its table say what they say.
    """
    config = dict(spec.get("config", {}))
    silent = {"aria": False, "mark": dict(config.get("mark", {})) | {"aria": False}}
    quiet = dict(spec) | {"config": config | silent}
    title = spec.get("title")
    if not isinstance(title, Mapping) or not title.get("subtitle"):
        return quiet
    under = [title["subtitle"]] if isinstance(title["subtitle"], str) else title["subtitle"]
    broken = {
        "text": _either([title["text"]], lambda words: bold_width(words, title["fontSize"])),
        "subtitle": _either(under, lambda words: words_width(words, title["subtitleFontSize"])),
    }
    return quiet | {"title": dict(title) | broken}


def _either(lines: Sequence[str], width: Callable[[str], float]) -> dict[str, str]:
    """The lines in a wide window; in a narrow one the first, and then all others as one text, broken anew."""
    first, *others = lines
    narrow = [part for text in (first, " ".join(others)) if text for part in _broken(text, width)]
    return {"expr": f"windowSize()[0] < {_NARROW} ? {json.dumps(narrow)} : {json.dumps(list(lines))}"}


def _broken(line: str, width: Callable[[str], float]) -> list[str]:
    parts = [""]
    for word in line.split():
        longer = f"{parts[-1]} {word}".strip()
        parts = [*parts, word] if parts[-1] and width(longer) > _ROOM else [*parts[:-1], longer]
    return parts
