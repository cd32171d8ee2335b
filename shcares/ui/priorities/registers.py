"""The Practices view: does a community's or a practice's register differ from St Helens, really or by chance?"""

from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.style import sentences
from shcares.ui import figures, filters, lineage, reads
from shcares.ui.filters import Choice
from shcares.ui.registers import words as said
from shcares.ui.registers.figures import networks_figure, practices_figure
from shcares.ui.registers.register import register

_STANDS_IN = {
    "resilient_communities": (
        "No register of frailty is among the figures held. These are conditions often found with it; "
        "none of them counts it."
    )
}


def show_registers(priority_id: str, choice: Choice) -> None:
    """Choose a register; the answer, the four communities and the funnel of their practices."""
    registers = {register(indicator_id).label: indicator_id for indicator_id in reads.registers(priority_id)}
    if not registers:
        st.markdown("No register of GP practices bears on this priority.")
        return
    if priority_id in _STANDS_IN:
        st.markdown(f":material/info: {_STANDS_IN[priority_id]}")
    label = st.segmented_control(
        "Register kept by GP practices",
        list(registers),
        key="register",
        default=next(iter(registers)),
        required=True,
        bind="query-params",
    )
    chosen = registers[label]
    st.header(_answer(chosen, choice.area_code), anchor=False)
    st.html(f"<p class='shc-sentence'>{escape(said.reading_note(register(chosen)))}</p>")
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if choice.comparator_code != areas.ENGLAND:
            named = sentences.the(choice.comparator)
            filters.not_here(f"No register is held for {named}, so England stands beside St Helens.")
    communities, practices = st.container(key="registers-pair").columns([2, 3], gap="medium")
    with communities:
        figures.show(networks_figure(chosen, choice.scheme))
    with practices:
        figures.show(practices_figure(chosen, choice.area_code))


@lineage.remember()
def _answer(indicator_id: str, area_code: str) -> str:
    return said.answer(register(indicator_id), area_code)
