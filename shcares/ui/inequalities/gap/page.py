"""The composite of a model: where the borough's gap to England lies, and how sure its rank is."""

from collections.abc import Callable
from html import escape

import streamlit as st

from shcares.domain import areas
from shcares.ui import figures, filters, keep, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gap import among, answer, basis, beside, lies, standing, weights, whatif
from shcares.ui.inequalities.gap.agreement import agreement_figure
from shcares.ui.inequalities.gap.among_figure import among_figure
from shcares.ui.inequalities.gap.outcomes import outcomes
from shcares.ui.inequalities.gap.tried_figure import tried_figure
from shcares.ui.inequalities.model import choice as model_choice


def _show_basis(model_id: str, _choice: Choice) -> None:
    figures.show(basis.basis_figure(model_id))


VIEWS: dict[str, Callable[[str, Choice], None]] = {
    "Where it lies": lies.show_lies,
    "Among all authorities": among.show_among,
    "Beside the outcomes": beside.show_beside,
    "What if the weights were different?": whatif.show_whatif,
    "What it stands on": _show_basis,
}
_VIEW = "part_of_gap"


def show_gap() -> None:
    """The answer for the model chosen, then five views, of which only the open one is drawn."""
    choice = filters.current()
    keep.restore(router.GAP.address, *_keys())
    names = model_choice.model_names()
    heading = st.empty()
    left, right = st.columns([1, 3], gap="large", vertical_alignment="bottom")
    short_name = left.selectbox(
        "Model",
        list(names),
        key=model_choice.MODEL,
        bind="query-params",
        help="The plan’s model, on the weights of its source, or the English alternative.",
    )
    model_id = names[short_name]
    right.html(f"<p class='shc-lead'>{escape(answer.reading(model_id))}</p>")
    heading.html(f"<h1 class='shc-answer'>{escape(answer.answer(model_id))}</h1>")
    tabs = st.tabs(list(VIEWS), key=_VIEW, bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                show(model_id, choice)
    _not_here(choice)
    keep.save(router.GAP.address, *_keys())


def _keys() -> tuple[str, ...]:
    sliders = [key for model_id in model_choice.model_names().values() for key in whatif.slider_keys(model_id).values()]
    return (model_choice.MODEL, _VIEW, among.AMONG, beside.OUTCOME, whatif.INSIDE, *sliders)


def _not_here(choice: Choice) -> None:
    with st.container():  # always there, so that nothing is drawn anew when a note comes or goes
        if not choice.is_borough:
            filters.not_here("The model’s figures are held for whole authorities, so this page is of the borough.")
        if choice.comparator_code != areas.ENGLAND:
            filters.not_here(
                "The gap is measured from the mean of England’s upper-tier authorities, whatever is chosen."
            )


def warm() -> None:
    """Every model's first view, its place among the authorities, its outcomes, and the weights at a click."""
    scheme = next(iter(filters.SCHEMES))
    for model_id in model_choice.model_names().values():
        answer.answer(model_id)
        answer.reading(model_id)
        lies.lies_figure(model_id, scheme)
        among_figure(model_id, standing.items(model_id)[standing.WHOLE], scheme)
        for label in outcomes(model_id):
            beside.scatter_figure(model_id, label)
        agreement_figure(model_id)
        for tried in weights.presets(model_id).values():
            tried_figure(tried)
        basis.basis_figure(model_id)
