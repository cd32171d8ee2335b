"""Questions about indicators and their values."""

from collections.abc import Sequence

import pandas as pd

from shcares.domain.areas import ST_HELENS
from shcares.domain.vocabulary import AreaType, Level
from shcares.store.connection import Store


def indicators(con: Store, area_code: str = ST_HELENS) -> pd.DataFrame:
    """Every indicator with its source, what it holds, and one area's latest headline value.

    What it holds is its first and last period and its numbers of areas and observations. `priorities`, `focus_areas`
    and `related` are tuples of ids.
    """
    return con.frame("indicators", area_code=area_code)


def indicator_breaks(con: Store, indicator_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Where series cannot be compared with their earlier periods: indicator_id, position, period, reason."""
    return con.frame("indicator_breaks", indicator_ids=_codes(indicator_ids))


def indicator_notes(con: Store, indicator_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Caveats: indicator_id, position, text."""
    return con.frame("indicator_notes", indicator_ids=_codes(indicator_ids))


def indicator_flags(con: Store, indicator_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Notes on the plan's figures that touch these indicators, once per key measure that leads to them."""
    return con.frame("indicator_flags", indicator_ids=_codes(indicator_ids))


def series_members(con: Store, indicator_id: str) -> pd.DataFrame:
    """The sexes, ages and categories an indicator is published for, headline first, with periods and areas."""
    return con.frame("series_members", indicator_id=indicator_id)


def level_members(con: Store, level: Level, area_types: Sequence[AreaType]) -> pd.DataFrame:
    """The sexes, ages and categories of a level's indicators for these types of area, and their different values."""
    return con.frame("level_members", level=level.value, area_types=[kind.value for kind in area_types])


def observations(
    con: Store, indicator_ids: Sequence[str], area_codes: Sequence[str] | None = None, *, headline_only: bool = False
) -> pd.DataFrame:
    """Values with area, unit and marks, sorted by indicator, area, sex, age, category and period."""
    return con.frame(
        "observations",
        indicator_ids=list(indicator_ids),
        area_codes=_codes(area_codes),
        headline_only=headline_only,
    )


def latest_observations(
    con: Store, indicator_ids: Sequence[str], area_codes: Sequence[str] | None = None
) -> pd.DataFrame:
    """The latest headline row that has a value, one per indicator and area; columns as in `observations`."""
    return con.frame("latest_observations", indicator_ids=list(indicator_ids), area_codes=_codes(area_codes))


def distributions(con: Store, indicator_id: str, area_type: AreaType) -> pd.DataFrame:
    """England's spread of an indicator over one type of area: period, quantile, value, areas."""
    return con.frame("distributions", indicator_id=indicator_id, area_type=area_type.value)


def vintages(con: Store, indicator_id: str) -> pd.DataFrame:
    """Values as they stood in earlier extracts: area, sex, period, extract, value."""
    return con.frame("vintages", indicator_id=indicator_id)


def _codes(codes: Sequence[str] | None) -> list[str] | None:
    return None if codes is None else list(codes)
