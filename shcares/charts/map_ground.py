"""The ground a still map covers, and how large it is drawn: names and points are placed by that size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt

OVERHANG, _ROUND = 20, 4
"""Pixels at each side into which a name may reach, and those round an edge."""
WIDE, HIGH, SCALE, STEP = "mapWide", "mapHigh", "mapScale", "mapStep"
"""The chart's own numbers: the room of the map in pixels, pixels for one of the outlines' numbers, and which of the
`steps` that is."""
_SIZES = (0.0, 130.0, 170.0, 220.0, 290.0, 380.0, 490.0, 640.0)
"""How many pixels a map is high, at least, for each placing of its names; on the smallest none is tried."""


@dataclass(frozen=True)
class Ground:
    """The ends of a map, in the numbers of its outlines."""

    west: float
    south: float
    east: float
    north: float

    @property
    def aspect(self) -> float:
        """How many times as wide as high."""
        return (self.east - self.west) / (self.north - self.south)

    @property
    def steps(self) -> tuple[float, ...]:
        """The scale from which each placing stands, up to the next."""
        return tuple(round(size / (self.north - self.south), 5) for size in _SIZES)

    @property
    def params(self) -> list[Any]:
        """How large the map is drawn, as the chart works it out wherever it stands."""
        across, up = self.east - self.west, self.north - self.south
        scale = f"min(({WIDE} - {2 * OVERHANG}) / {across}, ({HIGH} - {_ROUND}) / {up})"
        step = " + ".join(f"({SCALE} >= {least})" for least in self.steps[1:])
        said = {WIDE: "width", HIGH: "height", SCALE: scale, STEP: step}
        return [alt.param(name=name, expr=expression) for name, expression in said.items()]

    @property
    def projection(self) -> dict[str, Any]:
        """The flat numbers turned upside down, as large as there is room, in its middle."""
        x, y = (self.west + self.east) / 2, (self.south + self.north) / 2
        middle = f"[{WIDE} / 2 - {SCALE} * {x}, {HIGH} / 2 + {SCALE} * {y}]"
        return {"type": "identity", "reflectY": True, "scale": alt.ExprRef(SCALE), "translate": alt.ExprRef(middle)}


WHERE = f"datum.step == {STEP}"
"""What of a placing is drawn: what was placed for the size that the map has."""


def ground_of(outlines: Iterable[Mapping[str, Any]]) -> Ground:
    """The least ground that holds all outlines."""
    spots = [spot for outline in outlines for edge in _edges(outline["geometry"]) for spot in edge]
    across, up = [spot[0] for spot in spots], [spot[1] for spot in spots]
    return Ground(min(across), min(up), max(across), max(up))


def _edges(geometry: Mapping[str, Any]) -> list[Any]:
    """The outer edge of every part."""
    parts = geometry["coordinates"]
    return [parts[0]] if geometry["type"] == "Polygon" else [part[0] for part in parts]
