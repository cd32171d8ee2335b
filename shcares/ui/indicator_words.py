"""What is said of one indicator: the sentence about its latest value, its method, its source, its span."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from shcares.domain.vocabulary import CiMethod, Judgement, Polarity, Statistic
from shcares.stats.comparison import judge, why_not_compared
from shcares.style import formats, sentences
from shcares.ui import freshness, reads

_STATISTIC = {
    Statistic.DSR: "Directly age-standardised rate",
    Statistic.ISR: "Indirectly standardised ratio",
    Statistic.SLOPE_INDEX: "Slope index of inequality",
    Statistic.MODELLED: "Modelled estimate",
}
_NO_UNIT = ("index", "score", "decile", "rank")
NOT_TESTED = "The difference is not tested"
_UNTESTED = {"there is no confidence interval for this area": "the latest figure has no confidence interval"}
_CI = {
    CiMethod.PUBLISHED: "95% intervals as published.",
    CiMethod.WILSON: "95% intervals worked out here from the published count and denominator (Wilson).",
    CiMethod.BYAR: "95% intervals worked out here from the published count (Byar).",
    CiMethod.EXACT: "95% intervals worked out here from the published count (exact Poisson).",
    CiMethod.DOBSON: "95% intervals by Dobson’s method.",
}


def method_of(about: dict[str, Any], rows: pd.DataFrame) -> str:
    """How the values were made and where their intervals come from, in a sentence or two."""
    held = set(rows["ci_method"])
    made = _STATISTIC.get(about["statistic"], str(about["statistic"]).replace("_", " ").capitalize())
    intervals = " ".join(words for kind, words in _CI.items() if kind in held) or "The figures held have no interval."
    return f"{made}, {about['unit_label']}. {about['definition']} {intervals}"


def sources_of(rows: pd.DataFrame, about: dict[str, Any]) -> str:
    """Publisher, dataset, releases and licence of every source these rows came from, the newest first.

    Without rows, of the source the indicator declares.
    """
    ordered = rows.sort_values("period_end", ascending=False)["source_id"].dropna().unique().tolist()
    return sources_named(ordered or [about["source_id"]])


def sources_named(source_ids: Iterable[str]) -> str:
    """Publisher, dataset, releases and licence of these sources, each said once, in the order given."""
    releases: dict[tuple[str, str, str, str], list[str]] = {}
    for source in (reads.source(source_id) for source_id in dict.fromkeys(source_ids)):
        via = f", {source['via']}" if isinstance(source["via"], str) and source["via"] else ""
        kind = (source["publisher"], source["dataset"], via, source["licence"])
        releases.setdefault(kind, []).append(str(source["release"]))
    said = (
        f"{publisher}, {dataset}, {sentences.listed(each)}{via}. {licence}."
        for (publisher, dataset, via, licence), each in releases.items()
    )
    return " ".join(said)


def span_of(rows: pd.DataFrame, about: dict[str, Any]) -> str:
    """First and last period, written out."""
    if rows.empty:
        return formats.NO_DATA
    ordered = rows.sort_values("period_end")["period"]
    first, last = (formats.period(ordered.iloc[position], about["year_type"]) for position in (0, -1))
    return first if first == last else f"{first} – {last}"


def newest_is_old(rows: pd.DataFrame, about: dict[str, Any]) -> str:
    """`The newest figure held is of 2017/18, over eight years ago.`; empty where it is not old, or there is none."""
    if rows.empty:
        return ""
    last = rows.sort_values("period_end").iloc[-1]
    end = last["period_end"].date()
    said = freshness.dated(formats.period(last["period"], about["year_type"]), end)
    return f"The newest figure held is of {said}." if freshness.is_old(end) else ""


def value_in_words(value: float, about: dict[str, Any]) -> str:
    """A value with its unit; an index, a score, a decile or a rank has none to name."""
    if about["unit_label"] in _NO_UNIT:
        return formats.number(value, about["decimals"])
    return formats.quantity(value, about["unit_label"], about["decimals"], about["unit"])


def interval_words(rows: pd.DataFrame, about: dict[str, Any]) -> list[str]:
    """Each row's interval, or that none is held."""
    limits = zip(rows["lower_ci"], rows["upper_ci"], strict=True)
    return [formats.interval(low, high, about["decimals"]) or "none held" for low, high in limits]


