"""Counts that a table must leave blank, so that a count its publisher withheld cannot be worked out from the page."""

from string import digits
from typing import Any

import numpy as np
import pandas as pd

from shcares.domain.vocabulary import CiMethod, Statistic
from shcares.stats.suppression import withheld_counts
from shcares.ui import lineage, reads

WITHHELD = "the publisher gives no count"
NOT_SHOWN = "count not shown: with the others it would give a withheld count away"

_KEY = ["area_code", "period", "sex", "age", "category"]


def without(rows: pd.DataFrame, about: dict[str, Any]) -> pd.DataFrame:
    """Rows of `reads.observations` with the telling counts and denominators blank, and `note` saying so.

    Of a withheld count its denominator: the share is published, and a share of a known denominator is a count. And in
    the same period, of every sex and age, the counts of what could be its total or its parts: every other type of area.
    Limits worked out from such a count keep one digit more than the value, or the count could be worked out from them.
    """
    own, kin = telling(about["indicator_id"])
    if not own:
        return rows
    keys = _keys(rows)
    alone, beside = (np.array([key in some for key in keys], dtype=bool) for some in (own, kin))
    safe = rows.copy()
    for column in ("count", "denominator", *(("value",) if about["statistic"] == Statistic.COUNT else ())):
        safe[column] = rows[column].mask(alone | beside)
    worked_out = beside & ~rows["ci_method"].isin([CiMethod.PUBLISHED, CiMethod.NONE])
    for column in ("lower_ci", "upper_ci"):
        safe[column] = rows[column].mask(worked_out, rows[column].round(about["decimals"] + 1))
    blank = rows["note"].isna() & rows["value"].notna()
    safe["note"] = rows["note"].mask(blank & alone, WITHHELD).mask(blank & beside, NOT_SHOWN)
    return safe


@lineage.remember(max_entries=400)
def telling(indicator_id: str) -> tuple[frozenset[tuple[Any, ...]], frozenset[tuple[Any, ...]]]:
    """An indicator's withheld counts and the counts that would give them away, by area, period, sex, age and category.

    Areas of 2011 and 2021 are of one type: they stand side by side and none is the sum of the others.
    """
    rows = reads.observations(indicator_id)
    if rows["count"].notna().all() or (rows["count"].isna() & rows["note"].isna()).all():
        return frozenset(), frozenset()
    kind = rows["area_type"].str.rstrip(digits)
    table = [rows[column].fillna("") for column in ("period", "sex", "age", "category_type")]
    gone = withheld_counts(rows["count"], list(rows["note"]), list(zip(kind, *table, strict=True)))
    period = rows["period"]
    siblings = pd.Series(list(zip(period, kind, strict=True))).isin(list(zip(period[gone], kind[gone], strict=True)))
    beside = period.isin(period[gone]) & ~siblings.to_numpy()
    return frozenset(_keys(rows[gone])), frozenset(_keys(rows[beside]))


def _keys(rows: pd.DataFrame) -> list[tuple[Any, ...]]:
    return list(rows[_KEY].fillna("").itertuples(index=False, name=None))
