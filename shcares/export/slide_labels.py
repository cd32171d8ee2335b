"""Words on a native chart: the legend, the values beside bars and at the ends of lines, the names of points."""

from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from shcares.domain.plots import Plot, PlotKind, Series
from shcares.export import cells, slide_text
from shcares.export.slide_axes import LARGEST
from shcares.export.slide_marks import rgb, stem
from shcares.export.slide_master import Ink
from shcares.export.slide_scale import Scale
from shcares.style import palette

_LEAST_SHARE = 0.07
_MOST_POINTS_NAMED = 12
_MOST_LINES_ENDED = 4
_A_FEW, _MOST_BARS_SAID = 3, 14
_APART = 0.07
_MIDDLE_GREY = 0x76


def set_labels(chart: Chart, plot: Plot, scale: Scale, size: int, ink: Ink) -> None:
    """Legend where there is more than one series, then the words that suit the kind of chart."""
    _set_legend(chart, plot, ink)
    drawn = list(zip(chart.plots[0].series, plot.series, strict=True))
    if plot.kind is PlotKind.STACKED:
        for mine, series in drawn:
            _label_parts(mine, plot, series, scale, size, ink)
    elif plot.kind is PlotKind.POINTS:
        for mine, series in drawn:
            _name_points(mine, plot, series, ink)
    elif plot.kind is PlotKind.LINES:
        for at, last in _ends(plot, scale).items():
            _end_line(drawn[at][0], plot, drawn[at][1], last, ink)
    elif not any(series.lower for series in plot.series) and _few_bars(plot):
        for mine, _ in drawn:
            _show_values(mine.data_labels, plot, min(size, LARGEST), XL_LABEL_POSITION.OUTSIDE_END)


def _few_bars(plot: Plot) -> bool:
    """Whether bars stand far enough apart for their values; a single row of them always does."""
    return len(plot.series) == 1 or len(plot.series) * len(plot.categories) <= _MOST_BARS_SAID


def _set_legend(chart: Chart, plot: Plot, ink: Ink) -> None:
    chart.has_legend = len({stem(one, plot) for one in plot.series}) > 1
    if not chart.has_legend:
        return
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(LARGEST)
    chart.legend.font.color.rgb = rgb(ink(palette.LIGHT.ink))
    place = chart.legend._element.find("{*}legendPos")  # Python-pptx leaves out no entry.
    for position, one in reversed(list(enumerate(plot.series))):
        if stem(one, plot) != one.name:
            entry = f"<c:legendEntry {nsdecls('c')}><c:idx val='{position}'/><c:delete val='1'/></c:legendEntry>"
            place.addnext(parse_xml(entry))


def _show_values(labels: Any, plot: Plot, size: int, position: XL_LABEL_POSITION) -> None:
    labels.number_format = cells.number_code(plot.decimals)
    labels.number_format_is_linked = False
    labels.position = position
    labels.show_value = True
    labels.font.size = Pt(size)


def _label_parts(drawn: Any, plot: Plot, series: Series, scale: Scale, size: int, ink: Ink) -> None:
    if ink(palette.ACCENT) != palette.ACCENT:
        return  # Words on a pattern cannot be read.
    labels = drawn.data_labels
    _show_values(labels, plot, min(size, LARGEST), XL_LABEL_POSITION.CENTER)
    labels.font.color.rgb = rgb(_ink_on(series.colour))
    least = (scale.high - scale.low) * _LEAST_SHARE
    element = labels._element  # Python-pptx cannot leave out a label.
    small = [at for at, value in enumerate(series.values) if value is not None and abs(value) < least]
    for at in reversed(small):
        element.insert(0, parse_xml(f"<c:dLbl {nsdecls('c')}><c:idx val='{at}'/><c:delete val='1'/></c:dLbl>"))


def _ink_on(colour: str) -> str:
    light = int(palette.grey(colour)[1:3], 16) > _MIDDLE_GREY
    return palette.LIGHT.ink if light else palette.LIGHT.background


def _ends(plot: Plot, scale: Scale) -> dict[int, int]:
    """The series whose last value is written, and where that is: full lines first, none upon another."""
    taken: list[float] = []
    found = {}
    few = len({stem(one, plot) for one in plot.series}) <= _MOST_LINES_ENDED
    for at, series in sorted(enumerate(plot.series), key=lambda pair: pair[1].dashed):
        last = max(place for place, value in enumerate(series.values) if value is not None)
        value = series.values[last] or 0.0
        apart = all(abs(value - other) >= (scale.high - scale.low) * _APART for other in taken)
        if stem(series, plot) == series.name and apart and (few or not series.dashed):
            taken.append(value)
            found[at] = last
    return found


def _end_line(drawn: Any, plot: Plot, series: Series, last: int, ink: Ink) -> None:
    """The last value of a line, at its end."""
    label = drawn.points[last].data_label
    at_the_edge = last == len(series.values) - 1
    label.position = XL_LABEL_POSITION.RIGHT if at_the_edge else XL_LABEL_POSITION.ABOVE
    label.font.size = Pt(LARGEST)
    label.font.bold = not series.dashed
    label.font.color.rgb = rgb(ink(palette.LIGHT.ink))
    element = label._dLbl  # Python-pptx cannot give one label a form of its own.
    code = cells.number_code(plot.decimals)
    before = element.find("{*}spPr") if element.find("{*}spPr") is not None else element.find("{*}txPr")
    before.addprevious(parse_xml(f"<c:numFmt {nsdecls('c')} formatCode='{code}' sourceLinked='0'/>"))


def _name_points(drawn: Any, plot: Plot, series: Series, ink: Ink) -> None:
    """The names of points, where there are few; of many only those of a series of few."""
    named = sum(len(one.labels) for one in plot.series)
    if not series.labels or (named > _MOST_POINTS_NAMED and len(series.labels) > _A_FEW):
        return
    for at, name in enumerate(series.labels):
        label = drawn.points[at].data_label
        slide_text.write(label.text_frame, [name], size=LARGEST)
        label.text_frame.paragraphs[0].runs[0].font.color.rgb = rgb(ink(palette.LIGHT.ink))
        label.position = XL_LABEL_POSITION.RIGHT
