"""What is said of a figure of neighbourhoods beside their deprivation, and of how circular that is."""

from typing import Any

from shcares.style import formats
from shcares.ui import reads
from shcares.ui.inequalities.gradient.neighbourhoods_homes import COLOURS
from shcares.ui.inequalities.gradient.neighbourhoods_measures import ILLNESS, INCOME, WHOLE, Measure, neighbourhoods
from shcares.ui.inequalities.gradient.related import (
    NOT_CAUSE,
    WHAT_IT_MEANS,
    Related,
    community_words,
    correlation_words,
    off_line_words,
    rank_words,
)

_WAYS = {1: "higher where {what} is higher", 0: "no clear link with {what}", -1: "lower where {what} is higher"}
_WHAT = {WHOLE: "deprivation", INCOME: "income deprivation"}
_BENEFITS = "The income domain and this figure count some of the same benefits, so even that link is partly built in."
_ALIKE = (
    "Neighbourhoods next to each other resemble each other, so the true uncertainty is wider than the interval says. "
    "No interval is published for one neighbourhood: how far it lies from the line may be chance."
)


def way(held: Related, domain: str) -> str:
    """`higher where deprivation is higher`."""
    return _WAYS[held.way].format(what=_WHAT[domain])


def answer(measure: Measure, held: Related, domain: str) -> str:
    """Which way the figure goes with deprivation, and how closely."""
    return (
        f"{measure.topic}: {way(held, domain)}; correlation {correlation_words(held.r)} over "
        f"{len(held.pairs)} neighbourhoods."
    )


def reading(measure: Measure, held: Related, domain: str) -> str:
    """From the lowest to the highest, and along the line."""
    ordered = held.pairs.sort_values("y")
    low, high = ordered.iloc[0], ordered.iloc[-1]
    first, last = (measure.value(end) for end in held.ends)
    return (
        f"It runs from {measure.value(low['y'])} in {low['name']} to {measure.value(high['y'])} in {high['name']}. "
        f"The fitted line goes from {first} where {_WHAT[domain]} is least to {last} where it is most."
    )


def circular(measure: Measure) -> str:
    """How far the link is made by the way the two were worked out, and the correlation with income alone beside it."""
    alone = f"Against income alone: {correlation_words(neighbourhoods(measure.indicator_id, INCOME).r)}."
    if not measure.is_part:
        return f"Modelled by the kind of area, so a link with deprivation is partly built in. {alone}"
    return f"Partly circular: this figure is itself one of four in the index’s health domain. {alone}"


def sentence(measure: Measure, held: Related, domain: str, area_code: str) -> str:
    """The whole chart read aloud; of a community chosen, how many of its places lie above the line."""
    mine = community_words(held, area_code, f"neighbourhoods in {reads.area_name(area_code)}’s colour")
    return " ".join(
        part for part in (reading(measure, held, domain), off_line_words(held, measure.value), mine) if part
    )


def notes(measure: Measure, held: Related) -> tuple[str, ...]:
    """What the number means, how sure and how circular it is, what the colours are, and that it is no cause."""
    shared = _BENEFITS if measure.indicator_id.endswith(ILLNESS) else ""
    return tuple(note for note in (f"{WHAT_IT_MEANS} {rank_words(held)}", shared, _ALIKE, COLOURS, NOT_CAUSE) if note)


def said(measure: Measure, row: dict[Any, Any], beside: float) -> str:
    """One neighbourhood in words."""
    side = "above" if beside > 0 else "below"
    apart = formats.number(abs(beside), int(measure.about["decimals"]))
    return f"{row['name']}: {measure.value(row['y'])}, {apart} {side} the line. {row['share']}."
