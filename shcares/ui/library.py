"""What the Indicator library is made of: a search that reads every word, and one indicator told whole."""

import pandas as pd
import streamlit as st

from shcares.domain.vocabulary import Level
from shcares.style import sentences
from shcares.ui import reads, router

PAGE_LENGTH = 12
ALL = "All topics"
LEVELS = {"Any": "", "Borough": Level.BOROUGH, "Practice": Level.PRACTICE, "Neighbourhood": Level.SMALL_AREA}
_KEPT = ("q", "topic", "level")
_OPENED = "opened_indicator"
_LEVEL_WORDS = {Level.BOROUGH: "", Level.PRACTICE: " · by practice", Level.SMALL_AREA: " · by neighbourhood"}


def show_search() -> None:
    """One line: the words to look for, the topic, and what the indicator was published for."""
    st.title("Indicator library")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Search names, definitions and the plan’s words",
            key="q",
            type="search",
            live=True,
            bind="query-params",
            icon=":material/search:",
            placeholder="self-harm, loneliness, best start …",
            width=400,
        )
        st.selectbox("Topic", [ALL, *reads.topics().values()], key="topic", bind="query-params", width=280)
        st.segmented_control(
            "Published for", list(LEVELS), key="level", default="Any", required=True, bind="query-params"
        )


def found(query: str, topic: str, level: str) -> pd.DataFrame:
    """Indicators in which every word of the query occurs, those with it in their name first."""
    known = reads.indicators()
    hit = pd.Series(True, index=known.index)
    for word in reads.searchable(query).split():
        hit &= known["haystack"].str.contains(word, regex=False)
    if topic != ALL:
        topic_id = next(key for key, name in reads.topics().items() if name == topic)
        hit &= (known["priorities"] + known["focus_areas"]).map(lambda held: topic_id in held)
    if LEVELS.get(level):
        hit &= known["level"] == LEVELS[level]
    chosen = known[hit]
    in_name = chosen["name"].str.lower().str.contains(query.lower().strip(), regex=False)
    return chosen.assign(in_name=in_name).sort_values(
        ["in_name", "in_plan", "headline_set", "name"], ascending=[False, False, False, True]
    )


def show_results() -> str | None:
    """The results as links, a page of them at a time; answers the indicator that is open."""
    state = st.session_state
    results = found(state["q"], state["topic"], state["level"])
    if results.empty:
        st.markdown(
            f"**Nothing matches “{state['q']}” here.** "
            "Try fewer letters, another topic, or “Any” under *Published for*."
        )
        return None
    opened = _opened(str(results.iloc[0]["indicator_id"]))
    st.markdown(f"**{sentences.count_words(len(results), 'indicator')}**")
    _links(results, opened)
    return opened


def _opened(first: str) -> str:
    """The indicator in the address, else the one open before, else the first found; put back into the address.

    A change of a filter rewrites the address with the filters alone, so what is open is also kept in the session.
    """
    asked = st.query_params.get("indicator", "")
    known = set(reads.indicators()["indicator_id"])
    if asked and asked not in known:
        st.markdown(f":material/info: There is no indicator “{asked}”; here is the first of the list.")
    opened = asked if asked in known else st.session_state.get(_OPENED, first)
    if asked in known:
        st.session_state[_OPENED] = asked
    if _OPENED in st.session_state and asked != opened:
        st.query_params["indicator"] = opened
    return str(opened)


def _links(results: pd.DataFrame, opened: str) -> None:
    pages = -(-len(results) // PAGE_LENGTH)
    page = 1
    if pages > 1:
        page = st.pagination(pages, key="page", max_visible_pages=5, bind="query-params")
    kept = {key: st.session_state[key] for key in _KEPT if st.session_state[key] not in ("", ALL, "Any")}
    shown = results.iloc[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]
    names = [f"{name}{_LEVEL_WORDS[Level(level)]}" for name, level in zip(shown["name"], shown["level"], strict=True)]
    _draw_links(dict(zip(shown["indicator_id"], names, strict=True)), opened, kept)


@st.cache_data(show_spinner=False, max_entries=500)
def _draw_links(names: dict[str, str], opened: str, kept: dict[str, str]) -> None:
    with st.container(gap=None, key="results-list"):
        for indicator_id, name in names.items():
            is_open = indicator_id == opened
            st.page_link(
                router.path_of(router.LIBRARY),
                label=f"**{name}**" if is_open else name,
                icon=":material/arrow_right:" if is_open else None,
                query_params=kept | {"indicator": indicator_id},
                help="",  # what the page itself says of it would cover the line above
            )
