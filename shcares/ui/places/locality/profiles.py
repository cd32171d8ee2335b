"""What is known of one place on the map: a neighbourhood, a middle-layer area, a practice or a care community."""

from typing import Any

import pandas as pd

from shcares.domain.vocabulary import AreaType
from shcares.style import formats, sentences
from shcares.ui import figures, lineage, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui import words as html
from shcares.ui.places import homes
from shcares.ui.places.locality import marks

_DEPRIVED = 2
_EDITIONS = ("2019", "2025")
_DOMAINS = {
    "income": "income",
    "employment": "employment",
    "education": "education",
    "health": "health",
    "crime": "crime",
    "housing": "housing and services",
    "environment": "living environment",
    "idaci": "income of families with children",
    "idaopi": "income of older people",
}
_METHOD = (
    "Registered patients are people on practices’ lists; residents are people who live here. The two are never mixed. "
    "Tenths are of all England’s neighbourhoods, the 1st the most deprived."
)


@lineage.remember()
def kinds() -> dict[str, AreaType]:
    """What sort of place each code is that can be chosen on the map."""
    lookup = reads.lookup()
    codes = {
        AreaType.NETWORK: reads.networks()["area_code"],
        AreaType.PRACTICE: marks.numbered()["practice_code"],
        AreaType.LSOA11: lookup["lsoa11_code"],
        AreaType.MSOA11: lookup["msoa11_code"],
    }
    return {str(code): kind for kind, each in codes.items() for code in each}


PLACE = recipes.Part("place", recipes.itself(lambda: kinds()), 4)


@recipes.figure("PL", "place_profile", max_entries=400, place=PLACE)
def profile(place: str) -> figures.Figure:
    """What is known of one place, as terms and figures."""
    kind = kinds()[place]
    if kind is AreaType.PRACTICE:
        return practice_profile(place)
    if kind is AreaType.NETWORK:
        return community_profile(place)
    return neighbourhood_profile(place) if kind is AreaType.LSOA11 else middle_profile(place)


def _figure(
    place: str, title: str, sentence: str, area: str, source_ids: list[str], told: list[tuple[str, str]]
) -> figures.Figure:
    return figures.Figure(
        id=f"place-{place.lower()}",
        title=title,
        sentence=sentence,
        period="Period as given with each figure",
        area=area,
        source=words.sources_named(source_ids),
        method=_METHOD,
        frame=pd.DataFrame([entry for entry in told if entry[1]], columns=["What", "Figure"]),
        html=html.definitions(told),
    )


def neighbourhood_profile(code: str) -> figures.Figure:
    """One neighbourhood: who its residents are registered with, its deprivation, its people."""
    row, names, lookup = _homes([code]), reads.area_names(), reads.lookup()
    own: list[dict[Any, Any]] = lookup[lookup["lsoa11_code"] == code].to_dict("records")
    indices = {edition: _decile_words(code, [part["lsoa21_code"] for part in own], edition) for edition in _EDITIONS}
    told = [
        ("Registered with", _served(row)),
        ("Other lists", f"{formats.number(row[homes.OTHERS])} residents are on lists of other practices"),
        ("Deprivation", "; ".join(said for said in indices.values() if said) or formats.NO_DATA),
        ("Domains", _domains(code)),
        ("Residents", _residents(code)),
        ("Part of", f"{names[own[0]['msoa11_code']]}; ward of 2024: {names[own[0]['ward24_code']]}"),
    ]
    return _figure(
        code,
        names[code],
        _mostly(row),
        f"Neighbourhood {names[code]} ({code})",
        [_registrations(), *(_index_source(edition) for edition in _EDITIONS), _residents_source()],
        told,
    )


def _homes(codes: list[str]) -> dict[str, float]:
    """Patients living in these neighbourhoods together: by network, on other lists, on the four networks' lists."""
    rows = homes.by_place().loc[codes, [*_networks(), homes.OTHERS, "networks"]]
    return {str(name): float(total) for name, total in rows.sum().items()}


def _networks() -> list[str]:
    return [str(code) for code in reads.networks()["area_code"]]


def _served(row: dict[str, float]) -> str:
    """`South 812 (60%); Central 300 (22%); … 1 July 2022`, the largest first."""
    ordered = sorted(_networks(), key=lambda code: -row[code])
    shares = [
        f"{reads.area_name(code)} {formats.number(row[code])} ({formats.number(row[code] / row['networks'] * 100)}%)"
        for code in ordered
    ]
    return f"{'; '.join(shares)}. {formats.day(homes.registered_on())}"


def _mostly(row: dict[str, float]) -> str:
    first = max(_networks(), key=lambda code: row[code])
    return (
        f"Of {formats.number(row['networks'])} residents on the four networks’ lists, {formats.number(row[first])} are "
        f"on {reads.area_name(first)}’s."
    )


def _registrations() -> str:
    return str(reads.registrations()["source_id"].iloc[0])


def _index_source(edition: str) -> str:
    return str(reads.deprivation(edition)["source_id"].iloc[0])


def _residents_source() -> str:
    return str(reads.mid_year_residents()["source_id"].iloc[-1])


