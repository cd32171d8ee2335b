"""One practice's page: choose it; the answer; then five views of it, of which only the open one is drawn."""

from collections.abc import Callable

import streamlit as st

from shcares.ui import filters, keep, links, router
from shcares.ui.filters import Choice
from shcares.ui.places.names import practice_labels, practice_order
from shcares.ui.places.practice import every, fate, hiding, history, known, others, patients, registers, standing
from shcares.ui.places.practice.answer import answer_html, show_answer
from shcares.ui.present import take_away

VIEWS: dict[str, Callable[[str, Choice], None]] = {
    "Its registers": registers.show_registers,
    "Its list": history.show_history,
    "Where its patients live": patients.show_patients,
    "Names and doubts": known.show_known,
    "All practices of the plan": every.show_every,
}

_FIRST = "first_practice"
_KEYS = ("practice", "part_of_practice")


def show_practice() -> None:
    """Choose a practice; all there is to know of it."""
    choice = filters.current()
    keep.restore(router.PRACTICES.address, *_KEYS)
    order = practice_order(choice.area_code)
    _follow_area(order[0])
    with st.container(horizontal=True, vertical_alignment="bottom", key="practice-choice"):
        code = st.selectbox(
            "Practice, by any of its names or its code",
            order,
            format_func=practice_labels().__getitem__,
            key="practice",
            bind="query-params",
            width=560,
            help="Places are not searched here: the locality map finds them. The practices of the area chosen above "
            "come first.",
        )
        _ties(code)
        take_away.show_sheet(code, choice.scheme)
    show_answer(code, choice.scheme)
    tabs = st.tabs(list(VIEWS), key="part_of_practice", bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                show(code, choice)
    keep.save(router.PRACTICES.address, *_KEYS)


def _follow_area(first: str) -> None:
    """Nobody has chosen a practice while the first of the list is shown: then another area shows its own first.

    The address does not name the first, so that it would show another practice than the one on the page.
    """
    before = st.session_state.get(_FIRST, first)
    if before != first and st.session_state.get("practice") == before:
        st.session_state["practice"] = first
    st.session_state[_FIRST] = first


def _ties(code: str) -> None:
    """One click to where its patients went, came from, or may have gone."""
    ties = [(tie.code, f"Went to: {tie.name}", "arrow_forward") for tie in fate.successors(code)]
    ties += [(tie.code, f"Took in: {tie.name}", "arrow_back") for tie in fate.predecessors(code)]
    ties += [(step.code, f"At its postcode: {step.name}", "arrow_forward") for step in fate.beside(code)]
    for other, label, icon in ties:
        links.show_choice(label, {"practice": other}, key=f"practice-to-{other}", icon=f":material/{icon}:")


def warm() -> None:
    """Every practice's first screen, and the first view of the one that each area opens with."""
    scheme = next(iter(filters.SCHEMES))
    for code in practice_labels():
        answer_html(code, scheme)
        standing.others(code)
    for area_code in filters.area_options():
        first = practice_order(area_code)[0]
        registers.registers_figure(first)
        others.others_figure(first, scheme)
    hiding.all_shown()
    every.of_plan()
