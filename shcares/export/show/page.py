"""The slides of a story as one page: each is a section, and moving only shows another."""

import base64
import hashlib
import re
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

from shcares.export.deck import Deck, Slide
from shcares.export.figure import Figure
from shcares.export.picture import FONT
from shcares.export.show.drawing import Drawing, drawing
from shcares.export.show.sizes import HEIGHT, INSIDE, SPOKEN, TEXT, WIDTH, lines_of, message_words, room
from shcares.export.show.table import table
from shcares.style.palette import Paper, Scheme

_HERE = Path(__file__).parent
_WEIGHTS = {400: "SourceSansPro-Regular.otf", 600: "SourceSansPro-Semibold.otf"}
_NAMED = re.compile(r'(\bid="|url\(#|href="#)')
_LICENCE = "Open Government Licence v3.0."
_LONG_SOURCE = 230
"""Characters from which a line of sources names only who published what; the notes have it whole."""
_MOST_LINES = 3
_SMALLER = "Drawn smaller than a room can read."


def show_html(deck: Deck, scheme: Scheme, paper: Paper) -> str:
    """The whole show in one file."""
    slides = "".join(_section(slide, number, deck) for number, slide in enumerate(deck.slides, 1))
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escape(show_policy())}">
<title>{escape(deck.title)}</title><style>{_fonts()}{_variables(paper, scheme)}{_file("show.css")}</style></head>
<body><div id="window"><main id="stage" aria-label="{escape(deck.title)}">{slides}</main></div>
<button id="back" class="edge" aria-label="Previous slide"></button>
<button id="on" class="edge" aria-label="Next slide"></button>
<div id="black" hidden></div><p id="said" class="unseen" aria-live="polite"></p>
<aside id="desk" aria-label="Speaker notes" hidden><p id="clock"></p><p id="place"></p><h1 id="now"></h1>
<div id="notes"></div><p class="label">Next</p><p id="next"></p><p id="about">{escape(deck.about)}</p></aside>
<script>{_file("show.js")}</script></body></html>"""


@cache
def show_policy() -> str:
    """What a show may do in a browser: run its own script and nothing else; ask nobody for anything."""
    script = base64.b64encode(hashlib.sha256(_file("show.js").encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{script}'; style-src 'unsafe-inline'; img-src data:; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def source_line(slide: Slide, about: str) -> str:
    """Where a slide's figure comes from, with its ID; of a slide of words, which edition is spoken of."""
    figure = slide.figure
    if figure is None:
        return about
    named = f" Figure {figure.ref}." if figure.ref else ""
    whole = f"{figure.area}. {figure.period}. {_short(figure.source)}{named}"
    return whole if lines_of(whole, TEXT) <= _MOST_LINES else f"{figure.area}. Periods and sources are many: see{named}"


def _short(source: str) -> str:
    """The sources without their licence, which is the same for all and stands in the notes with the whole line."""
    each = [one.strip().removesuffix(".") for one in source.split(_LICENCE) if one.strip()]
    if len(". ".join(each)) > _LONG_SOURCE:
        each = [", ".join(one.split(", ")[:2]) for one in each]
    return f"{'. '.join(each)}."


def drawn(slide: Slide, about: str) -> Drawing | None:
    """The chart of a slide as the show has it; None where there is none."""
    figure = slide.figure
    spec = figure and (figure.spec or (figure.still() if figure.still else None))
    return drawing(spec, room_of(slide, about)) if spec else None


def reading_line(slide: Slide) -> str:
    """What the marks of a slide's drawing are and what not to conclude from it; of a table the latter alone."""
    figure = slide.figure
    if figure is None:
        return ""
    is_drawn = figure.spec is not None or figure.still is not None
    return " ".join(part for part in (figure.reading if is_drawn else "", figure.caution) if part)


def room_of(slide: Slide, about: str) -> float:
    """Pixels of height that a slide's words leave for its figure."""
    return room(slide.said, source_line(slide, about), reading_line(slide))


def _section(slide: Slide, number: int, deck: Deck) -> str:
    said, source = slide.said, source_line(slide, deck.about)
    body, remark = _body(slide, number, deck.about)
    of = f"{number} of {len(deck.slides)}"
    kind = "drawn" if slide.figure else "words"
    foot = _unbroken(f"{source} {remark}".strip(), slide)
    reading = f"<p class='reading'>{escape(reading_line(slide))}</p>" if reading_line(slide) else ""
    return f"""<section id="slide-{number}" class="{kind}" hidden>
<header><p class="heading">{escape(slide.heading)}</p><p class="place">{of}</p></header>
<h1 style="font-size:{_size(slide, said)}px">{escape(said)}</h1>
<div class="figure">{body}</div><footer>{reading}<p>{foot}</p></footer>
<div class="notes" hidden>{_notes(slide)}</div></section>"""


def _size(slide: Slide, said: str) -> int:
    return message_words(said).size if slide.figure else max(SPOKEN, message_words(said).size)


def _unbroken(line: str, slide: Slide) -> str:
    """The line with the figure's ID in one piece: somebody is to note it down."""
    ref = slide.figure.ref if slide.figure else ""
    whole = escape(line)
    return whole.replace(f"Figure {ref}.", f"<span class='ref'>Figure {ref}.</span>") if ref else whole


def _body(slide: Slide, number: int, about: str) -> tuple[str, str]:
    """What stands between message and source, and what is to be said of it."""
    figure = slide.figure
    if figure is None:
        return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in slide.text)}</ul>" if slide.text else "", ""
    chart = drawn(slide, about)
    if chart is None:
        return table(figure.short_frame, room_of(slide, about), figure.key_columns).html, ""
    return _picture(chart, figure, number), "" if chart.text >= TEXT - 0.01 else _SMALLER


def _picture(chart: Drawing, figure: Figure, number: int) -> str:
    """The drawing in the page; its parts' names are made its own, since all slides share one page."""
    own = _NAMED.sub(rf"\g<1>s{number}-", chart.svg)
    shape = f'width="{chart.width:.1f}" height="{chart.height:.1f}" role="img" aria-label="{escape(figure.sentence)}"'
    return re.sub(r'(<svg\b[^>]*?) width="[\d.]+" height="[\d.]+"', rf"\1 {_literal(shape)}", own, count=1)


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\")


def _notes(slide: Slide) -> str:
    said = [f"<p>{escape(line)}</p>" for line in slide.notes.split("\n") if line.strip()]
    if slide.figure:
        lines = [
            slide.figure.sentence if slide.said != slide.figure.sentence else "",
            *slide.figure.notes,
            slide.figure.source,
        ]
        said += [f"<p class='small'>{escape(line)}</p>" for line in lines if line]
    return "".join(said)


@cache
def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _fonts() -> str:
    folder = files("font_source_sans_pro") / "files"
    return "".join(
        f"@font-face{{font-family:'{FONT}';font-weight:{weight};"
        f"src:url(data:font/otf;base64,{base64.b64encode((folder / name).read_bytes()).decode()})}}"
        for weight, name in _WEIGHTS.items()
    )


def _variables(paper: Paper, scheme: Scheme) -> str:
    grey = "grayscale(1)" if scheme is Scheme.MONO else "none"
    return (
        f":root{{--paper:{paper.background};--raised:{paper.raised};--ink:{paper.ink};--border:{paper.border};"
        f"--accent:{paper.accent};--filter:{grey};--font:'{FONT}';"
        f"--wide:{WIDTH}px;--tall:{HEIGHT}px;--inside:{INSIDE}px;--text:{TEXT}px}}"
    )
