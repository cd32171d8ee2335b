"""What one column of a table may hold, said in one line."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole number"
    DAY = "date"


@dataclass(frozen=True)
class Column:
    """A column: its kind, whether a cell may be blank, and the values or the range or the ids it may hold."""

    name: str
    kind: Kind
    blank: bool = False
    words: frozenset[str] = frozenset()
    low: float = float("-inf")
    high: float = float("inf")
    refers: str = ""


def text(name: str, *, blank: bool = False, refers: str = "") -> Column:
    """Text; `refers` names the ids it must be one of: indicator, source, area, or an area type."""
    return Column(name, Kind.TEXT, blank, refers=refers)


def word(name: str, words: Iterable[str], *, blank: bool = False) -> Column:
    """One of a closed list of words."""
    return Column(name, Kind.TEXT, blank, words=frozenset(str(item) for item in words))


def edition(name: str, *years: int) -> Column:
    """One of a closed list of years."""
    return Column(name, Kind.WHOLE, words=frozenset(str(year) for year in years))


def number(name: str, low: float = float("-inf"), high: float = float("inf"), *, blank: bool = False) -> Column:
    """A finite number between two bounds."""
    return Column(name, Kind.NUMBER, blank, low=low, high=high)


def whole(name: str, low: float = 0, high: float = float("inf"), *, blank: bool = False) -> Column:
    """A whole number between two bounds."""
    return Column(name, Kind.WHOLE, blank, low=low, high=high)


def day(name: str, *, blank: bool = False) -> Column:
    """A date, written 2026-03-31."""
    return Column(name, Kind.DAY, blank)
