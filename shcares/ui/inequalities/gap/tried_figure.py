"""The figure of what other weights would say: it says in its title that these are not the model's own."""

from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.whatif import filled, whatif_chart, whatif_plot
from shcares.stats.contributions import Place
from shcares.style import formats, sentences
from shcares.ui import figures, lineage, recipes
from shcares.ui.inequalities.gap import answer, basis, looks, method
from shcares.ui.inequalities.gap.held import HUNDRED, held, model
from shcares.ui.inequalities.gap.shares import AVERAGE, DECIMALS, signed
from shcares.ui.inequalities.gap.tried import Outcome, outcome, unchanged
from shcares.ui.inequalities.gap.weights import AS_PRINTED, Tried
from shcares.ui.inequalities.gap.written import TRIED

WHAT_IF, AS_IT_IS = "What if", "On the source’s weights"
_BEFORE, _AFTER = "source’s weights", "weights tried, with the middle 95% of the draws"
_AXIS = "Points each focus area adds to St Helens’ score"
_METHOD = (
    "The factors take the weights chosen, scaled to add to {hundred}. Between the focus areas of a factor the {whose} "
    "proportions hold. The indicators, their z-scores and the draws of them stay as they are; the weights are drawn "
    "anew around the chosen ones. The place is among the {areas} authorities that have every part, also where a weight "
    "is set to nought."
)


@lineage.remember()
def _chart(model_id: str) -> dict[str, Any]:
    """The chart without figures, made once for each model."""
    chart = whatif_chart(
        len(held(model_id).parts),
        before=_BEFORE,
        after=_AFTER,
        left="better",
        right="worse",
        zero_name=AVERAGE,
    )
    return house.spec(chart)


@recipes.figure("GT", "gap_tried", max_entries=200, tried=TRIED)
def tried_figure(tried: Tried) -> figures.Figure:
    """The borough's points by focus area at the weights tried, beside those at the source's."""
    new, old, about = outcome(tried), unchanged(tried.model_id), model(tried.model_id)
    drawn = _drawn(new, old)
    lead = AS_IT_IS if tried.is_source else WHAT_IF
    return figures.Figure(
        id=f"gap-tried-{tried.model_id}",
        title=f"{lead}: {about['name']}, St Helens{'' if tried.is_source else ', other weights'}",
        sentence=sentence(tried),
        period=basis.periods(tried.model_id),
        area="St Helens against the mean of England’s upper-tier authorities",
        source=basis.publishers(tried.model_id),
        method=" ".join((_method(tried), method.METHOD, method.POINTS, method.INTERVALS, method.WEIGHTS)),
        frame=_table(new, old),
        spec=filled(
            _chart(tried.model_id),
            drawn,
            finding=f"{AS_IT_IS}: {_largest(new, 'adds', 'add')}"
            if tried.is_source
            else f"WHAT IF, not the model’s own weights: {_largest(new, 'would add', 'would add')}",
            subtitle=f"{_AXIS}; {HUNDRED} points are one standard deviation",
        ),
        plot=lambda: whatif_plot(drawn, before=_BEFORE, after=_AFTER, axis=_AXIS, decimals=DECIMALS),
        notes=() if tried.is_source else (f"{WHAT_IF}: these are not the weights of {about['source']}.",),
    )


def _method(tried: Tried) -> str:
    whose = "plan’s printed" if tried.inside == AS_PRINTED else "source’s"
    return _METHOD.format(hundred=HUNDRED, whose=whose, areas=len(held(tried.model_id).area_codes))


def _largest(found: Outcome, one: str, many: str) -> str:
    """Which focus areas add most, if any adds anything, with the verb for one and for many."""
    ordered = sorted((row for row in found.focus if row.value > 0), key=lambda row: -row.value)[: answer.NAMED]
    said = answer.sentence_start(row.name for row in ordered)
    return f"{said} {one if len(ordered) == 1 else many} most" if ordered else f"no focus area {one} anything"


def sentence(tried: Tried) -> str:
    """Score, place and order at the weights tried, each beside the source's."""
    new, old = outcome(tried), unchanged(tried.model_id)
    if tried.is_source:
        return f"{AS_IT_IS} the overall score is {score_words(new.place)}, {place_words(new.place)}."
    return (
        f"{WHAT_IF}: with these weights the overall score would be {score_words(new.place)}, {place_words(new.place)}. "
        f"{AS_IT_IS} it is {score_words(old.place)}, {place_words(old.place)}. {order_words(new)}"
    )


def score_words(place: Place) -> str:
    """`+40.2 points (20.4 to 59.8)`."""
    low, high = (limit * HUNDRED for limit in (place.lower, place.upper))
    return f"{signed(place.score * HUNDRED)} points ({formats.interval(low, high, DECIMALS)})"


def place_words(place: Place) -> str:
    """`11th to 48th worst of 122`, or that nothing can be told."""
    if not place.is_telling:
        return f"place among {place.areas} not to be told"
    return f"{sentences.ordinal(place.rank_lower)} to {sentences.ordinal(place.rank_upper)} worst of {place.areas}"


def order_words(found: Outcome) -> str:
    """How the order of the focus areas changes."""
    order, count = found.order, len(found.focus)
    if order.furthest is None:
        return f"The order of the {count} focus areas stays the same."
    return (
        f"{order.moved} of {count} focus areas would change places in the order; "
        f"{answer.lowered(found.focus[order.furthest].name)} moves furthest, from {sentences.ordinal(order.before)} to "
        f"{sentences.ordinal(order.after)}."
    )


def _drawn(new: Outcome, old: Outcome) -> list[dict[str, Any]]:
    """The focus areas as the chart wants them, those that would add most on top."""
    rows = [
        {
            "name": now.name,
            "before": was.value,
            "after": now.value,
            "lower_ci": now.lower_ci,
            "upper_ci": now.upper_ci,
            "label": f"{signed(was.value)} → {signed(now.value)}",
            "said": f"{looks.said(vars(now))}. {AS_IT_IS} {signed(was.value)} points, weight "
            f"{looks.weight_words(was.weight)}",
        }
        for now, was in zip(new.focus, old.focus, strict=True)
    ]
    return sorted(rows, key=lambda row: -row["after"])


def _table(new: Outcome, old: Outcome) -> pd.DataFrame:
    pairs = zip((*new.focus, *new.factors), (*old.focus, *old.factors), strict=True)
    return pd.DataFrame(
        [
            {
                "Part": now.name,
                "Level": now.level.replace("_", " "),
                "Source’s weight": round(was.weight, DECIMALS),
                "Weight tried": round(now.weight, DECIMALS),
                "Points, source’s weights": round(was.value, DECIMALS),
                "Points, weights tried": round(now.value, DECIMALS),
                "Tried, lower limit": round(now.lower_ci, DECIMALS),
                "Tried, upper limit": round(now.upper_ci, DECIMALS),
            }
            for now, was in pairs
        ]
    )
