"""Domains of deprivation as complete counts: where each community's patients live, against all four together."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.stats.carried import Carried, counted_verdict
from shcares.stats.quantiles import weighted_mean
from shcares.ui import lineage, reads
from shcares.ui.places.communities import overlap
from shcares.ui.places.locality import deprivation

EDITION = "2019"
DOMAINS = {
    "income": ("Income", "income_deprivation"),
    "employment": ("Employment", "employment_deprivation"),
    "education": ("Education and skills", "deprivation_score_education"),
    "health": ("Early death and poor health", "deprivation_score_health"),
    "crime": ("Crime", "deprivation_score_crime"),
    "housing": ("Barriers to housing and services", "deprivation_score_housing_services"),
    "environment": ("Living environment", "deprivation_score_living_environment"),
}
"""Each domain, its name, and the borough's indicator of the same domain: it hangs on the same focus areas.

The overall index repeats the seven, and the two income domains for children and for older people repeat the first.
"""
LINES = {"fifth": 2, "tenth": 1}
"""Where England's most deprived is drawn, and the last tenth within."""


@lineage.remember()
def counts() -> pd.DataFrame:
    """A row for each domain and community.

    Columns: `id` (the domain), `name`, `network`, `focus_areas`, `patients` (with a neighbourhood known and ranked);
    `fifth`, `tenth` (those in England's most deprived of that domain), `fifth_share`, `tenth_share`, `score` (mean);
    `whole_` and the same of all four; `fifth_apart`, `tenth_apart` (points above the whole); `verdict`.
    """
    return pd.DataFrame(row for domain in DOMAINS for row in _rows(domain))


def _rows(domain: str) -> list[dict[str, Any]]:
    living = _living(domain)
    whole = _shares(living)
    name, declared = DOMAINS[domain]
    found = []
    for network in overlap.codes():
        own = _shares(living[living["network_code"] == network])
        apart = {f"{line}_apart": own[f"{line}_share"] - whole[f"{line}_share"] for line in LINES}
        found.append(
            {
                "id": domain,
                "name": name,
                "network": network,
                "focus_areas": reads.indicator(declared)["focus_areas"],
                **own,
                **{f"whole_{key}": value for key, value in whole.items()},
                **apart,
                "verdict": counted_verdict(list(apart.values())),
            }
        )
    return found


def _living(domain: str) -> pd.DataFrame:
    """Patients of the four networks with the decile and score of where they live; without the unknown and unranked."""
    rows, index = reads.registrations(), reads.deprivation(EDITION)
    ranked = index[index["domain"] == domain].set_index("area_code")
    mine = rows[rows["network_code"].isin(overlap.codes())]
    placed = mine.assign(decile=mine["area_code"].map(ranked["decile"]), score=mine["area_code"].map(ranked["score"]))
    return placed.dropna(subset=["decile"])


def _shares(rows: pd.DataFrame) -> dict[str, float]:
    people = float(rows["patients"].sum())
    deepest = {line: float(rows.loc[rows["decile"] <= last, "patients"].sum()) for line, last in LINES.items()}
    shares = {f"{line}_share": within / people * 100 for line, within in deepest.items()}
    score = weighted_mean(rows["score"], rows["patients"])
    return {"patients": people, **deepest, **shares, "score": float("nan") if score is None else score}


def of_community(network: str) -> pd.DataFrame:
    """The domains of one community, more first and less last; by points apart in the fifth within each."""
    rows = counts()
    mine = rows[rows["network"] == network]
    order = [Carried.MORE, Carried.CANNOT_TELL, Carried.ALIKE, Carried.LESS, Carried.NOT_COMPARED]
    place = mine["verdict"].map(order.index)
    ordered: pd.DataFrame = mine.assign(place=place).sort_values(["place", "fifth_apart"], ascending=[True, False])
    return ordered


def map_label(domain: str) -> str:
    """What the map calls a domain of this edition."""
    return deprivation.Chosen(EDITION, domain).label


def unknown() -> Mapping[str, int]:
    """Patients in no share, for want of a neighbourhood, by network; all four together under the borough's code."""
    rows = reads.registrations()
    mine = rows[rows["network_code"].isin(overlap.codes()) & rows["area_code"].isna()]
    each = mine.groupby("network_code")["patients"].sum()
    return {code: int(each.get(code, 0)) for code in overlap.codes()} | {areas.ST_HELENS: int(each.sum())}
