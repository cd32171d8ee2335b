"""What stands under a figure on a slide: how its marks are read, where it comes from, the footer."""

from copy import deepcopy

from pptx.slide import Slide as Shown
from pptx.util import Pt

from shcares.export import slide_master as master
from shcares.export import slide_text
from shcares.export.figure import Figure
from shcares.export.slide_messages import Message

BETWEEN = 0.2
_BOLD = 1.07
_SOURCE_LINES = 3
_CUT = "… The notes have all of it."


def room_under(message: Message, figure: Figure) -> float:
    """How high a figure may be above the longest source line and what is said of its marks."""
    above = _reading_height(joined(figure.reading, figure.caution))
    return master.FOOT - slide_text.height(_SOURCE_LINES, master.SOURCE_SIZE) - above - 2 * BETWEEN - message.end


def joined(*parts: str) -> str:
    """The parts that say something, one after the other."""
    return " ".join(part for part in parts if part)


def _reading_height(reading: str) -> float:
    lines = slide_text.wrapped(reading, master.MORE_SIZE * _BOLD, master.ROOM)
    return slide_text.height(len(lines), master.MORE_SIZE)


def source_of(figure: Figure, part: str, said: str) -> str:
    """The figure's ID and which part of it is shown, what is left out, then area, period and source."""
    named = f"Figure {figure.ref}{f', part {part}' if part else ''}." if figure.ref else ""
    stops = (f"{one.rstrip('.')}." for one in (figure.area, figure.period, figure.source) if one)
    return " ".join([*(one for one in (named, said) if one), *stops])


def _foot_height(source: str) -> float:
    words = slide_text.cut(source, master.SOURCE_SIZE, master.ROOM, _SOURCE_LINES, _CUT)
    return slide_text.height(len(slide_text.wrapped(words, master.SOURCE_SIZE, master.ROOM)), master.SOURCE_SIZE)


def put_source(shown: Shown, reading: str, source: str) -> float:
    """Write what is said of the marks and the source line just above the footer, and answer where they begin."""
    kept = slide_text.cut(source, master.SOURCE_SIZE, master.ROOM, _SOURCE_LINES, _CUT)
    box = next(one for one in shown.placeholders if one.placeholder_format.idx == master.SOURCE)
    slide_text.write(box.text_frame, [line for line in (reading, kept) if line])
    if reading:
        font = box.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold = Pt(master.MORE_SIZE), True
    high = _foot_height(source) + _reading_height(reading)
    top = master.FOOT - high - BETWEEN / 2
    box.left, box.top, box.width, box.height = master.box_of(master.MARGIN, top, master.ROOM, high)
    return top


def put_foot(shown: Shown, footer: str) -> None:
    """The footer and the number of the slide, which python-pptx leaves in the layout."""
    for place in shown.slide_layout.placeholders:
        if place.placeholder_format.idx in (master.FOOTER, master.NUMBER):
            element = deepcopy(place._element)
            shown.shapes._spTree.append(element)
    for one in shown.placeholders:
        if one.placeholder_format.idx == master.FOOTER:
            slide_text.write(one.text_frame, [footer])
