"""View: the model beside an outcome, authority by authority, and how well the two orders agree."""

from typing import Any

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.scatter import scatter_chart, scatter_plot
from shcares.domain import areas
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_words, recipes
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gap import basis, method
from shcares.ui.inequalities.gap.agreement import METHOD, NOT_CAUSE, agreement_figure, caveats, how_closely
from shcares.ui.inequalities.gap.held import model, neighbours
from shcares.ui.inequalities.gap.outcomes import Beside, outcomes
from shcares.ui.inequalities.gap.shares import DECIMALS, signed
from shcares.ui.inequalities.gradient import related
from shcares.ui.inequalities.model.choice import model_names
from shcares.ui.inequalities.named import MODEL, Labelled

OUTCOME = "outcome"
_ACROSS = "Overall score on the model, points; worse to the right"
_OTHERS = "Other upper-tier authorities"


def show_beside(model_id: str, _choice: Choice) -> None:
    """Choose an outcome; its scatter; the agreement with every outcome of the model."""
    offered = outcomes(model_id)
    if st.session_state.get(OUTCOME, next(iter(offered))) not in offered:  # an outcome of another model
        st.session_state[OUTCOME] = next(iter(offered))
    chosen = st.selectbox("Outcome", list(offered), key=OUTCOME, bind="query-params", width=480)
    figures.show(scatter_figure(model_id, chosen))
    figures.show(agreement_figure(model_id))


def _every() -> dict[str, str]:
    """Outcomes of every model by what they are called: the indicator, and the sex where only men's and women's is."""
    each = [one for model_id in model_names().values() for one in outcomes(model_id).values()]
    return {one.id: one.label for one in each}


@recipes.figure("GS", "gap_beside", model_id=MODEL, label=Labelled("outcome", _every, 4))
def scatter_figure(model_id: str, label: str) -> figures.Figure:
    """The overall score of every authority against one outcome, with the fitted line."""
    if label not in outcomes(model_id):
        raise recipes.UnknownFigureError(f"{label} is no outcome of {model_id}")
    one = outcomes(model_id)[label]
    points, line, decimals = _points(one), one.held.drawn_line(), (DECIMALS, one.decimals)
    up = f"{one.label}, {one.unit_label}"
    chart = scatter_chart(
        points,
        line=line,
        finding=_finding(one),
        subtitle=f"{len(one.held.pairs)} upper-tier authorities, {one.period}; band: 95% interval of the line",
        across=_ACROSS,
        up=up,
        decimals=decimals,
    )
    return figures.Figure(
        id=f"gap-beside-{model_id}-{one.indicator_id}-{one.sex.lower()}",
        title=f"{model(model_id)['name']} and {one.inside}",
        sentence=_sentence(one),
        period=f"{one.label}: {one.period}. {basis.periods(model_id)}",
        area=f"{len(one.held.pairs)} of {one.scored} upper-tier authorities of England with an overall score",
        source=f"{indicator_words.sources_named(one.source_ids)} {basis.publishers(model_id)}",
        method=f"{METHOD}{related.METHOD} {NOT_CAUSE} {method.METHOD}",
        frame=_pairs(one),
        spec=house.spec(chart),
        plot=lambda: scatter_plot(points, line=line, across=_ACROSS, up=up, decimals=decimals, others=_OTHERS),
        notes=(_neighbours(one), _left_out(one), *caveats(model_id)),
    )


def _points(one: Beside) -> pd.DataFrame:
    rows = one.held.pairs
    near = rows["code"].isin(neighbours())
    ours = rows["code"] == areas.ST_HELENS
    return rows.assign(
        role=ours.map({True: "ours", False: "other"}),
        label=rows["name"].where(near, ""),
        shape="point",
        lower_ci=rows["lower_ci"].where(ours),
        upper_ci=rows["upper_ci"].where(ours),
        said=[_said(row, one) for row in rows.to_dict("records")],
    )


def _said(row: dict[Any, Any], one: Beside) -> str:
    limits = formats.interval(row["lower_ci"], row["upper_ci"], one.decimals)
    within = f" (95% interval {limits})" if limits else ""
    return f"{signed(row['x'])} points; {_quantity(row['y'], one)}{within}"


def _quantity(value: float, one: Beside) -> str:
    return formats.quantity(value, one.unit_label, one.decimals, one.unit)


def _finding(one: Beside) -> str:
    return f"The model’s order and that of {one.inside} {how_closely(one)}"


def _sentence(one: Beside) -> str:
    ours = one.held.pairs[one.held.pairs["code"] == areas.ST_HELENS].iloc[0]
    at_line = float(one.held.line.at([ours["x"]])[0])
    line = f"; the line at its score is at {_quantity(at_line, one)}" if one.held.line.intercept is not None else ""
    return (
        f"{_finding(one)}: r = {related.correlation_words(one.held.r)}, by rank "
        f"{related.correlation_words(one.held.rho)}. "
        f"St Helens has {_quantity(ours['y'], one)} at {signed(ours['x'])} points{line}. {NOT_CAUSE}"
    )


def _neighbours(one: Beside) -> str:
    """The city region in words: on the chart a name is left out where points crowd."""
    rows = one.held.pairs[one.held.pairs["code"].isin(neighbours())].sort_values("x", ascending=False)
    said = [f"{row['name']} {_quantity(row['y'], one)} at {signed(row['x'])} points" for row in rows.to_dict("records")]
    return f"City region, from the worst score: {'; '.join(said)}."


def _left_out(one: Beside) -> str:
    absent = one.scored - len(one.held.pairs)
    if not absent:
        return f"All {one.scored} authorities with an overall score have this outcome."
    return f"{sentences.count_words(absent, 'authority', 'authorities')} with a score have no value of this outcome."


def _pairs(one: Beside) -> pd.DataFrame:
    rows = one.held.pairs.sort_values("x", ascending=False)
    apart = one.held.beside_line.loc[rows.index]
    return pd.DataFrame(
        {
            "Authority": rows["name"],
            "Overall score, points": rows["x"].round(DECIMALS),
            one.label: rows["y"].round(one.decimals),
            "Lower limit": rows["lower_ci"],
            "Upper limit": rows["upper_ci"],
            "Above the line (+) or below": apart.round(one.decimals + 1),
        }
    )
