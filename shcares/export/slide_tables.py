"""Native tables on slides: the numbers of a figure without a chart, in as many parts as there are slides to fill."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.util import Inches

from shcares.export import cells, slide_text
from shcares.export.slide_marks import rgb
from shcares.export.slide_master import ROOM, Box, Ink, box_of
from shcares.style import palette

SIZES = (16, 14, 12)
MOST_ROWS = 12
MOST_PARTS = 5
_ASIDE, _ABOVE = 0.1, 0.05
_BOLD = 1.08
_WIDEST = 4.2
_SLACK = 1.04
_NEAR = 0.01
_UNBROKEN = (len("2021/22 to 2023/24"), len("2015 to 2017"))
"""How long a cell may be that stays on one line: such as a period or a status; where columns are many, shorter ones."""


@dataclass(frozen=True)
class Grid:
    """A table as words, with the widths of its columns; `left_out` are columns that no slide is wide enough for."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    to_the_right: tuple[bool, ...]
    widths: tuple[float, ...]
    size: int
    left_out: tuple[str, ...] = ()


def grids_of(frame: pd.DataFrame, high: float) -> tuple[list[Grid], str]:
    """The table in parts, a slide each, at the largest size that takes the fewest slides; and what is left out."""
    grids = [grid for size in SIZES if (grid := _grid(frame, size)) is not None]
    most = max(len(grid.headings) for grid in grids)
    parted = [(grid, _cut(grid, high)) for grid in grids if len(grid.headings) == most]
    # A table too long for the slides is begun with as many rows as a slide holds.
    grid, parts = min(parted, key=lambda pair: (len(pair[1]), -len(pair[1][0]) if len(pair[1]) > MOST_PARTS else 0))
    shown = _evened(parts, grid, high) if len(parts) <= MOST_PARTS else parts[:1]
    pages = [replace(grid, rows=tuple(rows)) for rows in shown]
    return pages, _left_out(grid, sum(len(page.rows) for page in pages))


def _grid(frame: pd.DataFrame, size: int) -> Grid | None:
    """The table at one size, in as many of its columns as the slide is wide enough for."""
    names = [str(name) for name in frame.columns]
    columns = [cells.written(frame.iloc[:, at]) for at in range(len(names))]
    for kept in range(len(names), 0, -1):
        tried = (_widths(_needs(names[:kept], columns[:kept], unbroken), size) for unbroken in _UNBROKEN)
        widths = next((each for each in tried if each is not None), None)
        if widths is not None:
            numbers = tuple(cells.is_number(frame.iloc[:, at]) for at in range(kept))
            rows = tuple(zip(*columns[:kept], strict=True))
            return Grid(tuple(names[:kept]), rows, numbers, widths, size, tuple(names[kept:]))
    return None


def _cut(grid: Grid, high: float) -> list[list[tuple[str, ...]]]:
    """Rows by slide: at most twelve that fit the height; no more slides than show the table to be too long."""
    parts: list[list[tuple[str, ...]]] = [[]]
    used = first = _row_height(grid, grid.headings, _BOLD)
    for row in grid.rows:
        if len(parts) > MOST_PARTS:
            break
        needed = _row_height(grid, row)
        if parts[-1] and (used + needed > high or len(parts[-1]) == MOST_ROWS):
            parts.append([])
            used = first
        parts[-1].append(row)
        used += needed
    return parts


def _left_out(grid: Grid, shown: int) -> str:
    words = [f"The first {shown:,} of {len(grid.rows):,} rows."] if shown < len(grid.rows) else []
    if grid.left_out:
        words.append(f"Columns not shown: {', '.join(grid.left_out)}.")
    return " ".join([*words, "The dashboard has the whole table."]) if words else ""


