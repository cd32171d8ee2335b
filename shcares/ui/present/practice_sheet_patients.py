"""A practice's patients on its sheet: how old they are, how deprived the places they live in are, and where."""

from collections.abc import Mapping

import pandas as pd

from shcares.domain import areas
from shcares.domain.ages import ALL_AGES, age_span
from shcares.export.document_sheet import Grid, Part
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.places import homes as lists
from shcares.ui.places.communities import ages as by_community
from shcares.ui.places.practice import homes_of, where
from shcares.ui.places.practice.deprived import PARTS
from shcares.ui.places.practice.homes_of import Deprived
from shcares.ui.places.practice.profile import practice

_YOUNGEST, _ELDEST = 2, 2
"""How many of the bands, from either end, are the young and the old."""
_FOUR = "All four"


def is_counted(code: str) -> bool:
    """Whether its patients were counted by where they live."""
    return homes_of.deprived(code) is not None


@lineage.remember()
def _by_age(code: str) -> Mapping[str, int]:
    """Patients of one list at the newest count by age, by band; empty where it was not counted."""
    rows = reads.list_sizes("nhsbsa")
    own = rows[
        (rows["area_code"] == code) & (rows["date"] == by_community.counted_on()) & (rows["age_band"] != ALL_AGES)
    ]
    return {str(band): int(held) for band, held in own.groupby("age_band")["patients"].sum().items()}


def ages(code: str) -> Part:
    """The day of the count, or that there is none."""
    day = f"{by_community.counted_on():%B %Y}"
    if _by_age(code):
        return Part(f"How old they are, {day}")
    return Part("How old they are", lines=(f"No data: its list was not counted by age in {day}.",))


def age_shares(code: str) -> Grid | None:
    """Three groups of ages beside the network and all four."""
    own = _by_age(code)
    if not own:
        return None
    one = practice(code)
    columns = {"Here": own, **_network_ages(one.network_code), _FOUR: _network(areas.SUB_ICB)}
    rows = tuple((name, *(_share(held, bands) for held in columns.values())) for name, bands in _groups().items())
    return Grid(("", *_headed(list(columns))), rows)


def _groups() -> dict[str, tuple[str, ...]]:
    """The young, those between, the old: their ages in words, and their bands."""
    bands = by_community.bands()
    young, old, between = bands[:_YOUNGEST], bands[-_ELDEST:], bands[_YOUNGEST:-_ELDEST]
    first, last = age_span(between[0]).first, age_span(between[-1]).end - 1
    return {f"Under {first}": young, f"{first} to {last}": between, f"{age_span(old[0]).first} and over": old}


def _network_ages(network_code: str) -> dict[str, Mapping[str, int]]:
    return {"Network": _network(network_code)} if network_code else {}


def _headed(names: list[str]) -> list[str]:
    return names if len(names) == 3 else [*names[:1], "", *names[1:]]


def _network(code: str) -> Mapping[str, int]:
    return {band: by_community.people(code, (band,)) for band in by_community.bands()}


def _share(held: Mapping[str, int], bands: tuple[str, ...]) -> str:
    return f"{formats.number(sum(held[band] for band in bands) / sum(held.values()) * 100, 1)}%"


def deprived(code: str) -> Part:
    """How many live in the most deprived fifth, or why that is not known."""
    heading = "How deprived the places they live in are"
    counts = homes_of.deprived(code)
    if counts is None:
        return Part(heading, lines=(f"No data: {homes_of.why_none(code)}.",))
    first = homes_of.FIFTHS[0]
    return Part(heading, lines=(f"{counts.words(first)} live in England’s most deprived fifth.",))


def fifths(code: str) -> Grid | None:
    """The five fifths beside the network and all four."""
    counts = homes_of.deprived(code)
    if counts is None:
        return None
    columns = {"Here": counts, **_networks_fifths(practice(code).network_code), _FOUR: _four()}
    rows = tuple(
        (part, *(f"{formats.number(held.share(fifth), 1)}%" for held in columns.values()))
        for fifth, part in zip(homes_of.FIFTHS, PARTS, strict=True)
    )
    return Grid(("", *_headed(list(columns))), rows)


def _networks_fifths(network_code: str) -> dict[str, Deprived]:
    rows = lists.patients()
    return {"Network": homes_of.by_fifth(rows[rows["network_code"] == network_code])} if network_code else {}


def _four() -> Deprived:
    rows = lists.patients()
    return homes_of.by_fifth(rows[rows["network_code"].isin(reads.networks()["area_code"])])


def homes(code: str) -> Part:
    """Where they live in words, or why that is not known."""
    if not is_counted(code):
        return Part("Where they live", lines=(f"No data: {homes_of.why_none(code)}.",))
    placed = where.homes_by_place(code)
    day = formats.day(pd.Timestamp(lists.registered_on()))
    said = (where.inside_words(placed), where.outside_words(placed))
    return Part(f"Where they live, {day}", lines=tuple(line for line in said if line))


def sources(code: str) -> list[str]:
    """The sources of all this."""
    rows = reads.list_sizes("nhsbsa")
    counted = rows.loc[rows["date"] == by_community.counted_on(), "source_id"]
    aged = [str(counted.iloc[0])] if _by_age(code) else []
    placed = [str(reads.registrations()["source_id"].iloc[0]), str(reads.deprivation("2019")["source_id"].iloc[0])]
    return [*aged, *(placed if is_counted(code) else [])]
