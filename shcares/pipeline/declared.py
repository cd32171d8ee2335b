"""Sources and indicators as the rows of their tables."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import Enum

import pandas as pd

from shcares.domain.records import Indicator, Source

SOURCE = (
    *("publisher", "dataset", "release", "licence", "attribution", "retrieved", "frequency", "refresh", "next_due"),
    *("via", "url", "note"),
)
INDICATOR = (
    *("name", "short_name", "definition", "unit", "unit_label", "decimals", "polarity", "statistic", "multiplier"),
    *("population", "level", "year_type", "rolling", "repeat_events", "headline_sex", "headline_age", "why"),
    *("life_course", "headline_set", "external_id"),
)


def rows_frame(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """A frame of plain values: an enum becomes its word."""
    plain = [[cell.value if isinstance(cell, Enum) else cell for cell in row] for row in rows]
    return pd.DataFrame(plain, columns=list(columns))


def fields_of(record: object, names: Sequence[str]) -> list[object]:
    """These fields of a record, in order."""
    return [getattr(record, name) for name in names]


def build_info_frame(digest: str, built_at: datetime, sources: Sequence[Source]) -> pd.DataFrame:
    """The one row that says which data this is; its date is the newest copy of a source."""
    utc = built_at.astimezone(UTC).replace(tzinfo=None)
    data_date = max(source.retrieved for source in sources)
    return rows_frame(("digest", "built_at", "data_date"), [(digest, utc, data_date)])


def source_frames(sources: Sequence[Source]) -> dict[str, pd.DataFrame]:
    """The table of sources."""
    rows = [[source.id, *fields_of(source, SOURCE)] for source in sources]
    return {"source": rows_frame(("source_id", *SOURCE), rows)}


def indicator_frames(indicators: Sequence[Indicator]) -> dict[str, pd.DataFrame]:
    """The tables of indicators, their breaks, notes, topics and links to each other."""
    main = [[item.id, item.source, item.interval, *fields_of(item, INDICATOR)] for item in indicators]
    breaks = [(item.id, place, b.period, b.reason) for item in indicators for place, b in enumerate(item.breaks, 1)]
    notes = [(item.id, place, note.text) for item in indicators for place, note in enumerate(item.notes, 1)]
    return {
        "indicator": rows_frame(("indicator_id", "source_id", "interval_rule", *INDICATOR), main),
        "indicator_break": rows_frame(("indicator_id", "position", "period", "reason"), breaks),
        "indicator_note": rows_frame(("indicator_id", "position", "text"), notes),
        "indicator_topic": rows_frame(
            ("indicator_id", "position", "priority_id", "focus_area_id"),
            [row for item in indicators for row in _topics(item)],
        ),
        "indicator_link": rows_frame(
            ("indicator_id", "relation", "other_id", "position"), [row for item in indicators for row in _links(item)]
        ),
    }


def _topics(item: Indicator) -> list[tuple[str, int, str | None, str | None]]:
    topics = [(priority, None) for priority in item.priorities] + [(None, area) for area in item.focus_areas]
    return [(item.id, place, *topic) for place, topic in enumerate(topics, 1)]


def _links(item: Indicator) -> list[tuple[str, str, str, int]]:
    newer = [(item.id, "superseded_by", item.superseded_by, 1)] if item.superseded_by else []
    return newer + [(item.id, "related", other, place) for place, other in enumerate(item.related, 1)]
