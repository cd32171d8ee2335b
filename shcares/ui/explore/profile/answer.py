"""The answer of an area profile: how many of all indicators can be shown to be worse or better, and how many not."""

from html import escape

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Level
from shcares.stats.comparison import judgements
from shcares.style import sentences
from shcares.ui import lineage, reads
from shcares.ui.filters import COMPARATORS


@lineage.remember()
def _headlines() -> pd.DataFrame:
    """The main values of whole authorities of the city region and of the comparators, every indicator, oldest first."""
    known = reads.indicators()
    codes = [*reads.group_members(areas.CITY_REGION_GROUP), *COMPARATORS]
    parts = []
    for one in known[known["level"] == Level.BOROUGH].itertuples(index=False):
        rows = reads.observations(str(one.indicator_id))
        sexes = ["Persons"] if one.headline_sex == "Persons" else ["Female", "Male"]
        main = rows["area_code"].isin(codes) & (rows["age"] == one.headline_age) & rows["value"].notna()
        parts.append(rows[main & rows["category"].isna() & rows["sex"].isin(sexes)])
    return pd.concat(parts).sort_values("period_end", kind="stable")


@lineage.remember()
def counted(area_code: str, comparator_code: str) -> dict[Judgement, int]:
    """How many series of an authority stand where, over every topic: the newest value of each, each counted once."""
    rows, key = _headlines(), ["indicator_id", "sex"]
    mine = rows[rows["area_code"] == area_code].groupby(key).tail(1)
    theirs = rows[rows["area_code"] == comparator_code].drop_duplicates([*key, "period"], keep="last")
    both = mine.merge(theirs[[*key, "period", "value"]], on=[*key, "period"], how="left", suffixes=("", "_of_other"))
    found = judgements(
        both["value"], both["lower_ci"], both["upper_ci"], both["value_of_other"], polarity=list(both["polarity"])
    ).tolist()
    return {one: found.count(one) for one in Judgement}


@lineage.remember()
def answer(area_code: str, comparator_code: str) -> str:
    """What to read aloud, and what could not be tested, as HTML."""
    held, comparator = counted(area_code, comparator_code), sentences.the(COMPARATORS[comparator_code])
    every = sum(held.values())
    tested = every - held[Judgement.NOT_COMPARED]
    sided = held[Judgement.HIGHER] + held[Judgement.LOWER]
    kinds = [
        f"{held[Judgement.WORSE]} worse",
        f"{held[Judgement.BETTER]} better",
        f"{held[Judgement.SIMILAR]} similar",
        *([f"{sided} higher or lower, neither being good"] if sided else []),
    ]
    said = (
        f"{reads.area_name(area_code)} against {comparator}: of {tested} series that can be tested, "
        f"{sentences.listed(kinds)}."
    )
    rest = (
        f"{every - tested} more are held, but without an interval or without {comparator}’s value, so nothing is "
        "claimed of them. The newest value of each indicator counts, women and men apart where only they are published."
    )
    return f"<h1 class='shc-answer'>{escape(said)}</h1><p class='shc-sentence'>{escape(rest)}</p>"
