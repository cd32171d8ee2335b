"""What is said of a community's practices in three bands: clearly higher, clearly lower, or no telling."""

import math

import pandas as pd

from shcares.domain.vocabulary import Polarity, Unit
from shcares.stats.suppression import Band
from shcares.style import sentences
from shcares.ui.registers import words as said
from shcares.ui.registers.changes import definition_notes, merger_note
from shcares.ui.registers.counted import capital
from shcares.ui.registers.looks import BAND_WORDS
from shcares.ui.registers.register import Register

HIGHER, UNCLEAR, LOWER = Band.CLEARLY_HIGHER, Band.CANNOT_TELL, Band.CLEARLY_LOWER
NO_INTERVAL = "No interval is held, so the order may be chance."
_SIZES = "These are counts, so the order is one of size and not of chance."
_BETTER = {Polarity.LOW_IS_GOOD: "lower is better", Polarity.HIGH_IS_GOOD: "higher is better"}


def answer(held: Register, network_code: str) -> str:
    """How many practices are clearly higher, clearly lower, and not to be told from the benchmark."""
    chosen = said.practices_of(held, network_code)
    if not held.is_tested:
        return f"{capital(held.noun)}: {_spread(chosen, held)}"
    counts = chosen["band"].value_counts()
    higher, unclear, lower = (int(counts.get(band, 0)) for band in (HIGHER, UNCLEAR, LOWER))
    untold = f"; for {unclear} chance could explain it" if unclear else ""
    return (
        f"{capital(held.noun)}: of {said.whose(chosen, held)}, {higher or 'none'} {'is' if higher == 1 else 'are'} "
        f"clearly higher than {held.benchmark.name} ({held.quantity(held.benchmark.value)}) and {lower or 'none'} "
        f"clearly lower{untold}."
    )


def _spread(chosen: pd.DataFrame, held: Register) -> str:
    """From the lowest to the highest, and why none is called high or low."""
    low, high = (held.quantity(float(end)) for end in (chosen["value"].min(), chosen["value"].max()))
    return f"{said.whose(chosen, held)} lie between {low} and {high} in {held.dated}. {why_untested(held)}"


def why_untested(held: Register) -> str:
    """Why no practice can be called higher or lower; empty where they can."""
    if held.is_tested:
        return ""
    if held.has_intervals:
        return f"No St Helens figure is held for {held.period}, so none can be called higher or lower."
    return _SIZES if held.about["unit"] == Unit.PATIENTS else NO_INTERVAL


def whole_sentence(held: Register, network_code: str) -> str:
    """The community's own figure, or the borough's: x of y, the share, and how it stands."""
    mine = held.networks[held.networks["network"] == network_code].to_dict("records")
    if mine:
        band = Band(mine[0]["band"])
        against = {UNCLEAR: "no clear difference from"}.get(band, f"{BAND_WORDS[band]} than")
        return f"{said.counts_sentence(mine[0]['community'], mine[0], held)}; {against} {said.whole(held)}."
    whole = held.benchmark
    if not whole.is_held:
        return ""
    row = {"count": whole.count, "denominator": whole.denominator, "value": whole.value}
    if math.isnan(whole.count):
        return f"{whole.name}: {held.quantity(whole.value)} in {held.dated}."
    further = held.england is not None and whole.name != "England"
    england = f"; England {held.percent(held.england)}" if further and held.england is not None else ""
    return f"{said.counts_sentence(whole.name, row, held)}{england}."


def reading(held: Register, network_code: str) -> str:
    """The paragraph under the answer: the whole's figure, how the year is to be read, and beside what."""
    parts = (whole_sentence(held, network_code), said.reading_note(held))
    return " ".join(part for part in parts if part)


def bars_sentence(held: Register, network_code: str) -> str:
    """Every band with its practices named, read aloud; the furthest first."""
    chosen = said.practices_of(held, network_code)
    if not held.is_tested:
        return capital(_spread(chosen, held))
    highest, lowest = chosen.iloc[0], chosen.iloc[-1]
    ends = [
        f"{row['area_short_name']} ({held.percent(row['value'])}, {BAND_WORDS[Band(row['band'])]})"
        for row in (highest, lowest)
    ]
    good = _BETTER.get(held.polarity)
    return (
        f"{capital(held.noun)} in {held.period}, against {said.whole(held)}: from {ends[0]} to {ends[1]}"
        f"{'; ' + good if good else ''}. Clearly means that the whole 95% interval lies on one side."
    )


def bars_notes(held: Register, network_code: str) -> tuple[str, ...]:
    """Chance, which side is good, what the benchmark holds, closures, mergers, breaks and later years."""
    chosen = said.practices_of(held, network_code)
    ends = pd.Timestamp(held.ends)
    notes = (
        inside_benchmark(held),
        "" if held.has_funnel else said.good_side(held),
        said.gone(chosen, held),
        _ended(held, network_code),
        merger_note(chosen, ends),
        *definition_notes(str(held.about["indicator_id"])),
    )
    return tuple(note for note in notes if note)


def inside_benchmark(held: Register) -> str:
    """That the practices are counted in what they are read against; empty where they are read against nothing."""
    if not held.is_tested:
        return ""
    if held.benchmark.name == "England":
        return "No St Helens figure is held, so England is what practices are read against."
    return "Each practice is counted in the St Helens figure too, which draws the two a little together."


def _ended(held: Register, network_code: str) -> str:
    """Practices that have a figure of a year by whose end their list had ended."""
    mine = held.ended[held.ended["network"] == network_code]
    rows = (mine if network_code in set(held.practices["network"]) else held.ended).to_dict("records")
    named = sentences.listed([f"{row['area_short_name']} ({held.percent(row['value'])})" for row in rows])
    return f"In the table alone, as the list had ended before the year was over: {named}." if rows else ""


def why_no_funnel(held: Register) -> str:
    """Why no limits of chance can be drawn."""
    if held.has_intervals and held.benchmark.is_held:
        return (
            "No funnel: these are visits, and one child can make several. Limits of chance worked out from their "
            "number would be too narrow, so the published intervals alone are used."
        )
    if held.has_intervals:
        return f"No funnel: no St Helens figure is held for {held.period}, so there is nothing to draw limits round."
    return "No funnel: without an interval nobody can say how far chance alone would carry a practice."
