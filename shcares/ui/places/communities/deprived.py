"""How deprived the neighbourhoods are that patients live in: fifths of England by the index, and its mean score."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.shares import shares_chart, shares_plot
from shcares.domain import areas
from shcares.stats.quantiles import weighted_mean
from shcares.style import formats, sentences
from shcares.style.palette import FIFTHS
from shcares.ui import figures, indicator_words, lineage, reads, recipes
from shcares.ui.places import homes
from shcares.ui.places.communities import overlap

PARTS = ("Most deprived fifth", "Second", "Middle", "Fourth", "Least deprived fifth")
_DECILES_A_FIFTH = 2
_ALL = "All four"
_METHOD = (
    "Each patient counts with the national tenth (2019 edition) of the neighbourhood the patient lives in, wherever "
    "that is in England; two tenths make a fifth. A neighbourhood is an LSOA of 2011. Patients whose neighbourhood is "
    "not known are in no share. The mean score weighs each neighbourhood’s score by the patients who live there; a "
    "higher score is more deprived. The index describes neighbourhoods, not the patients themselves. Every patient is "
    "counted, so there is no sampling error and no interval."
)


@dataclass(frozen=True)
class Fifths:
    """Patients of one list by England's fifths, the most deprived first, and those who are in none."""

    patients: tuple[int, ...]
    unknown: int
    not_ranked: int
    score: float

    @property
    def known(self) -> int:
        """Patients whose neighbourhood is known and ranked."""
        return sum(self.patients)

    @property
    def most_deprived(self) -> int:
        """Patients in the most deprived fifth."""
        return self.patients[0]

    @property
    def words(self) -> str:
        """`19,744 of 37,050 patients with a known neighbourhood (53.3%)`: those in the most deprived fifth."""
        return (
            f"{formats.number(self.most_deprived)} of {formats.number(self.known)} patients with a known neighbourhood "
            f"({self.share(self.most_deprived)})"
        )

    def share(self, people: int) -> str:
        """These as a share of the patients whose neighbourhood is known."""
        return overlap.percent(people, self.known)


@lineage.remember()
def by_fifth() -> dict[str, Fifths]:
    """Each network's patients, the list with the largest share in the most deprived fifth first, then all four's.

    All four stand under the borough's code. `unknown` have no neighbourhood on record; `not_ranked` have one that
    England's index does not hold, such as one in Wales.
    """
    rows = homes.patients()
    mine = rows[rows["network_code"].isin(overlap.codes())]
    each = {code: _fifths(mine[mine["network_code"] == code]) for code in overlap.codes()}
    ordered = sorted(each.items(), key=lambda entry: entry[1].most_deprived / entry[1].known, reverse=True)
    return dict(ordered) | {areas.ST_HELENS: _fifths(mine)}


def _fifths(rows: pd.DataFrame) -> Fifths:
    known = rows.dropna(subset=["decile"])
    fifth = (known["decile"].astype(int) + _DECILES_A_FIFTH - 1) // _DECILES_A_FIFTH
    counts = known["patients"].groupby(fifth).sum()
    unknown = int(rows.loc[rows["area_code"].isna(), "patients"].sum())
    score = weighted_mean(known["score"], known["patients"])
    return Fifths(
        patients=tuple(int(counts.get(place, 0)) for place in range(1, len(PARTS) + 1)),
        unknown=unknown,
        not_ranked=int(rows["patients"].sum()) - int(known["patients"].sum()) - unknown,
        score=float("nan") if score is None else score,
    )


@recipes.figure("CD", "community_deprivation", area_code=recipes.AREA)
def deprived_figure(area_code: str) -> figures.Figure:
    """The five fifths of the four communities and of all together, the chosen one said in the sentence."""
    held, mine = by_fifth(), by_fifth()[area_code]
    whose = "all four lists’ patients" if area_code == areas.ST_HELENS else f"{_name(area_code)}’s patients"
    drawn, order = _drawn(held), [_name(code) for code in held]
    washes = dict(zip(PARTS, reversed(FIFTHS), strict=True))
    chart = shares_chart(
        drawn,
        parts=washes,
        order=order,
        chosen=_name(area_code),
        finding=f"{mine.share(mine.most_deprived)} of {whose} lived in England’s most deprived fifth",
        subtitle=[
            f"% of patients with a known neighbourhood, by England’s fifths of them, {overlap.registered_on()}",
            "Index of Multiple Deprivation 2019; its mean score at the right",
        ],
    )
    return figures.Figure(
        id="communities-deprivation",
        title="Patients by deprivation of where they live",
        sentence=_sentence(area_code, held),
        period=f"Patients {overlap.registered_on()}, Index of Multiple Deprivation 2019",
        area="Patients of the four networks’ practices, wherever they live",
        source=indicator_words.sources_named(
            [*reads.registrations()["source_id"], *reads.deprivation("2019")["source_id"]]
        ),
        method=_METHOD,
        frame=_table(held),
        spec=house.spec(chart),
        plot=lambda: shares_plot(drawn, parts=washes, order=order, axis="% of patients with a known neighbourhood"),
        notes=(_left_out(held), "One in five of England’s neighbourhoods is in each fifth."),
    )


def _name(code: str) -> str:
    return _ALL if code == areas.ST_HELENS else reads.area_name(code)


def _drawn(held: Mapping[str, Fifths]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": _name(code),
            "part": part,
            "share": people / fifths.known * 100,
            "text": fifths.share(people),
            "said": f"{formats.number(people)} of {formats.number(fifths.known)} ({fifths.share(people)})",
            "end": f"score {formats.number(fifths.score, 1)}",
        }
        for code, fifths in held.items()
        for part, people in zip(PARTS, fifths.patients, strict=True)
    )


def _sentence(area_code: str, held: Mapping[str, Fifths]) -> str:
    """The chosen list first; the others beside it, the largest share first."""
    who = "All four communities together" if area_code == areas.ST_HELENS else _name(area_code)
    others = [code for code in held if code not in (area_code, areas.ST_HELENS)]
    beside = [f"{_name(code)} {held[code].share(held[code].most_deprived)}" for code in others]
    return (
        f"{who}: {held[area_code].words} lived in England’s most deprived fifth; their mean score is "
        f"{formats.number(held[area_code].score, 1)}. Beside that: {sentences.listed(beside)}."
    )


def _left_out(held: Mapping[str, Fifths]) -> str:
    whole = held[areas.ST_HELENS]
    each = [f"{_name(code)} {formats.number(held[code].unknown)}" for code in overlap.codes()]
    elsewhere = (
        f"{formats.number(whole.not_ranked)} live outside England and are in no share either"
        if whole.not_ranked
        else "no patient is recorded as living outside England"
    )
    return (
        f"Neighbourhood not known, in no share: {formats.number(whole.unknown)} patients ({sentences.listed(each)}); "
        f"{elsewhere}."
    )


def _table(held: Mapping[str, Fifths]) -> pd.DataFrame:
    rows = []
    for code, fifths in held.items():
        row: dict[str, Any] = {"List": _name(code), "Patients with a known neighbourhood": fifths.known}
        for part, people in zip(PARTS, fifths.patients, strict=True):
            row |= {f"{part}, patients": people, f"{part}, %": round(people / fifths.known * 100, 1)}
        row |= {"Mean score": round(fifths.score, 1), "Neighbourhood not known": fifths.unknown}
        rows.append(row | {"Outside England": fifths.not_ranked})
    return pd.DataFrame(rows)
