"""View: early death, illness, mental health and loneliness of the borough's neighbourhoods against deprivation."""

from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.ui import figures, filters, links, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient import neighbourhoods_words as words
from shcares.ui.inequalities.gradient.neighbourhoods_figure import AT_ENDS, OFF_LINE, neighbourhoods_figure
from shcares.ui.inequalities.gradient.neighbourhoods_measures import (
    AGAINST,
    WHOLE,
    measures,
    neighbourhoods,
    place_on_map,
)
from shcares.ui.places.locality import choice as map_choice

_MEASURE, _AGAINST = "neighbourhood_figure", "neighbourhoods_against"
KEYS = (_MEASURE, _AGAINST)


def show_neighbourhoods(choice: Choice) -> None:
    """Choose a figure; how closely it follows deprivation, the scatter, and the way to each named place on the map."""
    indicator_id, domain = _chosen()
    measure, held = measures()[indicator_id], neighbourhoods(indicator_id, domain)
    st.header(words.answer(measure, held, domain), anchor=False)
    st.html(f"<p class='shc-lead'>{escape(words.circular(measure))}</p>")
    figures.show(neighbourhoods_figure(indicator_id, domain, choice.area_code))
    _show_places(indicator_id, domain)
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if choice.comparator_code != areas.ENGLAND:
            filters.not_here(f"This view is of places inside the borough, so {choice.comparator} does not change it.")


def _chosen() -> tuple[str, str]:
    """The figure and the domain, both kept in the address."""
    offered = measures()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        indicator_id = st.selectbox(
            "Figure of neighbourhoods",
            list(offered),
            format_func=lambda one: str(offered[one].about["name"]),
            key=_MEASURE,
            bind="query-params",
            width=480,
            help="Each stands against the edition of the index that it was made for.",
        )
        domain = st.segmented_control(
            "Deprivation by",
            list(AGAINST),
            format_func=AGAINST.__getitem__,
            default=WHOLE,
            required=True,
            key=_AGAINST,
            bind="query-params",
        )
    return indicator_id, str(domain)


def _show_places(indicator_id: str, domain: str) -> None:
    """A link to each named neighbourhood, on the map of the same figure."""
    held = neighbourhoods(indicator_id, domain)
    names = dict(zip(held.pairs["code"], held.pairs["name"], strict=True))
    figure = str(measures()[indicator_id].about["name"])
    st.markdown("**See the named places on the map**")
    with st.container(horizontal=True, key="gradient-places"):
        for code, why in held.named(at_ends=AT_ENDS, off_line=OFF_LINE).items():
            shown = {"shows": map_choice.KINDS[2], "small_area_figure": figure, "place": place_on_map()[code]}
            links.show_link(router.MAP, f"{names[code]}: {why}", shown, icon=router.MAP.icon)


def warm_neighbourhoods() -> None:
    """Put every figure beside income, and make the first figure as each area has it."""
    for measure in measures().values():
        words.circular(measure)
    for area_code in filters.area_options():
        neighbourhoods_figure(next(iter(measures())), WHOLE, area_code)
