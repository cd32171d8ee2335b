"""Where St Helens stands on every supporting indicator: a spine chart against the comparator and all authorities."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.spine import spine_chart, spine_plot
from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import GOOD_SIDE, judge, why_not_compared
from shcares.style import sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, reads, recipes
from shcares.ui.filters import COMPARATORS
from shcares.ui.priorities import standing
from shcares.ui.priorities.standing import FEWEST_AUTHORITIES, Standing

METHOD = (
    "Each row has its own scale, so rows cannot be read against each other. The comparator’s value is in the "
    "middle; half the width is its distance from the farther of the worst and the best upper-tier authority of "
    "England held for the same period. Right is better; indicators that are not judged good or bad come last, in a "
    "group of their own, where right is higher. Light grey runs from the worst authority to the best, darker grey "
    "holds the middle half of them. No "
    f"range is drawn from fewer than {FEWEST_AUTHORITIES} authorities. Judged: the 95% interval of St Helens against "
    "the comparator’s value. Where the comparator has no value in the period, England stands in and the row says "
    "so; where England has none either, nothing is drawn. St Helens is part of every comparator; nothing is "
    "adjusted for that."
)
_LISTS = "The lists above hold the key measures too, so they count more series than the supporting ones drawn here."
AXIS = "Distance from the comparator as a share of the farthest authority’s; right is better, or higher if unjudged"
PICTURED = ("Indicator", "Period", "St Helens", "Benchmark", "Benchmark value", "Judgement", "Place from −1 to 1")
_UNJUDGED = "Not judged good or bad: lowest to the left, highest to the right"


@dataclass(frozen=True)
class Place:
    """One row: what it is measured against, how everyone is spread, and where on the spine each mark stands."""

    one: Standing
    benchmark_code: str
    benchmark: float | None
    judgement: Judgement
    why_not: str
    value: float
    region: float | None
    spread: pd.Series
    authorities: int

    @property
    def is_judged(self) -> bool:
        """Whether one end of its scale is good."""
        return self.one.polarity is not Polarity.NEUTRAL

    @property
    def sign(self) -> int:
        """1 where higher lies to the right, −1 where lower does."""
        return GOOD_SIDE[self.one.polarity] or 1

    def at(self, value: float | None) -> float | None:
        """A value's place between −1 and 1; None where there is no scale to put it on."""
        if value is None or self.benchmark is None or self.spread.empty:
            return None
        half = max(abs(self.spread.max() - self.benchmark), abs(self.benchmark - self.spread.min()))
        return self.sign * (value - self.benchmark) / half if half > 0 else None

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """The worst and the best value of all authorities."""
        if self.spread.empty:
            return None, None
        low, high = float(self.spread.min()), float(self.spread.max())
        return (low, high) if self.sign > 0 else (high, low)


@recipes.figure("SP", "spine", priority_id=recipes.PRIORITY, comparator_code=recipes.COMPARATOR)
def spine_figure(priority_id: str, comparator_code: str, comparator: str, scheme: Scheme) -> figures.Figure:
    """The spine chart of one priority against one comparator in one colour scheme."""
    shown = standing.supporting(priority_id, comparator_code)
    places = sorted((place_of(one, comparator_code) for one in shown), key=lambda place: not place.is_judged)
    title = f"{reads.priority_titles()[priority_id]}: where St Helens stands"
    drawn = pd.DataFrame([drawn_row(place, comparator_code, scheme) for place in places])
    chart = spine_chart(
        drawn,
        benchmark_name=comparator,
        finding=finding(places, comparator_code),
        subtitle="St Helens among the upper-tier authorities of England; every row has its own scale",
    )
    return figures.Figure(
        id=f"spine-{priority_id}",
        title=title,
        sentence=sentence(places, comparator_code),
        period="Latest published period of each indicator for St Helens",
        area="St Helens, the comparator, the North West and the upper-tier authorities of England",
        source=standing.sources_of(shown),
        method=METHOD,
        frame=pd.DataFrame([plain_row(place, comparator_code) for place in places]),
        spec=house.spec(chart),
        plot=lambda: spine_plot(drawn, axis=AXIS),
        picture_columns=PICTURED,
        notes=(_LISTS, *_undrawn(places), *_missing(priority_id)),
    )


