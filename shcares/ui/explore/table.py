"""View: every value held for the choice, of every sex, age and breakdown."""

import pandas as pd

from shcares.style import sentences
from shcares.ui import figures, indicator_figures, recipes
from shcares.ui import indicator_words as words
from shcares.ui.explore import held, parts
from shcares.ui.explore.picked import Picked, listed_areas, method_of, source_of


@recipes.figure(
    "XV",
    "explore_table",
    max_entries=100,
    indicator_id=recipes.INDICATOR,
    areas=parts.AREAS,
    comparator_code=recipes.COMPARATOR,
    first=parts.FIRST,
    last=parts.LAST,
)
def table_figure(
    indicator_id: str, areas: tuple[str, ...], comparator_code: str, first: str = "", last: str = ""
) -> figures.Figure:
    """The values as a table."""
    one = Picked(indicator_id, areas, comparator_code, "", first, last)
    rows = rows_of(one)
    frame = indicator_figures.values_table(rows, one.about)
    names = [str(name) for name in dict.fromkeys(rows["area_short_name"])]
    return figures.Figure(
        id=f"explore-{indicator_id}-table",
        title=f"{one.about['name']}: values held",
        sentence=_sentence(rows, one),
        period=words.span_of(rows, one.about),
        area=listed_areas(names) or "No area",
        frame=frame,
        picture_columns=indicator_figures.pictured(frame) if len(frame) else (),
        table_first=True,
        notes=one.gone_words(),
        source=source_of(one, rows),
        method=method_of(one, rows),
    )


def rows_of(one: Picked) -> pd.DataFrame:
    """Every row of the chosen areas and the comparator in the periods, with value or without, in the order of areas."""
    from_all = held.rows_between(one.indicator_id, one.first, one.last)
    codes = list(dict.fromkeys([*one.codes, *one.chosen, one.comparator_code]))
    rows = from_all[from_all["area_code"].isin(codes)]
    order = {code: place for place, code in enumerate(codes)}
    placed = rows.assign(place=rows["area_code"].map(order))
    return placed.sort_values(["place", "category_type", "category", "sex", "age", "period_end"], kind="stable").drop(
        columns="place"
    )


def _sentence(rows: pd.DataFrame, one: Picked) -> str:
    if rows.empty:
        return f"No data: nothing is held of {one.about['name']} for the areas and periods chosen."
    values = sentences.count_words(len(rows), "value")
    areas = sentences.count_words(rows["area_code"].nunique(), "area")
    periods = sentences.count_words(rows["period"].nunique(), "period")
    without = int(rows["value"].isna().sum())
    blank = f" {without} of them are blank, with the reason." if without else ""
    return f"{values} for {areas} and {periods}, of every sex, age and breakdown that is published.{blank}"
