"""The table of every focus area by community: higher burden, lower, both ways, or no telling."""

from collections import Counter
from dataclasses import replace
from html import escape

import pandas as pd

from shcares.charts import house
from shcares.charts.rug import rug_chart
from shcares.domain import areas
from shcares.stats.carried import Carried
from shcares.style import sentences
from shcares.ui import figures, lineage, reads, recipes, words
from shcares.ui.inequalities.by_place import answer, method, standing
from shcares.ui.inequalities.by_place.looks import TOGETHER_WORDS, plain
from shcares.ui.inequalities.by_place.standing import Standing, standings
from shcares.ui.places.communities import cells, overlap
from shcares.ui.places.communities.cells import HIGHER_WASH, LOWER_WASH

_TITLE = "Focus areas by care community, against all four together"
_WASH = {Carried.MORE: HIGHER_WASH, Carried.LESS: LOWER_WASH}
_CELL = 340
_PICTURED = ("Focus area", "Care community", "Against all four", "Measures", "Measures higher", "Measures lower")
# Where the window is narrow the table is moved sideways in its own box, with the keyboard too.
_SCROLLED = f"role='region' aria-label='Table: {_TITLE}' tabindex='0'"


@recipes.figure("BO", "by_place_overview", area_code=recipes.AREA)
def overview_figure(area_code: str) -> figures.Figure:
    """All focus areas and communities, one community's column boxed and its bands in order."""
    whole = _unboxed()
    return replace(whole, html=_html(area_code), sentence=_sentence(area_code))


@lineage.remember()
def _unboxed() -> figures.Figure:
    return figures.Figure(
        id="by-place-overview",
        title=_TITLE,
        sentence="",
        period=method.periods(),
        area="Patients of the four care communities",
        source=method.sources(),
        method=method.OVERVIEW,
        frame=_frame(),
        picture_columns=_PICTURED,
        spec=house.spec(
            rug_chart(_drawn(), finding=_TITLE, subtitle="In bands, not ranks; shares are of patients", cell=_CELL)
        ),
        notes=(method.gaps_words(), method.KINDS, answer.all_older(), answer.largest_share()),
    )


def _sentence(area_code: str) -> str:
    """How often each band occurs, in one community or in all."""
    networks = [area_code] if area_code in overlap.codes() else overlap.codes()
    each = [
        standings()[focus, code].word.lower()
        for band in standing.BANDS
        for code in networks
        for focus in standing.in_band(code, band)
    ]
    said = [f"{word} in {number}" for word, number in Counter(each).items()]
    total = len(each)
    if area_code == areas.ST_HELENS:
        return f"Of {total} readings, each of a community in a focus area: {'; '.join(said)}."
    return f"{reads.area_name(area_code)}, of {sentences.count_words(total, 'focus area')}: {'; '.join(said)}."


def _html(area_code: str) -> str:
    headings = ("Focus area", *(reads.area_name(code) for code in overlap.codes()))
    rows = [words.Row(_row(focus, area_code)) for focus in standing.ordered(area_code)]
    table = words.table(headings, [("", rows)], caption=_TITLE, shape="shc-rug shc-beside")
    return f"<p class='shc-key'>{escape(method.HOW_TO_READ)}</p><div class='shc-aside' {_SCROLLED}>{table}</div>"


def _row(focus: str, chosen: str) -> list[str]:
    name = str(standing.focus_areas().loc[focus, "name"])
    blocks = [_block(standings()[focus, code], code, code == chosen) for code in overlap.codes()]
    return [words.two_lines(name, standing.basis_of(focus)), *blocks]


def _block(held: Standing, network: str, own: bool) -> str:
    boxed = " shc-own" if own else ""
    if held.verdict is Carried.NOT_COMPARED:
        return f"<div class='shc-cell shc-empty{boxed}'>{TOGETHER_WORDS[held.verdict]}</div>"
    drawn = plain(held.verdict, network, held.word)
    paint = f" style='background:{_WASH[held.verdict].css}'" if held.verdict in _WASH else ""
    return (
        f"<div class='shc-cell{boxed}'{paint} title='{escape(held.told, quote=True)}'>"
        f"<span>{escape(drawn.word)}{cells.disc(drawn)}</span>"
        f"<span class='shc-small'>{escape(held.counts)}</span></div>"
    )


def _drawn() -> pd.DataFrame:
    """The cells of the picture, in order of reading."""
    known = standing.focus_areas()
    rows = []
    for focus, factor, name in zip(known.index, known["factor_name"], known["name"], strict=True):
        for code in overlap.codes():
            held = standings()[str(focus), code]
            word, is_held = held.word, held.verdict is not Carried.NOT_COMPARED
            mark = plain(held.verdict, code, word)
            rows.append(
                {
                    "group": factor,
                    "name": name,
                    "when": "",
                    "area": reads.area_name(code),
                    "text": word,
                    "small": held.counts,
                    "held": is_held,
                    "wash": _WASH[held.verdict].share if held.verdict in _WASH else 0.0,
                    "icon": mark.icon if is_held else "",
                    "colour": mark.colour,
                    "ink": mark.ink,
                }
            )
    return pd.DataFrame(rows)


def _frame() -> pd.DataFrame:
    known = standing.focus_areas()
    rows = []
    for focus in known.index:
        for code in overlap.codes():
            held = standings()[focus, code]
            rows.append(
                {
                    "Factor": known.loc[focus, "factor_name"],
                    "Focus area": known.loc[focus, "name"],
                    "Care community": reads.area_name(code),
                    "Against all four": held.word,
                    "Measures": len(held.each),
                    "Measures higher": held.each.count(Carried.MORE),
                    "Measures lower": held.each.count(Carried.LESS),
                    "Each measure": held.told,
                }
            )
    return pd.DataFrame(rows)
