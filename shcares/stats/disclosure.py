"""Disclosure by subtraction: which hidden counts the shown ones give away, and what else to hide so that none does.

A count is hidden where

- its publisher withheld it: the note says `suppressed` or `withheld`, or a value is given without the count that the
  other areas of its kind have (`suppression.withheld_counts`);
- it is of 1 to 7 patients of one practice in one neighbourhood: NHS England publishes these, this project does not
  repeat them.

A withheld count hides its denominator too, for a printed share of a known denominator is a count. Not hidden are 0,
small counts that their publisher prints (census, registers, list sizes) and counts it rounded to 5, which are protected
by the rounding: sums of them are not exact, and `rounded_limits` says how far they reach.

Sums of shown counts are equations in whole numbers. A hidden count is given away where they leave it one value:
secondary suppression prevents it, an audit finds it. Hundepool and others, Statistical Disclosure Control (Wiley,
2012), chapters 4 and 5; the audit by limits is the shuttle algorithm of Buzzigoli and Giusti (1999). That a derived sum
of hidden counts is itself a hidden count: de Wolf and Hundepool, Privacy in Statistical Databases (2010). 1 to 7: NHS
Digital, Disclosure control methodology for HES (2018).
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from shcares.stats.equations import Equation, Limits, narrowed, solved
from shcares.stats.suppression import LARGEST_HIDDEN_COUNT

Cell = Hashable
"""One count: anything that names it, such as (area, period, sex, age)."""


@dataclass(frozen=True)
class Sum:
    """A count that is the sum of others: a network of its practices, persons of women and men, a total of categories.

    Legal: at least one part, none twice, the total not among them; else ValueError.
    """

    total: Cell
    parts: tuple[Cell, ...]

    def __post_init__(self) -> None:
        if not self.parts or len({self.total, *self.parts}) != len(self.parts) + 1:
            found = next((cell for cell in self.parts if self.cells.count(cell) > 1), "none")
            raise ValueError(f"{self.total!r} must be the sum of different counts, found {found!r}")

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The total and its parts."""
        return (self.total, *self.parts)


def recoverable(
    shown: Mapping[Cell, int], sums: Iterable[Sum], *, limits: Mapping[Cell, Limits] | None = None
) -> dict[Cell, int]:
    """Every count that is not shown and that the shown ones leave only one value, with that value.

    `limits` are what else is known of a count, lowest and highest: a band of a key, a share of a known denominator,
    a rounded count. Every count is a whole number of 0 or more. Legal: shown counts of 0 or more; sums that hold. Sums
    that contradict each other or the limits raise ValueError, for they describe no counts.

    First every unknown that the sums alone determine is solved exactly (Gaussian elimination in whole numbers, so the
    rank test makes no rounding error); then the limits are carried through sums and solutions until nothing narrows. A
    count pinned down only by trying whole numbers in several sums at once is not found.
    """
    given = {cell: (count, count) for cell, count in shown.items()}
    known: dict[Cell, Limits] = {**(limits or {}), **given}
    equations = list(dict.fromkeys(Equation.of(one.total, one.parts) for one in sums))
    reached = narrowed([*solved(equations, shown), *equations], known)
    return {cell: low for cell, (low, high) in reached.items() if low == high and cell not in shown}


def secondary(
    counts: Mapping[Cell, int],
    sums: Collection[Sum],
    *,
    hidden: Collection[Cell],
    told: Limits = (1, None),
) -> frozenset[Cell]:
    """The further counts to hide so that no count of `hidden` follows from those still shown; `hidden` itself left out.

    `told` is what readers are told of every hidden count: (1, None) that it is hidden, (1, 7) that it is small, (0, 7)
    where the key says "7 or fewer" of areas with nobody too, which are then in `hidden` with their 0. Saying less hides
    less: with (0, 7) a total of 1 names nobody. In every shown total at least two parts are hidden and, where they are
    told to be 1 or more, come to more than 7 together: a sum of hidden counts that is as small as one is as telling.
    The rest is audited by `recoverable`. Hidden next is the smallest part above 0, and the total where no part is left.
    The choice is local: safe, not the least possible. 0 is no secret, and neither is a further count above 7.

    Legal: whole `counts` of 0 or more, one for each count of the sums and of `hidden`; sums that hold; else ValueError.
    """
    _must_add_up(counts, sums, hidden)
    closed = set(hidden)
    while True:
        before = len(closed)
        for one in sums:
            if _gives_away(one, counts, closed, told):
                closed.update(_next_to_hide(one, counts, closed))
        if len(closed) == before:
            for one in _audited(counts, sums, closed, frozenset(hidden), told):
                closed.update(_next_to_hide(one, counts, closed))
        if len(closed) == before:
            return frozenset(closed - set(hidden))


