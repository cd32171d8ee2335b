"""A column of a table as it should be written: how many decimals, whether numbers are counts or years."""

import pandas as pd
from pandas.api import types

from shcares.style import formats

_MOST_DECIMALS, _MIXED = 4, 2
_NEAR = 1e-9
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def is_number(column: pd.Series) -> bool:
    """Whether the column holds numbers, and nothing else but gaps."""
    if types.is_bool_dtype(column) or types.is_datetime64_any_dtype(column):
        return False
    if types.is_numeric_dtype(column):
        return True
    held = column.dropna()
    return bool(len(held)) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in held)


def are_years(column: pd.Series) -> bool:
    """Whether whole numbers are years, which are written without a comma."""
    held = pd.to_numeric(column.dropna())
    whole = bool(len(held)) and bool((held == held.round()).all())
    return whole and bool(held.between(_FIRST_YEAR, _LAST_YEAR).all()) and "year" in str(column.name).lower()


def decimals(column: pd.Series) -> int:
    """The fewest decimals that show every number as it is held, and never more than four."""
    return max((_decimals(float(value)) for value in column.dropna()), default=0)


def _decimals(value: float) -> int:
    exact = (few for few in range(_MOST_DECIMALS) if abs(value - round(value, few)) < _NEAR)
    return next(exact, _MOST_DECIMALS)


def number_code(decimals: int) -> str:
    """How a spreadsheet is told to write a number: thousands in groups, so many decimals, a true minus."""
    digits = "#,##0" + ("." + "0" * int(decimals) if decimals else "")
    return f"{digits};−{digits}"


def written(column: pd.Series) -> list[str]:
    """Every cell as words: numbers with the same decimals, a missing number as `no data`, missing words as nothing."""
    if not is_number(column):
        return ["" if pd.isna(value) else _plain(value) for value in column]
    if are_years(column):
        return [formats.NO_DATA if pd.isna(value) else f"{int(value)}" for value in column]
    few = decimals(column)
    # Numbers of several kinds in one column: each as exactly as it is held.
    own = [few if few <= _MIXED or pd.isna(value) else _decimals(float(value)) for value in column]
    return [formats.number(None if pd.isna(value) else float(value), at) for value, at in zip(column, own, strict=True)]


def _plain(value: object) -> str:
    return formats.day(value.date()) if isinstance(value, pd.Timestamp) else " ".join(str(value).split())
