"""The layer of practice figures: every practice clearly higher, clearly lower, or no telling; values where untested."""

from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.places import places_chart
from shcares.domain.vocabulary import AreaType, Judgement
from shcares.maps.shapes import flat_points
from shcares.stats.suppression import Band
from shcares.style import formats, palette
from shcares.style.palette import Mark, Scheme, Wash, mark, point_mark
from shcares.ui import figures, lineage, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.places import shapes
from shcares.ui.places.locality import marks
from shcares.ui.places.locality.layer import KeyRow, Layer, Look
from shcares.ui.registers import banded, offered
from shcares.ui.registers import words as said
from shcares.ui.registers.looks import BAND_WORDS
from shcares.ui.registers.register import CLEAR, Register, register
from shcares.ui.registers.tables import practice_table

_PLAIN = {
    Band.CLEARLY_HIGHER: Judgement.HIGHER,
    Band.CANNOT_TELL: Judgement.SIMILAR,
    Band.CLEARLY_LOWER: Judgement.LOWER,
    Band.NOT_COMPARED: Judgement.NOT_COMPARED,
}
_INDICATOR = recipes.Part("indicator", recipes.itself(lambda: offered.names()), 4)
"""Those that some practice has a figure of."""
_DASHED = "Dashed: closed or merged since."
_PAPER = Wash(palette.COMPARATOR, 0.06)
_METHOD = (
    "Clearly higher or lower: the whole 95% interval of the practice lies above or below the benchmark. Otherwise "
    "chance could explain the difference."
)


@lineage.remember()
def options() -> dict[str, str]:
    """Every indicator with figures of practices, by name: the one to start with, then those that can be tested."""
    known = {name: indicator_id for indicator_id, name in offered.names().items()}
    return dict(sorted(known.items(), key=lambda entry: entry[1] != offered.FIRST))


@lineage.remember(max_entries=200)
def layer(name: str, area_code: str, scheme: Scheme) -> Layer:
    """One indicator at the practices; those outside the chosen community faint."""
    held = register(options()[name])
    return Layer(
        figure=map_figure(options()[name], area_code, scheme),
        finding=_finding(name, held, area_code),
        areas="small",
        fills=dict.fromkeys((str(code) for code in reads.lookup()["lsoa11_code"].unique()), _PAPER),
        said=dict.fromkeys((str(code) for code in marks.numbered()["practice_code"]), "No figure is held.")
        | _told(held),
        unsaid="",
        key_title=f"{name}, {held.period}",
        key=_key(held, scheme),
        key_note=_note(held),
        practices=_looks(_marks(held, scheme), area_code),
    )


def _told(held: Register) -> dict[str, str]:
    return {str(row["area_code"]): _said(row, held) for row in held.practices.to_dict("records")}


def _marks(held: Register, scheme: Scheme) -> dict[str, Mark]:
    return {str(row["area_code"]): _mark(row, scheme) for row in held.practices.to_dict("records")}


def _finding(name: str, held: Register, area_code: str) -> str:
    if not held.is_tested:
        return f"{name}, {held.period}: shown, and not tested"
    rows = said.practices_of(held, area_code)
    return (
        f"{name}, {held.period}: {sum(rows['band'].isin(CLEAR))} of {said.whose(rows, held)} clearly differed from "
        f"{held.benchmark.name}"
    )


def _said(row: dict[Any, Any], held: Register) -> str:
    band = Band(row["band"])
    counted = f"{held.of_patients(row)}, " if pd.notna(row["count"]) else ""
    limits = formats.interval(row["lower_ci"], row["upper_ci"], held.about["decimals"])
    interval = f" (95% interval {limits})" if limits else ""
    verdict = f"{BAND_WORDS[band].capitalize()}"
    against = f" than {held.benchmark.name}" if band in (Band.CLEARLY_HIGHER, Band.CLEARLY_LOWER) else ""
    return f"{counted}{held.quantity(row['value'])}{interval}. {verdict}{against}."


def _mark(row: dict[Any, Any], scheme: Scheme) -> Mark:
    """The judgement's own colours where one side is good; else, and without colour, from dark to light."""
    judged = Judgement(row["judgement"])
    if judged in (Judgement.BETTER, Judgement.WORSE):
        return point_mark(judged) if scheme is Scheme.MONO else mark(judged, scheme)
    return point_mark(_PLAIN[Band(row["band"])])


