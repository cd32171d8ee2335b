"""Every key measure of the plan as it stands: printed words and figures beside the published series."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity, Status, Unit, Verdict
from shcares.stats.comparison import judge, why_not_compared
from shcares.style import formats
from shcares.ui import courses, direction, lineage, reads
from shcares.ui.flags import telling_flags


@dataclass(frozen=True)
class Latest:
    """One published value for St Helens beside the comparator's of the same period."""

    indicator_id: str
    name: str
    sex: str
    period: str
    period_end: date
    text: str
    unit: str
    interval: str
    comparator_text: str
    judgement: Judgement
    why_not: str
    movement: str
    trend: str
    source: str
    next_due: str


@dataclass(frozen=True)
class MeasureView:
    """One row of the plan's tables with everything a screen says of it."""

    id: str
    label: str
    priority: str
    objective: str
    printed: str
    baseline: str
    baseline_period: str
    target: str
    target_value: float | None
    status: Status
    status_reason: str
    verdict: Verdict
    why: str
    latest: tuple[Latest, ...]
    beside: tuple[Latest, ...]
    flags: tuple[str, ...]

    @property
    def prints_target_number(self) -> bool:
        """Whether the plan prints a number as the target; a unit alone is none."""
        return any(character.isdigit() for character in self.target.split("/")[0])

    @property
    def why_no_target(self) -> str:
        """Why a printed number cannot be used as a target, in the few words of the note on its baseline; else empty."""
        if self.status is not Status.NO_USABLE_TARGET or not self.prints_target_number:
            return ""
        return next((title.partition(": ")[2] for title in self.flags if ": " in title), "")

    @property
    def printed_target(self) -> str:
        """`printed target 246/100,000: the baseline is another series`, or that no number is printed."""
        if not self.prints_target_number:
            return "no target number printed"
        return f"printed target {self.target}{f': {self.why_no_target}' if self.why_no_target else ''}"


@lineage.remember()
def measure_views(comparator_code: str) -> tuple[MeasureView, ...]:
    """All rows of the plan's key-measure tables, in the plan's order, none left out."""
    measures, flags = reads.key_measures(), telling_flags(reads.measure_flags())
    return tuple(
        _view(row, tuple(flags.loc[flags["measure_id"] == row.measure_id, "title"]), comparator_code)
        for row in measures.itertuples(index=False)
    )


def _view(row: Any, flags: tuple[str, ...], comparator_code: str) -> MeasureView:
    own = _text(row.indicator_id)
    latest = latest_of(own, comparator_code) if own else ()
    others = (entry for indicator in row.context if indicator != own for entry in latest_of(indicator, comparator_code))
    course = courses.course(row.measure_id)
    return MeasureView(
        id=row.measure_id,
        label=row.label,
        priority=row.priority_id,
        objective=_text(row.objective),
        printed=row.printed,
        baseline=_text(row.baseline_printed),
        baseline_period=_baseline_period(row),
        target=_text(row.target_printed),
        target_value=_number(row.target) if row.target_comparable else None,
        status=course.status,
        status_reason=course.status_reason,
        verdict=course.verdict,
        why=course.why,
        latest=latest,
        beside=tuple(sorted(others, key=lambda entry: entry.period_end, reverse=True)),
        flags=flags,
    )


def _baseline_period(row: Any) -> str:
    if not isinstance(row.baseline_period, str):
        return ""
    year_type = reads.indicator(row.indicator_id)["year_type"] if isinstance(row.indicator_id, str) else ""
    return formats.period(row.baseline_period, year_type)


@lineage.remember()
def latest_of(indicator_id: str, comparator_code: str, area_code: str = areas.ST_HELENS) -> tuple[Latest, ...]:
    """The latest headline value of an area, one entry a sex, against the comparator in the same period."""
    about = reads.indicator(indicator_id)
    mine = reads.series(indicator_id, area_code)
    if mine.empty:
        return ()
    theirs = reads.series(indicator_id, comparator_code)
    comparator = reads.area_name(comparator_code)
    out = []
    for sex, rows in mine.groupby("sex", sort=True):
        last = rows.iloc[-1]
        match = theirs[(theirs["sex"] == sex) & (theirs["period"] == last["period"])]
        benchmark = _number(match.iloc[-1]["value"]) if len(match) else None
        numbers = (_number(last["value"]), _number(last["lower_ci"]), _number(last["upper_ci"]), benchmark)
        out.append(
            Latest(
                indicator_id=indicator_id,
                name=about["short_name"],
                sex=str(sex),
                period=formats.period(last["period"], about["year_type"]),
                period_end=last["period_end"].date(),
                text=formats.short_quantity(last["value"], about["unit"], about["decimals"]),
                unit="" if about["unit"] == Unit.PERCENT else about["unit_label"],
                interval=formats.interval(last["lower_ci"], last["upper_ci"], about["decimals"]),
                comparator_text=formats.short_quantity(benchmark, about["unit"], about["decimals"]),
                judgement=judge(*numbers, polarity=Polarity(about["polarity"])),
                why_not=_reason(why_not_compared(*numbers), comparator, last["period"]),
                movement=direction.movement(rows, about),
                trend=direction.trend_words(rows, about),
                source=f"{about['publisher']}, {about['dataset']}",
                next_due=about["next_due_text"],
            )
        )
    return tuple(out)


def _reason(why: str | None, comparator: str, period: str) -> str:
    if why is None:
        return ""
    if "interval" in why:
        return "not tested: the figures held have no interval"
    return f"no {comparator} value is held for {period}"


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
