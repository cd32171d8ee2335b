"""How old a figure is beside the newest data, and the words that say so."""

from datetime import date, timedelta

from shcares.ui import reads

OLD = timedelta(days=3 * 365)


def is_old(period_end: date) -> bool:
    """Whether a period ended over three years before the newest data."""
    newest = reads.build_info().data_date
    return newest is not None and newest - period_end > OLD


def dated(period: str, period_end: date) -> str:
    """A period as written, and a warning where it is old."""
    return f"{period}{', over three years old' if is_old(period_end) else ''}"
