"""View: what if the weights were different? Sliders in the address, presets, and the answer beside the source's."""

from html import escape

import streamlit as st

from shcares.style import palette
from shcares.ui import figures, words
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gap import tried_figure as told
from shcares.ui.inequalities.gap.held import HUNDRED, model
from shcares.ui.inequalities.gap.looks import weight_words
from shcares.ui.inequalities.gap.tried import outcome, unchanged
from shcares.ui.inequalities.gap.weights import (
    AS_PRINTED,
    AS_SOURCE,
    Tried,
    factor_names,
    presets,
    printed,
    sources,
)

INSIDE = "weights_inside"
_SLIDER = "weight_of_"


def slider_keys(model_id: str) -> dict[str, str]:
    """The key of each factor's slider, by the factor's id, in the model's order."""
    return {factor_id: f"{_SLIDER}{factor_id}" for factor_id in factor_names(model_id)}


def show_whatif(model_id: str, _choice: Choice) -> None:
    """The band that says what is real, the answer beside the source's, presets and sliders, then the chart."""
    band, facts = st.empty(), st.empty()
    tried = _chosen(model_id, _show_presets(model_id))
    band.html(band_html(tried))
    if tried.is_nothing:
        facts.html("<p class='shc-lead'>Every weight is nought, so there is nothing to add up. Move a slider.</p>")
        return
    facts.html(facts_html(tried))
    figures.show(told.tried_figure(tried))


def _show_presets(model_id: str) -> str:
    """Weights at a click, and whose proportions hold within a factor, where there is a choice."""
    inside = AS_SOURCE
    with st.container(horizontal=True, vertical_alignment="bottom", key="gap-presets"):
        for label, one in presets(model_id).items():
            st.button(label, key=f"preset_{model_id}_{label}", on_click=_set, args=(one,))
        if printed(model_id):
            inside = st.segmented_control(
                "Between the focus areas of a factor",
                (AS_SOURCE, AS_PRINTED),
                default=AS_SOURCE,
                required=True,
                key=INSIDE,
                bind="query-params",
                help="Sliders set the factors; this says how each factor’s weight is shared out.",
            )
    return str(inside)


def _set(tried: Tried) -> None:
    for key, weight in zip(slider_keys(tried.model_id).values(), tried.factors, strict=True):
        st.session_state[key] = weight
    if printed(tried.model_id):
        st.session_state[INSIDE] = tried.inside


def _chosen(model_id: str, inside: str) -> Tried:
    """The weights as the sliders stand, all kept in the address; under each what it comes to when all add to 100."""
    names, own = factor_names(model_id), sources(model_id).factors
    given, slots = [], []
    columns = st.columns(len(names), gap="medium")
    for column, (factor_id, key), default in zip(columns, slider_keys(model_id).items(), own, strict=True):
        given.append(int(column.slider(names[factor_id], 0, HUNDRED, default, key=key, bind="query-params")))
        slots.append(column.empty())
    tried = Tried(model_id, tuple(given), inside)
    for slot, words_of_one in zip(slots, _scaled(tried), strict=True):
        slot.html(f"<p class='shc-source'>{escape(words_of_one)}</p>")
    return tried


def _scaled(tried: Tried) -> list[str]:
    """`21.4 of 100; source 30`, factor by factor."""
    old = [row.weight for row in unchanged(tried.model_id).factors]
    new = [0.0] * len(old) if tried.is_nothing else [row.weight for row in outcome(tried).factors]
    return [
        f"{weight_words(now)} of {HUNDRED}; source’s weight {weight_words(before)}"
        for now, before in zip(new, old, strict=True)
    ]


def band_html(tried: Tried) -> str:
    """In plain words, above all else: whether what follows is the model or a what-if."""
    source = escape(model(tried.model_id)["source"])
    if tried.is_source:
        return _band(
            "These are the model’s own weights.",
            f"Move a slider to see what others would say. All other views keep to the weights of {source}.",
            palette.COMPARATOR,
        )
    return _band(
        "What if: these are not the model’s own weights.",
        "Everything in this view follows the sliders. The sentence at the top of the page and all other views keep to "
        f"the weights of {source}.",
        palette.TARGET,
    )


def _band(lead: str, rest: str, colour: str) -> str:
    look = f"background:{palette.Wash(colour, 0.16).css};border-left:6px solid {colour};padding:0.6rem 1rem;margin:0"
    return f"<p role='status' style='{look}'><strong>{lead}</strong> {rest}</p>"


def facts_html(tried: Tried) -> str:
    """Score, place and order at the sliders, each with the source's under it."""
    new, old = outcome(tried), unchanged(tried.model_id)
    lead = "" if tried.is_source else f"{told.WHAT_IF}: "
    entries = [
        ("overall score", told.score_words(new.place), f"On the source’s weights: {told.score_words(old.place)}"),
        ("place", told.place_words(new.place), f"On the source’s weights: {told.place_words(old.place)}"),
        ("order of focus areas", f"{new.order.moved} of {len(new.focus)} move", told.order_words(new)),
    ]
    return words.facts([(_capital(f"{lead}{what}"), much, small) for what, much, small in entries])


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
