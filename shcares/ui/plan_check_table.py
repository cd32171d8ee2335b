"""The table of the plan check: one row a key measure, its words, its sums, its series, its notes."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from shcares.style import sentences
from shcares.ui import figures, reads, recipes, words
from shcares.ui.flags import flag_block, telling_flags
from shcares.ui.plan_check_words import MATCHES, Check, Following, checks

_HEADINGS = (
    "The plan’s words",
    "Baseline → target, as printed",
    "What the words ask",
    "What the target is",
    "The baseline in the published series",
)
_PICTURED = (
    "Measure",
    "The plan’s words",
    "Baseline",
    "Target",
    "What the words ask",
    "Target and words",
    "The baseline",
)
_BLANK = "none printed"
METHOD = (
    "Every sum uses the figures as the plan prints them. What the words ask is compared with the target at the "
    "decimals of the target; where it differs, the sum is done again over every baseline that prints alike. To be "
    "below the North West, or the best of the boroughs, is compared with their published values in the baseline’s "
    "period. Published values are shown to two decimals at most. Where the baseline’s period is not known, the nearest "
    "value is taken from the periods up to the newest that a baseline equals. A note is certain where the plan and the "
    "published figures are enough to see it; likely where it rests on a reading of them; not verified where what would "
    "settle it is not held. Nothing is corrected and nothing is tested: two printed numbers have no interval."
)


@recipes.figure("PC", "plan_check")
def measures_figure() -> figures.Figure:
    """Every key measure against its own words and the published series."""
    rows = checks()
    groups = [
        (_group(priority, objective), [_row(row) for row in together])
        for (priority, objective), together in groupby(rows, key=lambda row: (row.priority, row.objective))
    ]
    return figures.Figure(
        id="plan-check-measures",
        title="Every key measure against its own words and the published series",
        sentence=_sentence(rows),
        period="Figures as printed; published series in the period named in each row",
        area="St Helens",
        source=f"St Helens Cares strategic plan, section 6; publishers in the table of this figure. {reads.gathered()}",
        method=METHOD,
        frame=pd.DataFrame([_plain(row) for row in rows]),
        html=words.table(_HEADINGS, groups, caption="Key measures, by priority and objective", shape="shc-check"),
        picture_columns=_PICTURED,
    )


def _sentence(rows: Sequence[Check]) -> str:
    def those(following: Following) -> str:
        return sentences.listed([row.id for row in rows if row.asked.following is following]) or "none"

    return (
        f"The printed targets of {those(Following.FOLLOWS)} follow from the printed words; those of "
        f"{those(Following.DIFFERS)} differ from them; the others cannot be checked."
    )


def _group(priority: str, objective: str) -> str:
    return f"{priority} · {objective or 'no objective'}"


def _row(row: Check) -> words.Row:
    return words.Row(
        [
            f"<span class='shc-number'>{escape(row.id)}</span> {escape(row.printed)}",
            f"<div>{escape(row.baseline or _BLANK)}</div><div>→ {escape(row.target or _BLANK)}</div>",
            f"<div>{escape(row.asked.words)}</div>{_small(row.asked.sums)}{_sign(*row.asked.following.value)}{_small(_why(row))}",
            f"{escape(row.change)}{_small(*row.change_sums)}",
            f"{_sign(*MATCHES[row.match])}{_small(*row.series)}",
        ],
        _notes(row),
    )


def _why(row: Check) -> str:
    said = row.asked.why.value if row.asked.why else ""
    return f"{said[:1].upper()}{said[1:]}"


def _sign(icon: str, word: str) -> str:
    unsure = " shc-unsure" if icon == Following.UNCHECKED.value[0] else ""
    dot = f"<span class='shc-dot shc-hollow' aria-hidden='true'>{icon}</span>"
    return f"<span class='shc-mark{unsure}'>{dot}{escape(word)}</span>"


def _small(*lines: str) -> str:
    return "".join(f"<span class='shc-small'>{escape(line)}</span>" for line in lines if line)


def _notes(row: Check) -> str:
    telling = _telling(row.notes)
    titles = " · ".join(note.title for note in telling)
    body = "".join(flag_block(note._asdict()) for note in telling)
    source = f"<p>Source: {escape(row.publisher)}</p>" if row.publisher else ""
    counted = sentences.count_words(len(telling), "note")
    return f"<details class='shc-more'><summary>⚑ {counted}: {escape(titles)}</summary>{body}{source}</details>"


def _telling(notes: Iterable[Any]) -> list[Any]:
    telling = set(telling_flags(reads.measure_flags())["flag_id"])
    return [note for note in notes if note.flag_id in telling]


def _plain(row: Check) -> dict[str, str]:
    return {
        "Priority": row.priority,
        "Objective": row.objective,
        "Measure": row.id,
        "The plan’s words": row.printed,
        "Baseline": row.baseline or _BLANK,
        "Target": row.target or _BLANK,
        "What the words ask": row.asked.words,
        "Arithmetic": row.asked.sums,
        "Target and words": row.asked.following.value[1],
        "Why not checked": _why(row),
        "What the target is": row.change,
        "Arithmetic of it": "; ".join(row.change_sums),
        "The baseline": MATCHES[row.match][1],
        "Published": "; ".join(row.published),
        "Latest": "; ".join(row.latest),
        "Publisher": row.publisher,
        "Notes": " | ".join(
            f"{note.title} ({note.certainty}): {note.note} {note.arithmetic or ''}".strip()
            for note in _telling(row.notes)
        ),
    }
