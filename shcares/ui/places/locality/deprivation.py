"""The layer of deprivation: each neighbourhood's national decile in one edition and domain of the index."""

from typing import Any, NamedTuple

import pandas as pd

from shcares.charts import house
from shcares.charts.places import places_chart
from shcares.domain.vocabulary import AreaType
from shcares.style import formats, palette, sentences
from shcares.style.palette import Scheme
from shcares.ui import figures, lineage, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.places import shapes
from shcares.ui.places.locality import marks
from shcares.ui.places.locality.layer import KeyRow, Layer

_EDITIONS = ("2019", "2025", "2015", "2010")
_DOMAINS = {
    "imd": "all domains",
    "income": "income",
    "employment": "employment",
    "education": "education and skills",
    "health": "health and disability",
    "crime": "crime",
    "housing": "housing and services",
    "environment": "living environment",
    "idaci": "children in income-deprived homes",
    "idaopi": "older people in income-deprived homes",
}
EDITION = recipes.Part("edition", recipes.itself(lambda: _EDITIONS), 1, usual="2019")
DOMAIN = recipes.Part("domain", recipes.itself(lambda: _DOMAINS), 2, usual="imd")
_TENTHS = range(1, 11)
_ENDS = {1: ", most deprived", 2: " (1st and 2nd: most deprived fifth)", 10: ", least deprived"}
_METHOD = (
    "Every neighbourhood of England is ranked by its score, and the ranks are cut into ten equal groups: the 1st holds "
    "the most deprived tenth. A decile says where a place stands among others, not how far apart they are, and not "
    "that everyone who lives there is deprived. Editions differ in method, so a change of decile is a change of place "
    "in the order."
)


class Chosen(NamedTuple):
    """An edition and one of its domains."""

    edition: str
    domain: str

    @property
    def label(self) -> str:
        """`IMD 2019`, `IMD 2019: income`."""
        return f"IMD {self.edition}" + ("" if self.domain == "imd" else f": {_DOMAINS[self.domain]}")


@lineage.remember()
def options() -> dict[str, Chosen]:
    """Every edition and domain held, by label."""
    held = [
        Chosen(edition, domain)
        for edition in _EDITIONS
        for domain in _DOMAINS
        if domain in set(reads.deprivation(edition)["domain"])
    ]
    return {chosen.label: chosen for chosen in held}


@lineage.remember()
def layer(label: str, scheme: Scheme = Scheme.SAFE) -> Layer:
    """One edition and domain as tenths of England."""
    chosen = options()[label]
    rows = _of_the_borough(chosen)
    drawn = _with_outline(rows)
    tenths = dict(zip(_TENTHS, reversed(palette.map_tenths(scheme)), strict=True))
    return Layer(
        figure=map_figure(*chosen, scheme),
        finding=f"{_finding(rows)}, {chosen.label}",
        areas="small",
        fills={str(code): tenths[int(decile)] for code, decile in drawn["decile"].items()},
        said={str(code): _said(row) for code, row in drawn.to_dict("index").items()} | _unsaid(chosen) | marks.said(),
        unsaid="No figure is held.",
        key_title="Tenth of England’s neighbourhoods",
        key=[*(KeyRow(_tenth(decile), wash) for decile, wash in tenths.items()), KeyRow("No figure", None)],
        key_note=f"Index of Multiple Deprivation {chosen.edition}.",
        practices=marks.looks(""),
    )


def _tenth(decile: int) -> str:
    return f"{sentences.ordinal(decile)}{_ENDS.get(decile, '')}"


def _of_the_borough(chosen: Chosen) -> pd.DataFrame:
    """The borough's neighbourhoods of this edition; `shape` says which have an outline of their own."""
    rows = reads.deprivation(chosen.edition)
    lookup = reads.lookup()
    own = rows["area_code"].isin([*lookup["lsoa11_code"], *lookup["lsoa21_code"]]) & (rows["domain"] == chosen.domain)
    return rows[own].assign(shape=rows["area_code"].isin(lookup["lsoa11_code"]))


