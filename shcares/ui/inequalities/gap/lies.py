"""View: what each focus area adds to the borough's overall score, largest first, with how sure that is."""

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.forest import forest_chart, forest_plot
from shcares.style.palette import Scheme
from shcares.ui import figures, links, reads, recipes, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gap import answer, basis, looks, method
from shcares.ui.inequalities.gap.held import HUNDRED, model
from shcares.ui.inequalities.gap.shares import AVERAGE, DECIMALS, Level, own_standing, points
from shcares.ui.inequalities.model import choice as model_choice
from shcares.ui.inequalities.named import MODEL

SUBTITLE = (
    "Points = weight × standard deviations from the mean of authorities; lines: indicators and weights drawn again"
)
AXIS = f"Points added to the score, worse to the right of {AVERAGE}; lines: the middle 95% as drawn again"


def show_lies(model_id: str, choice: Choice) -> None:
    """The chart, and a link to each focus area on the page of the model."""
    figures.show(lies_figure(model_id, choice.scheme))
    st.markdown("**Open a focus area in the model: its indicators, their trends, what the plan says**")
    short_name = model(model_id)["short_name"]
    labels = {area_id: label for label, area_id in model_choice.focus_labels(model_id).items()}
    with st.container(horizontal=True, key="gap-focus-links"):
        for row in points(model_id).to_dict("records"):
            if row["level"] == Level.FOCUS_AREA:
                chosen = {model_choice.MODEL: short_name, model_choice.FOCUS: labels[row["item_id"]]}
                links.show_link(router.MODEL, row["name"], chosen, icon=router.MODEL.icon)


@recipes.figure("GL", "gap_lies", model_id=MODEL)
def lies_figure(model_id: str, scheme: Scheme) -> figures.Figure:
    """The borough's points by focus area and factor, and all together."""
    rows = points(model_id)
    drawn = looks.drawn(rows, looks.sum_label, scheme)
    worst = list(answer.clearly_worse(model_id)["name"][: answer.NAMED])
    chart = forest_chart(
        drawn,
        zero_name=AVERAGE,
        finding=f"{answer.sentence_start(worst)} add most to St Helens’ score" if worst else "No part is clearly worse",
        subtitle=SUBTITLE,
        left="better",
        right="worse",
        decimals=0,
    )
    return figures.Figure(
        id=f"gap-lies-{model_id}",
        title=f"{model(model_id)['name']}: where St Helens’ gap to the average authority lies",
        sentence=answer.sides(model_id),
        period=basis.periods(model_id),
        area="St Helens against the mean of England’s upper-tier authorities",
        source=basis.publishers(model_id),
        method=" ".join(
            (method.METHOD, method.POINTS, method.NOT_ENGLAND, method.INTERVALS, method.RANKS, method.WEIGHTS)
        ),
        frame=_table(model_id, rows),
        spec=house.spec(chart),
        plot=lambda: forest_plot(_with_level(rows, drawn), axis=AXIS, decimals=DECIMALS, name="Points"),
        notes=answer.notes(model_id),
    )


def _with_level(rows: pd.DataFrame, drawn: pd.DataFrame) -> pd.DataFrame:
    """Factors are called so, where there are no headings to say which bars add up to which."""
    lead = rows["level"].map({Level.FOCUS_AREA: "", Level.FACTOR: "Factor: ", Level.OVERALL: ""})
    return drawn.assign(name=lead + rows["name"])


def _table(model_id: str, rows: pd.DataFrame) -> pd.DataFrame:
    factor_of = reads.focus_areas(model_id).set_index("focus_area_id")["factor_name"]
    told = rows.to_dict("records")
    places = [own_standing(model_id, row["level"], row["item_id"]) for row in told]
    return pd.DataFrame(
        {
            "Part": rows["name"],
            "Level": [str(row["level"]).replace("_", " ") for row in told],
            "Factor": [factor_of.get(row["item_id"], "") for row in told],
            "Indicators": rows["indicators"],
            f"Weight, of {HUNDRED}": rows["weight"].round(DECIMALS),
            "Score, standard deviations": rows["score"].round(3),
            "Points": rows["value"].round(DECIMALS),
            "Points, lower limit": rows["lower_ci"].round(DECIMALS),
            "Points, upper limit": rows["upper_ci"].round(DECIMALS),
            "Against the average": [row["side"].word for row in told],
            "Rank, from the worst": [
                looks.rank_words(place, int(row["indicators"])) for place, row in zip(places, told, strict=True)
            ],
        }
    )
