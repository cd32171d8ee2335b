"""Colour is never alone, and every mark can be seen on both papers."""

import tomllib
from itertools import product
from pathlib import Path

import pytest

from shcares.domain.vocabulary import Judgement, Status
from shcares.style import palette
from shcares.style.palette import DARK, LIGHT, Scheme, mark
from shcares.style.theme import theme_toml

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
VERDICTS = [*Judgement, *Status]


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("paper", [LIGHT, DARK])
def test_marks_of_the_default_scheme_have_three_to_one_contrast(paper: palette.Paper) -> None:
    drawn = [palette.ACCENT, palette.COMPARATOR, palette.TARGET, *palette.NETWORK.values()]
    drawn += [mark(verdict, Scheme.SAFE).colour for verdict in VERDICTS]
    assert {colour for colour in drawn if _contrast(colour, paper.background) < 3} == set()


@pytest.mark.parametrize("paper", [LIGHT, DARK])
def test_text_and_links_have_four_and_a_half_to_one_contrast(paper: palette.Paper) -> None:
    for text, ground in product((paper.ink, paper.link), (paper.background, paper.raised)):
        assert _contrast(text, ground) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
def test_an_icon_can_be_read_on_its_dot(scheme: Scheme) -> None:
    for verdict in VERDICTS:
        drawn = mark(verdict, scheme)
        assert _contrast(drawn.colour, drawn.ink) >= 3


def test_words_and_icons_are_the_same_in_every_scheme() -> None:
    for verdict in VERDICTS:
        assert len({(mark(verdict, scheme).icon, mark(verdict, scheme).word) for scheme in Scheme}) == 1


def test_better_and_worse_differ_in_icon_and_word_not_only_in_colour() -> None:
    better, worse = mark(Judgement.BETTER), mark(Judgement.WORSE)
    assert better.icon != worse.icon
    assert better.word != worse.word


def test_the_networks_have_four_hues_of_their_own() -> None:
    others = {mark(verdict, scheme).colour for verdict in VERDICTS for scheme in Scheme} | {palette.ACCENT}
    assert len(set(palette.NETWORK.values())) == 4
    assert not others & set(palette.NETWORK.values())


def test_the_configured_theme_is_the_palettes() -> None:
    configured = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
    assert configured == tomllib.loads(theme_toml())["theme"]


def test_higher_and_lower_are_not_taken_for_similar_in_the_familiar_colours() -> None:
    judged = (Judgement.HIGHER, Judgement.SIMILAR, Judgement.LOWER)
    assert len({palette.mark(one, palette.Scheme.RAG).colour for one in judged}) == len(judged)
