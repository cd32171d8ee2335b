"""What authorities may be set side by side on, and where each of them stands on it."""

from dataclasses import dataclass

import pandas as pd

from shcares.ui import lineage, reads
from shcares.ui.inequalities.gap import looks
from shcares.ui.inequalities.gap.held import held
from shcares.ui.inequalities.gap.shares import Level, side

WHOLE = "The whole model"


@dataclass(frozen=True)
class Item:
    """A part of a model that authorities are set side by side on."""

    level: Level
    id: str
    name: str
    indicators: int


@lineage.remember()
def items(model_id: str) -> dict[str, Item]:
    """What may be chosen, by its label: the whole, the factors, the focus areas with figures."""
    parts = held(model_id).parts
    by_factor = parts.groupby("factor_id", sort=False).agg(name=("factor", "first"), indicators=("indicators", "sum"))
    found = {WHOLE: Item(Level.OVERALL, model_id, "the whole model", int(parts["indicators"].sum()))}
    for row in by_factor.reset_index().to_dict("records"):
        found[f"Factor: {row['name']}"] = Item(Level.FACTOR, row["factor_id"], row["name"], int(row["indicators"]))
    for row in parts.to_dict("records"):
        found[row["name"]] = Item(Level.FOCUS_AREA, row["focus_area_id"], row["name"], int(row["indicators"]))
    return found


@lineage.remember(max_entries=80)
def standing(model_id: str, item: Item) -> pd.DataFrame:
    """Every authority with a score on one part, the worst first: its `side` of the average, its rank in `placed`."""
    rows = reads.composites(model_id)
    found = rows[(rows["level"] == item.level) & (rows["item_id"] == item.id)]
    limits = zip(found["lower_ci"], found["upper_ci"], strict=True)
    return found.assign(
        side=pd.Series([side(*pair, indicators=item.indicators) for pair in limits], index=found.index, dtype=object),
        placed=[looks.rank_words(row, item.indicators) for row in found.to_dict("records")],
    )
