"""Every figure of the pages of places, found by what its function returns, and the lines in which it says something."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from shcares.style.palette import Scheme
from shcares.ui import filters, places, reads
from shcares.ui.figures import Figure
from shcares.ui.places.communities.spans import spans
from shcares.ui.places.locality import small_areas
from shcares.ui.places.locality.layer import Layer
from shcares.ui.registers import offered
from tests.house.views import practices

# What has no figure of its own: it hands over to one of the others, or is a part of several.
HAND_OVER = {"current_layer", "profile"}
FEW = 3
NEIGHBOURHOOD = re.compile(r"\bE010\d{5}\b|\(\d{3}[A-Z]\)")


def functions() -> dict[str, Callable[..., Any]]:
    """`module.function` to every public function of the pages of places that gives a figure or a layer of the map."""
    found = {}
    for info in pkgutil.walk_packages(places.__path__, f"{places.__name__}."):
        module = importlib.import_module(info.name)
        for name, function in inspect.getmembers(module, callable):
            own = getattr(function, "__module__", "") == module.__name__ and not name.startswith("_")
            if own and not inspect.isclass(function) and _gives(function) in (Figure, Layer) and name not in HAND_OVER:
                found[f"{info.name.removeprefix(places.__name__)[1:]}.{name}"] = function
    return found


def _gives(function: Callable[..., Any]) -> object:
    return inspect.get_annotations(inspect.unwrap(function), eval_str=True).get("return")


def drawings() -> Iterator[tuple[str, tuple[Any, ...], Figure | Layer]]:
    """Every one of them, drawn for a few of all that can be chosen, with its name and what was chosen.

    Which things a line names does not hang on the choice, so a few stand for all.
    """
    for name, function in functions().items():
        wanted = list(inspect.signature(inspect.unwrap(function)).parameters)
        for chosen in product(*(_choices(one, name)[:FEW] for one in wanted)):
            yield name, chosen, function(*chosen)


def _choices(parameter: str, function: str) -> list[Any]:
    """Everything that a parameter of this name can be."""
    module, name = function.rsplit(".", 1)
    if parameter in ("name", "label"):
        return list(importlib.import_module(f"{places.__name__}.{module}").options())
    if parameter == "code" and module == "locality.profiles":
        return _places()[name]
    areas = list(filters.area_options())
    known = {
        "area_code": areas,
        "network_code": areas[1:],
        "code": list(practices()),
        "chosen": list(practices())[:1],
        "scheme": [Scheme.SAFE],
        "span": list(spans()),
        "edition": ["2019", "2025"],
        "domain": ["imd", "income"],
        "indicator_id": list(offered.names()),
        "member": list(small_areas.FIGURE.values().values()),
    }
    if parameter not in known:
        raise KeyError(f"{function} takes {parameter!r}: say in tests/house/drawn.py what it can be")
    return known[parameter]


def _places() -> dict[str, list[str]]:
    lookup = reads.lookup()
    return {
        "neighbourhood_profile": sorted(lookup["lsoa11_code"].unique()),
        "middle_profile": sorted(lookup["msoa11_code"].unique()),
        "practice_profile": list(practices()),
        "community_profile": list(reads.networks()["area_code"]),
    }


def lines(drawn: Figure | Layer) -> Iterator[str]:
    """What a figure says, line by line: rows of its table, marks of its drawing, sentences; of a layer, its tips."""
    figure = drawn.figure if isinstance(drawn, Layer) else drawn
    if isinstance(drawn, Layer):
        yield from (f"{code} {said}" for code, said in drawn.said.items())
        yield drawn.finding
    heads = " ".join(map(str, figure.frame.columns))
    yield from (f"{heads} {' '.join(map(str, row))}" for row in figure.frame.itertuples(index=False))
    yield from _marks(figure.spec or (figure.still() if figure.still else None))
    yield from (figure.sentence, *figure.notes, *re.split(r"</(?:tr|li|dd|p)>", figure.html or ""))


def _marks(spec: Any) -> Iterator[str]:
    if isinstance(spec, dict):
        for data in spec.get("datasets", {}).values():
            for row in data:
                told = {key: value for key, value in row.items() if key != "geometry"}
                yield " ".join(map(str, {**told, **told.pop("properties", {})}.values()))
