"""One list over time as several offices counted it: one count as a line, the others as quiet marks of their own."""

from collections.abc import Iterator, Mapping, Sequence

import altair as alt
import pandas as pd

from shcares.charts import house, lines
from shcares.charts.growth import by_month, month_names, runs
from shcares.charts.inline import inline
from shcares.domain.plots import Plot, PlotKind, Series
from shcares.style import palette

HEIGHT = 470
_LINE_HEIGHT = 19
_SHAPES = ("circle", "square", "diamond")
_LATE = 0.6


def history_chart(
    counts: pd.DataFrame, *, bases: Sequence[str], events: pd.DataFrame, finding: str, subtitle: str
) -> house.Drawing:
    """Counts on the days they were made, from nothing; a line only over months in a row of the first of `bases`.

    Columns needed: `at` (the day), `value`, `basis` (one of `bases`, which are named in the legend), `said` (the
    tooltip's words). `events`: `at` and `name`, written above a dashed rule; no line crosses one. Empty input draws
    "no data".
    """
    drawn = counts.dropna(subset=["value"])
    if drawn.empty:
        return house.no_data_chart("no list size is held of this practice")
    first = drawn[drawn["basis"] == bases[0]]
    height = _LINE_HEIGHT * len(events)
    layers = [*_events(events, drawn), *_line(first, events), _points(drawn, bases)]
    heading = house.title(finding, subtitle)
    heading.offset = 14 + height
    return alt.layer(*layers).properties(height=HEIGHT, title=heading)


def history_plot(counts: pd.DataFrame, *, bases: Sequence[str], events: pd.DataFrame, axis: str) -> Plot:
    """The counts as numbers: every month is a category; the first of `bases` begins a new series at each event."""
    drawn = counts.dropna(subset=["value"])
    series = [
        Series(
            basis if last else f"{basis}, to {rows['at'].iloc[-1]:%B %Y}",
            by_month(rows, drawn["at"]),
            palette.ACCENT if basis == bases[0] else palette.COMPARATOR,
        )
        for basis in bases
        for rows, last in _stretches(drawn[drawn["basis"] == basis], events if basis == bases[0] else events[:0])
    ]
    return Plot(PlotKind.LINES, tuple(series), axis, month_names(drawn["at"]))


def _stretches(rows: pd.DataFrame, events: pd.DataFrame) -> Iterator[tuple[pd.DataFrame, bool]]:
    """The counts between events, and whether these are the last."""
    after = _after(rows, events)
    for number in after.drop_duplicates().sort_values():
        yield rows[after == number], bool(number == after.max())


def _after(rows: pd.DataFrame, events: pd.DataFrame) -> pd.Series:
    """How many events lie before each count, or on its day."""
    return sum(((rows["at"] >= day).astype(int) for day in events["at"]), start=rows["at"].astype("int64") * 0)


def _y(field: str) -> alt.Y:
    return alt.Y(field, axis=house.axis(None, tickCount=6, format=",d"), scale=alt.Scale(zero=True, nice=True))


def _line(first: pd.DataFrame, events: pd.DataFrame) -> list[house.Drawing]:
    """Between counts a month apart with no event between them."""
    if first.empty:
        return []
    joined = first.assign(run=runs(first.assign(area="")) * (len(events) + 1) + _after(first, events))
    line = alt.Chart(inline(joined)).mark_line(color=palette.ACCENT, strokeWidth=2.5)
    return [line.encode(x=lines.x(), y=_y("value:Q"), detail=alt.Detail("run:N"))]


def _points(drawn: pd.DataFrame, bases: Sequence[str]) -> house.Drawing:
    here = [basis for basis in bases if basis in set(drawn["basis"])]
    paint = {basis: palette.ACCENT if basis == bases[0] else palette.COMPARATOR for basis in here}
    shapes = dict(zip(bases, _SHAPES, strict=False))
    legend = alt.Legend(
        title=None, orient="bottom", labelFontSize=house.TEXT_SIZE, labelColor=house.INK, columns=3, labelLimit=360
    )
    return (
        alt.Chart(inline(drawn))
        .mark_point(filled=True, size=42, opacity=1)
        .encode(
            x=lines.x(),
            y=_y("value:Q"),
            color=_scale(alt.Color, paint, legend),
            shape=_scale(alt.Shape, {basis: shapes[basis] for basis in here}, legend),
            tooltip=[
                alt.Tooltip("at:T", title="Day", format="%-d %B %Y"),
                alt.Tooltip("said:N", title="Patients"),
                alt.Tooltip("basis:N", title="Counted by"),
            ],
        )
    )


def _scale(channel: type[alt.Color] | type[alt.Shape], looks: Mapping[str, str], legend: alt.Legend) -> house.Drawing:
    scale = alt.Scale(domain=list(looks), range=list(looks.values()))
    return channel("basis:N", scale=scale, sort=list(looks), legend=legend)


def _events(events: pd.DataFrame, drawn: pd.DataFrame) -> list[house.Drawing]:
    """A rule each, its words above the plot on a line of their own, on the side where there is room."""
    begin, end = drawn["at"].min(), drawn["at"].max()
    layers = []
    for position, event in enumerate(events.sort_values("at").to_dict("records")):
        late = (event["at"] - begin) > (end - begin) * _LATE
        data = inline(pd.DataFrame([event]))
        rule = alt.Chart(data).mark_rule(color=palette.COMPARATOR, strokeWidth=1.5, strokeDash=[4, 4])
        words = alt.Chart(data).mark_text(
            align="right" if late else "left",
            baseline="bottom",
            dx=4 if late else -4,
            dy=-4 - _LINE_HEIGHT * position,
            fontSize=house.TEXT_SIZE,
            color=house.INK,
        )
        layers += [
            rule.encode(x=lines.x()),
            words.encode(x=lines.x(), y=alt.value(0), text=alt.Text("name:N")),
        ]
    return layers
