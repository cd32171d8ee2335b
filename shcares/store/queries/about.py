"""What the store was built from."""

from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from shcares.store.connection import Store, StoreError


@dataclass(frozen=True, slots=True)
class BuildInfo:
    """The data's digest, when the store was built (UTC), and the day the newest copy of a source was taken."""

    digest: str
    built_at: datetime
    data_date: date


def build_info(con: Store) -> BuildInfo:
    """Which data the store was built from, and when. Raises StoreError on a file that was never finished."""
    frame = con.frame("build_info")
    if len(frame) != 1:
        raise StoreError(f"{con.path} is not a finished store: build it again")
    row = frame.iloc[0]
    return BuildInfo(str(row["digest"]), row["built_at"].to_pydatetime(), row["data_date"].date())


def sources(con: Store) -> pd.DataFrame:
    """Every source: who published it, under which licence, when copied, when to look again, how many observations."""
    return con.frame("sources")
