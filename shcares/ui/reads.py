"""Every question a page asks of the store, asked once and kept for all sessions.

What comes back is shared: readers never change it (pandas 3 copies on write, so a slice may be worked on freely).
"""

from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.periods import parse_period
from shcares.domain.vocabulary import AreaType, Level, YearType
from shcares.store import queries
from shcares.store.connection import Store
from shcares.style import formats
from shcares.ui import lineage, opening

BLOCK = 16
"""How many indicators' values are asked for at once."""
_UNSEARCHED = str.maketrans("", "", "-‐–’'")


def _store() -> Store:
    return opening.store()


@lineage.remember()
def build_info() -> queries.BuildInfo:
    """Digest and data date of the open store."""
    return queries.build_info(_store())


def gathered() -> str:
    """`Sources last copied on 22 November 2026.`: the day the newest copy of a source was taken."""
    newest = build_info().data_date
    return f"Sources last copied on {formats.day(newest)}." if newest else ""


@lineage.remember()
def plan() -> Any:
    """The plan's own words about itself."""
    return next(queries.plan(_store()).itertuples(index=False))


@lineage.remember()
def priorities() -> pd.DataFrame:
    """The three priorities in order."""
    return queries.priorities(_store())


@lineage.remember()
def priority_titles() -> dict[str, str]:
    """Priority ids to titles, in the plan's order."""
    return dict(zip(priorities()["priority_id"], priorities()["title"], strict=True))


@lineage.remember()
def objectives(priority_id: str) -> dict[str, str]:
    """The letters and words of a priority's objectives, in order."""
    known = queries.objectives(_store())
    own = known[known["priority_id"] == priority_id]
    return dict(zip(own["letter"], own["text"], strict=True))


@lineage.remember()
def key_measures() -> pd.DataFrame:
    """Every row of the plan's key-measure tables."""
    return queries.key_measures(_store())


@lineage.remember()
def measure_flags() -> pd.DataFrame:
    """The notes on the plan's measures."""
    return queries.measure_flags(_store())


@lineage.remember()
def supporting(priority_id: str) -> dict[str, tuple[str, ...]]:
    """Headings to the ids of the borough's indicators shown around a priority's key measures, both in order."""
    known = queries.priority_supporting(_store())
    rows = known[known["priority_id"] == priority_id]
    return {str(heading): tuple(part["indicator_id"]) for heading, part in rows.groupby("heading", sort=False)}


@lineage.remember()
def registers(priority_id: str) -> tuple[str, ...]:
    """The practice registers that bear on a priority, in order."""
    known = queries.priority_registers(_store())
    return tuple(known.loc[known["priority_id"] == priority_id, "indicator_id"])


@lineage.remember()
def flags() -> pd.DataFrame:
    """Every note on the plan's figures."""
    return queries.flags(_store())


@lineage.remember()
def plan_sections() -> pd.DataFrame:
    """The plan's sections in order; a number may occur twice, as printed."""
    return queries.plan_sections(_store())


@lineage.remember()
def networks() -> pd.DataFrame:
    """The four networks by the name of their care community."""
    return queries.areas(_store(), [AreaType.NETWORK])


@lineage.remember()
def area_names() -> dict[str, str]:
    """Every area's name on screen."""
    frame = queries.areas(_store())
    return dict(zip(frame["area_code"], frame["short_name"], strict=True))


@lineage.remember()
def continued_as() -> dict[str, str]:
    """Codes of areas that go on whole under another, to the code of today."""
    known = queries.areas(_store()).dropna(subset=["continued_as"])
    return dict(zip(known["area_code"], known["continued_as"], strict=True))


@lineage.remember()
def codes_of(area_type: AreaType) -> tuple[str, ...]:
    """The codes of all areas of one type."""
    return tuple(queries.areas(_store(), [area_type])["area_code"])


def area_name(area_code: str) -> str:
    """One area's name on screen."""
    return area_names()[area_code]


@lineage.remember()
def indicators() -> pd.DataFrame:
    """Every indicator with its source, and `haystack`: all its words and the plan's words for it, in lower case."""
    known = queries.indicators(_store())
    measures = key_measures().dropna(subset=["indicator_id"])
    printed = measures.groupby("indicator_id")["printed"].agg(" ".join)
    columns = ["indicator_id", "name", "short_name", "definition", "why", "publisher", "dataset", "external_id"]
    words = known[columns].fillna("").astype(str).agg(" ".join, axis=1)
    said = known["indicator_id"].map(printed).fillna("")
    next_due = known["next_due"].map(_due)
    return known.assign(haystack=(words + " " + said).map(searchable), in_plan=said != "", next_due_text=next_due)


def searchable(text: str) -> str:
    """Lower case without hyphens and apostrophes, so that `selfharm` finds self-harm."""
    return text.lower().translate(_UNSEARCHED)


