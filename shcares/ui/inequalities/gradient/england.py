"""The view of England's published gradients, as context for the borough's own."""

from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.ui import figures, filters
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient.national import nationals
from shcares.ui.inequalities.gradient.national_figures import national_figure

_GRADIENT = "england_gradient"
KEYS = (_GRADIENT,)
_LEAD = "England’s figures, as context: none of them is published for St Helens by deprivation."


def show_england(choice: Choice) -> None:
    """Choose one of the published gradients and see it."""
    label = st.selectbox(
        "England’s published gradient",
        list(nationals()),
        key=_GRADIENT,
        bind="query-params",
        width=640,
        help="Every indicator published for England by tenth or fifth of deprivation, in its newest complete year.",
    )
    st.html(f"<p class='shc-lead'>{escape(_LEAD)}</p>")
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if not choice.is_borough or choice.comparator_code != areas.ENGLAND:
            filters.not_here("This view is of England, so neither area nor comparator changes it.")
    figures.show(national_figure(label))


def warm() -> None:
    """Ask what a first visitor sees."""
    label = next(iter(nationals()))
    national_figure(label)
