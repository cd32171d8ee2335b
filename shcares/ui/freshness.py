"""How old a figure is beside the newest data, and the words that say so."""

from datetime import date

from shcares.ui import reads

OLD_YEARS = 3
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
OLD = f"over {_WORDS[OLD_YEARS]} years old"
"""What a figure is called old from."""


def years_old(period_end: date) -> int:
    """How many whole years before the newest data a period ended; zero without data or for one that lies ahead."""
    newest = reads.build_info().data_date or period_end
    not_passed = (newest.month, newest.day) <= (period_end.month, period_end.day)
    return max(newest.year - period_end.year - not_passed, 0)


def is_old(period_end: date) -> bool:
    """Whether a period ended over three years before the newest data."""
    return years_old(period_end) >= OLD_YEARS


def age(period_end: date) -> str:
    """How old an old period is, in whole years: `over five years old`; empty of one that is not old."""
    return f"{_over(period_end)} old" if is_old(period_end) else ""


def dated(period: str, period_end: date) -> str:
    """A period as written, and how long ago it is where that is long: `2020/21, over five years ago`.

    Never "old" here: after "% on the register" that would be read as the age of the patients.
    """
    return f"{period}, {_over(period_end)} ago" if is_old(period_end) else period


def _over(period_end: date) -> str:
    years = years_old(period_end)
    return f"over {_WORDS[years] if years < len(_WORDS) else years} years"
