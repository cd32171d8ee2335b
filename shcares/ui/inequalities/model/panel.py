"""The chosen focus area beside the model: its weight, what is held of it, and its first measures as rows."""

from html import escape

import streamlit as st

from shcares.charts import spark as charts
from shcares.style import formats
from shcares.style.palette import ACCENT, COMPARATOR, Scheme
from shcares.ui import reads, router, words
from shcares.ui.filters import Choice
from shcares.ui.inequalities.model import compared
from shcares.ui.inequalities.model.among import MEASURED, place_of, together
from shcares.ui.inequalities.model.caveats import declared
from shcares.ui.inequalities.model.parts import part_of
from shcares.ui.inequalities.model.weighed import weight_words
from shcares.ui.priorities import multiples
from shcares.ui.priorities.standing import Standing

_SHARE = charts.LARGE_HEIGHT / charts.LARGE_WIDTH


def show_panel(model_id: str, focus_id: str, choice: Choice) -> None:
    """What is known of one focus area at a glance."""
    _draw(model_id, focus_id, choice.comparator_code, choice.comparator, choice.scheme)


@st.cache_data(show_spinner=False, max_entries=200)
def _draw(model_id: str, focus_id: str, comparator_code: str, comparator: str, scheme: Scheme) -> None:
    # Drawn once for each comparator and colour scheme, and then replayed: nothing in it asks the viewer anything.
    part = part_of(model_id, focus_id)
    shown = compared.standings(model_id, focus_id, comparator_code)
    st.header(part.name, anchor=False, divider="gray")
    said = (
        weight_words(model_id, part),
        part.coverage,
        compared.tested(shown, comparator) if shown else _why_nothing(model_id),
        together(model_id, part),
    )
    st.html("".join(f"<p class='shc-sentence'>{escape(sentence)}</p>" for sentence in said if sentence))
    first = [one for one in shown if one.heading == MEASURED]
    if first:
        st.html(words.key({"St Helens": ACCENT, f"{comparator}, where held": COMPARATOR}))
    for one in first:
        _draw_row(one, place_of(model_id, focus_id, one), comparator_code, scheme)


def _why_nothing(model_id: str) -> str:
    return f"So nothing can be compared, and this part counts for nothing in {declared(model_id)['name']} here."


def _draw_row(one: Standing, place: str, comparator_code: str, scheme: Scheme) -> None:
    with st.container(gap=None):
        st.page_link(
            router.path_of(router.LIBRARY), label=one.name, query_params={"indicator": one.latest.indicator_id}
        )
        st.html(_row(one, place, comparator_code, scheme))


def _row(one: Standing, place: str, comparator_code: str, scheme: Scheme) -> str:
    held = one.latest.comparator_text != formats.NO_DATA
    comparator = reads.area_name(comparator_code)
    theirs = f"{comparator} {one.latest.comparator_text}" if held else f"No {comparator} value"
    untested = "No interval" if not one.latest.interval else ""
    verdict = words.verdict(one.latest.judgement, scheme, word=compared.compared_word(one, comparator_code))
    dated = ", ".join(filter(None, (one.latest.unit, one.dated)))
    small = "".join(words.two_lines("", line) for line in (dated, place, f"{one.latest.trend}."))
    return (
        f"<div class='shc-row'>{_picture(one, comparator_code)}<span><strong>{escape(one.latest.text)}</strong>{small}"
        f"</span><span>{verdict}{words.two_lines('', theirs)}{words.two_lines('', untested)}</span></div>"
    )


def _picture(one: Standing, comparator_code: str) -> str:
    address = multiples.picture_address(one.latest.indicator_id, one.latest.sex, comparator_code)
    if not address:
        return "<span class='shc-small'>One value only</span>"
    said = escape(f"{one.name}, St Helens: every period held, to {one.latest.text} in {one.latest.period}", quote=True)
    return f"<img src='{address}' alt='{said}' width='{charts.WIDTH}' height='{round(charts.WIDTH * _SHARE)}'>"


def warm(model_id: str, focus_id: str, comparator_code: str) -> None:
    """The small pictures of one focus area's first measures."""
    for one in compared.standings(model_id, focus_id, comparator_code):
        if one.heading == MEASURED:
            _picture(one, comparator_code)
