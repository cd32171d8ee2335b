"""Values as CSV with the very columns of Fingertips' all-data download, so that the two can be put under each other.

What this dashboard does not hold stays blank: 99.8% limits, Fingertips' own trends and comparisons, goals, newness.
"""

import re
from typing import Final

import pandas as pd

from shcares.domain.vocabulary import AreaType

HEADINGS: Final = (
    "Indicator ID",
    "Indicator Name",
    "Parent Code",
    "Parent Name",
    "Area Code",
    "Area Name",
    "Area Type",
    "Sex",
    "Age",
    "Category Type",
    "Category",
    "Time period",
    "Value",
    "Lower CI 95.0 limit",
    "Upper CI 95.0 limit",
    "Lower CI 99.8 limit",
    "Upper CI 99.8 limit",
    "Count",
    "Denominator",
    "Value note",
    "Recent Trend",
    "Compared to England value or percentiles",
    "Compared to Regions (statistical) value or percentiles",
    "Time period Sortable",
    "New data",
    "Compared to goal",
    "Time period range",
)
"""In this order. The first of the two comparisons with a parent is always England's, the second the region's."""
_AS_HELD: Final = {
    "Indicator Name": "indicator_name",
    "Parent Code": "parent_code",
    "Parent Name": "parent_name",
    "Area Code": "area_code",
    "Area Name": "area_name",
    "Sex": "sex",
    "Age": "age",
    "Category Type": "category_type",
    "Category": "category",
    "Value": "value",
    "Lower CI 95.0 limit": "lower_ci",
    "Upper CI 95.0 limit": "upper_ci",
    "Count": "count",
    "Denominator": "denominator",
    "Value note": "note",
}
_AREA_TYPES: Final = {
    AreaType.COUNTRY: "England",
    AreaType.REGION: "Regions (statistical)",
    AreaType.CITY_REGION: "Combined authorities",
    AreaType.AUTHORITY: "Counties & UAs (from Apr 2023)",
    AreaType.ICB: "ICBs",
    AreaType.SUB_ICB: "ICB sub-locations",
    AreaType.NHS_REGION: "NHS regions",
    AreaType.NETWORK: "PCNs",
    AreaType.PRACTICE: "GPs",
    AreaType.LSOA11: "LSOA",
    AreaType.LSOA21: "LSOA",
    AreaType.MSOA11: "MSOA",
    AreaType.MSOA21: "MSOA",
}
_YEARS = re.compile(r"(\d{4})(?:-(\d{2}))?")
_SPLIT_YEARS = re.compile(r"(\d{4})/\d{2}(?:-\d{2}/(\d{2}))?")


def all_data_csv(rows: pd.DataFrame) -> bytes:
    """The rows under Fingertips' headings, in its order, as UTF-8.

    Columns needed: those of `HEADINGS` as the store names them, `indicator_name`, `external_id` (the publisher's
    number, or missing), `parent_code`, `parent_name`, `area_type` and `period`. Counts that may not be shown must be
    blank already.
    """
    return all_data_frame(rows).to_csv(index=False).encode("utf-8")


def all_data_frame(rows: pd.DataFrame) -> pd.DataFrame:
    """The same as a frame: whole numbers where Fingertips has whole numbers, missing where nothing is held."""
    found = {
        "Indicator ID": _whole(rows["external_id"].map(_number)),
        "Area Type": rows["area_type"].map(lambda kind: _AREA_TYPES.get(kind, "")),
        "Time period": rows["period"].map(time_period),
        "Time period Sortable": _whole(rows["period"].map(sortable)),
        "Time period range": rows["period"].map(span),
    } | {heading: rows[column] for heading, column in _AS_HELD.items()}
    blank = pd.Series(None, index=rows.index, dtype=object)
    return pd.DataFrame({heading: found.get(heading, blank) for heading in HEADINGS}).reset_index(drop=True)


def time_period(label: str) -> str:
    """A period as Fingertips writes it: `2021 - 23` and `2021/22 - 23/24` for pooled years."""
    return label.replace("-", " - ") if _years(label) else label


def sortable(label: str) -> int | None:
    """`20210000` for a year or years from 2021; None for a day, a month or a quarter, whose numbers are not known."""
    found = _years(label)
    return found[0] * 10_000 if found else None


def span(label: str) -> str:
    """`1y`, `3y`; empty for what is not whole years."""
    found = _years(label)
    return f"{found[1]}y" if found else ""


def _years(label: str) -> tuple[int, int] | None:
    """The first year of a label of whole years, and how many they are."""
    if match := _YEARS.fullmatch(label):
        first, last = int(match[1]), match[2]
        return first, (int(last) - first) % 100 + 1 if last else 1
    if match := _SPLIT_YEARS.fullmatch(label):
        first, last = int(match[1]), match[2]
        return first, (int(last) - first) % 100 if last else 1
    return None


def _number(external_id: object) -> int | None:
    """Fingertips' indicators have whole numbers; other publishers' names for theirs are no such number."""
    return int(external_id) if isinstance(external_id, str) and external_id.isdigit() else None


def _whole(column: pd.Series) -> pd.Series:
    return column.astype("Int64")
