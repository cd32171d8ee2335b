"""Practice indicators beside the deprivation of each practice's own patients: which can be chosen, and the pairs."""

import pandas as pd

from shcares.domain.vocabulary import Unit
from shcares.ui import lineage, reads
from shcares.ui.inequalities.gradient.related import Related, related
from shcares.ui.registers import offered
from shcares.ui.registers.register import Register, register

SCORE = "gp_imd_score"
_MERGERS = ("took_in", "merged_into")


@lineage.remember()
def names() -> dict[str, str]:
    """Practice indicators to choose from, those with intervals first; list sizes are left out, and the score itself."""
    return {
        indicator_id: name
        for indicator_id, name in offered.names().items()
        if indicator_id != SCORE and reads.indicator(indicator_id)["unit"] != Unit.PATIENTS
    }


def score() -> Register:
    """The deprivation score of every practice's patients."""
    return register(SCORE)


def score_year() -> str:
    """The year of the index that the score is of."""
    return str(next(iter(score().practices["period"])))


@lineage.remember(max_entries=80)
def practices(indicator_id: str) -> Related:
    """One indicator in its latest year with counts, of the practices that have a score too; `merged` where one was."""
    held = register(indicator_id)
    scores = score().practices.set_index("area_code")["value"]
    rows = held.practices
    return related(
        pd.DataFrame(
            {
                "code": rows["area_code"],
                "name": rows["area_short_name"],
                "x": rows["area_code"].map(scores),
                "y": rows["value"],
                "lower_ci": rows["lower_ci"],
                "upper_ci": rows["upper_ci"],
                "count": rows["count"],
                "denominator": rows["denominator"],
                "network": rows["network"],
                "community": rows["community"],
                "merged": rows["area_code"].isin(merged()),
            }
        )
    )


@lineage.remember()
def with_a_link() -> int:
    """How many of the indicators go with deprivation, up or down, by the interval of their correlation."""
    return sum(practices(indicator_id).way != 0 for indicator_id in names())


@lineage.remember()
def merged() -> frozenset[str]:
    """Practices that took another in, or that went into another, at any time on record."""
    events = reads.practice_events()
    return frozenset(events.loc[events["event"].isin(_MERGERS), "practice_code"])


def unscored(indicator_id: str) -> list[str]:
    """Practices with a figure that cannot be drawn, as no score of their patients is held."""
    rows = register(indicator_id).practices
    drawn = set(practices(indicator_id).pairs["code"])
    known = rows["value"].notna() & ~rows["area_code"].isin(drawn)
    return sorted(rows.loc[known, "area_short_name"])
