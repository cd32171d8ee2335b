"""A practice's registers as rows of its sheet: value, interval, and what they are against the borough and England."""

from shcares.export.document_sheet import Grid, Part
from shcares.stats.suppression import Band, bands
from shcares.style import formats, sentences
from shcares.style.palette import mark
from shcares.ui.places.practice.answer import JUDGED, no_registers, years_of
from shcares.ui.places.practice.standing import ST_HELENS, Reading, registers

_COLUMNS = (
    "Register",
    "Here",
    "95% interval",
    "Patients",
    ST_HELENS,
    f"Against {ST_HELENS}",
    "England",
    "Against England",
)
_READ = (
    "The share of patients on each register. Clearly higher or lower: the whole 95% interval lies on that side; "
    "not adjusted for age. Neither side is good."
)


def judged(code: str) -> Part:
    """How many stand out, and how the rows are read; or why there are none."""
    found = registers(code)
    if not found:
        return Part("Registers of conditions", lines=(f"No data. {no_registers(code)}",))
    counts = [
        f"{sum(one.band is band for one in found) or 'none'} {word.removesuffix(f' than {ST_HELENS}').lower()}"
        for band, (_, word) in JUDGED.items()
    ]
    heading = f"Registers of conditions, {years_of(found)}"
    against = f"Against {ST_HELENS}: {sentences.listed(counts)}, of {sentences.count_words(len(found), 'register')}."
    return Part(heading, lines=(f"{against} {_READ}",))


def readings(code: str) -> Grid | None:
    """One row a register, the clearest above St Helens first; None where there is none."""
    found = registers(code)
    if not found:
        return None
    newest = max(one.held.ends for one in found)
    rows = tuple(_row(one, "" if one.held.ends == newest else f", {one.held.period}") for one in found)
    return Grid(_COLUMNS, rows, tuple(one.band is not Band.CANNOT_TELL for one in found))


def _row(one: Reading, older: str) -> tuple[str, ...]:
    england = one.held.england
    return (
        f"{one.name}{older}",
        one.shown(one.value),
        one.interval,
        f"{formats.number(one.row['count'])} of {formats.number(one.row['denominator'])}",
        one.shown(one.held.benchmark.value),
        _said(one.band),
        one.shown(england),
        formats.NO_DATA if england is None else _said(_against(one, england)),
    )


def _against(one: Reading, benchmark: float) -> Band:
    row = one.row
    return Band(bands([row["value"]], [row["lower_ci"]], [row["upper_ci"]], benchmark)[0])


def _said(band: Band) -> str:
    """`↑ Clearly higher`."""
    if band not in JUDGED:
        return formats.NO_DATA
    judgement, word = JUDGED[band]
    return f"{mark(judgement).icon} {word.removesuffix(f' than {ST_HELENS}')}"
