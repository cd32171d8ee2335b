"""The layer of one care community: where its patients live."""

from typing import Any

from shcares.style import formats, palette
from shcares.style.palette import Scheme, Wash
from shcares.ui import lineage, reads
from shcares.ui.places import homes
from shcares.ui.places.communities.homes_map import STEPS, step_of
from shcares.ui.places.locality import marks
from shcares.ui.places.locality.communities import counted_on, percent
from shcares.ui.places.locality.homes_figure import homes_figure
from shcares.ui.places.locality.layer import KeyRow, Layer


@lineage.remember()
def one_community(network_code: str, scheme: Scheme = Scheme.SAFE) -> Layer:
    """Each neighbourhood as strong as the share of its registered residents on this community's lists."""
    rows, name, hue = homes.by_place(), reads.area_name(network_code), palette.NETWORK[network_code]
    share = rows[network_code] / rows["networks"]
    inside, own = int(rows[network_code].sum()), int(rows.loc[rows["leading"] == network_code, network_code].sum())
    said = {str(code): _said(row, network_code) for code, row in rows.to_dict("index").items()}
    return Layer(
        figure=homes_figure(network_code, scheme),
        finding=f"{percent(own / inside)} of {name}’s patients in the borough live where it has the most patients",
        areas="small",
        fills={str(code): Wash(hue, STEPS[step_of(value)][1]) for code, value in share.items()},
        said=said | marks.said(),
        unsaid="",
        key_title=f"Registered residents on {name}’s lists",
        key=[KeyRow(label, Wash(hue, strength)) for label, (_, strength) in STEPS.items()],
        key_note=f"{name}’s practices are numbered as in the plan. {counted_on()}.",
        practices=marks.looks(network_code, scheme),
    )


def _said(row: dict[Any, Any], network_code: str) -> str:
    return (
        f"{formats.number(row[network_code])} of {formats.number(row['networks'])} registered residents are "
        f"on {reads.area_name(network_code)}’s lists, {percent(row[network_code] / row['networks'])}."
    )
