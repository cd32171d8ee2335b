"""What is said of a register: which communities and practices differ from St Helens, really or by chance."""

from typing import Any

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.stats.suppression import Band
from shcares.style import formats, sentences
from shcares.ui import reads
from shcares.ui.registers.register import Register, level_of, split_by_judgement

UNADJUSTED = (
    "The percentages are not adjusted for age: a list with more older patients has more of most conditions, "
    "so a difference that chance does not explain may still be a difference of age. Ask first how patients are found "
    "and recorded, and how old they are."
)
NO_SIDE_IS_GOOD = (
    "Neither side is good or bad: a register counts the patients found and recorded, so a high figure can mean "
    "more illness or better finding, a low one better health or missed diagnoses."
)
_SIDES = {
    Judgement.HIGHER: "above",
    Judgement.LOWER: "below",
    Judgement.SIMILAR: "similar to",
    Judgement.NOT_COMPARED: "not tested against",
}
_NAMED, _NAMED_GONE = 4, 3


def answer(held: Register, network_code: str) -> str:
    """Which communities differ from St Helens; of one community, by how much."""
    if network_code in set(held.networks["network"]):
        return _answer_of_one(held, held.networks[held.networks["network"] == network_code].to_dict("records")[0])
    groups = split_by_judgement(held.networks)
    said: list[str] = []
    for (kind, level), rows in groups.items():
        at_level = f" at the {level} level" if kind in (Judgement.HIGHER, Judgement.LOWER) else ""
        said.append(f"{_named(rows, held)} {_are(rows)} {_SIDES[kind]} {_it(held, said)}{at_level}")
    return f"{_capital(held.noun)}, {held.dated}: {'; '.join(said)}."


def _named(rows: list[dict[Any, Any]], held: Register) -> str:
    return sentences.listed([f"{row['community']} ({held.percent(row['value'])})" for row in rows])


def _are(rows: list[dict[Any, Any]]) -> str:
    return "is" if len(rows) == 1 else "are"


def _it(held: Register, said: list[str]) -> str:
    return "it" if said else f"St Helens as a whole ({held.percent(held.benchmark['value'])})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _answer_of_one(held: Register, row: dict[Any, Any]) -> str:
    kind = Judgement(row["judgement"])
    at_level = f" at the {level_of(row['far'])} level" if kind in (Judgement.HIGHER, Judgement.LOWER) else ""
    return (
        f"{row['community']}: {held.of_patients(row)} are on the {held.noun}, {held.percent(row['value'])} "
        f"in {held.dated}; {_SIDES[kind]} St Helens as a whole ({held.percent(held.benchmark['value'])}){at_level}."
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
    unclear = int((chosen["band"] == Band.CANNOT_TELL).sum())
    england = f"; England {held.percent(held.england)}" if held.england is not None else ""
    return (
        f"Against St Helens as a whole ({held.percent(held.benchmark['value'])}{england}), of {_whose(chosen, held)}, "
        f"{_on_side(chosen, Band.CLEARLY_HIGHER, 'above')}, {_on_side(chosen, Band.CLEARLY_LOWER, 'below')}, and "
        f"chance could explain the difference of {unclear or 'none'}. {_outside(chosen, held)}"
    )


def _whose(chosen: pd.DataFrame, held: Register) -> str:
    """`Central’s 8 practices`, `the borough’s 33 practices`."""
    where = chosen["community"].iloc[0] if len(chosen) < len(held.practices) else "the borough"
    return f"{where}’s {sentences.count_words(len(chosen), 'practice')}"


def _on_side(chosen: pd.DataFrame, band: Band, word: str) -> str:
    """`14 are above at the 95% level (13 of them at 99.8%)`, `1 is above at the 99.8% level`."""
    rows = chosen[chosen["band"] == band]
    wide = int(rows["far"].abs().eq(1).sum())
    of_them = f" ({wide} of them at 99.8%)" if 0 < wide < len(rows) else ""
    level = "99.8%" if 0 < wide == len(rows) else "95%"
    return f"{len(rows) or 'none'} {'is' if len(rows) == 1 else 'are'} {word} at the {level} level{of_them}"


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


def funnel_notes(held: Register, network_code: str) -> tuple[str, ...]:
    """What a reader of the funnel must know: chance, which side is good, closures, later years."""
    notes = (_chance(held), NO_SIDE_IS_GOOD, _gone(practices_of(held, network_code), held), later_note(held))
    return tuple(note for note in notes if note)


def _chance(held: Register) -> str:
    """How many practices of the borough chance would put outside, how many are, and what to make of more."""
    told = (
        f"With {len(held.practices)} practices in the borough, about {max(1, round(held.by_chance))} would lie outside "
        f"the 95% limits by chance alone; {held.outside or 'none'} {'does' if held.outside == 1 else 'do'}"
    )
    if not held.is_overdispersed:
        return f"{told}. The limits allow for chance and for nothing else."
    return (
        f"{told}, so the practices differ by more than chance, and one practice outside says little by itself "
        "(overdispersion)."
    )


def _gone(chosen: pd.DataFrame, held: Register) -> str:
    """How many of these practices are no longer, by name where they are few; empty where none is."""
    gone = chosen.loc[chosen["status"].isin(["closed", "dormant"]), "area_short_name"]
    if gone.empty:
        return ""
    who = sentences.listed(sorted(gone)) if len(gone) <= _NAMED_GONE else str(len(gone))
    has = "has" if len(gone) == 1 else "have"
    return f"Of {_whose(chosen, held)}, {who} {has} closed, merged or fallen dormant since."


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
