"""The view of one measure by group of deprivation: choose it, see its slope, and every measure's slope below."""

import streamlit as st

from shcares.domain import areas
from shcares.style import sentences
from shcares.ui import figures, filters
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient.grouped import Grouping, grouped, groupings_of
from shcares.ui.inequalities.gradient.measured import BY_ID, MEASURES, offered
from shcares.ui.inequalities.gradient.slope_figures import indices_figure, slope_figure
from shcares.ui.inequalities.gradient.steepness import steepness_figure

_MEASURE, _GROUPS = "gradient_measure", "gradient_groups"
KEYS = (_MEASURE, _GROUPS)
_ALL_RESIDENTS = "These are all residents of St Helens: no small-area count is held for {}’s patients alone."


def show_by_tenth(choice: Choice) -> None:
    """The chosen measure's groups and indices, then all measures together."""
    measure_id, grouping = _chosen()
    _show_notes(choice, measure_id)
    left, right = st.container(key="gradient-slope").columns([2, 1], gap="large")
    with left:
        figures.show(slope_figure(measure_id, grouping, choice.comparator_code))
    with right:
        figures.show(indices_figure(measure_id, grouping))
    figures.show(steepness_figure(choice.scheme))


def _chosen() -> tuple[str, Grouping]:
    """Measure and groups, both kept in the address; groups the measure cannot have give way to its first."""
    names = offered()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure_id = st.selectbox(
            "Measure",
            list(names),
            format_func=names.__getitem__,
            key=_MEASURE,
            bind="query-params",
            width=400,
            help="Every small-area measure with counts and denominators.",
            on_change=_regroup,
        )
        held = [grouping.value for grouping in groupings_of(BY_ID[measure_id])]
        if st.session_state.get(_GROUPS, held[0]) not in held:
            st.session_state[_GROUPS] = held[0]
        grouping = st.selectbox(
            "Groups of neighbourhoods",
            held,
            key=_GROUPS,
            bind="query-params",
            width=280,
            help="England’s tenths are cut among all its neighbourhoods; the borough’s own fifths among its own.",
        )
    return measure_id, Grouping(grouping)


def _regroup() -> None:
    """A newly chosen measure comes in the groups that suit it best."""
    st.session_state[_GROUPS] = groupings_of(BY_ID[st.session_state[_MEASURE]])[0].value


def _show_notes(choice: Choice, measure_id: str) -> None:
    """What the filter bar does not change here, in a place that is always there."""
    with st.container():
        if not choice.is_borough:
            filters.not_here(_ALL_RESIDENTS.format(choice.area))
        held = grouped(measure_id, Grouping.FIFTHS).row_of(choice.comparator_code)
        if choice.comparator_code != areas.ENGLAND and held is None:
            named = sentences.the(choice.comparator)
            filters.not_here(f"No figure of this measure is held for {named}, so England stands beside St Helens.")


def warm() -> None:
    """Ask what a first visitor sees, and every measure's slope."""
    first = MEASURES[0]
    grouping = groupings_of(first)[0]
    slope_figure(first.id, grouping, areas.ENGLAND)
    indices_figure(first.id, grouping)
    steepness_figure(next(iter(filters.SCHEMES)))
