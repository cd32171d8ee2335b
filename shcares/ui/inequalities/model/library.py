"""Ways from the model into the indicator library."""

from collections.abc import Iterable

import streamlit as st

from shcares.ui import reads, router


def show_in_library(indicator_ids: Iterable[str]) -> None:
    """A link to each of these: what it means, how it is worked out, every value."""
    for each in indicator_ids:
        st.page_link(
            router.path_of(router.LIBRARY),
            label=reads.indicator(each)["name"],
            icon=router.LIBRARY.icon,
            query_params={"indicator": each},
        )
