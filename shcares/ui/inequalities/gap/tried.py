"""What other weights would say: the borough's points and place under them, beside the source's."""

from dataclasses import dataclass

from shcares.stats import composite, contributions
from shcares.stats.contributions import Order, Place
from shcares.ui import lineage
from shcares.ui.inequalities.gap.held import held
from shcares.ui.inequalities.gap.shares import Level, Row, rows_of
from shcares.ui.inequalities.gap.weights import Tried, sources, weights_of


@dataclass(frozen=True)
class Outcome:
    """Focus areas and factors in the model's order, the borough's place, and how the order of focus areas changes.

    `order` is against the source's weights.
    """

    focus: tuple[Row, ...]
    factors: tuple[Row, ...]
    place: Place
    order: Order


@lineage.remember(max_entries=200)
def outcome(tried: Tried) -> Outcome:
    """What these weights make of the draws that are kept in memory. Raises ValueError where nothing weighs anything."""
    known, weights = held(tried.model_id), weights_of(tried)
    drawn = composite.drawn_weights(weights)
    own = known.scores[known.ours]
    before, after = (contributions.contributions(own, one) for one in (known.parts["source"], weights))
    rows = rows_of(known, weights, drawn)
    return Outcome(
        tuple(row for row in rows if row.level == Level.FOCUS_AREA),
        tuple(row for row in rows if row.level == Level.FACTOR),
        contributions.place(known.scores, known.draws, weights, drawn, area=known.ours),
        contributions.reordered(before, after),
    )


@lineage.remember()
def unchanged(model_id: str) -> Outcome:
    """The same of the source's own weights."""
    return outcome(sources(model_id))
