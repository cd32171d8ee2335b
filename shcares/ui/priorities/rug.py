"""St Helens beside its neighbours: every supporting indicator in every authority of the city region."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.rug import rug_chart
from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import judge
from shcares.stats.quantiles import FirstQuantile, quantiles
from shcares.style import formats, sentences
from shcares.style.palette import FIFTHS, Scheme, mark
from shcares.ui import figures, reads, recipes, words
from shcares.ui.priorities import standing
from shcares.ui.priorities.standing import FEWEST_AUTHORITIES, Standing

_JUDGED = ("best fifth", "second fifth", "middle fifth", "fourth fifth", "worst fifth")
_NEUTRAL = ("highest fifth", "second highest", "middle fifth", "second lowest", "lowest fifth")
_METHOD = (
    "Values of the period of St Helens’ newest value. Fifth: all upper-tier authorities of England held for that "
    "period, ranked from best to worst and cut into five; ties take the better rank; none where fewer than "
    f"{FEWEST_AUTHORITIES} are held. A fifth is a place in a ranking and says nothing about chance. The icon does: the "
    "authority’s own 95% interval against the comparator’s value. Where an indicator is not judged good or bad, the "
    "fifths run from highest to lowest and are not shaded."
)
# Where the window is narrow the table is moved sideways in its own box, with the keyboard too.
_SCROLLED = "role='region' aria-label='Table of St Helens and its neighbours' tabindex='0'"


@dataclass(frozen=True)
class Cell:
    """One area's value of one indicator: what it says, which fifth it is in, how it stands when tested."""

    area_code: str
    text: str
    fifth: int | None
    fifth_word: str
    shade: int | None
    judgement: Judgement

    @property
    def tested(self) -> bool:
        """Whether the value could be compared."""
        return self.judgement is not Judgement.NOT_COMPARED


@recipes.figure("RU", "rug", priority_id=recipes.PRIORITY, comparator_code=recipes.COMPARATOR)
def rug_figure(priority_id: str, comparator_code: str, comparator: str, scheme: Scheme) -> figures.Figure:
    """The rug of one priority against one comparator in one colour scheme."""
    shown = standing.supporting(priority_id, comparator_code)
    rows = [(one, cells_of(one, comparator_code)) for one in shown]
    return figures.Figure(
        id=f"rug-{priority_id}",
        title=f"{reads.priority_titles()[priority_id]}: St Helens beside its neighbours",
        sentence=_sentence(rows),
        period="Latest published period of each indicator for St Helens",
        area="The six authorities of the Liverpool City Region, the North West and England",
        source=standing.sources_of(shown),
        method=_METHOD,
        frame=pd.DataFrame([_plain(one, cells, comparator) for one, cells in rows]),
        html=_html(rows, comparator, scheme),
        spec=house.spec(_picture(rows, comparator, scheme)),
        picture_columns=(
            "Indicator",
            "Period",
            "St Helens",
            "St Helens, fifth",
            f"St Helens against {comparator}",
            "North West",
            "England",
        ),
        notes=(
            f"Icons: how a value stands against {sentences.the(comparator)}, where its interval lets that be tested.",
        ),
    )


def columns() -> tuple[str, ...]:
    """St Helens, its five neighbours, the North West, England."""
    others = [code for code in reads.group_members(areas.CITY_REGION_GROUP) if code != areas.ST_HELENS]
    return (areas.ST_HELENS, *others, areas.NORTH_WEST, areas.ENGLAND)


def cells_of(one: Standing, comparator_code: str) -> tuple[Cell, ...]:
    """One row: every area of the rug in the period of St Helens' newest value."""
    now = standing.same_period(one.latest.indicator_id, one.latest.sex)
    everyone = standing.authorities(one.latest.indicator_id, one.latest.sex)
    first = FirstQuantile.LOWEST if one.polarity is Polarity.LOW_IS_GOOD else FirstQuantile.HIGHEST
    enough = len(everyone) >= FEWEST_AUTHORITIES
    fifths = dict(zip(everyone.index, quantiles(everyone["value"], 5, first=first), strict=True)) if enough else {}
    benchmark = now["value"].get(comparator_code)
    return tuple(_cell(code, now, one, fifths.get(code), benchmark, comparator_code) for code in columns())


def _cell(
    code: str, now: pd.DataFrame, one: Standing, fifth: float | None, benchmark: float | None, comparator_code: str
) -> Cell:
    if code not in now.index:
        return Cell(code, formats.NO_DATA, None, "", None, Judgement.NOT_COMPARED)
    row, neutral = now.loc[code].to_dict(), one.polarity is Polarity.NEUTRAL
    value, lower, upper = (float(row[column]) for column in ("value", "lower_ci", "upper_ci"))
    ranked = None if fifth is None else int(fifth)
    return Cell(
        area_code=code,
        text=one.said(value),
        fifth=ranked,
        fifth_word="" if ranked is None else (_NEUTRAL if neutral else _JUDGED)[ranked - 1],
        shade=None if neutral else ranked,
        judgement=Judgement.NOT_COMPARED
        if code in (comparator_code, areas.ENGLAND)
        else judge(value, lower, upper, benchmark, polarity=one.polarity),
    )


