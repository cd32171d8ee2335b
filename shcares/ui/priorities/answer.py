"""The first screen of a priority: are we on course, in one sentence, then a tile for each measure."""

from collections import Counter
from html import escape
from math import ceil

import streamlit as st

from shcares.domain import areas
from shcares.domain.vocabulary import Status, Verdict
from shcares.style import sentences
from shcares.ui import lineage, reads, words
from shcares.ui.filters import Choice
from shcares.ui.measures import MeasureView, measure_views

_SAID = {
    Verdict.MET: ("is met", "are met"),
    Verdict.ON_COURSE: ("is on course", "are on course"),
    Verdict.TOO_CLOSE: ("is too close to call", "are too close to call"),
    Verdict.OFF_COURSE: ("is off course", "are off course"),
    Verdict.NOT_ENOUGH_DATA: (
        "has too few independent figures to forecast",
        "have too few independent figures to forecast",
    ),
    Verdict.NO_USABLE_TARGET: (
        "has no target that can be compared with a published series",
        "have no target that can be compared with a published series",
    ),
}
_MOST_A_ROW = 5
_GOOD = (Verdict.MET, Verdict.ON_COURSE)


@lineage.remember()
def answer(priority_id: str) -> str:
    """One sentence: how many of the priority's measures are met or on course."""
    views = views_of(priority_id)
    good = sum(view.verdict in _GOOD for view in views)
    title, year = reads.priority_titles()[priority_id], reads.plan().target_year_printed
    of = f"of its {sentences.count_words(len(views), 'key measure')}"
    if not good:
        return f"{title}: none {of} is known to be on course for {year}."
    return f"{title}: {good} {of} {'is' if good == 1 else 'are'} met or on course for {year}."


@lineage.remember()
def counted(priority_id: str) -> str:
    """How many measures have each verdict."""
    counts = Counter(view.verdict for view in views_of(priority_id))
    parts = [f"{counts[verdict]} {said[counts[verdict] > 1]}" for verdict, said in _SAID.items() if counts[verdict]]
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


@lineage.remember()
def short_now(priority_id: str) -> str:
    """Where the measures with a usable target stand today."""
    views = [view for view in views_of(priority_id) if view.status is not Status.NO_USABLE_TARGET]
    short = [view.label for view in views if view.status is Status.NOT_MET]
    unsure = [view.label for view in views if view.status is Status.UNCERTAIN]
    met = [view.label for view in views if view.status is Status.MET]
    said = [
        f"{heading}: {sentences.listed(names)}."
        for heading, names in (("Target reached", met), ("Short of target", short), ("Can’t tell", unsure))
        if names
    ]
    return f"By the newest figures held: {' '.join(said)}" if said else ""


def views_of(priority_id: str) -> tuple[MeasureView, ...]:
    """The priority's key measures in the plan's order; nothing used of them here depends on a comparator."""
    return tuple(view for view in measure_views(areas.ENGLAND) if view.priority == priority_id)


def show_answer(priority_id: str, choice: Choice) -> None:
    """The plan's words for the priority, the answer, and the tiles."""
    st.html(_answer_html(priority_id, choice))


def _answer_html(priority_id: str, choice: Choice) -> str:
    known = reads.priorities()
    own = next(row for row in known.itertuples(index=False) if row.priority_id == priority_id)
    place = f"Priority {own.position} of {len(known)}"
    views = views_of(priority_id)
    a_row = ceil(len(views) / ceil(len(views) / _MOST_A_ROW))
    tiles = "".join(_tile(view, choice) for view in views)
    return (
        f"<p class='shc-vision'><strong>{place}</strong> · {escape(str(own.statement))}</p>"
        f"<h1 class='shc-answer'>{escape(answer(priority_id))}</h1>"
        f"<p class='shc-lead'>{escape(counted(priority_id))} {escape(short_now(priority_id))}</p>"
        f"<ul class='shc-tiles' style='--a-row:{a_row}'>{tiles}</ul>"
    )


def _tile(view: MeasureView, choice: Choice) -> str:
    latest = " · ".join(entry.text for entry in view.latest) or "no data"
    period = f" in {view.latest[0].period}" if view.latest else ""
    target = view.printed_target
    if view.verdict is Verdict.NOT_ENOUGH_DATA and view.status is Status.NOT_MET:
        target = f"short of target {view.target}"
    return (
        f"<li><span class='shc-tile-name'>{escape(view.label)}</span>"
        f"{words.verdict(view.verdict, choice.scheme)}"
        f"<span class='shc-small'>{escape(latest)}{escape(period)}, {escape(target)}</span></li>"
    )
