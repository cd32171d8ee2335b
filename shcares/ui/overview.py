"""What the Overview is made of: the answer, the priorities at a glance, the place, every measure, what changed."""

from collections import Counter
from html import escape

import pandas as pd
import streamlit as st

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Status
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, filters, place, reads, router, words
from shcares.ui.filters import Choice
from shcares.ui.measures import Latest, MeasureView, measure_views
from shcares.ui.sparks import spark

_ORDER = (Status.MET, Status.UNCERTAIN, Status.NOT_MET, Status.NO_USABLE_TARGET)
_SAID = {
    Status.MET: ("is at or past its target", "are at or past their targets"),
    Status.UNCERTAIN: ("is too uncertain to tell", "are too uncertain to tell"),
    Status.NOT_MET: ("is short of its target", "are short of their targets"),
    Status.NO_USABLE_TARGET: ("cannot be judged", "cannot be judged"),
}
_SEX = {"Female": "F ", "Male": "M "}


@st.cache_data(show_spinner=False)
def answer(comparator_code: str) -> str:
    """One sentence: where the plan's measures stand on the latest published values."""
    views = measure_views(comparator_code)
    counts = Counter(view.status for view in views)
    parts = [f"{counts[status]} {_SAID[status][counts[status] > 1]}" for status in _ORDER if counts[status]]
    return f"Of the plan’s {sentences.count_words(len(views), 'key measure')}, {sentences.listed(parts)}."


def show_answer(choice: Choice) -> None:
    """The vision line, then the answer."""
    plan = reads.plan()
    st.html(
        f"<p class='shc-vision'><strong>{escape(plan.partnership)}</strong> · {escape(plan.vision)}</p>"
        f"<h1 class='shc-answer'>{escape(answer(choice.comparator_code))}</h1>"
        f"<p class='shc-sentence'>{escape(_why_unjudged())}</p>"
    )


@st.cache_data(show_spinner=False)
def _reasons() -> str:
    blank = matched = populations = 0
    for view in measure_views(areas.ENGLAND):
        if view.status is not Status.NO_USABLE_TARGET:
            continue
        if view.target_value is None and not _has_digits(view.target):
            blank += 1
        elif view.own_series:
            populations += 1
        else:
            matched += 1
    parts = []
    if blank:
        parts.append(f"{blank} have no number as their target")
    if populations or matched:
        parts.append(f"{populations + matched} have a target that does not match any published series like for like")
    return f"Why not all can be judged: {sentences.listed(parts)}. Status compares the latest published value with the target; it does not forecast."


def _why_unjudged() -> str:
    return _reasons()


def _has_digits(text: str) -> bool:
    return any(character.isdigit() for character in text.split("/")[0])


def show_priorities(choice: Choice) -> None:
    """Three columns, one a priority: each measure's name, small runway, latest, target and status word."""
    views = measure_views(choice.comparator_code)
    priorities = reads.priorities()
    for column, priority in zip(st.columns(len(priorities), gap="medium"), priorities.itertuples(), strict=True):
        with column:
            st.subheader(priority.title, anchor=priority.priority_id, divider="gray")
            for view in (view for view in views if view.priority == priority.priority_id):
                _row(view, choice)


def _row(view: MeasureView, choice: Choice) -> None:
    label = view.label
    target = view.first.indicator_id if view.first else None
    with st.container(gap=None):
        if target:
            st.page_link(router.path_of(router.LIBRARY), label=label, query_params={"indicator": target})
        else:
            st.markdown(label)
        st.html(_row_html(view, choice))


def _row_html(view: MeasureView, choice: Choice) -> str:
    target = f"target {view.target}" if _has_digits(view.target) else "no target number"
    return (
        f"<div class='shc-row'>{_picture_and_value(view)}"
        f"<span>{words.verdict(view.status, choice.scheme)}<span class='shc-small'>{escape(target)}</span></span></div>"
    )


