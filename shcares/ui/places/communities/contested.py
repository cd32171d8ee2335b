"""The neighbourhoods that no list leads with half of the patients, by name."""

from html import escape

import pandas as pd

from shcares.stats.catchments import Holding
from shcares.style import formats
from shcares.ui import figures, lineage, reads, recipes, words
from shcares.ui.places import homes
from shcares.ui.places.communities import overlap

_METHOD = (
    "A neighbourhood (LSOA of 2011) is contested where no list has half of the four networks’ patients who live there. "
    "It still counts as the place of the list with the largest share; the next list has the second largest. Every "
    "patient is counted, so there is no sampling error and no interval."
)


@lineage.remember()
def contested() -> pd.DataFrame:
    """The rows of `homes.by_place` that are contested, the smallest leading share first."""
    places = homes.by_place()
    return places[places["holding"] == Holding.CONTESTED].sort_values("share")


@recipes.figure("CT", "contested", area_code=recipes.AREA)
def contested_figure(area_code: str) -> figures.Figure:
    """All of them; the sentence says how many the chosen community leads and in how many it comes next."""
    rows = contested()
    return figures.Figure(
        id="communities-contested",
        title="Contested neighbourhoods",
        sentence=_sentence(area_code, rows),
        period=overlap.registered_on(),
        area="Neighbourhoods of St Helens (LSOAs of 2011)",
        source=overlap.source(),
        method=_METHOD,
        frame=_table(rows),
        html=words.table(
            ("Neighbourhood", "Patients", "Leading list", "Next list"),
            [("", [words.Row(_cells(str(code), row, area_code)) for code, row in rows.iterrows()])],
            caption="Contested neighbourhoods",
            shape="shc-contested",
        ),
        picture_columns=("Neighbourhood", "Patients on the four lists", "Leading list", "Its share, %", "Next list"),
    )


def _cells(code: str, row: pd.Series, area_code: str) -> tuple[str, str, str, str]:
    return (
        escape(reads.area_name(code)),
        formats.number(row["networks"]),
        _list(row["leading"], row["share"], area_code),
        _list(row["runner_up"], row["runner_up_share"], area_code),
    )


def _list(code: str, share: float, area_code: str) -> str:
    said = f"{escape(reads.area_name(code))} {overlap.percent(share, 1)}"
    return f"<strong>{said}</strong>" if code == area_code else said


def _sentence(area_code: str, rows: pd.DataFrame) -> str:
    of = len(homes.by_place())
    patients = formats.number(rows["networks"].sum())
    said = f"In {len(rows)} of {of} neighbourhoods, with {patients} patients of the four lists, no list has half."
    if area_code not in overlap.codes():
        return said
    leads, comes_next = int((rows["leading"] == area_code).sum()), int((rows["runner_up"] == area_code).sum())
    name = reads.area_name(area_code)
    return f"{said} {name} leads in {leads or 'none'} of them and comes next in {comes_next or 'none'}."


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Code": rows.index,
            "Neighbourhood": [reads.area_name(str(code)) for code in rows.index],
            "Patients on the four lists": rows["networks"].to_numpy(),
            "Leading list": [reads.area_name(code) for code in rows["leading"]],
            "Its share, %": (rows["share"] * 100).round(1).to_numpy(),
            "Next list": [reads.area_name(code) for code in rows["runner_up"]],
            "Next share, %": (rows["runner_up_share"] * 100).round(1).to_numpy(),
        }
    )
