"""The layer of practice figures: every practice clearly higher, clearly lower, or no telling; values where untested."""

from typing import Any

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.places import places_chart
from shcares.domain.vocabulary import AreaType, Judgement, Level
from shcares.maps.shapes import flat_points
from shcares.stats.suppression import Band
from shcares.style import formats, palette
from shcares.style.palette import Wash, point_mark
from shcares.ui import figures, reads
from shcares.ui import indicator_words as words
from shcares.ui.freshness import dated
from shcares.ui.indicator_figures import values_table
from shcares.ui.places import shapes
from shcares.ui.places.locality import marks
from shcares.ui.places.locality.layer import KeyRow, Layer, Look
from shcares.ui.registers import words as said
from shcares.ui.registers.register import Register, register
from shcares.ui.registers.tables import practice_table

_JUDGED = {
    Band.CLEARLY_HIGHER: Judgement.HIGHER,
    Band.CANNOT_TELL: Judgement.SIMILAR,
    Band.CLEARLY_LOWER: Judgement.LOWER,
    Band.NOT_COMPARED: Judgement.NOT_COMPARED,
}
_WORDS = {
    Judgement.HIGHER: "Clearly higher than St Helens",
    Judgement.SIMILAR: "Can’t tell: chance could explain it",
    Judgement.LOWER: "Clearly lower than St Helens",
    Judgement.NOT_COMPARED: "No figure, or none to test",
}
_PAPER = Wash(palette.COMPARATOR, 0.06)
_METHOD = (
    "Clearly higher or lower: the whole 95% interval of the practice lies above or below the value of St Helens "
    "sub-ICB. Otherwise chance could explain the difference."
)


@st.cache_resource(show_spinner=False)
def options() -> dict[str, str]:
    """Every indicator with figures of practices, by name; those that can be tested first."""
    known = reads.indicators()
    rows = known[known["level"] == Level.PRACTICE].sort_values("name")
    held = {str(row["name"]): str(row["indicator_id"]) for row in rows.to_dict("records") if _has_practices(row)}
    return dict(sorted(held.items(), key=lambda entry: not is_tested(entry[1])))


def _has_practices(row: dict[Any, Any]) -> bool:
    return bool((reads.observations(str(row["indicator_id"]))["area_type"] == AreaType.PRACTICE).any())


@st.cache_resource(show_spinner=False)
def is_tested(indicator_id: str) -> bool:
    """Whether practices have counts in a year in which St Helens as a whole has them too."""
    rows = reads.observations(indicator_id)
    counted = rows[rows["count"].notna() & rows["lower_ci"].notna()]
    kinds = counted.groupby("period")["area_type"].agg(set)
    return any({AreaType.PRACTICE, AreaType.NETWORK, AreaType.SUB_ICB} <= held for held in kinds)


@st.cache_resource(show_spinner=False, max_entries=200)
def layer(name: str, area_code: str) -> Layer:
    """One indicator at the practices; those outside the chosen community faint."""
    indicator_id = options()[name]
    return _tested(indicator_id, area_code) if is_tested(indicator_id) else _untested(indicator_id, area_code)


def _tested(indicator_id: str, area_code: str) -> Layer:
    held = register(indicator_id)
    rows = held.practices.set_index("area_code")
    judged = {str(code): _JUDGED[Band(band)] for code, band in rows["band"].items()}
    told = {str(code): _said(row, held) for code, row in rows.to_dict("index").items()}
    return _layer(
        area_code,
        judged,
        told,
        figure=figures.Figure(
            id=f"{indicator_id}-map",
            title=f"{held.about['name']}: practices, {held.dated}",
            sentence=said.practices_sentence(held, area_code),
            period=held.dated,
            area="GP practices of St Helens",
            source=words.sources_of(held.practices, held.about),
            method=f"{words.method_of(held.about, held.practices)} {_METHOD}",
            frame=practice_table(held),
            still=lambda: _still(judged, told, held.about["name"], held.dated),
            notes=(said.NO_SIDE_IS_GOOD,),
        ),
        finding=_counted(judged, held.about["name"]),
        title=f"{held.label}, {held.period}",
        note=f"St Helens sub-ICB: {held.percent(held.benchmark['value'])}. Numbers are the plan’s.",
    )


def _said(row: dict[Any, Any], held: Register) -> str:
    judged = point_mark(_JUDGED[Band(row["band"])])
    limits = formats.interval(row["lower_ci"], row["upper_ci"], held.about["decimals"])
    return (
        f"{held.of_patients(row)}, {held.percent(row['value'])} (95% interval {limits}). "
        f"{_WORDS[_JUDGED[Band(row['band'])]]} {judged.icon}."
    )


