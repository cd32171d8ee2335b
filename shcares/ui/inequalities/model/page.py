"""The model: as printed and on its source's weights, and the figures of one focus area."""

from collections.abc import Callable
from html import escape

import streamlit as st

from shcares.ui import filters, keep, links, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.model import compared, nearer, panel, plan, printed, table
from shcares.ui.inequalities.model.choice import (
    FOCUS,
    KEYS,
    MODEL,
    PART,
    PRINTED,
    SOURCE,
    WEIGHTS,
    focus_labels,
    focus_names,
    model_names,
)
from shcares.ui.inequalities.model.drawing import model_figure, show_drawing
from shcares.ui.inequalities.model.parts import is_printed, parts_of
from shcares.ui.inequalities.model.weighed import answer

VIEWS: dict[str, Callable[[str, str, Choice], None]] = {
    "How St Helens compares": compared.show_compared,
    "Neighbourhoods and practices": nearer.show_nearer,
    "What the plan says": plan.show_plan,
    "The model as a table": table.show_table,
}


def show_model() -> None:
    """Choose a model and one of its focus areas: the model drawn, the focus area beside it, then four views."""
    choice = filters.current()
    keep.restore(router.MODEL.address, *KEYS)
    _agree()
    said = st.container()
    model_id, weights, focus_id = _show_pickers()
    with said:
        st.html(f"<h1 class='shc-answer'>{escape(answer(model_id, weights))}</h1>")
    _show_notes(model_id, choice)
    drawn, beside = st.container(key="model-and-focus").columns([11, 9], gap="medium")
    with drawn:
        show_drawing(model_id, weights, focus_id)
        st.html(printed.flags_html() if is_printed(model_id) else "<p></p>")
    with beside:
        panel.show_panel(model_id, focus_id, choice)
        links.show_link(
            router.GAP,
            "Where the gap lies: all parts weighed and added up",
            {MODEL: st.session_state[MODEL]},
            icon=router.GAP.icon,
        )
    tabs = st.tabs(list(VIEWS), key=PART, bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                show(model_id, focus_id, choice)
    keep.save(router.MODEL.address, *KEYS)


def _agree() -> None:
    """A link may name a focus area and not its model: the model follows."""
    model_id, _ = focus_names().get(st.session_state.get(FOCUS, ""), ("", ""))
    names = {owner: name for name, owner in model_names().items()}
    if model_id and model_names().get(st.session_state.get(MODEL, next(iter(model_names())))) != model_id:
        st.session_state[MODEL] = names[model_id]


def _show_pickers() -> tuple[str, str, str]:
    """Model, weights and focus area as chosen."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="model-pickers"):
        model_name = st.selectbox(
            "Model",
            list(model_names()),
            key=MODEL,
            bind="query-params",
            width=260,
            on_change=_begin_anew,
            help="The model that the plan prints, or an English one made for other ends.",
        )
        model_id = model_names()[model_name]
        labels = focus_labels(model_id)
        focus = st.selectbox(
            "Focus area",
            list(labels),
            key=FOCUS,
            bind="query-params",
            width=320,
            help="Does the same as a press on the chart.",
        )
        weights = st.segmented_control(
            "Weights",
            [SOURCE, PRINTED],
            key=WEIGHTS,
            default=SOURCE,
            required=True,
            bind="query-params",
            disabled=not is_printed(model_id),
        )
    return model_id, weights, labels[focus]


def _begin_anew() -> None:
    """Another model has other focus areas: its first one is chosen."""
    st.session_state[FOCUS] = next(iter(focus_labels(model_names()[st.session_state[MODEL]])))


def _show_notes(model_id: str, choice: Choice) -> None:
    with st.container():  # always there, so that nothing below is drawn anew when a note comes or goes
        if not is_printed(model_id):
            filters.not_here("The plan does not print this model, so only the source’s weights are shown.")
        if not choice.is_borough:
            filters.not_here(
                f"Figures are of the borough, its neighbourhoods and all its practices, not of {choice.area} alone."
            )


def warm() -> None:
    """The first screen of every focus area of every model, and the views of the one it opens with."""
    comparator_code, comparator = next(iter(filters.COMPARATORS.items()))
    scheme = next(iter(filters.SCHEMES))
    for model_id in model_names().values():
        table.table_figure(model_id)
        printed.words_of_plan(model_id)
        for part in parts_of(model_id):
            model_figure(model_id, SOURCE, part.id)
            panel.warm(model_id, part.id, comparator_code)
        first = parts_of(model_id)[0]
        compared.compared_figure(model_id, first.id, comparator_code, comparator, scheme)
        plan.plan_figure(model_id, first.id, comparator_code, scheme)
