"""The sheet behind a chart on a slide: its numbers and the limits of their intervals, for whoever edits it."""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from shcares.domain.plots import Plot, PlotKind, Series, Values

SHEET = "Sheet1"
_NEVER_SEEN = datetime(1980, 1, 1, tzinfo=UTC)


def below(series: Series) -> Values:
    """How far each interval reaches below its value."""
    return _lengths(series.values, series.lower, -1)


def above(series: Series) -> Values:
    """How far each interval reaches above its value."""
    return _lengths(series.values, series.upper, 1)


def _lengths(values: Values, ends: Values, way: int) -> Values:
    pairs = zip(values, ends, strict=True) if ends else ()
    return tuple(
        None if value is None or end is None else max(0.0, round(way * (end - value), 10)) for value, end in pairs
    )


def place_of(plot: Plot, position: int) -> tuple[str, str]:
    """Where the lengths below and above the values of a series stand in the sheet."""
    first, last, column = _rows_and_column(plot, position)
    names = (xl_col_to_name(column, col_abs=True), xl_col_to_name(column + 1, col_abs=True))
    lower, upper = (f"{SHEET}!{name}${first}:{name}${last}" for name in names)
    return lower, upper


def _rows_and_column(plot: Plot, position: int) -> tuple[int, int, int]:
    if plot.kind is PlotKind.POINTS:
        start = _start(plot, position)
        return start + 2, start + 1 + len(plot.series[position].values), 2
    return 2, 1 + len(plot.categories), 1 + len(plot.series) + 2 * position


def _start(plot: Plot, position: int) -> int:
    return sum(len(series.values) + 2 for series in plot.series[:position])


def sheet(plot: Plot) -> bytes:
    """The workbook, laid out as the chart refers to it."""
    held = BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    # The same numbers make the same bytes.
    book.set_properties({"created": _NEVER_SEEN})
    page = book.add_worksheet(SHEET)
    for position, series in enumerate(plot.series):
        _write(page, plot, position, series)
    if plot.kind is not PlotKind.POINTS:
        page.set_column(0, 0, 30)
        page.write_column(1, 0, plot.categories)
    book.close()
    return held.getvalue()


def _write(page: Worksheet, plot: Plot, position: int, series: Series) -> None:
    first, _, column = _rows_and_column(plot, position)
    top = first - 2
    values_in = 1 if plot.kind is PlotKind.POINTS else 1 + position
    page.write_string(top, values_in, series.name)
    page.write_column(top + 1, values_in, series.values)
    if plot.kind is PlotKind.POINTS:
        page.write_column(top + 1, 0, series.x)
        page.write_column(top + 1, column + 2, series.labels)
    for offset, (words, row) in enumerate((("below", below(series)), ("above", above(series)))):
        if row:
            page.write_string(top, column + offset, f"{series.name}, {words}")
            page.write_column(top + 1, column + offset, row)
