"""The practices of the plan on the map: where they stand, how they look, what is said of each."""

from typing import Any

import pandas as pd

from shcares.style import formats, palette
from shcares.style.palette import Scheme
from shcares.style.patterns import SHAPE
from shcares.ui import lineage, reads
from shcares.ui.places.locality.layer import Look

_BECAME = {
    "merged_into": "its patients appear to have moved to {other} by {day}",
    "closed": "closed {day}",
    "dormant": "dormant",
}


@lineage.remember()
def numbered() -> pd.DataFrame:
    """The practices the plan numbers on its own map, with a place: the rows of `reads.practices`."""
    known = reads.practices().dropna(subset=["map_key", "longitude"])
    return known.assign(number=known["map_key"].astype(int)).sort_values("number")


@lineage.remember()
def looks(area_code: str, scheme: Scheme = Scheme.SAFE) -> dict[str, Look]:
    """Each practice in its community's hue; those of other communities faint where one is chosen.

    Without colour each has its community's shape, open; filled with ink where its community is chosen.
    """
    rows = numbered()
    open_now = rows["status"] == "active"
    return {
        str(code): _look(network, area_code, scheme, is_open=is_open)
        for code, network, is_open in zip(rows["practice_code"], rows["network_code"], open_now, strict=True)
    }


def _look(network: str, area_code: str, scheme: Scheme, *, is_open: bool) -> Look:
    form = SHAPE[network] if scheme is Scheme.MONO else None
    if not is_open:
        return Look(palette.LIGHT.background, palette.LIGHT.ink, form=form)
    faint = area_code in palette.NETWORK and network != area_code
    if form:
        colours = (palette.LIGHT.ink, palette.LIGHT.background)
        return Look(*(colours if network == area_code else colours[::-1]), faint=faint, form=form)
    return Look(palette.NETWORK[network], palette.NETWORK_INK[network], faint=faint)


@lineage.remember()
def said() -> dict[str, str]:
    """What is said of each practice by default: its community, its list, what became of it."""
    lists = reads.registered_patients().set_index("area_code")
    return {str(row["practice_code"]): _said(row, lists) for row in numbered().to_dict("records")}


def _said(row: dict[Any, Any], lists: pd.DataFrame) -> str:
    community = f"{row['network_short_name']} care community"
    if row["status"] != "active":
        return f"{community}. {what_became(str(row['practice_code']))}"
    held = lists.loc[row["practice_code"]]
    return f"{community}. {formats.number(held['patients'])} patients on {formats.day(held['date'])}."


def what_became(practice_code: str) -> str:
    """`Closed 28 February 2025; its patients appear to have moved to Longton.`: of a practice no longer active."""
    events = reads.practice_events()
    own = events[(events["practice_code"] == practice_code) & events["event"].isin(_BECAME)]
    told = []
    for event in own.sort_values("date").to_dict("records"):
        day = "" if pd.isna(event["date"]) else formats.day(event["date"])
        told.append(_BECAME[event["event"]].format(other=event["other_short_name"], day=day).strip())
    if any(part.startswith("closed") for part in told):
        told = [part for part in told if part != "dormant"]
    text = "; ".join(told)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
