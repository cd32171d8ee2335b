"""Which authorities a composite leaves out, and for want of which figures."""

from shcares.domain.vocabulary import AreaType
from shcares.stats import composite
from shcares.store import queries
from shcares.ui import lineage, opening, reads
from shcares.ui.inequalities.gap.answer import lowered, together
from shcares.ui.inequalities.gap.held import authorities, held
from shcares.ui.inequalities.gap.shares import Level
from shcares.ui.inequalities.gap.standing import Item, standing

_COUNTY = "E10"
"""How the code of a county council begins."""
_NAMED = 3


@lineage.remember()
def absent(model_id: str, item: Item) -> dict[str, tuple[str, ...]]:
    """Authorities without a score on one part, each with the focus areas that it has too few figures for."""
    rows, parts = reads.composites(model_id), held(model_id).parts
    scored = rows[rows["level"] == Level.FOCUS_AREA].groupby("item_id")["area_code"].agg(set)
    whole = set(standing(model_id, item)["area_code"])
    key = {Level.FOCUS_AREA: "focus_area_id", Level.FACTOR: "factor_id"}.get(item.level)
    inside = parts if key is None else parts[parts[key] == item.id]
    named = inside[["focus_area_id", "name"]].to_numpy()
    return {
        code: tuple(name for area_id, name in named if code not in scored[area_id])
        for code in authorities()
        if code not in whole
    }


@lineage.remember()
def notes(model_id: str, item: Item) -> tuple[str, ...]:
    """How many of the authorities compared are left out, who they are, and which figures they lack most often."""
    found, known = absent(model_id, item), authorities()
    if not found:
        return (f"All {len(known)} of the upper-tier authorities compared have a score here.",)
    verb = "has" if len(found) == 1 else "have"
    return (
        f"{len(found)} of the {len(known)} upper-tier authorities compared {verb} no score here{_kinds(tuple(found))}. "
        f"{_lacking(found)}A score needs at least {composite.LEAST_HELD:.0%} of a focus area’s indicators.",
        f"Without a score: {'; '.join(sorted(known[code] for code in found))}.",
    )


def _kinds(codes: tuple[str, ...]) -> str:
    counties = sum(code.startswith(_COUNTY) for code in codes)
    since = _formed()
    newer = [since[code] for code in codes if code in since]
    said = [
        f"{counties} are county councils, for which several series hold no figure" if counties else "",
        f"{len(newer)} were formed in {min(newer)} or later, after some of the series" if newer else "",
    ]
    kept = [one for one in said if one]
    return f": {'; '.join(kept)}" if kept else ""


@lineage.remember()
def _formed() -> dict[str, int]:
    """The year in which an authority with a newer code was formed."""
    known = queries.areas(opening.store(), [AreaType.AUTHORITY]).dropna(subset=["valid_from"])
    return {code: day.year for code, day in zip(known["area_code"], known["valid_from"], strict=True)}


def _lacking(found: dict[str, tuple[str, ...]]) -> str:
    lacking = [name for lacked in found.values() for name in lacked]
    often = sorted(set(lacking), key=lambda name: (-lacking.count(name), name))[:_NAMED]
    if len(often) < 2:
        return ""
    return f"Most often missing: {together([f'{lowered(name)} ({lacking.count(name)})' for name in often])}. "
