"""People by tenth of England's neighbourhoods: one choice in columns, then domains, editions and lists side by side."""

from collections.abc import Mapping

import pandas as pd

from shcares.charts import house
from shcares.charts.shares import shares_chart
from shcares.charts.tenths import tenths_chart
from shcares.domain import areas
from shcares.style import formats, palette, sentences
from shcares.ui import figures, indicator_words, lineage, reads
from shcares.ui.inequalities.gradient.residents import (
    DOMAINS,
    NEWEST,
    OLDEST_TO_NEWEST,
    OVERALL,
    PATIENTS_EDITION,
    TENTHS,
    Basis,
    Tenths,
    domains_of,
    patients,
    residents,
)
from shcares.ui.places import homes

_HIGHEST = 32
_PALEST, _STRONGEST = palette.FIFTHS[0], palette.FIFTHS[-1]
_STEP = (_STRONGEST.share - _PALEST.share) / (len(TENTHS) - 1)
_WASHES = tuple(palette.Wash(_STRONGEST.colour, _STRONGEST.share - _STEP * place) for place in range(len(TENTHS)))
_EVEN = 100 / len(TENTHS)
_END = "At the right of each bar: the two most deprived tenths together"
METHOD = (
    "Every neighbourhood of England is ranked by its score, and the ranks are cut into ten equal groups: these are "
    "national tenths, the 1st the most deprived. Each person counts with the tenth of the neighbourhood they live in. "
    "Everyone is counted, so there is no sampling error and no interval. The index describes neighbourhoods, not the "
    "people in them. Each edition ranks England anew by its own method, so editions are not a trend."
)
_PATIENTS = (
    "Patients count wherever they live in England, by the index of 2019: their neighbourhoods are known on the "
    "boundaries of 2011 only. Patients of unknown neighbourhood are in no tenth."
)
_HIDDEN = "Counts are not shown, only rounded shares: in this domain some tenths hold very few patients."


def tenth_name(decile: int) -> str:
    """`1st (most deprived)`, `2nd`."""
    ends = {TENTHS[0]: " (most deprived)", TENTHS[-1]: " (least deprived)"}
    return sentences.ordinal(decile) + ends.get(decile, "")


@lineage.remember(max_entries=200)
def tenths_figure(area_code: str, basis: Basis, domain: str) -> figures.Figure:
    """Residents of the borough by tenth; of a community its patients, the borough's residents beside them."""
    everyone = residents(basis, domain)
    own = area_code != areas.ST_HELENS and basis.edition == PATIENTS_EDITION
    held = patients(area_code, domain) if own else everyone
    who = f"{reads.area_name(area_code)}’s patients" if own else "St Helens residents"
    share = formats.number(held.deprived_share, 1)
    chart = tenths_chart(
        _drawn(held, everyone if own else None),
        washes=tuple(reversed(palette.MAP_TENTHS)),
        highest=_HIGHEST,
        beside="St Helens residents" if own else "",
        finding=f"{share}% of {who} live in England’s most deprived fifth",
        subtitle=[
            f"% by national tenth, {_words(basis, domain)}; an even spread would be {_EVEN:.0f}% in each",
            f"Short lines: St Helens residents, {basis.when}" if own else f"St Helens residents, {basis.when}",
        ],
    )
    return figures.Figure(
        id=f"gradient-tenths-{area_code}-{basis.edition}-{basis.year}-{domain}",
        title=f"{who} by tenth of deprivation",
        sentence=_sentence(held, who, basis, domain),
        period=f"{_patients_day()}; index of {basis.edition}" if own else basis.label,
        area=f"{who}, wherever they live" if own else "St Helens",
        source=indicator_words.sources_named([*held.sources, *everyone.sources]),
        method=f"{METHOD} {_PATIENTS}" if own else METHOD,
        frame=_table(held, who, everyone if own else None),
        spec=house.spec(chart),
        notes=tuple(note for note in (_unplaced(held, basis, own), _HIDDEN if held.hides else "") if note),
    )


def _words(basis: Basis, domain: str) -> str:
    return f"index of {basis.edition}" + ("" if domain == OVERALL else f": {DOMAINS[domain].lower()}")


def _patients_day() -> str:
    return f"Patients of {formats.day(homes.registered_on())}"


