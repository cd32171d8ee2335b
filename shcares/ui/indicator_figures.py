"""The figures of one indicator: its trend, areas compared, every value."""

from typing import Any

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.compare import compare_chart, compare_plot
from shcares.charts.lines import COMPARATOR, THIS
from shcares.charts.strip import strip_chart, strip_plot
from shcares.charts.trend import trend_chart
from shcares.domain import areas
from shcares.domain.plots import Plot
from shcares.domain.vocabulary import AreaType, Level
from shcares.style import formats, sentences
from shcares.ui import direction, figures, reads, recipes, withheld
from shcares.ui import indicator_words as words

MOST_DOTS = 48
SMALL_AREAS = (AreaType.LSOA11, AreaType.LSOA21, AreaType.MSOA11, AreaType.MSOA21)
_COLUMNS = {
    "area_short_name": "Area",
    "period": "Period",
    "sex": "Sex",
    "age": "Age",
    "category_type": "Breakdown",
    "category": "Category",
    "value": "Value",
    "lower_ci": "Lower 95% limit",
    "upper_ci": "Upper 95% limit",
    "ci_method": "Interval",
    "count": "Count",
    "denominator": "Denominator",
    "note": "Note",
}
_GROUPS = ("Category", "Sex", "Age")
_LIMITS = ("Lower 95% limit", "Upper 95% limit")
_MOST_COLUMNS, _ALWAYS = 7, 5
_ONE_OF = {"GP practices": "GP practice", "Neighbourhoods of St Helens": "neighbourhood"}


@recipes.figure(
    "TR",
    "trend",
    max_entries=400,
    indicator_id=recipes.INDICATOR,
    area_code=recipes.AREA_CODE,
    comparator_code=recipes.COMPARATOR,
    sex=recipes.SEX,
)
def trend_figure(
    indicator_id: str, area_code: str, area: str, comparator_code: str, comparator: str, sex: str = ""
) -> figures.Figure:
    """The area's series with its interval, the comparator beside it; `sex` where only women and men are published."""
    about = reads.indicator(indicator_id)
    mine, theirs = (_of_sex(reads.series(indicator_id, code), sex) for code in (area_code, comparator_code))
    whose = {"Female": "women, ", "Male": "men, "}.get(sex, "")
    drawn = pd.concat([drawn_series(mine, area, THIS, about), drawn_series(theirs, comparator, COMPARATOR, about)])
    chart = trend_chart(
        drawn,
        finding=words.finding(mine, theirs, comparator, about),
        subtitle=f"{about['name']}, {whose}{area}, {about['unit_label']}",
        decimals=about["decimals"],
    )
    return figures.Figure(
        id=f"{indicator_id}-trend",
        title=about["name"],
        sentence=words.latest_sentence(indicator_id, area_code, area, comparator_code, comparator),
        period=words.span_of(mine, about),
        area=f"{area} and {comparator}" if len(theirs) else area,
        source=words.sources_of(pd.concat([mine, theirs]), about),
        method=words.method_of(about, mine),
        frame=values_table(pd.concat([mine, theirs]), about),
        spec=house.spec(chart),
        plot=lambda: plots.lines_plot(drawn, axis=about["unit_label"], decimals=about["decimals"]),
        notes=_trend_notes(mine, theirs, comparator, about),
        caution=words.newest_is_old(mine, about),
    )


def _trend_notes(mine: pd.DataFrame, theirs: pd.DataFrame, comparator: str, about: dict[str, Any]) -> tuple[str, ...]:
    trends = dict.fromkeys(direction.trend_words(rows, about) + "." for _, rows in mine.groupby("sex"))
    missing = (f"No {comparator} series is held for this indicator.",) if theirs.empty else ()
    return (*trends, *missing, *break_notes(pd.concat([mine, theirs]), about))


