"""Read a period label into dates, so that periods sort, pool and mark the pandemic the same way everywhere."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from shcares.domain.vocabulary import YearType

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIRST_MONTH = {YearType.FINANCIAL: 4, YearType.ACADEMIC: 9, YearType.SURVEY: 11}
GRAMMAR = "2019, 2019/20, 2017-19, 2017/18-19/20, 2019/20 Q3, 2023 Q4, 2017/18 Q1-2021/22 Q4, 2021-03-21 or Nov 2025"

LONGEST_POOL = 20
DAYS_A_YEAR = 365.25

_YEAR = "((?:19|20)[0-9]{2})"
_DAY = re.compile(rf"{_YEAR}-([0-9]{{2}})-([0-9]{{2}})")
_MONTH = re.compile(rf"({'|'.join(MONTHS)}) {_YEAR}")
_YEARS = re.compile(rf"{_YEAR}(?:-([0-9]{{2}}))?")
_SPLIT_YEARS = re.compile(rf"{_YEAR}/([0-9]{{2}})(?:-([0-9]{{2}})/([0-9]{{2}}))?")
_QUARTER = re.compile(rf"{_YEAR}(?:/([0-9]{{2}}))? Q([1-4])")


@dataclass(frozen=True)
class Period:
    """A label with its first day and its last day."""

    label: str
    start: date
    end: date

    @property
    def years(self) -> float:
        """Length in years, to the nearest quarter."""
        return round(((self.end - self.start).days + 1) / DAYS_A_YEAR * 4) / 4

    @property
    def pooled(self) -> bool:
        """Whether it holds more than one year of events."""
        return self.years > 1


def decimal_year(day: date) -> float:
    """A date as a year with a fraction: 2026.5 in the middle of 2026."""
    return day.year + (day.timetuple().tm_yday - 1) / DAYS_A_YEAR


def parse_period(label: str, year_type: YearType = YearType.CALENDAR) -> Period:
    """Dates of a period label.

    `year_type` says in which month a split year starts: April for financial, September for academic,
    November for survey years, April where nothing better is known. Raises ValueError on any other label.
    """
    start, end = _bounds(label, FIRST_MONTH.get(year_type, 4))
    if end < start:
        raise ValueError(f"{label!r} ends before it starts")
    return Period(label, start, end)


def _bounds(label: str, first_month: int) -> tuple[date, date]:
    if match := _DAY.fullmatch(label):
        return _day(match)
    if match := _MONTH.fullmatch(label):
        return _span(int(match[2]), MONTHS.index(match[1]) + 1, 1)
    if match := _YEARS.fullmatch(label):
        return _years(match)
    if match := _SPLIT_YEARS.fullmatch(label):
        return _split_years(match, first_month)
    if match := _QUARTER.fullmatch(label):
        return _quarter(match, first_month)
    first, _, last = label.partition("-")
    if (opening := _QUARTER.fullmatch(first)) and (closing := _QUARTER.fullmatch(last)):
        return _quarter(opening, first_month)[0], _quarter(closing, first_month)[1]
    raise ValueError(f"{label!r} is not a period such as {GRAMMAR}")


def _day(match: re.Match[str]) -> tuple[date, date]:
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise ValueError(f"{match[0]!r} is not a day of the calendar") from error
    return day, day


def _years(match: re.Match[str]) -> tuple[date, date]:
    start = int(match[1])
    last = _expand(start, match[2]) if match[2] else start
    if last - start >= LONGEST_POOL:
        raise ValueError(f"{match[0]!r} pools more than {LONGEST_POOL} years; a month is written Nov 2025")
    return _span(start, 1, 12 * (last - start + 1))


def _split_years(match: re.Match[str], first_month: int) -> tuple[date, date]:
    start = int(match[1])
    if _expand(start, match[2]) != start + 1:
        raise ValueError(f"{match[0]!r}: the second year does not follow the first")
    last = _expand(start, match[4]) if match[4] else start + 1
    if match[3] and _expand(start, match[3]) + 1 != last:
        raise ValueError(f"{match[0]!r}: the last year does not follow the one before")
    if last - start > LONGEST_POOL:
        raise ValueError(f"{match[0]!r} pools more than {LONGEST_POOL} years")
    return _span(start, first_month, 12 * (last - start))


def _quarter(match: re.Match[str], first_month: int) -> tuple[date, date]:
    year, following, quarter = int(match[1]), match[2], int(match[3])
    if following and _expand(year, following) != year + 1:
        raise ValueError(f"{match[0]!r}: the second year does not follow the first")
    return _span(year, (first_month if following else 1) + 3 * (quarter - 1), 3)


def _expand(start: int, two_digits: str) -> int:
    year = start // 100 * 100 + int(two_digits)
    return year if year >= start else year + 100


def _span(year: int, month: int, months: int) -> tuple[date, date]:
    """First day of a month, and last day of the month that many months on; months past 12 run into later years."""
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = first.month - 1 + months
    return first, date(first.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
