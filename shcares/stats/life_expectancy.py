"""Abridged life tables (Chiang) with an interval that counts the open last band (Silcocks)."""

from dataclasses import dataclass

import numpy as np

from shcares.stats.levels import CONFIDENCE_95, FloatArray, Numbers, floats, z_of
from shcares.stats.results import Result

AGE_STARTS = (0, 1, *range(5, 91, 5))
"""The 20 bands: 0, 1–4, 5–9, …, 85–89, 90 and over."""
FEWEST_PERSON_YEARS = 5000
"""At or below this the estimate is not robust (Toson & Baker, ONS Methodological Series 33, 2003)."""

_WIDTHS = np.diff(AGE_STARTS).astype(np.float64)
_LIVED = np.array([0.1] + [0.5] * 18)
"""Share of the band lived by those who die in it (a₀ = 0.1, else 0.5)."""


@dataclass(frozen=True)
class LifeTable:
    """Years still to live at the start of each band, with limits; empty, with a reason, when it cannot be computed."""

    expectancy: FloatArray
    lower: FloatArray
    upper: FloatArray
    reason: str | None


def life_table(deaths: Numbers, person_years: Numbers, *, confidence: float = CONFIDENCE_95) -> LifeTable:
    """Chiang's abridged life table: expectation of life at the start of each of the 20 bands, in years.

    M = d/P; q = nM/(1 + n(1 − a)M); e₉₀ = 1/M₉₀; Var(q) = q²(1 − q)/d; Var(eₓ) = [Σ l²((1 − a)n + e)²Var(q) +
    (l₉₀/2)²·4/(d₉₀M₉₀²)]/lₓ². Person-years are populations times years pooled. Refused: other than 20 bands, anything
    missing, deaths < 0, person-years ≤ 0 in a band or ≤ 5,000 in all, no death at 90+, or more deaths in a band than
    the method can hold. Chiang 1968, pp. 189–214; Silcocks et al, J Epidemiol Community Health 2001;55:38–43.
    """
    d, years = floats(deaths), floats(person_years)
    reason = _why_refused(d, years)
    if reason:
        return LifeTable(np.zeros(0), np.zeros(0), np.zeros(0), reason)
    mortality = d / years
    q = _dying(mortality)
    survivors = np.concatenate(([1.0], np.cumprod(1 - q)))
    lived = _WIDTHS * (survivors[1:] + _LIVED * (survivors[:-1] - survivors[1:]))
    remaining = np.append(lived, survivors[-1] / mortality[-1])
    expectancy = np.cumsum(remaining[::-1])[::-1] / survivors
    reach = z_of(confidence) * np.sqrt(_variances(d, mortality, q, survivors, expectancy))
    return LifeTable(expectancy, expectancy - reach, expectancy + reach, None)


def life_expectancy(deaths: Numbers, person_years: Numbers, *, age: int = 0) -> Result:
    """Life expectancy at one age with its 95 % interval, in years, or why there is none; see `life_table`.

    Raises ValueError for an age at which no band starts.
    """
    if age not in AGE_STARTS:
        raise ValueError(f"no age band starts at {age}; expected one of {AGE_STARTS}")
    table = life_table(deaths, person_years)
    if table.reason:
        return Result.refused(table.reason)
    band = AGE_STARTS.index(age)
    return Result.of(float(table.expectancy[band]), float(table.lower[band]), float(table.upper[band]))


def _dying(mortality: FloatArray) -> FloatArray:
    """Probability of dying within each closed band."""
    yearly = mortality[:-1]
    return np.asarray(_WIDTHS * yearly / (1 + _WIDTHS * (1 - _LIVED) * yearly), dtype=np.float64)


def _variances(
    deaths: FloatArray, mortality: FloatArray, q: FloatArray, survivors: FloatArray, expectancy: FloatArray
) -> FloatArray:
    """Variance of the expectation at the start of each band (Chiang, with Silcocks' term for the open band)."""
    closed = deaths[:-1]
    of_q = np.where(closed > 0, q**2 * (1 - q) / np.where(closed > 0, closed, 1.0), 0.0)
    terms = survivors[:-1] ** 2 * ((1 - _LIVED) * _WIDTHS + expectancy[1:]) ** 2 * of_q
    last = (survivors[-1] / 2) ** 2 * 4 / (deaths[-1] * mortality[-1] ** 2)
    return np.asarray(np.cumsum(np.append(terms, last)[::-1])[::-1] / survivors**2, dtype=np.float64)


def _why_refused(deaths: FloatArray, person_years: FloatArray) -> str | None:
    bands = len(AGE_STARTS)
    if deaths.shape != (bands,) or person_years.shape != (bands,):
        return f"{bands} age bands are needed; {deaths.size} of deaths and {person_years.size} of people given"
    if np.isnan(deaths).any() or np.isnan(person_years).any():
        return "deaths or people are missing for an age band"
    if (deaths < 0).any() or (person_years <= 0).any():
        return "an age band has deaths below 0 or no people"
    if person_years.sum() <= FEWEST_PERSON_YEARS:
        return f"{person_years.sum():,.0f} person-years; more than {FEWEST_PERSON_YEARS:,} are needed"
    if deaths[-1] == 0:
        return "no death at 90 and over, so the last band has no length"
    if (_dying(deaths / person_years) >= 1).any():
        return "an age band has more deaths than its people can account for"
    return None
