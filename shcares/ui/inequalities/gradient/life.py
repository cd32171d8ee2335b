"""View: life expectancy across the borough's larger neighbourhoods, and the inequality in it over time."""

from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.style import sentences
from shcares.ui import figures, filters, links, reads, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gradient import life_areas, life_gap
from shcares.ui.inequalities.gradient.life_areas import AT_ENDS, OFF_LINE, SEXES, SPANS, areas_of, life_figure
from shcares.ui.inequalities.gradient.related import correlation_words

_SPAN = "span_of_life"
KEYS = (_SPAN,)


def show_life(choice: Choice) -> None:
    """The larger neighbourhoods against deprivation, women and men; then the gap inside the borough over time."""
    indicator_id = st.segmented_control(
        "Years that a newborn may expect",
        list(SPANS),
        format_func=life_areas.span_name,
        default=SPANS[0],
        required=True,
        key=_SPAN,
        bind="query-params",
    )
    st.header(life_areas.answer(indicator_id), anchor=False)
    st.html(_old(indicator_id))
    _show_pair("gradient-life", {sex: life_figure(indicator_id, sex, choice.area_code) for sex in SEXES})
    _show_places(indicator_id)
    st.header(life_gap.answer(), anchor=False)
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if not choice.is_borough:
            filters.not_here(f"This gap is published for the borough, so {choice.area} does not change it.")
        if choice.comparator_code != areas.ENGLAND:
            named = sentences.the(choice.comparator)
            filters.not_here(f"No figure of this gap is held for {named}, so England stands beside St Helens.")
    _show_pair("gradient-life-gap", {sex: life_gap.gap_figure(sex) for sex in SEXES})
    figures.show(life_gap.england_figure())


def _show_pair(key: str, pair: dict[str, figures.Figure]) -> None:
    """Women and men side by side."""
    columns = st.container(key=key).columns(len(pair), gap="medium")
    for column, figure in zip(columns, pair.values(), strict=True):
        with column:
            figures.show(figure)


def _old(indicator_id: str) -> str:
    """How old the figures are, and how closely each sex's go with deprivation."""
    first = str(reads.indicator_texts(indicator_id)[1]["text"].iloc[0])
    each = sentences.listed([f"{who} {correlation_words(areas_of(indicator_id, sex).r)}" for sex, who in SEXES.items()])
    return (
        f"<div class='shc-flag'><p><strong>{escape(first)}</strong></p></div>"
        f"<p class='shc-lead'>Correlation with deprivation: {escape(each)}.</p>"
    )


def _show_places(indicator_id: str) -> None:
    """A link to each named area on the map."""
    named: dict[str, tuple[str, list[str]]] = {}
    for sex, who in SEXES.items():
        held = areas_of(indicator_id, sex)
        names = dict(zip(held.pairs["code"], held.pairs["name"], strict=True))
        for code, why in held.named(at_ends=AT_ENDS, off_line=OFF_LINE).items():
            named.setdefault(code, (names[code], []))[1].append(f"{why} ({who})")
    st.markdown("**See the named areas on the map**")
    with st.container(horizontal=True, key="gradient-life-places"):
        for code, (name, whys) in named.items():
            links.show_link(router.MAP, f"{name}: {', '.join(whys)}", {"place": code}, icon=router.MAP.icon)


def warm_life() -> None:
    """Make the first span of life for the borough, and the gap over time."""
    for sex in SEXES:
        life_figure(SPANS[0], sex, areas.ST_HELENS)
        life_gap.gap_figure(sex)
    life_gap.england_figure()