def _must_add_up(counts: Mapping[Cell, int], sums: Iterable[Sum], hidden: Iterable[Cell]) -> None:
    for cell in chain(hidden, *(one.cells for one in sums)):
        if counts.get(cell, -1) < 0:
            raise ValueError(f"{cell!r} needs a count of 0 or more, found {counts.get(cell)}")
    for one in sums:
        if counts[one.total] != sum(counts[part] for part in one.parts):
            raise ValueError(f"the parts of {one.total!r} do not add up to {counts[one.total]}")


def _gives_away(one: Sum, counts: Mapping[Cell, int], closed: set[Cell], told: Limits) -> bool:
    """Whether a sum gives a hidden count away by itself."""
    hidden = [part for part in one.parts if part in closed]
    if one.total in closed:
        return not hidden and counts[one.total] > 0
    together = sum(counts[part] for part in hidden)
    return together > 0 and (len(hidden) < 2 or (told[0] > 0 and together <= LARGEST_HIDDEN_COUNT))


def _audited(
    counts: Mapping[Cell, int], sums: Collection[Sum], closed: set[Cell], hidden: frozenset[Cell], told: Limits
) -> list[Sum]:
    """For each small count that all sums together give away, the nearest sum in which more can be hidden."""
    shown = {cell: counts[cell] for one in sums for cell in one.cells if cell not in closed}
    limits = {cell: told if cell in hidden else (0, None) for cell in closed}
    found = [cell for cell in recoverable(shown, sums, limits=limits) if cell in closed]
    weak = []
    for cell in (cell for cell in found if 0 < counts[cell] <= LARGEST_HIDDEN_COUNT):
        near = chain((one for one in sums if cell in one.cells), (one for one in sums if closed & set(one.cells)))
        weak += [next((one for one in near if _next_to_hide(one, counts, closed)), None)]
    return [one for one in dict.fromkeys(weak) if one is not None]


def _next_to_hide(one: Sum, counts: Mapping[Cell, int], closed: set[Cell]) -> list[Cell]:
    """The one count to hide next in a sum, none where all are: 0 protects nothing, for it is often seen to be empty."""
    still = [cell for cell in one.cells if cell not in closed and counts[cell] > 0]
    return sorted(still, key=lambda cell: (cell == one.total, counts[cell]))[:1]


def share_limits(value: float, denominator: float, *, decimals: int, multiplier: float) -> Limits:
    """Lowest and highest count that print as this value of this denominator: (value ± half a digit) × n ÷ multiplier.

    In the value's unit; `multiplier` as in the indicator (100 for per cent). To the nearest whole count at both ends,
    since publishers' denominators are not always the ones they divided by, so the true count may lie a hair outside.
    Legal: a denominator of 0 or more, decimals of 0 or more, a multiplier above 0; else ValueError.
    """
    if denominator < 0 or decimals < 0 or multiplier <= 0:
        raise ValueError(f"no share: denominator {denominator}, decimals {decimals}, multiplier {multiplier}")
    half = Fraction(1, 2 * 10**decimals)
    ends = (Fraction(str(value)) + side * half for side in (-1, 1))
    low, high = (end * Fraction(str(denominator)) / Fraction(str(multiplier)) for end in ends)
    return max(0, round(low)), max(0, round(high))


def rounded_limits(count: int, *, to: int) -> Limits:
    """Lowest and highest count that round to this one: 25 to the nearest 5 is 23 to 27. `to` is 1 or more."""
    if to < 1 or count < 0:
        raise ValueError(f"cannot be a rounded count: {count} to the nearest {to}")
    return max(0, count - to // 2), count + to // 2
