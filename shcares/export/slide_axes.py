"""The axes of a native chart: their scales, their words with the unit, the size of their text."""

from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_AXIS_CROSSES, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from shcares.domain.plots import Plot, PlotKind
from shcares.export import cells, slide_text
from shcares.export.slide_marks import rgb
from shcares.export.slide_master import Box, Ink
from shcares.export.slide_scale import Scale, x_scale_of
from shcares.style import palette

LARGEST, LEAST_BESIDE, SMALLEST = 14, 12, 10
_LYING = (PlotKind.BARS, PlotKind.STACKED)
_ROUND_THE_BARS, _LEGEND = 0.72, 0.38
_LINE = 1.25
"""The least height of a row of bars, in lines of its text."""
_BESIDE_LABELS = 1.0


def rows_that_fit(plot: Plot, high: float) -> int | None:
    """How many rows of bars a slide has room for at the smallest text; no limit where bars do not lie."""
    if plot.kind not in _LYING:
        return None
    return max(1, int(_for_rows(plot, high) * slide_text.POINTS / (SMALLEST * _LINE)))


def text_size(plot: Plot, high: float) -> int:
    """The largest size at which every row of bars still has its name."""
    if plot.kind not in _LYING:
        return LARGEST
    pitch = _for_rows(plot, high) * slide_text.POINTS / max(len(plot.categories), 1)
    return max(SMALLEST, min(LARGEST, int(pitch / _LINE)))


def _for_rows(plot: Plot, high: float) -> float:
    return high - _ROUND_THE_BARS - (_LEGEND if len(plot.series) > 1 else 0)


def set_axes(chart: Chart, plot: Plot, scale: Scale, box: Box, size: int, ink: Ink) -> None:
    """Text, both axes and the gaps between bars."""
    chart.font.size = Pt(size)
    chart.font.color.rgb = rgb(ink(palette.LIGHT.ink))
    chart.has_title = False
    beside = max(size, LEAST_BESIDE)
    _set_values(chart.value_axis, plot.axis, scale, _decimals(scale, plot.decimals), beside, ink)
    if plot.kind in _LYING:
        chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS
    if plot.kind is PlotKind.POINTS:
        x_scale = x_scale_of(plot)
        _set_values(chart.category_axis, plot.x_axis, x_scale, _decimals(x_scale, plot.x_decimals), beside, ink)
        chart.category_axis.has_major_gridlines = False
    else:
        _set_categories(chart, plot, box, size, ink)


def _decimals(scale: Scale, most: int) -> int:
    """As few decimals as the steps need."""
    ends = (scale.low, scale.step)
    return next((few for few in range(int(most)) if all(round(one, few) == one for one in ends)), int(most))


def _set_values(axis: Any, words: str, scale: Scale, decimals: int, size: int, ink: Ink) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    axis.tick_labels.number_format = cells.number_code(decimals)
    axis.tick_labels.number_format_is_linked = False
    axis.tick_labels.font.size = Pt(size)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = rgb(ink(palette.LIGHT.border))
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.has_title = bool(words)
    if words:
        slide_text.write(axis.axis_title.text_frame, [words], size=size)
        axis.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False


def _set_categories(chart: Chart, plot: Plot, box: Box, size: int, ink: Ink) -> None:
    axis = chart.category_axis
    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = rgb(ink(palette.LIGHT.ink))
    if plot.kind in _LYING:
        axis.reverse_order = True
        # The first category is at the top; the figures stay at the foot.
        chart.value_axis._element.crosses.val = XL_AXIS_CROSSES.MAXIMUM  # Python-pptx sets the other.
    _set_gaps(chart, plot)
    _skip_names(axis, plot, box[2], size)


def _set_gaps(chart: Chart, plot: Plot) -> None:
    if plot.kind is PlotKind.LINES:
        return
    chart.plots[0].gap_width = 45 if len(plot.series) == 1 or plot.kind is PlotKind.STACKED else 60
    chart.plots[0].overlap = 100 if plot.kind is PlotKind.STACKED else 0


def _skip_names(axis: Any, plot: Plot, wide: float, size: int) -> None:
    """Every name under bars and beside them; over time as many as have room, the last among them."""
    step = 1
    if plot.kind is PlotKind.LINES and plot.categories:
        broadest = max(slide_text.width(name, size) for name in plot.categories) + 0.15
        step = max(1, -(-len(plot.categories) // max(1, int((wide - _BESIDE_LABELS) / broadest))))
        last = len(plot.categories) - 1
        step = next((one for one in range(step, 2 * step + 1) if last % one == 0), step)
    element = axis._element  # Python-pptx cannot say how many names to skip.
    for old in element.findall("{*}tickLblSkip"):
        element.remove(old)
    follower = next(child for child in element if child.tag.endswith("}noMultiLvlLbl"))
    follower.addprevious(parse_xml(f"<c:tickLblSkip {nsdecls('c')} val='{step}'/>"))
    axis.tick_labels.font.size = Pt(size)
    if step == 1:
        # Level, in two lines if need be; where some are skipped, LibreOffice would then write all.
        element.txPr.bodyPr.set("rot", "0")
