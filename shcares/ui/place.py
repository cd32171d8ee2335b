"""The borough or one care community in a strip of headline facts, each with its period and publisher."""

from typing import NamedTuple

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Statistic
from shcares.style import formats, sentences
from shcares.ui import figures, reads, recipes, words
from shcares.ui.measures import latest_of

_METHOD = (
    "Residents are people who live in the borough; registered patients are people on its practices’ lists, wherever "
    "they live. The two are never mixed. Deprived fifth: neighbourhoods in the two most deprived tenths of all "
    "England’s by the Index of Multiple Deprivation 2019."
)


class Fact(NamedTuple):
    """One headline figure."""

    what: str
    value: str
    period: str
    detail: str
    publisher: str


@recipes.figure("FA", "facts", area_code=recipes.AREA)
def facts_figure(area_code: str) -> figures.Figure:
    """Headline facts of the borough's residents and patients, or of the patients of one network's practices."""
    if area_code == areas.ST_HELENS:
        return _figure("St Helens", "St Helens", "the borough’s residents", *_borough())
    name = reads.area_name(area_code)
    area = f"{name} care community (patients registered with its practices)"
    return _figure(name, area, f"the patients of {name}’s practices", *_community(area_code))


def _figure(name: str, area: str, whose: str, facts: list[Fact], deprived: float) -> figures.Figure:
    return figures.Figure(
        id="place-facts",
        title=f"{name} in figures",
        sentence=(
            f"{sentences.in_every_100(deprived, Statistic.PROPORTION)} of {whose} live in the most deprived fifth "
            "of England’s neighbourhoods."
        ),
        period="Period as given with each figure",
        area=area,
        source=f"{sentences.listed(sorted({fact.publisher for fact in facts}))}. {reads.gathered()}",
        method=_METHOD,
        frame=pd.DataFrame(facts).rename(columns=str.capitalize).rename(columns={"What": "Figure"}),
        html=words.facts(
            (fact.what, fact.value, ". ".join(part for part in (fact.detail, fact.period) if part)) for fact in facts
        ),
    )


def _borough() -> tuple[list[Fact], float]:
    residents, census_year, census_id = reads.census_residents()
    census = reads.source(census_id)
    patients = reads.registered_patients()
    place = patients[patients["area_type"] == "sub_icb"].iloc[0]
    deciles = reads.deprivation_of_residents("2019").set_index("decile")
    deprived = deciles.loc[[1, 2], "residents"].sum() / deciles["residents"].sum() * 100
    facts = [
        Fact("Residents", formats.number(residents), f"Census {census_year}", "", census["publisher"]),
        Fact("Registered patients", formats.number(place["patients"]), formats.day(place["date"]), "", "NHS England"),
        Fact(
            "Live in the most deprived fifth of England",
            f"{formats.number(deprived, 1)}%",
            "Index of Multiple Deprivation 2019, residents mid-2020",
            f"{deciles['lsoas'].loc[1]} of {deciles['lsoas'].sum()} neighbourhoods are in the most deprived tenth",
            "Ministry of Housing, Communities and Local Government",
        ),
        *_life_expectancy(),
        _practices_open(reads.practices()),
    ]
    return facts, deprived


def _practices_open(practices: pd.DataFrame) -> Fact:
    in_plan = practices.dropna(subset=["map_key"])
    active = int((in_plan["status"] == "active").sum())
    source = reads.source(in_plan["source_id"].iloc[0])
    detail = "" if active == len(in_plan) else "the others have merged or closed"
    return Fact(
        "GP practices of the plan still open",
        f"{active} of {len(in_plan)}",
        f"Register copied {formats.day(source['retrieved'])}",
        detail,
        source["publisher"],
    )


def _life_expectancy() -> list[Fact]:
    entries = latest_of("life_expectancy", areas.ENGLAND)
    return [
        Fact(
            f"Life expectancy at birth, {'women' if entry.sex == 'Female' else 'men'}",
            f"{entry.text} years",
            entry.period,
            f"England {entry.comparator_text}",
            entry.source.split(",")[0],
        )
        for entry in entries
    ]


def _community(network_code: str) -> tuple[list[Fact], float]:
    patients = reads.registered_patients()
    mine = patients[patients["area_code"] == network_code].iloc[0]
    everyone = patients[patients["area_type"] == "network"]["patients"].sum()
    practices = reads.practices()
    every = reads.deprivation_of_patients().dropna(subset=["network_code"])
    homes = every[every["network_code"] == network_code]
    known = homes.dropna(subset=["decile"])
    deprived, share = _deprived(known)
    unknown = int(homes["patients"].sum() - known["patients"].sum())
    facts = [
        Fact("Registered patients", formats.number(mine["patients"]), formats.day(mine["date"]), "", "NHS England"),
        Fact(
            "Share of the four communities’ patients",
            f"{formats.number(mine['patients'] / everyone * 100, 1)}%",
            formats.day(mine["date"]),
            "",
            "NHS England",
        ),
        Fact(
            "Patients who live in the most deprived fifth of England",
            f"{formats.number(share, 1)}%",
            f"Registrations {formats.day(homes['date'].iloc[0])}, Index of Multiple Deprivation 2019",
            f"{formats.number(deprived)} of {formats.number(known['patients'].sum())} patients"
            + (f"; neighbourhood not known for {formats.number(unknown)}" if unknown else "")
            + f"; all four communities: {formats.number(_deprived(every.dropna(subset=['decile']))[1], 1)}%",
            "NHS England",
        ),
        _practices_open(practices[practices["network_code"] == network_code]),
    ]
    return facts, share


def _deprived(known: pd.DataFrame) -> tuple[float, float]:
    """How many of these patients live in the most deprived fifth of England, and their share in per cent."""
    deprived = float(known.loc[known["decile"] <= 2, "patients"].sum())
    return deprived, deprived / float(known["patients"].sum()) * 100
