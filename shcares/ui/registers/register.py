"""One register of the GP practices as held: the four care communities, their practices, and St Helens as benchmark."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, Judgement, Polarity
from shcares.stats.comparison import judgements, side_of
from shcares.stats.funnels import more_outside_than_chance, proportion_funnel
from shcares.stats.levels import CONFIDENCE_95, CONFIDENCE_998, FloatArray
from shcares.stats.suppression import Band, bands
from shcares.style import formats
from shcares.ui import reads
from shcares.ui.freshness import dated

_LEVELS = {"95%": CONFIDENCE_95, "99.8%": CONFIDENCE_998}
_GRID, _BEYOND = 80, 0.1
_RARE, _FINE = 2, 2


@dataclass(frozen=True)
class Register:
    """The latest year in which the care communities have counts, and what is held after it.

    `networks` and `practices` carry `network` (its code), `community` (its name) and `far` (+1 above the 99.8 % limits
    of its size, −1 below, else 0) beside the store's own columns; `networks` also `judgement`, `practices` also `band`.
    """

    about: dict[str, Any]
    label: str
    people: str
    period: str
    benchmark: dict[Any, Any]
    england: float | None
    networks: pd.DataFrame
    practices: pd.DataFrame
    later: pd.DataFrame

    @property
    def condition(self) -> str:
        """`depression` or `COPD`, for the middle of a sentence."""
        name = self.label.split(",")[0]
        return name if name.isupper() else name.lower()

    @property
    def noun(self) -> str:
        """`depression register`, for the middle of a sentence."""
        return f"{self.condition} register"

    @property
    def dated(self) -> str:
        """The period, and a warning where it ended over three years before the newest data."""
        return dated(self.period, self.benchmark["period_end"].date())

    @property
    def outside(self) -> int:
        """How many practices lie outside the 95 % limits."""
        return int(self.practices["band"].isin([Band.CLEARLY_HIGHER, Band.CLEARLY_LOWER]).sum())

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

    def of_patients(self, row: dict[Any, Any]) -> str:
        """`12,396 of 68,192 patients aged 18 and over`."""
        return f"{formats.number(row['count'])} of {formats.number(row['denominator'])} {self.people}"


@st.cache_resource(show_spinner=False)
def register(indicator_id: str) -> Register:
    """A register of practices in the latest year with counts. Raises IndexError where no community has one."""
    rows = reads.observations(indicator_id)
    counted = rows[(rows["area_type"] == AreaType.NETWORK) & rows["count"].notna()].sort_values("period_end")
    newest = counted.iloc[-1]
    now, after = rows[rows["period"] == newest["period"]], rows[rows["period_end"] > newest["period_end"]]
    benchmark = now[now["area_code"] == areas.SUB_ICB].to_dict("records")[0]
    about = _fine_enough(reads.indicator(indicator_id), benchmark["value"])
    england = now.loc[now["area_code"] == areas.ENGLAND, "value"]
    return Register(
        about=about,
        label=str(about["short_name"]).removesuffix(" (GP)"),
        people=_people(about["headline_age"]),
        period=formats.period(newest["period"], about["year_type"]),
        benchmark=benchmark,
        england=float(england.iloc[0]) if len(england) else None,
        networks=_networks(now[now["area_type"] == AreaType.NETWORK], benchmark["value"], about),
        practices=_practices(now[now["area_type"] == AreaType.PRACTICE], benchmark["value"]),
        later=_placed(after[after["area_type"] == AreaType.PRACTICE]),
    )


def _fine_enough(about: dict[str, Any], benchmark: float) -> dict[str, Any]:
    """A register of one or two patients in a hundred needs a second decimal for its differences to be seen."""
    return about | {"decimals": max(about["decimals"], _FINE)} if benchmark < _RARE else about


def _people(age: str) -> str:
    floor = age.removesuffix(" yrs").removesuffix("+")
    return f"patients aged {floor} and over" if age.endswith("+ yrs") else "patients"


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    known = reads.practices().set_index("practice_code")
    network = rows["area_code"].map(known["network_code"])
    status = rows["area_code"].map(known["status"]).fillna("")
    community = network.map(reads.area_names()).fillna("in no community")
    return rows.assign(network=network.fillna(""), community=community, status=status)


def _networks(rows: pd.DataFrame, benchmark: float, about: dict[str, Any]) -> pd.DataFrame:
    limits = (rows["value"], rows["lower_ci"], rows["upper_ci"])
    judged = judgements(*limits, benchmark, polarity=Polarity(about["polarity"]))
    placed = rows.assign(network=rows["area_code"], community=rows["area_short_name"], judgement=judged)
    placed["far"] = _far(rows, benchmark)
    return placed.sort_values("value", ascending=False)


def _practices(rows: pd.DataFrame, benchmark: float) -> pd.DataFrame:
    band = bands(rows["value"], rows["lower_ci"], rows["upper_ci"], benchmark)
    return _placed(rows).assign(band=band, far=_far(rows, benchmark)).sort_values("value", ascending=False)


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
        limits = proportion_funnel(held.benchmark["value"], grid, confidence=confidence)
        parts.append(pd.DataFrame({"denominator": grid, "level": level, "lower": limits.lower, "upper": limits.upper}))
    return pd.concat(parts, ignore_index=True)


def level_of(far: float) -> str:
    """The level at which a value that lies outside its 95 % limits differs."""
    return "99.8%" if abs(far) == 1 else "95%"


def split_by_judgement(networks: pd.DataFrame) -> dict[tuple[Judgement, str], list[dict[Any, Any]]]:
    """The rows of each judgement and level, highest first; what is neither above nor below has no level."""
    level = [
        level_of(far) if judged in (Judgement.HIGHER, Judgement.LOWER) else ""
        for judged, far in zip(networks["judgement"], networks["far"], strict=True)
    ]
    found: dict[tuple[Judgement, str], list[dict[Any, Any]]] = {}
    for row, at in zip(networks.to_dict("records"), level, strict=True):
        found.setdefault((Judgement(row["judgement"]), at), []).append(row)
    return found
