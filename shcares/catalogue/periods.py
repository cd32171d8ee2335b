"""Period labels of a table: each one readable, and of the kind its indicator's year type says."""

from collections.abc import Mapping
from functools import cache

import pandas as pd

from shcares.catalogue.csv_files import TextTable
from shcares.catalogue.faults import row_problems
from shcares.domain.errors import Problem
from shcares.domain.periods import GRAMMAR, Period, parse_period
from shcares.domain.records import Indicator
from shcares.domain.vocabulary import YearType

SPLIT_YEARS = frozenset({YearType.FINANCIAL, YearType.ACADEMIC})
PLAIN_YEARS = frozenset({YearType.CALENDAR, YearType.INDEX, YearType.CENSUS})
REMEDY = "correct the label, or the year_type of the indicator"

Indicators = Mapping[str, Indicator]


@cache
def read_period(label: str, year_type: YearType) -> Period | None:
    """The period, or None if the label cannot be read."""
    try:
        return parse_period(label, year_type)
    except ValueError:
        return None


def period_fault(label: str, year_type: YearType | None) -> tuple[str, str] | None:
    """What was found and what was expected, if a label is wrong for a year type (None = not known)."""
    if read_period(label, year_type or YearType.CALENDAR) is None:
        return f"{label!r}, which is not a period", f"a period such as {GRAMMAR}"
    if year_type in SPLIT_YEARS and label[:4].isdigit() and "/" not in label and label.count("-") < 2:
        return f"{label!r}, a calendar period", f"a period of {year_type} years, such as 2019/20"
    if year_type in PLAIN_YEARS and "/" in label:
        return f"{label!r}, a period of split years", f"a period of {year_type} years, such as 2019"
    return None


def period_problems(written: TextTable, indicators: Indicators) -> list[Problem]:
    """Labels in the column period that cannot be read or do not suit the indicator of their row."""
    pairs = written.cells[["indicator_id", "period"]]
    wrong: dict[tuple[str, str], tuple[str, str]] = {}
    for indicator_id, label in pairs.drop_duplicates().itertuples(index=False, name=None):
        indicator = indicators.get(indicator_id)
        fault = period_fault(label, indicator.year_type if indicator else None) if label else None
        if fault:
            wrong[indicator_id, label] = fault
    if not wrong:
        return []
    bad = pairs[pd.MultiIndex.from_frame(pairs).isin(list(wrong))]
    faults = [wrong[pair] for pair in bad.itertuples(index=False, name=None)]
    found = pd.Series([found for found, _ in faults], index=bad.index, dtype="str")
    expected = pd.Series([expected for _, expected in faults], index=bad.index, dtype="str")
    return row_problems(written.file, "period", found, expected, REMEDY)


def period_columns(observations: pd.DataFrame, indicators: Indicators) -> pd.DataFrame:
    """The observations with the first and last day of their period, and whether it pools several years."""
    years = observations["indicator_id"].map({key: indicator.year_type for key, indicator in indicators.items()})
    pairs = pd.DataFrame({"year_type": years, "period": observations["period"]})
    distinct = pairs.drop_duplicates()
    read = [parse_period(label, year_type) for year_type, label in distinct.itertuples(index=False, name=None)]
    dates = distinct.assign(
        period_start=pd.to_datetime([period.start for period in read]),
        period_end=pd.to_datetime([period.end for period in read]),
        pooled=[period.pooled for period in read],
    )
    joined = pairs.merge(dates, on=["year_type", "period"], how="left")
    return observations.assign(**{name: joined[name].to_numpy() for name in ("period_start", "period_end", "pooled")})
