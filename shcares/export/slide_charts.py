"""Native charts on slides: a plot becomes a chart whose numbers, colours and words can be edited."""

from dataclasses import dataclass, replace

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide

from shcares.domain.plots import Plot, PlotKind, Series
from shcares.export import cells, slide_axes, slide_labels, slide_marks, slide_numbers
from shcares.export.slide_intervals import add_intervals
from shcares.export.slide_master import Box, Ink, box_of
from shcares.export.slide_scale import Scale, scale_of
from shcares.style import formats, palette

_TYPES = {
    PlotKind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    PlotKind.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    PlotKind.STACKED: XL_CHART_TYPE.BAR_STACKED,
    PlotKind.LINES: XL_CHART_TYPE.LINE_MARKERS,
    PlotKind.POINTS: XL_CHART_TYPE.XY_SCATTER,
}


@dataclass(frozen=True)
class Part:
    """What one slide shows of a plot: its rows, and the scale that all slides of the plot share."""

    plot: Plot
    scale: Scale


def whole(plot: Plot) -> Part:
    """The plot as a chart can draw it: points without both numbers left out, series without any value too."""
    series = _longest_first(plot.series) if plot.kind is PlotKind.POINTS else plot.series
    held = replace(plot, series=tuple(one for one in series if any(value is not None for value in one.values)))
    return Part(held, scale_of(held))


def _longest_first(series: tuple[Series, ...]) -> tuple[Series, ...]:
    """Points in pairs, the longest series first: LibreOffice leaves out those that stand before a longer one."""
    return tuple(sorted(map(_paired, series), key=lambda one: -len(one.x)))


def rows_of(part: Part, first: int, end: int) -> Part:
    """The categories from `first` up to `end`, on the same scale."""
    series = tuple(
        replace(
            one,
            values=one.values[first:end],
            lower=one.lower[first:end],
            upper=one.upper[first:end],
            colours=one.colours[first:end],
        )
        for one in part.plot.series
    )
    return Part(replace(part.plot, series=series, categories=part.plot.categories[first:end]), part.scale)


def _paired(series: Series) -> Series:
    kept = [at for at, pair in enumerate(zip(series.x, series.values, strict=True)) if None not in pair]
    rows = {
        name: tuple(row[at] for at in kept if row)
        for name in ("values", "lower", "upper", "x", "labels", "colours")
        if (row := getattr(series, name)) is not None
    }
    return replace(series, **rows)  # type: ignore[arg-type]


def add_chart(slide: Slide, part: Part, box: Box, ink: Ink) -> GraphicFrame:
    """Put the chart on the slide."""
    plot = part.plot
    frame: GraphicFrame = slide.shapes.add_chart(_TYPES[plot.kind], *box_of(*box), _data(plot))
    chart = frame.chart
    chart.part.chart_workbook.xlsx_part.blob = slide_numbers.sheet(plot)
    size = slide_axes.text_size(plot, box[3])
    slide_axes.set_axes(chart, part.plot, part.scale, box, size, ink)
    _draw(chart, plot, ink)
    slide_labels.set_labels(chart, part.plot, part.scale, size, ink)
    return frame


def _data(plot: Plot) -> CategoryChartData | XyChartData:
    code = cells.number_code(plot.decimals)
    if plot.kind is PlotKind.POINTS:
        points = XyChartData(number_format=code)
        for one in plot.series:
            held = points.add_series(one.name, number_format=code)
            for x, y in zip(one.x, one.values, strict=True):
                held.add_data_point(x, y)
        return points
    data = CategoryChartData(number_format=code)
    data.categories = _categories(plot)
    for one in plot.series:
        data.add_series(one.name, one.values, number_format=code)
    return data


def _categories(plot: Plot) -> list[str]:
    """The names; one whose bar is missing says why nothing is there."""
    if plot.kind is PlotKind.LINES:
        return list(plot.categories)
    return [
        name if any(one.values[at] is not None for one in plot.series) else f"{name} ({formats.NO_DATA})"
        for at, name in enumerate(plot.categories)
    ]


def _draw(chart: Chart, plot: Plot, ink: Ink) -> None:
    looks = slide_marks.looks_of(plot, ink)
    for position, (drawn, series) in enumerate(zip(chart.plots[0].series, plot.series, strict=True)):
        slide_marks.draw(drawn, series, plot.kind, looks[position], ink)
        if plot.kind is not PlotKind.STACKED:
            colour = palette.LIGHT.ink if plot.kind in (PlotKind.BARS, PlotKind.COLUMNS) else series.colour
            element: BaseOxmlElement = drawn._element  # Python-pptx has no error bars.
            add_intervals(element, plot, position, ink(colour))
