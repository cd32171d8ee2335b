"""A cell of the tables that lay the communities side by side: its figure, its band, how it was counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from shcares.charts import house
from shcares.charts.rug import rug_chart
from shcares.domain import areas
from shcares.style import formats
from shcares.style.palette import FIFTHS, Mark
from shcares.ui import reads, words
from shcares.ui.registers.register import Register

# Where the window is narrow the table is moved sideways in its own box, with the keyboard too.
_SCROLLED = "role='region' aria-label='{name}' tabindex='0'"
_CELL = 136
HIGHER_WASH, LOWER_WASH = FIFTHS[3], FIFTHS[1]


@dataclass(frozen=True)
class Cell:
    """One area's figure of one indicator; `mark` is what it is told to be, None where it is what others are held to.

    `side` is +1 where that is higher, −1 where it is lower, else 0.
    """

    area_code: str
    text: str
    told: str = ""
    mark: Mark | None = None
    side: int = 0


@dataclass(frozen=True)
class Line:
    """One indicator: under which heading, its name, its small print, its cells."""

    heading: str
    name: str
    small: str
    cells: tuple[Cell, ...]


def columns() -> tuple[str, ...]:
    """The four communities by name, St Helens, England."""
    return (*reads.networks()["area_code"], areas.SUB_ICB, areas.ENGLAND)


def area_heading(area_code: str) -> str:
    """A column's heading."""
    return "St Helens" if area_code == areas.SUB_ICB else reads.area_name(area_code)


def heading_of(held: Register) -> str:
    """The priority of the plan that an indicator is declared under."""
    titles = reads.priority_titles()
    return next((titles[one] for one in held.about["priorities"] if one in titles), "Other")


def in_order(lines: Iterable[Line]) -> list[Line]:
    """By the plan's priorities, each by name."""
    order = list(reads.priority_titles().values())
    return sorted(lines, key=lambda line: order.index(line.heading) if line.heading in order else len(order))


def table_html(lines: Sequence[Line], chosen: str, caption: str, legend: str) -> str:
    """The table as it stands on the page, with the chosen community's column boxed."""
    headings = ("Indicator", *(area_heading(code) for code in columns()))
    own = chosen if chosen in columns() else areas.SUB_ICB
    grouped = [
        (name, [words.Row(_row(line, own)) for line in lines if line.heading == name])
        for name in dict.fromkeys(line.heading for line in lines)
    ]
    table = words.table(headings, grouped, caption=caption, shape="shc-rug shc-beside")
    region = _SCROLLED.format(name=f"Table: {escape(caption, quote=True)}")
    return f"{legend}<div class='shc-aside' {region}>{table}</div>"


def _row(line: Line, own: str) -> list[str]:
    return [words.two_lines(line.name, line.small), *(_block(cell, cell.area_code == own) for cell in line.cells)]


def _block(cell: Cell, own: bool) -> str:
    boxed = " shc-own" if own else ""
    if cell.text == formats.NO_DATA:
        return f"<div class='shc-cell shc-empty'>{formats.NO_DATA}</div>"
    wash = _wash(cell)
    paint = f" style='background:{wash}'" if wash else ""
    small = f"<span class='shc-small'>{escape(cell.mark.word)}</span>" if cell.mark else ""
    dot = disc(cell.mark) if cell.mark else ""
    told = f" title='{escape(cell.told, quote=True)}'" if cell.told else ""
    return f"<div class='shc-cell{boxed}'{paint}{told}><span>{escape(cell.text)}{dot}</span>{small}</div>"


def _wash(cell: Cell) -> str:
    return {1: HIGHER_WASH.css, -1: LOWER_WASH.css}.get(cell.side, "")


def disc(mark: Mark) -> str:
    """A mark's disc and icon; the word stands beside it."""
    paint = f"background:{mark.colour};color:{mark.ink}"
    return f" <span class='shc-dot' aria-hidden='true' style='{paint}'>{mark.icon}</span>"


def legend_html(lead: str, marks: Iterable[tuple[Mark, str]]) -> str:
    """What the discs stand for."""
    entries = "".join(f"<span class='shc-mark'>{disc(mark)}{escape(said)}</span>" for mark, said in marks)
    return f"<p class='shc-key'><span>{escape(lead)}</span>{entries}</p>"


def picture(lines: Sequence[Line], finding: str, subtitle: str) -> house.Drawing:
    """The same table as a picture."""
    frame = pd.DataFrame(
        {
            "group": line.heading,
            "name": line.name,
            "when": line.small,
            "area": area_heading(cell.area_code),
            "text": cell.text,
            "small": cell.mark.word if cell.mark else "",
            "held": cell.text != formats.NO_DATA,
            "wash": {1: HIGHER_WASH.share, -1: LOWER_WASH.share}.get(cell.side, 0.0),
            "icon": cell.mark.icon if cell.mark else "",
            "colour": cell.mark.colour if cell.mark else "",
            "ink": cell.mark.ink if cell.mark else "",
        }
        for line in lines
        for cell in line.cells
    )
    return rug_chart(frame, finding=finding, subtitle=subtitle, cell=_CELL)
