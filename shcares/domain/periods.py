"""Read a period label into dates, so that periods sort, pool and mark the pandemic the same way everywhere."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from shcares.domain.vocabulary import YearType

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIRST_MONTH = {YearType.FINANCIAL: 4, YearType.ACADEMIC: 9, YearType.SURVEY: 11}
GRAMMAR = (
    "2019, 2019/20, 2017-19, 2017/18-19/20, 2019/20 Q3, 2023 Q4, 2017/18 Q1-2021/22 Q4, 2021-03-21 or Nov 2025"
)

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(rf"({'|'.join(MONTHS)}) (\d{{4}})")
_YEARS = re.compile(r"(\d{4})(?:-(\d{2}))?")
_SPLIT_YEARS = re.compile(r"(\d{4})/(\d{2})(?:-(\d{2})/(\d{2}))?")
_QUARTER = re.compile(r"(\d{4})(/\d{2})? Q([1-4])")


@dataclass(frozen=True)
class Period:
    """A label with its first day and its last day."""

    label: str
    start: date
    end: date

    @property
    def years(self) -> float:
        """Length in years, to the nearest quarter."""
        return round(((self.end - self.start).days + 1) / 365.25 * 4) / 4

    @property
    def pooled(self) -> bool:
        """Whether it holds more than one year of events."""
        return self.years > 1


def parse_period(label: str, year_type: YearType = YearType.CALENDAR) -> Period:
    """Dates of a period label.

    `year_type` says in which month a split year starts: April for financial, September for academic,
    November for survey years, April where nothing better is known. Raises ValueError on any other label.
    """
    start, end = _bounds(label.strip(), year_type)
    if end < start:
        raise ValueError(f"{label!r} ends before it starts")
    return Period(label, start, end)


def _bounds(label: str, year_type: YearType) -> tuple[date, date]:
    first_month = FIRST_MONTH.get(year_type, 4)
    if match := _DAY.fullmatch(label):
        day = date(*(int(part) for part in match.groups()))
        return day, day
    if match := _MONTH.fullmatch(label):
        return _span(int(match[2]), MONTHS.index(match[1]) + 1, 1)
    if match := _YEARS.fullmatch(label):
        last = _expand(int(match[1]), match[2]) if match[2] else int(match[1])
        return _span(int(match[1]), 1, 12 * (last - int(match[1]) + 1))
    if match := _SPLIT_YEARS.fullmatch(label):
        return _split_years(match, first_month)
    if match := _QUARTER.fullmatch(label):
        opening = first_month if match[2] else 1
        if match[2] and _expand(int(match[1]), match[2][1:]) != int(match[1]) + 1:
            raise ValueError(f"{label!r} is not one year")
        return _span(int(match[1]), opening + 3 * (int(match[3]) - 1), 3)
    if label.count("-") == 1:
        first, last_quarter = (_bounds(part, year_type) for part in label.split("-") if "Q" in part)
        return first[0], last_quarter[1]
    raise ValueError(f"{label!r} is not a period")


def _split_years(match: re.Match[str], first_month: int) -> tuple[date, date]:
    start = int(match[1])
    if _expand(start, match[2]) != start + 1:
        raise ValueError(f"{match[0]!r}: the second year does not follow the first")
    last = _expand(start, match[4]) if match[4] else start + 1
    if match[3] and _expand(start, match[3]) + 1 != last:
        raise ValueError(f"{match[0]!r}: the last year does not follow the one before")
    return _span(start, first_month, 12 * (last - start))


def _expand(start: int, two_digits: str) -> int:
    year = start // 100 * 100 + int(two_digits)
    return year if year >= start else year + 100


def _span(year: int, month: int, months: int) -> tuple[date, date]:
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = first.month - 1 + months
    return first, date(first.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
