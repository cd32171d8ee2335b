"""What is said of a slope: its size, its ratio, what is attributable, and what must be kept in mind."""

from shcares.stats.results import Result
from shcares.style import formats, sentences
from shcares.ui.inequalities.gradient.grouped import Grouped
from shcares.ui.inequalities.gradient.measured import Measure

METHOD = (
    "Counts and denominators of each group’s areas are added and the share is of the sums (Wilson’s interval, 1927). "
    "A line is fitted to the groups, on the logit scale. The slope index is its fall from the most to the least "
    "deprived end of the borough; the relative index is the ratio of the line’s ends (Low and Low, 2004). "
    "Their intervals are simulated from those of the groups; how far the groups lie from the line is not in them. "
    "The attributable share is how much lower the borough’s figure would be if every group had that of the least "
    "deprived (ScotPHO); it assumes cause, which no gradient proves. Figures are crude: no count is held by age, so "
    "none is adjusted for age."
)
UNSURE = (
    "The counts behind this measure are modelled or rounded, not plain counts, so no interval is worked out and "
    "nothing is tested."
)
_DECIMALS = 1


def end_of(result: Result) -> str:
    """`most` or `least`: the end of the borough where the measure is higher."""
    return "most" if (result.value or 0.0) < 0 else "least"


def gap_words(sii: Result) -> str:
    """`13.8 points higher at the most deprived end (95% interval 13.1 to 14.5)`, or why there is no slope index."""
    if sii.value is None:
        return f"No slope index: {_plain(sii.reason)}."
    return f"{points(sii.value)} higher at the {end_of(sii)} deprived end{_limits(absolute(sii), _DECIMALS)}"


def points(value: float) -> str:
    """`13.8 percentage points`, whichever way."""
    return f"{formats.number(abs(value), _DECIMALS)} percentage points"


def absolute(result: Result) -> Result:
    """The gap as a positive number where the whole interval lies on one side; else turned so that its value is."""
    if result.value is None or result.value >= 0:
        return result
    if result.lower is None or result.upper is None:
        return Result.of(-result.value)
    return Result.of(-result.value, -result.upper, -result.lower)


def times(rii: Result) -> Result:
    """The higher end over the lower: the relative index, or its reciprocal where the most deprived end is higher."""
    if rii.value is None or rii.value >= 1:
        return rii
    if rii.lower is None or rii.upper is None:
        return Result.of(1 / rii.value)
    return Result.of(1 / rii.value, 1 / rii.upper, 1 / rii.lower)


def times_words(rii: Result) -> str:
    """`1.87 times as high at the most deprived end (95% interval 1.81 to 1.93)`."""
    if rii.value is None:
        return f"No relative index: {_plain(rii.reason)}."
    end = "most" if rii.value < 1 else "least"
    ratio = times(rii)
    return f"{formats.number(ratio.value, 2)} times as high at the {end} deprived end{_limits(ratio, 2)}"


def attributable_words(held: Grouped) -> str:
    """The attributable share and that it assumes cause; or why it is not given."""
    par = held.gradient.par
    if not held.measure.is_bad:
        return "Not worked out: neither a high nor a low share is bad in itself."
    if par.value is None:
        return f"Not worked out: {_plain(par.reason)}."
    if par.value <= 0:
        return "Not worked out: the least deprived group has the highest figure."
    ideal = f"if every {held.grouping.one} had the share of the least deprived"
    return f"lower in the whole borough {ideal}{_limits(par, 1)}. Assumes cause"


def _plain(reason: str | None) -> str:
    """A refusal in the words of the page."""
    return str(reason).replace("quantile", "group")


def _limits(result: Result, decimals: int) -> str:
    words = formats.interval(result.lower, result.upper, decimals)
    return f" (95% interval {words})" if words else ", no interval"


def is_flat(sii: Result) -> bool:
    """Whether chance could explain the slope: the interval holds nought."""
    return sii.lower is not None and sii.upper is not None and sii.lower <= 0 <= sii.upper


def cautions(held: Grouped) -> tuple[str, ...]:
    """What to keep in mind: circular, crude, modelled, sums, empty and thin groups."""
    measure = held.measure
    notes = (measure.circular, "" if measure.has_interval else UNSURE, _crude(measure), sums(held), _empty(held))
    return tuple(note for note in notes if note)


def _crude(measure: Measure) -> str:
    noun = "households" if measure.of == "households" else "people"
    return f"Crude, not age-standardised: the {noun} of the groups differ in age, and nothing is adjusted for it."


def sums(held: Grouped) -> str:
    """That the groups add to the published row, or that no such row is held."""
    added = f"{formats.number(held.count)} of {formats.number(held.denominator)} {held.measure.of}"
    if held.adds_up:
        return f"The groups add to the borough’s published row: {added}."
    return f"The groups add to {added}; no row of the borough with counts is held to check that against."


def _empty(held: Grouped) -> str:
    if not held.empty:
        return ""
    tenths = sentences.listed([sentences.ordinal(one) for one in held.empty])
    return (
        f"No neighbourhood of the borough is in England’s {tenths} tenth by the index of "
        f"{held.measure.ground.edition}: the indices need the borough’s own fifths."
    )
