"""The gap between children: disadvantaged pupils beside the others, over time, and the gap beside the comparator's."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.stats.gaps import GapChange, gap_change
from shcares.stats.results import Result
from shcares.style import formats, sentences
from shcares.ui import lineage, reads

_KEYS = ["period", "period_start", "period_end", "at", "run", "pandemic", "pooled"]
_CHANGES = {
    GapChange.WIDENED: "the gap widened",
    GapChange.NARROWED: "the gap narrowed",
    GapChange.REVERSED: "the gap turned round",
    GapChange.NO_CLEAR_CHANGE: "no clear change in the gap",
    GapChange.NOT_COMPARED: "neither series has an interval, so it cannot be said that the gap widened or narrowed",
}


@dataclass(frozen=True)
class Groups:
    """Two series of one measure: of the pupils who fare worse, and of the others; both with higher as better."""

    id: str
    heading: str
    worse_off: str
    others: str
    worse_off_name: str
    others_name: str

    @property
    def about(self) -> dict[str, Any]:
        """The declaration of the first; the two differ in whom they count alone."""
        return reads.indicator(self.worse_off)


PAIRS = (
    Groups(
        "at-five",
        "Good level of development at five",
        "good_level_of_development_fsm",
        "good_level_of_development_not_fsm",
        "On free meals",
        "Not on free meals",
    ),
    Groups(
        "at-sixteen",
        "Attainment 8 score at GCSE",
        "attainment_8_disadvantaged",
        "attainment_8_not_disadvantaged",
        "Disadvantaged",
        "Other pupils",
    ),
)


@lineage.remember()
def gaps(groups: Groups, area_code: str) -> pd.DataFrame:
    """The years in which both are published in one area, oldest first: `worse_off`, `others` and `gap` as shown."""
    first, second = (reads.series(each, area_code) for each in (groups.worse_off, groups.others))
    both = first[[*_KEYS, "value"]].merge(second[["period", "value"]], on="period", suffixes=("_worse_off", "_others"))
    decimals = groups.about["decimals"]
    both = both.rename(columns={"value_worse_off": "worse_off", "value_others": "others"})
    return both.assign(gap=(both["others"].round(decimals) - both["worse_off"].round(decimals)).round(decimals))


def earlier(rows: pd.DataFrame) -> pd.Series | None:
    """The newest year before the pandemic in the run of the newest one; failing that, the first year of the run."""
    run = rows[rows["run"] == rows["run"].iloc[-1]]
    marked = run.loc[run["pandemic"], "at"]
    before = run[run["at"] < marked.min()] if len(marked) else run.iloc[:1]
    return before.iloc[-1] if len(before) and len(run) > 1 else None


def sentence(groups: Groups, comparator_code: str, comparator: str) -> str:
    """The newest gap, an earlier one, the comparator's, and why no change is claimed."""
    mine, theirs = gaps(groups, areas.ST_HELENS), gaps(groups, comparator_code)
    last, before = mine.iloc[-1], earlier(mine)
    pieces = [
        f"St Helens, {when(groups, last)}: {_one(groups, last['worse_off'])} for {_name(groups.worse_off_name)}, "
        f"{_one(groups, last['others'])} for {_name(groups.others_name)}, a gap of {gap_words(groups, last)}."
    ]
    if before is not None:
        unchanged = _CHANGES[gap_change(Result.of(before["gap"]), Result.of(last["gap"]))]
        pieces.append(f"In {when(groups, before)} it was {gap_words(groups, before)}; {unchanged}.")
    same = theirs[theirs["period"] == last["period"]]
    if len(same):
        pieces.append(
            f"In {sentences.the(comparator)} the gap was {gap_words(groups, same.iloc[-1])} in the same year."
        )
    else:
        pieces.append(f"No {comparator} value of both groups is held for that year.")
    return " ".join(pieces)


def _name(name: str) -> str:
    return {"Disadvantaged": "disadvantaged pupils", "Other pupils": "the others"}.get(name, f"children {name.lower()}")


def when(groups: Groups, row: pd.Series) -> str:
    """The period of a row written out."""
    return formats.period(row["period"], groups.about["year_type"])


def _one(groups: Groups, value: float) -> str:
    return formats.short_quantity(value, groups.about["unit"], groups.about["decimals"])


def gap_words(groups: Groups, row: pd.Series) -> str:
    """The gap of a row with its unit."""
    return f"{formats.number(row['gap'], groups.about['decimals'])} {unit_of(groups)}"


def unit_of(groups: Groups) -> str:
    """The unit of a gap."""
    return "percentage points" if groups.about["unit"] == "percent" else str(groups.about["unit_label"])
