"""Two tables of the plan's measures: every one with all that is known of it, and what the newest figures changed."""

from html import escape

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, overview, reads, recipes, words
from shcares.ui.courses import PROJECTED_VERDICTS
from shcares.ui.filters import Choice
from shcares.ui.freshness import OLD, OLD_YEARS, dated, is_old
from shcares.ui.measures import Latest, MeasureView, measure_views

MOST_BESIDE = 2
_COUNTED = (Judgement.WORSE, Judgement.BETTER, Judgement.SIMILAR, Judgement.NOT_COMPARED)
_METHOD = (
    "Baseline and target as printed. Latest is the newest published value for St Helens. Status compares it with the "
    "target: met when at or past it; where an interval is published, met only when the whole interval is. The verdict "
    "adds a projection where five independent values are held; the priority’s own page draws it. Better and "
    "worse: the 95% interval lies wholly on one side of the comparator’s value. Direction is arithmetic against the "
    "period before: a clear change is one whose two intervals do not overlap. The recent trend is tested on the last "
    "five yearly values. Series shown beside a measure count something near it and are judged by nothing here."
)
_CHANGE_METHOD = (
    "Arithmetic difference between the latest two periods, tested where both have an interval: a clear change is one "
    f"whose intervals do not overlap. Pooled periods that overlap are left out, as are figures {OLD}."
)


def show_measures(choice: Choice) -> None:
    """Every key measure in one table."""
    figures.show(measures_figure(choice.comparator_code, choice.comparator, choice.scheme))


def show_changes(choice: Choice) -> None:
    """What the newest release of each measure changed."""
    figures.show(changes_figure(choice.comparator_code))


@recipes.figure("ME", "measures", comparator_code=recipes.COMPARATOR)
def measures_figure(comparator_code: str, comparator: str, scheme: Scheme) -> figures.Figure:
    """The table of every key measure against one comparator in one colour scheme."""
    views, titles, against = measure_views(comparator_code), reads.priority_titles(), f"Against {comparator}"
    headings = ("Key measure, as printed", "Baseline", "Latest", "Target 2026/7", "Status", "Direction", against)
    groups = [
        (title, [_row(view, comparator, scheme) for view in views if view.priority == priority])
        for priority, title in titles.items()
    ]
    return figures.Figure(
        id="key-measures",
        title="Every key measure of the plan",
        sentence=f"{overview.answer()} {_compared(views, comparator)}",
        period="Latest published period of each measure",
        area="St Helens",
        source=f"St Helens Cares strategic plan, section 6; publishers in the table of this figure. {reads.gathered()}",
        method=_METHOD,
        frame=pd.DataFrame([_plain(view, titles[view.priority], comparator) for view in views]),
        html=words.table(headings, groups, caption="Every key measure of the plan", shape="shc-wide"),
        picture_columns=("Key measure", "Baseline", "Latest", "Target 2026/7", "Status", "Period", against),
        key_columns=("Key measure", "Status"),
        headline=overview.answer(),
    )


def _compared(views: tuple[MeasureView, ...], comparator: str) -> str:
    judged = [view.latest[0].judgement for view in views if view.latest]
    worse, better, similar, untested = (judged.count(judgement) for judgement in _COUNTED)
    return (
        f"Against {comparator}, {worse} {'is' if worse == 1 else 'are'} worse, {better} better, {similar} similar; "
        f"{untested} cannot be tested for want of an interval or a comparator value, and {len(views) - len(judged)} "
        "have no series of their own here."
    )


def _row(view: MeasureView, comparator: str, scheme: Scheme) -> words.Row:
    blocks = [_latest(entry, comparator, scheme) for entry in view.latest]
    columns = zip(*(blocks or [("no like-for-like series held", "", "")]), strict=True)
    latest, direction, against = ("".join(f"<div>{part}</div>" for part in column) for column in columns)
    cells = [
        escape(view.printed),
        escape(view.baseline or "none printed"),
        latest,
        escape(view.target or "none printed"),
        words.verdict(view.status, scheme) + words.two_lines("", _status_words(view)),
        direction,
        against,
    ]
    return words.Row(cells, _under(view))


def _status_words(view: MeasureView) -> str:
    if view.verdict not in PROJECTED_VERDICTS:
        return view.status_reason
    projected = f"Projected to {reads.plan().target_year_printed}: {mark(view.verdict).word.lower()}."
    return f"{projected} {view.status_reason}".strip()


