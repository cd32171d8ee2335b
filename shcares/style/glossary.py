"""The words of the trade in plain English: said on the glossary page and where the words stand on other pages."""

import re
from dataclasses import dataclass
from functools import cache
from html import escape


@dataclass(frozen=True)
class Term:
    """A word, what it means in a sentence or two, its other names, and how else it is written in a text."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


FIGURES = (
    Term(
        "95% interval",
        "How far chance alone may have moved a figure. Of 100 ranges made this way, 95 hold the true value.",
        ("confidence interval",),
        ("95% limit", "95% limits", "confidence intervals"),
    ),
    Term("99.8% interval", "The same as a 95% interval, but wider: chance alone almost never reaches beyond it."),
    Term("percentage point", "The plain difference between two percentages: from 20% to 23% is 3 percentage points."),
    Term("crude rate", "Events divided by people, without regard to how old the people are."),
    Term(
        "directly standardised rate",
        "A rate as it would be if every area had the same mix of ages. Areas can then be compared fairly.",
        ("DSR", "age-standardised"),
    ),
    Term("prevalence", "How many people have a condition, out of all who could have it."),
    Term("denominator", "The people or things a figure is counted out of."),
    Term("numerator", "The people or things that were counted.", ("count",)),
    Term(
        "modelled",
        "Worked out from other facts about an area, not counted there. It cannot show what local work has changed.",
        (),
        ("modelled estimate",),
    ),
    Term("suppressed", "Held back by the publisher, usually because few people are concerned.", ("withheld",)),
    Term(
        "no data",
        "No figure is held here: none is published, or its source is not among ours. It does not mean nought.",
    ),
    Term("break in series", "The way of counting changed here, so figures before and after cannot be compared."),
    Term("rolling period", "Several years taken together. Two such periods that overlap share some of their years."),
    Term("independent", "Of two periods: they share no year, so a change between them is news."),
    Term("projection", "Where a series would go if it went on as before. It is a range, not a promise."),
    Term("headline", "The sex and age that a figure is usually quoted for."),
)
COMPARING = (
    Term("comparator", "The area that a figure is held against, such as England."),
    Term("baseline", "The value that the plan starts from."),
    Term("similar", "The difference is no larger than chance could make it. It does not mean the same."),
    Term("can't tell", "The interval is too wide to say higher or lower.", (), ("can’t tell",)),
    Term("spine chart", "One row for each measure: a dot for the area, a line for England, a bar for all authorities."),
    Term(
        "funnel plot",
        "Practices by size. Between the curved lines a difference may be chance; outside it hardly can be.",
        (),
        ("funnel",),
    ),
    Term("control limits", "The lines of a funnel plot that chance rarely crosses.", (), ("control limit",)),
    Term(
        "over-dispersion",
        "Practices differ for many reasons at once, so the limits of chance alone are too narrow.",
    ),
    Term(
        "tartan rug", "A table of many measures for several areas, each cell shaded by where its area stands among all."
    ),
    Term("correlation", "How closely two measures go together, from -1 to 1. It does not show cause."),
    Term("rank correlation", "The same for the order of areas alone, so that one extreme area counts for less."),
    Term("standard deviation", "The usual distance from the average.", ("SD",), ("standard deviations",)),
    Term("z-score", "How many standard deviations a value lies from the average.", ("z",)),
    Term("composite", "Several measures added up into one, each with a weight.", (), ("composites",)),
    Term("polarity", "Whether a high figure is good, bad or neither."),
)
INEQUALITY = (
    Term("deprivation", "Lacking what most people have: income, work, health, safety, a decent home."),
    Term("IMD", "The Index of Multiple Deprivation: England’s official measure of how deprived each neighbourhood is."),
    Term("decile", "One of ten equal groups in order. Decile 1 is the most deprived.", ("tenth",), ("tenths",)),
    Term("quintile", "One of five equal groups in order.", ("fifth",), ("fifths",)),
    Term(
        "SII",
        "Slope index of inequality: the gap between the most and the least deprived, using everyone in between.",
        (),
        ("slope index of inequality", "slope index"),
    ),
    Term(
        "RII",
        "Relative index of inequality: the slope index as a share of the average.",
        (),
        ("relative index", "relative index of inequality"),
    ),
    Term(
        "PAR",
        "Population attributable risk: what would be avoided if all had the level of the least deprived.",
        (),
        ("population attributable risk",),
    ),
    Term("healthy life expectancy", "The years a baby born today would live in good health, if nothing changed."),
    Term("Marmot", "Sir Michael Marmot’s reviews of what makes health unequal and what can be done about it."),
)
PLACES = (
    Term(
        "care community",
        "The partnership’s work round one network of practices, four in St Helens. No official line bounds it.",
    ),
    Term("PCN", "Primary care network: general practices that work together.", ("network",), ("primary care network",)),
    Term("LSOA", "A neighbourhood as the census draws it: about 1,500 people."),
    Term("MSOA", "A larger neighbourhood of the census: about 8,000 people."),
    Term("ICB", "Integrated care board: the NHS body that plans and pays for care in a region."),
    Term("sub-ICB", "The part of an integrated care board that covers one place; here the practices of St Helens."),
    Term("upper-tier authority", "A county or unitary council, or a borough such as St Helens.", (), ("upper tier",)),
    Term("registered patients", "People on a practice’s list. Some live outside the borough.", ("list size",)),
    Term("residents", "People who live in the borough, whichever practice they use."),
    Term("ODS code", "The NHS’s own short code for a practice."),
)
PUBLISHERS = (
    Term("OHID", "Office for Health Improvement and Disparities: publishes public health figures for England."),
    Term("Fingertips", "OHID’s website of public health figures."),
    Term("ONS", "Office for National Statistics."),
    Term("QOF", "Quality and Outcomes Framework: what practices report each year, with registers of conditions."),
    Term("register", "A practice’s list of its patients who have a condition.", (), ("registers",)),
    Term("Open Government Licence", "Anyone may use the figures, if they say whose they are."),
)
METHODS = (
    Term("Wilson", "A way to work out the interval of a percentage (Wilson, 1927).", (), ("Wilson interval",)),
    Term("Byar", "A way to work out the interval of a count or rate (Breslow and Day, 1987).", (), ("Byar’s method",)),
    Term("Dobson", "A way to work out the interval of a standardised rate (Dobson and others, 1991)."),
    Term("Benjamini-Hochberg", "A rule that keeps chance findings few when many things are tested at once."),
)
GROUPS = {
    "About figures": FIGURES,
    "Comparing": COMPARING,
    "Inequality": INEQUALITY,
    "Places and people": PLACES,
    "Publishers and sources": PUBLISHERS,
    "Methods": METHODS,
}
"""Every term, in the order of the glossary page."""

_COMMON = ("count", "z", "network", "similar", "independent", "headline", "fifth", "fifths", "residents", "register")
_NOT_IN_TEXT = frozenset(_COMMON)
"""Words too common to be marked wherever they stand."""


@cache
def _meanings() -> dict[str, str]:
    terms = [term for terms in GROUPS.values() for term in terms]
    told = {name.casefold(): term.meaning for term in terms for name in (term.word, *term.also, *term.forms)}
    return {name: meaning for name, meaning in told.items() if name not in _NOT_IN_TEXT}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_meanings(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])", re.IGNORECASE)


def explained(text: str) -> str:
    """The text as HTML, with each term of the trade explained where it first stands, for those who point at it."""
    seen: set[str] = set()

    def mark(found: re.Match[str]) -> str:
        word = found.group(0)
        meaning = _meanings()[word.casefold()]
        if meaning in seen:
            return word
        seen.add(meaning)
        return f"<abbr class='shc-term' title='{escape(meaning)}'>{word}</abbr>"

    return _pattern().sub(mark, escape(text, quote=False))
