"""Three geographies: people on the list, people in the place, people in the borough, and which count answers what."""

from html import escape

import pandas as pd

from shcares.domain import areas
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_words, reads, recipes, words
from shcares.ui.places.communities import overlap, population
from shcares.ui.places.communities.residents import estimate_year, lived_in

_ON_LIST, _IN_PLACE = (
    "Registered: on the list, wherever they live",
    "Resident: living in the place, whatever their list",
)
_USES = {
    "list": "Shares of patients: registers and other figures of practices, over the list of their own year.",
    "old": "Where patients live, and how deprived those places are.",
    "any": "Who serves the people of a place.",
    "estimate": "Rates of places in the years before the Census.",
    "census": "Rates of places since the Census; who lives there.",
}
# Where the window is narrow the table is moved sideways in its own box, with the keyboard too.
_SCROLLED = "role='region' aria-label='Table of the counts of people' tabindex='0'"
_METHOD = (
    "On the list: patients of the network’s practices, wherever they live. In the place: everybody in the "
    "neighbourhoods (LSOAs of 2011) that the list leads; patients there may be on any list of England, residents on "
    "none. The borough’s column adds the four places up; on the list it adds the four lists up, so that it holds "
    "patients from outside the borough. Census neighbourhoods that were split in 2021 are added up again. Registered "
    "and resident people are never put over one another: a rate takes the people its cases were counted among."
)


@recipes.figure("CN", "community_counts", area_code=recipes.AREA)
def counts_figure(area_code: str) -> figures.Figure:
    """The five counts of every community and of the borough, and what each is for."""
    columns = (*overlap.codes(), areas.ST_HELENS)
    rows = _rows()
    sources = [
        *population.lists()["source_id"],
        *reads.registrations()["source_id"],
        *reads.mid_year_residents().query("year == @newest", local_dict={"newest": estimate_year()})["source_id"],
        *reads.census_neighbourhoods()["source_id"],
    ]
    return figures.Figure(
        id="communities-counts",
        title="Registered, resident, borough: three counts of people",
        sentence=_sentence(area_code),
        period="Day or year as given with each count",
        area="The four care communities and St Helens",
        source=indicator_words.sources_named(sources),
        method=_METHOD,
        frame=pd.DataFrame(
            [
                {"Kind": kind, "Count": what, "Day": when}
                | {_heading(code): people for code, people in zip(columns, counts, strict=True)}
                | {"Use it for": use}
                for kind, what, when, counts, use in rows
            ]
        ),
        html=_html(area_code, rows, columns),
        picture_columns=("Count", "Day", *(_heading(code) for code in columns)),
        notes=(
            "A rate of the whole borough takes the borough’s residents, as the plan’s measures do.",
            "Never divide one by the other to make a rate: the two groups overlap and are not the same.",
        ),
    )


def _heading(code: str) -> str:
    return reads.area_name(code) if code in overlap.codes() else "St Helens"


def _rows() -> list[tuple[str, str, str, tuple[int, ...], str]]:
    columns = (*overlap.codes(), areas.ST_HELENS)
    newest = [population.own_list(code).iloc[-1] for code in columns]
    lived = [lived_in(code) for code in columns]
    day, year = overlap.registered_on(), reads.census_year()
    return [
        (
            _ON_LIST,
            "On its list, newest",
            formats.day(newest[0]["date"]),
            tuple(int(row["patients"]) for row in newest),
            _USES["list"],
        ),
        (_ON_LIST, "On its list", day, tuple(overlap.homes_of(code).listed for code in columns), _USES["old"]),
        (_IN_PLACE, "In its place, on any list", day, tuple(each.listed for each in lived), _USES["any"]),
        (
            _IN_PLACE,
            "Residents of its place, estimate",
            f"mid-{estimate_year()}",
            tuple(each.estimate for each in lived),
            _USES["estimate"],
        ),
        (
            _IN_PLACE,
            "Residents of its place, Census",
            f"{year}",
            tuple(each.census for each in lived),
            _USES["census"],
        ),
    ]


def _html(area_code: str, rows: list[tuple[str, str, str, tuple[int, ...], str]], columns: tuple[str, ...]) -> str:
    groups = []
    for kind in dict.fromkeys(row[0] for row in rows):
        mine = [
            words.Row(
                [
                    words.two_lines(what, when),
                    *(_number(people, code == area_code) for people, code in zip(counts, columns, strict=True)),
                    f"<span class='shc-use'>{escape(use)}</span>",
                ]
            )
            for of, what, when, counts, use in rows
            if of == kind
        ]
        groups.append((kind, mine))
    headings = ("Count", *(_heading(code) for code in columns), "Use it for")
    table = words.table(headings, groups, caption="Registered, resident, borough", shape="shc-geographies")
    return f"<div class='shc-aside' {_SCROLLED}>{table}</div>"


def _number(people: int, chosen: bool) -> str:
    text = formats.number(people)
    return f"<strong>{text}</strong>" if chosen else text


def _sentence(area_code: str) -> str:
    held, lived = overlap.homes_of(area_code), lived_in(area_code)
    day = overlap.registered_on()
    if area_code in overlap.codes():
        name = reads.area_name(area_code)
        return (
            f"On {day} {name} had {formats.number(held.listed)} patients; its place had "
            f"{formats.number(lived.estimate)} residents in mid-{estimate_year()}. They overlap and are not the same: "
            f"{formats.number(held.own)} of the patients live in the place."
        )
    each = [
        f"{reads.area_name(code)} {formats.number(overlap.homes_of(code).listed)} and "
        f"{formats.number(lived_in(code).estimate)}"
        for code in overlap.codes()
    ]
    return f"Patients on {day} and residents of the place in mid-{estimate_year()}: {sentences.listed(each)}."
