"""What the store answers to everyday questions, worked out here anew and written as the screens write figures."""

import tomllib
from collections.abc import Callable
from typing import Any

import pandas as pd

from shcares.domain.areas import ENGLAND, ST_HELENS, UPPER_TIER_GROUP
from shcares.domain.vocabulary import AreaType
from shcares.stats.relations import correlation as pearson
from shcares.store import queries
from shcares.store.connection import Store
from shcares.style import formats, glossary
from tests.app.conftest import ROOT
from tests.app.everyday_screen import THEN

STORIES = ROOT / "data" / "strategy" / "stories"
Asked = Callable[[Store], str | list[str]]


def then(*parts: str) -> str:
    """An answer of several parts, in the order they stand in."""
    return THEN.join(parts)


def day(when: Any) -> str:
    """A date as it stands on the screen."""
    return formats.day(pd.Timestamp(when).date())


def share(part: float, whole: float) -> str:
    """A percentage with one decimal."""
    return f"{formats.number(part / whole * 100, 1)}%"


def one(frame: pd.DataFrame, **where: Any) -> Any:
    """The only row with these values."""
    for name, value in where.items():
        frame = frame[frame[name] == value]
    assert len(frame) == 1, f"{len(frame)} rows with {where}"
    return next(frame.itertuples(index=False))


def latest(store: Store, indicator: str, area: str = ST_HELENS, sex: str | None = None) -> Any:
    """The newest headline value of an area: of one sex where they are published apart."""
    rows = queries.observations(store, [indicator], [area], headline_only=True).dropna(subset=["value"])
    return list(rows[rows["sex"] == (sex or rows["sex"].iloc[0])].sort_values("period_end").itertuples(index=False))[-1]


def written(row: Any) -> str:
    """A value with its sign or unit, as in a sentence."""
    return formats.quantity(row.value, row.unit_label, int(row.decimals), row.unit)


def short(row: Any) -> str:
    """A value with its unit only where that is one sign."""
    return formats.short_quantity(row.value, row.unit, int(row.decimals))


def interval_of(indicator: str, sex: str | None = None) -> Asked:
    """The newest value with its 95 % interval, and England's."""

    def answer(store: Store) -> str:
        row = latest(store, indicator, sex=sex)
        bounds = formats.interval(row.lower_ci, row.upper_ci, int(row.decimals))
        return then(short(row), formats.period(row.period), bounds, short(latest(store, indicator, ENGLAND, sex)))

    return answer


def worse_than_england(indicator: str) -> Asked:
    """The difference of the figures as shown, one for the worse: the whole interval lies beyond England."""

    def answer(store: Store) -> str:
        here, there = latest(store, indicator), latest(store, indicator, ENGLAND)
        above = here.value > there.value
        shown = [round(row.value, int(row.decimals)) for row in (here, there)]
        assert here.lower_ci > there.value if above else here.upper_ci < there.value
        gap = formats.number(abs(shown[0] - shown[1]), int(here.decimals))
        side = "above" if above else "below"
        return then(gap, f"{side} England ({short(there)}): worse than England")

    return answer


def around_england(indicator: str, sex: str | None = None) -> Asked:
    """The newest value and England's of the same time."""

    def answer(store: Store) -> str:
        here, there = latest(store, indicator, sex=sex), latest(store, indicator, ENGLAND, sex)
        assert here.period == there.period
        return then(short(here), short(there))

    return answer


def of_indicator(told: Callable[[Any], str], indicator: str) -> Asked:
    """Something the library says of an indicator."""
    return lambda store: told(one(queries.indicators(store), indicator_id=indicator))


def definition(indicator: str) -> Asked:
    """What it counts."""
    return of_indicator(lambda row: then("What it counts", row.definition), indicator)


def published(indicator: str) -> Asked:
    """Who publishes an indicator, under which licence, and when the next figures are due."""

    def answer(store: Store) -> list[str]:
        row = one(queries.indicators(store), indicator_id=indicator)
        return [then("Publisher", row.publisher), then("Licence", row.licence), then("Next due", day(row.next_due))]

    return answer