def _picture_and_value(view: MeasureView) -> str:
    if not view.own_series:
        return "<span class='shc-small shc-across'>No published series counts just this</span>"
    drawn = spark(view.id)
    image = (
        f"<img src='{drawn.address}' alt='{escape(drawn.words)}' width='{drawn.width}' height='{drawn.height}'>"
        if drawn
        else "<span></span>"
    )
    values = " · ".join(f"{_SEX.get(entry.sex, '')}{entry.text}" for entry in view.latest)
    return f"{image}<span><strong>{escape(values)}</strong>{words.two_lines('', view.latest[0].period)}</span>"


def show_place(choice: Choice) -> None:
    """The borough, or the care community chosen, in a strip of headline facts."""
    st.subheader(f"{choice.area} in figures" if choice.is_borough else f"{choice.area} care community in figures", divider="gray")
    if not choice.is_borough:
        filters.not_here(
            "The plan’s measures are published for the borough only, so the columns above show St Helens. "
            "The figures here are for the patients of this community’s practices."
        )
    figures.show(place.facts_figure(choice))


def show_measures(choice: Choice) -> None:
    """Every key measure in one table, with all that is known of each."""
    figures.show(measures_figure(choice.comparator_code, choice.comparator, choice.scheme))


@st.cache_data(show_spinner=False)
def measures_figure(comparator_code: str, comparator: str, scheme: str) -> figures.Figure:
    views = measure_views(comparator_code)
    titles = dict(zip(reads.priorities()["priority_id"], reads.priorities()["title"], strict=True))
    headings = ("Key measure, as printed", "Baseline", "Latest", "Target 2026/7", "Status", "Direction", f"Against {comparator}")
    groups = [
        (title, [_table_row(view, comparator, scheme) for view in views if view.priority == priority])
        for priority, title in titles.items()
    ]
    frame = pd.DataFrame([_plain(view, titles[view.priority], comparator) for view in views])
    compared = [entry.judgement for view in views for entry in view.latest[:1]]
    worse = sum(judgement is Judgement.WORSE for judgement in compared)
    better = sum(judgement is Judgement.BETTER for judgement in compared)
    open_ = sum(judgement is Judgement.NOT_COMPARED for judgement in compared)
    return figures.Figure(
        id="key-measures",
        title="Every key measure of the plan",
        sentence=(
            f"{answer(comparator_code)} Against {comparator}, {worse} {'is' if worse == 1 else 'are'} worse, {better} better, and "
            f"{open_} cannot be tested because an interval or a comparator value is not published."
        ),
        period="Latest published period of each measure",
        area="St Helens",
        source=f"St Helens Cares strategic plan, section 6; publishers as named in each row. Data to {formats.day(reads.build_info().data_date)}.",
        method=(
            "Baseline and target as printed. Latest is the newest published value for St Helens. Status compares it with the target: met when "
            "at or past it; where an interval is published, met only when the whole interval is. Better and worse: the 95% interval "
            "lies wholly on one side of the comparator’s value. Direction is arithmetic against the period before and claims nothing about chance."
        ),
        frame=frame,
        html=words.table(headings, groups, caption="Every key measure of the plan", shape="shc-wide"),
        picture_columns=("As printed", "Baseline", "Latest", "Period", "Target 2026/7", "Status", f"Against {comparator}"),
    )


def _table_row(view: MeasureView, comparator: str, scheme: str) -> words.Row:
    reason = words.two_lines("", view.status_reason)
    blocks = [_latest_cells(entry, view, comparator, scheme) for entry in view.latest[:2]] or [("no published series", "", "")]
    latest, direction, against = ("".join(f"<div>{part}</div>" for part in column) for column in zip(*blocks, strict=True))
    cells = [
        escape(view.printed),
        escape(view.baseline or "none printed"),
        latest,
        escape(view.target or "none printed"),
        words.verdict(view.status, Scheme(scheme)) + reason,
        direction,
        against,
    ]
    return words.Row(cells, _under(view))


