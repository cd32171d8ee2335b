"""How old a figure is said to be: in whole years, beside the newest data."""

from datetime import date

import pytest

from shcares.ui import freshness, reads
from shcares.ui.registers.offered import age_sentence, of_communities


def _before(years: int, days: int = 0) -> date:
    newest = reads.build_info().data_date
    assert newest is not None
    return date.fromordinal(newest.replace(year=newest.year - years).toordinal() - days)


@pytest.mark.parametrize(
    ("years", "days", "said"),
    [
        (5, 1, "2020/21, over five years ago"),
        (5, 0, "2020/21, over four years ago"),
        (3, 1, "2020/21, over three years ago"),
        (3, 0, "2020/21"),
        (0, 30, "2020/21"),
    ],
)
def test_an_old_figure_says_its_age_in_whole_years(years: int, days: int, said: str) -> None:
    assert freshness.dated("2020/21", _before(years, days)) == said


def test_a_period_that_ends_after_the_newest_data_is_not_old() -> None:
    assert freshness.years_old(_before(0, -40)) == 0


def test_a_sentence_on_many_registers_names_the_age_of_the_youngest_old_one_and_of_the_oldest() -> None:
    shown = of_communities()
    ages = sorted(freshness.years_old(held.ends) for held in shown if freshness.is_old(held.ends))
    assert len(set(ages)) > 1
    said = age_sentence(shown)
    assert said.startswith(f"The figures of {len(ages)} of these {len(shown)} indicators are ")
    assert freshness.age(max(held.ends for held in shown if freshness.is_old(held.ends))) in said
    assert f"the oldest over {freshness.age(min(held.ends for held in shown)).split()[1]}." in said
