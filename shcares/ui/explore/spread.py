"""View: where the chosen areas lie among all areas of their kind in one period, and how sure their place is."""

from typing import Any

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.spread import spread_chart
from shcares.domain.plots import Plot, Series
from shcares.domain.vocabulary import AreaType
from shcares.stats.suppression import WIDEST_RANK_SPAN, rank_spans
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_figures, recipes
from shcares.ui.explore import held, parts
from shcares.ui.explore.picked import Picked, method_of, source_of

MOST_NAMES, FEWEST_FOR_MIDDLE = 8, 8
_RULE = (
    "A place among the others is given with the places that the area’s own 95% interval reaches: the values of the "
    "others within it. None is given without an interval, nor where the interval reaches over half of all places. "
    "The middle half lies between the lower and the upper quarter of the areas, each counting once."
)


@recipes.figure(
    "XD",
    "explore_spread",
    max_entries=400,
    indicator_id=recipes.INDICATOR,
    areas=parts.AREAS,
    comparator_code=recipes.COMPARATOR,
    who=parts.WHO,
    first=parts.FIRST,
    last=parts.LAST,
)
def spread_figure(
    indicator_id: str, areas: tuple[str, ...], comparator_code: str, who: str = "", first: str = "", last: str = ""
) -> figures.Figure:
    """All areas of the kind as ticks, ours and the chosen ones named."""
    one = Picked(indicator_id, areas, comparator_code, who, first, last)
    rows, period, kind = everyone(one)
    when = one.when(period) if period else formats.NO_DATA
    drawn = _drawn(rows, one, period)
    quarters = _quarters(rows)
    chart = spread_chart(
        drawn,
        middle=quarters,
        finding=_finding(rows, one, kind),
        subtitle=f"{one.title}, {len(rows)} {held.KINDS.get(kind, 'areas')}, {when}" if kind else one.title,
        across=str(one.about["unit_label"]),
        decimals=one.about["decimals"],
    )
    ordered = rows.sort_values("value", ascending=False)
    return figures.Figure(
        id=f"explore-{indicator_id}-spread",
        title=f"{one.title}: spread in {when}",
        sentence=_sentence(rows, quarters, one, when, kind),
        period=when,
        area=f"{len(rows)} {held.KINDS[kind]}" if kind else "No area",
        frame=indicator_figures.values_table(ordered, one.about),
        spec=house.spec(chart),
        plot=lambda: _plot(rows, one),
        notes=_notes(rows, one, when),
        source=source_of(one, rows),
        method=f"{method_of(one, rows)} {_RULE}",
    )


def everyone(one: Picked) -> tuple[pd.DataFrame, str, AreaType | None]:
    """All areas of the kind most are of in the last period that has most of them; the period; the kind."""
    kind = held.many(one.rows)
    if kind is None:
        return one.rows.iloc[:0], "", None
    rows = held.each_once(one.rows, kind)
    counts = rows.groupby("period")["area_code"].nunique()
    full = [period for period in dict.fromkeys(rows["period"]) if counts[period] * 2 >= counts.max()]
    period = str(full[-1]) if full else ""
    return rows[rows["period"] == period], period, kind


def _quarters(rows: pd.DataFrame) -> tuple[float, float] | None:
    if len(rows) < FEWEST_FOR_MIDDLE:
        return None
    return float(rows["value"].quantile(0.25)), float(rows["value"].quantile(0.75))


def _drawn(rows: pd.DataFrame, one: Picked, period: str) -> pd.DataFrame:
    """The areas of the kind, with those of another kind that are named beside them, such as the comparator."""
    chosen = one.codes[:MOST_NAMES]
    named = list(dict.fromkeys([one.ours, *chosen, one.comparator_code]))
    now = one.rows[one.rows["period"] == period]
    beside = now[now["area_code"].isin(named) & ~now["area_code"].isin(rows["area_code"])]
    both = pd.concat([rows, beside])
    small = len(rows) <= MOST_NAMES
    return both[["value", "lower_ci", "upper_ci"]].assign(
        area=both["area_code"].map(one.names),
        label=[
            f"{one.names[code]} {one.short(value)}" if code in named or small else ""
            for code, value in zip(both["area_code"], both["value"], strict=True)
        ],
        colour=[one.colour(code) for code in both["area_code"]],
        said=[f"{one.full(value)} in {one.when(period)}" for value in both["value"]],
    )


