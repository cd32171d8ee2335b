"""Questions about practices, networks and the people registered with them."""

from collections.abc import Sequence

import pandas as pd

from shcares.store.connection import Store


def practices(con: Store) -> pd.DataFrame:
    """Every practice with its network's name, status, address, place on the plan's map."""
    return con.frame("practices")


def practice_events(con: Store) -> pd.DataFrame:
    """Mergers, moves, closures, new names; date is NaT where it is not known."""
    return con.frame("practice_events")


def list_sizes(con: Store, area_codes: Sequence[str] | None = None, *, basis: str = "registered") -> pd.DataFrame:
    """Registered patients over time on one basis: registered, qof or nhsbsa, which do not mix."""
    return con.frame("list_sizes", area_codes=_codes(area_codes), basis=basis)


def registered_patients(con: Store) -> pd.DataFrame:
    """The latest list of every network, practice and the sub-ICB, with its date."""
    return con.frame("registered_patients")


def registrations(con: Store, practice_codes: Sequence[str] | None = None) -> pd.DataFrame:
    """Where patients live: practice, neighbourhood (blank where not known), patients."""
    return con.frame("registrations", practice_codes=_codes(practice_codes))


def _codes(codes: Sequence[str] | None) -> list[str] | None:
    return None if codes is None else list(codes)
