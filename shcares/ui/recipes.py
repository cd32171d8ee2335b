"""Figures by name: every figure of the dashboard can be made from a name and its filters, or from its short ID.

An ID is the recipe's two letters and then some letters for each filter, such as `RW-7KQ-M3`. They are a hash of the
filter's value, so an ID stays the same as long as what it shows is held; filters at the end that stand as
they usually do are left out. Nothing is kept anywhere: an ID is read by trying what each filter may be.
"""

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, ParamSpec
from uuid import uuid4

import shcares.ui
from shcares.domain import areas
from shcares.domain.letters import EMPTY, as_meant, hashed
from shcares.export.figure import Figure
from shcares.style.palette import Scheme
from shcares.ui import filters, lineage, reads

P = ParamSpec("P")
_NEAREST, _LONGEST = 4, 60


class UnknownFigureError(LookupError):
    """No figure goes by this name or ID, or these filters make none.

    `found` says what was wrong in a sentence without its stop, `expected` what would be right, `place` where it stood:
    `figure`, `filters` or `filters.<word>`.
    """

    def __init__(self, found: str, *, expected: str = "", place: str = "filters") -> None:
        self.found, self.expected, self.place = found.removesuffix("."), expected, place
        super().__init__(f"{self.found}; expected {expected}" if expected else self.found)


@dataclass(frozen=True)
class Part:
    """A filter of a recipe: `word` in a story, its values by what they are called, and how many letters it has in IDs.

    `usual` is the value, as it is called, that may be left out.
    """

    word: str
    values: Callable[[], Mapping[str, Any]]
    letters: int
    usual: str | None = None

    def called(self, value: Any) -> str:
        """What a value is called. Raises KeyError."""
        for name, known in self.values().items():
            if known == value:
                return name
        raise KeyError(value)

    def value(self, name: str) -> Any:
        """The value of this name. Raises UnknownFigureError."""
        values = self.values()
        if name not in values:
            found, place = f"there is no {self.word} {_quoted(name)}", f"filters.{self.word}"
            raise UnknownFigureError(found, expected=_some_of(name, values), place=place)
        return values[name]

    def letters_of(self, name: str) -> str:
        """The letters that stand for a value in an ID: of its code where it has one, which no new name changes."""
        return self._letters(name, self.values().get(name))

    def _letters(self, name: str, value: Any) -> str:
        return hashed(value if isinstance(value, str) else name, self.letters) if name else ""

    def read(self, letters: str) -> str:
        """What the value is called that these letters stand for. Raises UnknownFigureError."""
        for name, value in self.values().items():
            if self._letters(name, value) == letters:
                return name
        raise UnknownFigureError(f"{letters} is no {self.word} of this edition of the figures")


def _quoted(name: str) -> str:
    return f"“{name if len(name) <= _LONGEST else name[:_LONGEST] + '…'}”"


def _some_of(name: str, known: Collection[str]) -> str:
    """`one of 37, such as A, B, C`: those whose names are nearest, else the first."""
    named = [one for one in known if one]
    near = get_close_matches(name, named, n=_NEAREST, cutoff=0.5) or named[:_NEAREST]
    return f"one of {len(named)}, such as {', '.join(near)}"


@dataclass(frozen=True)
class Several(Part):
    """A filter of several values in order, written with `|` between them; an empty one is no value at all."""

    def called(self, value: Any) -> str:
        """The names of all values."""
        return "|".join(super(Several, self).called(one) for one in value)

    def value(self, name: str) -> Any:
        """The values of these names. Raises UnknownFigureError."""
        return tuple(super(Several, self).value(one) for one in name.split("|") if one)

    def letters_of(self, name: str) -> str:
        """The letters of each value, one after the other."""
        return "".join(super(Several, self).letters_of(one) for one in name.split("|") if one)

    def read(self, letters: str) -> str:
        """The names of the values. Raises UnknownFigureError."""
        steps = range(0, len(letters), self.letters)
        return "|".join(super(Several, self).read(letters[at : at + self.letters]) for at in steps)


def itself(names: Callable[[], Any]) -> Callable[[], dict[str, str]]:
    """Values that are called what they are."""
    return lambda: {str(name): str(name) for name in names()}


def _by_label(labels: Callable[[], Mapping[str, str]]) -> Callable[[], dict[str, str]]:
    return lambda: {label: value for value, label in labels().items()}


INDICATOR = Part("indicator", itself(lambda: reads.indicators()["indicator_id"]), 4)
AREA = Part("area", _by_label(filters.area_options), 2, usual="St Helens")
"""The borough or a care community, as the filter bar has them."""
NETWORK = Part("network", _by_label(lambda: dict(list(filters.area_options().items())[1:])), 2)
COMPARATOR = Part("compare", lambda: {name: code for code, name in filters.COMPARATORS.items()}, 1, usual="England")
SEX = Part("sex", lambda: {one: one for one in ("", "Persons", "Female", "Male")}, 2, usual="")
PRIORITY = Part("priority", itself(lambda: reads.priority_titles()), 2)
MEASURE = Part("measure", itself(lambda: reads.key_measures()["measure_id"]), 2)
PRACTICE = Part("practice", itself(lambda: reads.practices()["practice_code"]), 3)
"""A practice that has a page; codes that only stand in counts of patients have none."""
AREA_CODE = Part("area", itself(lambda: reads.area_names()), 4, usual=areas.ST_HELENS)
"""Any area at all, by its code."""


