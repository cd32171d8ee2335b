"""One practice on every practice indicator: its newest figure, and whether chance explains how it differs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import pandas as pd

from shcares.domain.vocabulary import AreaType
from shcares.stats.suppression import Band
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.places.practice.profile import practice
from shcares.ui.registers.counted import capital, is_register, topic
from shcares.ui.registers.register import CLEAR, Register, level_of, register, years_of

ST_HELENS = "St Helens"


@dataclass(frozen=True, eq=False)
class Reading:
    """One practice's figure in one year, and what it is read against."""

    held: Register
    row: dict[Any, Any]
    network: dict[Any, Any] | None

    @property
    def indicator_id(self) -> str:
        """The indicator."""
        return str(self.held.about["indicator_id"])

    @property
    def name(self) -> str:
        """`Depression`, `Obesity, old definition`."""
        return str(self.held.about["short_name"]).removesuffix(" (GP)")

    @property
    def band(self) -> Band:
        """Clearly higher, can't tell, clearly lower, or not compared."""
        return Band(self.row["band"])

    @property
    def level(self) -> str:
        """The level at which a clear difference is clear: `99.8%` or `95%`; empty for the others."""
        return level_of(self.row["far"]) if self.band in CLEAR else ""

    @property
    def value(self) -> float:
        """The figure."""
        return float(self.row["value"])

    @property
    def clearness(self) -> float:
        """How far the value lies from the benchmark, in reaches of its 95 % interval: beyond ±1 it differs clearly."""
        away = self.value - self.held.benchmark.value
        reach = self.value - self.row["lower_ci"] if away > 0 else self.row["upper_ci"] - self.value
        return float(away / reach) if reach else 0.0

    @property
    def decimals(self) -> int:
        """The decimals shown."""
        return int(self.held.about["decimals"])

    def shown(self, value: float | None) -> str:
        """A value with its sign; `no data` where there is none."""
        return formats.short_quantity(value, self.held.about["unit"], self.decimals)

    @property
    def interval(self) -> str:
        """The 95 % interval in words; empty where there is none."""
        return formats.interval(self.row["lower_ci"], self.row["upper_ci"], self.decimals)

    @property
    def of_patients(self) -> str:
        """`1,937 of 7,310 patients aged 18 and over`; empty where no count is held."""
        return "" if pd.isna(self.row["count"]) else self.held.of_patients(self.row)

    @property
    def network_value(self) -> float | None:
        """The figure of the practice's network in the same year."""
        return None if self.network is None else float(self.network["value"])

    @property
    def share_of_benchmark(self) -> float:
        """The practice's own part, 0 to 100, of those the benchmark counts."""
        return float(self.row["denominator"] / self.held.benchmark.denominator * 100)


@lineage.remember()
def practice_indicators() -> tuple[str, ...]:
    """Every indicator that practices have figures of, by name."""
    known = reads.indicators()
    return tuple(known.loc[known["level"] == AreaType.PRACTICE, "indicator_id"])


@lineage.remember(max_entries=80)
def registers(code: str) -> tuple[Reading, ...]:
    """Every register of one practice in its latest counted year, the clearest above St Helens first, below it last."""
    found = [reading for one in practice_indicators() if (reading := _tested_register(one, code)) is not None]
    newer = {reading.indicator_id for reading in found}
    kept = [reading for reading in found if reading.held.about["superseded_by"] not in newer]
    return tuple(sorted(kept, key=lambda reading: -reading.clearness))


def _tested_register(indicator_id: str, code: str) -> Reading | None:
    if not is_register(reads.indicator(indicator_id)):
        return None
    years = (year for year, has_intervals in years_of(indicator_id).items() if has_intervals)
    readings = (reading_of(indicator_id, code, year) for year in years)
    return next((one for one in readings if one is not None and one.held.benchmark.name == ST_HELENS), None)


@lineage.remember(max_entries=80)
def others(code: str) -> tuple[Reading, ...]:
    """What else is held: the newest figure of each other measure, and of registers newer than their counts."""
    counted = {reading.indicator_id: reading.held.ends for reading in registers(code)}
    found = [reading for one in practice_indicators() if (reading := _newest(one, code)) is not None]
    named = {reading.indicator_id for reading in found}
    return tuple(
        reading
        for reading in found
        if counted.get(reading.indicator_id) != reading.held.ends
        and reading.held.about["superseded_by"] not in named | set(counted)
    )


@lineage.remember(max_entries=80)
def without_figure(code: str) -> tuple[str, ...]:
    """Registers as they are defined now of which this practice has no figure in any year."""
    held = {reading.indicator_id for reading in (*registers(code), *others(code))}
    known = {one: reads.indicator(one) for one in practice_indicators() if one not in held}
    return tuple(one for one, about in known.items() if is_register(about) and pd.isna(about["superseded_by"]))


def _newest(indicator_id: str, code: str) -> Reading | None:
    readings = (reading_of(indicator_id, code, year) for year in _newest_first(indicator_id))
    return next((one for one in readings if one is not None), None)


@lineage.remember()
def _newest_first(indicator_id: str) -> tuple[str, ...]:
    rows = reads.observations(indicator_id)
    ends = rows.groupby("period")["period_end"].max()
    return tuple(sorted(years_of(indicator_id), key=lambda year: ends[year], reverse=True))


def reading_of(indicator_id: str, code: str, year: str) -> Reading | None:
    """A practice's figure of one year; None where it has none."""
    held, own, networks = _rows(indicator_id, year)
    return Reading(held, own[code], networks.get(practice(code).network_code)) if code in own else None


_Rows: TypeAlias = dict[str, dict[Any, Any]]


@lineage.remember()
def _rows(indicator_id: str, year: str) -> tuple[Register, _Rows, _Rows]:
    """One year of one indicator, its practices with a value and its networks by their codes."""
    held = register(indicator_id, year)
    own = held.practices[held.practices["value"].notna()].to_dict("records")
    networks = held.networks.to_dict("records")
    return held, {row["area_code"]: row for row in own}, {row["network"]: row for row in networks}


def label(reading: Reading) -> str:
    """The name of a measure in full, with what a rate is per: `A&E attendances of children under 5, per 1,000 …`."""
    about = reading.held.about
    per = f", {about['unit_label']}" if str(about["unit_label"]).startswith("per ") else ""
    return f"{capital(topic(about))}{per}"


def sources(found: Iterable[Reading]) -> list[str]:
    """The sources of these readings, of the newest first."""
    return [str(reading.row["source_id"]) for reading in sorted(found, key=lambda one: one.held.ends, reverse=True)]
