"""Women and men, and ages: do the groups a figure is published for differ, and did they always?"""

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.compare import compare_chart, compare_plot
from shcares.charts.lines import THIS
from shcares.charts.pair import pair_chart, pair_plot
from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Sex, Unit
from shcares.stats.comparison import differ
from shcares.style import formats, sentences
from shcares.ui import figures, filters, indicator_figures, lineage, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.filters import Choice
from shcares.ui.priorities.choices import indicators_of

SEXES = {Sex.FEMALE.value: "Women", Sex.MALE.value: "Men"}
_BY_SEX, _BY_AGE = "women and men", "ages"
KIND = recipes.Part("kind", recipes.itself(lambda: (_BY_SEX, _BY_AGE)), 2, usual=_BY_SEX)
_FEWEST_PERIODS = 3
_NO_INTERVAL = "the figures held have no interval"
_RULE = (
    "Two groups are said to differ only where their 95% intervals do not overlap. That is stricter than a test of the "
    "difference: it may pass over a true one, but seldom announces a false one."
)


@dataclass(frozen=True)
class Split:
    """The groups of one indicator: rows of the latest period that has them all, with `group` as it is said."""

    indicator_id: str
    kind: str
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


def show_splits(priority_id: str, choice: Choice) -> None:
    """The indicators of a priority that are published by sex or age; one chosen, its groups side by side."""
    st.header("Women and men, and ages", anchor=False)
    held = splits_of(priority_id)
    if not held:
        st.markdown("None of the figures held for this priority is published for women and men, or for ages, apart.")
        return
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if not choice.is_borough:
            filters.not_here(f"These figures are published for the borough, so {choice.area} does not change them.")
    label = st.selectbox("Figure", list(held), key="split", bind="query-params", width=640)
    split = held[label]
    figures.show(groups_figure(split.indicator_id, split.kind))
    with st.container():
        if split.kind == _BY_SEX and _periods_of_both(split.indicator_id) >= _FEWEST_PERIODS:
            figures.show(sexes_figure(split.indicator_id))


@lineage.remember()
def splits_of(priority_id: str) -> dict[str, Split]:
    """`Name: women and men` and `Name: ages` for every indicator of the priority that has them."""
    found = {}
    for indicator_id, name in indicators_of(priority_id).items():
        for kind in (_BY_SEX, _BY_AGE):
            split = split_of(indicator_id, kind)
            if split is not None:
                found[f"{name}: {kind}"] = split
    return found


@lineage.remember()
def split_of(indicator_id: str, kind: str) -> Split | None:
    """St Helens by sex at the headline age, or by age at the headline sex; None where no period has two groups."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    rows = rows[(rows["area_code"] == areas.ST_HELENS) & rows["category"].isna() & rows["value"].notna()]
    whole_age = rows["age"] == about["headline_age"]
    if kind == _BY_SEX:
        parts = rows[whole_age & rows["sex"].isin(list(SEXES))]
        parts = parts.assign(group=parts["sex"].map(SEXES))
    else:
        parts = rows[~whole_age & (rows["age"] != "All ages") & (rows["sex"] == about["headline_sex"])]
        parts = parts.assign(group=[_aged(age) for age in parts["age"]])
    several = parts.groupby("period")["group"].transform("nunique") > 1
    if not several.any():
        return None
    last = parts.loc[several].sort_values("period_end")["period"].iloc[-1]
    everyone = rows[whole_age & (rows["sex"] == Sex.PERSONS) & (rows["period"] == last)]["value"]
    groups = parts[parts["period"] == last].sort_values(["sex", "age"])
    return Split(indicator_id, kind, groups, float(everyone.iloc[0]) if len(everyone) else None)


def _aged(age: str) -> str:
    """`65-74 yrs` as `65 to 74`, `85+ yrs` as `85 and over`."""
    return age.removesuffix(" yrs").replace("+", " and over").replace("-", " to ")


def comparison_sentence(split: Split) -> str:
    """Which groups differ, or why that cannot be said; then every group's value, interval and unit."""
    about, groups = split.about, split.groups.to_dict("records")
    values = [
        f"{row['group'].lower()} {formats.short_quantity(row['value'], about['unit'], about['decimals'])}"
        f"{_within(row, about)}"
        for row in groups
    ]
    unit = "" if about["unit"] == Unit.PERCENT else f" {about['unit_label']}"
    return f"{verdict(split)}. In {split.period}: {sentences.listed(values)}{unit}."


def _within(row: dict[Any, Any], about: dict[str, Any]) -> str:
    held = formats.interval(row["lower_ci"], row["upper_ci"], about["decimals"])
    return f" ({held})" if held else ""


