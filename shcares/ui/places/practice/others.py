"""What else is measured of a practice: the newest figure of each, most without an interval and so not compared."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.stats.suppression import Band
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, recipes, words
from shcares.ui import indicator_words as told
from shcares.ui.freshness import dated
from shcares.ui.places.practice.answer import JUDGED
from shcares.ui.places.practice.profile import practice
from shcares.ui.places.practice.standing import Reading, label, others, sources
from shcares.ui.registers.counted import is_register
from shcares.ui.registers.words import NOT_ADJUSTED

_GOOD_OR_BAD = (Judgement.BETTER, Judgement.WORSE)
_NOT_COMPARED = "Not compared"
_METHOD = (
    "The newest figure held of each measure. Where it has an interval and St Helens, or else England, has a figure for "
    "the same year, it is read against that; all others are shown and not compared. Percentages of registers newer "
    "than their counts stand here, since no interval can be made without a count."
)


@recipes.figure("QO", "practice_others", max_entries=80, code=recipes.PRACTICE)
def others_figure(code: str, scheme: Scheme) -> figures.Figure:
    """Every other measure in its newest year; most have no interval and are not compared."""
    one, found = practice(code), others(code)
    if not found:
        raise recipes.UnknownFigureError(f"No other measure of {one.name} is held.")
    frame = pd.DataFrame(_other_row(reading) for reading in found)
    tested = [reading for reading in found if reading.band is not Band.NOT_COMPARED]
    return figures.Figure(
        id=f"others-of-{code}",
        title=f"{one.name}: other measures",
        sentence=_sentence(one.name, len(found), len(tested)),
        period="Year as given with each figure",
        area=f"Patients on the list of {one.name}",
        source=told.sources_named(sources(found)),
        method=f"{_METHOD} {' '.join(label(reading) + ': ' + _definition(reading) for reading in found)}",
        frame=frame,
        html=_others_html(found, scheme, one.name, one.community),
        notes=(NOT_ADJUSTED,),
        picture_columns=("Measure", "This practice", "Period", "Compared"),
    )


def _sentence(name: str, measures: int, tested: int) -> str:
    said = f"{sentences.count_words(measures, 'other measure')} of {name}, each in its newest year"
    if not tested:
        return f"{said}; none has an interval, so none is compared."
    have = "has" if tested == 1 else "have"
    return f"{said}; {tested} {have} an interval and something to be read against, the others are not compared."


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


def _compared(reading: Reading) -> str:
    if reading.band is Band.NOT_COMPARED:
        return _why_not(reading)
    whole = reading.held.benchmark
    word = {Band.CLEARLY_HIGHER: "clearly higher than", Band.CLEARLY_LOWER: "clearly lower than"}
    judged = Judgement(reading.row["judgement"])
    side = f", {mark(judged).word.lower()}" if judged in _GOOD_OR_BAD else ""
    return f"{word.get(reading.band, 'can’t tell from')} {whole.name} ({reading.shown(whole.value)}){side}"


def _why_not(reading: Reading) -> str:
    if not reading.interval:
        return f"{_NOT_COMPARED}: no interval"
    return f"{_NOT_COMPARED}: nothing held to read it against in {reading.held.period}"


def _others_html(found: Sequence[Reading], scheme: Scheme, name: str, community: str) -> str:
    newer = [reading for reading in found if is_register(reading.held.about)]
    parts = {"Measures": [one for one in found if one not in newer], "Registers, newer than their counts": newer}
    groups = [(heading, [_others_row(one, scheme) for one in part]) for heading, part in parts.items()]
    headings = ("Measure", "This practice", "Count", "Period", community or "Its network", "Compared")
    caption = f"Other measures of {name}, each in its newest year"
    return words.table(headings, [group for group in groups if group[1]], caption=caption, shape="shc-others")


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