def _under(view: MeasureView) -> str:
    flags = [f"⚑ {flag}" for flag in view.flags]
    sources = dict.fromkeys(f"{entry.source}, next due {entry.next_due}" if entry.next_due else entry.source for entry in view.latest[:2])
    return escape(" · ".join([*flags, *(f"Source: {source}" for source in sources)]))


def _latest_cells(entry: Latest, view: MeasureView, comparator: str, scheme: str) -> tuple[str, str, str]:
    which = _which(entry, view)
    small = ", ".join(part for part in (which, entry.period, f"95% interval {entry.interval}" if entry.interval else "") if part)
    benchmark = f"{comparator} {entry.comparator_text}" if entry.comparator_text != formats.NO_DATA else ""
    reason = "; ".join(part for part in (benchmark, entry.why_not) if part)
    against = words.verdict(entry.judgement, Scheme(scheme)) + words.two_lines("", reason[:1].upper() + reason[1:])
    return f"<strong>{entry.text}</strong>{words.two_lines('', small)}", words.two_lines(entry.movement, entry.trend), against


def _which(entry: Latest, view: MeasureView) -> str:
    sex = {"Female": "women", "Male": "men"}.get(entry.sex, "")
    return ", ".join(part for part in ("" if view.own_series else f"beside it: {entry.name}", sex) if part)


def _plain(view: MeasureView, priority: str, comparator: str) -> dict[str, str]:
    entries = view.latest[:2]
    several = len(entries) > 1

    def each(kind: str) -> str:
        said = [(f"{entry.name} ({entry.sex}): " if several else "") + str(getattr(entry, kind)) for entry in entries if getattr(entry, kind)]
        return "; ".join(said)

    return {
        "Priority": priority,
        "Measure": view.id,
        "As printed": view.printed,
        "Baseline": view.baseline,
        "Latest": each("text") or formats.NO_DATA,
        "Period": each("period"),
        "95% interval": each("interval"),
        "Target 2026/7": view.target,
        "Status": words_of(view.status),
        "Why": view.status_reason,
        "Direction": each("movement"),
        "Recent trend": each("trend"),
        comparator: each("comparator_text"),
        f"Against {comparator}": "; ".join(words_of(entry.judgement) for entry in entries),
        "Notes on the plan": "; ".join(view.flags),
        "Publisher": each("source"),
        "Next due": each("next_due"),
    }


def words_of(value: Status | Judgement) -> str:
    """The word of a verdict without its dot."""
    return mark(value).word


def show_changes(choice: Choice) -> None:
    """What the newest release of each measure changed."""
    figures.show(changes_figure(choice.comparator_code))


@st.cache_data(show_spinner=False)
def changes_figure(comparator_code: str) -> figures.Figure:
    moved = [(view, entry) for view in measure_views(comparator_code) for entry in view.latest[:1] if entry.movement]
    right = sum("right way" in entry.movement for _, entry in moved)
    wrong = sum("wrong way" in entry.movement for _, entry in moved)
    rows = [
        words.Row(
            [
                words.two_lines(view.label, "" if view.own_series else entry.name),
                f"<strong>{entry.text}</strong>{words.two_lines('', entry.period)}",
                escape(entry.movement),
                escape(entry.source),
            ]
        )
        for view, entry in moved
    ]
    frame = pd.DataFrame(
        [
            {"Measure": view.label, "Latest": entry.text, "Period": entry.period, "Change": entry.movement, "Publisher": entry.source}
            for view, entry in moved
        ]
    )
    return figures.Figure(
        id="what-changed",
        title="What changed with the newest figures",
        sentence=f"In the newest figures {right} moved the right way and {wrong} the wrong way; a single year’s movement can be chance.",
        period="Latest published period against the one before",
        area="St Helens",
        source=f"Publishers as named in each row. Data to {formats.day(reads.build_info().data_date)}.",
        method="Arithmetic difference between the latest two published periods. Pooled periods that overlap are left out: most of their events are the same.",
        frame=frame,
        html=words.table(("Measure", "Latest", "Change", "Publisher"), [("", rows)], caption="What changed with the newest figures"),
    )