def _counted(judged: dict[str, Judgement], name: str) -> str:
    shown = [judged.get(str(code), Judgement.NOT_COMPARED) for code in marks.numbered()["practice_code"]]
    higher, lower = shown.count(Judgement.HIGHER), shown.count(Judgement.LOWER)
    unclear = shown.count(Judgement.SIMILAR)
    return f"{name}: {higher or 'no'} practices clearly higher, {lower or 'none'} lower, {unclear} can’t be told apart"


def _layer(
    area_code: str,
    judged: dict[str, Judgement],
    told: dict[str, str],
    *,
    figure: figures.Figure,
    finding: str,
    title: str,
    note: str,
) -> Layer:
    places = reads.lookup()["lsoa11_code"].unique()
    rows = marks.numbered()
    return Layer(
        figure=figure,
        finding=finding,
        areas="small",
        fills=dict.fromkeys(map(str, places), _PAPER),
        said={str(code): "" for code in places}
        | {str(code): "No figure is held." for code in rows["practice_code"]}
        | told,
        unsaid="",
        key_title=title,
        key=[
            KeyRow(f"{point_mark(one).icon} {_WORDS[one]}", _wash(one), "point")
            for one in _WORDS
            if _is_shown(one, judged)
        ],
        key_note=note,
        practices={
            str(code): _look(judged.get(str(code), Judgement.NOT_COMPARED), network, area_code)
            for code, network in zip(rows["practice_code"], rows["network_code"], strict=True)
        },
        names=("town",),
    )


def _is_shown(one: Judgement, judged: dict[str, Judgement]) -> bool:
    return one in judged.values() or one is Judgement.NOT_COMPARED


def _wash(one: Judgement) -> Wash:
    return Wash(point_mark(one).colour, 1.0)


def _look(one: Judgement, network: str, area_code: str) -> Look:
    drawn = point_mark(one)
    return Look(drawn.colour, drawn.ink, drawn.icon, faint=area_code in palette.NETWORK and network != area_code)


def _untested(indicator_id: str, area_code: str) -> Layer:
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    own = rows[(rows["area_type"] == AreaType.PRACTICE) & rows["value"].notna()]
    now = own[own["period_end"] == own["period_end"].max()]
    period = dated(formats.period(now["period"].iloc[0], about["year_type"]), now["period_end"].iloc[0].date())
    told = {
        str(row["area_code"]): f"{words.value_in_words(row['value'], about)} in {period}. Not tested."
        for row in now.to_dict("records")
    }
    judged: dict[str, Judgement] = {}
    return _layer(
        area_code,
        judged,
        told,
        figure=figures.Figure(
            id=f"{indicator_id}-map",
            title=f"{about['name']}: practices, {period}",
            sentence=words.spread_sentence(now, about, "GP practices", period, None, ""),
            period=period,
            area="GP practices of St Helens",
            source=words.sources_of(now, about),
            method=words.method_of(about, now),
            frame=values_table(now.sort_values("value", ascending=False), about),
            still=lambda: _still(judged, told, about["name"], period),
        ),
        finding=f"{about['name']}: held for {len(now)} practices, and cannot be tested",
        title=f"{about['short_name']}, {period}",
        note="No interval can be made, so no practice is called higher or lower. Point at one to see its value.",
    )


def _still(judged: dict[str, Judgement], told: dict[str, str], name: str, period: str) -> dict[str, Any]:
    rows = marks.numbered()
    spots = flat_points(rows["longitude"], rows["latitude"])
    points = pd.DataFrame(
        {
            "x": [x for x, _ in spots],
            "y": [y for _, y in spots],
            "name": [
                f"{n}: {told.get(str(c), '')}" for n, c in zip(rows["short_name"], rows["practice_code"], strict=True)
            ],
            "colour": [point_mark(judged.get(str(c), Judgement.NOT_COMPARED)).colour for c in rows["practice_code"]],
        }
    )
    places = pd.DataFrame({"area_code": reads.lookup()["lsoa11_code"].unique()})
    chart = places_chart(
        places.assign(area="", group="St Helens", opacity=_PAPER.share, said=""),
        outlines=shapes.outlines(AreaType.LSOA11),
        key={"St Helens": _PAPER.colour},
        points=points,
        finding=name,
        subtitle=f"GP practices: dark is clearly higher, light clearly lower, grey can’t tell. {period}",
        labels=shapes.towns(),
    )
    return house.spec(chart)
