"""Which slides a figure needs: one, or several of a long table or of many bars, all on one scale."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from shcares.export import slide_axes, slide_charts, slide_pictures, slide_tables
from shcares.export.figure import Figure
from shcares.export.slide_master import Box, Ink

_MOST_PARTS, _LEAST_TEXT = 4, 8
_INTERVALS = "Thin lines: 95% intervals."

Draw = Callable[[Slide, Box, Ink], BaseShape]


@dataclass(frozen=True)
class Page:
    """What one slide shows of a figure, what must be said of what it leaves out, and what its marks are."""

    draw: Draw
    said: str = ""
    reading: str = ""


def pages_of(figure: Figure, high: float) -> list[Page]:
    """The figure as charts, else as a picture or as tables; nothing where it holds neither drawing nor rows.

    A chart in very many parts is a picture where there is one: then its shape says more than its rows. A picture that
    is no map becomes a table where its words would be too small to read.
    """
    charts = _charts(figure, high)
    drawing = figure.spec or (figure.still() if figure.still and not charts else None)
    if charts and (len(charts) <= _MOST_PARTS or drawing is None):
        return charts
    if drawing is None:
        return _tables(figure, high)
    pictured = slide_pictures.Pictured(drawing)
    legible = bool(charts) or pictured.is_map or pictured.text_size(high) >= _LEAST_TEXT
    return ([] if legible else _tables(figure, high)) or [Page(partial(_picture, pictured), reading=figure.reading)]


def _charts(figure: Figure, high: float) -> list[Page]:
    part = slide_charts.whole(figure.plot()) if figure.plot is not None else None
    if part is None or not part.plot.series:
        return []
    rows, most = len(part.plot.categories), slide_axes.rows_that_fit(part.plot, high)
    reading = _INTERVALS if _has_intervals(figure, part) else ""
    if most is None or rows <= most:
        return [Page(partial(_chart, part), reading=reading)]
    each = -(-rows // -(-rows // most))
    parts = [slide_charts.rows_of(part, first, first + each) for first in range(0, rows, each)]
    return [Page(partial(_chart, one), reading=reading) for one in parts]


def _has_intervals(figure: Figure, part: slide_charts.Part) -> bool:
    """Whether the chart shows intervals that the figure's own table calls 95%."""
    named = any("95%" in str(name) for name in figure.frame.columns)
    return named and any(limit is not None for series in part.plot.series for limit in series.lower)


def _tables(figure: Figure, high: float) -> list[Page]:
    if figure.short_frame.empty:
        return []
    parts, said = slide_tables.grids_of(figure.short_frame, high)
    return [Page(partial(_table, part), said) for part in parts]


def _chart(part: slide_charts.Part, slide: Slide, box: Box, ink: Ink) -> BaseShape:
    return slide_charts.add_chart(slide, part, box, ink)


def _table(grid: slide_tables.Grid, slide: Slide, box: Box, ink: Ink) -> BaseShape:
    return slide_tables.add_table(slide, grid, box, ink)


def _picture(pictured: slide_pictures.Pictured, slide: Slide, box: Box, ink: Ink) -> BaseShape:
    return slide_pictures.add_picture(slide, pictured, box, ink)
