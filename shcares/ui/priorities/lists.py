"""Two lists, tested and not eyeballed: worse and worsening, better and improving; then what passes one test only."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from html import escape
from itertools import product

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.style import formats, sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, reads, recipes, words
from shcares.ui.priorities.standing import Standing, candidates, sources_of

_METHOD = (
    "Two tests. The comparison: the 95% interval of St Helens lies wholly on one side of the comparator’s value of the "
    "same period. The direction: the recent trend of the last five yearly values, at the 99.8% level. It also "
    "keeps its sign with any one of the five left out; pooled periods overlap, so they have none. A series stands in "
    "the first pair of lists only when it passes both. What cannot be tested is in neither, whatever its value; the "
    "table holds every series looked at, with the reason."
)
_TREND = {
    Judgement.BETTER: "Getting better",
    Judgement.WORSE: "Getting worse",
    Judgement.HIGHER: "Increasing",
    Judgement.LOWER: "Decreasing",
    Judgement.SIMILAR: "No significant change",
    Judgement.NOT_COMPARED: "Not tested",
}
_KINDS_OF_REASON = {
    "overlap": "are pooled over overlapping years",
    "points are needed": "have fewer than five yearly values",
    "not consecutive": "have years missing among the last five",
    "changed in": "have a break of series in the last five years",
    "interval": "have no interval for each of the last five values",
    "": "have counts that the test cannot use",
}


class Reading(StrEnum):
    """What the two tests say together."""

    WORSE_TWICE = "worse and worsening"
    BETTER_TWICE = "better and improving"
    WORSE_ONCE = "worse or worsening, on one test"
    BETTER_ONCE = "better or improving, on one test"
    BOTH_WAYS = "one test each way"
    NEITHER = "neither test says better or worse"
    UNTESTED = "neither test can be made"


_TITLES = {
    Reading.WORSE_TWICE: "Worse and worsening",
    Reading.BETTER_TWICE: "Better and improving",
    Reading.WORSE_ONCE: "Worse or worsening, on one test alone",
    Reading.BETTER_ONCE: "Better or improving, on one test alone",
    Reading.BOTH_WAYS: "One test each way",
}


def reading_of(standing: Standing) -> Reading:
    """Which list a series belongs to."""
    said = {standing.latest.judgement, standing.trend}
    if said == {Judgement.WORSE, Judgement.BETTER}:
        return Reading.BOTH_WAYS
    if Judgement.WORSE in said:
        return Reading.WORSE_TWICE if len(said) == 1 else Reading.WORSE_ONCE
    if Judgement.BETTER in said:
        return Reading.BETTER_TWICE if len(said) == 1 else Reading.BETTER_ONCE
    return Reading.UNTESTED if said == {Judgement.NOT_COMPARED} else Reading.NEITHER


@recipes.figure("LI", "lists", priority_id=recipes.PRIORITY, comparator_code=recipes.COMPARATOR)
def lists_figure(priority_id: str, comparator_code: str, comparator: str, scheme: Scheme) -> figures.Figure:
    """The lists of one priority against one comparator in one colour scheme."""
    looked_at = candidates(priority_id, comparator_code)
    found = {kind: [one for one in looked_at if reading_of(one) is kind] for kind in Reading}
    return figures.Figure(
        id=f"lists-{priority_id}",
        title=f"{reads.priority_titles()[priority_id]}: worse and worsening, better and improving",
        sentence=_sentence(found, looked_at, comparator, priority_id),
        period="Latest published period of each indicator",
        area=f"St Helens and {sentences.the(comparator)}",
        source=sources_of(looked_at),
        method=_METHOD,
        frame=pd.DataFrame([_plain(one, comparator) for one in looked_at]),
        html=_html(found, looked_at, priority_id, comparator, scheme),
        picture_columns=("Indicator", "Period", "St Helens", comparator, f"Against {comparator}", "Recent trend"),
        notes=(_why_uncompared(looked_at, comparator), _why_undirected(looked_at)),
    )


def _sentence(
    found: dict[Reading, list[Standing]], looked_at: Sequence[Standing], comparator: str, priority_id: str
) -> str:
    worse, better = (len(found[kind]) for kind in (Reading.WORSE_TWICE, Reading.BETTER_TWICE))
    once, once_better = (len(found[kind]) for kind in (Reading.WORSE_ONCE, Reading.BETTER_ONCE))
    return (
        f"{_looked_at(looked_at, priority_id)}: {_are(worse)} both worse than {sentences.the(comparator)} and "
        f"getting worse; {_are(better)} both better and getting better; on one test alone {_are(once)} worse or "
        f"getting worse and {_are(once_better)} better or getting better."
    )


def _looked_at(looked_at: Sequence[Standing], priority_id: str) -> str:
    """How many series, and how many of them the spine lacks, which holds the supporting indicators alone."""
    beside = {indicator_id for held in reads.supporting(priority_id).values() for indicator_id in held}
    more = sum(one.latest.indicator_id not in beside for one in looked_at)
    said = sentences.count_words(len(looked_at), "series", "series")
    return f"{said} ({len(looked_at) - more} of supporting indicators, {more} more of the key measures)"


def _are(count: int) -> str:
    return "none is" if count == 0 else f"{count} {'is' if count == 1 else 'are'}"


def _html(
    found: dict[Reading, list[Standing]],
    looked_at: Sequence[Standing],
    priority_id: str,
    comparator: str,
    scheme: Scheme,
) -> str:
    both = sum(_can_compare(one) and _can_direct(one) for one in looked_at)
    of = f"of the {both} of {len(looked_at)} that can be tested on both" if both else "and none can be tested on both"
    empty = {
        Reading.WORSE_TWICE: f"No series is both worse than {sentences.the(comparator)} and getting worse, {of}.",
        Reading.BETTER_TWICE: f"No series is both better than {sentences.the(comparator)} and getting better, {of}.",
        Reading.WORSE_ONCE: "No series is worse or getting worse on one test.",
        Reading.BETTER_ONCE: "No series is better or getting better on one test.",
    }

    def part(kind: Reading) -> str:
        title = _TITLES[kind]
        said = _table(found[kind], title, comparator, scheme) if found[kind] else f"<p>{escape(empty[kind])}</p>"
        return f"<section><h3 class='shc-h3'>{title}</h3>{said}</section>"

    return (
        f"<p>{escape(_coverage(looked_at, priority_id, comparator))}</p>"
        f"<div class='shc-pair'>{part(Reading.WORSE_TWICE)}{part(Reading.BETTER_TWICE)}</div>"
        f"<div class='shc-pair'>{part(Reading.WORSE_ONCE)}{part(Reading.BETTER_ONCE)}</div>"
        f"{part(Reading.BOTH_WAYS) if found[Reading.BOTH_WAYS] else ''}"
    )


def _table(rows: Sequence[Standing], title: str, comparator: str, scheme: Scheme) -> str:
    cells = [words.Row(_cells(one, comparator, scheme)) for one in rows]
    headings = ("Indicator", "St Helens", comparator, "What the tests say")
    return words.table(headings, [("", cells)], caption=title, shape="shc-tests")


def _cells(one: Standing, comparator: str, scheme: Scheme) -> list[str]:
    interval = f"95% interval {one.latest.interval}" if one.latest.interval else ""
    compared = words.verdict(one.latest.judgement, scheme, word=_compared(one, comparator))
    directed = words.verdict(one.trend, scheme, word=_directed(one))
    return [
        words.two_lines(one.name, one.latest.unit),
        f"<strong>{one.latest.text}</strong>{words.two_lines('', '; '.join(filter(None, (one.dated, interval))))}",
        escape(one.latest.comparator_text),
        f"<div>{compared}{words.two_lines('', _why(one.latest.why_not))}</div>"
        f"<div>{directed}{words.two_lines('', _why(one.trend_why_not))}</div>",
    ]


def _why(reason: str) -> str:
    return reason[:1].upper() + reason[1:]


def _compared(one: Standing, comparator: str) -> str:
    if one.latest.judgement is Judgement.NOT_COMPARED:
        return "Comparison not tested"
    said = sentences.against(one.latest.judgement, comparator)
    return said[:1].upper() + said[1:]


def _directed(one: Standing) -> str:
    return "Trend not tested" if one.trend is Judgement.NOT_COMPARED else _TREND[one.trend]


def _can_compare(one: Standing) -> bool:
    return one.latest.judgement is not Judgement.NOT_COMPARED


def _can_direct(one: Standing) -> bool:
    return one.trend is not Judgement.NOT_COMPARED


def _coverage(looked_at: Sequence[Standing], priority_id: str, comparator: str) -> str:
    counted = Counter((_can_compare(one), _can_direct(one)) for one in looked_at)
    both, first, second, neither = (counted[pair] or "none" for pair in product((True, False), (True, False)))
    return (
        f"Two questions are asked of {_looked_at(looked_at, priority_id)}: does St Helens "
        f"differ from {sentences.the(comparator)}, and is there a recent trend? Both can be tested for {both}, "
        f"the difference alone for {first}, the trend alone for {second}, and neither for {neither}."
    )


def _why_uncompared(looked_at: Sequence[Standing], comparator: str) -> str:
    without = [one for one in looked_at if not _can_compare(one)]
    bare = sum(not one.latest.interval for one in without)
    alone = sum(one.latest.comparator_text == formats.NO_DATA for one in without)
    return (
        f"Why the comparison is not tested: of {len(looked_at)} series, {bare} have no interval in the figures held; "
        f"{alone} have no {comparator} value for the same period (some lack both)."
    )


def _why_undirected(looked_at: Sequence[Standing]) -> str:
    reasons = Counter(_kind(one.trend_why_not) for one in looked_at if not _can_direct(one))
    told = [f"{count} {kind}" for kind, count in reasons.most_common()]
    return f"Why the trend is not tested: of {len(looked_at)} series, {'; '.join(told)}." if told else ""


def _kind(reason: str) -> str:
    return next(kind for part, kind in _KINDS_OF_REASON.items() if part in reason)


def _plain(one: Standing, comparator: str) -> dict[str, str]:
    return {
        "Heading": one.heading,
        "Indicator": one.name,
        "Unit": one.about["unit_label"],
        "Period": one.dated,
        "St Helens": one.latest.text,
        "95% interval": one.latest.interval or "none held",
        comparator: one.latest.comparator_text,
        f"Against {comparator}": mark(one.latest.judgement).word,
        "Why not compared": one.latest.why_not,
        "Recent trend": _TREND[one.trend],
        "Why no trend": one.trend_why_not,
        "Reading": reading_of(one).value,
        "Source": one.latest.source,
    }