def break_notes(rows: pd.DataFrame, about: dict[str, Any]) -> list[str]:
    """Why lines are broken: each break of the series, and years for which nothing is held."""
    breaks = reads.indicator_texts(about["indicator_id"])[0]
    said = [
        f"Series breaks at {formats.period(period, about['year_type'])}: {reason}"
        for period, reason in zip(breaks["period"], breaks["reason"], strict=True)
    ]
    if len(breaks) < rows.groupby("area_code")["run"].nunique().max() - 1:
        said.append("Where a line is broken, no figure is held for the years between.")
    return said


def _of_sex(rows: pd.DataFrame, sex: str) -> pd.DataFrame:
    chosen: pd.DataFrame = rows.loc[rows["sex"] == sex] if sex else rows
    return chosen


def drawn_series(rows: pd.DataFrame, area: str, role: str, about: dict[str, Any]) -> pd.DataFrame:
    """Rows of `reads.series` as the charts over time want them."""
    kept = rows[["at", "period_start", "period_end", "value", "lower_ci", "upper_ci", "run"]]
    return kept.assign(
        period=[formats.period(label, about["year_type"]) for label in rows["period"]],
        interval=words.interval_words(rows, about),
        area=area,
        role=role,
        pandemic=rows["pandemic"] & ~rows["pooled"],
    )


@recipes.figure(
    "CO",
    "compare",
    max_entries=400,
    indicator_id=recipes.INDICATOR,
    area_code=recipes.AREA_CODE,
    comparator_code=recipes.COMPARATOR,
)
def compare_figure(indicator_id: str, area_code: str, comparator_code: str, comparator: str) -> figures.Figure:
    """Areas of one kind in the latest period any of them has."""
    about = reads.indicator(indicator_id)
    rows = _headline(reads.observations(indicator_id), about)
    peers, kind = _peers(rows, about)
    last = str(peers.sort_values("period_end")["period"].iloc[-1]) if len(peers) else ""
    now = peers[peers["period"] == last]
    benchmark = _value_of(rows, comparator_code, last)
    period = formats.period(last, about["year_type"]) if last else formats.NO_DATA
    drawn = _spread(now, about, area_code, period)
    borough = _value_of(rows, areas.ST_HELENS, last)
    return figures.Figure(
        id=f"{indicator_id}-areas",
        title=f"{about['name']}: {kind}",
        sentence=words.spread_sentence(now, about, kind, period, benchmark, comparator),
        period=period,
        area=kind,
        source=words.sources_of(now, about),
        method=words.method_of(about, now),
        frame=values_table(now.sort_values("value", ascending=False), about),
        spec=_spread_spec(drawn, about, f"{kind}, {period}", borough, {comparator: benchmark}),
        plot=lambda: _spread_plot(drawn, about, f"{kind}, {period}", borough, {comparator: benchmark}),
        reading=f"Each upright line: one {_ONE_OF.get(kind, 'area')}." if len(drawn) > MOST_DOTS else "",
        caution=words.newest_is_old(now, about),
    )


def _spread(now: pd.DataFrame, about: dict[str, Any], area_code: str, period: str) -> pd.DataFrame:
    network = reads.practice_network()
    return now[["value", "lower_ci", "upper_ci"]].assign(
        area=now["area_short_name"],
        role=["this" if area_code in (code, network.get(code)) else "comparator" for code in now["area_code"]],
        interval=words.interval_words(now, about),
        period=period,
    )


def _spread_spec(
    drawn: pd.DataFrame, about: dict[str, Any], of: str, borough: float | None, against: dict[str, float | None]
) -> dict[str, Any]:
    subtitle = f"{about['name']}, {of}, {about['unit_label']}"
    ((comparator, benchmark),) = against.items()
    if len(drawn) > MOST_DOTS:
        return house.spec(
            strip_chart(
                drawn,
                marks={"St Helens": borough} | against,
                finding=_range(drawn, about),
                subtitle=subtitle,
                decimals=about["decimals"],
            )
        )
    return house.spec(
        compare_chart(
            drawn,
            benchmark=benchmark,
            benchmark_name=comparator,
            finding=_range(drawn, about),
            subtitle=subtitle,
            decimals=about["decimals"],
        )
    )


