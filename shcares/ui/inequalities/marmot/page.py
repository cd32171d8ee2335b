"""The plan's Marmot goals: the answer, the goals with the figures that would show them moving, the gap, the words."""

from collections.abc import Callable

import streamlit as st

from shcares.ui import figures, filters, keep, reads, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.marmot import actions, answer, evidence, fifths, gap_figures, pairs, printed, rows
from shcares.ui.priorities import multiples

_KEYS = ("marmot_view",)


def show_marmot() -> None:
    """The whole page."""
    choice = filters.current()
    keep.restore(router.MARMOT.address, *_KEYS)
    answer.show_answer(choice)
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if not choice.is_borough:
            filters.not_here(
                f"These figures are not published for care communities, so St Helens is shown and not {choice.area}."
            )
    tabs = st.tabs(list(VIEWS), key="marmot_view", bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                show(choice)
    keep.save(router.MARMOT.address, *_KEYS)


def show_goals(choice: Choice) -> None:
    """Each goal and action as printed, and under each action its indicators."""
    printed.show_goals()
    figures.show(fifths.fifths_figure(choice.comparator_code))
    printed.show_young_people()
    held = actions.by_action(choice.comparator_code)
    for goal in printed.young_people():
        st.header(printed.numbered(goal), anchor=False, divider="gray")
        for action in printed.under(goal["item_id"]):
            st.subheader(action["text"], anchor=False)
            if action["item_id"] in held:
                rows.show_action(action["item_id"], choice)


def show_gap(choice: Choice) -> None:
    """Disadvantaged pupils and the others, at five and at sixteen."""
    for groups in pairs.PAIRS:
        st.header(groups.heading, anchor=False, divider="gray")
        left, right = st.columns(2, gap="large")
        with left:
            figures.show(gap_figures.pair_figure(groups, choice.comparator_code, choice.comparator))
        with right:
            figures.show(gap_figures.gap_figure(groups, choice.comparator_code, choice.comparator))
        for indicator_id in (groups.worse_off, groups.others):
            st.page_link(
                router.path_of(router.LIBRARY),
                label=f"All that is held on {reads.indicator(indicator_id)['name']}",
                icon=":material/arrow_forward:",
                query_params={"indicator": indicator_id},
            )


def show_words(choice: Choice) -> None:  # noqa: ARG001 (every view is called alike)
    """What the plan says about inequalities, as printed."""
    printed.show_statements()


VIEWS: dict[str, Callable[[Choice], None]] = {
    "Goals and indicators": show_goals,
    "The gap between children": show_gap,
    "What the plan says": show_words,
}


def warm() -> None:
    """Make what a first visitor asks for."""
    comparator_code, comparator = next(iter(filters.COMPARATORS.items()))
    answer.answer(comparator_code, comparator)
    fifths.fifths_figure(comparator_code)
    for item_id, shown in actions.by_action(comparator_code).items():
        evidence.action_figure(item_id, comparator_code, comparator)
        for each in shown:
            multiples.picture_address(each.latest.indicator_id, each.latest.sex, comparator_code)
    for groups in pairs.PAIRS:
        gap_figures.pair_figure(groups, comparator_code, comparator)
        gap_figures.gap_figure(groups, comparator_code, comparator)
