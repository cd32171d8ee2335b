"""Where the four communities stand on every indicator they have counts of, against St Helens."""

from dataclasses import replace
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.domain import areas
from shcares.domain.vocabulary import Judgement
from shcares.stats.levels import CONFIDENCE_95
from shcares.stats.suppression import Band
from shcares.style import formats, sentences
from shcares.style.palette import COMPARATOR, Mark, Scheme, mark
from shcares.ui import figures, lineage, reads, recipes
from shcares.ui import indicator_words as said
from shcares.ui.places.communities import cells
from shcares.ui.places.communities.cells import Cell, Line
from shcares.ui.registers.changes import definition_notes
from shcares.ui.registers.counted import condition, topic
from shcares.ui.registers.looks import BAND_WORDS, look
from shcares.ui.registers.offered import age_sentence, left_out, of_communities
from shcares.ui.registers.register import Register

_TITLE = "The four care communities side by side"
_METHOD = (
    "Each indicator in the latest year with counts of the communities, which are sums over the practices of each "
    "network. Clearly higher or lower: the community’s whole 95% interval (Wilson, or as published) lies on one side "
    "of the value of St Helens sub-ICB; where the interval holds that value, chance could explain it. Where no St "
    "Helens figure is held, England stands in its place. No figure is adjusted for age. "
)
_SIDE = {Band.CLEARLY_HIGHER: 1, Band.CLEARLY_LOWER: -1}


@lineage.remember()
def level_answer(area_code: str) -> str:
    """On how many indicators a community, or each of them, is clearly higher or lower than St Helens."""
    counts = {code: _counts(code) for code in reads.networks()["area_code"]}
    total = len(_against_st_helens())
    if area_code in counts:
        higher, lower, unclear = counts[area_code]
        return (
            f"{reads.area_name(area_code)} is clearly higher than St Helens on {higher or 'none'} of {total} "
            f"indicators and clearly lower on {lower or 'none'}; on {unclear or 'none'} chance could explain it."
        )
    sides = [
        ", ".join(f"{reads.area_name(code)} {told[side] or 'none'}" for code, told in counts.items()) for side in (0, 1)
    ]
    return f"Of {total} indicators, clearly higher than St Helens: {sides[0]}. Clearly lower: {sides[1]}."


def _against_st_helens() -> list[Register]:
    return [held for held in of_communities() if held.benchmark.name == "St Helens"]


def _counts(network: str) -> tuple[int, int, int]:
    found = [
        Band(band)
        for held in _against_st_helens()
        for band in held.networks.loc[held.networks["network"] == network, "band"]
    ]
    return (
        found.count(Band.CLEARLY_HIGHER),
        found.count(Band.CLEARLY_LOWER),
        found.count(Band.CANNOT_TELL),
    )


@recipes.figure("LV", "levels", area_code=recipes.AREA)
def levels_figure(area_code: str, scheme: Scheme) -> figures.Figure:
    """The table of every indicator by community, with one community's column boxed."""
    whole = _unboxed(scheme)
    html = cells.table_html(_lines(scheme), area_code, _TITLE, _legend(scheme))
    return replace(whole, html=html, identity=f"{whole.identity}-{area_code}")


@lineage.remember()
def _lines(scheme: Scheme) -> list[Line]:
    return cells.in_order(_line(held, scheme) for held in of_communities())


@lineage.remember()
def _unboxed(scheme: Scheme) -> figures.Figure:
    """What is the same whichever community is chosen."""
    shown = of_communities()
    years = sentences.listed(sorted({held.period for held in shown}))
    return figures.Figure(
        id="communities-beside",
        title=_TITLE,
        sentence=_sentence(),
        period=f"Latest year with counts of each indicator: {years}",
        area="The four care communities, St Helens sub-ICB and England",
        source=said.sources_of(pd.concat([held.networks for held in shown]), shown[0].about),
        method=_METHOD,
        frame=pd.concat([_table(held) for held in shown], ignore_index=True),
        spec=house.spec(cells.picture(_lines(scheme), _TITLE, "Each against St Helens, which counts all four")),
        picture_columns=("Indicator", "Unit", "Area", "Value", "Lower 95% limit", "Upper 95% limit", "Band"),
        notes=_notes(shown),
    )


def _line(held: Register, scheme: Scheme) -> Line:
    against = "" if held.benchmark.name == "St Helens" else f", against {held.benchmark.name}"
    unit = "" if held.about["unit_label"] == "%" else f" · {held.about['unit_label']}"
    drawn = tuple(_cell(code, held, scheme) for code in cells.columns())
    return Line(cells.heading_of(held), topic(held.about), f"{held.period}{against}{unit}", drawn)


