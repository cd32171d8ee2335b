"""What a viewer has picked, worked out: the rows, the areas with their names, and who among them is ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import judge, why_not_compared
from shcares.style import formats, sentences
from shcares.style.palette import ACCENT, COMPARATOR, NETWORK
from shcares.ui import indicator_words as words
from shcares.ui import reads
from shcares.ui.explore import held
from shcares.ui.filters import COMPARATORS


@dataclass(frozen=True)
class Picked:
    """An indicator, areas as codes and groups, whom they are compared with, whose figures, from when to when."""

    indicator_id: str
    chosen: tuple[str, ...]
    comparator_code: str
    who: str = ""
    first: str = ""
    last: str = ""

    @property
    def about(self) -> dict[str, Any]:
        """The indicator's declaration."""
        return reads.indicator(self.indicator_id)

    @cached_property
    def member(self) -> held.Member | None:
        """Whose figures they are."""
        return held.member(self.indicator_id, self.who)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The values of the periods, of every area."""
        return held.between(self.indicator_id, self.who, self.first, self.last)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of the areas, as far as they are held."""
        return held.codes_of(self.indicator_id, self.who, self.chosen)

    @cached_property
    def names(self) -> dict[str, str]:
        """Every area held by its name."""
        return held.area_labels(self.indicator_id, self.who)

    @cached_property
    def ours(self) -> str:
        """The area that stands out: St Helens where it is among them, else the first; empty where none is held."""
        codes = self.codes
        return areas.ST_HELENS if areas.ST_HELENS in codes else next(iter(codes), "")

    @property
    def comparator(self) -> str:
        """The comparator's name."""
        return COMPARATORS[self.comparator_code]

    @cached_property
    def missing(self) -> list[str]:
        """The names of areas asked for that are not held at all."""
        known = held.groups(self.indicator_id, self.who)
        gone = [code for code in self.chosen if code not in self.names and code not in (*known, *held.GROUPS)]
        return [reads.area_name(code) for code in gone]

    @property
    def title(self) -> str:
        """The indicator, and whose figures where they are not its main ones."""
        return f"{self.about['name']}{self.whose}"

    @cached_property
    def whose(self) -> str:
        """`, women, aged 65 and over`; empty of the indicator's main series."""
        one = self.member
        main = next(iter(held.members(self.indicator_id).values()), None)
        return f", {one.label[:1].lower()}{one.label[1:]}" if one is not None and one != main else ""

    @property
    def polarity(self) -> Polarity:
        """Which end of the scale is good."""
        return Polarity(self.about["polarity"])

    def of(self, area_code: str) -> pd.DataFrame:
        """One area's values, oldest first."""
        rows = self.rows
        return rows[rows["area_code"] == area_code]

    def at(self, area_code: str, period: str) -> float | None:
        """One area's value in one period; None where none is held."""
        rows = self.of(area_code)
        found = rows.loc[rows["period"] == period, "value"]
        return float(found.iloc[-1]) if len(found) else None

    def short(self, value: float | None) -> str:
        """A value as short as it can be said."""
        return formats.short_quantity(value, self.about["unit"], self.about["decimals"])

    def full(self, value: float) -> str:
        """A value with its unit."""
        return words.value_in_words(value, self.about)

    def when(self, period: str) -> str:
        """A period written out."""
        return formats.period(period, self.about["year_type"])

    def colour(self, area_code: str) -> str:
        """The hue of a care community, the accent of ours, the comparators' grey of all others."""
        return NETWORK.get(area_code) or (ACCENT if area_code == self.ours else COMPARATOR)

    def judged(self, row: dict[Any, Any], benchmark: float | None) -> tuple[Judgement, str]:
        """How a row stands against a benchmark, and that in words, with the reason where it cannot be said."""
        if row["area_code"] == self.comparator_code:
            return Judgement.NOT_COMPARED, "the comparator itself"
        numbers = (row["value"], row["lower_ci"], row["upper_ci"], benchmark)
        judgement = judge(*numbers, polarity=self.polarity)
        if judgement is not Judgement.NOT_COMPARED:
            return judgement, sentences.against(judgement, self.comparator)
        why = "no comparator value held" if benchmark is None else "not tested: no interval held"
        return judgement, why if why_not_compared(*numbers) else ""

    def gone_words(self) -> tuple[str, ...]:
        """That areas asked for are not held, where there are any."""
        if not self.missing:
            return ()
        return (f"No value is held for {sentences.listed(self.missing)}.",)


def source_of(one: Picked, rows: pd.DataFrame) -> str:
    """Where rows come from."""
    return words.sources_of(rows, one.about)


def method_of(one: Picked, rows: pd.DataFrame) -> str:
    """How their values were made."""
    return words.method_of(one.about, rows)


def listed_areas(names: Sequence[str], most: int = 8) -> str:
    """`A, B and C`; of many only how many they are."""
    return sentences.listed(list(names)) if len(names) <= most else sentences.count_words(len(names), "area")
