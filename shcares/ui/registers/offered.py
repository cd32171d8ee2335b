"""Which practice indicators there are to choose from, and their years."""

from collections.abc import Sequence

from shcares.domain.vocabulary import AreaType, Level
from shcares.style import formats
from shcares.ui import lineage, reads, recipes
from shcares.ui.freshness import age, is_old
from shcares.ui.registers.counted import topic
from shcares.ui.registers.register import Register, register, years_of

FIRST = "gp_diabetes_qof"
"""What is shown before anybody has chosen."""


@lineage.remember()
def names() -> dict[str, str]:
    """Ids to names of the indicators that practices have figures of: those with intervals first, then by name."""
    known = reads.indicators()
    rows = known[known["level"] == Level.PRACTICE]
    named = zip(rows["indicator_id"], rows.to_dict("records"), strict=True)
    held = {str(indicator_id): topic(row) for indicator_id, row in named if years_of(indicator_id)}
    return dict(sorted(held.items(), key=lambda one: (not _has_intervals(one[0]), one[1].casefold())))


@lineage.remember()
def _years() -> dict[str, str]:
    return {"": ""} | {year: year for indicator_id in names() for year in years_of(indicator_id)}


YEAR = recipes.Part("year", _years, 3, usual="")
"""The year of a practice indicator; left out, the latest with counts of the communities."""


@lineage.remember()
def unheld() -> tuple[str, ...]:
    """The names of practice indicators of which no practice has a figure, so that they cannot be chosen."""
    known = reads.indicators()
    rows = known[known["level"] == Level.PRACTICE]
    return tuple(str(name) for name in rows.loc[~rows["indicator_id"].isin(list(names())), "name"])


def _has_intervals(indicator_id: str) -> bool:
    return any(years_of(indicator_id).values())


@lineage.remember()
def year_names(indicator_id: str) -> dict[str, str]:
    """The years of an indicator as they are to be chosen: `2020/21`, `2022/23, no interval`."""
    year_type = reads.indicator(indicator_id)["year_type"]
    some = _has_intervals(indicator_id)
    return {
        year: formats.period(year, year_type) + ("" if held or not some else ", no interval")
        for year, held in years_of(indicator_id).items()
    }


@lineage.remember()
def of_communities() -> tuple[Register, ...]:
    """Every indicator the communities have counts of, in its latest year with them, by name.

    An indicator that another of them supersedes is left out.
    """
    found = [register(indicator_id) for indicator_id in names() if _counted(indicator_id)]
    held = {str(one.about["indicator_id"]) for one in found}
    kept = (one for one in found if one.about["superseded_by"] not in held)
    return tuple(sorted(kept, key=lambda one: topic(one.about).casefold()))


@lineage.remember()
def left_out() -> tuple[str, ...]:
    """The names of those that another supersedes."""
    shown = {str(one.about["indicator_id"]) for one in of_communities()}
    known = reads.indicators()
    older = known[known["superseded_by"].isin(shown)]
    return tuple(name for indicator_id, name in names().items() if indicator_id in set(older["indicator_id"]))


def age_sentence(shown: Sequence[Register]) -> str:
    """How many of these figures are old, and how old the oldest is; empty where none is old."""
    old = [held.ends for held in shown if is_old(held.ends)]
    if not old:
        return ""
    least, most = age(max(old)), age(min(old))
    told = most if least == most else f"{least}, the oldest {most.removesuffix(' years old')}"
    return f"The figures of {len(old)} of these {len(shown)} indicators are {told}."


def _counted(indicator_id: str) -> bool:
    rows = reads.observations(indicator_id)
    return bool((rows["area_type"].eq(AreaType.NETWORK) & rows["count"].notna()).any())
