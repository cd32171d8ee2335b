"""Practice registers as tests: what share of each community's patients has a condition, against all four together."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.carried import Carried, multiples, times_the_rest, verdicts
from shcares.stats.comparison import GOOD_SIDE
from shcares.stats.levels import CONFIDENCE_95
from shcares.ui import lineage
from shcares.ui.places.communities import overlap
from shcares.ui.registers.counted import topic
from shcares.ui.registers.offered import of_communities
from shcares.ui.registers.register import Register

_LONGEST = 37
_SIDE = {Carried.MORE: 1, Carried.LESS: -1}


@lineage.remember()
def tests() -> pd.DataFrame:
    """A row for each register and community, each in its latest year with counts.

    Columns: `id`, `name`, `short` (fits beside a chart), `brief` (fits a cell), `network`, `focus_areas`, `period`,
    `ends`, `people`; `decimals`, `count`, `denominator`, `value`,
    `whole_count`, `whole_denominator`, `whole` (the four together); `times` (the value over the whole), `lower`,
    `upper` (its 99.8 % limits), `rest` (times the other three); `verdict` at 99.8 %, `verdict_95`; `judgement`, better
    or worse where one side is good; `above` of `practices` with a figure whose value lies above the whole.
    """
    return pd.concat([_tested(held) for held in _testable()], ignore_index=True)


def _testable() -> list[Register]:
    """Shares of people with counts of all four; visits repeat, so chance cannot be told from their number."""
    return [held for held in of_communities() if held.has_funnel and _has_all(held)]


def _has_all(held: Register) -> bool:
    return set(held.networks.dropna(subset=["count", "denominator"])["network"]) == set(overlap.codes())


@lineage.remember()
def untested() -> tuple[Register, ...]:
    """Indicators the communities have counts of that no test here fits."""
    fit = _testable()
    return tuple(held for held in of_communities() if all(held is not one for one in fit))


def _tested(held: Register) -> pd.DataFrame:
    rows = held.networks
    of = (rows["count"], rows["denominator"], rows["count"].sum(), rows["denominator"].sum())
    outer, inner = multiples(*of), multiples(*of, confidence=CONFIDENCE_95)
    said = verdicts(outer)
    return pd.DataFrame(
        {
            "id": held.about["indicator_id"],
            "name": topic(held.about),
            "short": held.label if len(topic(held.about)) > _LONGEST else topic(held.about),
            "brief": held.label.split(",")[0],
            "network": rows["network"],
            "focus_areas": [held.about["focus_areas"]] * len(rows),
            "period": held.period,
            "ends": held.ends,
            "people": held.people,
            "count": rows["count"],
            "denominator": rows["denominator"],
            "value": rows["count"] / rows["denominator"] * 100,
            "whole_count": of[2],
            "whole_denominator": of[3],
            "whole": of[2] / of[3] * 100,
            "decimals": held.about["decimals"],
            "times": outer.times,
            "lower": outer.limits.lower,
            "upper": outer.limits.upper,
            "rest": times_the_rest(*of),
            "verdict": said,
            "verdict_95": verdicts(inner),
            "judgement": [_judged(one, held.polarity) for one in said],
            **_practices(held, rows["network"], of[2] / of[3] * 100),
        }
    )


def _judged(verdict: Carried, polarity: Polarity) -> Judgement:
    side = _SIDE.get(verdict, 0)
    if not side:
        return Judgement.SIMILAR
    good = side * GOOD_SIDE[polarity]
    if good:
        return Judgement.BETTER if good > 0 else Judgement.WORSE
    return Judgement.HIGHER if side > 0 else Judgement.LOWER


def _practices(held: Register, networks: Iterable[str], whole: float) -> dict[str, list[int]]:
    """How many practices of each community lie above the whole: whether a difference is of many or of a few."""
    known = held.practices.dropna(subset=["value"])
    own = [known.loc[known["network"] == network, "value"] for network in networks]
    return {"above": [int((values > whole).sum()) for values in own], "practices": [len(values) for values in own]}


def of_community(network: str) -> pd.DataFrame:
    """The tests of one community, clearly higher first and clearly lower last; by multiple within each."""
    rows = tests()
    mine = rows[rows["network"] == network]
    place = mine["verdict"].map([Carried.MORE, Carried.CANNOT_TELL, Carried.LESS].index)
    ordered: pd.DataFrame = mine.assign(place=place).sort_values(["place", "times"], ascending=[True, False])
    return ordered


def counts_words(row: dict[Any, Any]) -> str:
    """`2,343 of 29,549 patients aged 18 and over`."""
    return f"{row['count']:,.0f} of {row['denominator']:,.0f} {row['people']}"
