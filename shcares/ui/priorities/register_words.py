"""What is said of a register: which communities and practices differ from St Helens, really or by chance."""

from typing import Any

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.stats.levels import CONFIDENCE_95
from shcares.stats.suppression import Band
from shcares.style import formats, sentences
from shcares.ui import reads
from shcares.ui.priorities.register import Register, split_by_judgement

UNADJUSTED = (
    "The percentages are not adjusted for age: a list with more older patients has more of most conditions, "
    "so a difference that chance does not explain may still be a difference of age. Ask first how patients are found "
    "and recorded, and how old they are."
)
NO_SIDE_IS_GOOD = (
    "Neither side is good or bad: a register counts the patients found and recorded, so a high figure can mean "
    "more illness or better finding, a low one better health or missed diagnoses."
)
_THREE = (Band.CLEARLY_HIGHER, Band.CANNOT_TELL, Band.CLEARLY_LOWER)
_NAMED = 4


def answer(held: Register, network_code: str) -> str:
    """Which communities differ from St Helens; of one community, by how much."""
    if network_code in set(held.networks["network"]):
        return _answer_of_one(held, held.networks[held.networks["network"] == network_code].to_dict("records")[0])
    groups = split_by_judgement(held.networks)
    said: list[str] = []
    for kind, side in ((Judgement.HIGHER, "clearly above"), (Judgement.LOWER, "clearly below")):
        if kind in groups:
            said.append(f"{_named(groups[kind], held)} {_are(groups[kind])} {side} {_it(held, said)}")
    if Judgement.SIMILAR in groups:
        similar = groups[Judgement.SIMILAR]
        said.append(f"{_named(similar, held)} {_are(similar)} no different from {_it(held, said)}")
    return f"{_capital(held.noun)}, {held.period}: {'; '.join(said)}."


def _named(rows: list[dict[Any, Any]], held: Register) -> str:
    return sentences.listed([f"{row['community']} ({held.percent(row['value'])})" for row in rows])


def _are(rows: list[dict[Any, Any]]) -> str:
    return "is" if len(rows) == 1 else "are"


def _it(held: Register, said: list[str]) -> str:
    return "it" if said else f"St Helens as a whole ({held.percent(held.benchmark['value'])})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _answer_of_one(held: Register, row: dict[Any, Any]) -> str:
    against = {
        Judgement.HIGHER: "clearly above",
        Judgement.LOWER: "clearly below",
        Judgement.SIMILAR: "no different from",
    }.get(row["judgement"], "not tested against")
    return (
        f"{row['community']}: {held.of_patients(row)} are on the {held.noun}, {held.percent(row['value'])} "
        f"in {held.period}, {against} St Helens as a whole ({held.percent(held.benchmark['value'])})."
    )


def networks_sentence(held: Register) -> str:
    """Every community's count, share and interval, read aloud."""
    parts = [
        f"{row['community']} {formats.number(row['count'])} of {formats.number(row['denominator'])}, "
        f"{held.percent(row['value'])} ({formats.interval(row['lower_ci'], row['upper_ci'], held.about['decimals'])})"
        for row in held.networks.to_dict("records")
    ]
    return (
        f"{_capital(held.people)} on the {held.noun}, with 95% intervals: {'; '.join(parts)}. "
        f"St Helens sub-ICB: {_benchmarks(held)}."
    )


def in_benchmark(held: Register) -> str:
    """That the benchmark holds what is read against it, and how much of it the largest community is."""
    largest = held.networks.sort_values("denominator").to_dict("records")[-1]
    share = largest["denominator"] / held.benchmark["denominator"] * 100
    return (
        "Each community is part of the St Helens figure it is read against, which draws the two together: "
        f"{largest['community']} has {share:.0f}% of its patients."
    )


def _benchmarks(held: Register) -> str:
    row = held.benchmark
    whole = f"{formats.number(row['count'])} of {formats.number(row['denominator'])}, {held.percent(row['value'])}"
    return f"{whole}; England: {held.percent(held.england)}" if held.england is not None else whole


def practices_sentence(held: Register, network_code: str) -> str:
    """How many practices lie on either side of St Helens, and who lies outside the wide limits."""
    chosen = practices_of(held, network_code)
    higher, unclear, lower = (int((chosen["band"] == band).sum()) for band in _THREE)
    where = f"{chosen['community'].iloc[0]}’s" if len(chosen) < len(held.practices) else "the"
    england = f"; England {held.percent(held.england)}" if held.england is not None else ""
    return (
        f"Of {where} {sentences.count_words(len(chosen), 'practice')}, {higher or 'none'} "
        f"{'is' if higher == 1 else 'are'} clearly higher than St Helens as a whole "
        f"({held.percent(held.benchmark['value'])}{england}), {lower or 'none'} clearly lower, and chance "
        f"could explain the difference of {unclear or 'none'}. {_outside(chosen, held)}"
    )


def practices_of(held: Register, network_code: str) -> pd.DataFrame:
    """The practices of one community, or all where none of theirs is in the register."""
    chosen = held.practices[held.practices["network"] == network_code]
    return held.practices if chosen.empty else chosen


def _outside(chosen: pd.DataFrame, held: Register) -> str:
    parts = []
    for side, word in ((1, "above"), (-1, "below")):
        rows = chosen[chosen["far"] == side].sort_values("value", ascending=side < 0)
        furthest = rows.head(_NAMED).to_dict("records")
        named = [f"{row['area_short_name']} ({held.percent(row['value'])})" for row in furthest]
        more = [f"{len(rows) - _NAMED} more"] if len(rows) > _NAMED else []
        if named:
            parts.append(f"{word} them {sentences.listed([*named, *more])}")
    if not parts:
        return "None lies outside the 99.8% limits."
    return f"Outside the 99.8% limits, where chance is a poor explanation: {'; '.join(parts)}."


def funnel_notes(held: Register) -> tuple[str, ...]:
    """What a reader of the funnel must know: chance, which side is good, closures, later years."""
    by_chance = max(1, round((1 - CONFIDENCE_95) * len(held.practices)))
    chance = (
        f"With {len(held.practices)} practices, about {by_chance} would lie outside the 95% limits by chance alone; "
        "the limits allow for chance and for nothing else."
    )
    gone = int(held.practices["status"].isin(["closed", "dormant"]).sum())
    closed = f"{gone} of these practices have closed, merged or fallen dormant since." if gone else ""
    return tuple(note for note in (chance, NO_SIDE_IS_GOOD, closed, later_note(held)) if note)


def reading_note(held: Register) -> str:
    """How old the figures are, what is known of that year, and the first thing to think of beside chance."""
    year = held.period
    texts = reads.indicator_texts(held.about["indicator_id"])[1]["text"]
    own = [str(text) for text in texts if year in text]
    return " ".join([f"{year} is the latest year held with counts.", *own, UNADJUSTED])


def later_note(held: Register) -> str:
    """That newer percentages cannot be tested; empty where none are held."""
    if held.later.empty:
        return ""
    newest = held.later.sort_values("period_end")["period"].iloc[-1]
    until = formats.period(newest, held.about["year_type"])
    return f"Later percentages (to {until}) are held without counts, so no interval can be made; they are in the table."
