"""The open store: built at first need with a progress bar; the last good one where the data has faults."""

from functools import cache
from pathlib import Path

import streamlit as st

from shcares.domain.errors import DataError
from shcares.pipeline import build, latest_store, store_path
from shcares.pipeline.build import Progress
from shcares.store.connection import Store, open_store

DATA = Path(__file__).resolve().parents[2] / "data"


@cache
def store() -> Store:
    """The store of today's data, for the life of the process."""
    return open_store(_ready_path(lambda _step, _share: None))


def prepare() -> None:
    """Build the store on the page, with a bar, if no one has yet.

    Never inside a cached function: Streamlit would draw the bar again with every cached answer.
    """
    if store.cache_info().currsize or store_path(DATA).exists():
        return
    bar = st.progress(0.0, text="Preparing the figures, once after each change of the data")

    def report(step: str, share: float) -> None:
        bar.progress(share, text=f"Preparing the figures: {step}")

    try:
        _ready_path(report)
    except DataError as error:
        st.error(f"The data has {len(error.problems)} faults. `python -m shcares check` names each of them.")
        st.stop()
    finally:
        bar.empty()


def _ready_path(progress: Progress) -> Path:
    try:
        return build(DATA, progress=progress)
    except DataError:
        last_good = latest_store(DATA)
        if last_good is None:
            raise
        return last_good
