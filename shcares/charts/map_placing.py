"""Where points and names of a still map stand, at each size it may have, so that none lies on another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from shcares.charts.map_ground import OVERHANG, Ground
from shcares.charts.measure import bold_width

NAME_SIZE = 14
"""The size names are placed for, in pixels; none is drawn larger."""
_LINE, _GAP, _SPARE, _TURNS = NAME_SIZE + 2, 2.0, 0.5, 200
_REACH = (0, 6, 10, 18, 28)
_SIDES = (
    (0, -1),
    (0, 1),
    (0.5, -1),
    (-0.5, -1),
    (0.5, 1),
    (-0.5, 1),
    (1, 0),
    (-1, 0),
    (1, -1),
    (-1, -1),
    (1, 1),
    (-1, 1),
)
"""Above, below, beside, at the corners: where a name may go that cannot stand on its place."""


@dataclass(frozen=True)
class _Box:
    """Something drawn, in pixels of the map."""

    x: float
    y: float
    wide: float
    high: float

    def meets(self, other: "_Box") -> bool:
        return (
            abs(self.x - other.x) < (self.wide + other.wide) / 2
            and abs(self.y - other.y) < (self.high + other.high) / 2
        )

    def within(self, wide: float, high: float) -> bool:
        """Whether it is on a map of this size, or reaches over its sides no farther than it may."""
        across = self.wide / 2 - OVERHANG <= self.x <= wide - self.wide / 2 + OVERHANG
        return across and self.high / 2 <= self.y <= high - self.high / 2


def placed(
    points: pd.DataFrame | None, names: pd.DataFrame | None, ground: Ground, radius: float
) -> tuple[pd.DataFrame | None, pd.DataFrame | None]:
    """Points and names with a row for each `step` of the ground's sizes that they are drawn at.

    `x` and `y` are then where they stand, `home_x` and `home_y` their place; `moved` says whether a point stands
    elsewhere. `radius` is that of a point, in pixels. Names are placed in their order; one that is `fixed` stands on
    its place or nowhere. What was clear of each other stays so up to the next size: all only move apart.
    """
    at_points, at_names = [], []
    for step, least in enumerate(ground.steps):
        spots = _spread(points, ground, least, radius)
        if points is not None:
            at_points.append(_stood(points, spots, ground, least, radius).assign(step=step))
        if names is not None and least:
            found = _names(names, spots, ground, least, radius)
            at_names.append(found.assign(step=step))
    return (pd.concat(at_points) if at_points else None), (pd.concat(at_names) if at_names else None)


def _pixels(rows: pd.DataFrame, ground: Ground, scale: float) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Where rows are on the map, from its upper left corner."""
    at = rows[["x", "y"]].to_numpy(dtype=float)
    return np.column_stack([(at[:, 0] - ground.west) * scale, (ground.north - at[:, 1]) * scale])


def _spread(
    points: pd.DataFrame | None, ground: Ground, scale: float, radius: float
) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Points pushed apart until none covers another."""
    if points is None or not scale:
        return np.empty((0, 2)) if points is None else _pixels(points, ground, scale)
    spots, room = _pixels(points, ground, scale), 2 * radius
    count = len(spots)
    spots = spots + 0.5 * np.column_stack([np.cos(2.4 * np.arange(count)), np.sin(2.4 * np.arange(count))])
    for _ in range(_TURNS):
        apart = spots[:, None] - spots[None, :]
        far = np.hypot(apart[..., 0], apart[..., 1])
        np.fill_diagonal(far, np.inf)
        if (far >= room).all():
            break
        push = np.clip(room + _SPARE - far, 0, None) / far
        crowd = np.count_nonzero(push, axis=1)
        spots = spots + (apart * push[..., None]).sum(axis=1) / np.maximum(crowd, 2)[:, None]
    return spots


def _stood(points: pd.DataFrame, spots: Any, ground: Ground, scale: float, radius: float) -> pd.DataFrame:
    if not scale:
        return points.assign(home_x=points["x"], home_y=points["y"], moved=False)
    moved = np.hypot(*(spots - _pixels(points, ground, scale)).T) > radius * 0.6
    x, y = _back(spots, ground, scale)
    return points.assign(home_x=points["x"], home_y=points["y"], x=x, y=y, moved=moved)


def _back(spots: Any, ground: Ground, scale: float) -> tuple[Any, Any]:
    """Pixels as numbers of the outlines."""
    return np.round(ground.west + spots[:, 0] / scale, 1), np.round(ground.north - spots[:, 1] / scale, 1)


def _names(names: pd.DataFrame, points: Any, ground: Ground, scale: float, radius: float) -> pd.DataFrame:
    taken = [_Box(x, y, 2 * radius, 2 * radius) for x, y in points]
    room = (ground.east - ground.west) * scale, (ground.north - ground.south) * scale
    kept = []
    for row, (x, y) in zip(names.to_dict("records"), _pixels(names, ground, scale), strict=True):
        tried = _tries(str(row["name"]), x, y, fixed=row.get("fixed") is True)
        found = next((box for box in tried if box.within(*room) and not any(map(box.meets, taken))), None)
        if found is not None:
            taken.append(found)
            at_x, at_y = _back(np.array([[found.x, found.y]]), ground, scale)
            kept.append({"name": row["name"], "x": float(at_x[0]), "y": float(at_y[0])})
    return pd.DataFrame(kept, columns=["name", "x", "y"])


def _tries(name: str, x: float, y: float, *, fixed: bool) -> Iterator[_Box]:
    wide, high = bold_width(name, NAME_SIZE) + 2 * _GAP, float(_LINE)
    yield _Box(x, y, wide, high)
    if not fixed:
        for reach in _REACH:
            for right, down in _SIDES:
                yield _Box(x + right * (wide / 2 + reach * (down == 0)), y + down * (high / 2 + reach), wide, high)
