"""View: up to six areas over time, ours with its interval, the comparator always among them."""

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.lines import COMPARATOR, THIS
from shcares.charts.several import MIDDLE, THICK, THIN, Look, several_chart
from shcares.domain.plots import Plot
from shcares.style.palette import COMPARATOR_DASH
from shcares.ui import direction, figures, indicator_figures, recipes
from shcares.ui import indicator_words as words
from shcares.ui.explore import parts
from shcares.ui.explore.picked import Picked, listed_areas, method_of, source_of

MOST_LINES = 6
_DASHES = ((7, 2), (1, 3), (4, 4), (10, 4), (2, 5), (12, 2))


@recipes.figure(
    "XT",
    "explore_trend",
    max_entries=400,
    indicator_id=recipes.INDICATOR,
    areas=parts.AREAS,
    comparator_code=recipes.COMPARATOR,
    who=parts.WHO,
    first=parts.FIRST,
    last=parts.LAST,
)
def trend_figure(
    indicator_id: str, areas: tuple[str, ...], comparator_code: str, who: str = "", first: str = "", last: str = ""
) -> figures.Figure:
    """The chosen areas as lines."""
    one = Picked(indicator_id, areas, comparator_code, who, first, last)
    shown, drawn = _shown(one), _drawn(one)
    about = one.about
    chart = several_chart(
        drawn,
        looks={one.names[code]: look for code, look in _looks(one).items()},
        finding=_finding(one),
        subtitle=f"{one.title}, {about['unit_label']}",
        decimals=about["decimals"],
    )
    rows = one.rows[one.rows["area_code"].isin(shown)]
    return figures.Figure(
        id=f"explore-{indicator_id}-trend",
        title=one.title,
        sentence=_sentence(one),
        period=words.span_of(rows, about),
        area=listed_areas([one.names[code] for code in shown]) or "No area",
        frame=indicator_figures.values_table(rows, about),
        spec=house.spec(chart),
        plot=lambda: _plot(one, drawn),
        notes=_notes(one, rows),
        source=source_of(one, rows),
        method=method_of(one, rows),
    )


def _shown(one: Picked) -> list[str]:
    """The areas that are drawn: ours first, no more than six, and the comparator."""
    others = [code for code in one.codes if code not in (one.ours, one.comparator_code)]
    mine = [one.ours] if one.ours else []
    beside = [one.comparator_code] if one.comparator_code in one.names else []
    return list(dict.fromkeys([*[*mine, *others][:MOST_LINES], *beside]))


def _drawn(one: Picked) -> pd.DataFrame:
    parts_ = [
        indicator_figures.drawn_series(
            one.of(code), one.names[code], THIS if code == one.ours else COMPARATOR, one.about
        )
        for code in _shown(one)
    ]
    return pd.concat(parts_) if parts_ else indicator_figures.drawn_series(one.rows.iloc[:0], "", THIS, one.about)


def _looks(one: Picked) -> dict[str, Look]:
    looks, dashes = {}, iter(_DASHES * 2)
    for code in _shown(one):
        if code == one.ours:
            looks[code] = Look(one.colour(code), width=THICK)
        elif code == one.comparator_code:
            looks[code] = Look(one.colour(code), COMPARATOR_DASH[code], THIN)
        else:
            looks[code] = Look(one.colour(code), next(dashes), MIDDLE)
    return looks


def _plot(one: Picked, drawn: pd.DataFrame) -> Plot:
    return plots.lines_plot(drawn, axis=str(one.about["unit_label"]), decimals=one.about["decimals"])


def _finding(one: Picked) -> str:
    mine = one.of(one.ours)
    if mine.empty:
        return "No value is held for this choice"
    theirs = one.of(one.comparator_code) if one.ours != one.comparator_code else mine.iloc[:0]
    return f"{one.names[one.ours]}: {words.finding(mine, theirs, one.comparator, one.about)}"


def _sentence(one: Picked) -> str:
    mine = one.of(one.ours)
    if mine.empty:
        return f"No data: nothing is held of {one.title} for the areas and periods chosen."
    last, start = mine.iloc[-1], mine.iloc[0]
    name = one.names[one.ours]
    if one.ours == one.comparator_code:
        told = f"{name}: {one.full(last['value'])} in {one.when(last['period'])}."
    else:
        benchmark = one.at(one.comparator_code, str(last["period"]))
        told = words.value_sentence(last, benchmark, name, one.comparator, one.about)
    if len(mine) == 1:
        return told
    return f"{told} In {one.when(start['period'])} it was {one.short(start['value'])}."


def _notes(one: Picked, rows: pd.DataFrame) -> tuple[str, ...]:
    mine = one.of(one.ours)
    trend = (f"{one.names[one.ours]}. {direction.trend_words(mine, one.about)}.",) if len(mine) else ()
    left = len(one.codes) - len([code for code in _shown(one) if code in one.codes])
    more = (
        (f"Only {MOST_LINES} areas can be told apart as lines; {left} more are under “Compared”.",) if left > 0 else ()
    )
    held = one.comparator_code in one.names
    without = () if held else (f"No {one.comparator} series is held for this choice.",)
    breaks = indicator_figures.break_notes(rows, one.about) if len(rows) else []
    return (*trend, *more, *without, *one.gone_words(), *breaks)
