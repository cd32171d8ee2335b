"""Whether a slope changed between two censuses: said only where the intervals of both dates lie apart."""

from dataclasses import dataclass

import pandas as pd

from shcares.stats.gradients import Gradient, gradient_of, own_quantiles
from shcares.stats.results import Result
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.inequalities.gradient import slope_words
from shcares.ui.inequalities.gradient.grouped import Grouping, counts, scored
from shcares.ui.inequalities.gradient.measured import BY_ID, Ground, Measure

_PAIRS = {"deprived": "deprived_2011", "overcrowded": "overcrowded_2011"}
_EARLIER = {earlier: later for later, earlier in _PAIRS.items()}
ONE_DATE = "One date is held, so nothing is said of change."
_UNSURE = "Modelled or rounded counts have no interval, so nothing is said of change."


@dataclass(frozen=True, eq=False)
class Dates:
    """The slope of one measure at two dates, over the same areas in the same groups."""

    earlier: Gradient
    later: Gradient
    years: tuple[str, str]
    areas: int
    ground: Ground

    @property
    def gap(self) -> str:
        """`narrowed`, `widened` or "" for the difference between the ends."""
        return _moved(*(slope_words.absolute(each.sii) for each in (self.earlier, self.later)))

    @property
    def ratio(self) -> str:
        """The same of the ratio between the ends."""
        return _moved(*(slope_words.times(each.rii) for each in (self.earlier, self.later)))


def _moved(before: Result, after: Result) -> str:
    limits = (before.lower, before.upper, after.lower, after.upper)
    if any(limit is None for limit in limits):
        return ""
    low, high, later_low, later_high = (float(limit) for limit in limits if limit is not None)
    if later_low > high:
        return "widened"
    return "narrowed" if later_high < low else ""


@lineage.remember()
def two_dates(measure_id: str) -> Dates | None:
    """Both dates of a measure; None where it has one."""
    later_id = _EARLIER.get(measure_id, measure_id)
    if later_id not in _PAIRS:
        return None
    later, earlier = BY_ID[later_id], BY_ID[_PAIRS[later_id]]
    frame = _common(earlier, later)
    groups = own_quantiles(frame["score"], Grouping.FIFTHS.groups)
    first, last = (
        gradient_of(frame[f"count_{when}"], frame[f"of_{when}"], groups, groups=Grouping.FIFTHS.groups)
        for when in ("earlier", "later")
    )
    years = tuple(str(reads.observations(each.indicator_id)["period_end"].max().year) for each in (earlier, later))
    return Dates(first, last, (years[0], years[1]), len(frame), earlier.ground)


def _common(earlier: Measure, later: Measure) -> pd.DataFrame:
    """The areas that are the same at both dates, with both counts and the score of the index of 2019."""
    held = scored(earlier.ground)[["score"]]
    before = counts(earlier).set_index("area_code")[["count", "denominator"]]
    after = counts(later).set_index("area_code")[["count", "denominator"]]
    if earlier.ground.is_large:
        after = _in_larger(after)
    both = held.join(before.set_axis(["count_earlier", "of_earlier"], axis=1), how="inner")
    return both.join(after.set_axis(["count_later", "of_later"], axis=1), how="inner")


def _in_larger(after: pd.DataFrame) -> pd.DataFrame:
    """Neighbourhoods of 2021 added up to the larger areas of 2011 in which they nest."""
    nests = reads.lookup().drop_duplicates("lsoa21_code").set_index("lsoa21_code")["msoa11_code"]
    inside = after[after.index.isin(nests.index)]
    return inside.groupby(nests.reindex(inside.index)).sum()


@lineage.remember()
def change_words(measure_id: str) -> str:
    """What may be said of change: of gap and of ratio apart, since the two can move differently."""
    if not BY_ID[measure_id].has_interval:
        return _UNSURE
    held = two_dates(measure_id)
    if held is None:
        return ONE_DATE
    gaps = " and ".join(
        f"{formats.number(gap.value, 1)} points ({formats.interval(gap.lower, gap.upper, 1)}) in {year}"
        for year, gap in zip(
            held.years, (slope_words.absolute(each.sii) for each in (held.earlier, held.later)), strict=True
        )
    )
    ratios = " and ".join(
        f"{formats.number(ratio.value, 2)} ({formats.interval(ratio.lower, ratio.upper, 2)})"
        for ratio in (slope_words.times(each.rii) for each in (held.earlier, held.later))
    )
    return (
        f"The gap was {gaps}: {held.gap or 'no change can be told'}. "
        f"The ratio of the ends was {ratios}: {held.ratio or 'no change can be told'}."
    )


def how_compared(measure_id: str) -> str:
    """On which areas and by which index the two dates are compared; "" where there are not two."""
    held = two_dates(measure_id)
    if held is None:
        return ""
    return (
        f"Both dates: the same {formats.number(held.areas)} {held.ground.value}, in the borough’s own fifths by the "
        f"index of {held.ground.edition}. “Narrowed” and “widened” are said only where the 95% intervals lie apart."
    )
