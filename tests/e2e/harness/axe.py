"""Accessibility by axe-core, with the faults of an empty Streamlit page set aside."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Frame, Page


@cache
def _axe_script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page | Frame) -> dict[str, str]:
    """What axe-core finds on a page: rule -> impact, help text and the first places."""
    # Evaluated by the driver, not added as a script element: the content security policy stays as visitors have it.
    page.evaluate(f"() => {{ {_axe_script()}\n; return true }}")
    found: Mapping[str, Any] = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return {rule["id"]: _in_words(rule) for rule in found["violations"]}


def new_violations(page: Page | Frame, *, known: Iterable[str]) -> dict[str, str]:
    """What axe-core finds beyond the rules in `known`, which an empty Streamlit page breaks by itself."""
    return {rule: words for rule, words in violations(page).items() if rule not in set(known)}


def _in_words(rule: Mapping[str, Any]) -> str:
    places = [" ".join(str(part) for part in node["target"]) for node in rule["nodes"][:3]]
    return f"{rule['impact']}: {rule['help']} ({len(rule['nodes'])} places, e.g. {'; '.join(places)})"
