"""A deck as a PowerPoint file: real titles, editable charts and tables, and under each where it comes from."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Shown

from shcares.export import slide_foot, slide_text
from shcares.export import slide_master as master
from shcares.export.deck import Deck, Slide
from shcares.export.figure import Figure
from shcares.export.slide_master import Ink
from shcares.export.slide_messages import Message, message_of
from shcares.export.slide_pages import Page, pages_of
from shcares.style.palette import Scheme

_BOLD = 1.07


def deck_pptx(deck: Deck, scheme: Scheme) -> bytes:
    """The whole deck, behind a title unless it is a single slide to put into another; the same deck, the same bytes."""
    made, ink = master.blank(scheme), master.ink_of(scheme)
    _describe(made, deck)
    if len(deck.slides) > 1:
        _add_title(made, deck)
    for slide in deck.slides:
        _add(made, deck, slide, ink)
    held = BytesIO()
    made.save(held)
    return _undated(held.getvalue())


def slide_count(deck: Deck) -> int:
    """How many slides `deck_pptx` would make of the deck."""
    title = len(deck.slides) > 1
    return title + sum(_count(slide) for slide in deck.slides)


def _describe(made: Presentation, deck: Deck) -> None:
    about = made.core_properties
    about.title, about.language, about.author = deck.title, "en-GB", "St Helens Cares"
    about.subject, about.comments = deck.subtitle[:255], deck.about[:255]
    about.last_modified_by, about.keywords, about.category = "St Helens Cares", "", ""
    # When the file was made says nothing of the figures in it, and python-pptx would give its own birthday.
    dated = made.part.package.core_properties._element  # No other way to take a property out.
    for child in list(dated):
        if child.tag.rpartition("}")[2] in ("created", "modified", "revision"):
            dated.remove(child)


def _add_title(made: Presentation, deck: Deck) -> None:
    shown = made.slides.add_slide(made.slide_master.slide_layouts[master.TITLE])
    places = {one.placeholder_format.idx: one.text_frame for one in shown.placeholders}
    slide_text.write(places[0], [deck.title])
    for place, words in ((1, deck.subtitle), (master.ABOUT, deck.about)):
        _write_or_remove(shown, place, words)
    _note(shown, [deck.about])


def _count(slide: Slide) -> int:
    if slide.figure is None:
        return 1
    return max(1, len(_laid_out(slide.figure, slide.said)))


def _laid_out(figure: Figure, said: str) -> list[Page]:
    """The figure's pages; of several, each has room for its number behind the message."""
    pages = pages_of(figure, slide_foot.room_under(message_of(said, figure.title), figure))
    if len(pages) == 1:
        return pages
    return pages_of(figure, slide_foot.room_under(message_of(said, figure.title, "10 of 10"), figure))


def _add(made: Presentation, deck: Deck, slide: Slide, ink: Ink) -> None:
    figure, said = slide.figure, slide.said
    if figure is None:
        _add_words(made, deck, slide, message_of(said, ""))
        return
    pages: list[Page | None] = [*_laid_out(figure, said)] or [None]
    for number, page in enumerate(pages, start=1):
        part = f"{number} of {len(pages)}" if len(pages) > 1 else ""
        message = message_of(said, figure.title, part)
        shown = _begin(made, deck, slide, message, master.FIGURE)
        reading = slide_foot.joined(page.reading if page else "", figure.caution)
        bottom = slide_foot.put_source(shown, reading, slide_foot.source_of(figure, part, page.said if page else ""))
        if page is not None:
            high = bottom - slide_foot.BETWEEN - message.end
            shape = page.draw(shown, (master.MARGIN, message.end, master.ROOM, high), ink)
            _describe_shape(shape, figure, part)
        _note(shown, _notes(slide, deck, page))


def _begin(made: Presentation, deck: Deck, slide: Slide, message: Message, layout: int) -> Shown:
    shown: Shown = made.slides.add_slide(made.slide_master.slide_layouts[layout])
    title = shown.shapes.title
    slide_text.write(title.text_frame, [message.large], size=message.size)
    _place(title, master.MESSAGE_TOP, message.high)
    _write_or_remove(shown, master.HEADING, _heading(slide))
    if layout == master.FIGURE:
        _write_or_remove(shown, master.MORE, message.more)
    for one in shown.placeholders:
        if one.placeholder_format.idx == master.MORE:
            _place(one, message.more_top, message.more_high)
    slide_foot.put_foot(shown, deck.title)
    return shown


def _place(shape: BaseShape, top: float, high: float) -> None:
    """Put a shape over the whole width of the slide."""
    shape.left, shape.top, shape.width, shape.height = master.box_of(master.MARGIN, top, master.ROOM, high)


def _add_words(made: Presentation, deck: Deck, slide: Slide, message: Message) -> None:
    shown = _begin(made, deck, slide, message, master.WORDS)
    lines = [line for line in (message.more, *slide.text) if line]
    _write_or_remove(shown, master.BODY, *lines)
    for one in shown.placeholders:
        if one.placeholder_format.idx == master.BODY:
            _place(one, message.end, master.FOOT - slide_foot.BETWEEN - message.end)
    _note(shown, [slide.notes, deck.about])


def _heading(slide: Slide) -> str:
    """The heading, and the figure's title where the heading does not say it already."""
    title = slide.figure.title if slide.figure else ""
    parts = [slide.heading, "" if title.lower() in slide.heading.lower() else title]
    return slide_text.cut(" · ".join(one for one in parts if one), master.HEADING_SIZE * _BOLD, master.ROOM, 1, "…")


def _write_or_remove(shown: Shown, place: int, *lines: str) -> None:
    box = next(one for one in shown.placeholders if one.placeholder_format.idx == place)
    if any(lines):
        slide_text.write(box.text_frame, lines)
    else:
        box._element.getparent().remove(box._element)  # Python-pptx removes no shape.


def _describe_shape(shape: BaseShape, figure: Figure, part: str) -> None:
    shape.name = f"{figure.title}{f' ({part})' if part else ''}"
    named = shape._element.find(".//{*}cNvPr")  # Python-pptx writes no alternative text.
    named.set("descr", f"{figure.title.rstrip('.')}. {figure.sentence}")


def _notes(slide: Slide, deck: Deck, page: Page | None) -> list[str]:
    figure = slide.figure
    if figure is None:
        return [slide.notes, deck.about]
    return [
        slide.notes,
        figure.sentence,
        page.said if page else "",
        *figure.remarks,
        f"How it is worked out: {figure.method}" if figure.method else "",
        f"Source: {slide_foot.source_of(figure, '', '')}",
        deck.about,
    ]


def _note(shown: Shown, lines: Sequence[str]) -> None:
    frame = shown.notes_slide.notes_text_frame
    if frame is not None:
        slide_text.write(frame, [line for line in lines if line])


def _undated(file: bytes) -> bytes:
    """The same package with no time of day in it."""
    held = BytesIO()
    with ZipFile(BytesIO(file)) as made, ZipFile(held, "w", ZIP_DEFLATED) as written:
        for one in made.infolist():
            info = ZipInfo(one.filename)
            info.compress_type = ZIP_DEFLATED
            written.writestr(info, made.read(one))
    return held.getvalue()
