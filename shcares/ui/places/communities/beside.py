"""The four care communities side by side, and what changed between two years."""

from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.style import sentences
from shcares.ui import figures, filters, reads
from shcares.ui.filters import Choice
from shcares.ui.places.communities.changed import change_answer, changes_figure
from shcares.ui.places.communities.levels import level_answer, levels_figure
from shcares.ui.places.communities.spans import spans


def show_beside(choice: Choice) -> None:
    """Where each community stands on every indicator; then what changed."""
    st.header(level_answer(choice.area_code), anchor=False)
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if choice.comparator_code != areas.ENGLAND:
            named = sentences.the(choice.comparator)
            filters.not_here(f"No figure of practices is held for {named}, so England stands beside St Helens.")
    figures.show(levels_figure(choice.area_code, choice.scheme))
    st.subheader("What changed between two years", anchor=False)
    span = st.segmented_control(
        "Two years",
        list(spans()),
        key="communities_years",
        default=next(iter(spans())),
        required=True,
        bind="query-params",
        help="Only years with counts of the communities, and never across a change of definition.",
    )
    st.html(f"<p class='shc-lead'>{escape(change_answer(span, choice.area_code))}</p>")
    figures.show(changes_figure(span, choice.area_code, choice.scheme))


def warm() -> None:
    """Ask what the first visitor of each community sees."""
    span, scheme = next(iter(spans())), next(iter(filters.SCHEMES))
    for area_code in (areas.ST_HELENS, *reads.networks()["area_code"]):
        level_answer(area_code)
        levels_figure(area_code, scheme)
        change_answer(span, area_code)
        changes_figure(span, area_code, scheme)
