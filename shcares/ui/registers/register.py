"""One practice indicator in one year as held: the practices, the care communities, and what they are read against."""

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, Polarity, Statistic, Unit
from shcares.stats.comparison import judgements, side_of
from shcares.stats.funnels import more_outside_than_chance, proportion_funnel
from shcares.stats.levels import CONFIDENCE_95, CONFIDENCE_998, FloatArray
from shcares.stats.suppression import Band, bands
from shcares.style import formats
from shcares.ui import lineage, reads, recipes
from shcares.ui.freshness import dated
from shcares.ui.registers.counted import Counted, counted

CLEAR = (Band.CLEARLY_HIGHER, Band.CLEARLY_LOWER)
"""The two bands in which chance is no explanation."""

_LEVELS = {"95%": CONFIDENCE_95, "99.8%": CONFIDENCE_998}
_BENCHMARKS = {areas.SUB_ICB: "St Helens", areas.ENGLAND: "England"}
_ENDINGS = ("merged_into", "left_network")
_GRID, _BEYOND = 80, 0.1
_RARE, _FINE = 2, 2


@dataclass(frozen=True)
class Benchmark:
    """What practices are read against: St Helens sub-ICB, else England; NaN throughout where neither is held."""

    name: str
    value: float
    count: float
    denominator: float

    @property
    def is_held(self) -> bool:
        """Whether there is anything to read against."""
        return not math.isnan(self.value)

    @property
    def whole(self) -> str:
        """`St Helens as a whole`, which is more than the borough's name says; `England`."""
        return f"{self.name} as a whole" if self.name == _BENCHMARKS[areas.SUB_ICB] else self.name


