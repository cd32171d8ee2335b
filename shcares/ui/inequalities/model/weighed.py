"""A model on one set of weights: the names and points of its factors and parts, as the source or the plan has them."""

from dataclasses import dataclass

from shcares.style import sentences
from shcares.ui import lineage
from shcares.ui.inequalities.model.caveats import declared
from shcares.ui.inequalities.model.choice import PRINTED
from shcares.ui.inequalities.model.parts import WHOLE, Part, factors_of, is_printed, parts_of, points


@dataclass(frozen=True)
class Entry:
    """A factor or a part by the name and the weight that it goes under."""

    id: str
    name: str
    weight: float

    @property
    def points(self) -> str:
        """The weight as written."""
        return points(self.weight)


@dataclass(frozen=True)
class Weighed:
    """One model on one set of weights."""

    model_id: str
    factors: tuple[Entry, ...]
    parts: tuple[Entry, ...]
    whose: str

    @property
    def total(self) -> float:
        """What the parts add to."""
        return sum(part.weight for part in self.parts)

    @property
    def is_even(self) -> bool:
        """Whether every factor weighs the same."""
        return len({factor.points for factor in self.factors}) == 1

    @property
    def heaviest(self) -> Entry:
        """The factor of the largest weight, the first of several."""
        return max(self.factors, key=lambda factor: factor.weight)


@lineage.remember()
def weighed(model_id: str, weights: str) -> Weighed:
    """A model on the weights asked for; on those of its source where the plan prints none."""
    factors, parts = factors_of(model_id), parts_of(model_id)
    if weights == PRINTED and is_printed(model_id):
        return Weighed(
            model_id=model_id,
            factors=tuple(Entry(one.id, one.printed_name, one.printed) for one in factors),
            parts=tuple(Entry(one.id, one.printed_name, one.printed) for one in parts),
            whose="as printed",
        )
    return Weighed(
        model_id=model_id,
        factors=tuple(Entry(one.id, one.name, one.source) for one in factors),
        parts=tuple(Entry(one.id, one.name, one.source) for one in parts),
        whose="of the source" if is_printed(model_id) else "as used here",
    )


@lineage.remember()
def answer(model_id: str, weights: str) -> str:
    """What the model says shapes health, in one sentence."""
    model, name = weighed(model_id, weights), _inside(str(declared(model_id)["short_name"]))
    if round(model.total) != WHOLE:
        return f"As printed, {name} adds to {points(model.total)}: {_why(model_id)}."
    if model.is_even:
        return f"As declared, the {name} gives its {len(model.factors)} factors {model.heaviest.points} points each."
    heaviest = f"{_inside(model.heaviest.name)} weigh most: {model.heaviest.points} of {points(WHOLE)} points"
    return f"In {name}, {heaviest}."


def _why(model_id: str) -> str:
    unlike = [part for part in parts_of(model_id) if part.printed != part.source]
    said = [f"{part.name} has {points(part.printed)} where the source has {points(part.source)}" for part in unlike]
    return sentences.listed(said)


def _inside(name: str) -> str:
    """A name inside a sentence: `the plan’s model`, `health behaviours`; an abbreviation keeps its capitals."""
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def sums(model_id: str) -> str:
    """What the source’s weights add to, and the printed ones."""
    parts = parts_of(model_id)
    source = points(sum(part.source for part in parts))
    if not is_printed(model_id):
        return f"The {len(parts)} weights used here add to {source}; the plan does not print this model."
    printed = points(sum(part.printed for part in parts))
    return f"The source’s {len(parts)} weights add to {source}; the printed ones add to {printed}: {_why(model_id)}."


def weight_words(model_id: str, part: Part) -> str:
    """A part’s weight in the source and in the plan, as a sentence."""
    weight = f"Weight: {points(part.source)} of {points(WHOLE)} points"
    if not is_printed(model_id):
        return f"{weight} as the model is used here; the plan does not print it."
    if part.printed == part.source:
        return f"{weight} in the source, and printed so in the plan."
    return f"{weight} in the source, printed as {points(part.printed)} in the plan."
