"""A deck as a handout: one message a page with its figure, its source and its ID, as a PDF that can be read aloud."""

from datetime import date
from typing import Any

from shcares.export import map_picture
from shcares.export.deck import Deck, Slide
from shcares.export.document_picture import Drawing, drawing, map_drawing
from shcares.export.document_setting import set_paper
from shcares.export.document_table import table
from shcares.export.figure import Figure
from shcares.style.palette import Scheme

_TEMPLATE = "document_deck.typ"
_LYING, _STANDING = (757.0, 330.0), (538.0, 560.0)
"""Points that a drawing has on a page that lies on its side, and on an upright one."""
_NARROW = 500
_HIGH = 660
"""A drawing no higher than this is as large as it need be on a page that lies on its side."""
_WORTH = 1.15
"""How much larger a drawing must be on an upright page for the page to be turned."""


def deck_pdf(deck: Deck, scheme: Scheme, *, made: date | None = None) -> bytes:
    """The deck as a PDF on A4; `made` is the day it bears, that of its figures, so that the same deck is one file."""
    drawings = {place: picture for place, slide in enumerate(deck.slides) if (picture := _drawing(slide, scheme))}
    content = {
        "title": deck.title,
        "subtitle": deck.subtitle,
        "about": deck.about,
        "slides": [_slide(slide, drawings.get(place), _file(place)) for place, slide in enumerate(deck.slides)],
    }
    pictures = {_file(place): picture.svg for place, picture in drawings.items()}
    return set_paper(_TEMPLATE, content, scheme=scheme, pictures=pictures, made=made)


def _file(place: int) -> str:
    return f"figure-{place}.svg"


def _drawing(slide: Slide, scheme: Scheme) -> Drawing | None:
    figure = slide.figure
    if figure is None:
        return None
    spec = figure.spec or (figure.still() if figure.still else None)
    if not spec:
        return None
    if map_picture.is_map(spec):
        return map_drawing(spec, scheme, *_STANDING)
    lying = drawing(spec, scheme)
    if lying.height <= _HIGH:
        return lying
    standing = drawing(spec, scheme, width=_NARROW)
    return standing if _upright(standing) else lying


def _upright(picture: Drawing | None) -> bool:
    """Whether a drawing is clearly larger on an upright page."""
    return picture is not None and _scale(picture, _STANDING) > _scale(picture, _LYING) * _WORTH


def _scale(picture: Drawing, room: tuple[float, float]) -> float:
    return min(room[0] / picture.width, room[1] / picture.height)


def _slide(slide: Slide, picture: Drawing | None, file: str) -> dict[str, Any]:
    figure = slide.figure
    return {
        "heading": slide.heading,
        "message": slide.said,
        "text": slide.text,
        "upright": _upright(picture),
        "picture": file if picture else None,
        "alt": f"{figure.title}. {figure.sentence}" if figure else "",
        "title": figure.title if figure else "",
        "subtitle": picture.subtitle if picture else (),
        "table": table(figure.short_frame) if figure and picture is None else None,
        "notes": [*(figure.remarks if figure else ()), *slide.notes.splitlines()],
        "source": _source(figure) if figure else [],
    }


def _source(figure: Figure) -> list[str]:
    named = f" Figure {figure.ref}." if figure.ref else ""
    return [f"{figure.area}. {figure.period}. {figure.source}{named}"]
