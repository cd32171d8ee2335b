"""How St Helens compares on what is hung on one focus area: every borough series, tested where it can be."""

from collections import Counter
from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.trends import trend_judgement
from shcares.style import sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import direction, figures, lineage, reads, recipes, words
from shcares.ui.filters import Choice
from shcares.ui.inequalities.model.among import MEASURED, place_of
from shcares.ui.inequalities.model.library import show_in_library
from shcares.ui.inequalities.model.parts import part_of
from shcares.ui.inequalities.named import FOCUS, MODEL, refuse_unless_of
from shcares.ui.measures import Latest, latest_of
from shcares.ui.priorities import standing
from shcares.ui.priorities.standing import Standing

MAIN, OTHER = "Also of the main set", "Other series held"
_ORDER = (
    Judgement.WORSE,
    Judgement.BETTER,
    Judgement.HIGHER,
    Judgement.LOWER,
    Judgement.SIMILAR,
    Judgement.NOT_COMPARED,
)
_METHOD = (
    "The comparison: the 95% interval of St Helens lies wholly on one side of the comparator’s value of the same "
    "period. What has no interval is not tested, whatever its value. The recent trend is tested on the last five "
    "yearly values at the 99.8% level; pooled periods overlap, so they have none. Many tests are made at once, so a "
    "few can differ by chance. That a series is hung on a focus area does not make it a cause of any illness here. "
    "Other series held are older, or second sources of the same thing."
)


@lineage.remember(max_entries=200)
def standings(model_id: str, focus_id: str, comparator_code: str) -> tuple[Standing, ...]:
    """Every borough series hung on a focus area, under headings: those compared with all authorities come first."""
    part = part_of(model_id, focus_id)
    first = [one for each in part.measured for one in standings_of(each, MEASURED, comparator_code)]
    others = [one for each in part.borough for one in standings_of(each, _heading(each), comparator_code)]
    rest = sorted(others, key=lambda one: (one.heading != MAIN, _ORDER.index(one.latest.judgement)))
    return (*first, *rest)


def _heading(indicator_id: str) -> str:
    return MAIN if reads.indicator(indicator_id)["headline_set"] else OTHER


def standings_of(indicator_id: str, heading: str, comparator_code: str) -> list[Standing]:
    """Where St Helens stands on one indicator, once for each sex that it is published of."""
    entries = latest_of(indicator_id, comparator_code)
    return [_standing(entry, heading, entries) for entry in entries]


def _standing(entry: Latest, heading: str, entries: Sequence[Latest]) -> Standing:
    about = reads.indicator(entry.indicator_id)
    trend = direction.trend_of(standing.own_series(entry.indicator_id, entry.sex, areas.ST_HELENS), about)
    judgement = trend_judgement(trend, Polarity(about["polarity"]))
    return Standing(
        heading=heading,
        latest=entry,
        name=f"{entry.name}, {sentences.WHO[entry.sex]}" if len(entries) > 1 else entry.name,
        trend=judgement,
        trend_why_not=str(trend.reason) if judgement is Judgement.NOT_COMPARED else "",
    )


def tested(shown: Sequence[Standing], comparator: str) -> str:
    """How many of these series are worse, better, similar, and how many cannot be tested."""
    counts = Counter(one.latest.judgement for one in shown)
    untested = counts.pop(Judgement.NOT_COMPARED, 0)
    held = sentences.count_words(len(shown), "borough series", "borough series")
    if not counts:
        return f"Of {held}, none can be tested against {sentences.the(comparator)}."
    found = [f"{counts[one]} {_are(counts[one])} {sentences.against(one, comparator)}" for one in _ORDER if counts[one]]
    return f"Of {held}, {sentences.listed([*found, *([f'{untested} cannot be tested'] if untested else [])])}."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def show_compared(model_id: str, focus_id: str, choice: Choice) -> None:
    """The table of all borough series of a focus area, and a way into the library for each."""
    part = part_of(model_id, focus_id)
    if not standings(model_id, focus_id, choice.comparator_code):
        st.html(f"<p class='shc-sentence'>{escape(part.coverage)} So there is nothing to compare.</p>")
        return
    figure = compared_figure(model_id, focus_id, choice.comparator_code, choice.comparator, choice.scheme)
    st.header(figure.title, anchor=False, divider="gray")
    figures.show(figure)
    st.subheader("Each of them in the library", anchor=False)
    _draw_library(model_id, focus_id)


