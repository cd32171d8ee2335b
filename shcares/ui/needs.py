"""What it would take to be at a target: people or events a year, the sum behind it, and its share by list size."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.ages import people_aged
from shcares.domain.vocabulary import PER, AreaType, Population, Status, Unit
from shcares.stats.targets import Direction, allocation, rounded, shortfall_range
from shcares.style import formats, sentences
from shcares.ui import courses, lineage, reads

_OPENING = "To be at the target it would take"
FEWEST_SHARED = 10
"""Below this a share of a network would be one or two people: more than an allocation by list size can say."""
WAY = {Direction.UP: "more", Direction.DOWN: "fewer"}


@dataclass(frozen=True)
class Need:
    """How many it would take, or why that cannot be said; the arithmetic; the allocation to the networks."""

    text: str
    sum: str = ""
    split: str = ""


@dataclass(frozen=True)
class _Population:
    """People a rate is of: between `fewest` and `most`, and in words whose count that is."""

    fewest: float
    most: float
    words: str


@lineage.remember()
def need(measure_id: str) -> Need | None:
    """What one key measure would take; None where its target cannot be compared or is met."""
    measures = reads.key_measures()
    row: Any = next(measures[measures["measure_id"] == measure_id].itertuples(index=False))
    if not row.target_comparable or courses.course(measure_id).status is Status.MET:
        return None
    about, rows = reads.indicator(row.indicator_id), reads.series(row.indicator_id, areas.ST_HELENS)
    if about["unit"] not in PER:
        return Need(f"{_OPENING} {_gaps(row, rows, about)}; a gap in {about['unit_label']} is not a number of people.")
    last = rows.iloc[-1]
    population = _population(last, about)
    if population is None:
        return _of_every_thousand(row, last)
    return _counted(row, last, about, population)


def _gaps(row: Any, rows: pd.DataFrame, about: dict[str, Any]) -> str:
    gaps = [
        (abs(float(row.target) - last["value"]), sentences.WHO.get(str(sex), "")) for sex, last in _newest(rows).items()
    ]
    way = WAY[Direction(row.direction)]
    said = [
        f"{formats.number(gap, about['decimals'])} {way} {about['unit_label']}{f' for {who}' if who else ''}"
        for gap, who in gaps
    ]
    return sentences.listed(said)


def _newest(rows: pd.DataFrame) -> dict[str, pd.Series]:
    return {str(sex): of_sex.iloc[-1] for sex, of_sex in rows.groupby("sex", sort=True)}


def _of_every_thousand(row: Any, last: pd.Series) -> Need:
    """The gap as people of every 1,000: the number of people behind the percentage is not held."""
    gap = round(abs(last["value"] - float(row.target)) * 1_000 / PER[Unit(row.unit)])
    return Need(
        text=f"{_OPENING} about {gap} {WAY[Direction(row.direction)]} {row.counted} in every {formats.number(1_000)}.",
        split="How many were measured is not held, so no number for the borough and no share of a network is given.",
    )


def _population(last: pd.Series, about: dict[str, Any]) -> _Population | None:
    if pd.notna(last["count"]) and last["denominator"] > 0:
        people, when = float(last["denominator"]), formats.period(last["period"], about["year_type"])
        return _Population(people, people, f"the {formats.number(people)} people counted in {when}")
    if about["population"] != Population.RESIDENT:
        return None
    fewest, most = people_aged(about["headline_age"], reads.census_bands())
    if not fewest:
        return None
    whose = f"residents, {about['headline_age'].replace(' yrs', '').lower()} (Census {reads.census_year()})"
    if fewest == most:
        return _Population(fewest, most, f"{formats.number(fewest)} {whose}")
    said = f"between {formats.number(fewest)} and {formats.number(most)} {whose}; its five-year bands do not end there"
    return _Population(fewest, most, said)


def _counted(row: Any, last: pd.Series, about: dict[str, Any], population: _Population) -> Need:
    direction, per = Direction(row.direction), PER[Unit(about["unit"])]
    ends = shortfall_range(
        last["value"],
        float(row.target),
        direction=direction,
        populations=(population.fewest, population.most),
        multiplier=per,
    )
    if ends is None:
        return Need("What it would take cannot be worked out: a figure is missing.")
    fewest, most = (rounded(end) for end in ends)
    yearly = "" if about["unit"] == Unit.PERCENT else " a year"
    roughly = " The rate is age-standardised, so this is a guide." if about["statistic"] == "dsr" else ""
    value, target = (formats.number(each, about["decimals"]) for each in (last["value"], float(row.target)))
    gap = f"({value} − {target})" if direction is Direction.DOWN else f"({target} − {value})"
    return Need(
        text=f"{_OPENING} about {_span(fewest, most)} {WAY[direction]} {row.counted}{yearly}.{roughly}",
        sum=f"{gap} × {population.words}, ÷ {formats.number(per)}.",
        split=_split(fewest, most),
    )


def _split(fewest: int, most: int) -> str:
    if most < FEWEST_SHARED:
        return "Too few to share out between the four networks."
    networks = reads.registered_patients()
    networks = networks[networks["area_type"] == AreaType.NETWORK]
    shares = [_shared(total, networks["patients"]) for total in (fewest, most)]
    parts = [
        f"{name} {_span(int(low), int(high))}"
        for name, low, high in zip(networks["area_short_name"], *shares, strict=True)
    ]
    return f"Shared out by list size, as an allocation and not a measurement: {', '.join(parts)}."


def _shared(total: int, patients: pd.Series) -> list[int]:
    """The total shared out in steps as coarse as it was rounded to, so that the shares add up and promise no more."""
    step = 1 if total < 100 else 10 ** (len(str(total)) - 2)
    return [int(part) * step for part in allocation(total // step, patients)]


def _span(low: int, high: int) -> str:
    return formats.number(low) if low == high else f"{formats.number(low)} to {formats.number(high)}"
