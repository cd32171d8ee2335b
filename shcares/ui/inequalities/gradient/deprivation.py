"""The view of deprivation itself: how many people live in each tenth of England, by edition, domain and list."""

import streamlit as st

from shcares.domain import areas
from shcares.ui import figures, filters, links, reads, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient import deprivation_figures as drawn
from shcares.ui.inequalities.gradient.ranks import ranks_figure
from shcares.ui.inequalities.gradient.residents import BASES, OVERALL, PATIENTS_EDITION, Basis, by_label, domains_of

_INDEX, _DOMAIN = "gradient_index", "gradient_domain"
KEYS = (_INDEX, _DOMAIN)


def show_deprivation(choice: Choice) -> None:
    """The chosen edition and domain in columns beside the borough's ranks; then all domains, editions and lists."""
    basis, domain = _chosen()
    _show_notes(choice, basis)
    left, right = st.container(key="gradient-tenths").columns([3, 2], gap="large")
    with left:
        figures.show(drawn.tenths_figure(choice.area_code, basis, domain))
        links.show_link(router.MAP, "See the neighbourhoods on the locality map", {}, icon=router.MAP.icon)
    with right:
        figures.show(ranks_figure())
    figures.show(drawn.domains_figure(basis))
    figures.show(drawn.editions_figure())
    figures.show(drawn.lists_figure(choice.area_code, _of_patients(domain)))


def _chosen() -> tuple[Basis, str]:
    """Edition with its count of residents, and domain; a domain that the edition lacks gives way to the overall."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = st.selectbox(
            "Index and count of residents",
            list(by_label()),
            key=_INDEX,
            bind="query-params",
            width=360,
            help="The 2015 and 2010 editions are held for the overall index only.",
        )
        basis = by_label()[label]
        held = domains_of(basis.edition)
        if st.session_state.get(_DOMAIN, OVERALL) not in held:
            st.session_state[_DOMAIN] = OVERALL
        domain = st.selectbox(
            "Domain", list(held), format_func=held.__getitem__, key=_DOMAIN, bind="query-params", width=320
        )
    return basis, domain


def _show_notes(choice: Choice, basis: Basis) -> None:
    """What the filter bar does and does not change here, in a place that is always there."""
    with st.container():
        if not choice.is_borough and basis.edition != PATIENTS_EDITION:
            filters.not_here(
                f"{choice.area}’s patients are known by neighbourhoods of 2011, so only with the index of "
                f"{PATIENTS_EDITION}; St Helens residents are shown."
            )
        if choice.comparator_code != areas.ENGLAND:
            filters.not_here("Tenths are of England’s neighbourhoods, so England stands behind every figure here.")


def _of_patients(domain: str) -> str:
    return domain if domain in domains_of(PATIENTS_EDITION) else OVERALL


def warm() -> None:
    """Ask what a first visitor sees."""
    ranks_figure()
    drawn.editions_figure()
    for basis in BASES[:2]:
        drawn.domains_figure(basis)
    for area_code in (areas.ST_HELENS, *reads.networks()["area_code"]):
        drawn.tenths_figure(area_code, BASES[0], OVERALL)
        drawn.lists_figure(area_code, OVERALL)
