"""Each key measure of the plan beside its own words and the published series, with the arithmetic written out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.records import Match
from shcares.domain.vocabulary import Asks, Unit
from shcares.stats import arithmetic
from shcares.stats.targets import Direction
from shcares.style import formats, sentences
from shcares.ui import lineage, reads
from shcares.ui import plan_check_series as published
from shcares.ui.measures import Latest, latest_of
from shcares.ui.plan_check_series import Held, plain

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_HALF = -50


class Following(Enum):
    """Whether a printed target follows from the printed words: a sign and the words for it."""

    FOLLOWS = ("=", "Follows from the words")
    DIFFERS = ("≠", "Differs from the words")
    UNCHECKED = ("?", "Cannot be checked")


class Open(Enum):
    """Why a target cannot be set against its words."""

    NO_NUMBER = "no number is printed as the target"
    NO_REGION = "no North West figure is held"
    NO_OTHERS = "no figures of the other boroughs are held"
    NO_AMOUNT = "the words name no amount"


MATCHES = {
    Match.YES: ("=", "Equals a published figure"),
    Match.OLD: ("=", "Equals an earlier year’s figure"),
    Match.NEAR: ("≈", "Close to a published figure"),
    Match.ROUNDS: ("≈", "A published figure rounds to it"),
    Match.MISMATCH: ("≠", "Equals a figure of another population"),
    Match.NOT_FOUND: ("≠", "Equals no published figure held"),
    Match.NONE: ("?", "No baseline is printed"),
}


@dataclass(frozen=True)
class Asked:
    """What the words ask, the arithmetic of it, and whether the target follows, or could by rounding alone."""

    words: str
    sums: str
    following: Following
    why: Open | None = None
    is_rounding: bool = False


@dataclass(frozen=True)
class Check:
    """One row of the plan's tables with everything the page says of it; `notes` are rows of the flags."""

    id: str
    priority: str
    objective: str
    printed: str
    baseline: str
    target: str
    asked: Asked
    change: str
    change_sums: tuple[str, ...]
    match: Match
    published: tuple[str, ...]
    latest: tuple[str, ...]
    publisher: str
    notes: tuple[Any, ...]

    @property
    def series(self) -> tuple[str, ...]:
        """What is published, line by line: each series with its own latest value where there are several."""
        if self.match is Match.MISMATCH:
            return tuple(f"{one}; {newest}" for one, newest in zip(self.published, self.latest, strict=True))
        return tuple(f"{line[:1].upper()}{line[1:]}" for line in (*self.published, *self.latest))


@lineage.remember()
def checks() -> tuple[Check, ...]:
    """Every row of the plan's key-measure tables, in the plan's order."""
    flags = reads.measure_flags()
    return tuple(
        _check(row, tuple(flags[flags["measure_id"] == row.measure_id].itertuples(index=False)))
        for row in reads.key_measures().itertuples(index=False)
    )


def _check(row: Any, notes: tuple[Any, ...]) -> Check:
    change, sums = _change(row)
    found = published.looked_at(row, _decimals(row.baseline_printed))
    newest = tuple(latest_of(one.indicator_id, areas.ENGLAND) for one in found)
    return Check(
        id=row.measure_id,
        priority=row.priority_title,
        objective=f"{row.objective}. {row.objective_text}" if isinstance(row.objective, str) else "",
        printed=row.printed,
        baseline=_text(row.baseline_printed),
        target=_text(row.target_printed),
        asked=_asked(row),
        change=change,
        change_sums=sums,
        match=Match(row.match),
        published=_published(row, found),
        latest=tuple(_newest(one, entries) for one, entries in zip(found, newest, strict=True)),
        publisher="; ".join(dict.fromkeys(entries[0].source for entries in newest)),
        notes=notes,
    )


def _newest(found: Held, newest: tuple[Latest, ...]) -> str:
    if found.period == newest[0].period:
        return "nothing newer is held"
    said = sentences.listed([f"{published.WHO.get(entry.sex, '')}{entry.text}" for entry in newest])
    return f"latest {said} in {newest[0].period}"


def _asked(row: Any) -> Asked:
    kind = Asks(row.asks_kind)
    if kind in (Asks.CHANGE_PERCENT, Asks.CHANGE_UNITS):
        return _asked_change(row, kind)
    if kind is Asks.BELOW:
        return _asked_below(row)
    if kind is Asks.BEST:
        return _asked_best(row)
    return _open("The words name no change", "", row, Open.NO_AMOUNT)


def _asked_change(row: Any, kind: Asks) -> Asked:
    wish, decimals = arithmetic.asked(row.baseline, kind, row.asks_amount), _decimals(row.target_printed)
    does = arithmetic.follows(_number(row.target), wish, decimals)
    words, step = _amount(row, kind)
    if wish is None or does is None:
        return _open(words, "", row, Open.NO_AMOUNT)
    start, goal = _figure(row.baseline_printed), _figure(row.target_printed)
    sums = f"{start} {step} = {plain(wish)}"
    if does:
        return Asked(words, f"{sums}; the target is {goal}", Following.FOLLOWS)
    prints = formats.number(wish, decimals)
    sums += f"{f', which prints as {prints}' if prints != plain(wish) else ''}; the target is {goal}"
    reach = arithmetic.rounding_reach(row.baseline, kind, row.asks_amount, _decimals(row.baseline_printed))
    if reach and arithmetic.is_within_reach(_number(row.target), reach, decimals):
        low, high = (plain(end) for end in reach)
        sums += f". A baseline that prints as {start} gives {low} to {high}, so rounding could give {goal}"
        return Asked(words, sums, Following.DIFFERS, is_rounding=True)
    return Asked(words, sums, Following.DIFFERS)


