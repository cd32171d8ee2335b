"""Intervals on a native chart: custom error bars with a length below and a length above for each value."""

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.xmlchemy import BaseOxmlElement

from shcares.domain.plots import Plot, PlotKind, Values
from shcares.export import slide_numbers

# What the schema has after the error bars of a series.
_AFTER = ("xVal", "yVal", "cat", "val", "smooth", "shape", "extLst")
_WIDTH = 15875


def add_intervals(element: BaseOxmlElement, plot: Plot, position: int, colour: str) -> None:
    """Draw the intervals of one series into its XML; nothing where it has none."""
    series = plot.series[position]
    rows = (slide_numbers.above(series), slide_numbers.below(series))
    if not any(length is not None for row in rows for length in row):
        return
    lower, upper = slide_numbers.place_of(plot, position)
    bars = parse_xml(
        f"<c:errBars {nsdecls('c', 'a')}>{_direction(plot.kind)}<c:errBarType val='both'/><c:errValType val='cust'/>"
        f"<c:noEndCap val='1'/><c:plus>{_reference(upper, rows[0])}</c:plus>"
        f"<c:minus>{_reference(lower, rows[1])}</c:minus><c:spPr><a:ln w='{_WIDTH}' cap='flat'><a:solidFill>"
        f"<a:srgbClr val='{colour.removeprefix('#')}'/></a:solidFill></a:ln></c:spPr></c:errBars>"
    )
    follower = next(child for child in element if child.tag.rpartition("}")[2] in _AFTER)
    follower.addprevious(bars)


def _direction(kind: PlotKind) -> str:
    # Bars have one direction of their own, and naming it is a fault of form.
    return "<c:errDir val='y'/>" if kind in (PlotKind.LINES, PlotKind.POINTS) else ""


def _reference(place: str, lengths: Values) -> str:
    points = "".join(
        f"<c:pt idx='{at}'><c:v>{float(length)!r}</c:v></c:pt>"
        for at, length in enumerate(lengths)
        if length is not None
    )
    return (
        f"<c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"<c:ptCount val='{len(lengths)}'/>{points}</c:numCache></c:numRef>"
    )
