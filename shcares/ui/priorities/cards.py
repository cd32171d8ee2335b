"""The cards of a priority: under each objective its key measures, two a row, each with verdict, runway and flags."""

from html import escape

import streamlit as st

from shcares.style import palette, sentences
from shcares.ui import figures, filters, lineage, needs, reads, router, words
from shcares.ui.filters import Choice
from shcares.ui.flags import flag_details, telling_flags
from shcares.ui.measures import Latest, MeasureView, measure_views
from shcares.ui.priorities.runways import Shown, runway_figure, shown
from shcares.ui.shown import drawn_again

_A_ROW = 2
_BUTTONS = 3
_NO_OBJECTIVE = "Printed in the table under no objective"


def show_measures(priority_id: str, choice: Choice) -> None:
    """Every key measure of a priority under its objective; none is left out."""
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if not choice.is_borough:
            filters.not_here(
                f"The plan’s measures are published for the borough only, so {choice.area} is not shown here."
            )
    st.html(_key())
    for heading, views in by_objective(priority_id, choice.comparator_code):
        st.header(heading, anchor=False, divider="gray")
        for start in range(0, len(views), _A_ROW):
            row = views[start : start + _A_ROW]
            columns = st.container(key=f"cards-{row[0].id.replace('.', '-')}").columns(len(row), gap="medium")
            for column, view in zip(columns, row, strict=True):
                with column, st.container(border=True, key=f"card-{view.id.replace('.', '-')}"):
                    _show_card(view, choice)


@lineage.remember()
def by_objective(priority_id: str, comparator_code: str) -> tuple[tuple[str, tuple[MeasureView, ...]], ...]:
    """Headings and key measures in the plan's order of objectives; measures under none come last."""
    views = [view for view in measure_views(comparator_code) if view.priority == priority_id]
    known = reads.objectives(priority_id)
    groups = [(f"{letter}. {text}", letter) for letter, text in known.items()] + [(_NO_OBJECTIVE, "")]
    found = ((heading, tuple(view for view in views if view.objective == letter)) for heading, letter in groups)
    return tuple((heading, members) for heading, members in found if members)


def _key() -> str:
    lines = {
        "St Helens, with its 95% interval where held": palette.ACCENT,
        "comparators, each named on its line": palette.COMPARATOR,
        "dashed: the path the plan’s target would need": palette.TARGET,
    }
    fan = (
        "Shaded beyond the last point: where the trend leads, dark for the 50% interval, light for the 95% one. On "
        "course or off course: the whole dark part is past the target or short of it; too close to call: it holds it."
    )
    return f"{words.key(lines)}<p class='shc-source'>{fan}</p>"


@st.fragment
@drawn_again(lambda view, *_: view.id)
def _show_card(view: MeasureView, choice: Choice) -> None:
    st.subheader(f"{view.id} {view.printed}", anchor=False)
    st.html(_head(view, choice) + _needed(view.id))
    series = shown(view.id)
    if series:
        entry = _chosen(view.id, series)
        figures.show(runway_figure(view.id, entry.indicator_id, entry.sex, choice.comparator_code))
        st.page_link(
            router.path_of(router.LIBRARY),
            label=f"All that is held on {entry.label}",
            icon=":material/arrow_forward:",
            query_params={"indicator": entry.indicator_id},
        )
    else:
        st.html("<p class='shc-sentence'>No data: nothing like this measure is published in the figures held here.</p>")
    st.html(_flags(view.id))


def _chosen(measure_id: str, series: tuple[Shown, ...]) -> Shown:
    if len(series) == 1:
        if not series[0].own:
            st.html(f"<p class='shc-note'>Shown beside it, under its own name: {escape(series[0].label)}.</p>")
        return series[0]
    labels = {entry.label: entry for entry in series}
    key = f"series-{measure_id}"
    if len(series) <= _BUTTONS:
        label = st.segmented_control("Series", list(labels), default=series[0].label, required=True, key=key)
    else:
        label = st.selectbox("Series", list(labels), key=key)
    return labels[label or series[0].label]


def _head(view: MeasureView, choice: Choice) -> str:
    target = view.target or "none printed"
    cells = [
        ("Baseline, as printed", view.baseline or "none printed", view.baseline_period),
        ("Latest", *_latest(view.latest)),
        ("Target, as printed", target, reads.plan().target_year_printed if view.prints_target_number else ""),
    ]
    return (
        f"<div class='shc-verdict'>{words.verdict(view.verdict, choice.scheme)}"
        f"<p class='shc-note'>{escape(view.why)}</p></div>{words.facts(cells)}"
    )


def _latest(entries: tuple[Latest, ...]) -> tuple[str, str]:
    if not entries:
        return "no data", "no series here is like it"
    values = " · ".join(entry.text for entry in entries)
    people = " and ".join(sentences.WHO[entry.sex] for entry in entries if entry.sex in sentences.WHO)
    small = ", ".join(part for part in (people, entries[0].period) if part)
    return values, small


@lineage.remember()
def _needed(measure_id: str) -> str:
    need = needs.need(measure_id)
    if need is None:
        return ""
    small = "".join(f"<p class='shc-source'>{escape(part)}</p>" for part in (need.split, need.sum) if part)
    return f"<div class='shc-need'><p class='shc-sentence'><strong>{escape(need.text)}</strong></p>{small}</div>"


@lineage.remember()
def _flags(measure_id: str) -> str:
    flags = telling_flags(reads.measure_flags())
    own = flags[flags["measure_id"] == measure_id].to_dict("records")
    return "".join(flag_details(flag) for flag in own)