@dataclass(frozen=True)
class Recipe:
    """How a figure is made: its name, the two letters of its ID, its filters, the function."""

    code: str
    name: str
    parts: Mapping[str, Part]
    make: Callable[..., Figure]
    takes: tuple[str, ...]


_RECIPES: dict[str, Recipe] = {}


def figure(
    code: str, name: str, /, *, max_entries: int = 200, **parts: Part
) -> Callable[[Callable[P, Figure]], lineage.Remembered[P, Figure]]:
    """Declare a function to be the recipe of a figure: its answers are kept and bear their ID.

    `parts` are its filters by the name of the argument. The arguments `area`, `comparator` and `scheme` need none:
    the first two follow from `area_code` and `comparator_code`, and the colours are the viewer's.
    """

    def declare(make: Callable[P, Figure]) -> lineage.Remembered[P, Figure]:
        signature = inspect.signature(make)

        @functools.wraps(make)
        def stamped(*args: P.args, **kwargs: P.kwargs) -> Figure:
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            with lineage.recording() as asked:
                made = make(*args, **kwargs)
            words = {part.word: part.called(bound.arguments[key]) for key, part in parts.items()}
            ref = ref_of(name, words)
            return replace(made, ref=ref, name=name, filters=words, asked=tuple(asked), identity=uuid4().hex)

        remembered = lineage.remember(max_entries=max_entries)(stamped)
        _add(Recipe(code, name, parts, remembered, tuple(signature.parameters)))
        return remembered

    return declare


def _add(recipe: Recipe) -> None:
    for other in _RECIPES.values():
        if other.code == recipe.code and other.name != recipe.name:
            raise ValueError(f"recipes {other.name} and {recipe.name} have the same letters {recipe.code}")
    _RECIPES[recipe.name] = recipe


@functools.cache
def recipes() -> Mapping[str, Recipe]:
    """Every recipe by its name; all modules of pages are read first."""
    for module in pkgutil.walk_packages(shcares.ui.__path__, "shcares.ui."):
        if not module.name.endswith(".main"):
            importlib.import_module(module.name)
    return dict(sorted(_RECIPES.items()))


def ref_of(name: str, words: Mapping[str, str]) -> str:
    """The ID of a recipe with these filters."""
    recipe = _RECIPES[name]
    parts = list(recipe.parts.values())
    while parts and words.get(parts[-1].word, parts[-1].usual) == parts[-1].usual:
        parts.pop()
    letters = [part.letters_of(words.get(part.word, part.usual or "")) for part in parts]
    return "-".join([recipe.code, *(one or EMPTY for one in letters)])


def read_ref(ref: str) -> tuple[str, dict[str, str]]:
    """The name and the filters an ID stands for. Raises UnknownFigureError."""
    code, *letters = ref.strip().upper().split("-")
    recipe = next((one for one in recipes().values() if one.code == code), None)
    if recipe is None:
        raise UnknownFigureError(f"“{ref}” is no figure’s ID: none begins with {code}")
    if len(letters) > len(recipe.parts):
        raise UnknownFigureError(f"“{ref}” has {len(letters)} filters, but {recipe.name} has {len(recipe.parts)}")
    words = {}
    for part, given in zip(recipe.parts.values(), letters, strict=False):
        words[part.word] = "" if given == EMPTY else part.read(as_meant(given))
    return recipe.name, words


def by_ref(ref: str, scheme: Scheme = Scheme.SAFE) -> Figure:
    """The figure of this ID. Raises UnknownFigureError."""
    name, words = read_ref(ref)
    return by_name(name, words, scheme)


def by_name(name: str, words: Mapping[str, str], scheme: Scheme = Scheme.SAFE) -> Figure:
    """The figure of this recipe with these filters; those left out stand as usual. Raises UnknownFigureError."""
    recipe = named(name, words)
    return recipe.make(*_arguments(recipe, words, scheme))


def named(name: str, words: Mapping[str, str]) -> Recipe:
    """The recipe of this name, which has filters of these names. Raises UnknownFigureError; asks for no value."""
    known = recipes()
    if name not in known:
        raise UnknownFigureError(f"there is no figure {_quoted(name)}", expected=_some_of(name, known), place="figure")
    recipe = known[name]
    strange = set(words) - {part.word for part in recipe.parts.values()}
    if strange:
        wanted = ", ".join(part.word for part in recipe.parts.values()) or "none"
        raise UnknownFigureError(f"{name} has no filter {', '.join(sorted(strange))}", expected=f"of these: {wanted}")
    return recipe


def _arguments(recipe: Recipe, words: Mapping[str, str], scheme: Scheme) -> list[Any]:
    """The arguments in the order pages give them, so that a figure is made once for page, ID and story."""
    values = {key: _value(recipe, part, words) for key, part in recipe.parts.items()}
    derived: dict[str, Callable[[], Any]] = {
        "scheme": lambda: scheme,
        "area": lambda: reads.area_name(values["area_code"]),
        "comparator": lambda: reads.area_name(values["comparator_code"]),
    }
    return [values[key] if key in values else derived[key]() for key in recipe.takes]


def _value(recipe: Recipe, part: Part, words: Mapping[str, str]) -> Any:
    name = words.get(part.word, part.usual)
    if name is None:
        raise UnknownFigureError(
            f"{recipe.name} has no value for its filter {part.word}",
            expected=_some_of("", part.values()),
            place=f"filters.{part.word}",
        )
    return part.value(name)
