"""The layer of the care communities: which of the four leads where, by where its patients live."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType
from shcares.stats.catchments import Holding
from shcares.style import formats, palette
from shcares.style.palette import Scheme, Wash
from shcares.style.patterns import PATTERN, SHAPE
from shcares.ui import lineage, reads
from shcares.ui.places import homes, shapes
from shcares.ui.places.locality import marks
from shcares.ui.places.locality.homes_figure import homes_figure
from shcares.ui.places.locality.layer import KeyRow, Layer

_KEY_SHARE, _OUTWARD = 0.8, 0.5
_HOW_TO_READ = {
    False: "Stronger colour, larger share. Stripes: the runner-up.",
    True: "Darker pattern, larger share. Bands: the first and the runner-up.",
}


@lineage.remember()
def all_four(scheme: Scheme = Scheme.SAFE) -> Layer:
    """Each neighbourhood in the hue of its leading community, as strong as its share; contested ones striped.

    Without colour a pattern takes the place of the hue.
    """
    rows, mono = homes.by_place(), scheme is Scheme.MONO
    paints = {code: f"url(#{code})" for code in palette.NETWORK} if mono else palette.NETWORK
    contested = rows["holding"] == Holding.CONTESTED
    stripes = {
        _stripe(row): (paints[row["leading"]], row["share"], paints[row["runner_up"]])
        for row in rows[contested].to_dict("records")
    }
    return Layer(
        figure=homes_figure(areas.ST_HELENS, scheme),
        finding=(
            f"{formats.number(homes.share_in_own_community() * 100, 1)}% of registered residents live where their own "
            "care community has the most patients"
        ),
        areas="small",
        fills={str(code): _fill(row, paints) for code, row in rows.to_dict("index").items()},
        said={str(code): _said(row) for code, row in rows.to_dict("index").items()} | marks.said(),
        unsaid="",
        key_title="Most registered residents",
        key=[
            *(
                KeyRow(
                    reads.area_name(code),
                    Wash(paints[code], _KEY_SHARE),
                    code=code,
                    form=SHAPE[code] if mono else None,
                )
                for code in reads.networks()["area_code"]
            ),
            KeyRow("Contested: no network has half", Wash(f"url(#{next(iter(stripes))})", 1.0)),
        ],
        key_note=f"{_HOW_TO_READ[mono]} Dashed: closed or merged. {counted_on()}.",
        practices=marks.looks("", scheme),
        stripes=stripes,
        patterns=PATTERN if mono else {},
        communities=_names_on_map(rows),
    )


def counted_on() -> str:
    """The day the patients were counted, written out."""
    return formats.day(homes.registered_on())


def _stripe(row: dict[Any, Any]) -> str:
    return f"stripe-{row['leading']}-{row['runner_up']}"


def _fill(row: dict[Any, Any], paints: Mapping[str, str]) -> Wash:
    if row["holding"] == Holding.CONTESTED:
        return Wash(f"url(#{_stripe(row)})", 1.0)
    return Wash(paints[row["leading"]], round(float(row["share"]), 2))


def _said(row: dict[Any, Any]) -> str:
    lead = reads.area_name(row["leading"])
    told = (
        f"{lead}: {formats.number(row[row['leading']])} of {formats.number(row['networks'])} registered residents, "
        f"{percent(row['share'])}"
    )
    if row["holding"] != Holding.CLEAR:
        told += f"; next {reads.area_name(row['runner_up'])}, {percent(row['runner_up_share'])}"
    return told + (". Contested." if row["holding"] == Holding.CONTESTED else ".")


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole per cent."""
    return f"{formats.number(share * 100)}%"


def _names_on_map(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The communities' names, each in the middle of the neighbourhoods it leads, a little outward to leave room."""
    whole = _middle(rows, "networks")
    named = []
    for code in reads.networks()["area_code"]:
        own = _middle(rows[rows["leading"] == code], code)
        at = [place + _OUTWARD * (place - centre) for place, centre in zip(own, whole, strict=True)]
        named.append({"code": code, "name": reads.area_name(code), "at": at, "colour": palette.NETWORK[code]})
    return named


def _middle(rows: pd.DataFrame, people: str) -> list[float]:
    """Latitude and longitude of the middle of the people counted in a column."""
    spots = shapes.middles(AreaType.LSOA11).loc[rows.index]
    weight = rows[people] / rows[people].sum()
    return [float((spots[axis] * weight).sum()) for axis in ("latitude", "longitude")]
