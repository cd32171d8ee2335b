"""A register as two figures: the care communities with their intervals, and the funnel of practices."""

import re

import pandas as pd

from shcares.charts import house
from shcares.charts.compare import compare_chart, compare_plot
from shcares.charts.funnel import funnel_chart, funnel_plot
from shcares.domain.vocabulary import Judgement
from shcares.stats.suppression import Band
from shcares.style import formats
from shcares.style.palette import Scheme
from shcares.ui import figures, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.registers import words as said
from shcares.ui.registers.counted import capital
from shcares.ui.registers.looks import look
from shcares.ui.registers.offered import YEAR
from shcares.ui.registers.register import Register, funnel_limits, register
from shcares.ui.registers.tables import community_table, practice_table

_KIND = re.compile(r" (?:Medical Centre|Medical Practice|Health Centre|Surgery)$")
_OTHERS = "Other communities"
_RULE = (
    "Higher or lower is said where the whole 95% interval of a community lies above or below the value of "
    "St Helens sub-ICB; where the interval holds that value it cannot be told."
)
_LIMITS = (
    "Funnel limits at 95% and 99.8% are the reach of chance round the value of St Helens sub-ICB, by size of "
    "list (Spiegelhalter). A practice lies outside the 95% limits exactly when its own Wilson interval misses it. More "
    "practices outside than chance would put there is tested on the 95% limits with the binomial distribution."
)


@recipes.figure("RC", "register_communities", indicator_id=recipes.INDICATOR)
def networks_figure(indicator_id: str, scheme: Scheme) -> figures.Figure:
    """The four care communities with their intervals, St Helens and England as rules to read against."""
    held = register(indicator_id)
    rows, about = held.networks, held.about
    if rows["denominator"].isna().all() or not held.benchmark.is_held:
        raise recipes.UnknownFigureError(f"{indicator_id} has no counts of the care communities")
    drawn = rows[["value", "lower_ci", "upper_ci"]].assign(
        area=rows["community"],
        role=rows["network"],
        interval=words.interval_words(rows, about),
        period=held.period,
        label=[
            f"{held.percent(row['value'])} {shown.icon} {shown.word}"
            for row in rows.to_dict("records")
            for shown in [look(Band(row["band"]), Judgement(row["judgement"]), row["network"], scheme)]
        ],
    )
    whole = held.benchmark.value
    against = {"St Helens": whole, "England": held.england}
    chart = compare_chart(
        drawn,
        benchmark=whole,
        benchmark_name=f"St Helens {held.percent(whole)}",
        further={f"England {formats.number(held.england, about['decimals'])}%": held.england},
        finding=f"Care communities: {held.noun}",
        subtitle=f"{held.counted.measure}, {held.dated}",
        decimals=about["decimals"],
    )
    return figures.Figure(
        id=f"{indicator_id}-communities",
        title=f"{about['name']}: care communities, {held.dated}",
        sentence=said.networks_sentence(held),
        period=held.dated,
        area="The four care communities, St Helens sub-ICB and England",
        source=words.sources_of(rows, about),
        method=f"{words.method_of(about, rows)} {_RULE} {said.in_benchmark(held)} {caveats(indicator_id)}",
        frame=community_table(held, indicator_id),
        spec=house.spec(chart),
        plot=lambda: compare_plot(
            drawn.assign(area=drawn["area"] + ", " + drawn["label"]),
            rules={f"{name}, {held.percent(value)}": value for name, value in against.items() if value is not None},
            axis=held.counted.measure,
            decimals=about["decimals"],
            name=held.dated,
        ),
        notes=(said.in_benchmark(held),),
        headline=said.headline(held),
        caution=said.caution(held),
    )


def caveats(indicator_id: str) -> str:
    """All that is to be known of an indicator, for its method."""
    return " ".join(reads.indicator_texts(indicator_id)[1]["text"])


@recipes.figure("RF", "register_funnel", indicator_id=recipes.INDICATOR, area_code=recipes.AREA, year=YEAR)
def practices_figure(indicator_id: str, area_code: str, year: str = "") -> figures.Figure:
    """The practices in a funnel round the benchmark, in the year named or the latest with counts.

    One community's stand out where it is chosen. Only of a register that `has_funnel`.
    """
    held = register(indicator_id, year)
    if not held.has_funnel:
        raise recipes.UnknownFigureError(f"{indicator_id} has no limits of chance in {held.period}")
    about, rows = held.about, held.practices
    points, limits, across = (
        _points(held, area_code),
        funnel_limits(held),
        f"{capital(held.people)} on the practice’s list",
    )
    chart = funnel_chart(
        points,
        limits=limits,
        benchmark=held.benchmark.value,
        benchmark_name=held.benchmark.name,
        finding="Practices, and how far chance alone would carry them",
        subtitle=f"{held.counted.measure}, {held.dated}",
        across=across,
        decimals=about["decimals"],
    )
    return figures.Figure(
        id=f"{indicator_id}-practices",
        title=f"{about['name']}: practices, {held.dated}",
        sentence=said.practices_sentence(held, area_code),
        period=held.dated,
        area="GP practices of St Helens",
        source=words.sources_of(pd.concat([rows, held.later]), about),
        method=f"{words.method_of(about, rows)} {_LIMITS} {caveats(indicator_id)}",
        frame=practice_table(held),
        spec=house.spec(chart),
        plot=lambda: funnel_plot(
            points,
            limits=limits,
            benchmark=held.benchmark.value,
            benchmark_name=held.benchmark.name,
            axis=held.counted.measure,
            across=across,
            decimals=about["decimals"],
        ),
        notes=said.funnel_notes(held, area_code),
        reading=said.chance(held),
        caution=said.caution(held),
    )


def _points(held: Register, area_code: str) -> pd.DataFrame:
    rows = held.practices
    chosen = set(said.practices_of(held, area_code)["area_code"])
    networks = reads.networks()
    names = dict(zip(networks["area_code"], networks["short_name"], strict=True))
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
            short(name) if shown and far else ""
            for name, shown, far in zip(rows["area_short_name"], placed, rows["far"].fillna(0), strict=True)
        ],
    )


def short(name: str) -> str:
    """The part of a practice's name that tells it from the others."""
    return _KIND.sub("", name.split(" (")[0])
