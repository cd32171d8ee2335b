"""Finding an indicator by its name, its definition, the plan's words for it, or everyday words."""

import re

from shcares.domain import areas
from shcares.domain.vocabulary import Level
from shcares.style.everyday import EVERYDAY, UNSAID
from shcares.ui import lineage, reads

_LEVELS = {Level.BOROUGH: "", Level.PRACTICE: ", by practice", Level.SMALL_AREA: ", by neighbourhood"}
_ENDINGS = ("ations", "ation", "ities", "ity", "ing", "ness", "ies", "ese", "ed", "es", "e", "s", "y")
_SHORTEST, _FEWEST = 3, 5


@lineage.remember()
def labels() -> dict[str, str]:
    """Ids to names that tell an indicator's geography: the plan's key measures in its order, then all others."""
    known = reads.indicators().sort_values(["headline_set", "name"], ascending=[False, True])
    each = zip(known["indicator_id"], known["name"], known["level"], strict=True)
    named = {str(indicator_id): f"{name}{_LEVELS[Level(level)]}" for indicator_id, name, level in each}
    keyed = [str(one) for one in reads.key_measures()["indicator_id"].dropna()]
    return {one: named[one] for one in dict.fromkeys([*keyed, *named])}


@lineage.remember()
def usual() -> str:
    """The indicator that is met first: the first key measure's that has a series to compare with England's."""
    keyed = (one for one in labels() if len(reads.series(one, areas.ENGLAND)) >= _FEWEST)
    return next(keyed, next(iter(labels())))


@lineage.remember()
def _texts() -> dict[str, tuple[str, str]]:
    """Of each indicator its name and all words about it: the library's, its topics, the plan's sayings."""
    topics = reads.topics()
    said: dict[str, list[str]] = {}
    for kind in ("marmot",):
        items = reads.plan_items(kind).set_index("item_id")["text"]
        for one in reads.item_indicators(kind).itertuples(index=False):
            said.setdefault(str(one.indicator_id), []).append(str(items.get(one.item_id, "")))
    found = {}
    for about in reads.indicators().to_dict("records"):
        own = [topics[topic] for topic in [*about["priorities"], *about["focus_areas"]]]
        more = reads.searchable(" ".join([*own, *said.get(about["indicator_id"], [])]))
        name = _spelt(about["name"])
        found[about["indicator_id"]] = (name, f"{about['haystack']} {more} {name}")
    return found


def _spelt(name: str) -> str:
    """A name with its hyphens left out, and with a space for each: both ways people write them."""
    return f"{reads.searchable(name)} {reads.searchable(name.replace('-', ' '))}"


def stem(word: str) -> str:
    """A word without its ending, so that `obese` finds obesity and `children` child; short words as they are."""
    plain = word.removesuffix("ren") if word == "children" else word
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) > _SHORTEST:
            return plain.removesuffix(ending)
    return plain


def _wanted(query: str) -> list[tuple[str, ...]]:
    """For each word of a query what may stand for it in a text."""
    words = [word for word in re.findall(r"[\w/%+]+", reads.searchable(query)) if word not in UNSAID]
    return [tuple(dict.fromkeys([stem(word), *_everyday(word)])) for word in words]


def _everyday(word: str) -> tuple[str, ...]:
    return EVERYDAY.get(word, EVERYDAY.get(word.removesuffix("s"), ()))


@lineage.remember(max_entries=500)
def found(query: str) -> tuple[str, ...]:
    """Ids of the indicators in which every word of the query occurs, those with most of them in their name first.

    Of an empty query all. The order among equals is that of `labels`.
    """
    wanted = _wanted(query)
    return _ranked({each: hits for each, hits in _hits(wanted).items() if hits[1] == len(wanted)})


@lineage.remember(max_entries=500)
def nearest(query: str) -> tuple[str, ...]:
    """Ids of the indicators in which most words of the query occur, where none has them all."""
    hits = _hits(_wanted(query))
    most = max(all_words for _, all_words in hits.values())
    return _ranked({each: one for each, one in hits.items() if one[1] == most}) if most else ()


def _ranked(hits: dict[str, tuple[int, int]]) -> tuple[str, ...]:
    return tuple(sorted(hits, key=lambda each: -hits[each][0]))


def _hits(wanted: list[tuple[str, ...]]) -> dict[str, tuple[int, int]]:
    """Of each indicator how many of the words stand in its name, and how many anywhere."""
    texts = _texts()
    return {
        each: (
            sum(any(_begins(part, texts[each][0]) for part in one) for one in wanted),
            sum(any(_begins(part, texts[each][1]) for part in one) for one in wanted),
        )
        for each in labels()
    }


def _begins(part: str, text: str) -> bool:
    """Whether a word of the text begins with this."""
    return text.startswith(part) or f" {part}" in text or f"({part}" in text
