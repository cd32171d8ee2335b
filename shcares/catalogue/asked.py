"""What the words of a key measure ask for: an area, a group of areas or an amount, as the kind of asking needs."""

from collections.abc import Iterable, Mapping

from shcares.catalogue.faults import quoted
from shcares.catalogue.references import HOMES, Known
from shcares.catalogue.strategy import Strategy
from shcares.domain.errors import Problem
from shcares.domain.records import Direction, KeyMeasure
from shcares.domain.vocabulary import Asks

AREAS: Mapping[Asks, str] = {Asks.BELOW: "area", Asks.BEST: "group"}
"""The kind of id that `asks_area` holds; nothing for the other kinds of asking."""
CHANGES = (Asks.CHANGE_PERCENT, Asks.CHANGE_UNITS)

Fault = tuple[str, str, str, str]


def asked_problems(strategy: Strategy, known: Known) -> Iterable[Problem]:
    """Areas and amounts that are missing, too many, unknown, or of the wrong direction."""
    for file, measure in strategy.made(KeyMeasure):
        for name, found, expected, remedy in (*_area_faults(measure, known), *_amount_faults(measure)):
            yield Problem(file, f"measure {measure.id}, field {name}", found, expected, remedy)


def _area_faults(measure: KeyMeasure, known: Known) -> Iterable[Fault]:
    kind = AREAS.get(measure.asks)
    if kind is None:
        if measure.asks_area is not None:
            expected = f"no area, since it asks {quoted(measure.asks.value)}"
            yield "asks_area", quoted(measure.asks_area), expected, "remove it, or correct asks"
    elif measure.asks_area is None:
        expected = f"{HOMES[kind]}, since it asks {quoted(measure.asks.value)}"
        yield "asks_area", "nothing", expected, "add it, or correct asks"
    elif kind in known and measure.asks_area not in known[kind]:
        yield (
            "asks_area",
            f"{quoted(measure.asks_area)}, which is not known",
            HOMES[kind],
            "correct it, or add it there",
        )


def _amount_faults(measure: KeyMeasure) -> Iterable[Fault]:
    amount = measure.asks_amount
    if measure.asks not in CHANGES:
        if amount is not None:
            expected = f"no amount, since it asks {quoted(measure.asks.value)}"
            yield "asks_amount", f"{amount:g}", expected, "remove it, or correct asks"
    elif amount is None:
        expected = f"a number, since it asks {quoted(measure.asks.value)}"
        yield "asks_amount", "nothing", expected, "add it, or correct asks"
    elif amount == 0 or measure.direction is not (Direction.UP if amount > 0 else Direction.DOWN):
        expected = "a number above 0 for the direction up, below 0 for down"
        yield "asks_amount", f"{amount:g}", expected, "correct its sign, or the direction"
