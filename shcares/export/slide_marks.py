"""What bars, lines and points look like on a native chart: colour, dash, marker, and pattern where there is no hue."""

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.util import Pt

from shcares.domain.plots import Plot, PlotKind, Series
from shcares.export.slide_master import Ink
from shcares.style import palette

_DASHES = (MSO_LINE_DASH_STYLE.DASH, MSO_LINE_DASH_STYLE.SQUARE_DOT, MSO_LINE_DASH_STYLE.LONG_DASH_DOT)
_MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE)
_PATTERNS = (
    None,
    MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL,
    MSO_PATTERN_TYPE.PERCENT_25,
    MSO_PATTERN_TYPE.DARK_HORIZONTAL,
    MSO_PATTERN_TYPE.LARGE_GRID,
    MSO_PATTERN_TYPE.WIDE_DOWNWARD_DIAGONAL,
    MSO_PATTERN_TYPE.DARK_VERTICAL,
)
_LINE, _FINE_LINE, _MARK, _POINT = 2.75, 2.0, 6, 9


@dataclass(frozen=True)
class Look:
    """What tells a series from the others beside its colour."""

    dash: MSO_LINE_DASH_STYLE | None
    marker: XL_MARKER_STYLE
    pattern: MSO_PATTERN_TYPE | None


def stem(series: Series, plot: Plot) -> str:
    """The name of the series this one continues: `St Helens` of `St Helens, to 2019/20`; else its own."""
    others = {one.name for one in plot.series}
    before = series.name.rpartition(", to ")[0]
    return before if before in others else series.name


def _kin(series: Series, plot: Plot) -> str:
    """What a series looks like others of: the two ends of one band go by the same name but for the last word."""
    return stem(series, plot).removesuffix(" lower").removesuffix(" upper")


def looks_of(plot: Plot, ink: Ink) -> list[Look]:
    """A look for each series; one that continues another looks the same."""
    stems = list(dict.fromkeys(_kin(one, plot) for one in plot.series))
    dashed = list(dict.fromkeys(_kin(one, plot) for one in plot.series if one.dashed))
    in_greys = ink(palette.ACCENT) != palette.ACCENT and len(stems) > 1
    looks = []
    for one in plot.series:
        place = stems.index(_kin(one, plot))
        looks.append(
            Look(
                _DASHES[dashed.index(_kin(one, plot)) % len(_DASHES)] if one.dashed else None,
                _MARKERS[place % len(_MARKERS)],
                _PATTERNS[place % len(_PATTERNS)] if in_greys else None,
            )
        )
    return looks


def rgb(colour: str) -> RGBColor:
    """A colour of the palette as python-pptx wants it."""
    return RGBColor.from_string(colour.removeprefix("#")[:6].upper())


def draw(drawn: Any, series: Series, kind: PlotKind, look: Look, ink: Ink) -> None:
    """Give a series of the chart its look."""
    if kind is PlotKind.LINES:
        drawn.smooth = False
        _line(drawn.format.line, series, look, ink)
        if series.dashed and series.colour != palette.COMPARATOR:
            drawn.marker.style = XL_MARKER_STYLE.NONE  # A path or a projection: nothing is published at its points.
        else:
            _mark(drawn.marker, series.colour, look, _MARK, ink)
    elif kind is PlotKind.POINTS:
        _scatter(drawn, series, look, ink)
    else:
        drawn.invert_if_negative = False
        _bars(drawn, series, look, ink)


def _line(line: Any, series: Series, look: Look, ink: Ink) -> None:
    line.width = Pt(_FINE_LINE if look.dash else _LINE)
    line.color.rgb = rgb(ink(series.colour))
    if look.dash:
        line.dash_style = look.dash


def _mark(marker: Any, colour: str, look: Look, size: int, ink: Ink) -> None:
    marker.style, marker.size = look.marker, size
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = rgb(ink(colour))
    marker.format.line.color.rgb = rgb(ink(palette.LIGHT.background))


def _scatter(drawn: Any, series: Series, look: Look, ink: Ink) -> None:
    if series.joined:
        _line(drawn.format.line, series, look, ink)
        drawn.marker.style = XL_MARKER_STYLE.NONE
    else:
        drawn.format.line.fill.background()
        _mark(drawn.marker, series.colour, look, _POINT, ink)
    for at, colour in _own_colours(series):
        _mark(drawn.points[at].marker, colour, look, _POINT, ink)


def _bars(drawn: Any, series: Series, look: Look, ink: Ink) -> None:
    _fill(drawn.format.fill, series.colour, look, ink)
    if look.pattern:
        drawn.format.line.color.rgb = rgb(ink(series.colour))
    for at, colour in _own_colours(series):
        _fill(drawn.points[at].format.fill, colour, look, ink)


def _own_colours(series: Series) -> list[tuple[int, str]]:
    return [(at, colour) for at, colour in enumerate(series.colours) if colour and colour != series.colour]


def _fill(fill: FillFormat, colour: str, look: Look, ink: Ink) -> None:
    if look.pattern is None:
        fill.solid()
        fill.fore_color.rgb = rgb(ink(colour))
        return
    fill.patterned()
    fill.pattern = look.pattern
    fill.fore_color.rgb = rgb(ink(colour))
    fill.back_color.rgb = rgb(ink(palette.LIGHT.background))