def _undrawn(places: list[Place]) -> tuple[str, ...]:
    without = sum(place.at(place.value) is None for place in places)
    said = f"Not drawn for want of a comparator value or a range: {without} of {len(places)}; the table says why."
    return (said,) if without else ()


def _missing(priority_id: str) -> tuple[str, ...]:
    names = list(standing.without_value(priority_id))
    return (f"No value for St Helens is held for {sentences.listed(names)}.",) if names else ()


def place_of(one: Standing, comparator_code: str) -> Place:
    """A series against its benchmark: the comparator, or England where the comparator has no value in that period."""
    now = standing.same_period(one.latest.indicator_id, one.latest.sex, one.area_code)
    held = [code for code in (comparator_code, areas.ENGLAND) if code in now.index]
    benchmark = _value(now, held[0]) if held else None
    mine = now.loc[one.area_code].to_dict()
    numbers = (mine["value"], mine["lower_ci"], mine["upper_ci"], benchmark)
    everyone = standing.authorities(one.latest.indicator_id, one.latest.sex, one.area_code)["value"]
    return Place(
        one=one,
        benchmark_code=held[0] if held else "",
        benchmark=benchmark,
        judgement=judge(*numbers, polarity=one.polarity),
        why_not=why_not_compared(*numbers) or "",
        value=float(mine["value"]),
        region=_value(now, areas.NORTH_WEST),
        spread=everyone if len(everyone) >= FEWEST_AUTHORITIES else everyone.iloc[:0],
        authorities=len(everyone),
    )


def _value(now: pd.DataFrame, area_code: str) -> float | None:
    return float(now["value"][area_code]) if area_code in now.index else None


def drawn_row(place: Place, comparator_code: str, scheme: Scheme) -> dict[str, Any]:
    """A row as the chart wants it."""
    one, painted = place.one, mark(place.judgement, scheme)
    worst, best = place.ends
    low, high = (place.at(end) for end in place.ends)
    quarters = [place.at(float(place.spread.quantile(share))) if len(place.spread) else None for share in (0.25, 0.75)]
    q25, q75 = quarters if place.sign > 0 else quarters[::-1]
    tested = place.judgement is not Judgement.NOT_COMPARED
    return {
        "group": one.heading if place.is_judged else _UNJUDGED,
        "judged": place.is_judged,
        "name": one.name,
        "when": " · ".join(filter(None, (one.dated, _short(one.latest.unit)))),
        "local": one.latest.text,
        "word": painted.word if tested else "not tested",
        "benchmark": one.said(place.benchmark),
        "measured_by": COMPARATORS[place.benchmark_code] if place.benchmark_code not in ("", comparator_code) else "",
        "worst": "" if worst is None else one.said(worst),
        "best": "" if best is None else one.said(best),
        "worst_is": "lowest" if not place.is_judged and worst is not None else "",
        "best_is": "highest" if not place.is_judged and best is not None else "",
        "said": _unsaid(place),
        "tip": _tip(place),
        "bar": _bar(place, painted.word if tested else "not tested"),
        "low": low,
        "q25": q25,
        "q75": q75,
        "high": high,
        "region": None if place.benchmark_code == areas.NORTH_WEST else place.at(place.region),
        "at": place.at(place.value),
        "colour": painted.colour,
        "ink": painted.ink,
        "icon": painted.icon if tested else "",
    }


def _bar(place: Place, word: str) -> str:
    """`Smoking at delivery: 12.3%, worse, against 7.4%`, as the name of a bar."""
    return f"{place.one.name}: {place.one.latest.text}, {word.lower()}, against {place.one.said(place.benchmark)}"


def _short(unit: str) -> str:
    """`per 100,000` of `per 100,000 people aged 65 and over`: the table has the whole."""
    return " ".join(unit.split()[:2]) if unit.startswith("per ") else unit


def _unsaid(place: Place) -> str:
    if place.benchmark is None:
        return f"Not drawn: no comparator value is held for {place.one.latest.period}"
    if place.spread.empty:
        held = sentences.count_words(place.authorities, "authority", "authorities")
        return f"Not drawn: {held} held, too few for a range"
    return ""


