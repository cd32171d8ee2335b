"""What is said of a register: which communities and practices differ from St Helens, really or by chance."""

from typing import Any

import pandas as pd

from shcares.domain.vocabulary import Polarity
from shcares.stats.suppression import Band
from shcares.style import formats, sentences
from shcares.ui import reads
from shcares.ui.registers.counted import capital, is_register
from shcares.ui.registers.looks import BAND_WORDS
from shcares.ui.registers.register import CLEAR, Register, level_of, register, split_by_band

UNADJUSTED = (
    "The percentages are not adjusted for age: a list with more older patients has more of most conditions; "
    "a difference that chance does not explain may still be a difference of age. Ask first how patients are found "
    "and recorded, and how old they are."
)
NO_SIDE_IS_GOOD = (
    "Neither side is good or bad: a register counts the patients found and recorded; a high figure can mean "
    "more illness or better finding, a low one better health or missed diagnoses."
)
_CAUTION = "Not adjusted for age. Neither side is good: a longer register can be more illness or better finding."
NOT_ADJUSTED = "The figures are not adjusted for the ages or the deprivation of the patients."
_GOOD_SIDES = {
    Polarity.NEUTRAL: NO_SIDE_IS_GOOD,
    Polarity.LOW_IS_GOOD: "Lower is taken to be better.",
    Polarity.HIGH_IS_GOOD: "Higher is taken to be better.",
}
_SIDES = {
    Band.CLEARLY_HIGHER: "above",
    Band.CLEARLY_LOWER: "below",
    Band.CANNOT_TELL: "not clearly different from",
    Band.NOT_COMPARED: "not tested against",
}
_MERGED = "Practices that merged"
_NAMED, _NAMED_GONE = 4, 3


def answer(held: Register, network_code: str) -> str:
    """Which communities differ from St Helens; of one community, by how much."""
    if network_code in set(held.networks["network"]):
        return _answer_of_one(held, held.networks[held.networks["network"] == network_code].to_dict("records")[0])
    said: list[str] = []
    for (band, level), rows in split_by_band(held.networks).items():
        at_level = f" at the {level} level" if level else ""
        said.append(f"{_named(rows, held)} {_are(rows)} {_SIDES[band]} {_it(held, said)}{at_level}")
    return f"{capital(held.noun)}, {held.dated}: {'; '.join(said)}."


def _named(rows: list[dict[Any, Any]], held: Register) -> str:
    return sentences.listed([f"{row['community']} ({held.percent(row['value'])})" for row in rows])


def _are(rows: list[dict[Any, Any]]) -> str:
    return "is" if len(rows) == 1 else "are"


def _it(held: Register, said: list[str]) -> str:
    return "it" if said else whole(held)


def whole(held: Register) -> str:
    """`St Helens as a whole (17.1%)`."""
    return f"{held.benchmark.whole} ({held.percent(held.benchmark.value)})"


def _answer_of_one(held: Register, row: dict[Any, Any]) -> str:
    band = Band(row["band"])
    at_level = f" at the {level_of(row['far'])} level" if band in CLEAR else ""
    return f"{counts_sentence(row['community'], row, held)}; {_SIDES[band]} {whole(held)}{at_level}."


def counts_sentence(name: str, row: dict[Any, Any], held: Register) -> str:
    """`South: 12,396 of 68,192 patients aged 18 and over are on the depression register, 18.2% in 2020/21`."""
    doing = f" {held.counted.doing}" if held.counted.doing else ""
    return f"{name}: {held.of_patients(row)}{doing}, {held.quantity(row['value'])} in {held.dated}"


def networks_sentence(held: Register) -> str:
    """Every community's count, share and interval, read aloud."""
    parts = [
        f"{row['community']} {formats.number(row['count'])} of {formats.number(row['denominator'])}, "
        f"{held.percent(row['value'])} ({formats.interval(row['lower_ci'], row['upper_ci'], held.about['decimals'])})"
        for row in held.networks.to_dict("records")
    ]
    return (
        f"{held.counted.subject}, with 95% intervals: {'; '.join(parts)}. "
        f"{held.benchmark.name} sub-ICB: {_benchmarks(held)}."
    )


def headline(held: Register) -> str:
    """Which communities differ from St Helens by more than chance, without a figure: the drawing beside it has them."""
    said: dict[str, list[str]] = {}
    for (band, _), rows in split_by_band(held.networks).items():
        said.setdefault(BAND_WORDS[band], []).extend(row["community"] for row in rows)
    parts = [f"{start}: {sentences.listed(names)}" for start, names in said.items()]
    return f"Against {held.benchmark.whole}, {'; '.join(parts)}."


