"""Plain sentences: what a figure says, said so that it can be read aloud and is true and complete."""

from shcares.domain.vocabulary import Judgement, Polarity, Statistic
from shcares.style import formats

WHO = {"Female": "women", "Male": "men"}
"""Whose figures a sex is; persons are not said."""

_WITH_ARTICLE = ("North West", "Liverpool City Region")
_AGAINST = {
    Judgement.BETTER: "better than {comparator}",
    Judgement.SIMILAR: "similar to {comparator}",
    Judgement.WORSE: "worse than {comparator}",
    Judgement.HIGHER: "higher than {comparator}",
    Judgement.LOWER: "lower than {comparator}",
}


def count_words(count: int, one: str, many: str = "") -> str:
    """`1 measure`, `5 measures`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def the(name: str) -> str:
    """A place's name as a noun in a sentence: `England`, `the North West`."""
    return f"the {name}" if name in _WITH_ARTICLE else name


def ordinal(place: int) -> str:
    """`1st`, `2nd`, `11th`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{'th' if place % 100 in (11, 12, 13) else ending}"


def in_every_100(value: float, statistic: str) -> str:
    """`About 25 in every 100` for a proportion between 1 and 99; empty otherwise."""
    if statistic != Statistic.PROPORTION or not 1 <= value <= 99:
        return ""
    return f"About {value:.0f} in every 100"


def against(judgement: Judgement, comparator: str, reason: str = "") -> str:
    """`worse than England`; for what cannot be compared, the reason."""
    if judgement is Judgement.NOT_COMPARED:
        return reason or f"not compared with {the(comparator)}"
    return _AGAINST[judgement].format(comparator=the(comparator))


def gap(value: float, benchmark: float, comparator: str, decimals: int, unit: str) -> str:
    """`2.9 percentage points above England`, of the figures as shown; claims nothing about chance."""
    difference = round(round(value, decimals) - round(benchmark, decimals), decimals)
    if difference == 0:
        return f"the same as {the(comparator)}"
    noun = " percentage points" if unit == "percent" else ""
    side = "above" if difference > 0 else "below"
    return f"{formats.number(abs(difference), decimals)}{noun} {side} {the(comparator)}"


def movement(first: float, last: float, polarity: str, decimals: int) -> str:
    """Which way a value moved between two points, and whether that is the way it should go."""
    difference = round(last - first, decimals)
    if difference == 0:
        return "unchanged"
    way = "up" if difference > 0 else "down"
    if polarity == Polarity.NEUTRAL:
        return way
    good = (difference > 0) == (polarity == Polarity.HIGH_IS_GOOD)
    return f"{way}, the {'right' if good else 'wrong'} way"
