"""How a practice's list has grown: counts as published, mergers marked, older counts of other offices kept apart."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.history import history_chart, history_plot
from shcares.domain.plots import Plot
from shcares.domain.vocabulary import Polarity
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_words, lineage, reads, recipes
from shcares.ui.filters import Choice
from shcares.ui.places.practice import fate
from shcares.ui.places.practice.profile import everybody, last_list, practice

BASES = {
    "registered": "NHS England, first of the month",
    "qof": "Quality and Outcomes Framework, end of the year",
    "nhsbsa": "NHS Business Services Authority, quarters",
}
_OFFICES = {
    "registered": "NHS England",
    "qof": "the Quality and Outcomes Framework",
    "nhsbsa": "the NHS Business Services Authority",
}
_MARKED = {"took_in": "Took in", "merged_into": "List went to", "closed": "Closed", "dormant": "Seen as dormant"}
_METHOD = (
    "Patients registered on the day shown, as published. Three offices count in their own way, so their counts are "
    "never joined or mixed. A line joins only counts of NHS England a month apart with no merger between them; months "
    "that are not held are left open. Who took in whose patients is inferred from list sizes and is not published."
)


def show_history(code: str, _choice: Choice) -> None:
    """The list over time."""
    figures.show(history_figure(code))


@recipes.figure("QL", "practice_list", max_entries=80, code=recipes.PRACTICE)
def history_figure(code: str) -> figures.Figure:
    """Every count of the list, by whom, and the events that change what it is a list of."""
    one, counts = practice(code), counts_of(code)
    marked = _events(code)
    chart = history_chart(
        counts, bases=list(BASES.values()), events=marked, finding=_finding(code), subtitle="Patients on the list"
    )
    return figures.Figure(
        id=f"list-of-{code}",
        title=f"{one.name}: patients on its list",
        sentence=_sentence(code),
        period=_span(counts),
        area=f"Patients registered with {one.name}, wherever they live",
        source=indicator_words.sources_named(counts["source_id"].iloc[::-1]),
        method=_METHOD,
        frame=_table(counts, marked),
        spec=house.spec(chart),
        plot=_plot(counts, marked),
        notes=notes(code),
    )


def _plot(counts: pd.DataFrame, marked: pd.DataFrame) -> Callable[[], Plot] | None:
    """The counts as numbers, where any are held."""
    if counts.empty:
        return None
    return lambda: history_plot(counts, bases=list(BASES.values()), events=marked, axis="patients on the list")


@lineage.remember(max_entries=80)
def counts_of(code: str) -> pd.DataFrame:
    """Every count of the whole list in order of time: `at`, `value`, `basis` (in words), `said`, `source_id`."""
    parts = [everybody(code, basis).assign(basis=name) for basis, name in BASES.items()]
    rows = pd.concat(parts).sort_values(["date", "basis"])
    said = [f"{formats.number(patients)} patients" for patients in rows["patients"]]
    return pd.DataFrame(
        {
            "at": rows["date"],
            "value": rows["patients"].astype(float),
            "basis": rows["basis"],
            "said": said,
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def _events(code: str) -> pd.DataFrame:
    rows = fate.events(code)
    kept = rows[rows["event"].isin(_MARKED) & rows["date"].notna()]
    return pd.DataFrame({"at": kept["date"], "name": [_named(row) for row in kept.to_dict("records")]})


def _named(row: dict[Any, Any]) -> str:
    other = f" {row['other_short_name']}" if isinstance(row["other_short_name"], str) else ""
    sure = " (inferred)" if row["certainty"] == "inferred" else ""
    return f"{_MARKED[str(row['event'])]}{other}{sure}"


def _finding(code: str) -> str:
    one, gone = practice(code), fate.successors(code)
    size = last_list(code, before=gone[0].date) if gone else last_list(code)
    if size is None:
        return f"{one.name}: no list size is held"
    last = "before they moved" if gone else "its newest count" if one.is_open else "the last count"
    return f"{one.name}: {sentences.count_words(size.patients, 'patient')} on {size.on}, {last}"


def _sentence(code: str) -> str:
    """The newest count beside the same office's first, and nothing about what lies between them."""
    one = practice(code)
    for basis in BASES:
        rows = everybody(code, basis).to_dict("records")
        if rows:
            first, last = rows[0], rows[-1]
            said = [f"{formats.number(row['patients'])} on {formats.day(row['date'])}" for row in (first, last)]
            office = _OFFICES[basis]
            if len(rows) == 1:
                return f"The one count {office} published of {one.name}’s list: {said[0]}."
            way = sentences.movement(first["patients"], last["patients"], Polarity.NEUTRAL, 0)
            moved = f"went {way} from {said[0]} to {said[1]}" if way != "unchanged" else f"stood at {said[1]} as before"
            return f"{one.name}’s list, as {office} counts it, {moved}.{_because(code)}"
    return f"No list size is held of {one.name}."


def _because(code: str) -> str:
    names = [tie.name for tie in fate.predecessors(code)]
    return f" It appears to hold the patients of {sentences.listed(names)} now (inferred)." if names else ""


def notes(code: str) -> tuple[str, ...]:
    """What a reader of the list must know: steps that nothing recorded explains, two offices that differ."""
    said = [_step(step) for step in fate.unexplained(code)]
    return tuple(note for note in (*said, disagreement(code)) if note)


def _step(step: fate.Step) -> str:
    ended = [reads.area_name(other) for other in step.ended]
    beside = (
        f" The list of {sentences.listed(ended)}, at the same postcode, ended in that time; no record says whether its "
        "patients went there."
        if ended
        else ""
    )
    return f"Nothing recorded explains that {step.words}.{beside}"


def disagreement(code: str) -> str:
    """Where two offices counted the same day, both figures; empty where none did."""
    ours, theirs = everybody(code, "registered"), everybody(code, "nhsbsa")
    both = ours.merge(theirs, on="date", suffixes=("", "_other")).sort_values("date")
    if both.empty:
        return ""
    row = both.to_dict("records")[-1]
    return (
        f"On {formats.day(row['date'])} NHS England counted {formats.number(row['patients'])} patients and the NHS "
        f"Business Services Authority {formats.number(row['patients_other'])}: two systems, both kept as published."
    )


def _span(counts: pd.DataFrame) -> str:
    if counts.empty:
        return formats.NO_DATA
    return f"{formats.day(counts['at'].iloc[0])} to {formats.day(counts['at'].iloc[-1])}"


def _table(counts: pd.DataFrame, marked: pd.DataFrame) -> pd.DataFrame:
    rows = pd.DataFrame({"Day": counts["at"], "Patients": counts["value"], "Counted by": counts["basis"], "Event": ""})
    events = pd.DataFrame({"Day": marked["at"], "Patients": float("nan"), "Counted by": "", "Event": marked["name"]})
    whole = pd.concat([rows, events]) if len(events) else rows
    ordered = whole.sort_values("Day", ascending=False, kind="stable")
    return ordered.assign(Day=[formats.day(day) for day in ordered["Day"]]).reset_index(drop=True)
