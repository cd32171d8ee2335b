"""How many people live in each tenth of England's neighbourhoods: edition by edition, domain by domain."""

from dataclasses import dataclass, replace

import pandas as pd

from shcares.domain import areas
from shcares.stats.suppression import LARGEST_HIDDEN_COUNT
from shcares.store import queries
from shcares.ui import lineage, opening, reads

TENTHS = tuple(range(1, 11))
OVERALL = "imd"
DOMAINS = {
    OVERALL: "All domains together",
    "income": "Income",
    "employment": "Employment",
    "education": "Education and skills",
    "health": "Health and disability",
    "crime": "Crime",
    "housing": "Housing and services",
    "environment": "Living environment",
    "idaci": "Income, affecting children",
    "idaopi": "Income, affecting older people",
}
PATIENTS_EDITION = "2019"
"""Patients are counted by neighbourhood of 2011; this is the newest edition on those."""
_DEPRIVED_TENTHS = 2
_COUNTED = {"census": "Census {}", "mid_year_estimate": "mid-{}", "imd_denominator": "mid-{}"}


@dataclass(frozen=True)
class Basis:
    """One edition of the index, and which count of residents is laid over it."""

    edition: str
    year: int
    counted: str

    @property
    def when(self) -> str:
        """`mid-2020`, `Census 2021`: the count of residents."""
        return _COUNTED[self.counted].format(self.year)

    @property
    def label(self) -> str:
        """`Index of 2019, residents of mid-2020`."""
        return f"Index of {self.edition}, residents of {self.when}"


BASES = (
    Basis("2019", 2020, "mid_year_estimate"),
    Basis("2025", 2021, "census"),
    Basis("2019", 2019, "mid_year_estimate"),
    Basis("2019", 2015, "imd_denominator"),
    Basis("2015", 2015, "imd_denominator"),
    Basis("2010", 2015, "imd_denominator"),
)
"""Every edition with the counts held on its neighbourhoods: the count nearest in time, and for 2019 all of them."""
NEWEST, OLDEST_TO_NEWEST = BASES[1], (BASES[5], BASES[4], BASES[3], BASES[1])


@dataclass(frozen=True, eq=False)
class Tenths:
    """People by tenth, the most deprived first: `table` has decile, areas, people, share (in percent)."""

    table: pd.DataFrame
    unplaced: int
    sources: tuple[str, ...]
    hides: bool = False
    """Whether counts are not shown, only rounded shares: some tenth of some list holds too few patients."""

    @property
    def shown(self) -> pd.DataFrame:
        """The table as it may be shown: without counts, and with shares too coarse to give one away, where it hides."""
        if not self.hides:
            return self.table
        return self.table.assign(areas=None, people=None, share=self.table["share"].round(1))

    @property
    def people(self) -> int:
        """Everybody who is in a tenth."""
        return int(self.table["people"].sum())

    @property
    def deprived(self) -> int:
        """People in the two most deprived tenths, the most deprived fifth."""
        return int(self.table["people"].head(_DEPRIVED_TENTHS).sum())

    @property
    def deprived_share(self) -> float:
        """These, in percent of everybody who is in a tenth."""
        return self.deprived / self.people * 100


def by_label() -> dict[str, Basis]:
    """Every basis by its words."""
    return {basis.label: basis for basis in BASES}


@lineage.remember()
def domains_of(edition: str) -> dict[str, str]:
    """The domains held of an edition, the overall index first."""
    rows = reads.deprivation(edition)
    held = set(rows.loc[rows["area_code"].isin(borough_areas(edition)), "domain"])
    return {domain: name for domain, name in DOMAINS.items() if domain in held}


@lineage.remember()
def borough_areas(edition: str) -> frozenset[str]:
    """The borough's neighbourhoods on the boundaries of an edition."""
    return frozenset(reads.lookup()["lsoa21_code" if edition == NEWEST.edition else "lsoa11_code"])


@lineage.remember()
def people_of(basis: Basis) -> pd.DataFrame:
    """Residents of every neighbourhood, all ages, by area code: `population`, `source_id`."""
    rows = queries.populations(opening.store(), sorted(borough_areas(basis.edition)), basis=basis.counted)
    everyone = (rows["sex"] == "Persons") & (rows["age_band"] == "All ages") & (rows["year"] == basis.year)
    return rows[everyone].set_index("area_code")[["population", "source_id"]]


@lineage.remember()
def index_of(edition: str, domain: str) -> pd.DataFrame:
    """The borough's neighbourhoods in one domain, by area code: score, rank, decile, source_id."""
    rows = reads.deprivation(edition)
    mine = (rows["domain"] == domain) & rows["area_code"].isin(borough_areas(edition))
    return rows[mine].set_index("area_code")


@lineage.remember()
def residents(basis: Basis, domain: str) -> Tenths:
    """The borough's residents by tenth; `unplaced` live where this edition holds no figure."""
    people, index = people_of(basis), index_of(basis.edition, domain)
    counted = people.assign(decile=index["decile"].reindex(people.index))
    named = (*index["source_id"].unique(), *people["source_id"].unique())
    return _tenths(counted["decile"], counted["population"], counted.index.to_series(), named)


@lineage.remember()
def patients(area_code: str, domain: str) -> Tenths:
    """Patients of a community's practices, or of all four for the borough, by tenth of where they live in England.

    Where one list has a small count every list hides its counts, as the sum of all four would give it away.
    """
    lists = [_patients(str(code), domain).table["people"] for code in reads.networks()["area_code"]]
    few = any(((people > 0) & (people <= LARGEST_HIDDEN_COUNT)).any() for people in lists)
    return replace(_patients(area_code, domain), hides=few)


@lineage.remember()
def _patients(area_code: str, domain: str) -> Tenths:
    networks = reads.networks()["area_code"].tolist() if area_code == areas.ST_HELENS else [area_code]
    rows = reads.registrations()
    mine = rows[rows["network_code"].isin(networks)]
    index = reads.deprivation(PATIENTS_EDITION)
    index = index[index["domain"] == domain].set_index("area_code")
    named = (*index["source_id"].unique(), *mine["source_id"].unique())
    return _tenths(mine["area_code"].map(index["decile"]), mine["patients"], mine["area_code"], named)


def _tenths(deciles: pd.Series, people: pd.Series, codes: pd.Series, sources: tuple[str, ...]) -> Tenths:
    known = deciles.notna()
    tenth = deciles[known].astype(int)
    counted = {"areas": codes[known].groupby(tenth).nunique(), "people": people[known].groupby(tenth).sum()}
    held = pd.DataFrame(counted).reindex(list(TENTHS), fill_value=0)
    table = held.rename_axis("decile").reset_index()
    table = table.assign(share=table["people"] / table["people"].sum() * 100)
    return Tenths(table, int(people[~known].sum()), sources)