def _key(held: Register, scheme: Scheme) -> list[KeyRow]:
    rows = {Band(row["band"]): _mark(row, scheme) for row in held.practices.to_dict("records")}
    rows.setdefault(Band.NOT_COMPARED, point_mark(Judgement.NOT_COMPARED))
    return [
        KeyRow(_key_words(band, rows[band], held), _wash(band, rows[band]), "point") for band in Band if band in rows
    ]


def _wash(band: Band, drawn: Mark) -> Wash | None:
    return None if band is Band.NOT_COMPARED else Wash(drawn.colour, 1.0)


def _key_words(band: Band, drawn: Mark, held: Register) -> str:
    words_of = {
        Band.CLEARLY_HIGHER: f"Clearly higher than {held.benchmark.name}",
        Band.CLEARLY_LOWER: f"Clearly lower than {held.benchmark.name}",
        Band.CANNOT_TELL: "Can’t tell: could be chance",
        Band.NOT_COMPARED: "Not tested, or no figure",
    }
    return f"{drawn.icon} {words_of[band]}"


def _note(held: Register) -> str:
    if not held.is_tested:
        return f"{banded.why_untested(held)} Point at a practice to see its figure. {_DASHED}"
    return f"{held.benchmark.name}: {held.percent(held.benchmark.value)}. Numbers are the plan’s. {_DASHED}"


def _looks(drawn: dict[str, Mark], area_code: str) -> dict[str, Look]:
    rows, none = marks.numbered(), point_mark(Judgement.NOT_COMPARED)
    found = {}
    for code, network in zip(rows["practice_code"], rows["network_code"], strict=True):
        one = drawn.get(code, none)
        found[str(code)] = Look(
            one.colour, one.ink, icon=one.icon, faint=area_code in palette.NETWORK and network != area_code
        )
    return found


@recipes.figure("MP", "map_practices", indicator_id=_INDICATOR, area_code=recipes.AREA)
def map_figure(indicator_id: str, area_code: str, scheme: Scheme) -> figures.Figure:
    """The table and the picture of one indicator; the sentence is of the chosen community's practices."""
    name, held = offered.names()[indicator_id], register(indicator_id)
    method = words.method_of(held.about, held.practices)
    return figures.Figure(
        id=f"{held.about['indicator_id']}-map",
        title=f"{name}: practices, {held.dated}",
        sentence=said.practices_sentence(held, area_code) if held.is_tested else banded.answer(held, area_code),
        period=held.dated,
        area="GP practices of St Helens",
        source=words.sources_of(held.practices, held.about),
        method=f"{method} {_METHOD}" if held.is_tested else method,
        frame=practice_table(held),
        still=lambda: _still(name, held, scheme),
        notes=tuple(note for note in (said.good_side(held),) if note and held.is_tested),
    )


def _still(name: str, held: Register, scheme: Scheme) -> dict[str, Any]:
    points = _points(held, scheme)
    places = pd.DataFrame({"area_code": reads.lookup()["lsoa11_code"].unique()})
    chart = places_chart(
        places.assign(area="", group="St Helens", opacity=_PAPER.share, said=""),
        outlines=shapes.outlines(AreaType.LSOA11),
        key={"St Helens": _PAPER.colour},
        points=points,
        points_key=dict(zip(points["group"], points["colour"], strict=True)),
        finding=name,
        subtitle=f"GP practices, {held.dated}{'' if held.is_tested else '; shown, and not tested'}",
        labels=shapes.towns(),
    )
    return house.spec(chart)


def _points(held: Register, scheme: Scheme) -> pd.DataFrame:
    """Every practice of the plan where it stands, in the order of the legend."""
    rows, none = marks.numbered(), point_mark(Judgement.NOT_COMPARED)
    told, drawn = _told(held), _marks(held, scheme)
    bands = {str(row["area_code"]): Band(row["band"]) for row in held.practices.to_dict("records")}
    spots = flat_points(rows["longitude"], rows["latitude"])
    placed = pd.DataFrame(
        {
            "x": x,
            "y": y,
            "name": f"{name}: {told.get(code, '')}",
            "colour": one.colour,
            "ink": one.ink,
            "icon": one.icon,
            "band": list(Band).index(band),
            "group": _key_words(band, one, held),
        }
        for (x, y), name, code in zip(spots, rows["short_name"], rows["practice_code"].astype(str), strict=True)
        for one, band in [(drawn.get(code, none), bands.get(code, Band.NOT_COMPARED))]
    )
    return placed.sort_values("band", kind="stable").drop(columns="band")
