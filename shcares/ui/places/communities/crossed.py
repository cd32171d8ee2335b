"""The table of lists by places: of whose patients how many live where, with shares both ways."""

from html import escape
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.rug import rug_chart
from shcares.style import formats
from shcares.style.palette import FIFTHS, Wash
from shcares.ui import figures, lineage, reads, recipes, words
from shcares.ui.places import homes
from shcares.ui.places.communities import overlap
from shcares.ui.places.communities.lived import list_name, place_name

_STRONGEST = FIFTHS[-1].share
_NOT_HELD = "not held"
_METHOD = (
    "A row is a list, a column the place its patients live in; a place is the neighbourhoods (LSOAs of 2011) where "
    "more of the four networks’ patients are on that list than on any other. First share: of the list’s patients whose "
    "neighbourhood is known. Second share: of all registered patients who live in the place, of whichever practice. "
    "Shading follows the first share. Of practices in no network only the patients who live in the borough are held. "
    "Every patient is counted, so there is no sampling error and no interval."
)


def _lists() -> tuple[str, ...]:
    return (*overlap.codes(), homes.OTHERS)


def _places() -> tuple[str, ...]:
    return (*overlap.codes(), overlap.OUTSIDE, overlap.UNKNOWN)


def share_of_list(whose: str, place: str) -> float | None:
    """The patients of one list who live in one place, of those whose neighbourhood is known; None if not held."""
    known = _known(whose)
    if place == overlap.UNKNOWN or known is None:
        return None
    return overlap.people([whose], [place]) / known


def share_of_place(whose: str, place: str) -> float | None:
    """The patients of one place who are on one list, of all registered patients who live there; None if not held."""
    if place not in overlap.codes():
        return None
    return overlap.people([whose], [place]) / overlap.people(_lists(), [place])


def _known(whose: str) -> int | None:
    if whose == homes.OTHERS:
        return None
    return overlap.people([whose], (*overlap.codes(), overlap.OUTSIDE))


@recipes.figure("CX", "crossed", area_code=recipes.AREA)
def crossed_figure(area_code: str) -> figures.Figure:
    """The whole table; the chosen community's row and column are said in the sentence."""
    return figures.Figure(
        id="communities-crossed",
        title="Whose list, which place",
        sentence=_sentence(area_code),
        period=overlap.registered_on(),
        area="Patients of the four networks, and other practices’ patients who live in St Helens",
        source=overlap.source(),
        method=_METHOD,
        frame=_table(),
        html=_html(),
        spec=_picture(),
        notes=(
            f"{_NOT_HELD.capitalize()}: of practices in no network here, patients who live outside the borough.",
            "The four lists’ share of a place counts patients, not residents: residents on no list are not here.",
        ),
    )


@lineage.remember()
def _picture() -> dict[str, Any]:
    """The same for every choice, so drawn once."""
    chart = rug_chart(
        _cells(),
        finding="Whose list, which place",
        subtitle="Patients by the place they live in; % of the list, % of the place’s patients; ● in their own "
        f"community’s place. {overlap.registered_on()}",
    )
    return house.spec(chart)


def _column(place: str) -> str:
    return "Not known" if place == overlap.UNKNOWN else place_name(place)


def _shares(whose: str, place: str) -> tuple[str, str]:
    of_list, of_place = share_of_list(whose, place), share_of_place(whose, place)
    first = f"{formats.number(of_list * 100, 1)}% of list" if of_list is not None else ""
    second = f"{formats.number(of_place * 100, 1)}% of place" if of_place is not None else ""
    return first, second


def _html() -> str:
    rows = [words.Row([escape(list_name(whose)), *(_cell(whose, place) for place in _places())]) for whose in _lists()]
    total = ["All of these", *(_total(place) for place in _places())]
    headings = ("On whose list", *(_column(place) for place in _places()))
    table = words.table(
        headings, [("", [*rows, words.Row(total)])], caption="Whose list, which place", shape="shc-rug shc-crossed"
    )
    scrolled = "role='region' aria-label='Table of lists by places' tabindex='0'"
    return f"<div class='shc-aside' {scrolled}>{table}</div>{_legend()}"


def _legend() -> str:
    return (
        "<p class='shc-key'><span>Shaded by the share of the list that lives there.</span>"
        "<span><span class='shc-cell shc-own shc-sample'>framed</span> live in their own community’s place</span></p>"
    )


def _cell(whose: str, place: str) -> str:
    if (whose, place) not in overlap.matrix():
        return f"<div class='shc-cell shc-empty'>{_NOT_HELD}</div>"
    own = " shc-own" if whose == place else ""
    small = "".join(f"<span class='shc-small'>{said}</span>" for said in _shares(whose, place) if said)
    paint = Wash(FIFTHS[0].colour, _wash(whose, place)).css
    return (
        f"<div class='shc-cell{own}' style='background:{paint}'>"
        f"<span>{formats.number(overlap.people([whose], [place]))}</span>{small}</div>"
    )


def _wash(whose: str, place: str) -> float:
    share = share_of_list(whose, place)
    return 0.0 if share is None else round(share * _STRONGEST, 2)


def _total(place: str) -> str:
    lists = _lists() if place in overlap.codes() else overlap.codes()
    return f"<div class='shc-cell'>{formats.number(overlap.people(lists, [place]))}</div>"


def _cells() -> pd.DataFrame:
    rows = []
    for whose in _lists():
        for place in _places():
            held = (whose, place) in overlap.matrix()
            rows.append(
                {
                    "group": "On whose list",
                    "name": list_name(whose),
                    "when": "",
                    "area": _column(place).removesuffix("’s place").removesuffix(" the borough"),
                    "text": formats.number(overlap.people([whose], [place])) if held else _NOT_HELD,
                    "small": ", ".join(part.split(" ")[0] for part in _shares(whose, place) if part) if held else "",
                    "held": held,
                    "wash": _wash(whose, place),
                    "icon": "●" if whose == place else "",
                    "colour": "transparent",
                    "ink": house.INK,
                }
            )
    return pd.DataFrame(rows)


def _sentence(area_code: str) -> str:
    """The overlap, of patients known to live in the borough: all four's, and the chosen community's both ways."""
    whole = overlap.homes_of("")
    said = (
        f"Of {formats.number(whole.inside)} patients on the four lists who live in the borough, "
        f"{formats.number(whole.own)} ({overlap.percent(whole.own, whole.inside)}) live in their own community’s place."
    )
    if area_code not in overlap.codes():
        return said
    held, name = overlap.homes_of(area_code), reads.area_name(area_code)
    there = overlap.people(_lists(), [area_code])
    return (
        f"{said} {name}: {formats.number(held.own)} of its {formats.number(held.known)} patients with a known "
        f"neighbourhood live in its place ({held.share(held.own)}). They are {overlap.percent(held.own, there)} of the "
        f"{formats.number(there)} registered patients who live there."
    )


def _table() -> pd.DataFrame:
    rows = []
    for whose in _lists():
        for place in _places():
            held = (whose, place) in overlap.matrix()
            of_list, of_place = (share_of_list(whose, place), share_of_place(whose, place)) if held else (None, None)
            rows.append(
                {
                    "On whose list": list_name(whose),
                    "Lives in": _column(place),
                    "Patients": overlap.people([whose], [place]) if held else None,
                    "% of the list": None if of_list is None else round(of_list * 100, 1),
                    "% of the place’s patients": None if of_place is None else round(of_place * 100, 1),
                    "Note": "" if held else "not available: held only for residents of the borough",
                }
            )
    return pd.DataFrame(rows).astype({"Patients": "Int64"})
