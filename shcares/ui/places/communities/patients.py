"""Who the patients are: how many over time, their ages, their deprivation, where they live."""

import streamlit as st

from shcares.domain import areas
from shcares.style.palette import Scheme
from shcares.ui import figures
from shcares.ui.filters import Choice
from shcares.ui.places.communities import ages, answer, deprived, homes_map, lived, overlap, population


def show_patients(choice: Choice) -> None:
    """The list over time beside its ages, the deprivation of all four lists, and where the patients live."""
    code = choice.area_code
    answer.show_not_compared(choice)
    with st.container(key="communities-people"):
        left, right = st.columns(2, gap="large")
        with left:
            figures.show(population.population_figure(code))
        with right:
            figures.show(ages.ages_figure(code))
    figures.show(deprived.deprived_figure(code))
    with st.container(key="communities-homes-pair"):
        left, right = st.columns(2, gap="large")
        with left:
            figures.show(homes_map.map_figure(code, choice.scheme))
        with right:
            figures.show(lived.lives_figure(code))
            figures.show(lived.serves_figure(code))


def warm() -> None:
    """Ask what this view and the page's answer show, of the borough and of each community."""
    for code in (areas.ST_HELENS, *overlap.codes()):
        answer.answer(code)
        population.population_figure(code)
        ages.ages_figure(code)
        deprived.deprived_figure(code)
        homes_map.map_figure(code, Scheme.SAFE)
        lived.lives_figure(code)
        lived.serves_figure(code)
