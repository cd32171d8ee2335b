"""View: the chosen areas in one period, highest first, each judged against the comparator."""

from typing import Any

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.judged import judged_chart
from shcares.domain.plots import Plot
from shcares.domain.vocabulary import Judgement
from shcares.style import formats, sentences
from shcares.style.palette import NETWORK, Scheme, mark
from shcares.ui import figures, indicator_figures, recipes
from shcares.ui.explore import held, parts
from shcares.ui.explore.headline import headline
from shcares.ui.explore.picked import Picked, method_of, source_of

MOST_ROWS, AT_ENDS = 20, 7
_RULE = (
    "Judged: an area’s 95% interval against the comparator’s value, limits included. The comparator is an estimate "
    "too, and the areas may be part of it; nothing is adjusted for that. The order of areas whose intervals overlap "
    "may be chance. A place among them is given only to an area whose interval reaches over no more than half of them."
)


@recipes.figure(
    "XC",
    "explore_compare",
    max_entries=400,
    indicator_id=recipes.INDICATOR,
    areas=parts.AREAS,
    comparator_code=recipes.COMPARATOR,
    who=parts.WHO,
    first=parts.FIRST,
    last=parts.LAST,
)
def compare_figure(
    indicator_id: str,
    areas: tuple[str, ...],
    comparator_code: str,
    scheme: Scheme,
    who: str = "",
    first: str = "",
    last: str = "",
) -> figures.Figure:
    """The areas as dots with their intervals; of many, those at either end and ours."""
    one = Picked(indicator_id, areas, comparator_code, who, first, last)
    rows, period = rows_of(one)
    benchmark = one.at(comparator_code, period)
    looks = _looks(rows, one, benchmark, scheme)
    shown = _shown(rows, one)
    drawn = pd.concat([rows, looks], axis=1).loc[shown] if len(rows) else rows
    when = one.when(period) if period else formats.NO_DATA
    chart = judged_chart(
        drawn.assign(area=drawn["area_code"].map(one.names)) if len(drawn) else drawn,
        benchmark=benchmark,
        benchmark_name=f"{one.comparator} {one.short(benchmark)}",
        finding=_finding(looks, one),
        subtitle=f"{one.title}, {when}, {one.about['unit_label']}",
        decimals=one.about["decimals"],
    )
    return figures.Figure(
        id=f"explore-{indicator_id}-areas",
        title=f"{one.title}: areas compared, {when}",
        sentence=_sentence(rows, one, benchmark, when),
        period=when,
        area=f"{sentences.count_words(len(rows), 'area')} and {one.comparator}",
        frame=_frame(rows, looks, one),
        spec=house.spec(chart),
        plot=lambda: _plot(drawn, one),
        notes=(*_notes(rows, shown, one, when), *one.gone_words()),
        source=source_of(one, rows),
        method=f"{method_of(one, rows)} {_RULE}",
    )


def rows_of(one: Picked) -> tuple[pd.DataFrame, str]:
    """The areas' values in the last of the periods that any of them has, highest first, and that period."""
    every = one.rows[one.rows["area_code"].isin(one.codes)]
    period = held.newest(every)
    now = every[every["period"] == period].sort_values("value", ascending=False, kind="stable")
    return now, period


def _looks(rows: pd.DataFrame, one: Picked, benchmark: float | None, scheme: Scheme) -> pd.DataFrame:
    """How each row is drawn; where none can be tested the title says so once for all."""
    looks = pd.DataFrame([_look(row, one, benchmark, scheme) for row in rows.to_dict("records")], index=rows.index)
    if looks.empty or (looks["judgement"] != Judgement.NOT_COMPARED).any():
        return looks
    return looks.assign(told=[one.short(value) for value in rows["value"]])


