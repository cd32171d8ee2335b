"""The weights that a viewer tries: one for each factor of a model, and what they make of every focus area."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shcares.stats.levels import FloatArray
from shcares.ui import lineage
from shcares.ui.inequalities.gap.held import HUNDRED, held

AS_SOURCE, AS_PRINTED = "As in the source", "As the plan prints"
"""Whose proportions hold between the focus areas of a factor."""


@dataclass(frozen=True)
class Tried:
    """A weight for each factor of a model, in its order, and whose proportions hold within a factor."""

    model_id: str
    factors: tuple[int, ...]
    inside: str = AS_SOURCE

    @property
    def is_source(self) -> bool:
        """Whether these are the source's own weights."""
        return self.inside == AS_SOURCE and self.factors == sources(self.model_id).factors

    @property
    def is_nothing(self) -> bool:
        """Whether nothing weighs anything."""
        return not any(self.factors)


@lineage.remember()
def factor_names(model_id: str) -> dict[str, str]:
    """The factors that have figures, by id, in the model's order."""
    parts = held(model_id).parts.drop_duplicates("factor_id")
    return dict(zip(parts["factor_id"], parts["factor"], strict=True))


@lineage.remember()
def sources(model_id: str) -> Tried:
    """The source's weights of the factors, to the whole point."""
    return Tried(model_id, tuple(round(float(weight)) for weight in _exactly(model_id)))


@lineage.remember()
def equal(model_id: str) -> Tried:
    """Every factor alike."""
    names = factor_names(model_id)
    return Tried(model_id, (HUNDRED // len(names),) * len(names))


@lineage.remember()
def printed(model_id: str) -> Tried | None:
    """What the plan prints for the focus areas, added up by factor; None for a model that it does not print."""
    parts = held(model_id).parts
    if parts["printed"].isna().any():
        return None
    added = parts.groupby("factor_id", sort=False)["printed"].sum()
    return Tried(model_id, tuple(round(weight) for weight in added), AS_PRINTED)


def presets(model_id: str) -> dict[str, Tried]:
    """Weights to try at a click, the way back first."""
    plan = printed(model_id)
    offered = {"Reset to the source’s weights": sources(model_id), "All factors the same": equal(model_id)}
    return offered | ({"The plan as printed": plan} if plan else {})


def weights_of(tried: Tried) -> FloatArray:
    """The weight of every focus area with figures, adding up to a hundred; all 0 where nothing weighs anything.

    A factor left at the source's weight has it to the last digit, not to the whole point.
    """
    factor, within = _shared(tried.model_id, tried.inside)
    given = np.array(tried.factors, dtype=float)
    if tried.inside == AS_SOURCE:
        given = np.where(given == sources(tried.model_id).factors, _exactly(tried.model_id), given)
    found = within * given[factor]
    total = found.sum()
    return np.asarray(found / total * HUNDRED if total > 0 else found)


@lineage.remember()
def _shared(model_id: str, inside: str) -> tuple[NDArray[np.intp], FloatArray]:
    """Which factor each focus area is of, by place, and its share of it."""
    parts = held(model_id).parts
    own = parts["printed" if inside == AS_PRINTED else "source"]
    order = {name: place for place, name in enumerate(factor_names(model_id))}
    within = own / own.groupby(parts["factor_id"]).transform("sum")
    places = np.array([order[name] for name in parts["factor_id"]], dtype=np.intp)
    return places, np.asarray(within, dtype=float)


@lineage.remember()
def _exactly(model_id: str) -> FloatArray:
    """The source's weights of the factors, of a hundred."""
    parts = held(model_id).parts
    return parts.groupby("factor_id", sort=False)["weight"].sum().to_numpy(dtype=float)
