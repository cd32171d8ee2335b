"""On whose list people are and where they live: counts that several parts of this page share."""

from collections.abc import Iterable
from dataclasses import dataclass

from shcares.style import formats
from shcares.ui import indicator_words, lineage, reads
from shcares.ui.places import homes

_TO = " in "
OUTSIDE, UNKNOWN = "outside", "unknown"
"""Homes beside the four communities' places: outside the borough, and a neighbourhood that was not recorded."""


def codes() -> list[str]:
    """The four networks, by the name of their care community."""
    return [str(code) for code in reads.networks()["area_code"]]


@lineage.remember()
def matrix() -> dict[tuple[str, str], int]:
    """Patients by the list they are on and the place they live in; a pair that is not held is not there.

    A list is a network's code or `homes.OTHERS`, a place a network's code (where that list leads), `OUTSIDE` or
    `UNKNOWN`. Of practices in no network only the patients who live in the borough are held.
    """
    rows = homes.patients()
    home = rows["community"].where(rows["inside"], OUTSIDE).where(rows["area_code"].notna(), UNKNOWN)
    listed = rows["network_code"].where(rows["network_code"].isin(codes()), homes.OTHERS)
    counts = {str(pair): int(people) for pair, people in rows["patients"].groupby(listed + _TO + home).sum().items()}
    pairs = [(whose, place) for whose in codes() for place in (*codes(), OUTSIDE, UNKNOWN)]
    pairs += [(homes.OTHERS, place) for place in codes()]
    return {pair: counts.get(_TO.join(pair), 0) for pair in pairs}


def people(lists: Iterable[str], places: Iterable[str]) -> int:
    """Patients on any of these lists who live in any of these places."""
    held, wanted = matrix(), list(places)
    return sum(held[whose, place] for whose in lists for place in wanted)


@dataclass(frozen=True)
class Homes:
    """Where the patients of one list, or of all four, live: of `known`, so many `own` and so many elsewhere."""

    listed: int
    unknown: int
    own: int
    others: int
    outside: int

    @property
    def known(self) -> int:
        """Patients whose neighbourhood is known."""
        return self.listed - self.unknown

    @property
    def inside(self) -> int:
        """Patients known to live in the borough."""
        return self.known - self.outside

    def share(self, people: int) -> str:
        """These as a share of the patients whose neighbourhood is known."""
        return percent(people, self.known)


@lineage.remember()
def homes_of(area_code: str) -> Homes:
    """Where one network's patients live; of all four together where the code is no network's."""
    lists = [area_code] if area_code in codes() else codes()
    inside, own = people(lists, codes()), sum(people([code], [code]) for code in lists)
    outside, unknown = people(lists, [OUTSIDE]), people(lists, [UNKNOWN])
    return Homes(listed=inside + outside + unknown, unknown=unknown, own=own, others=inside - own, outside=outside)


def percent(part: float, whole: float) -> str:
    """`53.3%`; `no data` where there is no whole."""
    return f"{formats.number(part / whole * 100, 1)}%" if whole else formats.NO_DATA


def registered_on() -> str:
    """The day the registrations by neighbourhood were counted, as words."""
    return formats.day(homes.registered_on())


def source() -> str:
    """Who counted the registrations by neighbourhood, and under which licence."""
    return indicator_words.sources_named(reads.registrations()["source_id"])
