"""Words of the trade are explained where they stand, once, and never inside other words."""

import re
from itertools import chain

from shcares.style.glossary import GROUPS, explained


def test_a_term_is_explained_where_it_first_stands() -> None:
    told = explained("The 95% interval is wide. Another 95% interval is not.")
    assert told.count("<abbr") == 1
    assert told.startswith("The <abbr class='shc-term' title='How far chance alone may have moved a figure.")


def test_a_term_inside_another_word_is_left_alone() -> None:
    assert explained("SIIx and unmodelled") == "SIIx and unmodelled"


def test_text_stays_text() -> None:
    assert explained("<b>RII</b>").startswith("&lt;b&gt;<abbr")


def test_every_meaning_is_short_sentences_and_no_term_is_there_twice() -> None:
    terms = list(chain.from_iterable(GROUPS.values()))
    for term in terms:
        assert all(len(sentence.split()) < 25 for sentence in re.split(r"(?<=[.:])\s", term.meaning)), term.word
        assert term.meaning.endswith(".")
    names = [name for term in terms for name in {one.casefold() for one in (term.word, *term.also, *term.forms)}]
    assert len(names) == len(set(names))
