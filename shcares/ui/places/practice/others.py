"""What else is measured of a practice: the newest figure of each, most without an interval and so not compared."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.stats.suppression import Band
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, reads, recipes, words
from shcares.ui import indicator_words as told
from shcares.ui.freshness import dated
from shcares.ui.places.practice.answer import JUDGED
from shcares.ui.places.practice.profile import Practice, practice
from shcares.ui.places.practice.standing import Reading, label, others, registers, sources, without_figure
from shcares.ui.registers.counted import capital, is_register, topic
from shcares.ui.registers.words import NOT_ADJUSTED

_NO_FIGURE = "Not tested: no figure of this practice is held"
_UNTESTED = "Registers not tested"
_GOOD_OR_BAD = (Judgement.BETTER, Judgement.WORSE)
_NOT_COMPARED = "Not compared"
_METHOD = (
    "The newest figure held of each measure. Where it has an interval and St Helens, or else England, has a figure for "
    "the same year, it is read against that; all others are shown and not compared. Percentages of registers newer "
    "than their counts stand here, since no interval can be made without a count. So does each register of which no "
    "figure is held."
)


@recipes.figure("QO", "practice_others", max_entries=80, code=recipes.PRACTICE)
def others_figure(code: str, scheme: Scheme) -> figures.Figure:
    """Every other measure in its newest year; most have no interval and are not compared."""
    one, found, absent = practice(code), others(code), absent_registers(code)
    if not found and not absent:
        raise recipes.UnknownFigureError(f"No other measure of {one.name} is held.")
    frame = pd.DataFrame([*map(_other_row, found), *map(_absent_row, absent)])
    tested = [reading for reading in found if reading.band is not Band.NOT_COMPARED]
    return figures.Figure(
        id=f"others-of-{code}",
        title=f"{one.name}: other measures",
        sentence=f"{_sentence(one.name, len(found), len(tested))}{_none_of(len(absent))}",
        period="Year as given with each figure",
        area=f"Patients on the list of {one.name}",
        source=told.sources_named(sources(found or registers(code))),
        method=f"{_METHOD} {' '.join(label(reading) + ': ' + _definition(reading) for reading in found)}",
        frame=frame,
        html=_others_html(found, absent, scheme, one),
        notes=(NOT_ADJUSTED,),
        picture_columns=("Measure", "This practice", "Period", "Compared"),
    )


def absent_registers(code: str) -> tuple[str, ...]:
    """The registers that no figure of this practice is held of; none are listed of one that has no register at all."""
    return without_figure(code) if registers(code) else ()


def _sentence(name: str, measures: int, tested: int) -> str:
    if not measures:
        return f"No other measure of {name} is held."
    said = f"{sentences.count_words(measures, 'other measure')} of {name}, each in its newest year"
    if not tested:
        return f"{said}; none has an interval, so none is compared."
    have = "has" if tested == 1 else "have"
    return f"{said}; {tested} {have} an interval and something to be read against, the others are not compared."


def _none_of(registers_absent: int) -> str:
    said = sentences.count_words(registers_absent, "register")
    return f" No figure of it is held for {said}." if registers_absent else ""


def _definition(reading: Reading) -> str:
    return str(reading.held.about["definition"])


def _other_row(reading: Reading) -> dict[str, object]:
    network = None if reading.network_value is None else reading.shown(reading.network_value)
    return {
        "Measure": label(reading),
        "This practice": reading.shown(reading.value),
        "Count": reading.of_patients or "no count",
        "95% interval": reading.interval or "none held",
        "Period": dated(reading.held.period, reading.held.ends),
        "Its network": network or formats.NO_DATA,
        "Compared": _compared(reading),
    }


def _absent_row(indicator_id: str) -> dict[str, object]:
    none: dict[str, object] = {"This practice": formats.NO_DATA, "Count": "no count", "95% interval": "none held"}
    rest = {"Period": formats.NO_DATA, "Its network": formats.NO_DATA, "Compared": _NO_FIGURE}
    return {"Measure": capital(topic(reads.indicator(indicator_id)))} | none | rest


def _compared(reading: Reading) -> str:
    if reading.band is Band.NOT_COMPARED:
        return _why_not(reading)
    whole = reading.held.benchmark
    word = {Band.CLEARLY_HIGHER: "clearly higher than", Band.CLEARLY_LOWER: "clearly lower than"}
    judged = Judgement(reading.row["judgement"])
    side = f", {mark(judged).word.lower()}" if judged in _GOOD_OR_BAD else ""
    return f"{word.get(reading.band, 'can’t tell from')} {whole.name} ({reading.shown(whole.value)}){side}"


def _why_not(reading: Reading) -> str:
    if is_register(reading.held.about) and not reading.of_patients:
        return f"Not tested: published without a count, which a test needs.{_tested_year(reading)}"
    if not reading.interval:
        return f"{_NOT_COMPARED}: no interval"
    return f"{_NOT_COMPARED}: nothing held to read it against in {reading.held.period}"


def _tested_year(reading: Reading) -> str:
    """That an earlier year, which has a count, is tested; empty where none is."""
    earlier = (one for one in registers(str(reading.row["area_code"])) if one.indicator_id == reading.indicator_id)
    return "".join(f" {one.held.period} has one and is tested above: {one.shown(one.value)}." for one in earlier)


def _others_html(found: Sequence[Reading], absent: Sequence[str], scheme: Scheme, one: Practice) -> str:
    newer = [reading for reading in found if is_register(reading.held.about)]
    measures = [_others_row(reading, scheme) for reading in found if reading not in newer]
    untested = [*(_others_row(reading, scheme) for reading in newer), *map(_absent_html, absent)]
    groups = [("Measures", measures), (_UNTESTED, untested)]
    headings = ("Measure", "This practice", "Count", "Period", one.community or "Its network", "Compared")
    caption = f"Other measures of {one.name}, each in its newest year"
    return words.table(headings, [group for group in groups if group[1]], caption=caption, shape="shc-others")


def _absent_html(indicator_id: str) -> words.Row:
    name = escape(capital(topic(reads.indicator(indicator_id))))
    none = _quiet(formats.NO_DATA)
    return words.Row((name, none, none, none, none, _quiet(_NO_FIGURE)))


def _others_row(reading: Reading, scheme: Scheme) -> words.Row:
    old = dated(reading.held.period, reading.held.ends).removeprefix(reading.held.period).removeprefix(", ")
    network = _quiet(formats.NO_DATA) if reading.network_value is None else reading.shown(reading.network_value)
    return words.Row(
        (
            escape(label(reading)),
            f"<strong>{escape(reading.shown(reading.value))}</strong>",
            words.two_lines(reading.of_patients, _interval(reading))
            if reading.of_patients
            else _quiet("no count held"),
            words.two_lines(reading.held.period, old),
            network,
            _judged(reading, scheme),
        )
    )


def _quiet(text: str) -> str:
    return f"<span class='shc-small'>{escape(text)}</span>"


def _interval(reading: Reading) -> str:
    return f"95% interval {reading.interval}" if reading.interval else ""


def _judged(reading: Reading, scheme: Scheme) -> str:
    if reading.band is Band.NOT_COMPARED:
        return _quiet(_why_not(reading))
    text = _compared(reading)
    return words.verdict(_judgement(reading), scheme, word=text[:1].upper() + text[1:])


def _judgement(reading: Reading) -> Judgement:
    """Better or worse where one side is good, else higher or lower."""
    judged = Judgement(reading.row["judgement"])
    return judged if judged in _GOOD_OR_BAD else JUDGED[reading.band][0]
