"""The practice files read and reckoned apart from the program: counts, networks and Wilson's interval by hand."""

import csv
from functools import cache
from math import sqrt

from tests.app.conftest import ROOT

DATA = ROOT / "data"
ST_HELENS, SUB_ICB, ENGLAND = "E08000013", "E38000172", "E92000001"
CENTRAL, NEWTON, NORTH, SOUTH = NETWORKS = ("U67149", "U20349", "U94037", "U94009")
Z = 1.959963984540054
NEWEST = {"qof_2020_21.csv": "2020/21", "qof_2019_20.csv": "2019/20", "qof_2023_24.csv": "2023/24"}


@cache
def published(file: str) -> dict[tuple[str, str, str], tuple[float, float]]:
    """(indicator, area, period) -> count and denominator, straight from the file."""
    with (DATA / "observations" / file).open(encoding="utf-8") as lines:
        return {
            (row["indicator_id"], row["area_code"], row["period"]): (float(row["count"]), float(row["denominator"]))
            for row in csv.DictReader(lines)
            if row["count"]
        }


@cache
def members(network: str) -> frozenset[str]:
    """The practices of a network, from the file of practices."""
    with (DATA / "areas" / "practices.csv").open(encoding="utf-8") as lines:
        return frozenset(row["practice_code"] for row in csv.DictReader(lines) if row["network_code"] == network)


def wilson(count: float, of: float) -> tuple[float, float]:
    """Wilson's interval in per cent, in the form with the centre and the reach."""
    share = count / of
    middle = (share + Z**2 / (2 * of)) / (1 + Z**2 / of)
    reach = Z / (1 + Z**2 / of) * sqrt(share * (1 - share) / of + Z**2 / (4 * of**2))
    return 100 * (middle - reach), 100 * (middle + reach)


def side(count: float, of: float, benchmark: float) -> int:
    """+1 where the whole interval lies above the benchmark, -1 below, else 0."""
    low, high = wilson(count, of)
    return (low > benchmark) - (high < benchmark)


@cache
def latest_counts() -> dict[str, tuple[str, str]]:
    """Indicator -> file and period of its newest counts of the networks, without the one a newer one supersedes."""
    found: dict[str, tuple[str, str]] = {}
    for file, period in NEWEST.items():
        for indicator, area, year in published(file):
            if area == SOUTH and year == period and indicator not in found:
                found[indicator] = (file, period)
    return {name: where for name, where in found.items() if name != "gp_asthma_qof_all_ages"}


def sides(indicator: str, codes: frozenset[str]) -> dict[str, int]:
    """On which side of St Helens each of these areas lies, in the indicator's newest counts."""
    file, period = latest_counts()[indicator]
    rows = published(file)
    count, of = rows[indicator, SUB_ICB, period]
    held = [code for code in codes if (indicator, code, period) in rows]
    return {code: side(*rows[indicator, code, period], 100 * count / of) for code in held}
