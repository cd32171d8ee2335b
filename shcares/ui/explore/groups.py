"""View: the groups an indicator is published for side by side: sexes, ages, deprivation and other breakdowns."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.compare import compare_chart
from shcares.charts.lines import THIS
from shcares.domain import areas
from shcares.domain.plots import PlotKind
from shcares.domain.vocabulary import Judgement
from shcares.stats.comparison import differ
from shcares.style import formats
from shcares.ui import figures, indicator_figures, lineage, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.explore import held, parts

BY_SEX, BY_AGE = "Women and men", "Ages"
_SEXES = {"Female": "Women", "Male": "Men"}
_RULE = (
    "Two groups are said to differ only where their 95% intervals do not overlap. That is stricter than a test of the "
    "difference: it may pass over a true one, but seldom announces a false one."
)


@dataclass(frozen=True)
class Split:
    """The groups of one breakdown for one area: rows with `group`, in the order they are shown, and everyone."""

    indicator_id: str
    kind: str
    area_code: str
    groups: pd.DataFrame
    everyone: float | None

    @property
    def about(self) -> dict[str, Any]:
        """The indicator's declaration."""
        return reads.indicator(self.indicator_id)

    @property
    def period(self) -> str:
        """The period written out."""
        return formats.period(str(self.groups["period"].iloc[0]), self.about["year_type"])