def _sentence(held: Tenths, who: str, basis: Basis, domain: str) -> str:
    return (
        f"{formats.number(held.deprived)} of {formats.number(held.people)} people "
        f"({formats.number(held.deprived_share, 1)}% of {who}) live in England’s two most deprived tenths of "
        f"neighbourhoods by the {_words(basis, domain)}."
    )


def _unplaced(held: Tenths, basis: Basis, own: bool) -> str:
    if not held.unplaced:
        return ""
    many = formats.number(held.unplaced)
    if own:
        return f"{many} patients are in no tenth: their neighbourhood is not known or lies outside England."
    return (
        f"{many} residents are in no tenth: the index of {basis.edition} was made on older boundaries and holds no "
        "figure for their neighbourhoods."
    )


def _drawn(held: Tenths, everyone: Tenths | None) -> pd.DataFrame:
    table = held.shown
    beside = None if everyone is None else everyone.table["share"]
    ends = {TENTHS[0]: "|most deprived", TENTHS[-1]: "|least deprived"}
    return pd.DataFrame(
        {
            "name": [sentences.ordinal(decile) + ends.get(decile, "") for decile in table["decile"]],
            "share": table["share"],
            "text": ["none" if people == 0 else f"{formats.number(share, 1)}%" for share, people in _counted(table)],
            "said": _said(table),
            "beside": float("nan") if beside is None else beside,
        }
    )


def _counted(table: pd.DataFrame) -> list[tuple[float, int | None]]:
    """Shares with their counts; None where counts are not shown."""
    people = [None if pd.isna(count) else int(count) for count in table["people"]]
    return list(zip(table["share"], people, strict=True))


def _said(table: pd.DataFrame) -> list[str]:
    return [
        f"{formats.number(share, 1)}%" if people is None else f"{formats.number(people)}, {formats.number(share, 1)}%"
        for share, people in _counted(table)
    ]


def _table(held: Tenths, who: str, everyone: Tenths | None) -> pd.DataFrame:
    """A row a tenth and their sum."""
    parts = {who: held} | ({} if everyone is None else {"St Helens residents": everyone})
    rows = pd.DataFrame({"Tenth of England": [*map(tenth_name, TENTHS), "All tenths"]})
    for name, part in parts.items():
        table = part.shown
        areas_held = pd.NA if part.hides else int(table["areas"].sum())
        rows[f"{name}: neighbourhoods"] = pd.array([*table["areas"], areas_held], dtype="Int64")
        rows[f"{name}: people"] = pd.array([*table["people"], part.people], dtype="Int64")
        rows[f"{name}: %"] = [*table["share"].round(1), 100.0]
    return rows


@lineage.remember()
def domains_figure(basis: Basis) -> figures.Figure:
    """Every domain of one edition: where the borough stands deepest, first."""
    each = {name: residents(basis, domain) for domain, name in domains_of(basis.edition).items()}
    first = next(iter(each))
    rest = sorted(((name, held) for name, held in each.items() if name != first), key=_by_share, reverse=True)
    ordered = {first: each[first]} | dict(rest)
    return _side_by_side(
        ordered,
        id=f"gradient-domains-{basis.edition}-{basis.year}",
        title="Residents by tenth in each domain of the index",
        sentence=_deepest(each[first], rest),
        heading=f"% of residents by national tenth, {basis.label.lower()}",
        period=basis.label,
        chosen=first,
    )


def _deepest(overall: Tenths, rest: list[tuple[str, Tenths]]) -> str:
    """The domain in which most residents live in a most deprived fifth, beside all domains together."""
    together = f"{formats.number(overall.deprived_share, 1)}%"
    if not rest:
        return f"{together} of residents live in England’s most deprived fifth; no domain of this edition is held."
    name, held = rest[0]
    return (
        f"By {name.lower()}, {formats.number(held.deprived_share, 1)}% of St Helens residents live in England’s most "
        f"deprived fifth of neighbourhoods; by all domains together, {together}."
    )


def _by_share(entry: tuple[str, Tenths]) -> float:
    return entry[1].deprived_share


