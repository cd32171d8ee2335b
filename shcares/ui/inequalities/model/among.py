"""Where St Helens stands among all upper-tier authorities on the measures that the composite is made of."""

from dataclasses import dataclass

from shcares.domain import areas
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.inequalities.gap import looks
from shcares.ui.inequalities.model.parts import Part
from shcares.ui.priorities.standing import Standing

MEASURED = "Compared with all authorities"
"""The heading of the series that the composite is made of."""
_LEVEL = "focus_area"


@dataclass(frozen=True)
class Among:
    """How many other authorities St Helens is worse than on one measure, by value alone."""

    worse_than: int
    others: int
    period: str

    @property
    def words(self) -> str:
        """`Worse than 84 of 126 other authorities in 2024, by value alone`."""
        return f"Worse than {self.worse_than} of {self.others} other authorities in {self.period}, by value alone"


@lineage.remember()
def among(model_id: str) -> dict[tuple[str, str], Among]:
    """Focus area and indicator to where St Helens stands on it; an indicator without a value of its own is missing."""
    found = {}
    for (focus_id, indicator_id), rows in reads.standings(model_id).groupby(["focus_area_id", "indicator_id"]):
        mine = rows[rows["area_code"] == areas.ST_HELENS]
        if len(mine):
            others = rows[rows["area_code"] != areas.ST_HELENS]["z"].dropna()
            period = formats.period(mine["period"].iloc[0], reads.indicator(str(indicator_id))["year_type"])
            worse = int((others < float(mine["z"].iloc[0])).sum())
            found[str(focus_id), str(indicator_id)] = Among(worse, len(others), period)
    return found


def place_of(model_id: str, focus_id: str, one: Standing) -> str:
    """Where St Helens stands among the others on one series; empty for what is not compared with all of them."""
    place = among(model_id).get((focus_id, one.latest.indicator_id))
    return f"{place.words}." if place and one.heading == MEASURED else ""


def together(model_id: str, part: Part) -> str:
    """The place of a focus area’s measures taken together, and how sure it is; empty where one alone stands for it."""
    rows = reads.composites(model_id)
    mine = rows[(rows["level"] == _LEVEL) & (rows["item_id"] == part.id) & (rows["area_code"] == areas.ST_HELENS)]
    if len(part.measured) < 2 or mine.empty:
        return ""
    placed = looks.rank_words(mine.iloc[0].to_dict(), len(part.measured))
    if placed.startswith(looks.NOT_SHOWN):
        return f"Rank of its {len(part.measured)} measures together {placed}."
    return f"Its {len(part.measured)} measures together: {placed} authorities, depending on which are counted."
