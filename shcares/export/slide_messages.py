"""What a slide says large and what it says under that: all of its message, however long, in as many lines as needed."""

import re
from dataclasses import dataclass

from shcares.export import slide_text
from shcares.export.slide_master import MESSAGE_TOP, MORE_SIZE, ROOM

SIZES = (28, 24)
_LINES = 2
_MOST_LINES = 3
_BOLD = 1.07
_BETWEEN = 0.2
_NEARER = 0.08
_SENTENCES = re.compile(r"(?<=[.?!]) (?=[A-Z0-9“])")


@dataclass(frozen=True)
class Message:
    """The words said large and their size, the words said under them, and where the figure below may begin."""

    large: str
    size: int
    more: str

    @property
    def high(self) -> float:
        """How high the large words are."""
        return slide_text.height(len(slide_text.wrapped(self.large, self.size * _BOLD, ROOM)), self.size)

    @property
    def more_high(self) -> float:
        """How high the words under them are."""
        return slide_text.height(len(slide_text.wrapped(self.more, MORE_SIZE * 1.03, ROOM)), MORE_SIZE)

    @property
    def more_top(self) -> float:
        """Where the words under them begin."""
        return MESSAGE_TOP + self.high + _NEARER

    @property
    def end(self) -> float:
        """Where the figure may begin."""
        return (self.more_top + self.more_high if self.more else MESSAGE_TOP + self.high) + _BETWEEN


def message_of(said: str, otherwise: str, part: str = "") -> Message:
    """As many whole sentences large as fit, the others under them; where not even one fits, `otherwise` large."""
    ending = f" ({part})" if part else ""
    sentences = _SENTENCES.split(said)
    for kept in range(len(sentences), 0, -1):
        large = " ".join(sentences[:kept]) + ending
        for size in SIZES:
            if _lines(large, size) <= _LINES:
                return Message(large, size, " ".join(sentences[kept:]))
    large = sentences[0] + ending
    if _lines(large, SIZES[-1]) <= _MOST_LINES or not otherwise:
        return Message(large, SIZES[-1], " ".join(sentences[1:]))
    return Message(otherwise + ending, SIZES[-1], said)


def _lines(text: str, size: int) -> int:
    return len(slide_text.wrapped(text, size * _BOLD, ROOM))
