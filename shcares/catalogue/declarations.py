"""Sources and indicators: one TOML file each, named by its id, checked alone and against the others."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from shcares.catalogue.declared import Declaration
from shcares.catalogue.faults import choices, quoted
from shcares.catalogue.periods import REMEDY, period_fault
from shcares.catalogue.references import HOMES, Known
from shcares.catalogue.toml_files import read_toml
from shcares.domain.errors import Problem
from shcares.domain.records import Frequency, Indicator, Source
from shcares.domain.vocabulary import IntervalRule, Statistic, Unit

Declared = TypeVar("Declared", Source, Indicator)

ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST = {"name": 70, "short_name": 32}
FACTORS = {Unit.PERCENT: 100, Unit.PROPORTION: 1, Unit.PER_1000: 1e3, Unit.PER_10000: 1e4, Unit.PER_100000: 1e5}
DERIVABLE = (Statistic.PROPORTION, Statistic.CRUDE_RATE)
UNSCHEDULED = (Frequency.ONE_OFF, Frequency.ENDED)


def read_declarations(root: Path, kind: type[Declared]) -> tuple[dict[str, Declared], list[Problem]]:
    """Every record of a folder by id, which is the file's name; a faulty file is left out and reported."""
    records: dict[str, Declared] = {}
    problems: list[Problem] = []
    for path in sorted((root / folder_of(kind)).glob("*.toml")):
        declaration = Declaration(f"{folder_of(kind)}/{path.name}")
        raw, faults = read_toml(path, declaration.file)
        if not ID.fullmatch(path.stem):
            declaration.fault("", f"the file name {quoted(path.name)}", "lower-case words joined by _", "rename it")
        record = None if raw is None else declaration.record(kind, {"id": path.stem, **_without_id(raw, declaration)})
        if record is not None:
            records[path.stem] = record
        problems += faults + declaration.problems
    return records, problems


def declared_ids(root: Path, kind: type) -> frozenset[str]:
    """The ids of a folder by file name, whether or not the files can be read."""
    return frozenset(path.stem for path in (root / folder_of(kind)).glob("*.toml"))


def folder_of(kind: type) -> str:
    """The folder of a kind of record."""
    return {Source: "sources", Indicator: "indicators"}[kind]


def _without_id(raw: Mapping[str, object], declaration: Declaration) -> dict[str, object]:
    if "id" in raw:
        declaration.fault("field id", quoted(raw["id"]), "no id: the file's name is the id", "remove the field")
    return {key: value for key, value in raw.items() if key != "id"}


def source_problems(source: Source) -> list[Problem]:
    """When a source is due again."""
    file = f"sources/{source.id}.toml"
    if source.frequency in UNSCHEDULED and source.next_due is not None:
        expected = f"no next_due, since its frequency is {source.frequency}"
        return [Problem(file, "field next_due", str(source.next_due), expected, "remove one or correct the other")]
    if source.frequency not in UNSCHEDULED and source.next_due is None:
        expected = f"a date, since its frequency is {source.frequency}"
        return [Problem(file, "field next_due", "nothing", expected, "add the date to look again")]
    if source.next_due is not None and source.next_due < source.retrieved:
        expected = f"a date after retrieved ({source.retrieved})"
        return [Problem(file, "field next_due", str(source.next_due), expected, "correct one of the two")]
    return []


def indicator_problems(indicator: Indicator, known: Known) -> list[Problem]:
    """What an indicator refers to, and whether its unit, multiplier and interval rule agree."""
    found = [
        *_reference_faults(indicator, known),
        *_length_faults(indicator),
        *_rule_faults(indicator),
        *_break_faults(indicator),
    ]
    file = f"indicators/{indicator.id}.toml"
    return [Problem(file, f"field {field}", fault, expected, remedy) for field, fault, expected, remedy in found]


Fault = tuple[str, str, str, str]


def _reference_faults(indicator: Indicator, known: Known) -> Iterable[Fault]:
    pointers = [("source", "source", indicator.source), ("superseded_by", "indicator", indicator.superseded_by)]
    pointers += [("related", "indicator", other) for other in indicator.related]
    pointers += [("priorities", "priority", other) for other in indicator.priorities]
    pointers += [("focus_areas", "focus_area", other) for other in indicator.focus_areas]
    for field, kind, target in pointers:
        if target == indicator.id and kind == "indicator":
            yield field, "the indicator itself", "another indicator", "remove it"
        elif target is not None and kind in known and target not in known[kind]:
            expected = HOMES.get(kind) or choices(known[kind])
            yield field, f"{quoted(target)}, which is not known", expected, "correct the id, or add it there"


def _length_faults(indicator: Indicator) -> Iterable[Fault]:
    for field, longest in LONGEST.items():
        length = len(getattr(indicator, field))
        if length > longest:
            yield field, f"{length} characters", f"at most {longest}", "shorten it"


def _rule_faults(indicator: Indicator) -> Iterable[Fault]:
    if indicator.multiplier <= 0:
        yield "multiplier", f"{indicator.multiplier:g}", "a number above 0", "correct it"
    if not 0 <= indicator.decimals <= 6:
        yield "decimals", str(indicator.decimals), "a whole number from 0 to 6", "correct it"
    if indicator.interval is not IntervalRule.DERIVE:
        return
    if indicator.statistic not in DERIVABLE:
        expected = f"published or none, since the statistic is {indicator.statistic}"
        yield "interval", "derive", expected, "derive only from a count of a proportion or crude rate"
    factor = FACTORS.get(indicator.unit)
    if factor is not None and indicator.multiplier not in (factor, 0):
        yield "multiplier", f"{indicator.multiplier:g}", f"{factor:g} for {indicator.unit}", "correct it or the unit"


def _break_faults(indicator: Indicator) -> Iterable[Fault]:
    for broken in indicator.breaks:
        if fault := period_fault(broken.period, indicator.year_type):
            yield "breaks", *fault, REMEDY
