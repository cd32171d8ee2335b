"""The inequality in life expectancy inside the borough over time, beside the city region and all of England."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.lines import COMPARATOR, THIS
from shcares.charts.scatter import OURS, scatter_chart, scatter_plot
from shcares.charts.trend import trend_chart
from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, Judgement
from shcares.stats.comparison import differ
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_figures, lineage, reads, recipes
from shcares.ui import indicator_words as told
from shcares.ui.inequalities.gradient.life_areas import SEX, SEXES
from shcares.ui.inequalities.gradient.neighbourhoods_homes import OTHER

GAP = "life_expectancy_inequality"
_WHAT = (
    "The slope index reads the years between the two ends of a line fitted through ten groups of neighbourhoods. They "
    "run from the most to the least deprived of the same authority. England’s figure is read across all of England’s "
    "neighbourhoods, so it is no average of the authorities’."
)
_ROLLING = "Each period shares two of its three years with the next, so neighbouring points are not independent."
_NO_RANK = "Without intervals a rank among these authorities would claim too much, so none is given."
_MIDDLE = (0.25, 0.75)
_HEIGHT = 440
_YEARS = "Years between most and least deprived, three years pooled"
_ACROSS, _UP = "Women, years", "Men, years"


@lineage.remember()
def _rows(sex: str) -> pd.DataFrame:
    rows = reads.observations(GAP)
    found: pd.DataFrame = rows[(rows["sex"] == sex) & rows["value"].notna() & rows["category"].isna()]
    return found.sort_values("period_end")


def _of(rows: pd.DataFrame, area_code: str) -> pd.DataFrame:
    found: pd.DataFrame = rows[rows["area_code"] == area_code]
    return found


def newest(sex: str) -> dict[Any, Any]:
    """The latest row of St Helens."""
    return dict(_of(_rows(sex), areas.ST_HELENS).iloc[-1])


def _years(value: float) -> str:
    return formats.number(value, int(reads.indicator(GAP)["decimals"]))


def _period(label: str) -> str:
    return formats.period(label, reads.indicator(GAP)["year_type"])


def answer() -> str:
    """The gap inside the borough for women and men, in the latest period."""
    said = sentences.listed([f"{_years(newest(sex)['value'])} years for {who}" for sex, who in SEXES.items()])
    period = _period(newest(next(iter(SEXES)))["period"])
    return f"Life expectancy inside St Helens in {period}: the gap from most to least deprived was {said}."


def changed(sex: str) -> str:
    """The gap just after the last break of series and now, and whether it has changed."""
    rows = _of(_rows(sex), areas.ST_HELENS)
    first, *_, last = rows[rows["run"] == rows["run"].iloc[-1]].to_dict("records")
    return (
        f"{SEXES[sex].capitalize()}: {_years(first['value'])} years in {_period(first['period'])}, "
        f"{_years(last['value'])} in {_period(last['period'])}. {change_words(first, last)}."
    )


def change_words(first: Mapping[Any, Any], last: Mapping[Any, Any]) -> str:
    """Whether a gap has changed between two periods; only intervals that separate allow to say so."""
    found = differ(last["lower_ci"], last["upper_ci"], first["lower_ci"], first["upper_ci"])
    return {
        Judgement.NOT_COMPARED: "No interval is held here, so these figures cannot tell whether it has changed",
        Judgement.SIMILAR: "The 95% intervals overlap, so no change can be claimed",
        Judgement.HIGHER: "The 95% intervals do not overlap: it has widened",
        Judgement.LOWER: "The 95% intervals do not overlap: it has narrowed",
    }[found]


@recipes.figure("NG", "life_gap", sex=SEX)
def gap_figure(sex: str) -> figures.Figure:
    """St Helens over time, the city region's other boroughs and England in grey."""
    about, rows = reads.indicator(GAP), _rows(sex)
    others = [code for code in reads.group_members(areas.CITY_REGION_GROUP) if code != areas.ST_HELENS]
    shown = [areas.ST_HELENS, *others, areas.ENGLAND]
    kept = pd.concat([_of(rows, code) for code in shown])
    drawn = pd.concat(
        [
            indicator_figures.drawn_series(
                _of(rows, code), reads.area_name(code), THIS if code == areas.ST_HELENS else COMPARATOR, about
            )
            for code in shown
        ]
    )
    last = newest(sex)
    who = SEXES[sex]
    chart = trend_chart(
        drawn,
        finding=f"{who.capitalize()}: {_years(last['value'])} years in {_period(last['period'])}",
        subtitle=_YEARS,
        decimals=int(about["decimals"]),
    )
    return figures.Figure(
        id=f"gradient-life-gap-{who}",
        title=f"{about['name']}: {who}",
        sentence=f"{changed(sex)} {_beside(rows, others, last['period'])}",
        period=told.span_of(kept, about),
        area="St Helens, the other boroughs of Liverpool City Region, and England",
        source=told.sources_of(kept, about),
        method=f"{told.method_of(about, kept)} {_WHAT}",
        frame=indicator_figures.values_table(kept, about),
        spec=house.spec(chart.properties(height=_HEIGHT)),
        plot=lambda: plots.lines_plot(drawn, axis=_YEARS, decimals=int(about["decimals"])),
        notes=(_ROLLING, *indicator_figures.break_notes(kept, about)),
    )


