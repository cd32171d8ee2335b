"""What the plan says beside each focus area: its key measures whose indicators hang there, under their objectives."""

from html import escape
from typing import Any

import pandas as pd

from shcares.stats.carried import Carried
from shcares.style import sentences
from shcares.ui import figures, lineage, reads, recipes, words
from shcares.ui.inequalities.by_place import standing
from shcares.ui.inequalities.by_place.looks import TOGETHER_WORDS, plain
from shcares.ui.places.communities import cells, overlap

_TITLE = "What the plan says it will do, by focus area"
_NOTHING = "No key measure of the plan."
_METHOD = (
    "A key measure stands beside the focus areas that its indicator is declared under. Where the plan’s own series is "
    "not published, it stands beside those that all the neighbouring series shown with it share. The plan states its "
    "measures for the borough, not for communities. It may speak of a matter elsewhere without a key measure."
)


@recipes.figure("BP", "by_place_plan", area_code=recipes.AREA)
def plan_figure(area_code: str) -> figures.Figure:
    """Every focus area in the order of the overview, with how a community stands or who has a higher burden."""
    held = {focus: _measures(focus) for focus in standing.ordered(area_code)}
    heading = reads.area_name(area_code) if area_code in overlap.codes() else "Who has a higher burden"
    rows = [words.Row(_row(focus, area_code, measures)) for focus, measures in held.items()]
    return figures.Figure(
        id="by-place-plan",
        title=_TITLE,
        sentence=_sentence(area_code, held),
        period="The plan to 2026/7",
        area="St Helens; communities by their patients",
        source=f"{reads.plan().title}, as printed.",
        method=_METHOD,
        frame=_frame(area_code, heading, held),
        html=words.table(("Focus area", heading, "Key measures as printed"), [("", rows)], caption=_TITLE),
        picture_columns=("Focus area", heading, "Measure", "As printed"),
        notes=(_without(held),),
    )


@lineage.remember()
def _hung() -> dict[str, tuple[str, ...]]:
    """Measures to the focus areas of their indicator, else to those that all the series shown beside them share."""
    found = {}
    for row in reads.key_measures().to_dict("records"):
        own = list(row["context"]) if _is_by_neighbours(row) else [row["indicator_id"]]
        hangs = [reads.indicator(indicator_id)["focus_areas"] for indicator_id in own]
        found[str(row["measure_id"])] = (
            tuple(one for one in hangs[0] if all(one in each for each in hangs)) if own else ()
        )
    return found


def _is_by_neighbours(row: dict[Any, Any]) -> bool:
    return not isinstance(row["indicator_id"], str)


def _measures(focus: str) -> list[dict[Any, Any]]:
    known = reads.key_measures()
    return known[[focus in _hung()[measure] for measure in known["measure_id"]]].to_dict("records")


def _row(focus: str, area_code: str, measures: list[dict[Any, Any]]) -> list[str]:
    return [escape(_name(focus)), _stands(focus, area_code), _printed(measures)]


def _name(focus: str) -> str:
    return standing.names_of((focus,))[0]


def _stands(focus: str, area_code: str) -> str:
    if area_code in overlap.codes():
        held = standing.standings()[focus, area_code]
        verdict, word = held.verdict, held.word
        disc = "" if verdict is Carried.NOT_COMPARED else cells.disc(plain(verdict, area_code, word))
        return f"<span class='shc-mark'>{disc}{escape(word)}</span>"
    return escape(_carriers(focus))


def _carriers(focus: str) -> str:
    if focus in standing.gaps():
        return TOGETHER_WORDS[Carried.NOT_COMPARED]
    names = [reads.area_name(code) for code in overlap.codes() if focus in standing.in_band(code, Carried.MORE)]
    return sentences.listed(names) or "None"


def _printed(measures: list[dict[Any, Any]]) -> str:
    if not measures:
        return f"<span class='shc-small'>{_NOTHING}</span>"
    lines = [
        f"<li>{escape(str(row['measure_id']))} {escape(str(row['printed']))}"
        f"<span class='shc-small'>{escape(_objective(row))}</span></li>"
        for row in measures
    ]
    return f"<ul style='margin:0;padding-left:1.1rem'>{''.join(lines)}</ul>"


def _objective(row: dict[Any, Any]) -> str:
    letter = row["objective"]
    under = f", {letter}: {row['objective_text']}" if isinstance(letter, str) else ""
    beside = " (placed by the series shown beside it)" if _is_by_neighbours(row) else ""
    return f"{row['priority_title']}{under}{beside}"


def _sentence(area_code: str, held: dict[str, list[dict[Any, Any]]]) -> str:
    """Of the focus areas of higher burden, how many have a key measure."""
    if area_code not in overlap.codes():
        number = sum(bool(measures) for measures in held.values())
        return f"The plan has key measures in {number} of the model’s {len(held)} focus areas."
    more = standing.in_band(area_code, Carried.MORE)
    if not more:
        return f"{reads.area_name(area_code)} has a higher burden than all four together in none of the focus areas."
    some = tuple(focus for focus in more if held[focus])
    named = f": {sentences.listed(standing.names_of(some))}" if some else ""
    return (
        f"Of {sentences.count_words(len(more), 'focus area')} in which {reads.area_name(area_code)} has a higher "
        f"burden, the plan has key measures in {len(some) or 'none'}{named}."
    )


def _without(held: dict[str, list[dict[Any, Any]]]) -> str:
    bare = tuple(str(focus) for focus in standing.focus_areas().index if not held[str(focus)])
    return f"No key measure hangs on {sentences.listed(standing.names_of(bare))}." if bare else ""


def _frame(area_code: str, heading: str, held: dict[str, list[dict[Any, Any]]]) -> pd.DataFrame:
    one = area_code in overlap.codes()
    rows: list[dict[str, Any]] = []
    for focus, measures in held.items():
        stands = standing.standings()[focus, area_code].word if one else _carriers(focus)
        rows += [
            {
                "Focus area": _name(focus),
                heading: stands,
                "Measure": row.get("measure_id", ""),
                "As printed": row.get("printed", _NOTHING),
                "Under": _objective(row) if row else "",
            }
            for row in measures or [{}]
        ]
    return pd.DataFrame(rows)
