"""A practice's registers on one axis: which differ from St Helens by more than chance."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.key import key_lines
from shcares.charts.ratios import ratios_chart, ratios_plot
from shcares.domain import areas
from shcares.stats.levels import CONFIDENCE_95
from shcares.stats.suppression import Band
from shcares.style import formats, palette, sentences
from shcares.style.palette import mark
from shcares.ui import figures, filters, lineage, recipes
from shcares.ui import indicator_words as told
from shcares.ui.filters import Choice
from shcares.ui.places.practice.answer import JUDGED, no_registers, years_of
from shcares.ui.places.practice.others import absent_registers, others_figure
from shcares.ui.places.practice.profile import practice
from shcares.ui.places.practice.standing import ST_HELENS, Reading, others, registers, sources
from shcares.ui.registers.words import NO_SIDE_IS_GOOD, UNADJUSTED

_TIMES = f"times the value of {ST_HELENS}"
_SIDE = {Band.CLEARLY_HIGHER: 1, Band.CANNOT_TELL: 0, Band.CLEARLY_LOWER: -1}
_METHOD = (
    "Each register is read in the latest year in which this practice has a count and St Helens sub-ICB a figure. A "
    "difference is clear where the whole 95% interval (Wilson) lies on one side of the St Helens value; 99.8% is added "
    "where the wider limits are passed too. To set all registers on one axis, value and limits are divided by the St "
    "Helens value. They stand in the order of how far the value lies from St Helens in reaches of its interval."
)


def show_registers(code: str, choice: Choice) -> None:
    """The registers against St Helens, then every other measure."""
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if choice.comparator_code != areas.ENGLAND:
            filters.not_here(f"No practice figure is held for {sentences.the(choice.comparator)}; England is shown.")
    found = registers(code)
    if found:
        figures.show(registers_figure(code))
    else:
        st.markdown(f"**No data.** {no_registers(code)}")
    if others(code) or absent_registers(code):
        figures.show(others_figure(code, choice.scheme))


@recipes.figure("QR", "practice_registers", max_entries=80, code=recipes.PRACTICE)
def registers_figure(code: str) -> figures.Figure:
    """Every register as so many times the St Helens value, the clearest differences at the ends."""
    one, found = practice(code), registers(code)
    if not found:
        raise recipes.UnknownFigureError(no_registers(code))
    community = one.community or "its network"
    drawn, groups = _drawn(found), _groups(found)
    chart = ratios_chart(
        drawn,
        groups=groups,
        benchmark_name=ST_HELENS,
        network_colour=palette.NETWORK.get(one.network_code, palette.COMPARATOR),
        finding=f"{one.name}: {_counts(found)}",
        subtitle=[
            f"Share of patients on each register, as a multiple of St Helens, with its 95% interval; {years_of(found)}",
            *key_lines({"Filled marks": "this practice", "Diamonds": community, "Squares": "England"}),
        ],
    )
    return figures.Figure(
        id=f"registers-of-{code}",
        title=f"{one.name}: registers of conditions, {years_of(found)}",
        sentence=_sentence(code),
        period=years_of(found),
        area=f"Patients on the list of {one.name}, {community}, St Helens sub-ICB and England",
        source=told.sources_named(sources(found)),
        method=f"{_METHOD} {_part(found)}",
        frame=_table(found, community),
        spec=house.spec(chart),
        plot=lambda: ratios_plot(drawn, groups=groups, name=one.name, axis=_TIMES),
        notes=tuple(note for note in (UNADJUSTED, NO_SIDE_IS_GOOD, _chance(found), _older(found)) if note),
    )


def _counts(found: Sequence[Reading]) -> str:
    """`of 22 registers, 14 are clearly higher than St Helens, 1 is clearly lower; chance could explain …`."""
    higher, unsure, lower = (sum(reading.band is band for reading in found) for band in JUDGED)
    return (
        f"of {sentences.count_words(len(found), 'register')}, {_are(higher)} clearly higher than {ST_HELENS}, "
        f"{_are(lower)} clearly lower; chance could explain the difference of {unsure or 'none'}"
    )


def _are(number: int) -> str:
    return f"{number or 'none'} {'is' if number <= 1 else 'are'}"


def _groups(found: Sequence[Reading]) -> dict[str, list[str]]:
    groups = {}
    for band, (judged, word) in JUDGED.items():
        names = [reading.name for reading in found if reading.band is band]
        groups[f"{mark(judged).icon} {word} ({len(names) or 'none'})"] = names
    return groups


def _drawn(found: Sequence[Reading]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": reading.name,
            "ratio": reading.value / whole,
            "lower": reading.row["lower_ci"] / whole,
            "upper": reading.row["upper_ci"] / whole,
            "network": (reading.network_value or float("nan")) / whole,
            "england": (reading.held.england or float("nan")) / whole,
            "side": _SIDE[reading.band],
            "label": f"{reading.shown(reading.value)}, {ST_HELENS} {reading.shown(whole)}",
            "said": f"{reading.of_patients}; 95% interval {reading.interval}%; {reading.held.period}{_beside(reading)}",
        }
        for reading in found
        for whole in [reading.held.benchmark.value]
    )


def _beside(reading: Reading) -> str:
    """`; network 3.1%; England 1.9%`, of those that are held."""
    held = {"network": reading.network_value, "England": reading.held.england}
    return "".join(f"; {name} {reading.shown(value)}" for name, value in held.items() if value is not None)


@lineage.remember(max_entries=80)
def _sentence(code: str) -> str:
    found = registers(code)
    ends = [one for one in (*found[:1], *found[-1:]) if one.band is not Band.CANNOT_TELL]
    named = [
        f"{one.name}: {one.of_patients}, {one.shown(one.value)} ({one.interval}), {ST_HELENS} "
        f"{one.shown(one.held.benchmark.value)}"
        for one in dict.fromkeys(ends)
    ]
    counts = _counts(found)
    clearest = f" Clearest, with 95% intervals: {'. '.join(named)}." if named else ""
    return f"{counts[:1].upper()}{counts[1:]}.{clearest}"


def _chance(found: Sequence[Reading]) -> str:
    by_chance = round(len(found) * (1 - CONFIDENCE_95))
    if not by_chance:
        return ""
    outside = sum(reading.band is not Band.CANNOT_TELL for reading in found)
    return (
        f"With {sentences.count_words(len(found), 'register')}, about {by_chance} would differ clearly by chance; "
        f"{outside or 'none'} {'does' if outside == 1 else 'do'}."
    )


def _part(found: Sequence[Reading]) -> str:
    """That the practice is a part of what it is read against."""
    largest = max(found, key=lambda reading: reading.held.ends)
    share = formats.number(largest.share_of_benchmark, 1)
    return f"The practice is itself {share}% of the St Helens figure, which draws the two together."


def _older(found: Sequence[Reading]) -> str:
    newest = max(reading.held.ends for reading in found)
    older = [f"{reading.name} ({reading.held.period})" for reading in found if reading.held.ends != newest]
    return f"From an earlier year than the others: {sentences.listed(older)}." if older else ""


def _table(found: Sequence[Reading], community: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Register": reading.name,
            "Period": reading.held.period,
            "On the register": reading.row["count"],
            "Patients": reading.row["denominator"],
            "Of whom": reading.held.people,
            "%": round(reading.value, 2),
            "Lower 95% limit": round(reading.row["lower_ci"], 2),
            "Upper 95% limit": round(reading.row["upper_ci"], 2),
            f"{community}, %": None if reading.network_value is None else round(reading.network_value, 2),
            f"{ST_HELENS}, %": round(reading.held.benchmark.value, 2),
            "England, %": None if reading.held.england is None else round(reading.held.england, 2),
            f"Against {ST_HELENS}": _banded(reading),
            f"T{_TIMES[1:]}": round(reading.value / whole, 2),
            "Lower 95% limit of it": round(reading.row["lower_ci"] / whole, 2),
            "Upper 95% limit of it": round(reading.row["upper_ci"] / whole, 2),
        }
        for reading in found
        for whole in [reading.held.benchmark.value]
    )


def _banded(reading: Reading) -> str:
    """`clearly higher (99.8%)`, `can’t tell`."""
    word = JUDGED[reading.band][1].removesuffix(f" than {ST_HELENS}").lower()
    return f"{word} ({reading.level})" if reading.level else word
