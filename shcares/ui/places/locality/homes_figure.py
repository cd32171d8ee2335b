"""The figure of the map's layer of care communities: where patients live, of all four lists or of one."""

from dataclasses import replace

from shcares.stats.catchments import Holding
from shcares.style import formats
from shcares.style.palette import Scheme
from shcares.ui import figures, reads, recipes
from shcares.ui.places import homes
from shcares.ui.places.communities import overlap
from shcares.ui.places.communities.homes_map import map_figure


@recipes.figure("MH", "map_homes", area_code=recipes.AREA)
def homes_figure(area_code: str, scheme: Scheme = Scheme.SAFE) -> figures.Figure:
    """The figure of the small map with the sentence of the large one; its drawing is for the picture alone."""
    small = map_figure(area_code, scheme)
    return replace(
        small,
        id=f"locality-{small.id}-{area_code}",
        sentence=_of_one(area_code) if area_code in overlap.codes() else _of_all(),
        spec=None,
        still=lambda: dict(small.spec or {}),
        notes=(),
    )


def _of_all() -> str:
    rows = homes.by_place()
    contested, total = int((rows["holding"] == Holding.CONTESTED).sum()), rows["networks"].sum()
    return (
        f"{formats.number(homes.share_in_own_community() * total)} of {formats.number(total)} residents on the four "
        f"networks’ lists live in their own community’s place. {contested} of {len(rows)} neighbourhoods are contested."
    )


def _of_one(network_code: str) -> str:
    rows, name = homes.by_place(), reads.area_name(network_code)
    own = rows.loc[rows["leading"] == network_code, network_code]
    return (
        f"Of {name}’s {formats.number(_all_patients(network_code))} patients, "
        f"{formats.number(rows[network_code].sum())} live in the borough, {formats.number(own.sum())} of them where "
        f"{name} has the most."
    )


def _all_patients(network_code: str) -> int:
    rows = reads.registrations()
    return int(rows.loc[rows["network_code"] == network_code, "patients"].sum())
