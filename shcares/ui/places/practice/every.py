"""All practices of the plan and what became of each."""

from collections import Counter
from html import escape

import pandas as pd

from shcares.style import formats, sentences
from shcares.ui import figures, lineage, reads, recipes, words
from shcares.ui import indicator_words as told
from shcares.ui.filters import Choice
from shcares.ui.places.practice import fate
from shcares.ui.places.practice.profile import MATCHES, STATUSES, Practice, last_list, practice

_ON_PAGE = recipes.Part("practice", lambda: {"": "", **recipes.PRACTICE.values()}, 3, usual="")
"""The practice whose page it is, which is marked; none need be."""
_COLUMNS = ("No", "In the plan", "Name now", "Status", "Patients", "What became of it")
_METHOD = (
    "The practices numbered on the plan’s map, matched with the NHS register by name and address. Status and closing "
    "dates are the register’s. Who took in whose patients is inferred from list sizes and is not published."
)


def show_every(code: str, choice: Choice) -> None:
    """The table, the chosen community's practices first; the practice on the page is marked."""
    figures.show(every_figure(choice.area_code, code))


@lineage.remember()
def of_plan() -> tuple[Practice, ...]:
    """The plan's practices by their number on its map."""
    known = reads.practices().dropna(subset=["map_key"]).sort_values("map_key")
    return tuple(practice(str(code)) for code in known["practice_code"])


@recipes.figure("QA", "practices_all", max_entries=80, area_code=recipes.AREA, chosen=_ON_PAGE)
def every_figure(area_code: str, chosen: str) -> figures.Figure:
    """One row a practice of the plan, by community, the chosen one first."""
    shown = of_plan()
    first = [one for one in shown if one.network_code == area_code]
    ordered = [*first, *(one for one in shown if one not in first)]
    return figures.Figure(
        id="practices-of-the-plan",
        title="All practices of the plan and what became of each",
        sentence=_sentence(shown),
        period=f"Register copied {formats.day(reads.source(shown[0].source_id)['retrieved'])}",
        area="GP practices of the plan",
        source=told.sources_named([*reads.practice_events()["source_id"], shown[0].source_id]),
        method=_METHOD,
        frame=pd.DataFrame(_row(one) for one in ordered),
        html=_html(ordered, chosen),
        picture_columns=("No", "In the plan", "Name now", "Status"),
        notes=_notes(shown),
    )


def _sentence(shown: tuple[Practice, ...]) -> str:
    counts = Counter(STATUSES[one.status] for one in shown)
    said = [f"{number} {'is' if number == 1 else 'are'} {status}" for status, number in counts.most_common()]
    renamed = sum((fate.events(one.code)["event"] == "renamed").any() for one in shown)
    return (
        f"Of the plan’s {sentences.count_words(len(shown), 'practice')}, {sentences.listed(said)}; "
        f"{renamed} bear another name than before."
    )


def _notes(shown: tuple[Practice, ...]) -> tuple[str, ...]:
    unsure = [one for one in shown if one.match != "confirmed"]
    said = [f"Number {one.map_key}, {one.plan_name}: {MATCHES[one.match].lower()}" for one in unsure]
    dates = sentences.listed(sorted({size.on for one in shown if one.is_open and (size := last_list(one.code))}))
    return (*([f"{'; '.join(said)}."] if said else []), f"Patients: lists as NHS England counted them on {dates}.")


def _row(one: Practice) -> dict[str, object]:
    size = last_list(one.code) if one.is_open else None
    return {
        "No": one.map_key,
        "In the plan": one.plan_name,
        "Name now": one.name,
        "Code": one.code,
        "Care community": one.community,
        "Status": STATUSES[one.status],
        "Patients": size.patients if size else None,
        "Counted on": size.on if size else "",
        "What became of it": fate.what_happened(one.code),
        "Match": MATCHES[one.match],
    }


def _html(ordered: list[Practice], chosen: str) -> str:
    groups = {one.community: [other for other in ordered if other.community == one.community] for one in ordered}
    body = [(community, [_html_row(one, chosen) for one in mine]) for community, mine in groups.items()]
    return words.table(
        list(_COLUMNS), body, caption="All practices of the plan and what became of each", shape="shc-every"
    )


def _html_row(one: Practice, chosen: str) -> words.Row:
    row = _row(one)
    unsure = "" if one.match == "confirmed" else MATCHES[one.match]
    now = words.two_lines(one.name, f"{one.code}{', this page' if one.code == chosen else ''}")
    patients = formats.number(float(str(row["Patients"]))) if row["Patients"] is not None else ""
    return words.Row(
        (
            f"{one.map_key}",
            words.two_lines(one.plan_name, unsure),
            f"<strong>{now}</strong>" if one.code == chosen else now,
            escape(STATUSES[one.status]),
            f"<span class='shc-num'>{patients}</span>" if patients else "<span class='shc-small'>no list now</span>",
            escape(fate.what_happened(one.code)),
        )
    )