def _spread_plot(
    drawn: pd.DataFrame, about: dict[str, Any], of: str, borough: float | None, against: dict[str, float | None]
) -> Plot:
    unit, decimals = about["unit_label"], about["decimals"]
    if len(drawn) > MOST_DOTS:
        return strip_plot(
            drawn,
            marks={"St Helens": borough} | against,
            name=of,
            axis=unit,
            x_axis="From the highest to the lowest",
            decimals=decimals,
        )
    # A comparator that is one of the bars already, as the borough is among the authorities, gets no second one.
    rules = {name: value for name, value in against.items() if name not in set(drawn["area"])}
    return compare_plot(drawn, rules=rules, axis=unit, decimals=decimals, name=of)


def _range(now: pd.DataFrame, about: dict[str, Any]) -> str:
    if now.empty:
        return "No area has a value"
    ends = (now["value"].min(), now["value"].max())
    low, high = (formats.short_quantity(value, about["unit"], about["decimals"]) for value in ends)
    return f"From {low} to {high}"


def _value_of(rows: pd.DataFrame, area_code: str, period: str) -> float | None:
    value = rows[(rows["area_code"] == area_code) & (rows["period"] == period)]["value"]
    return float(value.iloc[0]) if len(value) else None


def _headline(rows: pd.DataFrame, about: dict[str, Any]) -> pd.DataFrame:
    main = (rows["sex"] == about["headline_sex"]) & (rows["age"] == about["headline_age"]) & rows["value"].notna()
    plain = main & rows["category"].isna()
    first = main & (rows["category"] == rows.loc[main, "category"].min())
    chosen: pd.DataFrame = rows.loc[plain if plain.any() else first]
    return chosen


def _peers(rows: pd.DataFrame, about: dict[str, Any]) -> tuple[pd.DataFrame, str]:
    if about["level"] == Level.BOROUGH:
        authorities = rows["area_code"].isin(reads.group_members(areas.CITY_REGION_GROUP))
        return rows[authorities], "Liverpool City Region authorities"
    if about["level"] == Level.PRACTICE:
        practices = rows[rows["area_type"] == AreaType.PRACTICE]
        if len(practices):
            return practices, "GP practices"
        return rows[rows["area_type"] == AreaType.NETWORK], "Care communities"
    return rows[rows["area_type"].isin(SMALL_AREAS)], "Neighbourhoods of St Helens"


@recipes.figure("VA", "values", max_entries=60, indicator_id=recipes.INDICATOR)
def values_figure(indicator_id: str) -> figures.Figure:
    """Every value held, as a table."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    values, frame = sentences.count_words(len(rows), "value"), values_table(rows, about)
    return figures.Figure(
        id=f"{indicator_id}-values",
        title=f"{about['name']}: all values held",
        sentence=f"{values} of this indicator for {sentences.count_words(rows['area_code'].nunique(), 'area')}.",
        period=words.span_of(rows, about),
        area="Every area held",
        source=words.sources_of(rows, about),
        method=words.method_of(about, rows),
        frame=frame,
        picture_columns=pictured(frame),
        table_first=True,
    )


def pictured(frame: pd.DataFrame) -> tuple[str, ...]:
    """Area, period and value with its limits, and of sex, age and category those that tell rows apart."""
    telling = [name for name in _GROUPS if name in frame and frame[name].nunique(dropna=False) > 1]
    value = [str(name) for name in frame if str(name).startswith("Value")]
    limits = [name for name in _LIMITS if name in frame]
    return ("Area", "Period", *telling[: _MOST_COLUMNS - _ALWAYS], *value, *limits)


def values_table(rows: pd.DataFrame, about: dict[str, Any]) -> pd.DataFrame:
    """Every column that a reader may want of these rows, named as it should be read, without telling counts."""
    named = withheld.without(rows, about)[list(_COLUMNS)].rename(
        columns=_COLUMNS | {"value": f"Value ({about['unit_label']})"}
    )
    return named.dropna(axis="columns", how="all").reset_index(drop=True)
