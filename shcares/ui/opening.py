"""The open store: built at first need with a progress bar; the last good one where the data has faults."""

from pathlib import Path

import streamlit as st

from shcares.domain.errors import DataError
from shcares.pipeline import build, latest_store, store_path
from shcares.store.connection import Store, open_store

DATA = Path(__file__).resolve().parents[2] / "data"


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of today's data."""
    path = store_path(DATA)
    return open_store(path if path.exists() else _built())


def _built() -> Path:
    bar = st.progress(0.0, text="Preparing the figures, once after each change of the data")

    def report(step: str, share: float) -> None:
        bar.progress(share, text=f"Preparing the figures: {step}")

    try:
        return build(DATA, progress=report)
    except DataError as error:
        last_good = latest_store(DATA)
        if last_good is None:
            st.error(f"The data has {len(error.problems)} faults. `python -m shcares check` names each of them.")
            st.stop()
        return last_good
    finally:
        bar.empty()
