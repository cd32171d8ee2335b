"""The Overview's first screen: the answer, the three priorities at a glance, the place in figures."""

from collections import Counter
from dataclasses import replace
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from shcares.domain import areas
from shcares.domain.vocabulary import Status
from shcares.style import palette, sentences
from shcares.ui import figures, filters, lineage, links, place, reads, router, words
from shcares.ui.courses import BY_VALUE_ALONE, PROJECTED_VERDICTS
from shcares.ui.filters import Choice
from shcares.ui.measures import MeasureView, measure_views
from shcares.ui.sparks import spark

_SAID = {
    Status.MET: ("is at or past its target", "are at or past their targets"),
    Status.NOT_MET: ("is short of its target", "are short of their targets"),
    Status.UNCERTAIN: ("is too uncertain to tell", "are too uncertain to tell"),
    Status.NO_USABLE_TARGET: ("cannot be judged", "cannot be judged"),
}


@lineage.remember()
def answer() -> str:
    """One sentence: where the plan's measures stand on the latest published values."""
    views = measure_views(areas.ENGLAND)
    counts = Counter(view.status for view in views)
    parts = [f"{counts[status]} {said[counts[status] > 1]}" for status, said in _SAID.items() if counts[status]]
    measures = sentences.count_words(len(views), "key measure")
    if not counts[Status.MET]:
        return f"None of the plan’s {measures} is known to be met: {sentences.listed(parts)}."
    return f"Of the plan’s {measures}, {sentences.listed(parts)}."


@lineage.remember()
def why_unjudged() -> str:
    """Why some measures cannot be judged, and what status means."""
    views = measure_views(areas.ENGLAND)
    unjudged = [view for view in views if view.status is Status.NO_USABLE_TARGET]
    blank = sum(not view.prints_target_number for view in unjudged)
    parts = []
    if blank:
        parts.append(f"{blank} have no number as their target")
    if len(unjudged) > blank:
        parts.append(f"{len(unjudged) - blank} have one that cannot be compared like for like with a series held here")
    alone = sum(view.status_reason == BY_VALUE_ALONE for view in views)
    why = f"Of those that cannot be judged, {'; '.join(parts)}. " if parts else ""
    rest = f"{alone} judgements rest on the value alone, without an interval. " if alone else ""
    return f"{why}{rest}{_forecasts(views)}"


def _forecasts(views: tuple[MeasureView, ...]) -> str:
    """What the projections say of the measures that can be projected; status alone does not forecast."""
    counts = Counter(view.verdict for view in views)
    parts = [
        f"{counts[verdict]} {palette.mark(verdict).word.lower()}" for verdict in PROJECTED_VERDICTS if counts[verdict]
    ]
    year = reads.plan().target_year_printed
    if not parts:
        return "Status compares the latest value with the target; none can be projected."
    return f"Status is of the latest value. Projected to {year}, {sentences.listed(parts)}; no other can be projected."


def show_answer() -> None:
    """The vision line, then the answer."""
    plan = reads.plan()
    st.html(
        f"<p class='shc-vision'><strong>{escape(plan.partnership)}</strong> · {escape(plan.vision)}</p>"
        f"<h1 class='shc-answer'>{escape(answer())}</h1>"
        f"<p class='shc-sentence'>{escape(why_unjudged())}</p>"
    )


def show_priorities(choice: Choice) -> None:
    """Three columns, one a priority: each measure's name, small runway, latest, target and status word."""
    _draw_priorities(replace(choice, area_code=areas.ST_HELENS, area=""))


@st.cache_data(show_spinner=False)
def _draw_priorities(choice: Choice) -> None:
    # Drawn once for each comparator and colour scheme, and then replayed: nothing in it asks the viewer anything.
    views = measure_views(choice.comparator_code)
    titles = reads.priority_titles()
    lines = {"St Helens": palette.ACCENT, f"{choice.comparator}, where held": palette.COMPARATOR}
    st.html(words.key(lines | {"target": palette.TARGET}))
    for column, (priority, title) in zip(_columns(len(titles)), titles.items(), strict=True):
        with column:
            st.header(title, anchor=False, divider="gray")
            for view in (view for view in views if view.priority == priority):
                _show_row(view, choice)


def _columns(count: int) -> list[DeltaGenerator]:
    return st.container(key="priorities").columns(count, gap="medium")


def _show_row(view: MeasureView, choice: Choice) -> None:
    with st.container(gap=None):
        st.page_link(router.path_of(router.PRIORITIES[view.priority]), label=view.label)
        st.html(_row_html(view, choice))


def _row_html(view: MeasureView, choice: Choice) -> str:
    untested = ", not tested" if view.status_reason == BY_VALUE_ALONE else ""
    unusable = view.status is Status.NO_USABLE_TARGET
    target = view.printed_target if unusable else f"target {view.target}{untested}"
    why = f" title='{escape(view.status_reason, quote=True)}'" if unusable else ""
    return (
        f"<div class='shc-row'>{_picture_and_value(view, choice)}"
        f"<span{why}>{words.verdict(view.status, choice.scheme)}"
        f"<span class='shc-small'>{escape(target)}</span></span></div>"
    )


def _picture_and_value(view: MeasureView, choice: Choice) -> str:
    if not view.latest:
        return "<span class='shc-small shc-across'>No series like this measure is held here</span>"
    drawn = spark(view.id, choice.comparator_code)
    size = f"width='{drawn.width}' height='{drawn.height}'" if drawn else ""
    image = f"<img src='{drawn.address}' alt='{escape(drawn.words)}' {size}>" if drawn else "<span></span>"
    values = " · ".join(entry.text for entry in view.latest)
    who = " · ".join(sentences.WHO[entry.sex] for entry in view.latest if entry.sex in sentences.WHO)
    small = ", ".join(part for part in (who, view.latest[0].period) if part)
    return f"{image}<span><strong>{escape(values)}</strong>{words.two_lines('', small)}</span>"


def show_place(choice: Choice) -> None:
    """The borough, or the care community chosen, in a strip of headline facts."""
    whose = choice.area if choice.is_borough else f"{choice.area} care community"
    st.header(f"{whose} in figures", divider="gray", anchor=False)
    if not choice.is_borough:
        filters.not_here(
            "The plan’s measures are published for the borough only, so the rest of this page shows St Helens. "
            "These figures are for the patients of this community’s practices."
        )
    figures.show(place.facts_figure(choice.area_code))
    if not choice.is_borough:
        links.show_link(
            router.COMMUNITIES,
            f"{choice.area}’s patients and practices, and all four communities side by side",
            {"area": choice.area_code},
            icon=":material/arrow_forward:",
        )