def _tip(place: Place) -> str:
    judged = _judged(place)
    interval = f" (95% interval {place.one.latest.interval})" if place.one.latest.interval else ""
    return f"{place.one.name}, {place.one.latest.period}: {place.one.latest.text}{interval}; {judged}"


def _judged(place: Place) -> str:
    if place.judgement is Judgement.NOT_COMPARED:
        missing = "no interval" if "interval" in place.why_not else "no comparator value"
        return f"not tested, {missing} in the figures held"
    return sentences.against(place.judgement, COMPARATORS[place.benchmark_code])


def _stands_in(place: Place, comparator_code: str) -> bool:
    return place.benchmark_code not in ("", comparator_code)


def _against(places: list[Place], comparator_code: str) -> str:
    known = any(_stands_in(place, comparator_code) for place in places)
    return "their benchmark" if known else sentences.the(COMPARATORS[comparator_code])


def finding(places: list[Place], comparator_code: str) -> str:
    """How many can be shown to be worse and better."""
    worse, better = (sum(place.judgement is one for place in places) for one in (Judgement.WORSE, Judgement.BETTER))
    against = _against(places, comparator_code)
    tested = sum(place.judgement is not Judgement.NOT_COMPARED for place in places)
    return (
        f"Supporting indicators: {tested} of {len(places)} can be tested against {against}, "
        f"{worse or 'none'} worse, {better or 'none'} better"
    )


def sentence(places: list[Place], comparator_code: str) -> str:
    """How many of the series stand where, tested and by value alone."""
    counted = {one: sum(place.judgement is one for place in places) or "none" for one in Judgement}
    sides = [place.at(place.value) for place in places if place.is_judged]
    drawn = [side for side in sides if side is not None]
    right = sum(side > 0 for side in drawn) or "none"
    return (
        f"Of {len(places)} series of supporting indicators, {counted[Judgement.WORSE]} can be shown to be worse than "
        f"{_against(places, comparator_code)}, {counted[Judgement.BETTER]} better; {counted[Judgement.SIMILAR]} "
        f"cannot be told apart from it and {counted[Judgement.NOT_COMPARED]} cannot be tested. By value alone, which "
        f"may be chance, {right} of {len(drawn)} drawn and judged good or bad lie on the better side."
    )


def plain_row(place: Place, comparator_code: str) -> dict[str, Any]:
    """A row of the table."""
    one, (worst, best), at = place.one, place.ends, place.at(place.value)
    everyone = standing.authorities(one.latest.indicator_id, one.latest.sex, one.area_code)
    named = dict(zip(everyone["value"], everyone["area_short_name"], strict=True))
    measured = COMPARATORS[place.benchmark_code] if place.benchmark_code else "no benchmark held"
    return {
        "Heading": one.heading,
        "Indicator": one.name,
        "Unit": one.about["unit_label"],
        "Period": one.dated,
        reads.area_name(one.area_code): one.latest.text,
        "95% interval": one.latest.interval or "none held",
        "Benchmark": f"{measured}, standing in for {sentences.the(COMPARATORS[comparator_code])}"
        if _stands_in(place, comparator_code)
        else measured,
        "Benchmark value": one.said(place.benchmark),
        "Judgement": mark(place.judgement).word,
        "Why not tested": "" if place.judgement is not Judgement.NOT_COMPARED else _judged(place),
        "North West": one.said(place.region),
        "Worst (or lowest)": "" if worst is None else f"{one.said(worst)} ({named[worst]})",
        "Lower quarter": one.said(float(place.spread.quantile(0.25))) if len(place.spread) else "",
        "Upper quarter": one.said(float(place.spread.quantile(0.75))) if len(place.spread) else "",
        "Best (or highest)": "" if best is None else f"{one.said(best)} ({named[best]})",
        "Place from −1 to 1": None if at is None else round(at, 2),
        "Authorities held": place.authorities,
        "Not drawn because": _unsaid(place).removeprefix("Not drawn: "),
        "Right is": "better" if place.is_judged else "higher: not judged good or bad",
        "Source": one.latest.source,
    }