def _with_outline(rows: pd.DataFrame) -> pd.DataFrame:
    """Those that can be drawn, by their code."""
    return rows[rows["shape"]].set_index("area_code")


def _said(row: dict[Any, Any]) -> str:
    decile = int(row["decile"])
    return (
        f"In the {sentences.ordinal(decile)} tenth of England, 1st being the most deprived; "
        f"rank {formats.number(row['rank'])}."
    )


def _unsaid(chosen: Chosen) -> dict[str, str]:
    """Why a neighbourhood of 2011 has no figure of its own: it was split in 2021, or new in 2011."""
    rows = _of_the_borough(chosen).set_index("area_code")
    lookup = reads.lookup()
    said = {}
    for code, parts in lookup.groupby("lsoa11_code")["lsoa21_code"]:
        halves = [f"{reads.area_name(part)} {_said(rows.loc[part].to_dict())}" for part in parts if part in rows.index]
        if code not in rows.index:
            split = f"Split in 2021, and no outline of the parts is held. {' '.join(halves)}"
            said[str(code)] = split if halves else "No figure: this neighbourhood was new in 2011."
    return said


def _finding(rows: pd.DataFrame) -> str:
    deprived = int((rows["decile"] <= 2).sum())
    return f"{deprived} of {len(rows)} neighbourhoods are in the most deprived fifth of England"


@recipes.figure("MD", "map_deprivation", edition=EDITION, domain=DOMAIN)
def map_figure(edition: str, domain: str, scheme: Scheme = Scheme.SAFE) -> figures.Figure:
    """The table and the picture of one edition and domain. Raises UnknownFigureError where the two are not held."""
    chosen = Chosen(edition, domain)
    if chosen.label not in options():
        raise recipes.UnknownFigureError(f"{chosen.label} is not held; there are {', '.join(options())}.")
    rows = _of_the_borough(chosen)
    worst = int((rows["decile"] == 1).sum())
    return figures.Figure(
        id=f"deprivation-map-{chosen.edition}-{chosen.domain}",
        title=f"Deprivation, {chosen.label}",
        sentence=f"{_finding(rows)} by {chosen.label}; {worst} of them are in the most deprived tenth.",
        period=chosen.edition,
        area="Neighbourhoods (LSOA) of St Helens",
        source=words.sources_named(rows["source_id"]),
        method=_METHOD,
        frame=pd.DataFrame(
            {
                "Neighbourhood": rows["area_short_name"],
                "Tenth of England": rows["decile"],
                "Rank in England": rows["rank"],
                "Score": rows["score"],
            }
        ).sort_values("Rank in England"),
        still=lambda: _still(chosen, _finding(rows), _with_outline(rows), scheme),
    )


def _still(chosen: Chosen, finding: str, drawn: pd.DataFrame, scheme: Scheme) -> dict[str, Any]:
    tenths = {_tenth(decile): wash for decile, wash in zip(_TENTHS, reversed(palette.map_tenths(scheme)), strict=True)}
    mono = scheme is Scheme.MONO
    places = pd.DataFrame(
        {
            "area_code": drawn.index,
            "area": drawn["area_short_name"],
            "group": [_tenth(int(decile)) for decile in drawn["decile"]],
            "opacity": 1.0,
            "said": [_said(row) for row in drawn.to_dict("records")],
        }
    )
    chart = places_chart(
        places,
        outlines=shapes.outlines(AreaType.LSOA11),
        key={label: wash.on_paper if mono else wash.colour for label, wash in tenths.items()},
        shares=None if mono else {label: wash.share for label, wash in tenths.items()},
        finding=finding,
        subtitle=f"{chosen.label}, tenths of England’s neighbourhoods{shapes.without(drawn.index)}",
        labels=shapes.towns(),
    )
    return house.spec(chart)
