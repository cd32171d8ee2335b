"""The authorities on one part of a model, the worst first, each with its interval; ours and its neighbours named."""

from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.caterpillar import NAMED, OTHER, OURS, caterpillar_chart, caterpillar_plot
from shcares.domain import areas
from shcares.domain.vocabulary import Judgement
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, recipes
from shcares.ui.inequalities.gap import answer, basis, looks, method, missing
from shcares.ui.inequalities.gap.held import model, neighbours
from shcares.ui.inequalities.gap.shares import (
    AVERAGE,
    BOTH_BETTER,
    BOTH_WORSE,
    CANNOT_TELL,
    FEWEST_FOR_RANK,
    UNTESTED,
    Side,
)
from shcares.ui.inequalities.gap.standing import Item, items, standing
from shcares.ui.inequalities.model.choice import model_names
from shcares.ui.inequalities.named import MODEL

_FINE = 3
_UP = "score in standard deviations, worse upwards"
_ALONG = "Score in standard deviations, worse to the right; lines: middle 95% as drawn again"
_SHAPES = {Judgement.WORSE: "triangle-up", Judgement.BETTER: "triangle-down"}


def _every() -> dict[str, Item]:
    return {item.id: item for model_id in model_names().values() for item in items(model_id).values()}


@recipes.figure("GA", "gap_among", max_entries=80, model_id=MODEL, item=recipes.Part("item", _every, 3))
def among_figure(model_id: str, item: Item, scheme: Scheme) -> figures.Figure:
    """The authorities on one part of a model."""
    if item not in items(model_id).values():
        raise recipes.UnknownFigureError(f"{item.id} is no part of {model_id}")
    rows = standing(model_id, item)
    drawn = _drawn(rows, scheme)
    chart = caterpillar_chart(
        drawn,
        zero_name=AVERAGE,
        finding=_finding(item, rows),
        subtitle="Score of each authority; lines: the middle 95% as indicators and weights are drawn again"
        if item.indicators > 1
        else "Score of each authority; no interval, as there is one indicator and nothing to draw again",
        up=_UP,
        ends=("worse", "better"),
    )
    return figures.Figure(
        id=f"gap-among-{item.id}",
        title=f"{model(model_id)['name']}: {len(rows)} upper-tier authorities on {inside(item)}",
        sentence=_sentence(item, rows),
        period=basis.periods(model_id),
        area=f"{len(rows)} upper-tier authorities of England",
        source=basis.publishers(model_id),
        method=" ".join((method.METHOD, method.NOT_ENGLAND, method.INTERVALS, method.RANKS)),
        frame=_table(rows),
        spec=house.spec(chart),
        plot=lambda: caterpillar_plot(drawn, axis=_ALONG, decimals=looks.SCORE_DECIMALS, name="Score"),
        notes=missing.notes(model_id, item),
    )


def inside(item: Item) -> str:
    """The part's name inside a sentence."""
    return answer.lowered(item.name)


def _drawn(rows: pd.DataFrame, scheme: Scheme) -> pd.DataFrame:
    told = rows.to_dict("records")
    counts = rows["side"].value_counts()
    marks = {one: mark(one.judgement, scheme) for one in counts.index}
    tested = rows["side"] != UNTESTED
    return rows[["score"]].assign(
        lower_ci=rows["lower_ci"].where(tested),
        upper_ci=rows["upper_ci"].where(tested),
        name=rows["area_short_name"],
        role=[_role(code) for code in rows["area_code"]],
        band=[f"{counts[row['side']]} {_band(row['side'])}" for row in told],
        colour=[marks[row["side"]].colour for row in told],
        shape=[_SHAPES.get(row["side"].judgement, "circle") for row in told],
        said=[_said(row) for row in told],
    )


def _role(area_code: str) -> str:
    return OURS if area_code == areas.ST_HELENS else NAMED if area_code in neighbours() else OTHER


def _band(one: Side) -> str:
    words = {
        UNTESTED: "not tested: one indicator",
        CANNOT_TELL: "can’t tell",
        BOTH_WORSE: "both indicators worse than average",
        BOTH_BETTER: "both indicators better than average",
    }
    return words.get(one, f"{one.word} than average")


def _said(row: dict[Any, Any]) -> str:
    limits = formats.interval(row["lower_ci"], row["upper_ci"], looks.SCORE_DECIMALS)
    within = "" if row["side"] == UNTESTED else f" ({limits})"
    score = formats.number(row["score"], looks.SCORE_DECIMALS)
    return f"score {score}{within}; {_band(row['side'])}; rank {row['placed']}"


def own(rows: pd.DataFrame) -> dict[Any, Any]:
    """The borough's row."""
    return dict(rows[rows["area_code"] == areas.ST_HELENS].to_dict("records")[0])


def _finding(item: Item, rows: pd.DataFrame) -> str:
    ours = own(rows)
    if not ours["placed"].startswith(looks.NOT_SHOWN):
        placed = answer.place_words(ours["rank_lower"], ours["rank_upper"], len(rows))
        return f"On {inside(item)} St Helens is {placed.removeprefix('it is ')}"
    if ours["side"] == UNTESTED:
        return f"On {inside(item)} there is one indicator, so no band and no rank"
    if item.indicators < FEWEST_FOR_RANK:
        return f"On {inside(item)} there are {item.indicators} indicators, too few for a rank"
    return f"On {inside(item)} St Helens’ place among {len(rows)} authorities cannot be told"


def _sentence(item: Item, rows: pd.DataFrame) -> str:
    ours, near = own(rows), rows[rows["area_code"].isin(neighbours())]
    judged = [one.judgement for one in rows["side"]]
    told = {kind: judged.count(kind) for kind in (Judgement.WORSE, Judgement.BETTER, Judgement.SIMILAR)}
    counted = (
        f"{item.name} stands on one indicator, so no authority has an interval, a band or a rank."
        if not sum(told.values())
        else f"Of {len(rows)} authorities {told[Judgement.WORSE]} lie wholly on the worse side of the average and "
        f"{told[Judgement.BETTER]} on the better; for {told[Judgement.SIMILAR]} there is no telling."
    )
    others = [
        f"{row['area_short_name']} {formats.number(row['score'], looks.SCORE_DECIMALS)}"
        for row in near.to_dict("records")
        if row["area_code"] != areas.ST_HELENS
    ]
    beside = f" Scores in the city region, from the worst: {sentences.listed(others)}." if others else ""
    return f"{counted} St Helens: {_said(ours)}.{beside}"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    tested = rows["side"] != UNTESTED
    return pd.DataFrame(
        {
            "Authority": rows["area_short_name"],
            "Score, standard deviations": rows["score"].round(_FINE),
            "Lower limit": rows["lower_ci"].where(tested).round(_FINE),
            "Upper limit": rows["upper_ci"].where(tested).round(_FINE),
            "Against the average": [_band(one) for one in rows["side"]],
            "Rank, from the worst": rows["placed"],
        }
    )
