"""One practice as the plan, the register and its list show it: names, network, status, how many patients and when."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.style import formats
from shcares.ui import lineage, reads

EVERYBODY = ("Persons", "All ages")
MATCHES = {
    "confirmed": "Match confirmed",
    "by_elimination": "Matched with the plan by elimination only; needs a local check",
    "not_in_plan": "Not among the plan’s practices",
}
STATUSES = {"active": "open", "closed": "closed", "dormant": "dormant"}


@dataclass(frozen=True)
class ListSize:
    """How many patients were on a list on one day, and by whose count."""

    patients: int
    date: pd.Timestamp
    basis: str
    source_id: str

    @property
    def on(self) -> str:
        """The day in words."""
        return formats.day(self.date)


@dataclass(frozen=True)
class Practice:
    """What is held of one practice; empty text and None where nothing is."""

    code: str
    name: str
    register_name: str
    official_name: str
    plan_name: str
    map_key: int | None
    network_code: str
    community: str
    status: str
    opened: pd.Timestamp | None
    closed: pd.Timestamp | None
    address: str
    postcode: str
    longitude: float
    latitude: float
    match: str
    note: str
    source_id: str

    @property
    def is_open(self) -> bool:
        """Whether the register still holds it as a working practice."""
        return self.status == "active"

    @property
    def register_names(self) -> str:
        """Its name in the register, and as the register spells it where that is more than capital letters."""
        if self.official_name.casefold() == self.register_name.casefold():
            return self.register_name
        return f"{self.register_name} ({self.official_name})"


@lineage.remember()
def practice(code: str) -> Practice:
    """One practice by its code."""
    known = reads.practices()
    row = known[known["practice_code"] == code].to_dict("records")[0]
    return Practice(
        code=code,
        name=_text(row["short_name"]),
        register_name=_text(row["name"]),
        official_name=_text(row["official_name"]),
        plan_name=_text(row["plan_name"]),
        map_key=None if pd.isna(row["map_key"]) else int(row["map_key"]),
        network_code=_text(row["network_code"]),
        community=_text(row["network_short_name"]),
        status=_text(row["status"]),
        opened=_day(row["open_date"]),
        closed=_day(row["close_date"]),
        address=_text(row["address"]),
        postcode=_text(row["postcode"]),
        longitude=float(row["longitude"]),
        latitude=float(row["latitude"]),
        match=_text(row["match"]),
        note=_text(row["note"]),
        source_id=_text(row["source_id"]),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Any) -> pd.Timestamp | None:
    return None if pd.isna(value) else pd.Timestamp(value)


@lineage.remember()
def everybody(area_code: str, basis: str) -> pd.DataFrame:
    """One area's whole list on one basis, in order of time: `date`, `patients`, `source_id`."""
    rows = reads.list_sizes(basis)
    sex, age = EVERYBODY
    own = rows[(rows["area_code"] == area_code) & (rows["sex"] == sex) & (rows["age_band"] == age)]
    return own.dropna(subset=["patients"]).sort_values("date")


def last_list(code: str, *, before: pd.Timestamp | None = None) -> ListSize | None:
    """The newest count of a practice's list, as NHS England counts it or else by older counts; None where none is held.

    `before` a day, if one is named: the list a practice had until its patients left.
    """
    for basis in ("registered", "qof", "nhsbsa"):
        rows = everybody(code, basis)
        rows = rows if before is None else rows[rows["date"] < before]
        if len(rows):
            last = rows.to_dict("records")[-1]
            return ListSize(int(last["patients"]), pd.Timestamp(last["date"]), basis, str(last["source_id"]))
    return None


def share_of_network(code: str, size: ListSize) -> float | None:
    """A list as a share (0 to 100) of its network's on the same day; None where the network's is not held."""
    network = practice(code).network_code
    if not network:
        return None
    rows = everybody(network, size.basis)
    same = rows.loc[rows["date"] == size.date, "patients"]
    return size.patients / float(same.iloc[0]) * 100 if len(same) else None
