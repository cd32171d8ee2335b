"""What is known of a practice and how surely: its names, its events, and what to be careful about."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from shcares.style import formats
from shcares.ui import figures, lineage, recipes, words
from shcares.ui import indicator_words as told
from shcares.ui.filters import Choice
from shcares.ui.places import homes
from shcares.ui.places.practice import fate, history, homes_of
from shcares.ui.places.practice.answer import years_of
from shcares.ui.places.practice.profile import MATCHES, STATUSES, practice
from shcares.ui.places.practice.standing import registers

_NO_DATE = "date not known"
_CHANGES = ("took_in", "merged_into")
_METHOD = (
    "Names, codes, addresses, status and closing dates are those of the NHS register of organisations. No register "
    "names the successor of a practice: where a list ended while another grew by as many, that is inferred and said so."
)


def show_known(code: str, _choice: Choice) -> None:
    """Names, then events, then doubts."""
    left, right = st.container(key="practice-known").columns(2, gap="large")
    with left:
        st.html(_names_html(code))
    with right:
        st.html(_doubts_html(code))
    figures.show(events_figure(code))


@lineage.remember(max_entries=80)
def _names_html(code: str) -> str:
    return f"<h2 class='shc-h3'>Names and places</h2>{words.definitions(names(code))}"


def names(code: str) -> list[tuple[str, str]]:
    """Every name and number it has, with its place and its dates."""
    one = practice(code)
    plan = f"Number {one.map_key}: {one.plan_name}" if one.map_key else "not in the plan’s list"
    return [
        ("Name here", one.name),
        ("In the plan", plan),
        ("Match", MATCHES[one.match]),
        ("In the register", f"{one.official_name}, code {one.code}"),
        ("Care community", one.community or "none of the four networks"),
        ("Status", _status(code)),
        ("Opened", formats.day(one.opened) if one.opened is not None else formats.NO_DATA),
        ("Address", f"{one.address}, {one.postcode}"),
        ("What the record says", one.note),
    ]


def _status(code: str) -> str:
    one = practice(code)
    return f"closed on {formats.day(one.closed)}" if one.closed is not None else STATUSES[one.status]


@lineage.remember(max_entries=80)
def _doubts_html(code: str) -> str:
    said = "".join(f"<li>{escape(doubt)}</li>" for doubt in doubts(code))
    return f"<h2 class='shc-h3'>What to be careful about</h2><ul class='shc-doubts'>{said}</ul>"


@lineage.remember(max_entries=80)
def doubts(code: str) -> tuple[str, ...]:
    """Everything that limits what this page can say of the practice."""
    return tuple(doubt for doubt in (*_identity(code), *_breaks(code), *history.notes(code), *_figures(code)) if doubt)


def _identity(code: str) -> list[str]:
    one = practice(code)
    said = []
    if one.match == "by_elimination":
        said.append(
            "That it is the plan’s practice is concluded by elimination only: no register uses the plan’s name. "
            "Needs a local check."
        )
    if one.match == "not_in_plan":
        said.append("It is not in the plan’s list and is shown because figures of it are held.")
    if (fate.events(code)["event"] == "moved").any():
        said.append("It has moved; the point on the map is its address of today.")
    if "postcode" in one.note:
        said.append("Registers disagree about its postcode; the point on the map may be off by a few streets.")
    return said


def _breaks(code: str) -> list[str]:
    rows = fate.events(code)
    return [
        f"By {formats.day(row['date'])} {_what(row)} (inferred): figures before and after are of different lists."
        for row in rows[rows["event"].isin(_CHANGES)].to_dict("records")
    ]


def _what(row: dict[Any, Any]) -> str:
    took = row["event"] == "took_in"
    return f"it took in {row['other_short_name']}" if took else f"its patients went to {row['other_short_name']}"


def _figures(code: str) -> list[str]:
    found, one = registers(code), practice(code)
    day = formats.day(homes.registered_on())
    said = [f"Where patients live is held for one day only, {day}."]
    if homes_of.deprived(code) is None:
        said = [f"Where its patients live is not held: {homes_of.why_none(code)}."]
    said.append(
        f"Registers with counts end in {years_of(found)}; newer percentages have no counts and are not tested."
        if found
        else "No register of it can be read against St Helens."
    )
    if not one.is_open:
        said.append("It is no longer open: every figure here describes the practice as it was.")
    return said


@recipes.figure("QE", "practice_events", max_entries=80, code=recipes.PRACTICE)
def events_figure(code: str) -> figures.Figure:
    """What is recorded of it, in order of time, and how sure each entry is."""
    one, rows = practice(code), fate.events(code)
    entries = [
        {
            "Date": _NO_DATE if pd.isna(row["date"]) else f"{_by(row)}{formats.day(row['date'])}",
            "Event": _event(row),
            "Certainty": fate.CERTAINTIES[row["certainty"]],
            "Grounds": row["note"],
        }
        for row in rows.to_dict("records")
    ]
    frame = pd.DataFrame(entries, columns=["Date", "Event", "Certainty", "Grounds"])
    inferred = int((rows["certainty"] == "inferred").sum())
    return figures.Figure(
        id=f"events-of-{code}",
        title=f"{one.name}: what is recorded of it",
        sentence=_sentence(one.name, len(rows), inferred),
        period="Dates as given",
        area=one.name,
        source=told.sources_named([*rows["source_id"], one.source_id]),
        method=_METHOD,
        frame=frame,
        html=_events_html(frame, one.name),
    )


def _by(row: dict[Any, Any]) -> str:
    """An inferred event is dated by the first list that shows it."""
    return "by " if row["certainty"] == "inferred" else ""


def _event(row: dict[Any, Any]) -> str:
    other = f" {row['other_short_name']}" if isinstance(row["other_short_name"], str) else ""
    return f"{fate.EVENTS[str(row['event'])]}{other}"


def _sentence(name: str, recorded: int, inferred: int) -> str:
    if not recorded:
        return f"No merger, move, new name or closure is recorded of {name}."
    sure = f"{inferred} of them inferred from list sizes" if inferred else "all of them published"
    return f"{recorded} {'entry' if recorded == 1 else 'entries'} of {name}, {sure}."


def _events_html(frame: pd.DataFrame, name: str) -> str:
    if frame.empty:
        return f"<h2 class='shc-h3'>What is recorded of {escape(name)}</h2>"
    rows = [
        words.Row((escape(row["Date"]), escape(row["Event"]), escape(row["Certainty"]), escape(row["Grounds"])))
        for row in frame.to_dict("records")
    ]
    return words.table(
        list(frame.columns), [("", rows)], caption=f"What is recorded of {name}", shape="shc-practice-events"
    )
