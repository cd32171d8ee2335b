"""Any indicator, any way."""

import re
from collections.abc import Callable
from html import escape

import streamlit as st

from shcares.domain.vocabulary import Level
from shcares.ui import figures, filters, keep, links, reads, router
from shcares.ui import indicator_words as words
from shcares.ui.explore import (
    against,
    choice,
    compared,
    downloads,
    groups,
    on_map,
    over_time,
    search,
    spread,
    table,
)
from shcares.ui.explore.picked import Picked
from shcares.ui.figures import Figure
from shcares.ui.filters import Choice

View = Callable[[Picked, Choice], Figure | str]
"""Draws itself and answers its figure, or the reason why there is none."""


_GROUPED = "By group"
_FIRST_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z])")


def show_page() -> None:
    """The choices, one view of them, the values to take away."""
    keep.restore(router.EXPLORE.address, *choice.KEYS)
    bar = filters.current()
    heading = st.container()
    one = choice.show_choices(bar)
    views = _views(one)
    tabs = st.tabs(views, key=choice.VIEW, bind="query-params", on_change="rerun")
    shown: Figure | str = ""
    for tab, name in zip(tabs, views, strict=True):
        if tab.open:
            with tab:
                shown = VIEWS[name](one, bar)
    heading.html(f"<p class='shc-vision'>{escape(one.title)}</p><h1 class='shc-answer'>{escape(_answer(shown))}</h1>")
    downloads.show_downloads(one, None if isinstance(shown, str) else shown)
    _show_links(one)
    keep.save(router.EXPLORE.address, *choice.KEYS)


def _views(one: Picked) -> list[str]:
    """The views by name: that of groups only where there are any, or where it is asked for and says there are none."""
    asked = st.session_state.get(choice.VIEW, st.query_params.get(choice.VIEW))
    return [name for name in VIEWS if name in (asked, *_ALWAYS) or groups.kinds(one.indicator_id)]


def _answer(shown: Figure | str) -> str:
    """What the open view says, in its first sentence; and that a difference is not tested, where the next says so."""
    first, *rest = _FIRST_SENTENCE.split(shown if isinstance(shown, str) else shown.sentence, maxsplit=1)
    return f"{first.rstrip('.')} (not tested)." if rest and rest[0].startswith(words.NOT_TESTED) else first


def _put(figure: Figure) -> Figure:
    figures.show(figure)
    return figure


def _over_time(one: Picked, _bar: Choice) -> Figure:
    return _put(over_time.trend_figure(one.indicator_id, one.chosen, one.comparator_code, one.who, one.first, one.last))


def _compared(one: Picked, bar: Choice) -> Figure:
    span = (one.who, one.first, one.last)
    return _put(compared.compare_figure(one.indicator_id, one.chosen, one.comparator_code, bar.scheme, *span))


def _spread(one: Picked, _bar: Choice) -> Figure:
    return _put(spread.spread_figure(one.indicator_id, one.chosen, one.comparator_code, one.who, one.first, one.last))


def _against(one: Picked, _bar: Choice) -> Figure:
    offered = against.others(one.indicator_id)
    if st.session_state.get(choice.AGAINST, next(iter(offered))) not in offered:
        st.session_state[choice.AGAINST] = next(iter(offered))
    other = st.selectbox(
        "Against", list(offered), format_func=offered.__getitem__, key=choice.AGAINST, bind="query-params", width=560
    )
    return _put(against.scatter_figure(one.indicator_id, other, one.chosen, one.who, one.first, one.last))


def _by_group(one: Picked, _bar: Choice) -> Figure | str:
    kinds = list(groups.kinds(one.indicator_id))
    if not kinds:
        return f"No data: {one.about['name']} is not published by sex, by age or by any other group."
    if st.session_state.get(choice.BY, kinds[0]) not in kinds:
        st.session_state[choice.BY] = kinds[0]
    kind = st.selectbox("Groups", kinds, key=choice.BY, bind="query-params", width=560) if len(kinds) > 1 else kinds[0]
    wanted = one.codes[:1]
    area_code = groups.area_of(one.indicator_id, kind, wanted)
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if wanted and area_code != wanted[0]:
            filters.not_here(f"Not published so for {one.names[wanted[0]]}: {reads.area_name(area_code)} is shown.")
    return _put(groups.groups_figure(one.indicator_id, kind, area_code, one.first, one.last))


def _on_map(one: Picked, _bar: Choice) -> Figure | str:
    if on_map.outlined(one.indicator_id, one.who) is None:
        links.show_link(router.MAP, "See what the locality map shows", {}, icon=":material/map:")
        return f"No map: {on_map.why_none(one.indicator_id)}"
    shown = _put(on_map.map_figure(one.indicator_id, one.who, one.first, one.last))
    if one.about["level"] == Level.SMALL_AREA:
        links.show_link(router.MAP, "Walk through the borough on the locality map", {}, icon=":material/map:")
    return shown


def _table(one: Picked, _bar: Choice) -> Figure:
    return _put(table.table_figure(one.indicator_id, one.chosen, one.comparator_code, one.first, one.last))


VIEWS: dict[str, View] = {
    "Over time": _over_time,
    "Compared": _compared,
    "Spread": _spread,
    "Against another": _against,
    _GROUPED: _by_group,
    "On a map": _on_map,
    "Table": _table,
}
_ALWAYS = tuple(name for name in VIEWS if name != _GROUPED)


def _show_links(one: Picked) -> None:
    label = f"What {one.about['short_name']} means, and who publishes it"
    st.page_link(
        router.path_of(router.LIBRARY),
        label=label,
        query_params={"indicator": one.indicator_id},
        icon=":material/menu_book:",
    )


def warm() -> None:
    """Make what is met first: the page's first indicator, over time, compared and spread."""
    one = _first()
    scheme = next(iter(filters.SCHEMES))
    over_time.trend_figure(one.indicator_id, one.chosen, one.comparator_code, "", "", "")
    compared.compare_figure(one.indicator_id, one.chosen, one.comparator_code, scheme, "", "", "")
    spread.spread_figure(one.indicator_id, one.chosen, one.comparator_code, "", "", "")
    table.table_figure(one.indicator_id, one.chosen, one.comparator_code, "", "")
    other = next(iter(against.others(one.indicator_id)))
    against.scatter_figure(one.indicator_id, other, one.chosen, "", "", "")
    on_map.map_figure(one.indicator_id, "", "", "")


def _first() -> Picked:
    """What stands on the page before anything is chosen."""
    indicator_id = search.usual()
    area_code, comparator_code = next(iter(filters.area_options())), next(iter(filters.COMPARATORS))
    return Picked(indicator_id, (area_code,), comparator_code)
