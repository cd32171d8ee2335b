"""The stage of a show and how much of it words take: its size is that of a common projector, scaled to any other."""

import textwrap
from dataclasses import dataclass

WIDTH, HEIGHT = 1366, 768
TEXT = 24
"""Nothing on a slide is smaller, in pixels of the stage."""
SPOKEN = 54
"""The size of a message that stands alone, without a figure."""
INSIDE = 1270
"""Pixels across that words and drawings may take."""
_TOP, _BOTTOM, _GAP, _APART = 26, 20, 16, 8
_HEADING = 34
_LETTER = 0.475
"""The mean width of a letter as a share of the type's size; what is set is never wider than this says by much."""
_BOLD = 0.94
"""How much of a line's letters there is room for where they are bold."""
_LEADING = 1.2
_SOURCE_LEADING = 29


@dataclass(frozen=True)
class Words:
    """Lines of one size."""

    size: int
    lines: int

    @property
    def height(self) -> float:
        """Pixels from the first line's top to the last line's end."""
        return self.lines * self.size * _LEADING


def message_words(message: str) -> Words:
    """The size at which a message is set: as large as two lines allow, never smaller than a room can read."""
    for size in (42, 38, 34, 30):
        lines = lines_of(message, size)
        if lines <= 2:
            return Words(size, lines)
    return Words(28, lines_of(message, 28))


def width_of(letters: int, size: int) -> float:
    """About how many pixels so many letters take at this size."""
    return letters * size * _LETTER


def lines_of(text: str, size: int, width: float = INSIDE) -> int:
    """How many lines a text takes at this size."""
    return max(1, len(textwrap.wrap(text, max(1, int(width / width_of(1, size))))))


def room(message: str, source: str, reading: str = "") -> float:
    """Pixels of height that are left for the figure between message and source, above which a reading may stand."""
    below = lines_of(source, TEXT) * _SOURCE_LEADING
    if reading:
        below += lines_of(reading, TEXT, INSIDE * _BOLD) * _SOURCE_LEADING + _APART
    return HEIGHT - _TOP - _HEADING - message_words(message).height - 2 * _GAP - below - _BOTTOM