def edition(indicator: str) -> Asked:
    """The source of an indicator with the release that its newest value was taken from."""

    def answer(store: Store) -> str:
        row = one(queries.indicators(store), indicator_id=indicator)
        return then("Source", row.publisher, row.dataset, row.release)

    return answer


def one_value(indicator: str, area: str, period: str, label: str = "") -> Asked:
    """One value as a table has it: area, period, value."""

    def answer(store: Store) -> str:
        rows = queries.observations(store, [indicator], headline_only=True)
        value = str(one(rows, area_short_name=area, period=period).value)
        return then(label, period, value) if label else then(area, period, value)

    return answer


def then_and_now(indicator: str) -> Asked:
    """The newest value and the first one held."""

    def answer(store: Store) -> str:
        rows = queries.observations(store, [indicator], [ST_HELENS], headline_only=True).dropna(subset=["value"])
        first, last = (list(rows.sort_values("period_end").itertuples(index=False))[place] for place in (0, -1))
        return then(f"{written(last)} in {last.period}", f"In {first.period} it was {written(first)}")

    return answer


def quarter_among_authorities(indicator: str) -> Asked:
    """In which quarter of England's upper-tier authorities the value lies, and between what they all lie."""

    def answer(store: Store) -> str:
        upper = upper_tier(store)
        own, rows = latest(store, indicator), queries.observations(store, [indicator], headline_only=True)
        values = rows.loc[(rows["period"] == own.period) & rows["area_code"].isin(upper), "value"].dropna()
        higher = (values > own.value).mean()
        names = ("highest quarter", "second highest quarter", "second lowest quarter", "lowest quarter")
        return then(f"St Helens has {written(own)}", names[int(higher * 4)])

    return answer


def upper_tier(store: Store) -> set[str]:
    """The codes of England's upper-tier authorities, those that one of them bore before among them."""
    now = set(queries.area_group(store, UPPER_TIER_GROUP)["area_code"])
    known = queries.areas(store, [AreaType.AUTHORITY])
    return now | set(known.loc[known["continued_as"].isin(now), "area_code"])


def extremes_in_city_region(indicator: str) -> Asked:
    """The lowest and the highest of the six authorities."""

    def answer(store: Store) -> str:
        codes = queries.area_group(store, "liverpool_city_region")["area_code"].tolist()
        rows = sorted((latest(store, indicator, code) for code in codes), key=lambda row: row.value)
        low, high = rows[0], rows[-1]
        return f"from {short(low)} in {low.area_short_name} to {short(high)} in {high.area_short_name}"

    return answer


def difference_from(indicator: str, area: str) -> Asked:
    """How far St Helens is from another authority, by arithmetic."""

    def answer(store: Store) -> str:
        here, there = latest(store, indicator), latest(store, indicator, area)
        gap = formats.number(abs(round(here.value - there.value, 6)), int(here.decimals))
        side = "above" if here.value > there.value else "below"
        return f"St Helens is {gap} percentage points {side} {there.area_short_name}"

    return answer


def correlation(first: str, second: str) -> Asked:
    """Pearson's r of two indicators over the upper-tier authorities that have both, each in its newest period."""

    def answer(store: Store) -> str:
        upper = upper_tier(store)

        def values(indicator: str) -> pd.Series:
            rows = queries.observations(store, [indicator], headline_only=True)
            rows = rows[(rows["period"] == latest(store, indicator).period) & rows["area_code"].isin(upper)]
            return rows.dropna(subset=["value"]).set_index("area_code")["value"]

        both = pd.concat([values(first), values(second)], axis=1, join="inner")
        found = pearson(both.iloc[:, 0], both.iloc[:, 1])
        return then(f"over {len(both)} upper-tier authorities", f"correlation is {formats.number(found.value, 2)}")

    return answer


def meaning(word: str) -> Asked:
    """What the glossary says a word means."""
    terms = {term.word: term for held in glossary.GROUPS.values() for term in held}
    return lambda _store: then(word, terms[word].meaning)


def slides_of(story: str) -> Asked:
    """How many slides a ready story has, by its own file."""

    def answer(_store: Store) -> str:
        told = tomllib.loads((STORIES / f"{story}.toml").read_text(encoding="utf-8"))
        return then(told["title"], f"{len(told['slides'])} slides")

    return answer
