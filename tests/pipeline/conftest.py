"""A copy of the small data folder for each test."""

import shutil
from pathlib import Path

import pytest

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy = tmp_path / "data"
    shutil.copytree(SMALL, copy)
    return copy
