"""A TOML file to a plain table, or to the line at which it stops being TOML."""

import re
import tomllib
from pathlib import Path
from typing import Any

from shcares.catalogue.text_files import read_text
from shcares.domain.errors import Problem

_PLACE = re.compile(r"(.*) \(at (line \d+), column \d+\)", re.DOTALL)


def read_toml(path: Path, file: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The file's table, or None and why."""
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    table, faults = parse_toml(text, file)
    return table, [*problems, *faults]


def parse_toml(text: str, file: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The table that TOML of whatever origin holds, or None and why."""
    try:
        return tomllib.loads(text), []
    except RecursionError:
        found = "lists or tables nested too deeply to read"
        return None, [Problem(file, "", found, "a flat list of fields", "remove the nesting")]
    except ValueError as error:
        found, place = _reason(" ".join(str(error).split()))
        return None, [Problem(file, place, found, "valid TOML", "mend the line, or the one before it")]


def _reason(message: str) -> tuple[str, str]:
    if match := _PLACE.fullmatch(message):
        return f"a line that cannot be read ({match[1]})", match[2]
    return f"text that cannot be read ({message.removesuffix(' (at end of document)')})", "end of file"
