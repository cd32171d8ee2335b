"""The data that is shipped is without fault."""

from pathlib import Path

from shcares.catalogue import check_catalogue, read_catalogue

DATA = Path(__file__).resolve().parents[2] / "data"


def test_the_shipped_data_passes_the_check() -> None:
    assert [str(problem) for problem in check_catalogue(DATA)] == []


def test_no_two_indicators_could_be_taken_for_each_other_by_name() -> None:
    plain = [
        "".join(letter for letter in indicator.name.lower() if letter.isalnum())
        for indicator in read_catalogue(DATA).indicators
    ]
    assert len(plain) == len(set(plain))