def in_benchmark(held: Register) -> str:
    """That the benchmark holds what is read against it, and how much of it the largest community is."""
    largest = held.networks.sort_values("denominator").to_dict("records")[-1]
    share = largest["denominator"] / held.benchmark.denominator * 100
    return (
        "Each community is part of the St Helens figure it is read against, which draws the two together: "
        f"{largest['community']} has {share:.0f}% of its patients."
    )


def _benchmarks(held: Register) -> str:
    row = held.benchmark
    told = f"{formats.number(row.count)} of {formats.number(row.denominator)}, {held.percent(row.value)}"
    return f"{told}; England: {held.percent(held.england)}" if held.england is not None else told


def practices_sentence(held: Register, network_code: str) -> str:
    """How many practices lie on either side of St Helens, and who lies outside the wide limits."""
    chosen = practices_of(held, network_code)
    unclear = int((chosen["band"] == Band.CANNOT_TELL).sum())
    england = f"; England {held.percent(held.england)}" if held.england is not None else ""
    return (
        f"Against {held.benchmark.whole} ({held.percent(held.benchmark.value)}{england}), of {whose(chosen, held)}: "
        f"{_on_side(chosen, Band.CLEARLY_HIGHER, 'above')}; {_on_side(chosen, Band.CLEARLY_LOWER, 'below')}; "
        f"chance could explain the difference of {unclear or 'none'}. {_outside(chosen, held)}"
    )


def whose(chosen: pd.DataFrame, held: Register) -> str:
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
    notes = (chance(held), good_side(held), gone(practices_of(held, network_code), held), later_note(held))
    return tuple(note for note in notes if note)


def good_side(held: Register) -> str:
    """Which side is good, or that neither is; empty where no practice is told to be on one."""
    if held.polarity is Polarity.NEUTRAL and not is_register(held.about):
        return ""
    return _GOOD_SIDES[held.polarity]


def caution(held: Register) -> str:
    """What not to conclude, in one line for wherever the drawing alone is seen."""
    if is_register(held.about):
        return _CAUTION
    side = "" if held.polarity is Polarity.NEUTRAL else _GOOD_SIDES[held.polarity]
    return f"{NOT_ADJUSTED} {side}".strip()


def chance(held: Register) -> str:
    """How many practices of the borough chance would put outside, how many are, and what to make of more."""
    told = (
        f"With {len(held.practices)} practices in the borough, about {max(1, round(held.by_chance))} would lie outside "
        f"the 95% limits (dashed) by chance alone; {held.outside or 'none'} {'does' if held.outside == 1 else 'do'}"
    )
    if not held.is_overdispersed:
        return f"{told}. The limits allow for chance and for nothing else."
    return (
        f"{told}, so the practices differ by more than chance, and one practice outside says little by itself "
        "(overdispersion)."
    )


def gone(chosen: pd.DataFrame, held: Register) -> str:
    """How many of these practices are no longer, by name where they are few; empty where none is."""
    names = chosen.loc[chosen["status"].isin(["closed", "dormant"]), "area_short_name"]
    if names.empty:
        return ""
    who = sentences.listed(sorted(names)) if len(names) <= _NAMED_GONE else str(len(names))
    has = "has" if len(names) == 1 else "have"
    return f"Of {whose(chosen, held)}, {who} {has} closed, merged or fallen dormant since."


def reading_note(held: Register) -> str:
    """How old the figures are, what is known of them, and the first thing to think of beside chance."""
    known = [str(text) for text in reads.indicator_texts(held.about["indicator_id"])[1]["text"]]
    texts = [text for text in known if not text.startswith(_MERGED)]
    if is_register(held.about):
        own = [_newest_count(held), *(text for text in texts if held.period in text), UNADJUSTED]
        return " ".join(text for text in own if text)
    return " ".join([*texts, NOT_ADJUSTED])


def _newest_count(held: Register) -> str:
    """Which year has the newest counts: this one, or a newer one; empty where this year has none."""
    newest = register(str(held.about["indicator_id"]))
    if newest.period == held.period:
        return f"{held.period} is the latest year held with counts."
    return f"Newer counts are held, of {newest.period}." if newest.ends > held.ends else ""


def later_note(held: Register) -> str:
    """That newer percentages cannot be tested; empty where none are held."""
    bare = held.later[held.later["lower_ci"].isna()]
    if bare.empty or not held.has_intervals:
        return ""
    until = formats.period(bare.sort_values("period_end")["period"].iloc[-1], held.about["year_type"])
    return f"Later percentages (to {until}) are held without counts, so no interval can be made; they are in the table."
