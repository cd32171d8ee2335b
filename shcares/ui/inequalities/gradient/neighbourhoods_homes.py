"""Whose patients live in a small area: the network that most of its registered residents belong to, and its colour."""

from typing import NamedTuple

import pandas as pd

from shcares.domain.vocabulary import AreaType
from shcares.stats.catchments import Holding, catchment
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.places import homes

OTHER = "other"
COLOURS = "Colour: the network with at least half of the patients who live there, of those on the four networks’ lists."
_HELD = (Holding.CLEAR, Holding.MAJORITY)


class Home(NamedTuple):
    """Who leads in one small area: the network's code ("" where none has half), its name, its share in words."""

    network: str
    name: str
    share: str


@lineage.remember()
def homes_of(kind: AreaType) -> dict[str, Home]:
    """Every small area of a kind, by code; a part of a neighbourhood split in 2021 stands as the whole did."""
    parents = _parents(kind)
    codes = reads.networks()["area_code"].tolist()
    people = homes.by_place()[codes]
    summed = pd.DataFrame({one: people.loc[own].sum() for one, own in parents.items()}).T
    held = catchment(summed.to_numpy())
    rows = zip(summed.index, held.leading, held.share, held.holding, strict=True)
    return {str(area): _home(codes[place], float(share), holding) for area, place, share, holding in rows}


def _home(leading: str, share: float, holding: Holding) -> Home:
    name = reads.area_name(leading)
    said = f"{formats.number(share * 100)}% of its patients on the four networks’ lists are {name}’s"
    if holding in _HELD:
        return Home(leading, name, said)
    return Home("", "none has half", f"no network has half; {said}")


def _parents(kind: AreaType) -> dict[str, list[str]]:
    """Areas of a kind to the neighbourhoods of 2011 that they are, lie in, or hold."""
    columns = {
        AreaType.LSOA11: "lsoa11_code",
        AreaType.LSOA21: "lsoa21_code",
        AreaType.MSOA11: "msoa11_code",
    }
    lookup = reads.lookup()
    groups = lookup.groupby(columns[kind])["lsoa11_code"]
    return {str(area): sorted(own.unique()) for area, own in groups}


def role(network: str, area_code: str) -> str:
    """What an area is drawn as: its network's hue, or grey for another than the chosen one and where none leads."""
    codes = set(reads.networks()["area_code"])
    shown = network in codes and (area_code not in codes or network == area_code)
    return network if shown else OTHER


def group(network: str, area_code: str) -> str:
    """What the key calls it."""
    if role(network, area_code) != OTHER:
        return reads.area_name(network)
    return "grey: no community has half" if area_code not in set(reads.networks()["area_code"]) else "grey: all others"
