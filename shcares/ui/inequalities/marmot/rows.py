"""The rows under one action: each indicator with its small picture, its latest value, the comparator, the direction."""

from collections import Counter
from collections.abc import Sequence
from html import escape

import streamlit as st

from shcares.charts import spark as charts
from shcares.domain import areas
from shcares.style import formats, sentences
from shcares.style.palette import ACCENT, COMPARATOR, Scheme
from shcares.ui import figures, reads, router, words
from shcares.ui.filters import Choice
from shcares.ui.inequalities.marmot import actions
from shcares.ui.inequalities.marmot.actions import Shown, Side
from shcares.ui.inequalities.marmot.evidence import action_figure
from shcares.ui.priorities import multiples, standing
from shcares.ui.priorities.choices import indicators_of

_NAME = 245
_PICTURE = 128
_ROW = "display:flex;flex-wrap:wrap;align-items:center;gap:0.1rem 1.25rem;padding-left:0.5rem;box-sizing:border-box"
# Asks for little and takes all there is, so that the row moves under its name only where a window is narrow.
_WIDTH = "width:min(26rem, 80vw);min-width:100%"
_CELLS = (f"flex:0 0 {_PICTURE}px", "flex:1 1 6.5rem", "flex:0 1 4rem", "flex:2 1 14rem", "flex:2 1 14rem")
_HEADS = ("All years held", "St Helens, latest", "{comparator}", "How it compares", "Which way it goes")
_SIDES = {
    Side.BETTER: "the better side by value alone",
    Side.WORSE: "the worse side by value alone",
}


def show_action(item_id: str, choice: Choice) -> None:
    """The rows of one action, then their sentence, source, table and method, and the priorities that show them too."""
    _draw_rows(item_id, choice.comparator_code, choice.comparator, choice.scheme)
    figures.show_words(action_figure(item_id, choice.comparator_code, choice.comparator))
    _draw_priorities(item_id, choice.comparator_code)


@st.cache_data(show_spinner=False, max_entries=100)
def _draw_rows(item_id: str, comparator_code: str, comparator: str, scheme: Scheme) -> None:
    # Drawn once for each comparator and colour scheme, and then replayed: nothing in it asks the viewer anything.
    st.html(words.key({"St Helens": ACCENT, f"{comparator}, where held": COMPARATOR}))
    heads = [f"<strong>{escape(head.format(comparator=comparator))}</strong>" for head in _HEADS]
    _draw_row(
        "<span class='shc-small' style='padding-left:0.5rem'><strong>Indicator</strong></span>",
        _grid(heads, shape="shc-small"),
    )
    for shown in actions.by_action(comparator_code)[item_id]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(
                router.path_of(router.LIBRARY),
                label=shown.one.name,
                query_params={"indicator": shown.latest.indicator_id},
                width=_NAME,
            )
            st.html(_grid(_cells(shown, comparator_code, comparator, scheme), shape="shc-row"))
    st.html(_to_know(item_id, comparator_code))


def _to_know(item_id: str, comparator_code: str) -> str:
    """The notes that one indicator of the page has alone: those that most share say nothing of any."""
    shared = Counter(text for shown in actions.everything(comparator_code) for text in _notes(shown))
    own = [
        f"<p><strong>{escape(shown.one.name)}.</strong> {escape(text)}</p>"
        for shown in actions.by_action(comparator_code)[item_id]
        for text in _notes(shown)
        if shared[text] == 1
    ]
    return f"<details class='shc-more'><summary>What to know of these figures</summary>{''.join(own)}</details>"


def _notes(shown: Shown) -> list[str]:
    return list(reads.indicator_texts(shown.latest.indicator_id)[1]["text"])


def _draw_row(name: str, grid: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(name, width=_NAME)
        st.html(grid)


def _grid(cells: Sequence[str], *, shape: str) -> str:
    # Headings stand where the cells of `shc-row` do, which are set in a little.
    held = "".join(f"<span style='{style}'>{cell}</span>" for style, cell in zip(_CELLS, cells, strict=True))
    return f"<div class='{shape}' style='{_ROW};{_WIDTH}'>{held}</div>"


def _cells(shown: Shown, comparator_code: str, comparator: str, scheme: Scheme) -> list[str]:
    latest = shown.latest
    interval = f"95% interval {latest.interval}" if latest.interval else ""
    small = ", ".join(part for part in (latest.unit, shown.one.dated, interval) if part)
    return [
        _picture(shown, comparator_code),
        f"<strong>{escape(latest.text)}</strong>{words.two_lines('', small)}",
        "–" if latest.comparator_text == formats.NO_DATA else escape(latest.comparator_text),
        words.verdict(latest.judgement, scheme, word=_word(shown, comparator)) + words.two_lines("", _beside(shown)),
        words.two_lines(_moved(shown), f"{latest.trend}."),
    ]


def _word(shown: Shown, comparator: str) -> str:
    if not shown.tested:
        return "Not tested, no interval" if not shown.latest.interval else f"Not tested, no {comparator} value"
    said = sentences.against(shown.latest.judgement, comparator)
    return said[:1].upper() + said[1:]


def _beside(shown: Shown) -> str:
    """How far apart the two values are, on which side, and the place among England's authorities."""
    side = ", ".join(part for part in (shown.apart, _SIDES.get(shown.side, "")) if part)
    place = f"{shown.fifth} of {shown.authorities} authorities" if shown.fifth else ""
    said = "; ".join(part for part in (side, place) if part)
    return said[:1].upper() + said[1:]


def _moved(shown: Shown) -> str:
    why_none = "No step: the periods overlap" if shown.one.about["rolling"] else "No step: one period held"
    said = shown.latest.movement or why_none
    return said[:1].upper() + said[1:]


def _picture(shown: Shown, comparator_code: str) -> str:
    latest = shown.latest
    address = multiples.picture_address(latest.indicator_id, latest.sex, comparator_code)
    if not address:
        return "<span class='shc-small'>One value only: no line to draw</span>"
    about = shown.one.about
    first = standing.own_series(latest.indicator_id, latest.sex, areas.ST_HELENS).iloc[0]
    began = f"{shown.one.said(first['value'])} in {formats.period(first['period'], about['year_type'])}"
    said = f"{shown.one.name}, St Helens: from {began} to {latest.text} in {latest.period}"
    height = round(_PICTURE * charts.LARGE_HEIGHT / charts.LARGE_WIDTH)
    return f"<img src='{address}' alt='{escape(said, quote=True)}' width='{_PICTURE}' height='{height}'>"


@st.cache_data(show_spinner=False, max_entries=100)
def _draw_priorities(item_id: str, comparator_code: str) -> None:
    ids = [shown.latest.indicator_id for shown in actions.by_action(comparator_code)[item_id]]
    for priority_id, title in reads.priority_titles().items():
        names = [reads.indicator(each)["short_name"] for each in ids if each in indicators_of(priority_id)]
        if names:
            spec = router.PRIORITIES[priority_id]
            st.page_link(router.path_of(spec), label=f"Also on {title}: {', '.join(names)}", icon=spec.icon)
