"""The data that is shipped is without fault."""

from pathlib import Path

from shcares.catalogue import check_catalogue

DATA = Path(__file__).resolve().parents[2] / "data"


def test_the_shipped_data_passes_the_check() -> None:
    assert [str(problem) for problem in check_catalogue(DATA)] == []
