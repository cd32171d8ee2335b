"""One authority on every indicator: an answer, a spine chart for one topic at a time, ways on to each indicator."""

import streamlit as st

from shcares.ui import figures, filters, keep, lineage, links, reads, router
from shcares.ui.explore import choice as explore
from shcares.ui.explore import search
from shcares.ui.explore.profile import choice
from shcares.ui.explore.profile.answer import answer
from shcares.ui.explore.profile.figure import profile_figure


def show_page() -> None:
    """The page."""
    keep.restore(router.PROFILE.address, *choice.KEYS)
    bar = filters.current()
    heading = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        area_code = _select("Authority", choice.options(), choice.AREA, 280)
        topic = _select("Topic", choice.topics(), choice.TOPIC, 320)
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if not bar.is_borough:
            filters.not_here(f"Profiles are of whole authorities, so {bar.area} does not change them.")
    heading.html(answer(area_code, bar.comparator_code))
    with st.container(key="spine"):
        figures.show(profile_figure(area_code, topic, bar.comparator_code, bar.comparator, bar.scheme))
    _show_links(topic)
    keep.save(router.PROFILE.address, *choice.KEYS)


def _select(label: str, names: dict[str, str], key: str, width: int) -> str:
    return st.selectbox(label, list(names), format_func=names.__getitem__, key=key, bind="query-params", width=width)


def _show_links(topic: str) -> None:
    """To each of the topic's indicators."""
    st.header("Explore each of these", anchor=False)
    chosen = _indicators(topic)
    with st.container(gap=None, key="profile-links"):
        for indicator_id, name in chosen.items():
            links.show_link(router.EXPLORE, name, {explore.INDICATOR: indicator_id}, icon=":material/query_stats:")


@lineage.remember()
def _indicators(topic: str) -> dict[str, str]:
    ids = [one for held in choice.indicators_of(topic).values() for one in held]
    return {one: search.labels()[one] for one in ids if len(reads.observations(one))}


def warm() -> None:
    """Make what is met first: the first authority on the first topic."""
    comparator_code, comparator = next(iter(filters.COMPARATORS.items()))
    area_code, topic = next(iter(choice.options())), next(iter(choice.topics()))
    answer(area_code, comparator_code)
    profile_figure(area_code, topic, comparator_code, comparator, next(iter(filters.SCHEMES)))
