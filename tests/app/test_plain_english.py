"""Every sentence the pages say themselves is short enough to be taken in at once: fewer than 25 words."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from shcares.ui import reads, router

ROOT = Path(__file__).resolve().parents[2]
MOST_WORDS = 24
VIEWS: dict[str, tuple[dict[str, str], ...]] = {
    "overview": ({},),
    "mental_wellbeing": ({}, {"part": "Practices", "area": "South"}),
    "tackling_obesity": ({}, {"part": "Around the measures"}),
    "resilient_communities": ({}, {"part": "Compare and explain"}),
    "map": ({},),
    "communities": (
        {"area": "Central"},
        {"part": "Its practices", "area": "South"},
        {"part": "Side by side"},
        {"part": "Who lives where", "area": "North"},
    ),
    "practices": (
        {},
        {"part_of_practice": "Its list"},
        {"part_of_practice": "Where its patients live"},
        {"part_of_practice": "Names and doubts"},
        {"part_of_practice": "All practices of the plan"},
    ),
    "model": (
        {},
        {"part_of_model": "Neighbourhoods and practices"},
        {"part_of_model": "What the plan says"},
        {"part_of_model": "The model as a table"},
    ),
    "gap": (
        {},
        {"part_of_gap": "Among all authorities"},
        {"part_of_gap": "Beside the outcomes"},
        {"part_of_gap": "What if the weights were different?"},
        {"part_of_gap": "What it stands on"},
    ),
    "gradient": (
        {},
        {"gradient_view": "By tenth"},
        {"gradient_view": "Neighbourhood by neighbourhood"},
        {"gradient_view": "Length of life"},
        {"gradient_view": "Practices"},
        {"gradient_view": "England"},
    ),
    "by_place": (
        {},
        {"area": "North"},
        {"by_place_view": "Measure by measure"},
        {"by_place_view": "What the plan says"},
    ),
    "marmot": ({}, {"marmot_view": "The gap between children"}, {"marmot_view": "What the plan says"}),
    "explore": (
        {},
        {"shows_as": "Compared"},
        {"shows_as": "Spread"},
        {"shows_as": "Against another"},
        {"shows_as": "By group"},
        {"shows_as": "On a map"},
        {"shows_as": "Table"},
    ),
    "profile": ({}, {"authority": "Halton"}),
    "stories": ({},),
    "take_away": ({},),
    "library": ({}, {"indicator": "self_harm_admissions", "view": "What it means"}),
    "plan_check": ({},),
    "glossary": ({},),
    "figure": ({},),
    "no_such_page": ({},),
}
"""Every page, and the views it opens by its address."""
SPECS = {spec.address: spec for specs in (*router.SECTIONS.values(), router.HIDDEN) for spec in specs}
PRINTED = {"text", "statement", "vision", "mission", "printed", "quote", "name", "title"}
"""The keys under which the plan's files hold its own words."""
ELEMENTS = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success")


class _Blocks(HTMLParser):
    """The text of each block on its own; source lines are left out, for they are names of data sets."""

    BLOCKS = frozenset(
        re.findall(r"\w+", "p li td th dd dt div h1 h2 h3 h4 caption summary tr details section text title br")
    )

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._text, self._is_source = "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag in self.BLOCKS or "shc-small" in classes:
            self.end_block()
            self._is_source = "shc-source" in classes

    def handle_endtag(self, tag: str) -> None:
        if tag in self.BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        self._text += data

    def end_block(self) -> None:
        if self._text.strip() and not self._is_source:
            self.texts.append(" ".join(self._text.split()))
        self._text, self._is_source = "", False


def texts_of(html: str) -> list[str]:
    blocks = _Blocks()
    blocks.feed(re.sub(r"<(style|script).*?</\1>", "", html, flags=re.DOTALL))
    blocks.end_block()
    return blocks.texts


