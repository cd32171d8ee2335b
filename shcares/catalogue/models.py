"""The models of what shapes health: weights that add up, ids of their own, indicators that can carry a composite."""

from collections import Counter
from collections.abc import Iterable, Mapping

from shcares.catalogue.faults import quoted
from shcares.catalogue.references import HOMES, Known
from shcares.catalogue.strategy import Strategy
from shcares.domain.errors import Problem
from shcares.domain.records import Indicator, Model
from shcares.domain.vocabulary import Level, Polarity

TOLERANCE = 1e-6
WHOLE = 100.0
Fault = tuple[str, str, str, str]


def model_problems(strategy: Strategy, known: Known, indicators: Mapping[str, Indicator]) -> Iterable[Problem]:
    """Everything in strategy/models/ that does not fit together or cannot be added up."""
    for file, model in strategy.made(Model):
        for place, found, expected, remedy in dict.fromkeys(
            [*_weight_faults(model), *_indicator_faults(model, known, indicators)]
        ):
            yield Problem(file, place, found, expected, remedy)
    yield from _shared_ids(strategy)


def _weight_faults(model: Model) -> Iterable[Fault]:
    """The source's weights add up; the printed ones are shown as printed, also where they do not."""
    sums = [
        (f"factor {each.id}", each.source_weight, [a.source_weight for a in each.focus_area]) for each in model.factor
    ]
    for place, whole, parts in [*sums, ("all factors", WHOLE, [factor.source_weight for factor in model.factor])]:
        weights = [part for part in parts if part is not None]
        if whole is not None and weights and abs(sum(weights) - whole) > TOLERANCE:
            found = f"parts that add to {sum(weights):g}"
            yield f"{place}, field source_weight", found, f"{whole:g}", "compare the weights with the source"


def _named(model: Model) -> list[tuple[str, str]]:
    parts = [area for factor in model.factor for area in factor.focus_area]
    return [(f"focus_area {area.id}, field indicators", name) for area in parts for name in area.indicators]


def _indicator_faults(model: Model, known: Known, indicators: Mapping[str, Indicator]) -> Iterable[Fault]:
    named = _named(model)
    for place, name in [*named, *(("field outcomes", name) for name in model.outcomes)]:
        if name not in known["indicator"]:
            yield place, f"{quoted(name)}, which is not known", HOMES["indicator"], "correct the id, or add it there"
    for place, name in named:
        if name in indicators:
            yield from _unfit(place, indicators[name])
        if name in model.outcomes:
            yield place, f"{quoted(name)}, which is an outcome", "something that is not one", "remove one of the two"
    for name, times in Counter(name for _, name in named).items():
        if times > 1:
            place = next(place for place, other in named if other == name)
            yield place, f"{quoted(name)} {times} times", "each indicator once in a model", "remove one"


def _unfit(place: str, indicator: Indicator) -> Iterable[Fault]:
    """Why an indicator cannot be part of a composite over authorities."""
    if indicator.level is not Level.BOROUGH:
        found = f"{quoted(indicator.id)}, whose level is {indicator.level}"
        yield place, found, f"an indicator of the level {Level.BOROUGH}", "name another"
    elif indicator.polarity is Polarity.NEUTRAL:
        found = f"{quoted(indicator.id)}, which has no good end"
        yield place, found, "an indicator with a polarity", "name another: more of it is neither better nor worse"


def _shared_ids(strategy: Strategy) -> Iterable[Problem]:
    """Ids are the same throughout all models, so that a part is named by its id alone."""
    home: dict[str, str] = {}
    for file, model in strategy.made(Model):
        for identity in [part for factor in model.factor for part in (factor.id, *(a.id for a in factor.focus_area))]:
            if home.setdefault(identity, file) != file:
                found = f"{quoted(identity)}, which is also in {home[identity]}"
                yield Problem(file, f"id {identity}", found, "an id of its own", "give it another id")
