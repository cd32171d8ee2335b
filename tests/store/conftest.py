"""One store built from the small data folder for all tests of the store."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from shcares.catalogue.read import read_catalogue
from shcares.pipeline import build
from shcares.pipeline.build import store_tables
from shcares.pipeline.declared import build_info_frame
from shcares.store.connection import Store

SMALL = Path(__file__).parents[1] / "pipeline" / "small"


@pytest.fixture(scope="session")
def store_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("store") / "data"
    shutil.copytree(SMALL, root)
    return build(root)


@pytest.fixture
def store(store_file: Path) -> Iterator[Store]:
    opened = Store(store_file)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def small_tables() -> dict[str, pd.DataFrame]:
    catalogue = read_catalogue(SMALL)
    info = build_info_frame("0123456789abcdef", datetime(2026, 4, 1, tzinfo=UTC), catalogue.sources)
    return {**store_tables(catalogue), "build_info": info}


@pytest.fixture
def tables(small_tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """One frame per table, for a test to change its own copy of the dict."""
    return dict(small_tables)