NO_BENCHMARK = Benchmark("", math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class Register:
    """One year of a practice indicator, and the practices' later years; `ended` are those whose list ended by then.

    `networks` and `practices` carry `network` (its code), `community` (its name), `band`, `judgement` and `far` (+1
    above the 99.8 % limits of its size, −1 below, else 0, NaN where there are none) beside the store's own columns.
    """

    about: dict[str, Any]
    period: str
    starts: pd.Timestamp
    ends: date
    benchmark: Benchmark
    england: float | None
    networks: pd.DataFrame
    practices: pd.DataFrame
    ended: pd.DataFrame
    later: pd.DataFrame

    @property
    def counted(self) -> Counted:
        """The words for what is counted, and of whom."""
        return counted(self.about)

    @property
    def label(self) -> str:
        """`Depression`, to choose it by."""
        return str(self.about["short_name"]).removesuffix(" (GP)")

    @property
    def noun(self) -> str:
        """`depression register`, for the middle of a sentence."""
        return self.counted.noun

    @property
    def people(self) -> str:
        """`patients aged 18 and over`."""
        return self.counted.people

    @property
    def polarity(self) -> Polarity:
        """Which side is good."""
        return Polarity(self.about["polarity"])

    @property
    def dated(self) -> str:
        """The period, and how old it is where it is old."""
        return dated(self.period, self.ends)

    @property
    def has_intervals(self) -> bool:
        """Whether any practice's figure has one."""
        return bool(self.practices["lower_ci"].notna().any())

    @property
    def is_tested(self) -> bool:
        """Whether practices can be told to be higher or lower: intervals, and something to read them against."""
        return self.benchmark.is_held and self.has_intervals

    @property
    def has_funnel(self) -> bool:
        """Whether limits of chance can be drawn: shares of people, so not of visits, which come in repeats."""
        return self.is_tested and self.about["statistic"] == Statistic.PROPORTION

    @property
    def outside(self) -> int:
        """How many practices lie outside the 95 % limits."""
        return int(self.practices["band"].isin(CLEAR).sum())

    @property
    def by_chance(self) -> float:
        """How many practices would lie outside the 95 % limits by chance alone."""
        return (1 - CONFIDENCE_95) * self._tested

    @property
    def is_overdispersed(self) -> bool:
        """Whether more practices lie outside the 95 % limits than chance would put there."""
        return more_outside_than_chance(self.outside, self._tested)

    @property
    def _tested(self) -> int:
        return int((self.practices["band"] != Band.NOT_COMPARED).sum())

    def percent(self, value: float) -> str:
        """A value of this register as it stands in a sentence."""
        return formats.short_quantity(value, self.about["unit"], self.about["decimals"])

    def quantity(self, value: float) -> str:
        """A value with its unit in full."""
        said = formats.quantity(value, self.about["unit_label"], self.about["decimals"], self.about["unit"])
        return said.replace(" %", "%")

    def of_patients(self, row: dict[Any, Any]) -> str:
        """`12,396 of 68,192 patients aged 18 and over`."""
        return self.counted.of(row)


@lineage.remember()
def years_of(indicator_id: str) -> dict[str, bool]:
    """The years with practice figures and whether these have intervals: those that have first, then newest first."""
    rows = _held(indicator_id)
    practices = rows[rows["area_type"] == AreaType.PRACTICE].sort_values("period_end", ascending=False)
    limits = practices.groupby("period", sort=False)["lower_ci"].count()
    held = {str(year): int(count) > 0 for year, count in limits.items()}
    return dict(sorted(held.items(), key=lambda one: not one[1]))


@lineage.remember(max_entries=400)
def register(indicator_id: str, year: str = "") -> Register:
    """A practice indicator in one year, or in the latest with counts of the communities. Raises UnknownFigureError."""
    rows = _held(indicator_id)
    label = year or _default_year(indicator_id, rows)
    now = rows[rows["period"] == label]
    if not now["area_type"].eq(AreaType.PRACTICE).any():
        raise recipes.UnknownFigureError(
            f"{indicator_id} has no practice figures in {label!r}; held are {list(years_of(indicator_id))}"
        )
    ends = now["period_end"].iloc[0]
    benchmark = _benchmark(now)
    about = _fine_enough(reads.indicator(indicator_id), benchmark.value)
    england = now.loc[now["area_code"] == areas.ENGLAND, "value"]
    practices = _practices(now, about)
    over = practices["area_code"].isin(_lists_ended_by(ends))
    return Register(
        about=about,
        period=formats.period(label, about["year_type"]),
        starts=now["period_start"].iloc[0],
        ends=ends.date(),
        benchmark=benchmark,
        england=float(england.iloc[0]) if len(england) else None,
        networks=_networks(now[now["area_type"] == AreaType.NETWORK], benchmark.value, about),
        practices=practices[~over],
        ended=practices[over],
        later=_later(rows[rows["period_end"] > ends], about),
    )


def _practices(now: pd.DataFrame, about: dict[str, Any]) -> pd.DataFrame:
    """The practices of one year, against the benchmark of that year."""
    return _banded(_placed(now[now["area_type"] == AreaType.PRACTICE]), _benchmark(now).value, about)


def _lists_ended_by(day: pd.Timestamp) -> set[str]:
    """Practices whose list had ended: a figure of such a year is of a few patients or none, and stands for nobody."""
    events = reads.practice_events()
    return set(events.loc[events["event"].isin(_ENDINGS) & (events["date"] <= day), "practice_code"])


def _later(after: pd.DataFrame, about: dict[str, Any]) -> pd.DataFrame:
    years = [_practices(rows, about) for _, rows in after.groupby("period_end")]
    return pd.concat(years) if years else _practices(after, about)


def _held(indicator_id: str) -> pd.DataFrame:
    """The main values: the headline age, no breakdown, in areas that hold one."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    main: pd.DataFrame = rows.loc[(rows["age"] == about["headline_age"]) & rows["category"].isna()]
    return main


def _default_year(indicator_id: str, rows: pd.DataFrame) -> str:
    counts = rows[(rows["area_type"] == AreaType.NETWORK) & rows["count"].notna()].sort_values("period_end")
    return str(counts["period"].iloc[-1]) if len(counts) else next(iter(years_of(indicator_id)), "")


def _benchmark(now: pd.DataFrame) -> Benchmark:
    rows = {row["area_code"]: row for row in now[now["area_code"].isin(_BENCHMARKS)].to_dict("records")}
    for code, name in _BENCHMARKS.items():
        if code in rows:
            row = rows[code]
            return Benchmark(name, float(row["value"]), float(row["count"]), float(row["denominator"]))
    return NO_BENCHMARK


def _fine_enough(about: dict[str, Any], benchmark: float) -> dict[str, Any]:
    """A register of one or two patients in a hundred needs a second decimal for its differences to be seen."""
    rare = about["unit"] == Unit.PERCENT and benchmark < _RARE
    return about | {"decimals": max(about["decimals"], _FINE)} if rare else about


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    known = reads.practices().set_index("practice_code")
    network = rows["area_code"].map(known["network_code"])
    status = rows["area_code"].map(known["status"]).fillna("")
    community = network.map(reads.area_names()).fillna("in no community")
    return rows.assign(network=network.fillna(""), community=community, status=status)


def _networks(rows: pd.DataFrame, benchmark: float, about: dict[str, Any]) -> pd.DataFrame:
    return _banded(rows.assign(network=rows["area_code"], community=rows["area_short_name"]), benchmark, about)


def _banded(rows: pd.DataFrame, benchmark: float, about: dict[str, Any]) -> pd.DataFrame:
    limits = (rows["value"], rows["lower_ci"], rows["upper_ci"])
    judged = judgements(*limits, benchmark, polarity=Polarity(about["polarity"]))
    told = rows.assign(band=bands(*limits, benchmark), judgement=judged, far=_far(rows, benchmark))
    return told.sort_values("value", ascending=False)


def _far(rows: pd.DataFrame, benchmark: float) -> FloatArray:
    outer = proportion_funnel(benchmark, rows["denominator"], confidence=CONFIDENCE_998)
    return -side_of(benchmark, outer.lower, outer.upper, rows["value"])


def funnel_limits(held: Register) -> pd.DataFrame:
    """95 % and 99.8 % limits round the benchmark, from the smallest list to the largest.

    Columns `denominator`, `level`, `lower`, `upper`.
    """
    sizes = held.practices["denominator"].dropna()
    low, high = float(sizes.min()) * (1 - _BEYOND), float(sizes.max()) * (1 + _BEYOND)
    grid = pd.Series([low + (high - low) * step / _GRID for step in range(_GRID + 1)])
    parts = []
    for level, confidence in _LEVELS.items():
        limits = proportion_funnel(held.benchmark.value, grid, confidence=confidence)
        parts.append(pd.DataFrame({"denominator": grid, "level": level, "lower": limits.lower, "upper": limits.upper}))
    return pd.concat(parts, ignore_index=True)


def level_of(far: float) -> str:
    """The level at which a value that lies outside its 95 % limits differs."""
    return "99.8%" if abs(far) == 1 else "95%"


def split_by_band(networks: pd.DataFrame) -> dict[tuple[Band, str], list[dict[Any, Any]]]:
    """The rows of each band and level, highest first; what is neither above nor below has no level."""
    found: dict[tuple[Band, str], list[dict[Any, Any]]] = {}
    for row in networks.to_dict("records"):
        band = Band(row["band"])
        found.setdefault((band, level_of(row["far"]) if band in CLEAR else ""), []).append(row)
    return found
