"""What tells the four communities apart without colour: a pattern for their places, a shape for their practices."""

from enum import StrEnum


class Pattern(StrEnum):
    """How the places of a community are filled."""

    PLAIN = "plain"
    SLANTED = "slanted"
    LEVEL = "level"
    DOTTED = "dotted"


class Shape(StrEnum):
    """How the practices of a community are drawn."""

    CIRCLE = "circle"
    SQUARE = "square"
    ARCH = "arch"
    LEAF = "leaf"


PATTERN = {
    "U67149": Pattern.PLAIN,
    "U20349": Pattern.SLANTED,
    "U94037": Pattern.LEVEL,
    "U94009": Pattern.DOTTED,
}
"""The smallest places are plain, since they have no room for lines; the largest are dotted, which is the quietest."""
SHAPE = {
    "U67149": Shape.CIRCLE,
    "U20349": Shape.SQUARE,
    "U94037": Shape.ARCH,
    "U94009": Shape.LEAF,
}

_EDGE = "M-1,-1H1V1H-1Z"
_INSIDE = {
    Pattern.PLAIN: "",
    Pattern.SLANTED: "M-1,0L0,-1M-1,1L1,-1M0,1L1,0",
    Pattern.LEVEL: "M-1,-0.5H1M-1,0H1M-1,0.5H1",
    Pattern.DOTTED: "".join(f"M{x},{y}h0.15v0.15h-0.15Z" for y in (-0.6, -0.07, 0.46) for x in (-0.6, -0.07, 0.46)),
}
BESIDE_SAMPLE = (2.3, 0.75)
"""Where the shape of practices stands beside a pattern's sample, and how far it reaches."""


def sample(pattern: Pattern) -> str:
    """A pattern in a square from -1 to 1, as the path of a line."""
    return _EDGE + _INSIDE[pattern]


def outline(shape: Shape, x: float = 0.0, reach: float = 1.0) -> str:
    """A shape about (x, 0), as far as `reach` to each side, as a path."""
    left, right, low = x - reach, x + reach, reach
    turn = f"A{reach},{reach},0,0,1,"
    return {
        Shape.CIRCLE: f"M{left},0{turn}{right},0{turn}{left},0Z",
        Shape.SQUARE: f"M{left},{-low}H{right}V{low}H{left}Z",
        Shape.ARCH: f"M{left},{low}V0{turn}{right},0V{low}Z",
        Shape.LEAF: f"M{left},{-low}H{x}{turn}{right},0V{low}H{x}{turn}{left},0Z",
    }[shape]
