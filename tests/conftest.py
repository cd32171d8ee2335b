"""What every test run does once."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _stores_are_closed_at_the_end() -> Iterator[None]:
    """DuckDB complains at the interpreter's end of connections that are still open."""
    yield
    import streamlit as st

    from shcares.store.connection import close_stores

    st.cache_data.clear()
    st.cache_resource.clear()
    close_stores()
