"""The parts of the plan against each other: ids, objectives, flags, sections and parents."""

from collections.abc import Iterable

from shcares.catalogue.asked import asked_problems
from shcares.catalogue.faults import choices, quoted
from shcares.catalogue.hierarchy import cycles
from shcares.catalogue.references import HOMES, Known
from shcares.catalogue.strategy import PLAN_MODEL, Strategy
from shcares.domain.errors import Problem
from shcares.domain.records import (
    Flag,
    FocusArea,
    KeyMeasure,
    Plan,
    PlanItem,
    Priority,
    PriorityFact,
)
from shcares.domain.vocabulary import PER


def plan_ids(strategy: Strategy) -> Known:
    """The ids that other files may name; a kind whose file could not be read is left out, and not checked."""
    homes = {
        "priority": (Priority, "priorities"),
        "measure": (KeyMeasure, "key_measures"),
        "flag": (Flag, "flags"),
        "focus_area": (FocusArea, PLAN_MODEL),
    }
    known = {name: strategy.ids(kind) for name, (kind, file) in homes.items() if file in strategy.files}
    for _, plan in strategy.made(Plan):
        known["section"] = frozenset(section.number for section in plan.sections)
    return known


def plan_problems(strategy: Strategy, known: Known) -> list[Problem]:
    """Everything that does not fit together in strategy/."""
    return [
        *_repeated_ids(strategy),
        *_unknown_ids(strategy, known),
        *_objective_problems(strategy),
        *_measure_problems(strategy),
        *asked_problems(strategy, known),
        *_parent_problems(strategy),
    ]


def _repeated_ids(strategy: Strategy) -> Iterable[Problem]:
    for declaration in strategy.files.values():
        for kind, ids in declaration.ids.items():
            for identity in sorted({identity for identity in ids if ids.count(identity) > 1}):
                found = f"{ids.count(identity)} records with the id {quoted(identity)}"
                place = f"{kind.__name__} {identity}"
                yield Problem(declaration.file, place, found, "one", "give each its own id")


def _pointers(strategy: Strategy) -> Iterable[tuple[str, str, str, str, str | None]]:
    """Every id that a record names: file, place, field, kind of id, id."""
    for file, measure in strategy.made(KeyMeasure):
        place = f"measure {measure.id}"
        yield file, place, "priority", "priority", measure.priority
        yield file, place, "indicator", "indicator", measure.indicator
        yield file, place, "section", "section", measure.section
        yield from ((file, place, "context", "indicator", other) for other in measure.context)
        yield from ((file, place, "flags", "flag", flag) for flag in measure.flags)
    for file, flag in strategy.made(Flag):
        yield file, f"flag {flag.id}", "section", "section", flag.section
        yield from ((file, f"flag {flag.id}", "measures", "measure", other) for other in flag.measures)
    for file, priority in strategy.made(Priority):
        yield file, f"priority {priority.id}", "section", "section", priority.section
    for file, fact in strategy.made(PriorityFact):
        yield file, f"fact {fact.id}", "section", "section", fact.section
        yield from ((file, f"fact {fact.id}", "flag", "flag", flag) for flag in fact.flag)
    for file, item in strategy.made(PlanItem):
        place = f"item {item.id}"
        yield file, place, "section", "section", item.section
        yield file, place, "practice_code", "practice", item.practice_code
        yield from ((file, place, "flags", "flag", flag) for flag in item.flags)
        yield from ((file, place, "indicators", "indicator", other) for other in item.indicators)


def _unknown_ids(strategy: Strategy, known: Known) -> Iterable[Problem]:
    for file, place, field, kind, target in dict.fromkeys(_pointers(strategy)):
        if target is None or kind not in known or _elsewhere(kind, target):
            continue
        if target not in known[kind]:
            expected = HOMES.get(kind, f"a {kind} that is there")
            found = f"{quoted(target)}, which is not known"
            yield Problem(file, f"{place}, field {field}", found, expected, "correct the id, or add what it names")


def _elsewhere(kind: str, target: str) -> bool:
    """Whether a section is the name of another document, not a number in the plan."""
    return kind == "section" and not target[0].isdigit()


def _objective_problems(strategy: Strategy) -> Iterable[Problem]:
    if "priorities" not in strategy.files or strategy.files["priorities"].problems:
        return
    letters = {
        priority.id: [objective.letter for objective in priority.objective] for _, priority in strategy.made(Priority)
    }
    for file, measure in strategy.made(KeyMeasure):
        right = letters.get(measure.priority)
        if right is not None and measure.objective is not None and measure.objective not in right:
            expected = f"{choices(right)} (the objectives of {measure.priority})"
            place = f"measure {measure.id}, field objective"
            yield Problem(file, place, quoted(measure.objective), expected, "correct the letter")


def _measure_problems(strategy: Strategy) -> Iterable[Problem]:
    for file, measure in strategy.made(KeyMeasure):
        if not measure.target_comparable and measure.target_reason is None:
            place = f"measure {measure.id}, field target_reason"
            yield Problem(file, place, "nothing", "a sentence", "say why the target cannot be compared")
        if measure.target_comparable and measure.unit in PER and measure.counted is None:
            place = f"measure {measure.id}, field counted"
            yield Problem(file, place, "nothing", "what the figure counts, such as deaths", "name it")


def _parent_problems(strategy: Strategy) -> Iterable[Problem]:
    for declaration in strategy.files.values():
        items = declaration.made.get(PlanItem, [])
        known = set(declaration.ids.get(PlanItem, []))
        parents = {item.id: item.parent for item in items if item.parent is not None}
        for item in items:
            if item.parent is not None and item.parent not in known:
                found = f"{quoted(item.parent)}, which is not known"
                place = f"item {item.id}, field parent"
                yield Problem(declaration.file, place, found, "the id of another item of this file", "correct the id")
        for circle in cycles(parents):
            found = "a circle of parents: " + " → ".join((*circle, circle[0]))
            place = f"item {circle[0]}, field parent"
            yield Problem(declaration.file, place, found, "a chain that ends", "correct one parent")