def _due(day: Any) -> str:
    if pd.isna(day):
        return ""
    newest = build_info().data_date
    late = newest is not None and day.date() <= newest
    return f"{formats.day(day)}{', so newer figures may exist' if late else ''}"


@lineage.remember()
def indicator(indicator_id: str) -> dict[str, Any]:
    """One indicator's declaration."""
    known = indicators()
    return dict(known[known["indicator_id"] == indicator_id].iloc[0])


@lineage.remember()
def indicator_texts(indicator_id: str) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Breaks, notes and the plan's flags of one indicator."""
    breaks, notes, noted = (told[told["indicator_id"] == indicator_id] for told in _all_texts())
    return breaks, notes, noted


@lineage.remember()
def _all_texts() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    store = _store()
    return queries.indicator_breaks(store), queries.indicator_notes(store), queries.indicator_flags(store)


@lineage.remember(max_entries=400)
def observations(indicator_id: str) -> pd.DataFrame:
    """All values of one indicator, with `at` (mid-date of the period) and `run` (changes at each break of series)."""
    with lineage.asking("observations", indicator_ids=[indicator_id], area_codes=None, headline_only=False):
        return _block(_block_of()[indicator_id])[indicator_id]


@lineage.remember()
def _block_of() -> dict[str, int]:
    return {indicator_id: place // BLOCK for place, indicator_id in enumerate(indicators()["indicator_id"])}


@lineage.remember()
def _block(number: int) -> dict[str, pd.DataFrame]:
    """The values of some indicators at once: one question for many costs little more than one for each."""
    ids = [indicator_id for indicator_id, own in _block_of().items() if own == number]
    rows = queries.observations(_store(), ids)
    half = (rows["period_end"] - rows["period_start"]) / 2
    dated = rows.assign(at=rows["period_start"] + half, run=_holes(rows) + _breaks(rows))
    none = dated.iloc[:0]
    held = {str(indicator_id): own.reset_index(drop=True) for indicator_id, own in dated.groupby("indicator_id")}
    return {indicator_id: held.get(indicator_id, none) for indicator_id in ids}


def _breaks(rows: pd.DataFrame) -> pd.Series:
    """Counts up at each declared break of an indicator's series."""
    passed = pd.Series(0, index=rows.index)
    for one in _all_texts()[0].itertuples(index=False):
        own = rows["indicator_id"] == one.indicator_id
        if own.any():
            start = pd.Timestamp(
                parse_period(str(one.period), YearType(indicator(str(one.indicator_id))["year_type"])).start
            )
            passed += (own & (rows["period_start"] >= start)).astype(int)
    return passed


def _holes(rows: pd.DataFrame) -> pd.Series:
    """Counts up at each hole in a series, so that no line is drawn across years that were not published."""
    columns = ("indicator_id", "area_code", "sex", "age", "category_type", "category")
    key = [rows[column].fillna("") for column in columns]
    step = rows["period_start"].groupby(key).diff()
    usual = step.groupby(key).transform("min")
    return (step > usual * 1.5).groupby(key).cumsum().astype(int)


@lineage.remember(max_entries=4000)
def series(indicator_id: str, area_code: str) -> pd.DataFrame:
    """An area's main values over time: the headline age, no breakdown, persons, or both sexes where only they exist."""
    about = indicator(indicator_id)
    rows = observations(indicator_id)
    sexes = ["Persons"] if about["headline_sex"] == "Persons" else ["Female", "Male"]
    main = (
        (rows["area_code"] == area_code)
        & (rows["age"] == about["headline_age"])
        & rows["category"].isna()
        & rows["sex"].isin(sexes)
        & rows["value"].notna()
    )
    chosen: pd.DataFrame = rows.loc[main]
    return chosen.sort_values(["sex", "period_end"])


@lineage.remember()
def members(level: Level, area_types: tuple[AreaType, ...]) -> pd.DataFrame:
    """The sexes, ages and categories of a level's indicators for these types of area, and their different values."""
    return queries.level_members(_store(), level, area_types)


@lineage.remember()
def topics() -> dict[str, str]:
    """Topic ids to names: the plan's priorities, then the focus areas of the contributions model."""
    focus = queries.focus_areas(_store())
    return priority_titles() | dict(zip(focus["focus_area_id"], focus["name"], strict=True))


@lineage.remember()
def sources() -> pd.DataFrame:
    """Every source."""
    return queries.sources(_store())


@lineage.remember()
def registered_patients() -> pd.DataFrame:
    """Latest registered patients of networks, practices and the whole place."""
    return queries.registered_patients(_store())


@lineage.remember()
def practices() -> pd.DataFrame:
    """The plan's practices and the networks' others."""
    return queries.practices(_store())


@lineage.remember()
def deprivation_of_residents(edition: str) -> pd.DataFrame:
    """Neighbourhoods and residents of the borough by national decile."""
    return queries.deprivation_of_residents(_store(), edition)


@lineage.remember()
def deprivation_of_patients() -> pd.DataFrame:
    """Registered patients of each network by national decile of where they live."""
    return queries.deprivation_of_patients(_store())


@lineage.remember()
def mid_year_residents() -> pd.DataFrame:
    """Residents of each neighbourhood of 2011, all ages, by the mid-year estimates held."""
    rows = queries.populations(_store(), lookup()["lsoa11_code"].unique().tolist(), basis="mid_year_estimate")
    people: pd.DataFrame = rows[(rows["sex"] == "Persons") & (rows["age_band"] == "All ages")]
    return people


@lineage.remember()
def registrations() -> pd.DataFrame:
    """Where the patients of every practice live: practice, network, neighbourhood (NaN where not known), patients."""
    return queries.registrations(_store())


@lineage.remember()
def deprivation(edition: str) -> pd.DataFrame:
    """Score, rank and decile of every area and domain held of one edition of the indices of deprivation."""
    return queries.deprivation(_store(), edition)


@lineage.remember()
def lookup() -> pd.DataFrame:
    """Which neighbourhoods of 2011 became which of 2021, and the areas they nest in."""
    return queries.lookup(_store())


@lineage.remember()
def boundaries(area_type: AreaType) -> pd.DataFrame:
    """Outlines of one type of area, as well-known binary."""
    return queries.boundaries(_store(), area_type)


@lineage.remember()
def place_labels() -> pd.DataFrame:
    """Towns and villages to name on a map."""
    return queries.place_labels(_store())


@lineage.remember()
def practice_events() -> pd.DataFrame:
    """Mergers, moves, closures and new names of practices."""
    return queries.practice_events(_store())


@lineage.remember()
def list_sizes(basis: str) -> pd.DataFrame:
    """Registered patients of every practice, network and comparator over time, on one basis."""
    return queries.list_sizes(_store(), basis=basis)


@lineage.remember()
def census_residents() -> tuple[int, int, str]:
    """Usual residents of the borough summed over its neighbourhoods, the year, and the source that counted them."""
    counted = queries.populations(_store(), list(lookup()["lsoa21_code"]), basis="census")
    rows = counted[(counted["sex"] == "Persons") & (counted["age_band"] == "All ages")]
    return int(rows["population"].sum()), int(rows["year"].iloc[0]), str(rows["source_id"].iloc[0])


@lineage.remember()
def census_bands() -> dict[str, int]:
    """Usual residents of the borough by five-year band, with `All ages`."""
    rows = queries.populations(_store(), [areas.ST_HELENS], basis="census")
    return dict(zip(rows["age_band"], rows["population"].astype(int), strict=True))


def census_year() -> int:
    """The year of the census behind `census_bands`."""
    return census_residents()[1]


def source(source_id: str) -> pd.Series:
    """One source."""
    known = sources()
    return known[known["source_id"] == source_id].iloc[0]


@lineage.remember()
def group_members(group_id: str) -> tuple[str, ...]:
    """The areas of a named group."""
    return tuple(queries.area_group(_store(), group_id)["area_code"])


@lineage.remember()
def group_name(group_id: str) -> str:
    """A group's name on screen."""
    return str(queries.area_group(_store(), group_id)["group_name"].iloc[0])


@lineage.remember()
def practice_network() -> dict[str, str]:
    """Practice code to network code."""
    known = practices().dropna(subset=["network_code"])
    return dict(zip(known["practice_code"], known["network_code"], strict=True))


@lineage.remember()
def census_neighbourhoods() -> pd.DataFrame:
    """Usual residents of each neighbourhood of 2021 in the borough, all ages, as the census counted them."""
    rows = queries.populations(_store(), lookup()["lsoa21_code"].unique().tolist(), basis="census")
    people: pd.DataFrame = rows[(rows["sex"] == "Persons") & (rows["age_band"] == "All ages")]
    return people


@lineage.remember()
def models() -> pd.DataFrame:
    """The models of what shapes health, the plan's first."""
    return queries.models(_store())


@lineage.remember()
def factors(model_id: str) -> pd.DataFrame:
    """The factors of a model in order."""
    return queries.factors(_store(), model_id)


@lineage.remember()
def focus_areas(model_id: str) -> pd.DataFrame:
    """The focus areas of a model in order, with the indicators that its composite stands on."""
    return queries.focus_areas(_store(), model_id)


@lineage.remember()
def standings(model_id: str) -> pd.DataFrame:
    """Where each authority stands on each indicator of a model."""
    return queries.standings(_store(), model_id)


@lineage.remember()
def composites(model_id: str) -> pd.DataFrame:
    """A model added up on its source's weights, for every authority."""
    return queries.composites(_store(), model_id)


@lineage.remember()
def plan_items(kind: str) -> pd.DataFrame:
    """The plan's statements of one kind, as printed."""
    return queries.plan_items(_store(), kind)


@lineage.remember()
def item_indicators(kind: str) -> pd.DataFrame:
    """The indicators that would show the plan's statements of one kind moving."""
    return queries.item_indicators(_store(), kind)