def _finding(rows: pd.DataFrame, one: Picked, kind: AreaType | None) -> str:
    mine = rows[rows["area_code"] == one.ours]
    if rows.empty or kind is None:
        return "No spread is held for this choice"
    if mine.empty:
        return (
            f"{len(rows)} {held.KINDS[kind]}: from {one.short(rows['value'].min())} to {one.short(rows['value'].max())}"
        )
    row = mine.iloc[0]
    return f"{one.names[one.ours]}: {one.short(row['value'])}, in the {_quarter(rows, row)}"


def _sentence(
    rows: pd.DataFrame, quarters: tuple[float, float] | None, one: Picked, when: str, kind: AreaType | None
) -> str:
    if rows.empty or kind is None:
        return f"No data: nothing is held of {one.title} for many areas of one kind in these periods."
    low, high = one.short(rows["value"].min()), one.short(rows["value"].max())
    whole = f"In {when}, {len(rows)} {held.KINDS[kind]} lie between {low} and {high}"
    half = f", half of them between {one.short(quarters[0])} and {one.short(quarters[1])}" if quarters else ""
    return f"{whole}{half}. {place_words(rows, one)}"


def place_words(rows: pd.DataFrame, one: Picked) -> str:
    """Which place ours has among the areas and how sure that is; why none is given where none can be."""
    mine = rows[rows["area_code"] == one.ours]
    if mine.empty:
        return f"{one.names.get(one.ours, 'The area chosen')} is not among them."
    row = mine.iloc[0]
    opening = f"{one.names[one.ours]} has {one.short(row['value'])}"
    if pd.isna(row["lower_ci"]):
        return f"{opening}, in the {_quarter(rows, row)}; no interval is held, so its exact place cannot be given."
    span = rank_spans(rows["value"], rows["lower_ci"], rows["upper_ci"])[rows.index.get_loc(mine.index[0])]
    best, worst = places(rows, row)
    if span > WIDEST_RANK_SPAN:
        return f"{opening}; its interval reaches over more than half of all places, so none is given."
    rank = 1 + int((rows["value"] > row["value"]).sum())
    reach = (
        f"; its interval reaches from {sentences.ordinal(best)} to {sentences.ordinal(worst)}" if best != worst else ""
    )
    return f"{opening}, {sentences.ordinal(rank)} highest of {len(rows)}{reach}."


def places(rows: pd.DataFrame, row: "pd.Series[Any]") -> tuple[int, int]:
    """The highest and the lowest place that an area's interval reaches among the values of the others."""
    others = rows[rows["area_code"] != row["area_code"]]["value"]
    return 1 + int((others > row["upper_ci"]).sum()), 1 + int((others >= row["lower_ci"]).sum())


def _quarter(rows: pd.DataFrame, row: "pd.Series[Any]") -> str:
    """By value alone: which quarter of the areas, from the lowest."""
    lower = float((rows["value"] < row["value"]).mean())
    names = ("lowest quarter by value", "second lowest quarter by value", "second highest quarter by value")
    return (*names, "highest quarter by value")[min(3, int(lower * 4))]


def _notes(rows: pd.DataFrame, one: Picked, when: str) -> tuple[str, ...]:
    without = [one.names[code] for code in one.codes[:MOST_NAMES] if one.at(code, _period(rows)) is None]
    gone = (f"No value in {when} for {sentences.listed(without)}.",) if without and len(rows) else ()
    many = len(one.codes) > MOST_NAMES
    named = (f"The first {MOST_NAMES} of the areas chosen are named.",) if many else ()
    return (*named, *gone, *one.gone_words())


def _period(rows: pd.DataFrame) -> str:
    return str(rows["period"].iloc[0]) if len(rows) else ""


def _plot(rows: pd.DataFrame, one: Picked) -> Plot:
    ordered = rows.sort_values("value").reset_index(drop=True)
    placed = ordered.assign(place=ordered.index + 1, area=ordered["area_code"].map(one.names))
    drawn = plots.points_plot(
        placed,
        x="place",
        value="value",
        label="area",
        name=one.title,
        axis=str(one.about["unit_label"]),
        x_axis="Areas, lowest first",
        decimals=one.about["decimals"],
    )
    mine = placed[placed["area_code"] == one.ours]
    if mine.empty:
        return drawn
    point = Series(
        one.names[one.ours], plots.numbers(mine["value"]), one.colour(one.ours), x=plots.numbers(mine["place"])
    )
    return plots.with_series(drawn, point)