def _under(view: MeasureView) -> str:
    flags = [f"⚑ {flag}" for flag in view.flags]
    beside = [f"Beside it: {_in_full(entry)}" for entry in view.beside[:MOST_BESIDE]]
    sources = dict.fromkeys(
        f"Source: {entry.source}" + (f", next due {entry.next_due}" if entry.next_due else "")
        for entry in (view.latest or view.beside[:MOST_BESIDE])
    )
    return escape(" · ".join([*flags, *beside, *sources]))


def _in_full(entry: Latest) -> str:
    return f"{entry.name} {entry.text}{f' {entry.unit}' if entry.unit else ''} in {entry.period}"


def _latest(entry: Latest, comparator: str, scheme: Scheme) -> tuple[str, str, str]:
    interval = f"95% interval {entry.interval}" if entry.interval else ""
    small = ", ".join(
        part
        for part in (sentences.WHO.get(entry.sex, ""), entry.unit, dated(entry.period, entry.period_end), interval)
        if part
    )
    benchmark = f"{comparator} {entry.comparator_text}" if entry.comparator_text != formats.NO_DATA else ""
    reason = "; ".join(part for part in (benchmark, entry.why_not) if part)
    return (
        f"<strong>{entry.text}</strong>{words.two_lines('', small)}",
        words.two_lines(entry.movement, entry.trend),
        words.verdict(entry.judgement, scheme) + words.two_lines("", reason[:1].upper() + reason[1:]),
    )


def _plain(view: MeasureView, priority: str, comparator: str) -> dict[str, str]:
    def each(kind: str) -> str:
        said = [(sentences.WHO.get(entry.sex, ""), str(getattr(entry, kind))) for entry in view.latest]
        held = [(who, value) for who, value in said if value]
        if len(held) == len(said) and len({value for _, value in held}) == 1:
            return held[0][1]
        return "; ".join(f"{value} ({who})" if who else value for who, value in held)

    return {
        "Priority": priority,
        "Measure": view.id,
        "Key measure": f"{view.id} {view.label}",
        "As printed": view.printed,
        "Baseline": view.baseline,
        "Latest": each("text") or formats.NO_DATA,
        "Period": each("period"),
        "95% interval": each("interval"),
        "Target 2026/7": view.target,
        "Status": mark(view.status).word,
        "Why": view.status_reason,
        "Verdict": mark(view.verdict).word,
        "Why this verdict": view.why,
        "Direction": each("movement"),
        "Recent trend": each("trend"),
        comparator: each("comparator_text"),
        f"Against {comparator}": "; ".join(dict.fromkeys(mark(entry.judgement).word for entry in view.latest)),
        "Beside it": "; ".join(_in_full(entry) for entry in view.beside[:MOST_BESIDE]),
        "Notes on the plan": "; ".join(view.flags),
        "Publisher": each("source"),
        "Next due": each("next_due"),
    }


@recipes.figure("CH", "changes", comparator_code=recipes.COMPARATOR)
def changes_figure(comparator_code: str) -> figures.Figure:
    """The latest step of every measure whose periods do not overlap."""
    newest = [(view, view.latest[0]) for view in measure_views(comparator_code) if view.latest]
    moved = [(view, entry) for view, entry in newest if entry.movement and not is_old(entry.period_end)]
    right, wrong = (sum(way in entry.movement for _, entry in moved) for way in ("right way", "wrong way"))
    frame = pd.DataFrame(
        {
            "Measure": view.label,
            "Latest": f"{entry.text} {entry.unit}".strip(),
            "Period": entry.period,
            "Change": entry.movement,
            "Publisher": entry.source,
        }
        for view, entry in moved
    )
    rows = [words.Row([escape(str(cell)) for cell in row]) for row in frame.itertuples(index=False)]
    return figures.Figure(
        id="what-changed",
        title="What changed with the newest figures",
        sentence=(
            f"Of the measures with unpooled figures from the last {OLD_YEARS} years: {right} moved the right way and "
            f"{wrong} the wrong way since the period before; a single step can be chance."
        ),
        period="Latest published period against the one before",
        area="St Helens",
        source=f"Publishers as named in each row. {reads.gathered()}",
        method=_CHANGE_METHOD,
        frame=frame,
        html=words.table(tuple(frame.columns), [("", rows)], caption="What changed with the newest figures"),
    )