def _look(row: dict[Any, Any], one: Picked, benchmark: float | None, scheme: Scheme) -> dict[str, Any]:
    judgement, said = one.judged(row, benchmark)
    tested = judgement is not Judgement.NOT_COMPARED
    painted = mark(judgement, scheme)
    limits = formats.interval(row["lower_ci"], row["upper_ci"], one.about["decimals"])
    word = f"{painted.icon} {painted.word.lower()}" if tested else "not tested"
    return {
        "ours": row["area_code"] == one.ours,
        "judgement": judgement,
        "colour": painted.colour if tested else one.colour(row["area_code"]),
        "ink": painted.ink,
        "icon": painted.icon if tested else "",
        "told": one.short(row["value"]) + ("" if row["area_code"] == one.comparator_code else f"  {word}"),
        "against": said,
        "said": f"{one.full(row['value'])}{f' (95% interval {limits})' if limits else ''}; {said}",
    }


def _shown(rows: pd.DataFrame, one: Picked) -> list[Any]:
    if len(rows) <= MOST_ROWS:
        return list(rows.index)
    kept = rows["area_code"].isin([one.ours, one.comparator_code, *NETWORK])
    ends = [*rows.index[:AT_ENDS], *rows.index[-AT_ENDS:]]
    return [at for at in rows.index if at in ends or kept[at]]


def _counts(looks: pd.DataFrame) -> dict[Judgement, int]:
    return {one: int((looks["judgement"] == one).sum()) if len(looks) else 0 for one in Judgement}


def _finding(looks: pd.DataFrame, one: Picked) -> str:
    counted = _counts(looks)
    tested = [(kind, n) for kind, n in counted.items() if n and kind is not Judgement.NOT_COMPARED]
    if looks.empty:
        return "No value is held for this choice"
    if not tested:
        return "No area here can be tested against the comparator"
    said = [f"{n} {sentences.against(kind, one.comparator)}" for kind, n in tested]
    return f"{sentences.listed(said)}"


def _sentence(rows: pd.DataFrame, one: Picked, benchmark: float | None, when: str) -> str:
    if rows.empty:
        return f"No data: nothing is held of {one.title} for the areas and periods chosen."
    high, low = rows.iloc[0], rows.iloc[-1]
    first = headline(rows, one, benchmark, when)
    if len(rows) == 1:
        return first or f"{one.names[high['area_code']]}: {one.full(high['value'])} in {when}."
    opening = f"{first} The areas compared range" if first else f"In {when}, the areas compared range"
    highest = one.short(high["value"]) if first else one.full(high["value"])
    return (
        f"{opening} from {one.short(low['value'])} in {one.names[low['area_code']]} "
        f"to {highest} in {one.names[high['area_code']]}."
    )


def _notes(rows: pd.DataFrame, shown: list[Any], one: Picked, when: str) -> tuple[str, ...]:
    left = len(rows) - len(shown)
    cut = (
        f"Of {len(rows)} areas, the highest and the lowest are drawn with ours; {left} in between are in the table.",
    )
    without = [one.names[code] for code in one.codes if code not in set(rows["area_code"])]
    gone = (f"No value in {when} for {sentences.listed(without[:AT_ENDS])}.",) if without and len(rows) else ()
    more = (f"No value in {when} for {len(without)} of the areas chosen.",) if len(without) > AT_ENDS else gone
    return (*(cut if left else ()), *more)


def _frame(rows: pd.DataFrame, looks: pd.DataFrame, one: Picked) -> pd.DataFrame:
    table = indicator_figures.values_table(rows, one.about)
    return table.assign(**{f"Against {one.comparator}": looks["against"].to_list() if len(looks) else []})


def _plot(drawn: pd.DataFrame, one: Picked) -> Plot:
    return plots.bars_plot(
        drawn.assign(area=drawn["area_code"].map(one.names)),
        category="area",
        value="value",
        axis=str(one.about["unit_label"]),
        decimals=one.about["decimals"],
        name=one.title,
        colours=list(drawn["colour"]) if len(drawn) else [],
    )