def _html(rows: list[tuple[Standing, tuple[Cell, ...]]], comparator: str, scheme: Scheme) -> str:
    headings = ("Indicator", *(reads.area_name(code) for code in columns()))
    grouped = [
        (name, [words.Row(_row(one, cells, scheme)) for one, cells in rows if one.heading == name])
        for name in dict.fromkeys(one.heading for one, _ in rows)
    ]
    table = words.table(headings, grouped, caption="St Helens beside its neighbours", shape="shc-rug")
    return f"{_legend(comparator, scheme)}<div class='shc-aside' {_SCROLLED}>{table}</div>"


def _row(one: Standing, cells: tuple[Cell, ...], scheme: Scheme) -> list[str]:
    unit = f" · {one.latest.unit}" if one.latest.unit else ""
    return [words.two_lines(one.name, f"{one.dated}{unit}"), *(_block(cell, scheme) for cell in cells)]


def _block(cell: Cell, scheme: Scheme) -> str:
    if cell.text == formats.NO_DATA:
        return f"<div class='shc-cell shc-empty'>{formats.NO_DATA}</div>"
    own = " shc-own" if cell.area_code == areas.ST_HELENS else ""
    paint = f" style='background:{_wash(cell.shade)}'" if cell.shade else ""
    small = f"<span class='shc-small'>{cell.fifth_word}</span>" if cell.fifth_word else ""
    return f"<div class='shc-cell{own}'{paint}><span>{cell.text}{_icon(cell, scheme)}</span>{small}</div>"


def _icon(cell: Cell, scheme: Scheme) -> str:
    if not cell.tested:
        return ""
    drawn = mark(cell.judgement, scheme)
    return (
        f" <span class='shc-dot' role='img' aria-label='{drawn.word}' title='{drawn.word}' "
        f"style='background:{drawn.colour};color:{drawn.ink}'>{drawn.icon}</span>"
    )


def _wash(shade: int) -> str:
    return FIFTHS[shade - 1].css


def _legend(comparator: str, scheme: Scheme) -> str:
    steps = "".join(
        f"<span class='shc-cell' style='background:{_wash(position)}'>{word}</span>"
        for position, word in enumerate(_JUDGED, 1)
    )
    said = (Judgement.BETTER, Judgement.SIMILAR, Judgement.WORSE)
    icons = "".join(
        f"<span>{words.verdict(one, scheme, word=sentences.against(one, comparator))}</span>" for one in said
    )
    return (
        f"<p class='shc-key shc-steps'><span>Among England’s upper-tier authorities:</span>{steps}</p>"
        f"<p class='shc-key'><span>Tested:</span>{icons}<span>no icon: not tested</span></p>"
    )


def _sentence(rows: list[tuple[Standing, tuple[Cell, ...]]]) -> str:
    mine = [cells[0].shade for _, cells in rows]
    ranked = [shade for shade in mine if shade is not None]
    worst, best = ranked.count(len(FIFTHS)), ranked.count(1)
    return (
        f"{len(ranked)} series can be ranked among England’s upper-tier authorities: St Helens is in the worst "
        f"fifth on {worst} and in the best fifth on {best}; a rank says nothing about chance."
    )


def _plain(one: Standing, cells: tuple[Cell, ...], comparator: str) -> dict[str, Any]:
    said = {
        "Heading": one.heading,
        "Indicator": one.name,
        "Unit": one.about["unit_label"],
        "Period": one.dated,
        "Authorities held": len(standing.authorities(one.latest.indicator_id, one.latest.sex)),
    }
    for cell in cells:
        name = reads.area_name(cell.area_code)
        said |= {name: cell.text}
        if cell.area_code not in (areas.ENGLAND, areas.NORTH_WEST):
            said |= {f"{name}, fifth": cell.fifth_word or "not ranked"}
        said |= {f"{name} against {comparator}": mark(cell.judgement).word if cell.tested else "not tested"}
    return said | {"Why St Helens is not tested": one.latest.why_not, "Source": one.latest.source}


def _picture(rows: list[tuple[Standing, tuple[Cell, ...]]], comparator: str, scheme: Scheme) -> house.Drawing:
    frame = pd.DataFrame(
        {
            "group": one.heading,
            "name": one.name,
            "when": one.dated,
            "area": reads.area_name(cell.area_code),
            "text": cell.text,
            "small": cell.fifth_word,
            "held": cell.text != formats.NO_DATA,
            "wash": 0.0 if cell.shade is None else FIFTHS[cell.shade - 1].share,
            "icon": mark(cell.judgement).icon if cell.tested else "",
            "colour": mark(cell.judgement, scheme).colour,
            "ink": mark(cell.judgement, scheme).ink,
        }
        for one, cells in rows
        for cell in cells
    )
    return rug_chart(
        frame,
        finding="St Helens beside its neighbours",
        subtitle="Shade and words: fifth of England’s upper-tier authorities. Icons: tested against "
        f"{sentences.the(comparator)}",
    )