def texts_on(app: AppTest) -> list[str]:
    held = [text for element in app.get("html") for text in texts_of(element.proto.body)]
    plain = [str(element.value) for kind in ELEMENTS for element in getattr(app, kind)]
    return [*held, *(" ".join(text.split()) for text in plain)]


def texts_under(app: AppTest) -> list[str]:
    """How the figures on the page are worked out, which is one click away."""
    state = app.session_state
    held = state["shown_figures"] if "shown_figures" in state else {}  # noqa: SIM401 (it has no `get`)
    return [figure.method for part in held.values() for figure in part.values()]


def sentences_in(text: str) -> list[str]:
    return re.split(r"(?<=[.!?:;])\s+|\s+·\s+", text)


@cache
def plans_words() -> str:
    """All the plan prints, in one text."""
    files = sorted((ROOT / "data" / "strategy").glob("*.toml"))
    held = (found for file in files if file.stem != "flags" for found in _printed(tomllib.loads(file.read_text())))
    return " ".join(" ".join(held).split())


def _printed(held: Any) -> Iterator[str]:
    if isinstance(held, list):
        for each in held:
            yield from _printed(each)
    if isinstance(held, dict):
        for key, value in held.items():
            if isinstance(value, str) and key in PRINTED:
                yield value
            yield from _printed(value)


@cache
def _names() -> re.Pattern[str]:
    names = set(reads.indicators()["name"]) | set(reads.indicators()["short_name"])
    longest_first = sorted((name for name in names if " " in name), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def words_in(sentence: str) -> int:
    """How many words, where the name of an indicator is one."""
    return len(_names().sub("name", sentence).split())


def too_long(texts: list[str]) -> list[str]:
    said = dict.fromkeys(sentence for text in texts for sentence in sentences_in(text))
    return [each for each in said if words_in(each) > MOST_WORDS and each.strip(" .;:“”") not in plans_words()]


def opened(address: str, parameters: dict[str, str]) -> AppTest:
    """The page at an address; its parameters are set anew after the move, which takes away what the page keeps."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180)
    for step in (app.run, lambda: app.switch_page(f"pages/{SPECS[address].file}"), app.run):
        for name, value in parameters.items():
            app.query_params[name] = value
        step()
    return app


def test_a_long_sentence_is_found_and_sources_and_the_plans_own_words_are_not() -> None:
    long, source = "word " * MOST_WORDS + "word.", "name " * 40
    html = f"<p>Short. {long}</p><p class='shc-source'>{source}</p><table><tr><td>{'cell ' * 20}</td><td>{'cell ' * 20}"
    assert too_long(texts_of(html)) == [long]
    assert too_long([long.replace("word ", "word; ", 1)]) == []
    items = [item["text"] for item in tomllib.loads((ROOT / "data/strategy/inequalities.toml").read_text())["item"]]
    assert any(words_in(sentence) > MOST_WORDS for text in items for sentence in sentences_in(text))
    assert too_long(items) == []


def test_every_page_is_looked_at() -> None:
    assert set(VIEWS) == set(SPECS)


def test_every_meaning_and_every_note_in_the_library_and_the_plan_check_is_short() -> None:
    texts = [*reads.indicators()["definition"], *reads.flags()["note"], *reads.practices()["note"].dropna()]
    assert too_long(texts) == []


@pytest.mark.parametrize("address", VIEWS)
def test_every_sentence_of_a_page_has_fewer_than_25_words(address: str) -> None:
    seen: list[list[str]] = []
    for parameters in VIEWS[address]:
        app = opened(address, parameters)
        assert not app.exception
        texts = [*texts_on(app), *texts_under(app)]
        assert texts, f"/{address} {parameters} says nothing"
        assert texts not in seen, f"/{address} does not open {parameters}"
        seen.append(texts)
        long = "\n".join(f"{words_in(each)} words: {each}" for each in too_long(texts))
        assert not long, f"/{address} {parameters}\n{long}"
