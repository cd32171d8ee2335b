"""The data that is shipped is without fault."""

from pathlib import Path

import pytest

from shcares.catalogue import Catalogue, check_catalogue, read_catalogue
from shcares.domain.vocabulary import Asks

ASKED = {
    "below": Asks.BELOW,
    "best borough in Merseyside": Asks.BEST,
    "Halve": Asks.CHANGE_PERCENT,
    "by 10%": Asks.CHANGE_PERCENT,
    "by 25%": Asks.CHANGE_PERCENT,
    "by 2 years": Asks.CHANGE_UNITS,
}
DATA = Path(__file__).resolve().parents[2] / "data"


def test_the_shipped_data_passes_the_check() -> None:
    assert [str(problem) for problem in check_catalogue(DATA)] == []


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(DATA)


def test_no_two_indicators_could_be_taken_for_each_other_by_name(catalogue: Catalogue) -> None:
    plain = [
        "".join(letter for letter in indicator.name.lower() if letter.isalnum()) for indicator in catalogue.indicators
    ]
    assert len(plain) == len(set(plain))


def test_what_a_measure_asks_is_what_its_printed_words_say(catalogue: Catalogue) -> None:
    by_words = {
        measure.id: kind for measure in catalogue.measures for words, kind in ASKED.items() if words in measure.printed
    }
    asked = {measure.id: measure.asks for measure in catalogue.measures if measure.asks is not Asks.NOTHING}
    # Measure 1.5 prints no aim: commitment 5 of its objective asks for the best of the city region.
    assert asked == {**by_words, "1.5": Asks.BEST}


def test_every_priority_has_supporting_indicators_and_registers_and_not_too_many_to_read(catalogue: Catalogue) -> None:
    assert [around.id for around in catalogue.supporting] == [priority.id for priority in catalogue.priorities]
    for around in catalogue.supporting:
        assert 10 <= sum(len(group.indicators) for group in around.group) <= 24
        assert 3 <= len(around.group) <= 4
        assert around.register


def test_no_supporting_indicator_is_an_old_copy_or_the_series_of_a_measure_above_it(catalogue: Catalogue) -> None:
    known = {indicator.id: indicator for indicator in catalogue.indicators}
    for around in catalogue.supporting:
        named = [known[name] for group in around.group for name in group.indicators]
        measured = {measure.indicator for measure in catalogue.measures if measure.priority == around.id}
        assert [item.id for item in named if item.superseded_by or not item.headline_set or item.id in measured] == []


def test_no_supporting_indicator_stands_beside_a_copy_of_itself(catalogue: Catalogue) -> None:
    definitions = {indicator.id: indicator.definition for indicator in catalogue.indicators}
    for around in catalogue.supporting:
        said = [definitions[name] for group in around.group for name in group.indicators]
        assert len(said) == len(set(said))
