"""Every key measure of the plan as it stands: printed words and figures beside the published series."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity, Status, Unit
from shcares.stats.comparison import judge, why_not_compared
from shcares.stats.targets import Direction, status_now
from shcares.style import formats
from shcares.ui import direction, reads

BY_VALUE_ALONE = "By its value alone: the figures held have no interval."


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
    printed: str
    baseline: str
    target: str
    target_value: float | None
    status: Status
    status_reason: str
    latest: tuple[Latest, ...]
    beside: tuple[Latest, ...]
    flags: tuple[str, ...]

    @property
    def prints_target_number(self) -> bool:
        """Whether the plan prints a number as the target; a unit alone is none."""
        return any(character.isdigit() for character in self.target.split("/")[0])

    @property
    def opens(self) -> str:
        """The indicator that tells more: the measure's own series, else the newest one shown beside it; else empty."""
        return next((entry.indicator_id for entry in (*self.latest, *self.beside)), "")


@st.cache_resource(show_spinner=False)
def measure_views(comparator_code: str) -> tuple[MeasureView, ...]:
    """All rows of the plan's key-measure tables, in the plan's order, none left out."""
    measures, flags = reads.key_measures(), telling_flags(reads.measure_flags())
    return tuple(
        _view(row, tuple(flags.loc[flags["measure_id"] == row.measure_id, "title"]), comparator_code)
        for row in measures.itertuples(index=False)
    )


def telling_flags(flags: pd.DataFrame) -> pd.DataFrame:
    """The flags that tell measures apart: one that most of them share says nothing of any."""
    share = flags.groupby("flag_id")["measure_id"].transform("nunique") / flags["measure_id"].nunique()
    return flags[share < 0.5]


def _view(row: Any, flags: tuple[str, ...], comparator_code: str) -> MeasureView:
    own = _text(row.indicator_id)
    latest = latest_of(own, comparator_code) if own else ()
    others = (entry for indicator in row.context if indicator != own for entry in latest_of(indicator, comparator_code))
    status, reason = _status(row, latest)
    return MeasureView(
        id=row.measure_id,
        label=row.label,
        priority=row.priority_id,
        printed=row.printed,
        baseline=_text(row.baseline_printed),
        target=_text(row.target_printed),
        target_value=_number(row.target) if row.target_comparable else None,
        status=status,
        status_reason=reason,
        latest=latest,
        beside=tuple(sorted(others, key=lambda entry: entry.period_end, reverse=True)),
        flags=flags,
    )


def _status(row: Any, latest: tuple[Latest, ...]) -> tuple[Status, str]:
    if not row.target_comparable:
        return Status.NO_USABLE_TARGET, _text(row.target_reason)
    if not latest:
        return Status.NO_USABLE_TARGET, "No series held here matches this measure."
    newest = reads.series(latest[0].indicator_id, areas.ST_HELENS).groupby("sex").tail(1)
    found = [
        status_now(
            _number(last["value"]),
            _number(row.target),
            direction=Direction(row.direction) if _text(row.direction) else None,
            lower=_number(last["lower_ci"]),
            upper=_number(last["upper_ci"]),
        )
        for _, last in newest.iterrows()
    ]
    agreed = {one.status for one in found}
    if len(agreed) > 1:
        return Status.UNCERTAIN, "Women and men stand differently against the one target printed."
    if found[0].reason:
        return found[0].status, f"{found[0].reason[:1].upper()}{found[0].reason[1:]}."
    if newest["lower_ci"].isna().any():
        return found[0].status, BY_VALUE_ALONE
    return found[0].status, "Women and men alike." if len(found) > 1 else ""


@st.cache_resource(show_spinner=False)
def latest_of(indicator_id: str, comparator_code: str) -> tuple[Latest, ...]:
    """The latest headline value of St Helens, one entry a sex, against the comparator in the same period."""
    about = reads.indicator(indicator_id)
    mine = reads.series(indicator_id, areas.ST_HELENS)
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
