"""Where a name beside a point may stand: clear of points, of rules and of other names at any width of the plot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from shcares.charts import house
from shcares.charts.measure import bold_width, words_width

# Where names may stand is tried out on a plot on half a page, on a whole one and in a picture, each this many pixels
# wide: what is clear on the narrowest and on the widest is clear between them.
_HALF_PAGE, _PAGE, _PICTURE = 520.0, 1150.0, 820.0
SIZE = house.TEXT_SIZE
_LINE, _POINT = 15.0, 5.0
_FAR, _OUTSIDE, _TIMES = 16, 1_000_000, 4
# Where along its line a led name is tried for what lies in the way; not so near that it meets its own point.
_SHARES = (0.45, 0.6, 0.75, 0.9)
Box = tuple[float, float, float, float]
Spot = tuple[float, float]
Align = Literal["left", "right", "center"]


class Place(NamedTuple):
    """How a name stands to its point: its alignment, and how far it is moved across and down, in pixels."""

    align: Align
    dx: int
    dy: int

    @property
    def led(self) -> bool:
        """Whether the name is so far off that a thin line must lead to it."""
        return abs(self.dy) > _FAR

    @property
    def lead(self) -> Spot:
        """How far that line goes across and down: to the nearest corner of the name."""
        return self.dx - 3.0 if self.align == "left" else self.dx + 3.0, self.dy * 0.8


def _both(dx: int, *rises: int) -> list[Place]:
    """To the right and to the left, at each height."""
    return [place for dy in rises for place in (Place("left", dx, dy), Place("right", -dx, dy))]


_BESIDE = (*_both(9, 0), Place("center", 0, -14), Place("center", 0, 15), *_both(-14, -14, 15))
_OFF = tuple(place for rise in (24, 38, 54, 70) for place in _both(8 + rise // 4, -rise, rise))
_PLACES = (*_BESIDE, *_both(7, -11, 12), *_OFF)
"""From the nearest to the farthest."""


@dataclass(frozen=True)
class Frame:
    """The ends of both scales, and how tall the plot is on a page, below title and key, and in a picture."""

    left: float
    right: float
    bottom: float
    top: float
    on_page: float
    in_picture: float

    @property
    def sizes(self) -> tuple[Spot, ...]:
        """The plots, width and height, on which names must be clear."""
        return (_HALF_PAGE, self.on_page), (_PAGE, self.on_page), (_PICTURE, self.in_picture)


@dataclass(frozen=True)
class _Trial:
    """A plot of one width while names are placed on it: what must stay clear, and what had better."""

    frame: Frame
    width: float
    height: float
    taken: list[Box]
    rules: list[Box]
    line: list[Box]

    def box(self, place: Place, row: dict[Any, Any], words: float) -> Box:
        left, top = _spot(self.frame, (row["x"], row["y"]), (self.width, self.height))
        start = left + place.dx - {"left": 0.0, "center": words / 2, "right": words}[place.align]
        return start, top + place.dy - _LINE / 2, start + words, top + place.dy + _LINE / 2

    def inside(self, box: Box) -> bool:
        return box[0] >= 0 and box[2] <= self.width and box[1] >= 0 and box[3] <= self.height

    def covered(self, box: Box) -> int:
        """How many points and names a box lies on."""
        return sum(_meets(box, [one]) for one in self.taken)

    def crossings(self, box: Box, place: Place, row: dict[Any, Any]) -> int:
        """How many rules a name lies on, one more for the fitted line, and two for what its own line runs through."""
        crossed = sum(_meets(box, [rule]) for rule in self.rules) + _meets(box, self.line)
        return crossed + (2 * self._struck(place, row) if place.led else 0)

    def _struck(self, place: Place, row: dict[Any, Any]) -> int:
        left, top = _spot(self.frame, (row["x"], row["y"]), (self.width, self.height))
        along = [(left + place.lead[0] * share, top + place.lead[1] * share) for share in _SHARES]
        return sum(_meets((x - 1, y - 1, x + 1, y + 1), self.taken) for x, y in along)


def placed(
    rows: list[dict[Any, Any]], points: Sequence[Spot], frame: Frame, *, rules: Sequence[Box], line: Sequence[Spot]
) -> list[tuple[dict[Any, Any], Place]]:
    """The rows whose names find a place; where some do not, they choose first next time, and the best time counts.

    Keys needed: `x`, `y`, `label`, `bold` (always written, and wider), `last` (chooses after the others).
    """
    trials = [_trial(points, frame, rules, line, size) for size in frame.sizes]
    waiting = sorted(rows, key=lambda row: (row["last"], _choices(row, trials)))
    best: list[tuple[dict[Any, Any], Place]] = []
    for _ in range(_TIMES):
        fresh = [replace(trial, taken=list(trial.taken)) for trial in trials]
        tried = [(row, _place(row, fresh)) for row in waiting]
        found = [(row, place) for row, place in tried if place is not None]
        best = max(best, found, key=len)
        if len(found) == len(rows):
            break
        waiting = sorted(waiting, key=lambda row: (row["last"], any(row is one for one, _ in found)))
    return best


def _trial(points: Sequence[Spot], frame: Frame, rules: Sequence[Box], line: Sequence[Spot], size: Spot) -> _Trial:
    spots = [_spot(frame, point, size) for point in points]
    taken = [(left - _POINT, top - _POINT, left + _POINT, top + _POINT) for left, top in spots]
    along = [_spot(frame, point, size) for point in line]
    on_line = [(left - 5, top - 3, left + 5, top + 3) for left, top in along]
    return _Trial(frame, *size, taken, [_upright(rule, frame, size) for rule in rules], on_line)


def _spot(frame: Frame, point: Spot, size: Spot) -> Spot:
    """Where a point falls on a plot of a size, in pixels from its upper left corner."""
    across = (point[0] - frame.left) / ((frame.right - frame.left) or 1.0)
    down = (frame.top - point[1]) / ((frame.top - frame.bottom) or 1.0)
    return across * size[0], down * size[1]


def _upright(rule: Box, frame: Frame, size: Spot) -> Box:
    left, bottom = _spot(frame, rule[:2], size)
    _, top = _spot(frame, rule[2:], size)
    return left - 2, top, left + 2, bottom


def _boxes(row: dict[Any, Any], place: Place, trials: Sequence[_Trial]) -> list[Box]:
    words = (bold_width if row["bold"] else words_width)(row["label"], SIZE)
    return [trial.box(place, row, words) for trial in trials]


def _covered(boxes: Sequence[Box], trials: Sequence[_Trial]) -> int:
    """How many points and names a name would lie on; a great many where it would leave the plot."""
    pairs = list(zip(trials, boxes, strict=True))
    if not all(trial.inside(box) for trial, box in pairs):
        return _OUTSIDE
    return sum(trial.covered(box) for trial, box in pairs)


def _choices(row: dict[Any, Any], trials: Sequence[_Trial]) -> int:
    """How many places a name has among the points alone: those with the fewest choose first."""
    return sum(_covered(_boxes(row, place, trials), trials) == 0 for place in _PLACES)


def _place(row: dict[Any, Any], trials: Sequence[_Trial]) -> Place | None:
    """Of the places clear of points and names the one that crosses the fewest rules, the nearest first; or none.

    A bold name is always written: failing a clear place, where it lies on the fewest.
    """
    found = []
    for place in _PLACES:
        boxes = _boxes(row, place, trials)
        covered = _covered(boxes, trials)
        if covered == 0 or (row["bold"] and covered < _OUTSIDE):
            found.append(((covered, _crossings(boxes, place, row, trials)), place, boxes))
    if not found:
        return None
    _, place, boxes = min(found, key=lambda one: one[0])
    for trial, box in zip(trials, boxes, strict=True):
        trial.taken.append(box)
    return place


def _crossings(boxes: Sequence[Box], place: Place, row: dict[Any, Any], trials: Sequence[_Trial]) -> int:
    return sum(trial.crossings(box, place, row) for trial, box in zip(trials, boxes, strict=True))


def _meets(box: Box, taken: Sequence[Box]) -> bool:
    """Whether a box lies on any of the others."""
    return any(box[0] < one[2] and one[0] < box[2] and box[1] < one[3] and one[1] < box[3] for one in taken)
