"""How much room words take on a slide, and words put into its boxes. Sizes are in points, lengths in inches."""

from collections.abc import Sequence

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

FONT = "Arial"
"""On every machine a deck is shown on, or with a twin of the same widths; nothing is embedded."""
POINTS = 72
_LEADING = 1.2
_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.24),
    **dict.fromkeys(" .,:;!fItr()[]/-", 0.31),
    **dict.fromkeys("ABDEFHKLNPRSTUVXYZ&CGOQ", 0.71),
    **dict.fromkeys("mwMW%@—…", 0.88),
}
_USUAL = 0.557


def width(text: str, size: float) -> float:
    """About how wide a line of this text is."""
    return sum(_WIDTHS.get(letter, _USUAL) for letter in text) * size / POINTS


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The text in lines no wider than the room, broken between words."""
    lines: list[list[str]] = []
    used, space = 0.0, width(" ", size)
    for word in text.split():
        wide = width(word, size)
        if lines and used + space + wide <= room:
            lines[-1].append(word)
            used += space + wide
        else:
            lines.append([word])
            used = wide
    return [" ".join(line) for line in lines]


def height(lines: int, size: float) -> float:
    """How high so many lines are."""
    return lines * size * _LEADING / POINTS


def longest_word(text: str, size: float) -> float:
    """How wide the widest word is, which no line can break."""
    return max((width(word, size) for word in text.split()), default=0.0)


def fitting_size(text: str, room: float, lines: int, sizes: Sequence[int]) -> int:
    """The first of the sizes at which the text takes at most so many lines; else the last."""
    return next((size for size in sizes if len(wrapped(text, size, room)) <= lines), sizes[-1])


def cut(text: str, size: float, room: float, lines: int, ending: str) -> str:
    """The text, or where it needs more lines than there are, as many words of it as go before `ending`."""
    held = wrapped(text, size, room)
    if len(held) <= lines:
        return text
    words = held[lines - 1].split()
    while words and width(f"{' '.join(words)} {ending}", size) > room:
        words.pop()
    return " ".join([*held[: lines - 1], *words, ending])


def write(frame: TextFrame, lines: Sequence[str], *, size: float | None = None) -> None:
    """Put lines into a box, a paragraph each, in British English."""
    for position, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        say(paragraph, line, size=size)


def say(paragraph: _Paragraph, text: str, *, size: float | None = None) -> None:
    """Put text into a paragraph as one run; without a size it takes that of the master."""
    run = paragraph.add_run()
    run.text = text
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    if size is not None:
        run.font.size = Pt(size)
        _size_of_nothing(paragraph, size)


def _size_of_nothing(paragraph: _Paragraph, size: float) -> None:
    """An empty line is as high as others only where its end has their size."""
    if not paragraph.text:
        ending = paragraph._p.get_or_add_endParaRPr()  # Python-pptx sizes runs only.
        ending.set("sz", str(round(size * 100)))
