"""A drawing as numbers: what a chart shows, so that an editable chart can be made of it elsewhere."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Values: TypeAlias = tuple[float | None, ...]
"""A missing value is None and is drawn as a gap, never as nought."""


class PlotKind(StrEnum):
    """How the numbers stand to each other."""

    BARS = "bars"
    """A horizontal bar for each category, the first at the top; several series stand side by side."""
    COLUMNS = "columns"
    """Upright bars: few categories that have an order of their own."""
    STACKED = "stacked"
    """Horizontal bars whose series are parts of one whole."""
    LINES = "lines"
    """A line for each series over categories in the order of time."""
    POINTS = "points"
    """A point for each pair of numbers: `x` against `values`; a joined series is a line."""


@dataclass(frozen=True)
class Series:
    """One row of numbers under one name, as long as the plot's categories or as its own `x`.

    `lower` and `upper` are the limits of each value's interval, in the unit of the value, not lengths. `colours` has a
    colour for each value where they differ. `labels` names the points of a plot of points.
    """

    name: str
    values: Values
    colour: str
    lower: Values = ()
    upper: Values = ()
    x: Values = ()
    labels: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    dashed: bool = False
    joined: bool = False


@dataclass(frozen=True)
class Plot:
    """A whole chart: its categories, its series and the words of its axes (measure and unit)."""

    kind: PlotKind
    series: tuple[Series, ...]
    axis: str
    categories: tuple[str, ...] = ()
    decimals: int = 0
    x_axis: str = ""
    x_decimals: int = 0
    from_zero: bool = True

    def __post_init__(self) -> None:
        """Refuse numbers that do not belong together. Raises ValueError."""
        for one in self.series:
            wanted = len(one.x) if self.kind is PlotKind.POINTS else len(self.categories)
            rows = {"values": one.values, "lower": one.lower, "upper": one.upper, "colours": one.colours}
            wrong = {name: len(row) for name, row in rows.items() if (row or name == "values") and len(row) != wanted}
            if wrong:
                raise ValueError(f"series {one.name!r} has {wrong} where {wanted} are wanted")
