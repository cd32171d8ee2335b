"""View: an indicator of GP practices against the deprivation of each practice's own patients."""

from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.style import sentences
from shcares.ui import figures, filters, links, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient import practices_words as words
from shcares.ui.inequalities.gradient.practices_figure import AT_ENDS, OFF_LINE, practices_figure
from shcares.ui.inequalities.gradient.practices_scores import names, practices
from shcares.ui.registers.offered import FIRST

_INDICATOR = "practices_against_deprivation"
KEYS = (_INDICATOR,)


def show_gradient_practices(choice: Choice) -> None:
    """Choose an indicator; how closely it follows deprivation, what that does not mean, the scatter."""
    offered = names()
    indicator_id = st.selectbox(
        "Indicator of practices",
        list(offered),
        index=list(offered).index(FIRST),
        format_func=offered.__getitem__,
        key=_INDICATOR,
        bind="query-params",
        width=480,
        help="Type to search. Those with intervals come first.",
    )
    st.header(words.answer(indicator_id), anchor=False)
    st.html(f"<p class='shc-lead'>{escape(words.WARNING)}</p>")
    figures.show(practices_figure(indicator_id, choice.area_code))
    _show_practices(indicator_id)
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if choice.comparator_code != areas.ENGLAND:
            named = sentences.the(choice.comparator)
            filters.not_here(f"Practices are compared with each other here, so {named} does not change it.")


def _show_practices(indicator_id: str) -> None:
    """A link to each named practice."""
    shown = practices(indicator_id)
    known = dict(zip(shown.pairs["code"], shown.pairs["name"], strict=True))
    st.markdown("**Look at the named practices**")
    with st.container(horizontal=True, key="gradient-practice-links"):
        for code, why in shown.named(at_ends=AT_ENDS, off_line=OFF_LINE).items():
            links.show_link(router.PRACTICES, f"{known[code]}: {why}", {"practice": code}, icon=router.PRACTICES.icon)


def warm_practices() -> None:
    """Make the first indicator as each area has it, and the answer of every indicator."""
    for area_code in filters.area_options():
        practices_figure(FIRST, area_code)
    for indicator_id in names():
        words.answer(indicator_id)
