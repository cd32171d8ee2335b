"""The Practices view: does a community's or a practice's register differ from St Helens, really or by chance?"""

import re
from html import escape

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.compare import compare_chart
from shcares.charts.funnel import funnel_chart
from shcares.domain import areas
from shcares.domain.vocabulary import Judgement
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, filters, reads
from shcares.ui import indicator_words as words
from shcares.ui.filters import Choice
from shcares.ui.priorities import register_words as said
from shcares.ui.priorities.register import Register, funnel_limits, register
from shcares.ui.priorities.register_tables import community_table, practice_table

_STANDS_IN = {
    "resilient_communities": (
        "No register of frailty is among the figures held. These are conditions often found with it; "
        "none of them counts it."
    )
}
_KIND = re.compile(r" (?:Medical Centre|Medical Practice|Health Centre|Surgery)$")
_OTHERS = "Other communities"
_RULE = (
    "Higher or lower is said where the whole 95% interval of a community lies above or below the value of "
    "St Helens sub-ICB; where the interval holds that value the two are similar."
)
_LIMITS = (
    "Funnel limits at 95% and 99.8% are the reach of chance round the value of St Helens sub-ICB for a list of each "
    "size (Spiegelhalter). A practice lies outside the 95% limits exactly when its own Wilson interval misses it. More "
    "practices outside than chance would put there is tested on the 95% limits with the binomial distribution."
)


def show_registers(priority_id: str, choice: Choice) -> None:
    """Choose a register; the answer, the four communities and the funnel of their practices."""
    registers = {register(indicator_id).label: indicator_id for indicator_id in reads.registers(priority_id)}
    if not registers:
        st.markdown("No register of GP practices bears on this priority.")
        return
    if priority_id in _STANDS_IN:
        st.markdown(f":material/info: {_STANDS_IN[priority_id]}")
    label = st.segmented_control(
        "Register kept by GP practices",
        list(registers),
        key="register",
        default=next(iter(registers)),
        required=True,
        bind="query-params",
    )
    chosen = registers[label]
    st.header(_answer(chosen, choice.area_code), anchor=False)
    st.html(f"<p class='shc-sentence'>{escape(said.reading_note(register(chosen)))}</p>")
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if choice.comparator_code != areas.ENGLAND:
            named = sentences.the(choice.comparator)
            filters.not_here(f"No register is held for {named}, so England stands beside St Helens.")
    communities, practices = st.container(key="registers-pair").columns([2, 3], gap="medium")
    with communities:
        figures.show(networks_figure(chosen, choice.scheme))
    with practices:
        figures.show(practices_figure(chosen, choice.area_code))


@st.cache_resource(show_spinner=False)
def _answer(indicator_id: str, area_code: str) -> str:
    return said.answer(register(indicator_id), area_code)


@st.cache_resource(show_spinner=False, max_entries=60)
def networks_figure(indicator_id: str, scheme: Scheme) -> figures.Figure:
    """The four care communities with their intervals, St Helens and England as rules to read against."""
    held = register(indicator_id)
    rows, about = held.networks, held.about
    drawn = rows[["value", "lower_ci", "upper_ci"]].assign(
        area=rows["community"],
        role=rows["network"],
        interval=words.interval_words(rows, about),
        period=held.period,
        label=[
            f"{held.percent(value)} {drawn.icon} {drawn.word.lower()}"
            for value, judged in zip(rows["value"], rows["judgement"], strict=True)
            for drawn in [mark(Judgement(judged), scheme)]
        ],
    )
    whole = held.benchmark["value"]
    chart = compare_chart(
        drawn,
        benchmark=whole,
        benchmark_name=f"St Helens {held.percent(whole)}",
        further={f"England {formats.number(held.england, about['decimals'])}%": held.england},
        finding=f"Care communities: {held.condition}",
        subtitle=f"% on the register, {held.dated}",
        decimals=about["decimals"],
    )
    return figures.Figure(
        id=f"{indicator_id}-communities",
        title=f"{about['name']}: care communities, {held.dated}",
        sentence=said.networks_sentence(held),
        period=held.dated,
        area="The four care communities, St Helens sub-ICB and England",
        source=words.sources_of(rows, about),
        method=f"{words.method_of(about, rows)} {_RULE} {said.in_benchmark(held)} {_caveats(indicator_id)}",
        frame=community_table(held, indicator_id),
        spec=house.spec(chart),
        notes=(said.in_benchmark(held),),
    )


def _caveats(indicator_id: str) -> str:
    return " ".join(reads.indicator_texts(indicator_id)[1]["text"])


@st.cache_resource(show_spinner=False, max_entries=60)
def practices_figure(indicator_id: str, area_code: str) -> figures.Figure:
    """The practices in a funnel round St Helens; one community's stand out where it is chosen."""
    held = register(indicator_id)
    about, rows = held.about, held.practices
    whole = held.benchmark["value"]
    chart = funnel_chart(
        _points(held, area_code),
        limits=funnel_limits(held),
        benchmark=whole,
        benchmark_name="St Helens",
        finding="Practices, and how far chance alone would carry them",
        subtitle=f"% on the {held.noun}, {held.dated}",
        across=f"{held.people.capitalize()} on the practice’s list",
        decimals=about["decimals"],
    )
    return figures.Figure(
        id=f"{indicator_id}-practices",
        title=f"{about['name']}: practices, {held.dated}",
        sentence=said.practices_sentence(held, area_code),
        period=held.dated,
        area="GP practices of St Helens",
        source=words.sources_of(pd.concat([rows, held.later]), about),
        method=f"{words.method_of(about, rows)} {_LIMITS} {_caveats(indicator_id)}",
        frame=practice_table(held),
        spec=house.spec(chart),
        notes=said.funnel_notes(held, area_code),
    )


def _points(held: Register, area_code: str) -> pd.DataFrame:
    rows = held.practices
    chosen = set(said.practices_of(held, area_code)["area_code"])
    names = dict(zip(held.networks["network"], held.networks["community"], strict=True))
    placed = [
        code in chosen and network in names for code, network in zip(rows["area_code"], rows["network"], strict=True)
    ]
    return rows[["value", "denominator"]].assign(
        area=rows["area_short_name"],
        group=[names[code] if shown else _OTHERS for code, shown in zip(rows["network"], placed, strict=True)],
        role=[code if shown else "comparator" for code, shown in zip(rows["network"], placed, strict=True)],
        said=[held.of_patients(row) for row in rows.to_dict("records")],
        interval=words.interval_words(rows, held.about),
        period=held.period,
        label=[
            _short(name) if shown and far else ""
            for name, shown, far in zip(rows["area_short_name"], placed, rows["far"].fillna(0), strict=True)
        ],
    )


def _short(name: str) -> str:
    """The part of a practice's name that tells it from the others."""
    return _KIND.sub("", name.split(" (")[0])
