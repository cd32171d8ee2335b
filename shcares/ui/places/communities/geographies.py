"""Three ways to count the same people: registered, resident in the community's place, resident in the borough."""

import streamlit as st

from shcares.domain import areas
from shcares.ui import figures
from shcares.ui.filters import Choice
from shcares.ui.places.communities import answer, contested, counts, crossed, differences, overlap


def show_geographies(choice: Choice) -> None:
    """The counts and what each is for, the table of lists by places, the contested places, lists beside residents."""
    code = choice.area_code
    answer.show_not_compared(choice)
    figures.show(counts.counts_figure(code))
    figures.show(crossed.crossed_figure(code))
    with st.container(key="communities-edges"):
        left, right = st.columns(2, gap="large")
        with left:
            figures.show(contested.contested_figure(code))
        with right:
            figures.show(differences.differences_figure(code))


def warm() -> None:
    """Ask what this view shows, of the borough and of each community."""
    for code in (areas.ST_HELENS, *overlap.codes()):
        counts.counts_figure(code)
        crossed.crossed_figure(code)
        contested.contested_figure(code)
        differences.differences_figure(code)
