"""People by tenth of England's neighbourhoods: one choice in columns, then domains, editions and lists side by side."""

import pandas as pd

from shcares.charts import house
from shcares.charts.tenths import tenths_chart, tenths_plot
from shcares.domain import areas
from shcares.style import formats, palette, sentences
from shcares.ui import figures, indicator_words, reads, recipes
from shcares.ui.inequalities.gradient.residents import (
    BASES,
    DOMAINS,
    NEWEST,
    OLDEST_TO_NEWEST,
    OVERALL,
    PATIENTS_EDITION,
    TENTHS,
    Basis,
    Tenths,
    by_label,
    domains_of,
    patients,
    residents,
)
from shcares.ui.inequalities.gradient.side_by_side import METHOD, counted, said, side_by_side, tenth_name
from shcares.ui.places import homes

_HIGHEST = 32
_EVEN = 100 / len(TENTHS)
_PATIENTS = (
    "Patients count wherever they live in England, by the index of 2019: their neighbourhoods are known on the "
    "boundaries of 2011 only. Patients of unknown neighbourhood are in no tenth."
)
_HIDDEN = "Counts are not shown, only rounded shares: in this domain some tenths hold very few patients."
_BASIS = recipes.Part("basis", by_label, 2, usual=BASES[0].label)
_DOMAIN = recipes.Part("domain", recipes.itself(lambda: DOMAINS), 2, usual=OVERALL)
_BESIDE = "St Helens residents"


def _refuse_unless_held(edition: str, domain: str) -> None:
    held = domains_of(edition)
    if domain not in held:
        raise recipes.UnknownFigureError(f"{domain} is not held of the index of {edition}: only {', '.join(held)}")


@recipes.figure("NT", "tenths", max_entries=200, area_code=recipes.AREA, basis=_BASIS, domain=_DOMAIN)
def tenths_figure(area_code: str, basis: Basis, domain: str) -> figures.Figure:
    """Residents of the borough by tenth; of a community its patients, the borough's residents beside them."""
    _refuse_unless_held(basis.edition, domain)
    everyone = residents(basis, domain)
    own = area_code != areas.ST_HELENS and basis.edition == PATIENTS_EDITION
    held = patients(area_code, domain) if own else everyone
    who = f"{reads.area_name(area_code)}’s patients" if own else _BESIDE
    drawn, beside = _drawn(held, everyone if own else None), _BESIDE if own else ""
    share = formats.number(held.deprived_share, 1)
    chart = tenths_chart(
        drawn,
        washes=tuple(reversed(palette.MAP_TENTHS)),
        highest=_HIGHEST,
        beside=beside,
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
        plot=lambda: tenths_plot(drawn, beside=beside, axis=f"% by national tenth, {_words(basis, domain)}", name=who),
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
            "text": ["none" if people == 0 else f"{formats.number(share, 1)}%" for share, people in counted(table)],
            "said": said(table),
            "beside": float("nan") if beside is None else beside,
        }
    )


def _table(held: Tenths, who: str, everyone: Tenths | None) -> pd.DataFrame:
    """A row a tenth and their sum."""
    parts = {who: held} | ({} if everyone is None else {_BESIDE: everyone})
    rows = pd.DataFrame({"Tenth of England": [*map(tenth_name, TENTHS), "All tenths"]})
    for name, part in parts.items():
        table = part.shown
        areas_held = pd.NA if part.hides else int(table["areas"].sum())
        rows[f"{name}: neighbourhoods"] = pd.array([*table["areas"], areas_held], dtype="Int64")
        rows[f"{name}: people"] = pd.array([*table["people"], part.people], dtype="Int64")
        rows[f"{name}: %"] = [*table["share"].round(1), 100.0]
    return rows


@recipes.figure("ND", "domains", basis=_BASIS)
def domains_figure(basis: Basis) -> figures.Figure:
    """Every domain of one edition: where the borough stands deepest, first."""
    each = {name: residents(basis, domain) for domain, name in domains_of(basis.edition).items()}
    first = next(iter(each))
    rest = sorted(((name, held) for name, held in each.items() if name != first), key=_by_share, reverse=True)
    ordered = {first: each[first]} | dict(rest)
    return side_by_side(
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


@recipes.figure("NE", "editions")
def editions_figure() -> figures.Figure:
    """The four editions of the overall index, each over the count of residents nearest to it."""
    each = {f"{basis.edition}, {basis.when}": residents(basis, OVERALL) for basis in OLDEST_TO_NEWEST}
    shares = [f"{formats.number(held.deprived_share, 1)}% by {name.split(',')[0]}’s" for name, held in each.items()]
    left = residents(OLDEST_TO_NEWEST[0], OVERALL).unplaced
    return side_by_side(
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


@recipes.figure("NL", "lists_tenths", max_entries=60, area_code=recipes.AREA, domain=_DOMAIN)
def lists_figure(area_code: str, domain: str) -> figures.Figure:
    """The patients of each community, the most deprived list first, and of all four."""
    _refuse_unless_held(PATIENTS_EDITION, domain)
    codes = reads.networks()["area_code"].tolist()
    each = {f"{reads.area_name(code)}’s patients": patients(code, domain) for code in codes}
    ordered = dict(sorted(each.items(), key=_by_share, reverse=True))
    whole = patients(areas.ST_HELENS, domain)
    shares = [f"{name} {formats.number(held.deprived_share, 1)}%" for name, held in ordered.items()]
    day, index = _patients_day(), f"index of {PATIENTS_EDITION}"
    chosen = "All four together" if area_code == areas.ST_HELENS else f"{reads.area_name(area_code)}’s patients"
    return side_by_side(
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
