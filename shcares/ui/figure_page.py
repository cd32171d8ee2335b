"""One figure by its ID: the drawing, then what was asked of the store for it, its sources, its method, its date."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from shcares.export.figure import Figure, Question
from shcares.store.connection import sql_text
from shcares.style import formats, sentences
from shcares.ui import figures, filters, reads, recipes, words

FIGURE = "figure"
_SOURCE = {"publisher": "Publisher", "dataset": "Data set", "release": "Release", "licence": "Licence"}
_DAYS = {"retrieved": "Retrieved", "next_due": "Next due"}
_OF_FIGURES = (
    "observations",
    "latest_observations",
    "distributions",
    "vintages",
    "deprivation",
    "small_area_deprivation",
    "lsoa_deciles",
    "populations",
    "list_sizes",
    "registered_patients",
    "registrations",
    "standings",
    "composites",
)
"""Questions whose answers are figures; all others ask for names, words and outlines."""


def asked_for() -> str:
    """The ID in the address, or nothing."""
    return str(st.query_params.get(FIGURE, ""))


def show_page() -> None:
    """The figure whose ID is in the address; help where there is none or no such figure."""
    ref = asked_for()
    if not ref:
        _show_help()
        return
    try:
        figure = recipes.by_ref(ref, filters.current().scheme)
    except recipes.UnknownFigureError as error:
        st.title("There is no such figure")
        st.markdown(f"{error}. An ID stands under every figure, on slides and in files; check its letters.")
        _show_help()
        return
    st.title(figure.title)
    st.markdown(f"Figure **{figure.ref}**")
    figures.show(figure)
    _show_basis(figure)


def _show_help() -> None:
    st.markdown("Every figure has a short ID under it. Type one to see the figure and all it rests on.")
    st.text_input("Figure ID", key="figure_id", placeholder="TR-7KQ2", on_change=_go, max_chars=60)


def _go() -> None:
    st.query_params[FIGURE] = st.session_state["figure_id"].strip()


def _show_basis(figure: Figure) -> None:
    about = [f"{word}: {name}" for word, name in figure.filters.items() if name]
    info = reads.build_info()
    st.header("What it rests on")
    st.html(
        words.definitions(
            [
                ("Figure", figure.title),
                ("Made by", f"{figure.name}{' with ' + ', '.join(about) if about else ''}"),
                ("Area", figure.area),
                ("Period", figure.period),
                ("Source", figure.source),
                ("Method", figure.method),
                ("Data", f"{reads.gathered()} Edition {info.digest[:8]}."),
            ]
        )
    )
    _show_sources(figure)
    figure_questions = [one for one in figure.asked if one.name.startswith(_OF_FIGURES)]
    names = [one for one in figure.asked if not one.name.startswith(_OF_FIGURES)]
    st.header("Asked of the store")
    st.markdown(
        f"{sentences.count_words(len(figure_questions), 'question')} for the figures and "
        f"{sentences.count_words(len(names), 'question')} for names and words. "
        "Each runs as it stands, with its values, on the store that `python -m shcares build` makes of the data."
    )
    for question in [*figure_questions, *names]:
        _show_question(question)


def _show_question(question: Question) -> None:
    given = [f"${key} = {value or 'null'}" for key, value in question.parameters]
    with st.expander(f"{question.name}{': ' + '; '.join(given) if given else ''}"):
        st.code(sql_text(question.name), language="sql")


def _show_sources(figure: Figure) -> None:
    rows = sources_of(figure)
    if rows.empty:
        return
    st.header("Sources")
    st.dataframe(rows, hide_index=True, key="figure-sources", alt="Sources of this figure")


def sources_of(figure: Figure) -> pd.DataFrame:
    """The sources the figure names: publisher, data set, release, licence, when retrieved and when next due."""
    rows = reads.sources()
    named = [
        data_set in figure.source and release in figure.source
        for data_set, release in zip(rows["dataset"], rows["release"], strict=True)
    ]
    mine: pd.DataFrame = rows.loc[named]
    days = {heading: mine[column].map(_day) for column, heading in _DAYS.items()}
    return mine[list(_SOURCE)].rename(columns=_SOURCE).assign(**days)


def _day(value: Any) -> str:
    return "not known" if pd.isna(value) else formats.day(value)


def indicators_of(asked: Sequence[Question]) -> tuple[str, ...]:
    """The indicators whose values were asked for."""
    told = [dict(one.parameters) for one in asked if one.name in ("observations", "latest_observations")]
    ids = [one for given in told for one in given["indicator_ids"].split(", ") if one]
    return tuple(dict.fromkeys(ids))
