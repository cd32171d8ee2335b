"""The first screen of a practice: who it is, how big, in which network, what became of it, where it stands out."""

from collections import Counter
from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from shcares.domain.vocabulary import Judgement
from shcares.stats.suppression import Band
from shcares.style import formats, sentences
from shcares.style.palette import Scheme
from shcares.ui import lineage, words
from shcares.ui.freshness import dated
from shcares.ui.places import homes
from shcares.ui.places.practice import fate, homes_of
from shcares.ui.places.practice.profile import MATCHES, STATUSES, last_list, practice, share_of_network
from shcares.ui.places.practice.standing import ST_HELENS, Reading, registers

JUDGED = {
    Band.CLEARLY_HIGHER: (Judgement.HIGHER, f"Clearly higher than {ST_HELENS}"),
    Band.CANNOT_TELL: (Judgement.SIMILAR, "Can’t tell"),
    Band.CLEARLY_LOWER: (Judgement.LOWER, f"Clearly lower than {ST_HELENS}"),
}
_NAMED = 3
_MOST_DEPRIVED = 1


def show_answer(code: str, scheme: Scheme) -> None:
    """The practice's names, the answer, what became of it, and five facts."""
    st.html(answer_html(code, scheme))


@lineage.remember(max_entries=80)
def answer_html(code: str, scheme: Scheme) -> str:
    """The same as HTML."""
    became = f"<p class='shc-lead'>{escape(became_of(code))}</p>" if became_of(code) else ""
    facts = "".join([*_facts(code), *_bands(code, scheme)])
    return (
        f"<p class='shc-vision'>{_names(code)}</p><h1 class='shc-answer'>{escape(fate.answer(code))}</h1>"
        f"{became}<dl class='shc-facts shc-facts-practice'>{facts}</dl>"
    )


def _names(code: str) -> str:
    """The plan's number and name, the register's, the code, the address, the status, how sure the match is."""
    one = practice(code)
    plan = f"Number {one.map_key} on the plan’s map: {one.plan_name}" if one.map_key else MATCHES[one.match]
    register = f"in the register {one.register_names}, {one.code}"
    where = f"{one.address}, {one.postcode}"
    network = f"{one.community} network, " if one.community and not one.is_open else ""
    said = [f"<strong>{escape(plan)}</strong>", escape(register), escape(where), escape(network + STATUSES[one.status])]
    if one.map_key:
        sure = escape(MATCHES[one.match])
        said.append(sure.lower() if one.match == "confirmed" else f"<strong>{sure}</strong>")
    return " · ".join(said)


@lineage.remember()
def became_of(code: str) -> str:
    """What became of it or came to it, with how sure that is; empty where nothing is recorded."""
    said = [_taken_in(code)] if fate.predecessors(code) else []
    rows = fate.events(code)
    said += [str(note) for note in rows.loc[rows["event"] == "merged_into", "note"]]
    said += [f"{one}." for one in fate.renamed_or_moved(code)]
    said += [
        f"At the same postcode, {step.words}, as its own list ended; no record says whether its patients went there."
        for step in fate.beside(code)
    ]
    return " ".join(said)


def _taken_in(code: str) -> str:
    came = [f"{tie.name} (by {formats.day(tie.date)})" for tie in fate.predecessors(code)]
    sure = fate.predecessors(code)[0].how_sure
    taken = f"It appears to have taken in the patients of {sentences.listed(came)}: {sure}, not published."
    found = registers(code)
    ends = max((pd.Timestamp(reading.held.ends) for reading in found), default=None)
    if ends is None or not fate.not_yet_in(code, ends):
        return taken
    return f"{taken} The registers below are of its list before that."


def _facts(code: str) -> list[str]:
    return [_list_fact(code), _deprived_fact(code)]


def _list_fact(code: str) -> str:
    one = practice(code)
    gone = fate.successors(code)
    size = last_list(code, before=gone[0].date) if gone else last_list(code)
    what = "Registered patients" if one.is_open else "Patients before they moved" if gone else "Patients, last count"
    if size is None:
        return fact(escape(what), formats.NO_DATA, "No list size is held of it.")
    share = share_of_network(code, size)
    whose = f", {formats.number(share, 1)}% of {one.community}’s patients" if share is not None else ""
    counted = {"nhsbsa": ", counted for prescribing", "qof": ", counted for its registers"}.get(size.basis, "")
    return fact(escape(what), formats.number(size.patients), f"{size.on}{whose}{counted}")


def _deprived_fact(code: str) -> str:
    what = "Live in most deprived fifth"
    counts = homes_of.deprived(code)
    if counts is None:
        why = homes_of.why_none(code)
        return fact(escape(what), formats.NO_DATA, f"{why[:1].upper()}{why[1:]}.")
    day = formats.day(homes.registered_on())
    later = sentences.listed(list(fate.not_yet_in(code, homes.registered_on())))
    small = f"{counts.words(_MOST_DEPRIVED)} on {day}{f', before it took in {later}' if later else ''}"
    return fact(escape(what), f"{formats.number(counts.share(_MOST_DEPRIVED), 1)}%", small)


def _bands(code: str, scheme: Scheme) -> list[str]:
    found = registers(code)
    if not found:
        return [fact("Registers of conditions", formats.NO_DATA, no_registers(code))]
    return [_band(found, band, scheme) for band in JUDGED]


def no_registers(code: str) -> str:
    """Why a practice has no register to read."""
    one = practice(code)
    closed = f"; it closed on {formats.day(one.closed)}" if one.closed is not None else ""
    return f"No register of it is held with counts and a figure of {ST_HELENS} for the same year{closed}."


def _band(found: Sequence[Reading], band: Band, scheme: Scheme) -> str:
    judged, word = JUDGED[band]
    here = [reading for reading in found if reading.band is band]
    clearest = sorted(here, key=lambda reading: -abs(reading.clearness))[:_NAMED]
    named = [f"{one.name} {one.shown(one.value)} ({ST_HELENS} {_benchmark(one)})" for one in clearest[:1]]
    named += [f"{one.name} {one.shown(one.value)} ({_benchmark(one)})" for one in clearest[1:]]
    small = f"Clearest: {'; '.join(named)}" if len(here) > _NAMED else "; ".join(named)
    if band is Band.CANNOT_TELL:
        small = f"Chance could explain the difference. Registers of {years_of(found)}"
    counted = f"{len(here)} of {sentences.count_words(len(found), 'register')}"
    return fact(words.verdict(judged, scheme, word=word), counted, small)


def _benchmark(reading: Reading) -> str:
    return reading.shown(reading.held.benchmark.value)


def years_of(found: Sequence[Reading]) -> str:
    """The years of these readings, the usual one first, and a warning where it is old."""
    newest = max(found, key=lambda reading: reading.held.ends)
    others = Counter(reading.held.period for reading in found if reading.held.ends != newest.held.ends)
    told = dated(newest.held.period, newest.held.ends)
    older = sentences.listed([f"{number} of {period}" for period, number in sorted(others.items())])
    return f"{told} ({older})" if older else told


def fact(what: str, much: str, small: str) -> str:
    """One cell of the strip; `what` is HTML."""
    return f"<div><dt>{what}</dt><dd>{escape(much)}</dd><dd class='shc-small'>{escape(small)}</dd></div>"
