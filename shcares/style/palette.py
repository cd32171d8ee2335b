"""The one palette: paper and ink, one accent, comparator greys, network hues, judgement colour + icon + word.

Every mark colour but those of the familiar red, amber, green has at least 3:1 contrast on both papers, so one drawing
serves the light and the dark theme; text itself always takes the ink of the theme it stands on.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from shcares.domain.vocabulary import Judgement, Status, Verdict


@dataclass(frozen=True)
class Paper:
    """Surfaces and text of one theme."""

    background: str
    raised: str
    ink: str
    border: str
    link: str
    accent: str


@dataclass(frozen=True)
class Wash:
    """A colour that covers the paper by a share of itself, so that the paper of either theme shows through."""

    colour: str
    share: float

    @property
    def css(self) -> str:
        """The wash as a style sheet writes it."""
        return f"color-mix(in srgb, {self.colour} {self.share:.0%}, transparent)"

    @property
    def on_paper(self) -> str:
        """The wash on light paper as one colour, for what knows no transparency."""
        over, under = ([int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (self.colour, LIGHT.background))
        mixed = [round(top * self.share + low * (1 - self.share)) for top, low in zip(over, under, strict=True)]
        return "#" + "".join(f"{part:02x}" for part in mixed)


LIGHT = Paper("#fdfcfa", "#f3f1ec", "#1d2430", "#d9d5cc", "#8f2455", "#a52f62")
DARK = Paper("#14181f", "#1e242d", "#e9e7e2", "#39414d", "#f09cc0", "#ec86b1")

ACCENT = "#b83a6f"
CLEAR = "00"
"""What makes a colour of six digits let everything through."""
COMPARATOR = "#7b828c"
TARGET = "#c8611a"
NO_DATA = "#7b828c"
NETWORK = {"U67149": "#7264d0", "U20349": "#1f8f80", "U94037": "#8f7d10", "U94009": "#b457a8"}
FIFTHS = tuple(Wash("#6d87a8", share) for share in (0.06, 0.2, 0.35, 0.52, 0.7))
"""From the best fifth to the worst: one hue, ever stronger, so that it reads in grey and ink is legible on each."""
NETWORK_INK = {"U67149": "#ffffff", "U20349": "#000000", "U94037": "#000000", "U94009": "#000000"}
"""Small text on the hue of each network, at 4.5:1 or more."""
_SEQUENCE = "#54739c"
FIFTH_SHARES, TENTH_SHARES = (0.07, 0.26, 0.46, 0.68, 0.94), (0.03, 0.1, 0.18, 0.27, 0.37, 0.48, 0.59, 0.71, 0.84, 0.98)
MAP_FIFTHS = tuple(Wash(_SEQUENCE, share) for share in FIFTH_SHARES)
MAP_TENTHS = tuple(Wash(_SEQUENCE, share) for share in TENTH_SHARES)
"""Areas on a map, from the least to the most: one hue, ever stronger; what has no figure is dotted, never pale."""
COMPARATOR_DASH = {"E92000001": (1, 0), "E12000002": (5, 3), "E47000004": (2, 3)}


class Scheme(StrEnum):
    """Judgement colours a viewer may choose; the words and icons never change."""

    SAFE = "safe"
    RAG = "rag"
    MONO = "mono"


@dataclass(frozen=True)
class Mark:
    """One judgement as seen: colour, icon and word, always together."""

    colour: str
    ink: str
    icon: str
    word: str


Judged: TypeAlias = Judgement | Status | Verdict

_ICON_AND_WORD: dict[Judged, tuple[str, str]] = {
    Judgement.BETTER: ("✓", "Better"),
    Judgement.SIMILAR: ("≈", "Similar"),
    Judgement.WORSE: ("!", "Worse"),
    Judgement.HIGHER: ("↑", "Higher"),
    Judgement.LOWER: ("↓", "Lower"),
    Judgement.NOT_COMPARED: ("–", "Can't compare"),
    Status.MET: ("✓", "Met"),
    Status.UNCERTAIN: ("≈", "Can't tell yet"),
    Status.NOT_MET: ("!", "Short of target"),
    Status.NO_USABLE_TARGET: ("–", "No usable target"),
    Verdict.ON_COURSE: ("↗", "On course"),
    Verdict.TOO_CLOSE: ("≈", "Too close to call"),
    Verdict.OFF_COURSE: ("!", "Off course"),
    Verdict.NOT_ENOUGH_DATA: ("?", "Not enough independent data"),
}
"""What is met, and what has no usable target, is the same as a status and as a verdict, and is drawn the same."""

_GOOD, _MIDDLE, _BAD, _HIGH, _LOW, _NONE = "good", "middle", "bad", "high", "low", "none"
_ROLE: dict[Judged, str] = {
    Judgement.BETTER: _GOOD,
    Judgement.SIMILAR: _MIDDLE,
    Judgement.WORSE: _BAD,
    Judgement.HIGHER: _HIGH,
    Judgement.LOWER: _LOW,
    Judgement.NOT_COMPARED: _NONE,
    Status.MET: _GOOD,
    Status.UNCERTAIN: _MIDDLE,
    Status.NOT_MET: _BAD,
    Status.NO_USABLE_TARGET: _NONE,
    Verdict.ON_COURSE: _GOOD,
    Verdict.TOO_CLOSE: _MIDDLE,
    Verdict.OFF_COURSE: _BAD,
    Verdict.NOT_ENOUGH_DATA: _NONE,
}
_SAFE = {_GOOD: "#2f7fc4", _MIDDLE: "#7b828c", _BAD: "#c8611a", _HIGH: "#7b828c", _LOW: "#7b828c", _NONE: "#7b828c"}
# Fingertips' own, with its two blues for higher and lower where neither is good.
_RAG = {_GOOD: "#92d050", _MIDDLE: "#ffc000", _BAD: "#c00000", _HIGH: "#c2ccff", _LOW: "#5555e6", _NONE: "#7b828c"}
_MONO = {_GOOD: "#8f8f8f", _MIDDLE: "#6f6f6f", _BAD: "#262626", _HIGH: "#6f6f6f", _LOW: "#6f6f6f", _NONE: "#8f8f8f"}
_COLOURS = {Scheme.SAFE: _SAFE, Scheme.RAG: _RAG, Scheme.MONO: _MONO}
_INK_ON = {"#92d050": "#000000", "#ffc000": "#000000", "#c2ccff": "#000000", "#8f8f8f": "#000000"}


_POINT = {
    Judgement.HIGHER: (LIGHT.ink, LIGHT.background),
    Judgement.WORSE: (LIGHT.ink, LIGHT.background),
    Judgement.SIMILAR: ("#8a909a", "#000000"),
    Judgement.LOWER: (LIGHT.background, LIGHT.ink),
    Judgement.BETTER: (LIGHT.background, LIGHT.ink),
    Judgement.NOT_COMPARED: (NO_DATA + "40", LIGHT.ink),
}


def map_tenths(scheme: Scheme) -> tuple[Wash, ...]:
    """Areas on a map by tenth, from the least to the most; without colour in ink, whose ten steps are wider apart."""
    return tuple(Wash(LIGHT.ink, share) for share in TENTH_SHARES) if scheme is Scheme.MONO else MAP_TENTHS


def point_mark(judgement: Judgement) -> Mark:
    """A point on a map without colour: higher or worse filled with ink, similar grey, else open; with icon and word."""
    colour, ink = _POINT[judgement]
    icon, word = _ICON_AND_WORD[judgement]
    return Mark(colour, ink, icon, word)


def grey(colour: str) -> str:
    """A colour as it prints in black and white: the grey of the same luminance (ITU-R BT.709)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


def mark(verdict: Judged, scheme: Scheme = Scheme.SAFE) -> Mark:
    """Colour, icon and word of a judgement, a status or a verdict, in one colour scheme."""
    icon, word = _ICON_AND_WORD[verdict]
    colour = _COLOURS[scheme][_ROLE[verdict]]
    return Mark(colour, _INK_ON.get(colour, "#ffffff"), icon, word)
