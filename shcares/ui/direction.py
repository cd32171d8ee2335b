"""Which way a series goes: the step since the period before, and the recent trend where it can be tested."""

from typing import Any

import pandas as pd

from shcares.domain.vocabulary import Judgement, Polarity, Statistic
from shcares.stats.comparison import differ
from shcares.stats.trends import Trend, recent_trend, recent_trend_of_proportion, trend_judgement
from shcares.style import formats, sentences
from shcares.ui import reads

_TESTED = {Judgement.SIMILAR: "no clear change", Judgement.NOT_COMPARED: "not tested"}
_TREND = {
    Judgement.BETTER: "getting better",
    Judgement.WORSE: "getting worse",
    Judgement.HIGHER: "increasing",
    Judgement.LOWER: "decreasing",
    Judgement.SIMILAR: "no significant change",
}


def movement(rows: pd.DataFrame, about: dict[str, Any]) -> str:
    """`down, the right way, from 27.5% in 2023/24 (not tested)`. Empty for pooled periods, which overlap."""
    if len(rows) < 2 or about["rolling"]:
        return ""
    before, last = rows.iloc[-2], rows.iloc[-1]
    moved = sentences.movement(before["value"], last["value"], about["polarity"], about["decimals"])
    was = formats.short_quantity(before["value"], about["unit"], about["decimals"])
    limits = (last["lower_ci"], last["upper_ci"], before["lower_ci"], before["upper_ci"])
    tested = _TESTED.get(differ(*limits), "a clear change")
    return f"{moved}, from {was} in {formats.period(before['period'], about['year_type'])} ({tested})"


def trend_words(rows: pd.DataFrame, about: dict[str, Any]) -> str:
    """`Recent trend: getting better`, or why it cannot be calculated."""
    trend = trend_of(rows, about)
    judgement = trend_judgement(trend, Polarity(about["polarity"]))
    if judgement is Judgement.NOT_COMPARED:
        return f"Recent trend cannot be calculated: {trend.reason}"
    return f"Recent trend: {_TREND[judgement]}"


def trend_of(rows: pd.DataFrame, about: dict[str, Any]) -> Trend:
    """The recent trend of one area's series of one sex, tested on counts where a proportion has them."""
    years = [start.year for start in rows["period_start"]]
    breaks = _break_years(rows, about)
    if about["statistic"] == Statistic.PROPORTION and rows[["count", "denominator"]].notna().all(axis=None):
        return recent_trend_of_proportion(
            years, rows["count"], rows["denominator"], overlapping=about["rolling"], breaks=breaks
        )
    return recent_trend(
        years, rows["value"], rows["lower_ci"], rows["upper_ci"], overlapping=about["rolling"], breaks=breaks
    )


def _break_years(rows: pd.DataFrame, about: dict[str, Any]) -> set[int]:
    periods = set(reads.indicator_texts(about["indicator_id"])[0]["period"])
    return {start.year for period, start in zip(rows["period"], rows["period_start"], strict=True) if period in periods}