def _beside(rows: pd.DataFrame, others: list[str], period: str) -> str:
    """The others in the same period, from the largest gap down."""
    now = rows[(rows["period"] == period) & rows["area_code"].isin([*others, areas.ENGLAND])]
    said = [
        f"{row['area_short_name']} {_years(row['value'])}"
        for row in now.sort_values("value", ascending=False).to_dict("records")
    ]
    return f"Beside it in {_period(period)}: {sentences.listed(said)}."


@recipes.figure("NQ", "life_gap_england")
def england_figure() -> figures.Figure:
    """Every authority of England in the latest period, women's gap against men's; the city region's boroughs named."""
    about, rows = reads.indicator(GAP), pd.concat([_rows(sex) for sex in SEXES])
    last = newest(next(iter(SEXES)))["period"]
    now = rows[(rows["period"] == last) & rows["area_type"].isin([AreaType.AUTHORITY, AreaType.COUNTRY])]
    both = _both(now[now["area_type"] == AreaType.AUTHORITY])
    points, decimals = _points(both), (int(about["decimals"]), int(about["decimals"]))
    chart = scatter_chart(
        points,
        line=None,
        finding=f"Gap in life expectancy: {len(both)} authorities of England",
        subtitle=f"Years between most and least deprived inside each, {_period(last)}; no intervals held",
        across=_ACROSS,
        up=_UP,
        decimals=decimals,
    )
    return figures.Figure(
        id="gradient-life-gap-england",
        title=f"{about['name']}: women and men, authorities of England",
        sentence=" ".join(_spread(now[now["sex"] == sex], SEXES[sex]) for sex in SEXES),
        period=_period(last),
        area="England and its upper-tier authorities",
        source=told.sources_of(now, about),
        method=f"{told.method_of(about, now)} {_WHAT}",
        frame=indicator_figures.values_table(now.sort_values(["sex", "value"], ascending=[True, False]), about),
        spec=house.spec(chart),
        plot=lambda: scatter_plot(
            points, line=None, across=_ACROSS, up=_UP, decimals=decimals, others="Other authorities"
        ),
        notes=(_NO_RANK,),
    )


def _both(now: pd.DataFrame) -> pd.DataFrame:
    """One row an area that has both, with a column for each sex."""
    wide = now.pivot_table(index=["area_code", "area_short_name"], columns="sex", values="value")
    return wide.dropna().reset_index()


def _points(both: pd.DataFrame) -> pd.DataFrame:
    women, men = SEXES
    beside = reads.group_members(areas.CITY_REGION_GROUP)
    ours = both["area_code"] == areas.ST_HELENS
    return pd.DataFrame(
        {
            "x": both[women],
            "y": both[men],
            "name": both["area_short_name"],
            "role": ours.map({True: OURS, False: OTHER}),
            "label": both["area_short_name"].where(both["area_code"].isin(beside), ""),
            "shape": "point",
            "said": [f"Women {_years(x)} years, men {_years(y)}" for x, y in zip(both[women], both[men], strict=True)],
        }
    )


def _spread(now: pd.DataFrame, who: str) -> str:
    """St Helens, England, and between what values the middle half of the authorities lies."""
    values = now.set_index("area_code")["value"]
    each = values.drop(areas.ENGLAND)
    low, high = (_years(float(edge)) for edge in each.quantile(list(_MIDDLE)))
    return (
        f"{who.capitalize()}: St Helens {_years(values[areas.ST_HELENS])} years, England as a whole "
        f"{_years(values[areas.ENGLAND])}; the middle half of {len(each)} authorities lies from {low} to {high}."
    )
