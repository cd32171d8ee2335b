"""The plan's actions for young people, and where each indicator that would show them moving stands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import GOOD_SIDE
from shcares.stats.trends import trend_judgement
from shcares.style import formats, sentences
from shcares.ui import direction, lineage, reads
from shcares.ui.measures import Latest, latest_of
from shcares.ui.priorities import rug, standing
from shcares.ui.priorities.standing import Standing

KIND = "marmot"


class Side(StrEnum):
    """On which side of the comparator a value lies as printed; says nothing about chance."""

    BETTER = "better side"
    WORSE = "worse side"
    SAME = "same value"
    NOT_JUDGED = "not judged good or bad"
    UNKNOWN = "no value to set it beside"


@dataclass(frozen=True)
class Shown:
    """One indicator under an action: where it stands, tested, and by value alone."""

    one: Standing
    side: Side
    apart: str
    fifth: str
    authorities: int

    @property
    def latest(self) -> Latest:
        """Its newest value beside the comparator's."""
        return self.one.latest

    @property
    def tested(self) -> bool:
        """Whether its interval could be held against the comparator."""
        return self.latest.judgement is not Judgement.NOT_COMPARED

    @property
    def directed(self) -> bool:
        """Whether its recent trend could be worked out."""
        return self.one.trend is not Judgement.NOT_COMPARED


@lineage.remember()
def by_action(comparator_code: str) -> dict[str, tuple[Shown, ...]]:
    """Ids of the plan's statements to the indicators under each, in order, beside one comparator."""
    declared = reads.item_indicators(KIND)
    return {
        str(item_id): tuple(
            _shown(entry, comparator_code)
            for indicator_id in rows["indicator_id"]
            for entry in latest_of(indicator_id, comparator_code)
        )
        for item_id, rows in declared.groupby("item_id", sort=False)
    }


def everything(comparator_code: str) -> tuple[Shown, ...]:
    """Every indicator under any action."""
    return tuple(shown for held in by_action(comparator_code).values() for shown in held)


def _shown(entry: Latest, comparator_code: str) -> Shown:
    about = reads.indicator(entry.indicator_id)
    trend = direction.trend_of(standing.own_series(entry.indicator_id, entry.sex, areas.ST_HELENS), about)
    judged = trend_judgement(trend, Polarity(about["polarity"]))
    why_not = str(trend.reason) if judged is Judgement.NOT_COMPARED else ""
    one = Standing(heading="", latest=entry, name=about["short_name"], trend=judged, trend_why_not=why_not)
    side, apart = _beside(one, comparator_code)
    place = rug.cells_of(one, comparator_code)[0]
    authorities = len(standing.authorities(entry.indicator_id, entry.sex))
    return Shown(one, side, apart, place.fifth_word, authorities)


def _beside(one: Standing, comparator_code: str) -> tuple[Side, str]:
    """The side of the values as shown on screen, and how far apart they are in words."""
    now, about = standing.same_period(one.latest.indicator_id, one.latest.sex)["value"], one.about
    if comparator_code not in now.index:
        return Side.UNKNOWN, ""
    mine, theirs = (round(float(now[code]), about["decimals"]) for code in (areas.ST_HELENS, comparator_code))
    apart = sentences.gap(mine, theirs, reads.area_name(comparator_code), about["decimals"], about["unit"])
    if mine == theirs:
        return Side.SAME, apart
    good = GOOD_SIDE[one.polarity] * (mine - theirs)
    return (Side.NOT_JUDGED if not good else Side.BETTER if good > 0 else Side.WORSE), apart


@dataclass(frozen=True)
class Tally:
    """How many of some indicators stand where, tested and by value alone."""

    of: int
    judged: Counter[Judgement]
    trends: Counter[Judgement]
    sides: Counter[Side]
    steps: Counter[str]

    @property
    def tested(self) -> int:
        """How many could be tested against the comparator."""
        return self.of - self.judged[Judgement.NOT_COMPARED]

    @property
    def directed(self) -> int:
        """How many have a recent trend that could be worked out."""
        return self.of - self.trends[Judgement.NOT_COMPARED]

    @property
    def moving(self) -> int:
        """How many have a significant recent trend."""
        return self.directed - self.trends[Judgement.SIMILAR]

    @property
    def beside(self) -> int:
        """How many have a comparator's value of the same period."""
        return self.of - self.sides[Side.UNKNOWN]


def tally(shown: Sequence[Shown]) -> Tally:
    """Count them."""
    return Tally(
        of=len(shown),
        judged=Counter(each.latest.judgement for each in shown),
        trends=Counter(each.one.trend for each in shown),
        sides=Counter(each.side for each in shown),
        steps=Counter(_step(each.latest.movement) for each in shown),
    )


def _step(movement: str) -> str:
    return next((way for way in ("right way", "wrong way", "unchanged") if way in movement), "")


def no_interval(shown: Sequence[Shown]) -> int:
    """How many have no interval in the figures held."""
    return sum(not each.latest.interval for each in shown)


def no_comparator(shown: Sequence[Shown]) -> int:
    """How many have no comparator's value of the same period."""
    return sum(each.latest.comparator_text == formats.NO_DATA for each in shown)