@lineage.remember()
def editions_figure() -> figures.Figure:
    """The four editions of the overall index, each over the count of residents nearest to it."""
    each = {f"{basis.edition}, {basis.when}": residents(basis, OVERALL) for basis in OLDEST_TO_NEWEST}
    shares = [f"{formats.number(held.deprived_share, 1)}% by {name.split(',')[0]}’s" for name, held in each.items()]
    left = residents(OLDEST_TO_NEWEST[0], OVERALL).unplaced
    return _side_by_side(
        each,
        id="gradient-editions",
        title="Residents by tenth in the four editions of the index",
        sentence=f"In England’s most deprived fifth by each edition’s own ranks: {sentences.listed(shares)}.",
        heading="% of residents by national tenth, by edition and count of residents",
        period=f"Editions {OLDEST_TO_NEWEST[0].edition} to {NEWEST.edition}",
        chosen=f"{NEWEST.edition}, {NEWEST.when}",
        notes=(
            "Not a trend: each edition ranks England anew, with other measures and at times other boundaries.",
            f"{formats.number(left)} residents are in no tenth of {OLDEST_TO_NEWEST[0].edition}: their neighbourhoods "
            "were drawn later.",
            "No count of residents of before 2015 is held, so that count stands under both older editions.",
        ),
    )


@lineage.remember(max_entries=60)
def lists_figure(area_code: str, domain: str) -> figures.Figure:
    """The patients of each community, the most deprived list first, and of all four."""
    codes = reads.networks()["area_code"].tolist()
    each = {f"{reads.area_name(code)}’s patients": patients(code, domain) for code in codes}
    ordered = dict(sorted(each.items(), key=_by_share, reverse=True))
    whole = patients(areas.ST_HELENS, domain)
    shares = [f"{name} {formats.number(held.deprived_share, 1)}%" for name, held in ordered.items()]
    day, index = _patients_day(), f"index of {PATIENTS_EDITION}"
    chosen = "All four together" if area_code == areas.ST_HELENS else f"{reads.area_name(area_code)}’s patients"
    return _side_by_side(
        ordered | {"All four together": whole},
        id=f"gradient-lists-{area_code}-{domain}",
        title="The four care communities’ patients by tenth",
        sentence=f"In England’s most deprived fifth by {DOMAINS[domain].lower()}: {sentences.listed(shares)}.",
        heading=f"% of patients by national tenth, {day[:1].lower()}{day[1:]}; {index}: {DOMAINS[domain].lower()}",
        period=f"{day}; {index}",
        chosen=chosen,
        method=_PATIENTS,
        area="Patients of the four networks’ practices, wherever they live",
        notes=(
            f"{formats.number(whole.unplaced)} patients are in no tenth: neighbourhood not known, or not in England.",
            *((_HIDDEN,) if whole.hides else ()),
        ),
    )


def _side_by_side(
    each: Mapping[str, Tenths],
    *,
    id: str,
    title: str,
    sentence: str,
    heading: str,
    period: str,
    chosen: str,
    method: str = "",
    area: str = "St Helens",
    notes: tuple[str, ...] = (),
) -> figures.Figure:
    """Rows of ten parts, one a list of people."""
    chart = shares_chart(
        pd.concat([_parts(name, held) for name, held in each.items()], ignore_index=True),
        parts={tenth_name(decile): wash for decile, wash in zip(TENTHS, _WASHES, strict=True)},
        order=list(each),
        chosen=chosen,
        finding=title,
        subtitle=[heading, _END],
    )
    return figures.Figure(
        id=id,
        title=title,
        sentence=sentence,
        period=period,
        area=area,
        source=indicator_words.sources_named(source for held in each.values() for source in held.sources),
        method=f"{METHOD} {method}".strip(),
        frame=pd.DataFrame([_row(name, held) for name, held in each.items()]),
        spec=house.spec(chart),
        notes=notes,
    )


def _parts(name: str, held: Tenths) -> pd.DataFrame:
    table = held.shown
    return pd.DataFrame(
        {
            "name": name,
            "part": [tenth_name(decile) for decile in table["decile"]],
            "share": table["share"],
            "text": [formats.number(share) for share in table["share"]],
            "said": _said(table),
            "end": f"{formats.number(held.deprived_share, 1)}%",
        }
    )


def _row(name: str, held: Tenths) -> dict[str, str | int | float | None]:
    row: dict[str, str | int | float | None] = {"People": name, "In a tenth": held.people}
    for decile, (share, people) in zip(TENTHS, _counted(held.shown), strict=True):
        row |= {f"{tenth_name(decile)}, people": people, f"{tenth_name(decile)}, %": round(float(share), 1)}
    return row | {"Most deprived fifth, %": round(held.deprived_share, 1), "In no tenth": held.unplaced}
