"""Small pieces of HTML said one way: a judgement with its dot, a table, a definition list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from shcares.domain.vocabulary import Judgement, Status, Verdict
from shcares.style.palette import Judged, Scheme, mark

_HOLLOW = {Judgement.NOT_COMPARED, Status.NO_USABLE_TARGET, Verdict.NOT_ENOUGH_DATA, Verdict.NO_USABLE_TARGET}


def verdict(value: Judged, scheme: Scheme, *, word: str = "") -> str:
    """Dot, icon and word; hollow where nothing could be judged."""
    drawn = mark(value, scheme)
    shape = " shc-hollow" if value in _HOLLOW else ""
    paint = "" if shape else f" style='background:{drawn.colour};color:{drawn.ink}'"
    return (
        f"<span class='shc-mark'><span class='shc-dot{shape}' aria-hidden='true'{paint}>{drawn.icon}</span>"
        f"{escape(word or drawn.word)}</span>"
    )


@dataclass(frozen=True)
class Row:
    """Cells of a table row as HTML, the first its heading, and a line that may stand under all of them."""

    cells: Sequence[str]
    under: str = ""


def table(
    headings: Sequence[str], groups: Iterable[tuple[str, Sequence[Row]]], *, caption: str, shape: str = ""
) -> str:
    """A table with a heading first in every row; headings and group names are plain text, `shape` a class of ours."""
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in headings)
    body = []
    for group, rows in groups:
        if group:
            body.append(
                f"<tr><th class='shc-group' scope='colgroup' colspan='{len(headings)}'>{escape(group)}</th></tr>"
            )
        body += [_row(row, headings) for row in rows]
    return (
        f"<table class='shc-table {shape}'><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )


def _row(row: Row, headings: Sequence[str]) -> str:
    """A row; every cell holds the heading of its column, to be read where a narrow screen stacks them."""
    first, *rest = row.cells
    under = f"<tr class='shc-under'><td colspan='{len(headings)}'>{row.under}</td></tr>" if row.under else ""
    columns = [*headings[1:], *[""] * len(rest)]
    cells = "".join(f"<td data-of='{escape(of)}'>{cell}</td>" for cell, of in zip(rest, columns, strict=False))
    return f"<tr{' class=shc-over' if under else ''}><th scope='row'>{first}</th>{cells}</tr>{under}"


def two_lines(first: str, second: str) -> str:
    """A line and a smaller one under it."""
    under = f"<span class='shc-small'>{escape(second)}</span>" if second else ""
    return f"{escape(first)}{under}"


def key(lines: Mapping[str, str]) -> str:
    """What the colour of each line stands for; one that is called dashed is."""
    entries = (
        f"<span class='shc-line' style='border-color:{colour};border-top-style:"
        f"{'dashed' if name.startswith('dashed') else 'solid'}' aria-hidden='true'></span>{escape(name)}"
        for name, colour in lines.items()
    )
    return f"<p class='shc-key'>{' '.join(f'<span>{entry}</span>' for entry in entries)}</p>"


def definitions(pairs: Iterable[tuple[str, str]]) -> str:
    """Terms and what they mean; empty ones are left out."""
    rows = "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in pairs if text)
    return f"<dl class='shc-defs'>{rows}</dl>"


def facts(entries: Iterable[tuple[str, str, str]]) -> str:
    """A strip of figures: what, how much, and the small print of each."""
    cells = "".join(
        f"<div><dt>{escape(what)}</dt><dd>{escape(much)}</dd><dd class='shc-small'>{escape(small)}</dd></div>"
        for what, much, small in entries
    )
    return f"<dl class='shc-facts'>{cells}</dl>"
