"""The plan in strategy/: read its files, and check that measures, flags, objectives and sections know each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shcares.catalogue.declared import Declaration
from shcares.catalogue.faults import quoted
from shcares.catalogue.toml_files import read_toml
from shcares.domain.errors import Problem
from shcares.domain.records import Flag, KeyMeasure, Model, Plan, PlanItem, Priority
from shcares.domain.supporting import Supporting

FOLDER = "strategy"
MODELS = "models"
PLAN_MODEL = f"{MODELS}/contributions"
"""The model that the plan prints; the parts that indicators are hung on are its focus areas."""


@dataclass(frozen=True)
class PrioritiesFile:
    """strategy/priorities.toml."""

    priority: tuple[Priority, ...]


@dataclass(frozen=True)
class MeasuresFile:
    """strategy/key_measures.toml."""

    measure: tuple[KeyMeasure, ...]


@dataclass(frozen=True)
class SupportingFile:
    """strategy/supporting.toml."""

    priority: tuple[Supporting, ...]


@dataclass(frozen=True)
class FlagsFile:
    """strategy/flags.toml."""

    flag: tuple[Flag, ...]


@dataclass(frozen=True)
class ItemsFile:
    """Any other file of strategy/: statements of one kind."""

    kind: str
    title: str
    section: str
    item: tuple[PlanItem, ...]


FILES: Mapping[str, type] = {
    "plan": Plan,
    "priorities": PrioritiesFile,
    "key_measures": MeasuresFile,
    "supporting": SupportingFile,
    "flags": FlagsFile,
}


@dataclass(frozen=True)
class Strategy:
    """The files of strategy/ that could be read, by name."""

    files: Mapping[str, Declaration] = field(default_factory=dict)

    def made(self, kind: type) -> Iterable[tuple[str, Any]]:
        """Every record of a kind with its file."""
        return [(file.file, record) for file in self.files.values() for record in file.made.get(kind, [])]

    def ids(self, kind: type) -> frozenset[str]:
        """Every id seen of a kind, also of records with a fault."""
        return frozenset(identity for file in self.files.values() for identity in file.ids.get(kind, []))


def read_strategy(root: Path) -> tuple[Strategy, list[Problem]]:
    """Every TOML file of strategy/; one that is not TOML is reported and left out."""
    files: dict[str, Declaration] = {}
    problems: list[Problem] = []
    for path in [*sorted((root / FOLDER).glob("*.toml")), *sorted((root / FOLDER / MODELS).glob("*.toml"))]:
        name = path.relative_to(root / FOLDER).with_suffix("").as_posix()
        declaration = Declaration(f"{FOLDER}/{name}.toml")
        raw, faults = read_toml(path, declaration.file)
        if raw is not None:
            _record(declaration, raw, name)
            files[name] = declaration
        problems += faults + declaration.problems
    return Strategy(files), problems


def _record(declaration: Declaration, raw: Mapping[str, Any], name: str) -> None:
    if name.startswith(f"{MODELS}/"):
        declaration.record(Model, {"id": name.removeprefix(f"{MODELS}/"), **raw})
        return
    kind = FILES.get(name, ItemsFile)
    declaration.record(kind, _placed(raw, name) if kind is ItemsFile else raw)
    _check_kind(declaration, raw, name)


def _placed(raw: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """The file with its kind, its section and their position given to the items, which leave them out."""
    items = raw.get("item")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return dict(raw)
    shared = {"section": raw.get("section", "")}
    return {
        **raw,
        "item": [{**shared, **item, "kind": kind, "position": number} for number, item in enumerate(items, 1)],
    }


def _check_kind(declaration: Declaration, raw: Mapping[str, Any], stem: str) -> None:
    if stem not in FILES and isinstance(raw.get("kind"), str) and raw["kind"] != stem:
        declaration.fault("field kind", quoted(raw["kind"]), f"the file's name, {stem!r}", "correct the kind")
