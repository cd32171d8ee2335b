"""Age labels as spans of years, and how many people of a span five-year bands can account for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

ALL_AGES = "All ages"
OLDEST = 200
_FROM = re.compile(r"(\d+)\+(?: yrs)?")
_UNDER = re.compile(r"Under (\d+)(?: yrs)?")
_BETWEEN = re.compile(r"(\d+)-(\d+)(?: yrs)?")


@dataclass(frozen=True)
class AgeSpan:
    """Ages from `first` to just under `end`, in completed years."""

    first: int
    end: int

    def holds(self, other: "AgeSpan") -> bool:
        """Whether every age of the other is one of these."""
        return self.first <= other.first and other.end <= self.end

    def meets(self, other: "AgeSpan") -> bool:
        """Whether the two share an age."""
        return self.first < other.end and other.first < self.end


def age_span(label: str) -> AgeSpan:
    """The span of `All ages`, `18+ yrs`, `Under 18 yrs`, `4-5 yrs` or `85+`. Raises ValueError on any other label."""
    if label == ALL_AGES:
        return AgeSpan(0, OLDEST)
    if match := _FROM.fullmatch(label):
        return AgeSpan(int(match[1]), OLDEST)
    if match := _UNDER.fullmatch(label):
        return AgeSpan(0, int(match[1]))
    if match := _BETWEEN.fullmatch(label):
        return AgeSpan(int(match[1]), int(match[2]) + 1)
    raise ValueError(f"{label!r} is no age; expected such as 'All ages', '18+ yrs', 'Under 18 yrs' or '4-5 yrs'")


def people_aged(label: str, bands: Mapping[str, int]) -> tuple[int, int]:
    """Fewest and most people the span can hold: the bands wholly inside it, and all that touch it.

    The two are equal where the span begins and ends with a band; nothing is shared out within a band. `bands` maps
    labels such as `15-19` to people; an `All ages` entry is left out of the sums.
    """
    wanted = age_span(label)
    spans = {age_span(band): people for band, people in bands.items() if band != ALL_AGES}
    inside = sum(people for span, people in spans.items() if wanted.holds(span))
    touched = sum(people for span, people in spans.items() if wanted.meets(span))
    return inside, touched
