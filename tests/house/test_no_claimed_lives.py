"""No sentence turns a weight of a model and a gap into deaths or cases: the weights are opinions, not effects."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "shcares" / "ui" / "inequalities"
MODELS = ROOT / "data" / "strategy" / "models"

OF_THE_MODEL = re.compile(
    r"\b(?:weights?|models?|composites?|gaps?|focus areas?|contribut\w+|share of health)\b",
    re.I,
)
PEOPLE_COUNTED = re.compile(
    r"\b(?:deaths?|cases?|lives|admissions?|illnesses|diagnoses)\b"
    r"|\b(?:people|residents|patients) (?:would|could|fewer|more)\b"
    r"|\b(?:prevent|avert|avoid|sav)(?:e|es|ed|ing)?\b",
    re.I,
)
DENIED = re.compile(r"\b(?:not|no|nor|nothing|never|neither|cannot|none)\b", re.I)
NAMES = re.compile(
    r"(?:preventable|avoidable) (?:deaths?|mortality)|deaths? considered preventable|premature deaths?"
    r"|(?:alcohol|self-harm|hospital|injury|emergency)[\w ,-]* admissions?|deaths? (?:under|from|before) [\w ]+",
    re.I,
)
"""What indicators are called; a name is no claim."""


def test_no_sentence_makes_deaths_or_cases_of_weights_and_gaps() -> None:
    claims = [f"{place}: {claim}" for place, words in _texts() for claim in claimed(words)]
    assert not claims, "\nThe model says nothing of deaths or cases:\n" + "\n".join(claims)


@pytest.mark.parametrize(
    "words",
    [
        "Closing the gap in smoking, with its weight of 10, would prevent 40 deaths a year.",
        "Alcohol use carries 5% of the model, so the gap stands for 120 cases.",
        "The composite suggests that 300 lives could be saved.",
        "On these weights, 55 admissions come from employment.",
    ],
)
def test_a_claim_is_found(words: str) -> None:
    assert list(claimed(words))


@pytest.mark.parametrize(
    "words",
    [
        "The weights say nothing about how many deaths or cases a change would prevent.",
        "Deaths considered preventable stand beside the model as an outcome.",
        "The gap to England lies most in alcohol use.",
        "Fuel poverty would be lower if everyone had the rate of the least deprived.",
    ],
)
def test_a_caveat_and_a_name_are_no_claims(words: str) -> None:
    assert not list(claimed(words))


def claimed(words: str) -> Iterator[str]:
    """Sentences that speak of the model and of deaths or cases in one breath, and do not deny the link."""
    for sentence in re.split(r"(?<=[.!?;])\s+", words):
        told = NAMES.sub(" ", sentence)
        if OF_THE_MODEL.search(told) and PEOPLE_COUNTED.search(told) and not DENIED.search(told):
            yield sentence


def _texts() -> Iterator[tuple[str, str]]:
    """Every string a viewer of these pages may read, with its place."""
    for file in sorted(SCREENS.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) not in documentation and (words := _words(node)):
                yield f"{file.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}", words
    for file in sorted(MODELS.glob("*.toml")):
        declared = tomllib.loads(file.read_text(encoding="utf-8"))
        yield from ((file.name, words) for words in declared.values() if isinstance(words, str))


def _words(node: ast.AST) -> str:
    """A string, or an f-string with what is put in left out."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
