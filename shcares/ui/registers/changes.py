"""What breaks a practice's series: a new definition, a merger, a closure."""

from typing import Any

import pandas as pd

from shcares.domain.periods import parse_period
from shcares.domain.vocabulary import YearType
from shcares.style import formats, sentences
from shcares.ui import lineage, reads
from shcares.ui.registers.counted import topic

_INFERRED = " (inferred from list sizes)"


def definition_notes(indicator_id: str) -> list[str]:
    """Each break of the series with its reason, and the indicator its other half is kept apart as."""
    about = reads.indicator(indicator_id)
    breaks = reads.indicator_texts(indicator_id)[0]
    said = [
        f"The series breaks at {formats.period(label, about['year_type'])}: {reason}"
        for label, reason in zip(breaks["period"], breaks["reason"], strict=True)
    ]
    known = reads.indicators()
    newer = known.loc[known["indicator_id"] == about["superseded_by"]].to_dict("records")
    older = known.loc[known["superseded_by"] == indicator_id].to_dict("records")
    said += [_apart("Newer", one) for one in newer] + [_apart("Older", one) for one in older]
    return said


def _apart(which: str, one: dict[Any, Any]) -> str:
    return f"{which} figures count otherwise and are kept apart as “{topic(one)}”; the two are not one series."


def broken_between(indicator_id: str, earlier: pd.Timestamp, later: pd.Timestamp) -> str:
    """The first break of the series between two years, by their first days; empty where there is none."""
    breaks, year_type = reads.indicator_texts(indicator_id)[0], YearType(reads.indicator(indicator_id)["year_type"])
    for label, reason in zip(breaks["period"], breaks["reason"], strict=True):
        if earlier < pd.Timestamp(parse_period(label, year_type).start) <= later:
            return f"series breaks at {formats.period(label, year_type)}: {reason}"
    return ""


def membership_notes(after: pd.Timestamp, until: pd.Timestamp) -> list[str]:
    """Practices that left their network between two days, and so its figures."""
    events = reads.practice_events()
    left = events[(events["event"] == "left_network") & (events["date"] > after) & (events["date"] <= until)]
    network = reads.practice_network()
    return [
        f"{row['short_name']} left the {reads.area_name(network[row['practice_code']])} network on "
        f"{formats.day(row['date'].date())}, so its list is in the earlier figure alone."
        for row in left.to_dict("records")
        if row["practice_code"] in network
    ]


@lineage.remember()
def _mergers() -> pd.DataFrame:
    events = reads.practice_events()
    return events[events["event"].isin(["took_in", "merged_into"]) & events["other_short_name"].notna()]


def merger_words(practice_code: str, ends: pd.Timestamp) -> str:
    """What a practice merged with, and whether a year that ended on this day already counts it."""
    return "; ".join(_event(row, ends) for row in _mergers_of().get(practice_code, []))


@lineage.remember()
def _mergers_of() -> dict[str, list[dict[Any, Any]]]:
    found: dict[str, list[dict[Any, Any]]] = {}
    for row in _mergers().to_dict("records"):
        found.setdefault(row["practice_code"], []).append(row)
    return found


def _event(row: dict[Any, Any], ends: pd.Timestamp) -> str:
    guessed = _INFERRED if row["certainty"] == "inferred" else ""
    when, other = formats.day(row["date"].date()), row["other_short_name"]
    if row["event"] == "merged_into":
        return f"merged into {other} by {when}{guessed}"
    return f"{'includes' if row['date'] <= ends else 'later took in'} the list of {other}, {when}{guessed}"


def merger_note(practices: pd.DataFrame, ends: pd.Timestamp) -> str:
    """Which of these practices' figures hold the list of another they took in; empty where none does."""
    events = _mergers()
    taken = events[
        events["practice_code"].isin(practices["area_code"]) & events["event"].eq("took_in") & events["date"].le(ends)
    ]
    if taken.empty:
        return ""
    parts = [
        f"{name} counts the patients of {sentences.listed(sorted(part['other_short_name']))} too"
        for name, part in taken.groupby("short_name")
    ]
    return (
        f"{'; '.join(parts)}: lists it took in, as list sizes show, so its figures before and after are not of the "
        "same patients."
        if len(parts) == 1
        else f"{'; '.join(parts)}: lists they took in, as list sizes show, so their figures before and after are not "
        "of the same patients."
    )