def _evened(parts: list[list[tuple[str, ...]]], grid: Grid, high: float) -> list[list[tuple[str, ...]]]:
    """The same number of parts with about as many rows each, where that fits as well."""
    each = -(-len(grid.rows) // len(parts))
    even = [list(grid.rows[at : at + each]) for at in range(0, len(grid.rows), each or 1)] or [[]]
    fits = all(sum(_row_height(grid, row) for row in rows) <= high - _row_height(grid, grid.headings) for rows in even)
    return even if fits else parts


def _widths(needs: Sequence[tuple[float, float]], size: int) -> tuple[float, ...] | None:
    least = [low * size + 2 * _ASIDE for low, _ in needs]
    if sum(least) > ROOM:
        return None
    wished = [max(min(high * size + 2 * _ASIDE, _WIDEST), low) for (_, high), low in zip(needs, least, strict=True)]
    share = min(1.0, (ROOM - sum(least)) / (sum(wished) - sum(least) or 1.0))
    return tuple(low + (wish - low) * share for low, wish in zip(least, wished, strict=True))


def _needs(names: Sequence[str], columns: Sequence[Sequence[str]], unbroken: int) -> list[tuple[float, float]]:
    return [_need(name, column, unbroken) for name, column in zip(names, columns, strict=True)]


def _need(name: str, column: Sequence[str], unbroken: int) -> tuple[float, float]:
    """How wide a column must be and would like to be, for each point of its text; short cells stay on one line."""
    texts = set(column)
    words = [slide_text.longest_word(name, 1) * _BOLD, *(slide_text.longest_word(text, 1) for text in texts)]
    short = [slide_text.width(text, 1) for text in texts if len(text) <= unbroken]
    short += [slide_text.width(name, 1) * _BOLD] if len(name) <= unbroken else []
    widest = max([slide_text.width(name, 1) * _BOLD, *(slide_text.width(text, 1) for text in texts)])
    return max([*words, *short]) * _SLACK, widest * _SLACK


def _row_height(grid: Grid, row: Sequence[str], weight: float = 1.0) -> float:
    lines = [
        len(slide_text.wrapped(text, grid.size * weight * _SLACK, wide - 2 * _ASIDE + _NEAR))
        for text, wide in zip(row, grid.widths, strict=True)
    ]
    return slide_text.height(max([*lines, 1]), grid.size) + 2 * _ABOVE


def add_table(slide: Slide, grid: Grid, box: Box, ink: Ink) -> GraphicFrame:
    """Put the table on the slide."""
    heights = [_row_height(grid, grid.headings, _BOLD), *(_row_height(grid, row) for row in grid.rows)]
    place = box_of(box[0], box[1], sum(grid.widths), sum(heights))
    frame: GraphicFrame = slide.shapes.add_table(len(heights), len(grid.headings), *place)
    table = frame.table
    _plain(table)
    for at, wide in enumerate(grid.widths):
        table.columns[at].width = Inches(wide)
    for at, high in enumerate(heights):
        table.rows[at].height = Inches(high)
    for across, name in enumerate(grid.headings):
        _fill(table.cell(0, across), name, grid, across, palette.LIGHT.raised, ink)
        table.cell(0, across).text_frame.paragraphs[0].runs[0].font.bold = True
    for down, row in enumerate(grid.rows, start=1):
        for across, text in enumerate(row):
            _fill(table.cell(down, across), text, grid, across, palette.LIGHT.background, ink)
    return frame


def _plain(table: Table) -> None:
    table.first_row, table.horz_banding = True, False
    style = table._tbl.tblPr.find("{*}tableStyleId")  # Python-pptx cannot choose a style.
    style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # No style, no grid.


def _fill(cell: _Cell, text: str, grid: Grid, across: int, colour: str, ink: Ink) -> None:
    cell.margin_left = cell.margin_right = Inches(_ASIDE)
    cell.margin_top = cell.margin_bottom = Inches(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    _rule(cell, ink)
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(ink(colour))
    paragraph = cell.text_frame.paragraphs[0]
    slide_text.say(paragraph, text, size=grid.size)
    paragraph.runs[0].font.color.rgb = rgb(ink(palette.LIGHT.ink))
    paragraph.alignment = PP_ALIGN.RIGHT if grid.to_the_right[across] else PP_ALIGN.LEFT


def _rule(cell: _Cell, ink: Ink) -> None:
    """A thin rule under the cell and none beside it."""
    colour = ink(palette.LIGHT.border).removeprefix("#")
    rule = f"<a:lnB {nsdecls('a')} w='9525'><a:solidFill><a:srgbClr val='{colour}'/></a:solidFill></a:lnB>"
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(rule))  # Python-pptx draws no rules.
