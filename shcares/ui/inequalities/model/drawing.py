"""The model drawn as a chart whose parts can be pressed, and what stands under it."""

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.icicle import FOCUS as PRESSED
from shcares.charts.icicle import icicle_chart, icicle_plot
from shcares.style import sentences
from shcares.ui import figures, recipes
from shcares.ui.inequalities import named
from shcares.ui.inequalities.model import caveats
from shcares.ui.inequalities.model.choice import FOCUS, PRINTED, SOURCE, focus_labels
from shcares.ui.inequalities.model.parts import WHOLE, parts_of, points
from shcares.ui.inequalities.model.table import table
from shcares.ui.inequalities.model.weighed import Weighed, weighed

HEIGHT = 472
_WEIGHTS = recipes.Part("weights", lambda: {"source": SOURCE, "printed": PRINTED}, 2)


def show_drawing(model_id: str, weights: str, focus_id: str) -> None:
    """The chart, whose parts answer to a click, and what belongs under it."""
    figure = model_figure(model_id, weights, focus_id)
    # A key for every drawing: under one key, a part that was pressed before could not be pressed again.
    key = f"model-{model_id}-{weights}-{focus_id}".replace(" ", "-").lower()
    st.vega_lite_chart(
        None,
        figure.spec,
        width="stretch",
        alt=figure.sentence,
        key=key,
        on_select=lambda: take_click(key, model_id),
        selection_mode=PRESSED,
    )
    figures.show_words(figure)


def take_click(key: str, model_id: str) -> None:
    """Choose the part that was pressed; runs before the page is drawn."""
    pressed = st.session_state[key]["selection"].get(PRESSED) or []
    labels = {area_id: label for label, area_id in focus_labels(model_id).items()}
    chosen = [labels[row["focus_area_id"]] for row in pressed if row.get("focus_area_id") in labels]
    if chosen:
        st.session_state[FOCUS] = chosen[-1]


@recipes.figure("IM", "model", max_entries=200, model_id=named.MODEL, weights=_WEIGHTS, focus_id=named.FOCUS)
def model_figure(model_id: str, weights: str, focus_id: str) -> figures.Figure:
    """One model on one set of weights, with one focus area chosen."""
    named.refuse_unless_of(model_id, focus_id)
    model, name = weighed(model_id, weights), caveats.declared(model_id)["name"]
    drawn = _drawn(model)
    chart = icicle_chart(
        drawn,
        chosen=focus_id,
        finding=_finding(model, focus_id),
        subtitle=f"Points {model.whose}; press a part to see its indicators",
        whole=WHOLE,
        height=HEIGHT,
        blank="given to no part",
    )
    return figures.Figure(
        id=f"model-{model_id}",
        title=f"{name}: points {model.whose}",
        sentence=_sentence(model, focus_id),
        period="The model has no period",
        area="No place: a model of health in general",
        source=caveats.source_of(model_id),
        method=caveats.method(model_id),
        frame=table(model_id),
        spec=house.spec(chart),
        plot=lambda: icicle_plot(drawn, chosen=focus_id, axis=f"Points {model.whose}", name="Points"),
        notes=caveats.notes(model_id),
    )


def _drawn(model: Weighed) -> pd.DataFrame:
    factors = {factor.id: factor for factor in model.factors}
    return pd.DataFrame(
        {
            "factor_id": part.factor.id,
            "factor": factors[part.factor.id].name,
            "factor_weight": factors[part.factor.id].weight,
            "focus_area_id": part.id,
            "focus_area": entry.name,
            "weight": entry.weight,
            "text": entry.points,
            "coverage": part.short_coverage,
        }
        for part, entry in zip(parts_of(model.model_id), model.parts, strict=True)
    )


def _finding(model: Weighed, focus_id: str) -> str:
    chosen = next(part for part in model.parts if part.id == focus_id)
    return f"{chosen.name}: {chosen.points} of {points(WHOLE)} points"


def _sentence(model: Weighed, focus_id: str) -> str:
    chosen = next(part for part in model.parts if part.id == focus_id)
    said = sentences.listed([f"{factor.name} {factor.points}" for factor in model.factors])
    return f"{said}. Chosen: {chosen.name}, {chosen.points}."
