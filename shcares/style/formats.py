"""Numbers, units, periods and dates as they stand on every screen, download and slide."""

import math
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from shcares.domain.vocabulary import Unit, YearType

NO_DATA = "no data"
_TIGHT = {"%", "°"}


def number(value: float | None, decimals: int = 0) -> str:
    """A value with thousands separators and fixed decimals, halves away from zero; `no data` where there is none."""
    if value is None or math.isnan(value):
        return NO_DATA
    exactly = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP) + 0
    return f"{exactly:,f}".replace("-", "−")


def quantity(value: float | None, unit_label: str, decimals: int = 0, unit: str = "") -> str:
    """A value with its unit: `25.1%`, `978.7 per 100,000`, `£612 per week`."""
    text = number(value, decimals)
    if text == NO_DATA:
        return text
    if unit in (Unit.GBP, Unit.GBP_PER_WEEK):
        return f"£{text}" + (" a week" if unit == Unit.GBP_PER_WEEK else "")
    return f"{text}{'' if unit_label in _TIGHT else ' '}{unit_label}"


def short_quantity(value: float | None, unit: str, decimals: int = 0) -> str:
    """A value with its unit only where that is one sign: `25.1%`, `£612`, else the bare number."""
    text = number(value, decimals)
    if text == NO_DATA:
        return text
    if unit in (Unit.GBP, Unit.GBP_PER_WEEK):
        return f"£{text}"
    return f"{text}%" if unit == Unit.PERCENT else text


def interval(lower: float | None, upper: float | None, decimals: int = 0) -> str:
    """A 95 % interval as `23.4 to 26.9`; empty where there is none.

    One so narrow that both limits would read the same has as many more decimals as tell them apart, up to two.
    """
    if lower is None or upper is None or math.isnan(lower) or math.isnan(upper):
        return ""
    finer = (places for places in range(decimals, decimals + 3) if number(lower, places) != number(upper, places))
    shown = next(finer, decimals)
    return f"{number(lower, shown)} to {number(upper, shown)}"


def period(label: str, year_type: str = YearType.CALENDAR) -> str:
    """A period written out: pooled years with `to`, days in full, Health Index reference years named as such."""
    if year_type == YearType.INDEX:
        return f"Index year {label}"
    if len(label) == len("2021-03-21") and label[4:5] == "-" and label[7:8] == "-":
        return day(date.fromisoformat(label))
    if "-" not in label:
        return label
    first, last = label.split("-")
    return f"{first} to {last if 'Q' in last else first[:2] + last}"


def day(value: date) -> str:
    """A date as `13 May 2026`."""
    return f"{value.day} {value:%B %Y}"
