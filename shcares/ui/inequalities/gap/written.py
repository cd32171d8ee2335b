"""Weights that a viewer tries, written out: in words for a story, in letters for an ID, so that nothing is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shcares.domain.letters import hashed
from shcares.ui import recipes
from shcares.ui.inequalities.gap.held import HUNDRED
from shcares.ui.inequalities.gap.weights import AS_PRINTED, AS_SOURCE, Tried, factor_names, presets, printed
from shcares.ui.inequalities.model.choice import model_names

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_EACH = 2
_INSIDE = {AS_SOURCE: "", AS_PRINTED: "P"}
_LAID_OUT = re.compile(r"(?P<model>\w+):(?P<weights>( \d+)+)(?P<inside>, as the plan prints)?")


@dataclass(frozen=True)
class Written(recipes.Part):
    """A filter of weights: `contributions: 30 20 40 10`, in the order of the model's factors.

    In an ID the model has its letters and each weight two more; a last `P` says that the proportions within a factor
    are those that the plan prints.
    """

    def called(self, value: Any) -> str:
        """The model and its weights in words."""
        weights = "".join(f" {weight}" for weight in value.factors)
        return f"{value.model_id}:{weights}{', as the plan prints' if value.inside == AS_PRINTED else ''}"

    def value(self, name: str) -> Tried:
        """The weights of these words. Raises UnknownFigureError."""
        found = _LAID_OUT.fullmatch(name)
        if found is None or found["model"] not in model_names().values():
            known = ", ".join(self.values())
            raise recipes.UnknownFigureError(f"{self.word} “{name}” are not laid out as one of: {known}")
        weights = tuple(int(weight) for weight in found["weights"].split())
        return _held(Tried(found["model"], weights, AS_PRINTED if found["inside"] else AS_SOURCE))

    def letters_of(self, name: str) -> str:
        """The model's letters, two for each weight, and one where the plan's proportions hold within a factor."""
        tried = self.value(name)
        weights = "".join(_DIGITS[weight // len(_DIGITS)] + _DIGITS[weight % len(_DIGITS)] for weight in tried.factors)
        return f"{hashed(tried.model_id, _EACH)}{weights}{_INSIDE[tried.inside]}"

    def read(self, letters: str) -> str:
        """The model and its weights in words. Raises UnknownFigureError."""
        own, rest, last = letters[:_EACH], letters[_EACH:], _INSIDE[AS_PRINTED]
        inside = AS_PRINTED if len(rest) % _EACH and rest.endswith(last) else AS_SOURCE
        rest = rest.removesuffix(last) if inside == AS_PRINTED else rest
        model_id = next((one for one in model_names().values() if hashed(one, _EACH) == own), None)
        if model_id is None or len(rest) % _EACH or set(rest) - set(_DIGITS):
            raise recipes.UnknownFigureError(f"{letters} are no {self.word} of this edition of the figures")
        pairs = zip(rest[::_EACH], rest[1::_EACH], strict=True)
        weights = tuple(_DIGITS.index(high) * len(_DIGITS) + _DIGITS.index(low) for high, low in pairs)
        return self.called(_held(Tried(model_id, weights, inside)))


def _held(tried: Tried) -> Tried:
    """The same weights. Raises UnknownFigureError where no figure can be made of them."""
    names = factor_names(tried.model_id)
    if len(tried.factors) != len(names):
        raise recipes.UnknownFigureError(f"{tried.model_id} has {len(names)} weights: {', '.join(names.values())}")
    if tried.is_nothing or max(tried.factors) > HUNDRED:
        raise recipes.UnknownFigureError(f"a weight goes from 0 to {HUNDRED}, and not all may be 0")
    if tried.inside == AS_PRINTED and printed(tried.model_id) is None:
        raise recipes.UnknownFigureError(f"the plan prints no weights of {tried.model_id}")
    return tried


def _examples() -> Mapping[str, Tried]:
    """What can be tried at a click."""
    every = [tried for model_id in model_names().values() for tried in presets(model_id).values()]
    return {TRIED.called(tried): tried for tried in every}


TRIED = Written("weights", _examples, _EACH)
