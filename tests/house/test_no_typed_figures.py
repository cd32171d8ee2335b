"""No figure in pages/ or shcares/ui/ is typed by hand: what is shown comes from the store.

A figure is a number that could be a statistic. Numbers that lay a page out may be written: whole numbers, halves, and
shares between 0 and 1. Numbers inside words that a viewer reads may not, but for years, names and words of method.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Digits in words that are no figures: years, names, licences, sizes in styles.
NAMES_WITH_DIGITS = re.compile(
    r"Year 6|Open Government Licence v3\.0|Open Government Licence \(OGL\) v3\.0|v3\.0"
    r"|\b(?:19|20)\d\d(?:\s?[/–-]\s?\d\d?\d?\d?)?\b"  # a year or a range of years
    r"|\b[2-8]0(?:st|nd|rd|th)\b|\bh[1-6]\b|\bUTF-8\b|\bIMD\s?\d*\b"
    r"|\d+(?:\.\d+)?(?:px|rem|em|vh|vw|fr|ms|s|ch)\b|#[0-9a-fA-F]{3,8}\b|&#\d+;|</?h[1-6]"
    r"|\b\d+\s?%(?=[;\s'\"]*(?:$|;))",  # a width in a style
)
# Numbers that are words of method: the 95 % of an interval, the 50 % interval of a projection.
WORDS_OF_METHOD = re.compile(r"\b9(?:5|9\.8)\s?%|\b50% interval")
MARKUP = re.compile(r"<[^<>]*>|\{[^{}]*\}|:material/[a-z0-9_]+:|[\w./-]+\.(?:py|svg|png|csv|css)\b", re.S)
FIGURE = re.compile(r"\d+(?:[.,]\d+)+|\b\d{2,}\b|\b\d+\s?(?:%|per\b)")
# Whole numbers above this are not sizes on a screen; a year or a limit named by its keyword may still be written.
LARGEST_SIZE = 2000
YEARS = range(1900, 2101)
LIMITS = {"max_entries", "ttl", "timeout"}


def test_no_figure_is_typed_by_hand() -> None:
    faults = [f"{fault}" for file in _screen_modules() for fault in _faults(file)]
    assert not faults, "\nA figure comes from the store, with its source:\n" + "\n".join(faults)


@pytest.mark.parametrize(
    "source",
    [
        'st.metric("Year 6 obesity", "25.1 %")',
        'st.write(f"{name} is 25.1 per cent")',
        'st.write("about 25% of children")',
        'st.markdown("180,585 people live here")',
        "st.metric('Obesity', 25.1)",
        "value = 978.7",
        "population = 180585",
        "st.metric('People', value=180585)",
        'st.write("28 of 33 practices")',
        'LABEL = "978.7 per 100,000"',
    ],
)
def test_a_typed_figure_is_found(source: str) -> None:
    assert list(_figures(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        "st.columns([2, 1, 1])",
        "st.columns([0.6, 0.4])",
        "chart(height=320, width=640)",
        "rows.head(5)",
        "st.cache_data(max_entries=4000)",
        "TARGET_YEAR = 2027",
        'st.write("Year 6 obesity")',
        'st.write("Licensed under the Open Government Licence v3.0")',
        "st.html(\"<div style='width: 62%; margin: 0.5rem 12px'></div>\")",
        'st.write(f"{value:.1f} %")',
        'st.write("with its 95 % interval")',
        'page("overview/overview.py", icon=":material/counter_1:")',
        '"""A module that speaks of 25.1 % in its docstring."""',
        'st.write("Strategy 2022–25")',
    ],
)
def test_layout_names_and_years_are_no_figures(source: str) -> None:
    assert not list(_figures(ast.parse(source)))


def _screen_modules() -> Iterator[Path]:
    for folder in ("pages", "shcares/ui"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def _faults(file: Path) -> Iterator[str]:
    for line, figure in _figures(ast.parse(file.read_text(encoding="utf-8"))):
        yield f"{file.relative_to(ROOT).as_posix()}:{line}: {figure}"


def _figures(tree: ast.AST) -> Iterator[tuple[int, str]]:
    passed_over = _documentation(tree) | _format_specs(tree) | _limits(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in passed_over:
            continue
        if isinstance(node.value, bool) or node.value is None:
            continue
        if isinstance(node.value, str):
            for figure in figures_in_words(node.value):
                yield node.lineno, f"{figure!r} in words"
        elif isinstance(node.value, int | float) and _could_be_a_statistic(node.value):
            yield node.lineno, str(node.value)


def figures_in_words(words: str) -> list[str]:
    """The numbers in words that could be statistics, once mark-up, names and years are set aside."""
    for harmless in (MARKUP, WORDS_OF_METHOD, NAMES_WITH_DIGITS):
        words = harmless.sub(" ", words)
    return [found[0] for found in FIGURE.finditer(words)]


def _could_be_a_statistic(number: int | float) -> bool:
    if isinstance(number, int):
        return abs(number) > LARGEST_SIZE and number not in YEARS
    return not 0 <= number <= 1 and number % 0.5 != 0


def _documentation(tree: ast.AST) -> set[int]:
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _limits(tree: ast.AST) -> set[int]:
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg in LIMITS}


def _format_specs(tree: ast.AST) -> set[int]:
    specs = (node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue) and node.format_spec)
    return {id(part) for spec in specs for part in ast.walk(spec)}
