"""A TOML table to a frozen record, driven by the record's own type hints; every fault is noted, none is raised."""

import math
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from shcares.catalogue.faults import choices, quoted
from shcares.domain.errors import Problem

Record = TypeVar("Record")

WORDS: Mapping[type, str] = {
    str: "text in quotes, not empty",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date such as 2026-03-31, without quotes",
}
WRONG = object()


@dataclass
class Declaration:
    """One TOML file being read.

    `made` holds every record that could be made and `ids` every id seen, also of records that could not, so
    that one fault hides no other and a reference to a faulty record is not called unknown.
    """

    file: str
    problems: list[Problem] = field(default_factory=list)
    made: dict[type, list[Any]] = field(default_factory=dict)
    ids: dict[type, list[str]] = field(default_factory=dict)

    def record(self, kind: type[Record], raw: object, place: str = "") -> Record | None:
        """A record of `kind` from a TOML table; None, with the reasons in `problems`, if a field is faulty."""
        if not isinstance(raw, dict):
            self.fault(place, quoted(raw), "a table of fields", "write it as a table")
            return None
        if isinstance(identity := raw.get("id"), str):
            self.ids.setdefault(kind, []).append(identity)
        declared = {str(spec.metadata.get("key", spec.name)): spec for spec in fields(kind)}  # type: ignore[arg-type]
        flat = _flatten(raw, declared)
        self._report_unknown(flat, declared, place)
        hints = typing.get_type_hints(kind)
        values = {spec.name: self._value(hints[spec.name], flat, key, spec, place) for key, spec in declared.items()}
        if WRONG in values.values():
            return None
        record = kind(**values)
        self.made.setdefault(kind, []).append(record)
        return record

    def fault(self, place: str, found: str, expected: str, remedy: str) -> None:
        """Note one problem of this file."""
        self.problems.append(Problem(self.file, place, found, expected, remedy))

    def _report_unknown(self, flat: Mapping[str, object], declared: Mapping[str, object], place: str) -> None:
        for key in flat.keys() - declared.keys():
            self.fault(_inside(place, f"field {key}"), "an unknown field", choices(declared), "rename or remove it")

    def _value(self, hint: Any, flat: Mapping[str, object], key: str, spec: Field[Any], place: str) -> object:
        if key in flat:
            return self._convert(hint, flat[key], place, key)
        if spec.default is not MISSING:
            return spec.default
        if spec.default_factory is not MISSING:
            return spec.default_factory()
        self.fault(_inside(place, f"field {key}"), "nothing", _meaning(hint), "add the field")
        return WRONG

    def _convert(self, hint: Any, value: object, place: str, key: str) -> object:
        hint = _without_none(hint)
        if typing.get_origin(hint) is tuple:
            return self._members(typing.get_args(hint)[0], value, place, key)
        if typing.get_origin(hint) is Mapping:
            return self._words(value, place, key)
        if is_dataclass(hint) and isinstance(hint, type):
            made = self.record(hint, value, _inside(place, key))
            return WRONG if made is None else made
        if _fits(hint, value):
            return hint(value) if hint is float or issubclass(hint, StrEnum) else value
        self.fault(_inside(place, f"field {key}"), quoted(value), _meaning(hint), "correct it")
        return WRONG

    def _words(self, value: object, place: str, key: str) -> object:
        """A table whose fields are named by the file's writer, each with words."""
        where = _inside(place, f"field {key}")
        if not isinstance(value, dict):
            self.fault(where, quoted(value), "a table of words", 'write it as { word = "words" }')
            return WRONG
        wrong = {name: each for name, each in value.items() if not _fits(str, each)}
        for name, each in wrong.items():
            self.fault(f"{where}.{name}", quoted(each), WORDS[str], "correct it")
        return WRONG if wrong else dict(value)

    def _members(self, hint: Any, value: object, place: str, key: str) -> object:
        if not isinstance(value, list):
            self.fault(_inside(place, f"field {key}"), quoted(value), "a list", "write it as a list")
            return WRONG
        if is_dataclass(hint) and isinstance(hint, type):
            made = [
                self.record(hint, member, _inside(place, _label(key, member, n))) for n, member in enumerate(value, 1)
            ]
            return tuple(member for member in made if member is not None)
        members = [self._convert(hint, member, place, key) for member in value]
        return WRONG if WRONG in members else tuple(members)


def _flatten(raw: Mapping[str, object], declared: Mapping[str, object]) -> dict[str, object]:
    """Lift the fields of an inline table that the record holds itself, such as headline.sex."""
    inline = {key.split(".")[0] for key in declared if "." in key}
    flat: dict[str, object] = {}
    for key, value in raw.items():
        if key in inline and isinstance(value, dict):
            flat |= {f"{key}.{inner}": member for inner, member in value.items()}
        else:
            flat[key] = value
    return flat


def _fits(hint: Any, value: object) -> bool:
    if hint is float:
        return type(value) in (int, float) and math.isfinite(typing.cast(float, value))
    if hint is str:
        return isinstance(value, str) and bool(value.strip())
    if issubclass(hint, StrEnum):
        return isinstance(value, str) and value in set(hint)
    return type(value) is hint


def _meaning(hint: Any) -> str:
    hint = _without_none(hint)
    if typing.get_origin(hint) is tuple:
        return "a list"
    if typing.get_origin(hint) is Mapping:
        return "a table of words"
    if issubclass(hint, StrEnum):
        return choices(hint)
    return WORDS.get(hint, "a table of fields")


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint


def _label(key: str, member: object, number: int) -> str:
    """A name by which a reader finds one table of many: its id or letter, else its number in the file."""
    if not isinstance(member, dict):
        return f"{key} {number}"
    name = member.get("id", member.get("letter"))
    return f"{key} {name}" if isinstance(name, str) and len(name) < 60 and name.isprintable() else f"{key} {number}"


def _inside(place: str, part: str) -> str:
    return f"{place}, {part}" if place else part