@st.cache_data(show_spinner=False, max_entries=100)
def _draw_library(model_id: str, focus_id: str) -> None:
    part = part_of(model_id, focus_id)
    with st.container(horizontal=True, gap="small"):
        show_in_library((*part.measured, *part.borough, *part.unheld))


@recipes.figure(
    "IC",
    "model_compared",
    max_entries=100,
    model_id=MODEL,
    focus_id=FOCUS,
    comparator_code=recipes.COMPARATOR,
)
def compared_figure(
    model_id: str, focus_id: str, comparator_code: str, comparator: str, scheme: Scheme
) -> figures.Figure:
    """Every borough series of one focus area against one comparator in one colour scheme."""
    refuse_unless_of(model_id, focus_id)
    part, shown = part_of(model_id, focus_id), standings(model_id, focus_id, comparator_code)
    if not shown:
        raise recipes.UnknownFigureError(f"{part.coverage} So there is nothing to compare")
    headings = list(dict.fromkeys(one.heading for one in shown))
    groups = [
        (
            name,
            [
                _row(one, place_of(model_id, focus_id, one), comparator_code, scheme)
                for one in shown
                if one.heading == name
            ],
        )
        for name in headings
    ]
    columns = ("Indicator", "St Helens", comparator, "What the tests say")
    return figures.Figure(
        id=f"model-compared-{focus_id}",
        title=f"{part.name}: how St Helens compares",
        sentence=tested(shown, comparator),
        period="Latest published period of each indicator",
        area=f"St Helens and {sentences.the(comparator)}",
        source=standing.sources_of(shown),
        method=_METHOD,
        frame=pd.DataFrame([_plain(one, place_of(model_id, focus_id, one), comparator) for one in shown]),
        html=words.table(columns, groups, caption=f"{part.name}: how St Helens compares", shape="shc-tests"),
        picture_columns=("Indicator", "Period", "St Helens", comparator, f"Against {comparator}", "Recent trend"),
    )


def _row(one: Standing, place: str, comparator_code: str, scheme: Scheme) -> words.Row:
    interval = f"95% interval {one.latest.interval}" if one.latest.interval else ""
    dated = ", ".join(filter(None, (one.dated, interval)))
    why_not = f"{one.latest.why_not[:1].upper()}{one.latest.why_not[1:]}"
    moved = f"{one.latest.movement[:1].upper()}{one.latest.movement[1:]}"
    small = (why_not, place, moved, f"{one.latest.trend}.")
    cells = [
        words.two_lines(one.name, one.latest.unit),
        f"<strong>{escape(one.latest.text)}</strong>{words.two_lines('', dated)}",
        escape(one.latest.comparator_text),
        words.verdict(one.latest.judgement, scheme, word=compared_word(one, comparator_code))
        + "".join(words.two_lines("", line) for line in small),
    ]
    return words.Row(cells)


def compared_word(one: Standing, comparator_code: str) -> str:
    """`Worse than England`; that the difference is not tested."""
    if one.latest.judgement is Judgement.NOT_COMPARED:
        return "Not tested"
    against = sentences.against(one.latest.judgement, reads.area_name(comparator_code))
    return f"{against[:1].upper()}{against[1:]}"


def _plain(one: Standing, place: str, comparator: str) -> dict[str, str]:
    return {
        "Heading": one.heading,
        "Indicator": one.name,
        "What it counts": one.about["definition"],
        "Unit": one.about["unit_label"],
        "Period": one.dated,
        "St Helens": one.latest.text,
        "95% interval": one.latest.interval or "none held",
        comparator: one.latest.comparator_text,
        f"Against {comparator}": mark(one.latest.judgement).word,
        "Why not compared": one.latest.why_not,
        "Among all authorities": place,
        "Since the period before": one.latest.movement,
        "Recent trend": one.latest.trend.removeprefix("Recent trend: ").removeprefix("Recent trend "),
        "Source": one.latest.source,
    }
