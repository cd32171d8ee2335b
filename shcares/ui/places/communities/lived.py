"""Two lists: in whose places a community's patients live, and who serves the people who live in its own."""

import re
from html import escape

import pandas as pd

from shcares.style import formats, sentences
from shcares.ui import figures, reads, recipes, words
from shcares.ui.places import homes
from shcares.ui.places.communities import overlap

OTHER_PRACTICES = "Practices in no network here"
_NAMES = {overlap.OUTSIDE: "Outside the borough", homes.OTHERS: OTHER_PRACTICES}
_IN_ITS_AUTHORITY = re.compile(r" \d+[A-Z]$")
_MOST_NAMED = 2
_PLACE = (
    "A community’s place is the neighbourhoods (LSOAs of 2011) where more of the four networks’ patients are on its "
    "list than on any other."
)


def place_name(code: str) -> str:
    """`South’s place`, `Outside the borough`: where patients live, as a heading of a row."""
    return _NAMES.get(code) or f"{reads.area_name(code)}’s place"


def list_name(code: str) -> str:
    """`South`, or the practices that are in none of the four networks."""
    return _NAMES.get(code) or reads.area_name(code)


@recipes.figure("CI", "community_lives", area_code=recipes.AREA)
def lives_figure(area_code: str) -> figures.Figure:
    """In whose places one community's patients live, most first; of the borough, who lives in the own place."""
    return _lives_of_one(area_code) if area_code in overlap.codes() else _lives_of_all()


def _lives_of_one(area_code: str) -> figures.Figure:
    name, held = reads.area_name(area_code), overlap.homes_of(area_code)
    places = _most_first({place: overlap.people([area_code], [place]) for place in (*overlap.codes(), overlap.OUTSIDE)})
    rows = [(place_name(place), people, held.known) for place, people in places.items()]
    own = f"{formats.number(held.own)} of {formats.number(held.known)} patients with a known neighbourhood"
    most = next(iter(places))
    more = "" if most == area_code else f" More live in {place_name(most)}: {formats.number(places[most])}."
    return _figure(
        "communities-lives-in",
        f"In whose places {name}’s patients live",
        f"{own} live in {name}’s own place, {held.share(held.own)}.{more}",
        f"Patients of {name}’s practices",
        f"Shares are of {name}’s patients whose neighbourhood is known. {_PLACE}",
        "Where they live",
        rows,
        tuple(note for note in (_beyond(area_code), _unknown(name, held.unknown)) if note),
        {place_name(area_code)},
    )


def _lives_of_all() -> figures.Figure:
    held = {code: overlap.homes_of(code) for code in overlap.codes()}
    ordered = sorted(held, key=lambda code: held[code].own / held[code].known, reverse=True)
    rows = [(reads.area_name(code), held[code].own, held[code].known) for code in ordered]
    whole = overlap.homes_of("")
    return _figure(
        "communities-lives-in",
        "Patients who live in their own community’s place",
        f"{formats.number(whole.own)} of {formats.number(whole.known)} patients with a known neighbourhood live in "
        f"their own community’s place, {whole.share(whole.own)}; {formats.number(whole.others)} live in another "
        f"community’s and {formats.number(whole.outside)} outside the borough.",
        "Patients of the four networks’ practices",
        f"Shares are of each list’s patients whose neighbourhood is known. {_PLACE}",
        "List",
        rows,
        (_unknown("The four lists", whole.unknown),),
        set(),
    )


@recipes.figure("CV", "community_serves", area_code=recipes.AREA)
def serves_figure(area_code: str) -> figures.Figure:
    """On whose lists the people are who live in one community's place, most first; of the borough, in the borough."""
    one = area_code in overlap.codes()
    places = [area_code] if one else overlap.codes()
    lists = _most_first({whose: overlap.people([whose], places) for whose in (*overlap.codes(), homes.OTHERS)})
    whole = sum(lists.values())
    rows = [(list_name(whose), people, whole) for whose, people in lists.items()]
    where = place_name(area_code) if one else "St Helens"
    own = lists[area_code] if one else whole - lists[homes.OTHERS]
    whose = f"{reads.area_name(area_code)}’s own list" if one else "the four lists"
    return _figure(
        "communities-served-by",
        f"Whose patients live in {where}",
        f"Of {formats.number(whole)} registered patients who live in {where}, {formats.number(own)} "
        f"({overlap.percent(own, whole)}) are on {whose}.",
        f"Registered patients who live in {where}, of any practice",
        f"Shares are of all registered patients who live there, of whichever practice. {_PLACE}",
        "Whose list they are on",
        rows,
        (),
        {reads.area_name(area_code)} if one else set(),
    )


def _most_first(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda entry: entry[1], reverse=True))


def _figure(
    figure_id: str,
    title: str,
    sentence: str,
    area: str,
    method: str,
    heading: str,
    rows: list[tuple[str, int, int]],
    notes: tuple[str, ...],
    own: set[str],
) -> figures.Figure:
    return figures.Figure(
        id=figure_id,
        title=title,
        sentence=sentence,
        period=overlap.registered_on(),
        area=area,
        source=overlap.source(),
        method=f"{method} Every patient is counted, so there is no sampling error and no interval.",
        frame=pd.DataFrame(
            {
                heading: [name for name, _, _ in rows],
                "Patients": [people for _, people, _ in rows],
                "Of patients": [whole for _, _, whole in rows],
                "Share, %": [round(people / whole * 100, 1) for _, people, whole in rows],
            }
        ),
        html=words.table(
            (heading, "Patients", "Share"),
            [("", [words.Row(_cells(*row, own)) for row in rows])],
            caption=title,
            shape="shc-counts",
        ),
        notes=notes,
        caution=_PLACE,
    )


def _cells(name: str, people: int, whole: int, own: set[str]) -> tuple[str, str, str]:
    shown = f"<strong>{escape(name)}</strong>" if name in own else escape(name)
    return shown, formats.number(people), _bar(people / whole * 100)


def _bar(share: float) -> str:
    """A share as words, and a rule as long under them."""
    return f"{formats.number(share, 1)}%<span class='shc-length' style='width:{share:.1f}%' aria-hidden='true'></span>"


def _beyond(area_code: str) -> str:
    """In which authorities the patients outside the borough live, the two with most by name."""
    rows = homes.patients()
    away = rows[(rows["network_code"] == area_code) & rows["area_code"].notna() & ~rows["inside"]]
    if away.empty:
        return ""
    where = away["area_code"].map(lambda code: _IN_ITS_AUTHORITY.sub("", reads.area_name(str(code))))
    counts = away["patients"].groupby(where).sum().sort_values(ascending=False)
    named = [f"{name} {formats.number(people)}" for name, people in counts.head(_MOST_NAMED).items()]
    return f"Outside the borough most live in {sentences.listed(named)}."


def _unknown(name: str, people: int) -> str:
    return f"{name}: neighbourhood not known for {formats.number(people)} patients, who are in no share."
