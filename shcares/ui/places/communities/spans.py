"""The pairs of years between which the care communities may be compared."""

from itertools import combinations

from shcares.domain.vocabulary import AreaType
from shcares.ui import lineage, reads, recipes
from shcares.ui.registers.offered import of_communities

FIRST_AND_LAST = "First and last year held"


@lineage.remember()
def years_held(indicator_id: str) -> tuple[str, ...]:
    """The years in which the communities have intervals, the oldest first."""
    rows = reads.observations(indicator_id)
    kept = rows[rows["area_type"].eq(AreaType.NETWORK) & rows["lower_ci"].notna()].sort_values("period_end")
    return tuple(dict.fromkeys(kept["period"]))


@lineage.remember()
def spans() -> dict[str, tuple[str, str] | None]:
    """What may be compared: each indicator's own first and last year, or two years that some indicator has."""
    indicators = [str(one.about["indicator_id"]) for one in of_communities()]
    held = {pair for one in indicators for pair in combinations(years_held(one), 2)}
    return {FIRST_AND_LAST: None} | {f"{first} to {last}": (first, last) for first, last in sorted(held)}


SPAN = recipes.Part("span", recipes.itself(spans), 3, usual=FIRST_AND_LAST)
"""Two years, as the page offers them."""
