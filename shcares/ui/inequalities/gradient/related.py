"""Deprivation against another figure of the same areas: how closely the two go together, the line, whom to name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from shcares.stats.relations import Line, correlation, direction, fitted_line, rank_correlation
from shcares.stats.results import Result
from shcares.style import formats

METHOD = (
    "Pearson’s correlation with its 95% interval by Fisher’s transformation; Spearman’s rank correlation with its 95% "
    "interval by Bonett and Wright (2000). The line is fitted by least squares and its band holds the line, not the "
    "single points, with 95% confidence."
)
NOT_CAUSE = "A link between places is no proof of a cause, and says nothing of any one person who lives there."
WHAT_IT_MEANS = "A correlation of 1 or −1 is a perfect straight line; at 0 there is no straight-line link."
HIGHEST, LOWEST, ABOVE, BELOW = "highest", "lowest", "farthest above the line", "farthest below the line"
_DECIMALS, _FINE, _STEPS = 2, 3, 40
_WHICH = ("", "second ", "third ")


@dataclass(frozen=True)
class Related:
    """Pairs of figures of the same areas and how closely they go together; columns as `related` wants them."""

    pairs: pd.DataFrame
    r: Result
    rho: Result
    line: Line

    @property
    def way(self) -> int:
        """+1 where y is higher as x is, −1 where it is lower, 0 where the interval of the correlation holds 0."""
        return direction(self.r)

    @property
    def beside_line(self) -> pd.Series:
        """How far each area lies above the line, or below it."""
        return self.pairs["y"] - self.line.at(self.pairs["x"])

    @property
    def ends(self) -> tuple[float, float]:
        """What the line says where x is least and where it is most."""
        low, high = self.line.at([self.pairs["x"].min(), self.pairs["x"].max()])
        return float(low), float(high)

    def above_line(self, network_code: str) -> tuple[int, int]:
        """How many of a network's areas lie above the line, and how many it has."""
        own = self.pairs["network"] == network_code
        return int((self.beside_line[own] > 0).sum()), int(own.sum())

    def drawn_line(self) -> pd.DataFrame | None:
        """The line and its band from the least x to the most; None where no line could be fitted."""
        if self.line.intercept is None:
            return None
        x = np.linspace(self.pairs["x"].min(), self.pairs["x"].max(), _STEPS + 1)
        low, high = self.line.band(x)
        return pd.DataFrame({"x": x, "y": self.line.at(x), "lower": low, "upper": high})

    def named(self, *, at_ends: int, off_line: int) -> dict[str, str]:
        """Codes of the areas to name, each with why: so many at either end of y, so many on either side of the line."""
        ordered = self.pairs.set_index("code")["y"].sort_values()
        apart = self.beside_line.set_axis(self.pairs["code"]).sort_values()
        picks = (
            (HIGHEST, list(ordered.index[::-1][:at_ends])),
            (LOWEST, list(ordered.index[:at_ends])),
            (ABOVE, list(apart.index[::-1][:off_line])),
            (BELOW, list(apart.index[:off_line])),
        )
        found: dict[str, str] = {}
        for why, codes in picks:
            for which, code in zip(_WHICH, codes, strict=False):
                said = f"{which}{why}"
                found[str(code)] = f"{found[str(code)]}, {said}" if str(code) in found else said
        return found

    def rows_of(self, named: Mapping[str, str]) -> list[tuple[dict[Any, Any], str]]:
        """The rows of the areas to name, each with why."""
        rows = {str(row["code"]): row for row in self.pairs.to_dict("records")}
        return [(rows[code], why) for code, why in named.items()]


def related(pairs: pd.DataFrame) -> Related:
    """Pairs without missing halves, put together. Columns needed: `code`, `name`, `network`, `x`, `y`."""
    held = pairs.dropna(subset=["x", "y"]).reset_index(drop=True)
    x, y = held["x"], held["y"]
    return Related(held, correlation(x, y), rank_correlation(x, y), fitted_line(x, y))


def correlation_words(found: Result) -> str:
    """`0.81 (95% interval 0.73 to 0.86)`; where there is none, the reason."""
    if found.value is None:
        return f"not worked out: {found.reason}"
    return f"{formats.number(found.value, _DECIMALS)} (95% interval {within(found)})"


def within(found: Result) -> str:
    """`0.73 to 0.86`; with more digits where a limit would else look like 0 and the interval as if it held 0."""
    limits = [limit for limit in (found.lower, found.upper) if limit is not None]
    digits = _FINE if any(limit and not round(limit, _DECIMALS) for limit in limits) else _DECIMALS
    return formats.interval(found.lower, found.upper, digits)


def off_line_words(held: Related, words: Callable[[float], str]) -> str:
    """`Farthest above the line: … (139.4); farthest below it: … (61.7).`"""
    rows = {why: row for row, why in held.rows_of(held.named(at_ends=0, off_line=1))}
    above, below = (f"{rows[why]['name']} ({words(rows[why]['y'])})" for why in (ABOVE, BELOW))
    return f"Farthest above the line: {above}; farthest below it: {below}."


def community_words(held: Related, network_code: str, whose: str) -> str:
    """How many of a community's places lie above the line; empty where it has none."""
    above, every = held.above_line(network_code)
    if not every:
        return ""
    return f"Of the {every} {whose}, {above or 'none'} {'lies' if above == 1 else 'lie'} above the line."


def rank_words(held: Related) -> str:
    """The rank correlation as a sentence: a check that no few areas make the other one."""
    return f"By rank, which no single area can pull about, it is {correlation_words(held.rho)}."
