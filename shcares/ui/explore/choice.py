"""The choices of the page: which indicator, whose figures, which areas, which periods; all of it in the address."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from shcares.domain import areas
from shcares.ui.explore import held, search
from shcares.ui.explore.picked import Picked
from shcares.ui.filters import Choice

FIND, INDICATOR, WHO, GROUP, AREAS, PERIODS = "find", "explored", "who", "group", "areas", "periods"
VIEW, AGAINST, BY = "shows_as", "against", "by"
KEYS = (FIND, INDICATOR, WHO, GROUP, AREAS, PERIODS, VIEW, AGAINST, BY)
BY_NAME = "Areas I name"
GROUP_NAMES = {
    BY_NAME: "",
    "City region authorities": held.CITY_REGION,
    "Care communities": held.COMMUNITIES,
    "All": held.ALL,
}
MOST_AREAS = 12
_WHOLE = "whole_span"


def show_choices(bar: Choice) -> Picked:
    """Draw the choices and answer what is picked."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        indicator_id = _show_indicator()
        who = _show_who(indicator_id)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _show_areas(indicator_id, who, bar)
        first, last = _show_periods(indicator_id, who)
    main = next(iter(held.members(indicator_id)), "")
    return Picked(indicator_id, chosen, bar.comparator_code, "" if who == main else who, first, last)


def _show_indicator() -> str:
    """The search narrows what the box offers, best matches first; type-ahead in the box itself is over names."""
    query = st.text_input(
        "Find by any word",
        key=FIND,
        type="search",
        live=True,
        bind="query-params",
        icon=":material/search:",
        placeholder="self-harm, obese kids, best start …",
        help="Reads names, definitions, topics and the plan’s words; everyday words are understood.",
        width=260,
    )
    labels = search.labels()
    offered = search.found(query)
    some = () if offered else search.nearest(query)
    options = list(offered or some or labels)
    _keep_within(INDICATOR, options)
    found = len(offered)
    told = f"Indicator ({found} found)" if query and found else "Indicator"
    told = "Indicator (none has all these words; nearest first)" if some else told
    told = "Indicator (nothing matches; all are offered)" if query and not offered and not some else told
    return st.selectbox(
        told,
        options,
        index=0 if query else options.index(search.usual()),
        format_func=labels.__getitem__,
        key=INDICATOR,
        bind="query-params",
        width=560,
    )


def _keep_within(key: str, options: Sequence[Any]) -> None:
    """What is no longer offered gives way to the first that is."""
    if key in st.session_state and st.session_state[key] not in options:
        st.session_state[key] = options[0]


def _show_who(indicator_id: str) -> str:
    options = list(held.members(indicator_id))
    if len(options) < 2:
        return options[0] if options else ""
    _keep_within(WHO, options)
    return st.selectbox("Whose figures", options, key=WHO, bind="query-params", width=320)


def _show_areas(indicator_id: str, who: str, bar: Choice) -> tuple[str, ...]:
    known, names = held.groups(indicator_id, who), held.area_labels(indicator_id, who)
    ways = [name for name, word in GROUP_NAMES.items() if not word or word in known]
    _keep_within(GROUP, ways)
    way = BY_NAME
    if len(ways) > 1:
        way = st.segmented_control("Areas", ways, key=GROUP, default=BY_NAME, required=True, bind="query-params")
    usual = usual_area(names, bar)
    if GROUP_NAMES[way]:
        return (GROUP_NAMES[way],)
    _keep_areas(names)
    picked = st.multiselect(
        "Named areas",
        list(names),
        format_func=names.__getitem__,
        key=AREAS,
        bind="query-params",
        max_selections=MOST_AREAS,
        placeholder=_placeholder(usual, names, bar),
        width=380,
    )
    return tuple(picked) or ((usual,) if usual else ())


def _placeholder(usual: str, names: dict[str, str], bar: Choice) -> str:
    if not usual:
        return "none held"
    return (
        f"{names[usual]} (from the bar above)" if usual == bar.area_code else f"{names[usual]}, until you name others"
    )


def usual_area(names: dict[str, str], bar: Choice) -> str:
    """The area of the filter bar where it is held, else St Helens, its sub-ICB, or the first that is held."""
    likely = (bar.area_code, areas.ST_HELENS, areas.SUB_ICB)
    return next((code for code in (*likely, *names) if code in names), "")


def _keep_areas(names: dict[str, str]) -> None:
    if AREAS in st.session_state:
        still = [code for code in st.session_state[AREAS] if code in names]
        if still != list(st.session_state[AREAS]):
            st.session_state[AREAS] = still


def _show_periods(indicator_id: str, who: str) -> tuple[str, str]:
    """From when to when; empty at an end that is not moved, so that a link keeps up with new figures."""
    named = held.periods(indicator_id, who)
    labels = list(named)
    if len(labels) < 2:
        st.markdown(f"Period held: **{named[labels[0]]}**" if labels else "No period is held.")
        return "", ""
    _keep_span(labels)
    first, last = st.select_slider(
        "Periods (one-period views take the last)",
        labels,
        value=(labels[0], labels[-1]),
        format_func=named.__getitem__,
        key=PERIODS,
        bind="query-params",
        width=360,
    )
    return "" if first == labels[0] else first, "" if last == labels[-1] else last


def _keep_span(labels: list[str]) -> None:
    """A span that was whole stays whole with another indicator; an end that is not held moves to the nearest end."""
    whole = (labels[0], labels[-1])
    before = st.session_state.get(_WHOLE)
    st.session_state[_WHOLE] = whole
    if PERIODS not in st.session_state:
        return
    first, last = st.session_state[PERIODS]
    if (first, last) == before or first not in labels or last not in labels:
        st.session_state[PERIODS] = whole
