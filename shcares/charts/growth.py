"""Lists over time on the days they were counted: no line where months are missing, events marked and lettered."""

import altair as alt
import pandas as pd

from shcares.charts import house, lines
from shcares.charts.inline import inline
from shcares.charts.plots import numbers
from shcares.domain.plots import Plot, PlotKind, Series, Values
from shcares.style import palette

HEIGHT = 440
PAINT = {lines.THIS: palette.ACCENT} | palette.NETWORK
_DAYS_A_MONTH = 31


def growth_chart(
    lists: pd.DataFrame, *, events: pd.DataFrame, finding: str, subtitle: str, figures: str
) -> house.Drawing:
    """One line a list, broken wherever the month after a count was not counted; a count that stands alone is a dot.

    Columns needed: `at` (the day), `area` (also the name at the line's end), `role` ("this" or a network's code),
    `value`, `said` (the tooltip's words). `events`: `at`, `letter` (written above its rule), `said`. `figures` is how
    the axis writes a number, as a Vega expression of `datum.value`; the axis need not start at zero. Empty input draws
    "no data".
    """
    drawn = lists.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("no list size is held")
    placed = drawn.assign(run=runs(drawn), lower_ci=float("nan"), upper_ci=float("nan"))
    layers = [
        *_events(events),
        *(layer for _, rows in placed.groupby("area", sort=False) for layer in _line(rows, figures)),
        *lines.end_labels(placed),
    ]
    heading = house.title(finding, subtitle)
    heading.offset = 30
    return alt.layer(*layers).properties(height=HEIGHT, title=heading)


def runs(lists: pd.DataFrame) -> pd.Series:
    """Counts up, within an area, wherever more than a month lies between two counts."""
    ordered = lists.sort_values(["area", "at"])
    apart = ordered.groupby("area")["at"].diff() > pd.Timedelta(days=_DAYS_A_MONTH)
    return apart.groupby(ordered["area"]).cumsum().astype(int).reindex(lists.index)


def growth_plot(lists: pd.DataFrame, *, axis: str, decimals: int) -> Plot:
    """The lines as numbers: every month is a category, and one that was not counted a gap.

    Columns needed: `at`, `name`, `role`, `value`.
    """
    series = [
        Series(str(name), by_month(rows, lists["at"]), PAINT[str(rows["role"].iloc[0])])
        for name, rows in lists.groupby("name", sort=False)
    ]
    return Plot(PlotKind.LINES, tuple(series), axis, month_names(lists["at"]), decimals, from_zero=False)


def _months(days: pd.Series) -> pd.PeriodIndex:
    """Every month from the first of these days to the last, with those in which nothing was counted."""
    return pd.period_range(days.min(), days.max(), freq="M") if len(days) else pd.PeriodIndex([], freq="M")


def month_names(days: pd.Series) -> tuple[str, ...]:
    """`January 2021` to the last month, as categories of a plot."""
    return tuple(f"{month.start_time:%B %Y}" for month in _months(days))


def by_month(rows: pd.DataFrame, days: pd.Series) -> Values:
    """The `value` of each month between these days; None where none was counted."""
    counted = rows.assign(month=rows["at"].dt.to_period("M")).drop_duplicates("month", keep="last").set_index("month")
    return numbers(counted["value"].reindex(_months(days)))


def _line(rows: pd.DataFrame, figures: str) -> list[house.Drawing]:
    colour = PAINT[str(rows["role"].iloc[0])]
    tips = [
        alt.Tooltip("area:N", title="List"),
        alt.Tooltip("at:T", title="Day", format="%-d %B %Y"),
        alt.Tooltip("said:N", title="Patients"),
    ]
    data = inline(rows)
    line = alt.Chart(data).mark_line(color=colour, strokeWidth=2.5)
    dots = alt.Chart(data).mark_point(color=colour, filled=True, size=34, opacity=1)
    at, value = lines.x(), _y(figures)
    return [
        line.encode(x=at, y=value, detail=alt.Detail("run:N")),
        dots.encode(x=at, y=value, tooltip=tips),
    ]


def _y(figures: str) -> alt.Y:
    axis = house.axis(None, tickCount=6, labelExpr=figures)
    return alt.Y("value:Q", axis=axis, scale=alt.Scale(zero=False, nice=True, padding=12))


def _events(events: pd.DataFrame) -> list[house.Drawing]:
    """A dashed rule each, its letter above the plot."""
    if events.empty:
        return []
    data = inline(events)
    tips = [alt.Tooltip("said:N", title="Event")]
    rules = alt.Chart(data).mark_rule(color=palette.COMPARATOR, strokeWidth=1.5, strokeDash=[4, 4])
    words = alt.Chart(data).mark_text(
        baseline="bottom", dy=-4, fontSize=house.TEXT_SIZE, fontWeight=600, color=house.INK
    )
    return [
        rules.encode(x=lines.x(), tooltip=tips),
        words.encode(x=lines.x(), y=alt.value(0), text=alt.Text("letter:N")),
    ]