def finding(mine: pd.DataFrame, theirs: pd.DataFrame, comparator: str, about: dict[str, Any]) -> str:
    """The title of a trend: the latest value and how far it is from the comparator; arithmetic only."""
    if mine.empty:
        return "No headline value is held"
    last = mine.sort_values("period_end").iloc[-1]
    who = {"Male": "Men: ", "Female": "Women: "}.get(last["sex"], "")
    value = formats.short_quantity(last["value"], about["unit"], about["decimals"])
    said = f"{who}{value} in {formats.period(last['period'], about['year_type'])}"
    benchmark = _benchmark(last, theirs)
    if benchmark is None:
        return said
    return f"{said}, {sentences.gap(last['value'], benchmark, comparator, about['decimals'], about['unit'])}"


def latest_sentence(
    indicator_id: str, area_code: str, area: str, comparator_code: str, comparator: str, sex: str = ""
) -> str:
    """What the latest value says, read aloud: value, period, comparator, judgement or why there is none.

    Of every sex that has its own series, or of the one asked for.
    """
    about = reads.indicator(indicator_id)
    mine, theirs = reads.series(indicator_id, area_code), reads.series(indicator_id, comparator_code)
    mine = mine[mine["sex"] == sex] if sex else mine
    if mine.empty:
        return f"No headline value is held for {area}."
    newest = mine.groupby("sex").tail(1)
    return " ".join(
        value_sentence(last, _benchmark(last, theirs), area, comparator, about) for _, last in newest.iterrows()
    )


def _benchmark(last: pd.Series, theirs: pd.DataFrame) -> float | None:
    same = theirs[(theirs["sex"] == last["sex"]) & (theirs["period"] == last["period"])]["value"]
    return float(same.iloc[-1]) if len(same) else None


def against_sentence(indicator_id: str, area_code: str, comparator_code: str, comparator: str, sex: str) -> str:
    """How the latest value of one sex stands against the comparator, as a sentence of its own."""
    about = reads.indicator(indicator_id)
    mine, theirs = reads.series(indicator_id, area_code), reads.series(indicator_id, comparator_code)
    last = mine[mine["sex"] == sex].iloc[-1]
    clause = _against(last, _benchmark(last, theirs), comparator, about)
    return f"{clause[:1].upper()}{clause[1:]}."


def value_sentence(last: pd.Series, benchmark: float | None, area: str, comparator: str, about: dict[str, Any]) -> str:
    """What one value says: value, period, how it stands to the comparator's of that period, or why that is not said."""
    who = {"Male": " for men", "Female": " for women"}.get(last["sex"], "")
    period = formats.period(last["period"], about["year_type"])
    opening = f"{area}{who}: {value_in_words(last['value'], about)} in {period}"
    return f"{opening}{';' if benchmark is None else ','} {_against(last, benchmark, comparator, about)}."


def _against(last: pd.Series, benchmark: float | None, comparator: str, about: dict[str, Any]) -> str:
    if benchmark is None:
        return f"no {comparator} value is held for the same period"
    numbers = (last["value"], last["lower_ci"], last["upper_ci"], benchmark)
    judgement = judge(*numbers, polarity=Polarity(about["polarity"]))
    theirs = formats.short_quantity(benchmark, about["unit"], about["decimals"])
    gap = sentences.gap(last["value"], benchmark, comparator, about["decimals"], about["unit"]) + f" ({theirs})"
    if judgement is Judgement.NOT_COMPARED:
        reason = why_not_compared(*numbers)
        return f"{gap}. {NOT_TESTED}: {_UNTESTED.get(str(reason), reason)}"
    interval = formats.interval(last["lower_ci"], last["upper_ci"], about["decimals"])
    return f"{gap}: {sentences.against(judgement, comparator)} (95% interval {interval})"


def _caution(now: pd.DataFrame) -> str:
    if now["lower_ci"].isna().all():
        return "The figures held have no intervals, so their order may be chance."
    return "Differences between areas whose intervals overlap can be chance."


def spread_sentence(
    now: pd.DataFrame, about: dict[str, Any], kind: str, period: str, benchmark: float | None, comparator: str
) -> str:
    """From the lowest area to the highest, the comparator, and a caution about chance."""
    if now.empty:
        return "No area has a value in the latest period."
    ordered = now.sort_values("value")
    low, high = ordered.iloc[0], ordered.iloc[-1]
    against = f" {comparator}: {value_in_words(benchmark, about)}." if benchmark is not None else ""
    return (
        f"{kind} in {period}: from {value_in_words(low['value'], about)} ({low['area_short_name']}) "
        f"to {value_in_words(high['value'], about)} ({high['area_short_name']}).{against} {_caution(now)}"
    )
