"""The small copy of the data is made once; every test that breaks it gets its own."""

import shutil
from pathlib import Path

import pytest

from tests.catalogue.data_copy import DataCopy, shipped_catalogue, trim


@pytest.fixture(scope="session")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trim(shipped_catalogue(), tmp_path_factory.mktemp("small") / "data")


@pytest.fixture
def data(small_data: Path, tmp_path: Path) -> DataCopy:
    return DataCopy(Path(shutil.copytree(small_data, tmp_path / "data")))
