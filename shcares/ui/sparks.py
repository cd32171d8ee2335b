"""The word-sized runway of each key measure, drawn once and kept as a picture inside the page."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from shcares.charts import spark as charts
from shcares.domain import areas
from shcares.export import picture
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.measures import Latest, measure_views

FEWEST_POINTS = 3
TARGET_YEAR_END = pd.Timestamp(date(2027, 3, 31))


@dataclass(frozen=True)
class Spark:
    """A picture's address, the words that stand for it, and its size."""

    address: str
    words: str
    width: int
    height: int


@lineage.remember()
def spark(measure_id: str, comparator_code: str) -> Spark | None:
    """The runway of one measure beside one comparator; None where there are too few published points for a line."""
    view = next(view for view in measure_views(comparator_code) if view.id == measure_id)
    if not view.latest:
        return None
    entry = view.latest[0]
    series = _drawn(entry.indicator_id, areas.ST_HELENS, entry.sex)
    if len(series) < FEWEST_POINTS:
        return None
    theirs = _drawn(entry.indicator_id, comparator_code, entry.sex)
    chart = charts.spark_chart(series, comparator=theirs, target=view.target_value, target_at=TARGET_YEAR_END)
    svg = picture.chart_svg(charts.spark_spec(chart))
    return Spark(picture.svg_address(svg), _words(entry, series), charts.WIDTH, charts.HEIGHT)


def _drawn(indicator_id: str, area_code: str, sex: str) -> pd.DataFrame:
    series = reads.series(indicator_id, area_code)
    return series.loc[series["sex"] == sex, ["at", "value", "run", "period"]].dropna()


def _words(entry: Latest, series: pd.DataFrame) -> str:
    about = reads.indicator(entry.indicator_id)
    first, last = series.iloc[0], series.iloc[-1]

    def said(row: pd.Series) -> str:
        value = formats.short_quantity(row["value"], about["unit"], about["decimals"])
        return f"{value} in {formats.period(row['period'], about['year_type'])}"

    return f"St Helens from {said(first)} to {said(last)}"
