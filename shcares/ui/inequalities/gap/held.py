"""A model over the authorities: its parts, their scores and the draws of them, kept in memory for all visitors."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from shcares.domain import areas
from shcares.stats import composite
from shcares.stats.levels import FloatArray
from shcares.ui import lineage, reads

HUNDRED = 100
"""What the weights of a model are scaled to add to."""


@dataclass(frozen=True)
class Held:
    """A model's parts that have figures, over the authorities that have a score for every one of them.

    `parts` holds one row a focus area in the model's order: `focus_area_id`, `name`, `factor_id`, `factor`, `weight`
    (the source's, scaled to a hundred), `source` (as it is given), `printed`, `indicators`. `scores` is authorities ×
    parts, `draws` draws × authorities × parts, each part's indicators drawn again.
    """

    model_id: str
    parts: pd.DataFrame
    area_codes: tuple[str, ...]
    scores: FloatArray
    draws: FloatArray

    @property
    def ours(self) -> int:
        """The borough's row."""
        return self.area_codes.index(areas.ST_HELENS)

    @cached_property
    def drawn(self) -> FloatArray:
        """The source's weights, drawn around."""
        return composite.drawn_weights(self.parts["source"])

    @property
    def single(self) -> tuple[str, ...]:
        """Focus areas that stand on one indicator, by name."""
        return tuple(self.parts.loc[self.parts["indicators"] == 1, "name"])


@lineage.remember()
def held(model_id: str) -> Held:
    """One model, its draws made as they were for the store, so that both agree to the last digit."""
    rows = reads.standings(model_id)
    wide = rows.pivot(index="area_code", columns="indicator_id", values="z").sort_index()
    focus = reads.focus_areas(model_id)
    columns = {name: place for place, name in enumerate(wide.columns)}
    members = [tuple(columns[name] for name in names if name in columns) for names in focus["measured"]]
    with_figures = [place for place, found in enumerate(members) if found]
    kept = [members[place] for place in with_figures]
    scores = composite.part_scores(wide.to_numpy(), kept)
    whole = np.flatnonzero(np.isfinite(scores).all(axis=1))
    draws = composite.resampled(wide.to_numpy()[whole], kept)
    parts = _parts(focus.iloc[with_figures].reset_index(drop=True), kept)
    return Held(model_id, parts, tuple(wide.index[whole]), scores[whole], draws)


def _parts(focus: pd.DataFrame, members: list[tuple[int, ...]]) -> pd.DataFrame:
    source = focus["source_weight"].fillna(0.0).astype(float)
    return pd.DataFrame(
        {
            "focus_area_id": focus["focus_area_id"],
            "name": focus["name"],
            "factor_id": focus["factor_id"],
            "factor": focus["factor_name"],
            "weight": source / source.sum() * HUNDRED,
            "source": source,
            "printed": focus["printed_weight"].astype(float),
            "indicators": [len(found) for found in members],
        }
    )


@lineage.remember()
def unmeasured(model_id: str) -> tuple[str, ...]:
    """Focus areas of a model without a figure: they weigh nothing in its composite."""
    focus, known = reads.focus_areas(model_id), set(held(model_id).parts["focus_area_id"])
    return tuple(focus.loc[~focus["focus_area_id"].isin(known), "name"])


@lineage.remember()
def authorities() -> dict[str, str]:
    """Names of the authorities compared, by code."""
    return {code: reads.area_name(code) for code in reads.group_members(areas.UPPER_TIER_GROUP)}


@lineage.remember()
def model(model_id: str) -> dict[str, str]:
    """One model's declaration."""
    known = reads.models().set_index("model_id")
    return {str(name): str(value) for name, value in known.loc[model_id].items()}


def neighbours() -> frozenset[str]:
    """The authorities of the city region, the borough among them."""
    return frozenset(reads.group_members(areas.CITY_REGION_GROUP))