def verdict(split: Split) -> str:
    """`Women and men differ`, `No clear difference …` or `Not tested …`: differ only where intervals separate."""
    pairs = list(combinations(split.groups.to_dict("records"), 2))
    found = [differ(a["lower_ci"], a["upper_ci"], b["lower_ci"], b["upper_ci"]) for a, b in pairs]
    if Judgement.NOT_COMPARED in found:
        return f"Not tested whether {_together(list(split.groups['group']), split)} differ: {_NO_INTERVAL}"
    apart = [pair for pair, one in zip(pairs, found, strict=True) if one is not Judgement.SIMILAR]
    if not apart:
        return (
            f"No clear difference between {_together(list(split.groups['group']), split)}: their 95% intervals overlap"
        )
    if len(apart) == len(pairs):
        said = _together(list(split.groups["group"]), split)
        none = "their 95% intervals do not overlap" if len(pairs) == 1 else "no two of their 95% intervals overlap"
        return f"{said[:1].upper()}{said[1:]} differ: {none}"
    named = [_together([a["group"], b["group"]], split) for a, b in apart]
    return f"Clearly different: {'; '.join(named)}, whose 95% intervals do not overlap"


def _together(groups: list[str], split: Split) -> str:
    said = sentences.listed([group.lower() for group in groups])
    return said if split.kind == _BY_SEX else f"ages {said}"


@recipes.figure("GR", "groups", indicator_id=recipes.INDICATOR, kind=KIND)
def groups_figure(indicator_id: str, kind: str) -> figures.Figure:
    """The groups as dots with intervals, everyone together as the rule. Only for a split that `splits_of` has."""
    split = split_of(indicator_id, kind)
    if split is None:
        raise recipes.UnknownFigureError(f"{indicator_id} is not published by {kind}")
    about, rows = split.about, split.groups
    drawn = rows[["value", "lower_ci", "upper_ci"]].assign(
        area=rows["group"],
        role=THIS,
        interval=words.interval_words(rows, about),
        period=split.period,
        label=[formats.short_quantity(value, about["unit"], about["decimals"]) for value in rows["value"]],
    )
    order = list(rows["group"])
    chart = compare_chart(
        drawn,
        benchmark=split.everyone,
        benchmark_name=f"Everyone {formats.short_quantity(split.everyone, about['unit'], about['decimals'])}",
        finding=f"{about['name']}: {kind}",
        subtitle=f"St Helens, {split.period}, {about['unit_label']}",
        decimals=about["decimals"],
        order=order,
    )
    return figures.Figure(
        id=f"{indicator_id}-{'sexes' if kind == _BY_SEX else 'ages'}",
        title=f"{about['name']}: {kind}",
        sentence=comparison_sentence(split),
        period=split.period,
        area="St Helens",
        source=words.sources_of(rows, about),
        method=f"{words.method_of(about, rows)} {_RULE}",
        frame=indicator_figures.values_table(rows, about),
        spec=house.spec(chart),
        plot=lambda: compare_plot(
            drawn,
            rules={"Everyone": split.everyone},
            axis=about["unit_label"],
            decimals=about["decimals"],
            name="St Helens",
            order=order,
        ),
    )


def _both(indicator_id: str) -> pd.DataFrame:
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    kept = (rows["area_code"] == areas.ST_HELENS) & (rows["age"] == about["headline_age"]) & rows["value"].notna()
    parts: pd.DataFrame = rows[kept & rows["category"].isna() & rows["sex"].isin(list(SEXES))]
    both = parts.groupby("period")["sex"].transform("nunique") > 1
    return parts[both].sort_values(["sex", "period_end"])


@lineage.remember()
def _periods_of_both(indicator_id: str) -> int:
    return int(_both(indicator_id)["period"].nunique())


@recipes.figure("SX", "sexes", indicator_id=recipes.INDICATOR)
def sexes_figure(indicator_id: str) -> figures.Figure:
    """Women and men over the periods that have both."""
    about, rows = reads.indicator(indicator_id), _both(indicator_id)
    if rows.empty:
        raise recipes.UnknownFigureError(f"{indicator_id} is not published for women and men apart")
    parts = {name: rows[rows["sex"] == sex] for sex, name in SEXES.items()}
    ends = [
        f"{name} {_short(part, 0, about)} in {_when(part, 0, about)} and {_short(part, -1, about)} in "
        f"{_when(part, -1, about)}"
        for name, part in parts.items()
    ]
    drawn = pd.concat([indicator_figures.drawn_series(part, name, THIS, about) for name, part in parts.items()])
    chart = pair_chart(
        drawn,
        finding="Women and men over time",
        subtitle=f"{about['name']}, St Helens, {about['unit_label']}",
        decimals=about["decimals"],
    )
    overlap = ("Consecutive periods share years, so they are not independent.",) if about["rolling"] else ()
    return figures.Figure(
        id=f"{indicator_id}-sexes-trend",
        title=f"{about['name']}: women and men over time",
        sentence=f"{'; '.join(ends)}.",
        period=words.span_of(rows, about),
        area="St Helens",
        source=words.sources_of(rows, about),
        method=words.method_of(about, rows),
        frame=indicator_figures.values_table(rows, about),
        spec=house.spec(chart),
        plot=lambda: pair_plot(drawn, axis=about["unit_label"], decimals=about["decimals"]),
        notes=(*overlap, *indicator_figures.break_notes(rows, about)),
    )


def _short(rows: pd.DataFrame, position: int, about: dict[str, Any]) -> str:
    return formats.short_quantity(rows["value"].iloc[position], about["unit"], about["decimals"])


def _when(rows: pd.DataFrame, position: int, about: dict[str, Any]) -> str:
    return formats.period(rows["period"].iloc[position], about["year_type"])
