"""What the published series show where the plan prints a baseline: the same period, the nearest value, who was best."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.records import Match
from shcares.domain.vocabulary import Asks, Unit
from shcares.stats.arithmetic import best, follows
from shcares.stats.targets import Direction
from shcares.style import formats, sentences
from shcares.ui import lineage, reads

WHO = {"Female": "women ", "Male": "men "}


@dataclass(frozen=True)
class Held:
    """The published values of one series in one period for one area, one a sex, in the publisher's own precision."""

    indicator_id: str
    name: str
    area: str
    period: str
    values: tuple[float, ...]
    text: str


@lineage.remember()
def horizon() -> pd.Timestamp:
    """The end of the newest period that a baseline of the plan equals; what came later the plan could not print."""
    dated = reads.key_measures().dropna(subset=["indicator_id", "baseline_period"])
    ends: list[pd.Timestamp] = []
    for indicator_id, period in zip(dated["indicator_id"], dated["baseline_period"], strict=True):
        rows = reads.series(indicator_id, areas.ST_HELENS)
        ends += list(rows.loc[rows["period"] == period, "period_end"])
    return max(ends)


def looked_at(row: Any, decimals: int) -> tuple[Held, ...]:
    """What is published where the baseline of a measure was looked for, `decimals` being those of the printed figure.

    The period it is known to equal; without one, the value nearest to it up to the horizon. For a baseline of another
    population, the series beside the measure that holds it, then the others in the same period. Empty where no
    baseline is printed or no series is held.
    """
    if pd.isna(row.baseline):
        return ()
    if row.match == Match.MISMATCH:
        beside = [one for series in row.context if (one := held(series, areas.ST_HELENS, row.baseline_period))]
        return tuple(sorted(beside, key=lambda one: not _prints_as(one, row.baseline, decimals)))
    if not isinstance(row.indicator_id, str):
        return ()
    period = row.baseline_period if isinstance(row.baseline_period, str) else _nearest(row)
    found = held(row.indicator_id, areas.ST_HELENS, period)
    return (found,) if found else ()


def held(indicator_id: str, area_code: str, period: str) -> Held | None:
    """One area's published values of a series in a period; None where there are none."""
    about, rows = reads.indicator(indicator_id), reads.series(indicator_id, area_code)
    rows = rows[rows["period"] == period]
    if rows.empty:
        return None
    pairs = zip(rows["sex"], rows["value"], strict=True)
    said = sentences.listed([f"{WHO.get(sex, '')}{as_held(value, about['unit'])}" for sex, value in pairs])
    when = formats.period(period, about["year_type"])
    name = f"{about['short_name']}{', all ages' if about['headline_age'] == 'All ages' else ''}"
    values = tuple(rows["value"].astype(float))
    return Held(indicator_id, name, reads.area_name(area_code), when, values, f"{said} in {when}")


def leader(row: Any) -> Held | None:
    """Of the boroughs a measure asks to be the best of, the best other than St Helens in the baseline's period."""
    if row.asks_kind != Asks.BEST or not isinstance(row.indicator_id, str):
        return None
    codes = [code for code in reads.group_members(row.asks_area) if code != areas.ST_HELENS]
    others = [one for code in codes if (one := held(row.indicator_id, code, row.baseline_period))]
    foremost = best([one.values[0] for one in others], Direction(row.direction))
    return next((one for one in others if one.values[0] == foremost), None)


def as_held(value: float, unit: str) -> str:
    """A value as published, to two decimals at most: `978.73`, `89.5%`."""
    return f"{plain(round(value, 2))}{'%' if unit == Unit.PERCENT else ''}"


def plain(value: float) -> str:
    """A number without needless zeros: `1,851`, `7.92`."""
    text = formats.number(round(value, 6), 6)
    return text.rstrip("0").rstrip(".")


def _nearest(row: Any) -> str:
    known = reads.series(row.indicator_id, areas.ST_HELENS)
    known = known[known["period_end"] <= horizon()]
    farthest = (known["value"] - row.baseline).abs().groupby(known["period"]).max()
    return str(farthest.idxmin())


def _prints_as(found: Held, baseline: float, decimals: int) -> bool:
    return all(follows(baseline, value, decimals) for value in found.values)