def _cell(area_code: str, held: Register, scheme: Scheme) -> Cell:
    if area_code == areas.SUB_ICB:
        return _whole(area_code, held)
    if area_code == areas.ENGLAND:
        return Cell(area_code, formats.NO_DATA if held.england is None else held.percent(held.england))
    mine = held.networks[held.networks["network"] == area_code].to_dict("records")
    if not mine:
        return Cell(area_code, formats.NO_DATA)
    row, band = mine[0], Band(mine[0]["band"])
    drawn = look(band, Judgement(row["judgement"]), area_code, scheme)
    return Cell(area_code, held.percent(row["value"]), _told(row, held), drawn, _SIDE.get(band, 0))


def _whole(area_code: str, held: Register) -> Cell:
    whole = held.benchmark
    if whole.name != "St Helens":
        return Cell(area_code, formats.NO_DATA)
    row = {"count": whole.count, "denominator": whole.denominator}
    return Cell(area_code, held.percent(whole.value), held.of_patients(row))


def _told(row: dict[Any, Any], held: Register) -> str:
    limits = formats.interval(row["lower_ci"], row["upper_ci"], held.about["decimals"])
    return f"{held.of_patients(row)}; 95% interval {limits}"


def _legend(scheme: Scheme) -> str:
    plain = [
        (Mark(COMPARATOR, drawn.ink, drawn.icon, drawn.word), word)
        for judged, word in (
            (Judgement.HIGHER, "clearly higher"),
            (Judgement.LOWER, "clearly lower"),
            (Judgement.SIMILAR, "can't tell"),
        )
        for drawn in [mark(judged, scheme)]
    ]
    sided = [(mark(judged, scheme), f"clearly {judged}") for judged in (Judgement.BETTER, Judgement.WORSE)]
    return cells.legend_html("Against St Helens:", [*plain, *sided])


def _sentence() -> str:
    total = len(_against_st_helens()) * len(reads.networks())
    apart = sum(sum(_counts(code)[:2]) for code in reads.networks()["area_code"])
    return (
        f"Of {total} figures that can be read against St Helens, {apart} are clearly higher or lower; chance alone "
        f"would put about {(1 - CONFIDENCE_95) * total:.0f} there. {age_sentence(of_communities())}"
    )


def _notes(shown: tuple[Register, ...]) -> tuple[str, ...]:
    largest = shown[0].networks.sort_values("denominator").to_dict("records")[-1]
    inside = (
        "St Helens counts the patients of all four communities, which draws its figure towards theirs, "
        f"most of all towards that of {largest['community']}, the largest."
    )
    unsided = "A register counts patients found and recorded, so neither side of it is good or bad."
    elsewhere = [condition(held.about) for held in shown if held.benchmark.name != "St Helens"]
    england = f"Read against England, for want of a St Helens figure: {sentences.listed(elsewhere)}."
    out = f"Left out, as newer figures stand here: {sentences.listed(list(left_out()))}."
    notes = (inside, unsided, england if elsewhere else "", out if left_out() else "", *definitions(shown))
    return tuple(note for note in notes if note)


def definitions(shown: tuple[Register, ...]) -> list[str]:
    """Breaks of the series shown, each under its indicator's name."""
    return [
        f"{topic(held.about)}: {note[:1].lower()}{note[1:]}"
        for held in shown
        for note in definition_notes(str(held.about["indicator_id"]))
    ]


def _table(held: Register) -> pd.DataFrame:
    """A row an area: the communities, then what they are read against."""
    rows = reads.observations(str(held.about["indicator_id"]))
    kept = rows[(rows["period_start"] == held.starts) & rows["area_code"].isin(cells.columns())]
    band = dict(zip(held.networks["network"], held.networks["band"], strict=True))
    order = kept["area_code"].map(list(cells.columns()).index)
    table = pd.DataFrame(
        {
            "Indicator": topic(held.about),
            "Unit": held.about["unit_label"],
            "Period": held.period,
            "Area": [cells.area_heading(code) for code in kept["area_code"]],
            "Count": kept["count"],
            "Of": kept["denominator"],
            "Value": kept["value"].round(2),
            "Lower 95% limit": kept["lower_ci"].round(2),
            "Upper 95% limit": kept["upper_ci"].round(2),
            "Against": [held.benchmark.name if code in band else "" for code in kept["area_code"]],
            "Band": [BAND_WORDS[Band(band[code])] if code in band else "" for code in kept["area_code"]],
        }
    )
    return table.loc[order.sort_values().index]
