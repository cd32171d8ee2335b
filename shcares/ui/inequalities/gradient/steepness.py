"""Every measure's slope in one picture, the steepest first, apart by how near it is to the index itself."""

import pandas as pd

from shcares.charts import house
from shcares.charts.forest import forest_chart, forest_plot
from shcares.domain.vocabulary import Judgement
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, indicator_words, lineage, reads, recipes
from shcares.ui.inequalities.gradient import slope_words as said
from shcares.ui.inequalities.gradient.grouped import Grouped, Grouping, grouped, withheld_words
from shcares.ui.inequalities.gradient.measured import KINSHIPS, MEASURES
from shcares.ui.inequalities.gradient.residents import OVERALL, index_of

_NOT_OFFERED = (
    "The counts of the index of 2025 have no denominators. Ethnic group, religion, type of home and tenure other than "
    "social renting have no end that is worse, so no slope is drawn."
)
_AXIS = "Slope index, percentage points; to the right of nought higher at the most deprived end; lines: 95% interval"


@lineage.remember()
def slopes() -> list[Grouped]:
    """Every measure in the borough's own fifths, by kinship to the index, the steepest of each first."""
    each = [grouped(measure.id, Grouping.FIFTHS) for measure in MEASURES]
    held = [one for one in each if one.gradient.sii.value is not None]
    return sorted(held, key=lambda one: (KINSHIPS.index(one.measure.kinship), one.gradient.sii.value))


@recipes.figure("NZ", "steepness")
def steepness_figure(scheme: Scheme) -> figures.Figure:
    """The gap between the ends of each slope, right of nought where the most deprived end is higher."""
    held = slopes()
    steepest = next(one for one in held if one.measure.kinship == KINSHIPS[0])
    finding = f"{steepest.measure.label}: by value the steepest slope of those apart from the index"
    drawn = pd.DataFrame([_drawn(one, scheme) for one in held])
    chart = forest_chart(
        drawn,
        zero_name="No slope",
        finding=finding,
        subtitle="Slope index, percentage points between the ends, in the borough’s own fifths; beside it the ratio",
        left="higher at the least deprived end",
        right="higher at the most deprived end",
        decimals=0,
    )
    indices = {one.measure.ground.edition for one in held}
    named = [source for one in held for source in reads.observations(one.measure.indicator_id)["source_id"]]
    named += [source for edition in sorted(indices) for source in index_of(edition, OVERALL)["source_id"]]
    return figures.Figure(
        id="gradient-steepness",
        title="How steep each measure’s slope is",
        sentence=_sentence(held),
        period=f"2011 to 2021, by measure; index of {' and '.join(sorted(indices))}",
        area="St Helens, neighbourhoods (LSOA) or larger ones (MSOA)",
        source=indicator_words.sources_named(named),
        method=said.METHOD,
        frame=pd.DataFrame([_row(one) for one in held]),
        spec=house.spec(chart),
        plot=lambda: forest_plot(_with_kinship(drawn), axis=_AXIS, decimals=1, name="Slope index"),
        notes=(
            "A wider gap is not a worse problem: a rare thing has a small gap and can have a large ratio.",
            withheld_words(),
            _NOT_OFFERED,
        ),
    )


def _with_kinship(drawn: pd.DataFrame) -> pd.DataFrame:
    """What is near to the index itself says so, where there are no headings to say it."""
    near = drawn["group"].where(drawn["group"] != KINSHIPS[0], "").str.lower()
    return drawn.assign(name=drawn["name"].where(near == "", drawn["name"] + ", " + near))


def _judged(one: Grouped) -> Judgement:
    """On which side the whole interval lies: neither is a judgement of better or worse."""
    sii = one.gradient.sii
    if sii.lower is None or sii.value is None:
        return Judgement.NOT_COMPARED
    if said.is_flat(sii):
        return Judgement.SIMILAR
    return Judgement.HIGHER if sii.value < 0 else Judgement.LOWER


def _drawn(one: Grouped, scheme: Scheme) -> dict[str, object]:
    sii = one.gradient.sii
    looks = mark(_judged(one), scheme)
    return {
        "name": one.measure.label,
        "group": one.measure.kinship,
        "value": None if sii.value is None else -sii.value,
        "lower_ci": float("nan") if sii.upper is None else -sii.upper,
        "upper_ci": float("nan") if sii.lower is None else -sii.lower,
        "label": _label(one),
        "said": f"{said.gap_words(sii)}; {said.times_words(one.gradient.rii)}",
        "icon": "" if sii.lower is None else looks.icon,
        "colour": looks.colour,
        "ink": looks.ink,
    }


def _label(one: Grouped) -> str:
    """`13.6 points, 1.9 times`."""
    points, times = said.absolute(one.gradient.sii).value, said.times(one.gradient.rii).value
    turned = ", the other way" if _judged(one) is Judgement.LOWER else ""
    return f"{formats.number(points, 1)} points, {formats.number(times, 1)} times{turned}"


def _sentence(held: list[Grouped]) -> str:
    sure = [one for one in held if one.measure.has_interval]
    higher = sum(_judged(one) is Judgement.HIGHER for one in sure)
    lower = [one.measure.label for one in sure if _judged(one) is Judgement.LOWER]
    turned = f" The other way: {sentences.listed(lower)}." if lower else ""
    return (
        f"Of {len(sure)} measures with an interval, {higher} are clearly higher at the most deprived end of the "
        f"borough.{turned}"
    )


def _row(one: Grouped) -> dict[str, object]:
    gradient = one.gradient
    row: dict[str, object] = {"Measure": one.measure.label, "Kind": one.measure.kinship}
    for name, result, decimals in (
        ("Slope index, points", gradient.sii, 1),
        ("Relative index, least over most", gradient.rii, 3),
        ("Attributable share, %", gradient.par, 1),
    ):
        shown = result.value is not None and (result is not gradient.par or (one.measure.is_bad and result.value > 0))
        limits = (result.value, result.lower, result.upper) if shown else (None, None, None)
        for what, value in zip((name, f"{name}: lower", f"{name}: upper"), limits, strict=True):
            row[what] = None if value is None else round(value, decimals)
    return row | {
        "Areas": f"{int(one.table['areas'].sum())} {one.measure.ground.value}",
        "Caution": one.measure.circular,
    }
