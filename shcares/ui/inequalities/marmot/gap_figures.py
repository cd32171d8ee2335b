"""The figures of the gap between children: both groups over time, and the gap beside the comparator's."""

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.lines import COMPARATOR, THIS
from shcares.charts.pair import pair_chart, pair_plot
from shcares.charts.trend import trend_chart
from shcares.domain import areas
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_figures, reads, recipes
from shcares.ui import indicator_words as said
from shcares.ui.inequalities.marmot import pairs
from shcares.ui.inequalities.marmot.pairs import Groups

_GROUPS = recipes.Part("groups", lambda: {groups.id: groups for groups in pairs.PAIRS}, 2)
_OWN_SCALE = "The scale does not start at zero."
_METHOD = (
    "The gap is the value of the other pupils less the value of the disadvantaged, as published, in the same area "
    "and year. It is arithmetic: the figures held have no interval and no counts, so no interval of the gap can be "
    "worked out and no test made. Widened or narrowed is said only where the intervals of two gaps lie apart. "
    "Earlier years are set beside the newest only where no break of series lies between. The years of the pandemic "
    "are never set beside it: there were no tests then, or teachers gave the grades."
)


@recipes.figure("MG", "marmot_groups", max_entries=20, groups=_GROUPS, comparator_code=recipes.COMPARATOR)
def pair_figure(groups: Groups, comparator_code: str, comparator: str) -> figures.Figure:
    """Both groups in St Helens over time."""
    about, mine = groups.about, pairs.gaps(groups, areas.ST_HELENS)
    series = [reads.series(each, areas.ST_HELENS) for each in (groups.worse_off, groups.others)]
    names = (groups.worse_off_name, groups.others_name)
    last = mine.iloc[-1]
    drawn = pd.concat(
        [indicator_figures.drawn_series(rows, name, THIS, about) for rows, name in zip(series, names, strict=True)]
    )
    chart = pair_chart(
        drawn,
        finding=f"{pairs.gap_words(groups, last)} apart in {pairs.when(groups, last)}",
        subtitle=f"{groups.heading}, St Helens, {about['unit_label']}",
        decimals=about["decimals"],
    )
    return figures.Figure(
        id=f"marmot-groups-{groups.id}",
        title=f"{groups.heading}: the gap between children",
        sentence=pairs.sentence(groups, comparator_code, comparator),
        period=said.span_of(mine, about),
        area="St Helens",
        source=said.sources_of(pd.concat(series), about),
        method=f"{about['definition']} {reads.indicator(groups.others)['definition']} {_METHOD}",
        frame=_table(groups, {areas.ST_HELENS: "St Helens", comparator_code: comparator}),
        spec=house.spec(chart),
        plot=lambda: pair_plot(drawn, axis=about["unit_label"], decimals=about["decimals"]),
        notes=_notes(groups, series[0]),
    )


@recipes.figure("MM", "marmot_gap", max_entries=20, groups=_GROUPS, comparator_code=recipes.COMPARATOR)
def gap_figure(groups: Groups, comparator_code: str, comparator: str) -> figures.Figure:
    """The gap itself in St Helens and in the comparator over time."""
    about = groups.about
    mine, theirs = (pairs.gaps(groups, code) for code in (areas.ST_HELENS, comparator_code))
    drawn = pd.concat([_drawn(mine, "St Helens", THIS, groups), _drawn(theirs, comparator, COMPARATOR, groups)])
    less = f"{groups.others_name} less {groups.worse_off_name.lower()}, {pairs.unit_of(groups)}"
    chart = trend_chart(
        drawn,
        finding=_finding(groups, mine, theirs, comparator),
        subtitle=f"{less}; not tested",
        decimals=about["decimals"],
    )
    rows = [reads.series(each, areas.ST_HELENS) for each in (groups.worse_off, groups.others)]
    return figures.Figure(
        id=f"marmot-gap-{groups.id}",
        title=f"{groups.heading}: the gap in St Helens and in {sentences.the(comparator)}",
        sentence=f"{_finding(groups, mine, theirs, comparator)}, by arithmetic; without intervals it is not tested.",
        period=said.span_of(mine, about),
        area=f"St Helens and {sentences.the(comparator)}",
        source=said.sources_of(pd.concat(rows), about),
        method=_METHOD,
        frame=_table(groups, {areas.ST_HELENS: "St Helens", comparator_code: comparator}),
        spec=house.spec(chart),
        plot=lambda: plots.lines_plot(drawn, axis=less, decimals=about["decimals"]),
        notes=(_OWN_SCALE,),
    )


def _finding(groups: Groups, mine: pd.DataFrame, theirs: pd.DataFrame, comparator: str) -> str:
    last = mine.iloc[-1]
    same = theirs[theirs["period"] == last["period"]]
    if same.empty:
        return f"A gap of {pairs.gap_words(groups, last)} in {pairs.when(groups, last)}; no {comparator} gap is held"
    decimals = groups.about["decimals"]
    wider = round(float(last["gap"] - same["gap"].iloc[-1]), decimals)
    where = f"in {sentences.the(comparator)} in {pairs.when(groups, last)}"
    if not wider:
        return f"The same gap as {where}"
    way = "wider" if wider > 0 else "narrower"
    return f"{formats.number(abs(wider), decimals)} {pairs.unit_of(groups)} {way} than {where}"


def _drawn(rows: pd.DataFrame, area: str, role: str, groups: Groups) -> pd.DataFrame:
    empty = rows.assign(value=rows["gap"], lower_ci=float("nan"), upper_ci=float("nan"))
    return indicator_figures.drawn_series(empty, area, role, groups.about)


def _table(groups: Groups, named: dict[str, str]) -> pd.DataFrame:
    parts = []
    for code, area in named.items():
        rows = pairs.gaps(groups, code).sort_values("period_end", ascending=False)
        parts.append(
            pd.DataFrame(
                {
                    "Area": area,
                    "Period": [pairs.when(groups, row) for _, row in rows.iterrows()],
                    groups.worse_off_name: rows["worse_off"].to_numpy(),
                    groups.others_name: rows["others"].to_numpy(),
                    f"Gap, {pairs.unit_of(groups)}": rows["gap"].to_numpy(),
                    "95% interval": "none held",
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _notes(groups: Groups, rows: pd.DataFrame) -> tuple[str, ...]:
    breaks = indicator_figures.break_notes(rows, groups.about)
    years = [
        text for text in reads.indicator_texts(groups.worse_off)[1]["text"] if "pandemic" in text or "2020" in text
    ]
    return (*breaks, *years, _OWN_SCALE)