def _amount(row: Any, kind: Asks) -> tuple[str, str]:
    amount = row.asks_amount
    if kind is Asks.CHANGE_UNITS:
        sign, way = ("+", "more") if amount > 0 else ("−", "less")
        return f"{plain(abs(amount))} {row.unit} {way}", f"{sign} {plain(abs(amount))}"
    step = f"× {plain(1 + amount / 100)}"
    if amount == _HALF:
        return "Halve", step
    return f"A {'rise' if amount > 0 else 'fall'} of {plain(abs(amount))}%", step


def _asked_below(row: Any) -> Asked:
    words, target = f"To be below the {reads.area_name(row.asks_area)} average", _number(row.target)
    found = published.looked_at(row, _decimals(row.baseline_printed))
    region = published.held(found[0].indicator_id, row.asks_area, row.baseline_period) if found else None
    does = arithmetic.is_below(target, region.values[0]) if region else None
    if does is None or region is None:
        return _open(words, f"{region.area} {region.text}" if region else "", row, Open.NO_REGION)
    return _compared(words, row, region, does)


def _asked_best(row: Any) -> Asked:
    members = reads.group_members(row.asks_area)
    words = f"To be the best of {reads.group_name(row.asks_area)}’s {len(members)} boroughs"
    if "best" not in row.printed.lower():
        words = f"Nothing in these words; the plan’s text: {words[:1].lower()}{words[1:]}"
    leader = published.leader(row)
    does = arithmetic.is_best(_number(row.target), leader.values, Direction(row.direction)) if leader else None
    if does is None or leader is None:
        sums = f"Best of the others: {leader.area}, {leader.text}" if leader else ""
        return _open(words, sums, row, Open.NO_OTHERS)
    return _compared(words, row, leader, does)


def _compared(words: str, row: Any, other: Held, does: bool) -> Asked:
    value = round(other.values[0], 2)
    sign = "=" if row.target == value else ">" if row.target > value else "<"
    whose = f"Best of the others: {other.area}" if row.asks_kind == Asks.BEST else other.area
    sums = f"{whose}, {other.text}; {_figure(row.target_printed)} {sign} {plain(value)}"
    return Asked(words, sums, Following.FOLLOWS if does else Following.DIFFERS)


def _open(words: str, sums: str, row: Any, why: Open) -> Asked:
    return Asked(words, sums, Following.UNCHECKED, Open.NO_NUMBER if _number(row.target) is None else why)


def _change(row: Any) -> tuple[str, tuple[str, ...]]:
    change = arithmetic.change(_number(row.baseline), _number(row.target))
    if change is None:
        printed = _text(row.target_printed)
        return (f"“{printed}” is printed, no number" if printed else "Left blank"), ()
    start, goal = _figure(row.baseline_printed), _figure(row.target_printed)
    decimals = _decimals(row.baseline_printed, row.target_printed)
    way, size = ("fall" if change.units < 0 else "rise"), formats.number(abs(change.units), decimals)
    units = f"{goal} − {start} = {_signed(change.units, decimals)}"
    if row.unit == Unit.YEARS or change.percent is None:
        return f"A {way} of {size} {row.unit}", (f"{units} {row.unit}",)
    sums = f"({goal} − {start}) ÷ {start} = {_signed(change.percent, 1)}%"
    percent = f"{formats.number(abs(change.percent), 1)}%"
    if row.unit == Unit.PERCENT:
        return f"A {way} of {size} points ({percent})", (f"{units} points", sums)
    return f"A {way} of {percent}", (sums,)


def _published(row: Any, found: Sequence[Held]) -> tuple[str, ...]:
    if not found:
        return () if isinstance(row.indicator_id, str) else ("no like-for-like series is held",)
    if row.match == Match.MISMATCH:
        return tuple(f"{one.name}: {one.text}" for one in found)
    first, start = found[0], _figure(row.baseline_printed)
    if row.match in (Match.NEAR, Match.NOT_FOUND):
        value = plain(round(first.values[0], 2))
        return (
            f"nearest of the years the plan could know: {first.text}",
            f"{value} − {start} = {_signed(first.values[0] - row.baseline, 2)}",
        )
    return (first.text, f"rounded: {start}") if row.match == Match.ROUNDS else (first.text,)


def _signed(value: float, decimals: int) -> str:
    text = formats.number(value, decimals)
    return text if text.startswith("−") else f"+{text}"


def _figure(printed: Any) -> str:
    found = _NUMBER.search(_text(printed))
    return found.group() if found else ""


def _decimals(*printed: Any) -> int:
    return max(len(_figure(text).partition(".")[2]) for text in printed)


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