def _grouped(indicator_id: str, kind: str) -> pd.DataFrame:
    """All rows of one breakdown, of every area and period, with `group` as it is said."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    rows = rows[rows["value"].notna()]
    plain, main_age, main_sex = rows["category"].isna(), rows["age"] == about["headline_age"], about["headline_sex"]
    if kind == BY_SEX:
        found = rows[plain & main_age & rows["sex"].isin(list(_SEXES))]
        return _named(found, list(found["sex"].map(_SEXES)))
    if kind == BY_AGE:
        found = rows[plain & ~main_age & (rows["age"] != "All ages") & (rows["sex"] == main_sex)]
        return _named(found, [held.aged(age).removeprefix("aged ") for age in found["age"]])
    found = rows[(rows["category_type"] == kind) & main_age & (rows["sex"] == main_sex)]
    return _named(found, list(found["category"]))


def _named(rows: pd.DataFrame, groups: list[str]) -> pd.DataFrame:
    named: pd.DataFrame = rows.assign(group=groups)
    return named


@lineage.remember()
def _all_kinds() -> dict[str, str]:
    return {kind: kind for each in reads.indicators()["indicator_id"] for kind in kinds(each)}


@lineage.remember(max_entries=400)
def kinds(indicator_id: str) -> dict[str, tuple[str, ...]]:
    """The breakdowns an indicator is published by, each with the areas that have at least two groups of it."""
    rows = reads.observations(indicator_id)
    found = {}
    for kind in (BY_SEX, BY_AGE, *sorted(rows["category_type"].dropna().unique())):
        own = _grouped(indicator_id, str(kind))
        several = own.groupby(["area_code", "period"])["group"].nunique()
        codes = dict.fromkeys(code for code, _ in several[several > 1].index)
        if codes:
            found[str(kind)] = tuple(codes)
    return found


def area_of(indicator_id: str, kind: str, codes: tuple[str, ...]) -> str:
    """The first of these areas that has the breakdown; else England, else the first that has it."""
    having = kinds(indicator_id)[kind]
    return next((code for code in (*codes, areas.ENGLAND, *having) if code in having), having[0])


@lineage.remember(max_entries=400)
def split(indicator_id: str, kind: str, area_code: str, first: str = "", last: str = "") -> Split | None:
    """The groups in the last of the periods that has at least two; None where none has."""
    rows = _grouped(indicator_id, kind)
    within = held.rows_between(indicator_id, first, last)["period"]
    rows = rows[(rows["area_code"] == area_code) & rows["period"].isin(within)].sort_values("period_end")
    several = rows[rows.groupby("period")["group"].transform("nunique") > 1]
    if several.empty:
        return None
    now = several[several["period"] == several["period"].iloc[-1]].drop_duplicates("group")
    ordered = now.iloc[_order(now, kind)]
    return Split(indicator_id, kind, area_code, ordered, _everyone(indicator_id, area_code, ordered))


def _order(rows: pd.DataFrame, kind: str) -> list[int]:
    """Ages and numbered groups in their own order, all others by value, highest first."""
    numbers = [re.search(r"\d+", group) for group in rows["group"]]
    places = list(range(len(rows)))
    if kind == BY_SEX:
        return sorted(places, key=lambda at: str(rows["sex"].iloc[at]))
    if all(numbers):
        return sorted(places, key=lambda at: int(numbers[at][0]) if numbers[at] else 0)  # type: ignore[index]
    return sorted(places, key=lambda at: -float(rows["value"].iloc[at]))


def _everyone(indicator_id: str, area_code: str, rows: pd.DataFrame) -> float | None:
    main = held.values(indicator_id, "")
    one = held.member(indicator_id, "")
    if one is None or one.category:
        return None
    same = main[(main["area_code"] == area_code) & (main["period"] == rows["period"].iloc[0])]["value"]
    return float(same.iloc[0]) if len(same) and one.sex == "Persons" else None


@recipes.figure(
    "XG",
    "explore_groups",
    max_entries=300,
    indicator_id=recipes.INDICATOR,
    kind=parts.Known("by", _all_kinds, 4),
    area_code=recipes.AREA_CODE,
    first=parts.FIRST,
    last=parts.LAST,
)
def groups_figure(indicator_id: str, kind: str, area_code: str, first: str = "", last: str = "") -> figures.Figure:
    """The groups as dots with intervals, everyone together as the rule."""
    found = split(indicator_id, kind, area_code, first, last)
    if found is None:
        return _nothing(indicator_id, kind, area_code)
    about, rows, name = found.about, found.groups, reads.area_name(area_code)
    drawn = rows[["value", "lower_ci", "upper_ci"]].assign(
        area=rows["group"],
        role=THIS,
        interval=words.interval_words(rows, about),
        period=found.period,
        label=[formats.short_quantity(value, about["unit"], about["decimals"]) for value in rows["value"]],
    )
    chart = compare_chart(
        drawn,
        benchmark=found.everyone,
        benchmark_name=f"Everyone {formats.short_quantity(found.everyone, about['unit'], about['decimals'])}",
        finding=_finding(found),
        subtitle=f"{about['name']}, {name}, {found.period}, {about['unit_label']}",
        decimals=about["decimals"],
        order=list(rows["group"]),
    )
    return figures.Figure(
        id=f"explore-{indicator_id}-by-{kind}".replace(" ", "-").lower(),
        title=f"{about['name']}: {kind[:1].lower()}{kind[1:]}",
        sentence=_sentence(found, name),
        period=found.period,
        area=name,
        source=words.sources_of(rows, about),
        method=f"{words.method_of(about, rows)} {_RULE}",
        frame=indicator_figures.values_table(rows, about),
        spec=house.spec(chart),
        plot=lambda: plots.bars_plot(
            drawn,
            category="area",
            value="value",
            axis=str(about["unit_label"]),
            decimals=about["decimals"],
            name=name,
            kind=PlotKind.BARS,
        ),
    )


def _ends(found: Split) -> tuple[dict[Any, Any], dict[Any, Any]]:
    ordered = found.groups.sort_values("value")
    return ordered.iloc[-1].to_dict(), ordered.iloc[0].to_dict()


def _short(row: dict[Any, Any], about: dict[str, Any]) -> str:
    value = formats.short_quantity(row["value"], about["unit"], about["decimals"])
    return f"{row['group']} {value}"


def _finding(found: Split) -> str:
    high, low = _ends(found)
    values = [formats.short_quantity(row["value"], found.about["unit"], found.about["decimals"]) for row in (high, low)]
    return f"Highest: {high['group']}, {values[0]}; lowest: {low['group']}, {values[1]}"


def _sentence(found: Split, name: str) -> str:
    """The highest and the lowest group, and whether the two may be said to differ."""
    high, low = _ends(found)
    verdict = differ(high["lower_ci"], high["upper_ci"], low["lower_ci"], low["upper_ci"])
    decimals = found.about["decimals"]
    limits = [formats.interval(row["lower_ci"], row["upper_ci"], decimals) for row in (high, low)]
    both = f"Their 95% intervals, {limits[0]} and {limits[1]},"
    said = {
        Judgement.NOT_COMPARED: "Whether they differ is not tested: the figures held have no interval",
        Judgement.SIMILAR: f"{both} overlap, so this shows no clear difference",
    }.get(verdict, f"{both} do not overlap, so they differ")
    return f"{name} in {found.period}: highest {_short(high, found.about)}, lowest {_short(low, found.about)}. {said}."


def _nothing(indicator_id: str, kind: str, area_code: str) -> figures.Figure:
    about, name = reads.indicator(indicator_id), reads.area_name(area_code)
    lower = f"{kind[:1].lower()}{kind[1:]}"
    return figures.Figure(
        id=f"explore-{indicator_id}-groups",
        title=f"{about['name']}: {lower}",
        sentence=f"No data: {about['name']} is not held by {lower} for {name} in these periods.",
        period=formats.NO_DATA,
        area=name,
        source=words.sources_named([str(about["source_id"])]),
        method=words.method_of(about, reads.observations(indicator_id)),
        frame=pd.DataFrame(),
        spec=house.spec(house.no_data_chart("this breakdown is not published for this area in these periods")),
    )
