"""The three filters every page shares, kept in the URL: area, comparator, colours."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from shcares.domain import areas
from shcares.style.palette import Scheme
from shcares.ui import reads

COMPARATORS = {areas.ENGLAND: "England", areas.NORTH_WEST: "North West", areas.CITY_REGION: "Liverpool City Region"}
SCHEMES = {Scheme.SAFE: "Colour-blind safe", Scheme.RAG: "Red, amber, green", Scheme.MONO: "Black and white, for print"}


@dataclass(frozen=True)
class Choice:
    """What the viewer has chosen in the filter bar."""

    area_code: str
    area: str
    comparator_code: str
    comparator: str
    scheme: Scheme

    @property
    def is_borough(self) -> bool:
        """Whether the whole borough is chosen rather than one care community."""
        return self.area_code == areas.ST_HELENS


def area_options() -> dict[str, str]:
    """The borough, then its four care communities by name."""
    networks = reads.networks()
    return {areas.ST_HELENS: "St Helens"} | dict(zip(networks["area_code"], networks["short_name"], strict=True))


def show_filters() -> Any:
    """Draw the bar and answer it; a value that the URL spells wrongly falls back to the default."""
    names = area_options()
    bar = st.container(horizontal=True, vertical_alignment="bottom", key="filters")
    with bar:
        st.selectbox(
            "Area",
            list(names),
            format_func=names.__getitem__,
            key="area",
            bind="query-params",
            width=240,
            help="The whole borough, or the patients of one care community's practices.",
        )
        st.selectbox(
            "Compare with",
            list(COMPARATORS),
            format_func=COMPARATORS.__getitem__,
            key="compare",
            bind="query-params",
            width=240,
            help="Better, similar and worse are said against this area.",
        )
        st.selectbox(
            "Colours",
            list(SCHEMES),
            format_func=SCHEMES.__getitem__,
            key="colours",
            bind="query-params",
            width=220,
            help="Words and icons stay the same in every scheme.",
        )
    return bar


def current() -> Choice:
    """The filters as chosen now."""
    area, comparator = st.session_state["area"], st.session_state["compare"]
    return Choice(area, area_options()[area], comparator, COMPARATORS[comparator], Scheme(st.session_state["colours"]))


def not_here(reason: str) -> None:
    """Say quietly that a chosen filter does not change this page, and why."""
    st.markdown(f":material/info: {reason}")
