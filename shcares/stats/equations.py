"""Sums of whole numbers as equations: what they determine exactly, and how far they narrow what is known."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import gcd

Limits = tuple[int, int | None]
"""Lowest and highest value that a whole number may have; None is no highest."""

_Row = tuple[dict[Hashable, int], int]
_UNKNOWN: Limits = (0, None)


@dataclass(frozen=True)
class Equation:
    """Σ coefficient × unknown = constant."""

    terms: tuple[tuple[Hashable, int], ...]
    constant: int = 0

    @classmethod
    def of(cls, total: Hashable, parts: Iterable[Hashable]) -> "Equation":
        """total = Σ parts."""
        return cls(((total, -1), *((part, 1) for part in parts)))


def solved(equations: Iterable[Equation], known: Mapping[Hashable, int]) -> list[Equation]:
    """The equations in reduced row echelon form, known values put in: an unknown that is determined stands alone.

    Gauss-Jordan in whole numbers. An equation with two unknowns of its own, found nowhere else, can determine nothing
    and is left out before. Equations that contradict each other raise ValueError.
    """
    rows = _useful([_filled_in(one, known) for one in equations])
    pivots: dict[Hashable, _Row] = {}
    users: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    often = Counter(cell for terms, _ in rows for cell in terms)
    for row in sorted(rows, key=lambda one: len(one[0])):
        terms, constant = _reduced(row, pivots)
        if not terms:
            if constant:
                raise ValueError(f"the sums contradict each other by {abs(constant)}")
            continue
        pivot = min(terms, key=lambda cell: often[cell])
        for other in list(users[pivot]):
            _keep(other, _without(pivots[other], pivot, (terms, constant)), pivots, users)
        _keep(pivot, (terms, constant), pivots, users)
    return [Equation(tuple(terms.items()), constant) for terms, constant in pivots.values()]


def _filled_in(one: Equation, known: Mapping[Hashable, int]) -> _Row:
    constant = one.constant - sum(factor * known[cell] for cell, factor in one.terms if cell in known)
    return {cell: factor for cell, factor in one.terms if cell not in known}, constant


def _useful(rows: list[_Row]) -> list[_Row]:
    """Rows whose unknowns are all, or all but one, found in other rows too; dropping one may make others useless."""
    while True:
        often = Counter(cell for terms, _ in rows for cell in terms)
        kept = [row for row in rows if sum(often[cell] == 1 for cell in row[0]) < 2]
        if len(kept) == len(rows):
            return rows
        rows = kept


def _reduced(row: _Row, pivots: Mapping[Hashable, _Row]) -> _Row:
    for cell in [cell for cell in row[0] if cell in pivots]:
        row = _without(row, cell, pivots[cell])
    return row


def _without(row: _Row, cell: Hashable, pivot: _Row) -> _Row:
    """The row less as much of the pivot's as takes the cell out of it, by whole factors."""
    (terms, constant), (others, other_constant) = row, pivot
    ours, theirs = others[cell], terms[cell]
    found = {each: factor * ours for each, factor in terms.items()}
    for each, factor in others.items():
        left = found.get(each, 0) - factor * theirs
        if left:
            found[each] = left
        else:
            found.pop(each, None)
    rest = constant * ours - other_constant * theirs
    shared = gcd(rest, *found.values()) or 1
    return {each: factor // shared for each, factor in found.items()}, rest // shared


def _keep(
    pivot: Hashable, row: _Row, pivots: dict[Hashable, _Row], users: defaultdict[Hashable, set[Hashable]]
) -> None:
    for cell in pivots.get(pivot, ({}, 0))[0]:
        users[cell].discard(pivot)
    pivots[pivot] = row
    for cell in row[0]:
        if cell != pivot:
            users[cell].add(pivot)


def narrowed(equations: Collection[Equation], known: Mapping[Hashable, Limits]) -> dict[Hashable, Limits]:
    """How far the equations narrow the limits of each unknown, starting from 0 or more: each in turn, until none does.

    Limits that leave an unknown no value raise ValueError. Limits may be wider than the truth, never narrower.
    """
    reached = dict(known)
    users: defaultdict[Hashable, list[Equation]] = defaultdict(list)
    for one in equations:
        for cell, _ in one.terms:
            users[cell].append(one)
            reached.setdefault(cell, _UNKNOWN)
    waiting = dict.fromkeys(equations)
    while waiting:
        one = next(iter(waiting))
        del waiting[one]
        for cell, limits in _narrower(one, reached):
            reached[cell] = limits
            waiting.update(dict.fromkeys(users[cell]))
    return reached


def _narrower(one: Equation, reached: Mapping[Hashable, Limits]) -> list[tuple[Hashable, Limits]]:
    """The unknowns of an equation that the others in it narrow."""
    ends = [_ends(factor, reached[cell]) for cell, factor in one.terms]
    low, high = _added([lowest for lowest, _ in ends]), _added([highest for _, highest in ends])
    found: list[tuple[Hashable, Limits]] = []
    for (cell, factor), (lowest, highest) in zip(one.terms, ends, strict=True):
        least, most = _rest(one.constant, high, highest), _rest(one.constant, low, lowest)
        limits = _meeting(reached[cell], _divided(least, most, factor))
        if limits != reached[cell]:
            if limits[1] is not None and limits[0] > limits[1]:
                raise ValueError(f"the sums and limits leave no value for {cell!r}")
            found.append((cell, limits))
    return found


def _ends(factor: int, limits: Limits) -> tuple[int | None, int | None]:
    """The lowest and highest value of factor × unknown; None where it has none."""
    ends = [None if end is None else factor * end for end in limits]
    return (ends[0], ends[1]) if factor > 0 else (ends[1], ends[0])


def _added(ends: list[int | None]) -> tuple[int, int]:
    """The sum of those that are finite, and how many are not."""
    finite = [end for end in ends if end is not None]
    return sum(finite), len(ends) - len(finite)


def _rest(constant: int, total: tuple[int, int], own: int | None) -> int | None:
    """What is left of the constant for one term when the others are at their ends; None where one has no end."""
    finite, endless = total
    if endless - (own is None):
        return None
    return constant - finite + (own or 0)


def _divided(least: int | None, most: int | None, factor: int) -> tuple[int | None, int | None]:
    """Whole numbers x with least ≤ factor × x ≤ most."""
    if factor < 0:
        least, most, factor = (None if most is None else -most), (None if least is None else -least), -factor
    return (None if least is None else -(-least // factor)), (None if most is None else most // factor)


def _meeting(known: Limits, further: tuple[int | None, int | None]) -> Limits:
    low = known[0] if further[0] is None else max(known[0], further[0])
    highs = [end for end in (known[1], further[1]) if end is not None]
    return low, min(highs, default=None)
