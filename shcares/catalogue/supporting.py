"""What is shown around the key measures: each indicator known, of the right level, and named once in a priority."""

from collections import Counter
from collections.abc import Iterable, Mapping

from shcares.catalogue.faults import choices, quoted
from shcares.catalogue.references import HOMES, Known
from shcares.catalogue.strategy import Strategy
from shcares.domain.errors import Problem
from shcares.domain.records import Indicator
from shcares.domain.supporting import Supporting
from shcares.domain.vocabulary import Level

Fault = tuple[str, str, str, str]


def supporting_problems(strategy: Strategy, known: Known, indicators: Mapping[str, Indicator]) -> Iterable[Problem]:
    """Priorities and indicators that are not known, are of another level, or are named twice."""
    for file, around in strategy.made(Supporting):
        faults = [
            *_priority_faults(around, known),
            *_unknown_faults(around, known),
            *_level_faults(around, indicators),
            *_repeated_faults(around),
        ]
        for field, found, expected, remedy in dict.fromkeys(faults):
            yield Problem(file, f"priority {around.id}, field {field}", found, expected, remedy)


def _named(around: Supporting) -> list[tuple[str, str, Level]]:
    """Every indicator with the field that names it and the level it must have."""
    listed = [("group.indicators", name, Level.BOROUGH) for group in around.group for name in group.indicators]
    return listed + [("register.indicator", register.indicator, Level.PRACTICE) for register in around.register]


def _priority_faults(around: Supporting, known: Known) -> Iterable[Fault]:
    if "priority" in known and around.id not in known["priority"]:
        yield "id", f"{quoted(around.id)}, which is not known", choices(known["priority"]), "correct the id"


def _unknown_faults(around: Supporting, known: Known) -> Iterable[Fault]:
    for field, name, _ in _named(around):
        if name not in known["indicator"]:
            yield field, f"{quoted(name)}, which is not known", HOMES["indicator"], "correct the id, or add it there"


def _level_faults(around: Supporting, indicators: Mapping[str, Indicator]) -> Iterable[Fault]:
    for field, name, level in _named(around):
        if name in indicators and indicators[name].level is not level:
            found = f"{quoted(name)}, whose level is {indicators[name].level}"
            yield field, found, f"an indicator of the level {level}", "name another, or move it"


def _repeated_faults(around: Supporting) -> Iterable[Fault]:
    fields = {name: field for field, name, _ in _named(around)}
    for name, times in Counter(name for _, name, _ in _named(around)).items():
        if times > 1:
            yield fields[name], f"{quoted(name)} {times} times", "each indicator once in a priority", "remove one"
    for heading, times in Counter(group.heading for group in around.group).items():
        if times > 1:
            yield "group.heading", f"{quoted(heading)} {times} times", "each heading once in a priority", "join the two"