def _residents(code: str) -> str:
    rows = reads.mid_year_residents()
    own = rows[rows["area_code"] == code].sort_values("year").to_dict("records")
    return f"{formats.number(own[-1]['population'])}, mid-{own[-1]['year']} estimate" if own else formats.NO_DATA


def _decile_words(code: str, parts: list[str], edition: str) -> str:
    """`1st tenth of England in 2019`; of its parts where it was split before that edition; empty where not held."""
    rows = reads.deprivation(edition)
    held: dict[Any, Any] = rows[rows["domain"] == "imd"].set_index("area_code")["decile"].to_dict()
    told = []
    for one in [code] if code in held else [part for part in parts if part in held]:
        where = "" if one == code else f"{reads.area_name(one)} "
        told.append(f"{where}{sentences.ordinal(int(held[one]))} tenth of England in {edition}")
    return "; ".join(told)


def _domains(code: str) -> str:
    edition = _EDITIONS[0]
    rows = reads.deprivation(edition)
    own = rows[(rows["area_code"] == code) & rows["domain"].isin(_DOMAINS) & (rows["decile"] <= _DEPRIVED)]
    named = [
        f"{_DOMAINS[row['domain']]} ({sentences.ordinal(int(row['decile']))})"
        for row in own.sort_values("decile").to_dict("records")
    ]
    if not named:
        return f"None in the two most deprived tenths ({edition})"
    return f"In the two most deprived tenths ({edition}): {sentences.listed(named)}"


def middle_profile(code: str) -> figures.Figure:
    """One middle-layer area: its neighbourhoods and who serves them."""
    lookup, names = reads.lookup(), reads.area_names()
    own = sorted(str(one) for one in lookup.loc[lookup["msoa11_code"] == code, "lsoa11_code"].unique())
    row = _homes(own)
    told = [("Registered with", _served(row)), ("Neighbourhoods", sentences.listed([names[one] for one in own]))]
    area = f"Middle-layer area {names[code]} ({code})"
    return _figure(code, names[code], _mostly(row), area, [_registrations()], told)


def practice_profile(code: str) -> figures.Figure:
    """One practice in brief: its names, its list, what became of it."""
    known = reads.practices()
    row: dict[Any, Any] = known[known["practice_code"] == code].to_dict("records")[0]
    size = _list(code)
    patients = f"{formats.number(size['patients'])} on {formats.day(size['date'])}" if size else formats.NO_DATA
    active = row["status"] == "active"
    told = [
        ("Care community", str(row["network_short_name"])),
        ("In the plan", f"{row['plan_name']}, number {int(row['map_key'])}"),
        ("In the register", f"{row['name']}, {code}"),
        ("Registered patients", patients if active else f"{patients}: the last count held"),
        ("Status", "Open" if active else marks.what_became(code)),
        ("Address", f"{row['address']}, {row['postcode']}"),
        ("To know", str(row["note"]) if isinstance(row["note"], str) else ""),
    ]
    sources = [str(row["source_id"]), *([str(size["source_id"])] if size else [])]
    area = f"GP practice {row['name']} ({code})"
    return _figure(code, str(row["short_name"]), f"{row['short_name']}: {marks.said()[code]}", area, sources, told)


def _list(code: str) -> dict[Any, Any]:
    """The latest list of a practice or network; empty where none is held."""
    held = reads.registered_patients()
    return next(iter(held[held["area_code"] == code].to_dict("records")), {})


def community_profile(code: str) -> figures.Figure:
    """One care community in brief: its list, its practices, where its patients live, their deprivation."""
    name, size, day = reads.area_name(code), _list(code), formats.day(homes.registered_on())
    rows, lists = homes.patients(), homes.by_place()
    own, led = rows[rows["network_code"] == code], lists[lists["leading"] == code]
    known = own.dropna(subset=["decile"])
    deprived = known.loc[known["decile"] <= _DEPRIVED, "patients"].sum()
    practices = reads.practices()
    of_plan = practices[(practices["network_code"] == code) & practices["map_key"].notna()]
    told = [
        ("Registered patients", f"{formats.number(size['patients'])} on {formats.day(size['date'])}"),
        ("Practices", f"{(of_plan['status'] == 'active').sum()} of the plan’s {len(of_plan)} are open"),
        ("Most deprived fifth", f"{_of(deprived, known['patients'].sum())} live there. {day}, IMD {_EDITIONS[0]}"),
        ("Live where it leads", f"{_of(led[code].sum(), lists[code].sum())} who live in the borough. {day}"),
        ("Leads in", f"{sentences.count_words(len(led), 'neighbourhood')} of {len(lists)}"),
    ]
    return _figure(
        code,
        f"{name} care community",
        f"{name} has {formats.number(size['patients'])} registered patients on {formats.day(size['date'])}.",
        f"Patients registered with {name}’s practices",
        [str(size["source_id"]), _registrations(), _index_source(_EDITIONS[0]), str(of_plan["source_id"].iloc[0])],
        told,
    )


def _of(part: float, whole: float) -> str:
    return f"{formats.number(part / whole * 100, 1)}%: {formats.number(part)} of {formats.number(whole)} patients"
