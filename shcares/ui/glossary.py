"""The glossary: every word of the trade used here, in plain English, found by typing."""

import streamlit as st

from shcares.style.glossary import GROUPS, Term
from shcares.style.sentences import count_words
from shcares.ui import reads, words

SEARCH = "word"


def show_glossary() -> None:
    """A search box and the terms that fit, by subject."""
    st.title("Glossary")
    st.markdown(
        "The words of the trade used on these pages, in plain English. They are explained where they stand too."
    )
    st.text_input("Find a word", key=SEARCH, bind="query-params", placeholder="interval, register, IMD …", max_chars=60)
    wanted = reads.searchable(st.session_state[SEARCH].strip())
    held = {group: [term for term in terms if _fits(term, wanted)] for group, terms in GROUPS.items()}
    found = sum(map(len, held.values()))
    if not found:
        st.markdown(f"No word here fits “{st.session_state[SEARCH]}”. Empty the box to see all of them.")
        return
    st.markdown(f"{count_words(found, 'word')}.")
    for group, terms in held.items():
        if terms:
            st.header(group)
            st.html(words.definitions((term.word, _told(term)) for term in terms))


def _told(term: Term) -> str:
    return f"{term.meaning} Also: {', '.join(term.also)}." if term.also else term.meaning


def _fits(term: Term, wanted: str) -> bool:
    return wanted in reads.searchable(" ".join((term.word, *term.also, *term.forms, term.meaning)))
