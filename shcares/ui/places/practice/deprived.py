"""How deprived the neighbourhoods are that a practice's patients live in, beside its network and all four."""

from collections.abc import Mapping

import pandas as pd

from shcares.charts import house
from shcares.charts.shares import shares_chart, shares_plot
from shcares.style import formats
from shcares.style.palette import FIFTHS
from shcares.ui import figures, reads, recipes
from shcares.ui import indicator_words as told
from shcares.ui.places import homes
from shcares.ui.places.practice import homes_of
from shcares.ui.places.practice.hiding import SMALLEST_SHOWN
from shcares.ui.places.practice.homes_of import Deprived
from shcares.ui.places.practice.profile import practice
from shcares.ui.places.practice.standing import reading_of
from shcares.ui.registers.register import register, years_of

PARTS = ("Most deprived fifth", "Second", "Middle", "Fourth", "Least deprived fifth")
_HEIGHT = 300
_SCORE, _ALL = "gp_imd_score", "All four networks"
_METHOD = (
    "Each patient counts with the national fifth of the neighbourhood the patient lives in, wherever that is in "
    "England. Neighbourhoods are LSOAs of 2011, in the Index of Multiple Deprivation 2019. Patients whose "
    "neighbourhood is not known are in no share. All patients are counted, so there is no sampling error and no "
    "interval. The index describes neighbourhoods, not the patients themselves."
)


@recipes.figure("QD", "practice_deprivation", max_entries=80, code=recipes.PRACTICE)
def deprived_figure(code: str) -> figures.Figure:
    """The five fifths of the practice, of its network and of all four."""
    homes_of.refuse_unless_held(code)
    one, lists = practice(code), _lists(code)
    day = formats.day(homes.registered_on())
    drawn, washes = _drawn(lists), dict(zip(PARTS, reversed(FIFTHS), strict=True))
    chart = shares_chart(
        drawn,
        parts=washes,
        order=list(lists),
        chosen=one.name,
        finding="Deprivation of where its patients live",
        subtitle=f"% of registered patients by England’s fifths of neighbourhoods, {day}",
    )
    score = register(_SCORE)
    return figures.Figure(
        id=f"deprivation-of-{code}",
        title=f"{one.name}: patients by deprivation of where they live",
        sentence=_sentence(one.name, lists),
        period=f"Patients {day}, Index of Multiple Deprivation 2019",
        area=f"Patients of {one.name}, of its network and of all four, wherever they live",
        source=told.sources_named(
            [
                str(reads.registrations()["source_id"].iloc[0]),
                str(reads.deprivation("2019")["source_id"].iloc[0]),
                str(score.about["source_id"]),
            ]
        ),
        method=f"{_METHOD} {score.about['definition']}",
        frame=_table(lists),
        spec=house.spec(chart.properties(height=_HEIGHT)),
        plot=lambda: shares_plot(
            drawn, parts=washes, order=list(lists), axis="% of patients with a known neighbourhood"
        ),
        notes=(_unknown(lists[one.name]), published_score(code)),
    )


def _lists(code: str) -> dict[str, Deprived]:
    one, rows = practice(code), homes.patients()
    lists = {one.name: homes_of.by_fifth(homes_of.registrations(code))}
    if one.network_code:
        lists[f"{one.community} network"] = homes_of.by_fifth(rows[rows["network_code"] == one.network_code])
    four = rows[rows["network_code"].isin(reads.networks()["area_code"])]
    return lists | {_ALL: homes_of.by_fifth(four)}


def _drawn(lists: Mapping[str, Deprived]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": name,
            "part": part,
            "share": counts.share(fifth),
            "text": f"{formats.number(counts.share(fifth))}%",
            "said": counts.words(fifth),
            "end": "",
        }
        for name, counts in lists.items()
        for fifth, part in zip(homes_of.FIFTHS, PARTS, strict=True)
    )


def _sentence(name: str, lists: Mapping[str, Deprived]) -> str:
    first = homes_of.FIFTHS[0]
    own = lists[name]
    beside = [f"{other} {formats.number(counts.share(first), 1)}%" for other, counts in lists.items() if other != name]
    return (
        f"{own.words(first)} of {name} with a known neighbourhood live in England’s most deprived fifth, "
        f"{formats.number(own.share(first), 1)}%. Beside it: {', '.join(beside)}."
    )


def _unknown(own: Deprived) -> str:
    if not own.unknown:
        return "The neighbourhood of every patient is known."
    few = own.unknown < SMALLEST_SHOWN
    how_many = f"fewer than {SMALLEST_SHOWN}" if few else formats.number(own.unknown)
    return f"Neighbourhood not known, and in no share: {how_many} patients."


def published_score(code: str) -> str:
    """The practice's own deprivation score as published, between the lowest and the highest of all."""
    year = next(iter(years_of(_SCORE)))
    reading = reading_of(_SCORE, code, year)
    if reading is None:
        return "No deprivation score of this practice is published."
    rows = reading.held.practices
    low, high = (formats.number(value, reading.decimals) for value in (rows["value"].min(), rows["value"].max()))
    return (
        f"Deprivation score as published for its patients ({reading.held.period}, practices of July 2022): "
        f"{reading.shown(reading.value)}; {len(rows)} practices lie between {low} and {high}. "
        "Higher is more deprived; no interval is held, so it is not compared."
    )


def _table(lists: Mapping[str, Deprived]) -> pd.DataFrame:
    rows = []
    for name, counts in lists.items():
        people = {f"{part}, patients": counts.fifths[fifth] for fifth, part in zip(homes_of.FIFTHS, PARTS, strict=True)}
        shares = {
            f"{part}, %": round(counts.share(fifth), 1) for fifth, part in zip(homes_of.FIFTHS, PARTS, strict=True)
        }
        rows.append({"List": name, "Patients with a known neighbourhood": counts.known, **people, **shares})
    return pd.DataFrame(rows)
