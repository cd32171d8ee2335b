"""The practices of a care community on every practice indicator: higher, lower, or no telling."""

from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.style import sentences
from shcares.ui import figures, filters, lineage, reads
from shcares.ui.filters import Choice
from shcares.ui.registers import banded
from shcares.ui.registers.bars import bars_figure
from shcares.ui.registers.figures import practices_figure
from shcares.ui.registers.offered import FIRST, names, unheld, year_names
from shcares.ui.registers.profile import profile_figure
from shcares.ui.registers.register import register

_YEAR = "register_year"


def show_practices(choice: Choice) -> None:
    """Choose an indicator and a year; the answer, the practices in bars and funnel, all indicators at once."""
    indicator_id, year = _chosen()
    st.header(_answer(indicator_id, year, choice.area_code), anchor=False)
    st.html(f"<p class='shc-lead'>{escape(_reading(indicator_id, year, choice.area_code))}</p>")
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if choice.comparator_code != areas.ENGLAND:
            named = sentences.the(choice.comparator)
            filters.not_here(f"No practice figure is held for {named}, so England stands beside St Helens.")
        if unheld():
            filters.not_here(f"Not to be chosen, as no practice has a figure: {sentences.listed(list(unheld()))}.")
    bars, funnel = st.container(key="practices-pair").columns(2, gap="medium")
    with bars:
        figures.show(bars_figure(indicator_id, year, choice.area_code, choice.scheme))
    with funnel:
        if register(indicator_id, year).has_funnel:
            figures.show(practices_figure(indicator_id, choice.area_code, year))
        else:
            filters.not_here(banded.why_no_funnel(register(indicator_id, year)))
    with st.container(key="practices-profile"):
        figures.show(profile_figure(choice.area_code))


def _chosen() -> tuple[str, str]:
    """The indicator and the year, both kept in the address; a year that is not held falls back to the first."""
    offered = names()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        indicator_id = st.selectbox(
            "Practice indicator",
            list(offered),
            index=list(offered).index(FIRST),
            format_func=offered.__getitem__,
            key="register_of_practices",
            bind="query-params",
            width=480,
            help="Type to search. Those with intervals come first.",
        )
        years = year_names(indicator_id)
        if st.session_state.get(_YEAR, next(iter(years))) not in years:  # else the address goes on naming that year
            st.session_state[_YEAR] = next(iter(years))
        year = st.selectbox(
            "Year",
            list(years),
            format_func=years.__getitem__,
            key=_YEAR,
            bind="query-params",
            width=240,
            help="Years with intervals come first; without one nobody can tell a difference from chance.",
        )
    return indicator_id, year


@lineage.remember()
def _answer(indicator_id: str, year: str, area_code: str) -> str:
    return banded.answer(register(indicator_id, year), area_code)


@lineage.remember()
def _reading(indicator_id: str, year: str, area_code: str) -> str:
    return banded.reading(register(indicator_id, year), area_code)


def warm() -> None:
    """Ask what the first visitor of each community sees."""
    year = next(iter(year_names(FIRST)))
    scheme = next(iter(filters.SCHEMES))
    for area_code in (areas.ST_HELENS, *reads.networks()["area_code"]):
        _answer(FIRST, year, area_code)
        _reading(FIRST, year, area_code)
        bars_figure(FIRST, year, area_code, scheme)
        practices_figure(FIRST, area_code, year)
        profile_figure(area_code)
