"""The layer of one care community: where its patients live."""

from typing import Any

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.places import places_chart
from shcares.domain.vocabulary import AreaType
from shcares.style import formats, palette
from shcares.style.palette import Wash
from shcares.ui import reads
from shcares.ui.places import homes, shapes
from shcares.ui.places.locality import marks
from shcares.ui.places.locality.communities import counted_on, percent, places_figure
from shcares.ui.places.locality.layer import KeyRow, Layer

_STEPS = {0.75: 0.95, 0.5: 0.7, 0.25: 0.46, 0.05: 0.25, 0.0: 0.06}
"""From this share of the registered residents up, this strength of colour."""


@st.cache_resource(show_spinner=False)
def one_community(network_code: str) -> Layer:
    """Each neighbourhood as strong as the share of its registered residents on this community's lists."""
    rows, name, hue = homes.by_place(), reads.area_name(network_code), palette.NETWORK[network_code]
    share = rows[network_code] / rows["networks"]
    inside, own = int(rows[network_code].sum()), int(rows.loc[rows["leading"] == network_code, network_code].sum())
    said = {str(code): _said(row, network_code) for code, row in rows.to_dict("index").items()}
    return Layer(
        figure=places_figure(
            f"patients-map-{network_code}",
            f"Where {name}’s patients live",
            f"Of {name}’s {formats.number(_all_patients(network_code))} patients, {formats.number(inside)} live in the "
            f"borough, {formats.number(own)} of them in neighbourhoods that {name} leads.",
            lambda: _still(network_code, share, said),
        ),
        finding=f"{percent(own / inside)} of {name}’s patients in the borough live where {name} leads",
        areas="small",
        fills={str(code): Wash(hue, _strength(value)) for code, value in share.items()},
        said=said | marks.said(),
        unsaid="",
        key_title=f"Registered residents on {name}’s lists",
        key=[KeyRow(label, Wash(hue, strength)) for label, strength in _steps().items()],
        key_note=f"{name}’s practices are numbered as in the plan. {counted_on()}.",
        practices=marks.looks(network_code),
    )


def _said(row: dict[Any, Any], network_code: str) -> str:
    return (
        f"{formats.number(row[network_code])} of {formats.number(row['networks'])} registered residents are "
        f"on {reads.area_name(network_code)}’s lists, {percent(row[network_code] / row['networks'])}."
    )


def _still(network_code: str, share: "pd.Series[float]", said: dict[str, str]) -> dict[str, Any]:
    name = reads.area_name(network_code)
    drawn = pd.DataFrame(
        {
            "area_code": share.index,
            "area": homes.by_place()["name"],
            "group": [_step_label(value) for value in share],
            "opacity": 1.0,
            "said": [said[str(code)] for code in share.index],
        }
    )
    chart = places_chart(
        drawn,
        outlines=shapes.outlines(AreaType.LSOA11),
        key=dict.fromkeys(_steps(), palette.NETWORK[network_code]),
        shares=_steps(),
        finding=f"Where {name}’s patients live",
        subtitle=f"Share of each neighbourhood’s registered residents on {name}’s lists. {counted_on()}",
        labels=shapes.towns(),
    )
    return house.spec(chart)


def _all_patients(network_code: str) -> int:
    rows = reads.registrations()
    return int(rows.loc[rows["network_code"] == network_code, "patients"].sum())


def _strength(share: float) -> float:
    return next(strength for floor, strength in _STEPS.items() if share >= floor)


def _steps() -> dict[str, float]:
    floors = list(_STEPS)
    return {_step_label(floor): _STEPS[floor] for floor in floors}


def _step_label(share: float) -> str:
    floors = list(_STEPS)
    place = next(number for number, floor in enumerate(floors) if share >= floor)
    if place == 0:
        return f"{percent(floors[0])} or more"
    upper = percent(floors[place - 1])
    return f"under {upper}" if floors[place] == 0 else f"{percent(floors[place])} to under {upper}"
