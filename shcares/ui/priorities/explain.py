"""Compare and explain: two areas or two periods of one indicator, and whether they may be said to differ."""

from html import escape

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.compare import compare_chart, compare_plot
from shcares.domain import areas
from shcares.style import formats, sentences
from shcares.ui import figures, filters, indicator_figures, lineage, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.filters import Choice
from shcares.ui.priorities.choices import WHOSE, indicators_of
from shcares.ui.priorities.pairs import (
    RULE,
    Pair,
    because,
    by_fixed_value,
    held_by,
    named_areas,
    outcome,
    pair_of,
    periods_of,
    sexes_of,
)

_AREAS, _PERIODS = "Two areas", "Two periods"
OTHER = recipes.Part("other", lambda: {"": "", **recipes.AREA_CODE.values()}, 4, usual="")
"""The second area by its code; left out where two periods of one area are compared."""
_SEXES = {"Women": "Female", "Men": "Male"}


def show_compare(priority_id: str, choice: Choice) -> None:
    """Pick an indicator and two of its figures; the outcome, the rule behind it, the figure."""
    names = {name: indicator_id for indicator_id, name in indicators_of(priority_id).items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox("Indicator", list(names), key="compare_indicator", bind="query-params", width=560)
        by = st.segmented_control(
            "Compare", [_AREAS, _PERIODS], key="compare_by", default=_AREAS, required=True, bind="query-params"
        )
    indicator_id = names[name]
    held_in = named_areas(indicator_id, next(iter(sexes_of(indicator_id)), ""))
    with st.container():  # always there, so that nothing below is drawn anew when the note comes or goes
        if not choice.is_borough and choice.area_code not in held_in:
            filters.not_here(f"Not published for {choice.area}, so the boxes below start from St Helens.")
    pick = _pick_areas if by == _AREAS else _pick_periods
    with st.container(horizontal=True, vertical_alignment="bottom"):
        pair = pick(indicator_id, _pick_sex(indicator_id), choice)
    if pair is None:
        st.markdown(":material/info: Fewer than two figures are held for this choice, so there is nothing to compare.")
        return
    st.header(outcome(pair), anchor=False)
    st.html(f"<p class='shc-sentence'>{escape(' '.join([because(pair), by_fixed_value(pair)]))}</p>")
    figures.show(pair_figure(*pair.filters, choice.comparator_code, choice.comparator))
    st.subheader("Why it is said this way", anchor=False)
    st.html(f"<p class='shc-sentence'>{escape(RULE)}</p>")


def _pick_sex(indicator_id: str) -> str:
    sexes = sexes_of(indicator_id)
    if len(sexes) < 2:
        return next(iter(sexes), "")
    chosen = st.segmented_control(
        "Women or men", list(_SEXES), key="compare_sex", default="Women", required=True, bind="query-params"
    )
    return _SEXES[chosen]


def _pick_areas(indicator_id: str, sex: str, choice: Choice) -> Pair | None:
    names = named_areas(indicator_id, sex)
    if len(names) < 2:
        return None
    first = _select("First area", names, "compare_first", _area_held(choice.area_code, names))
    others = {code: name for code, name in names.items() if code != first}
    second = _select("Second area", others, "compare_second", choice.comparator_code)
    ours, theirs = (periods_of(indicator_id, sex, code) for code in (first, second))
    both = {label: said for label, said in ours.items() if label in theirs}
    if not both:
        return None
    period = _select("Period", both, "compare_period", next(iter(both)))
    return Pair(indicator_id, sex, (first, second), (period, period))


def _pick_periods(indicator_id: str, sex: str, choice: Choice) -> Pair | None:
    several = {
        code: name
        for code, name in named_areas(indicator_id, sex).items()
        if len(periods_of(indicator_id, sex, code)) > 1
    }
    if not several:
        return None
    area = _select("Area", several, "compare_area", _area_held(choice.area_code, several))
    periods = periods_of(indicator_id, sex, area)
    newest, oldest = next(iter(periods)), list(periods)[-1]
    start = _baseline(indicator_id)
    first = _select("From", periods, "compare_from", start if start in periods and start != newest else oldest)
    second = _select("To", {key: said for key, said in periods.items() if key != first}, "compare_to", newest)
    earlier, later = sorted((first, second), key=list(periods).index, reverse=True)
    return Pair(indicator_id, sex, (area, area), (earlier, later))


def _area_held(area_code: str, names: dict[str, str]) -> str:
    return area_code if area_code in names else areas.ST_HELENS


@lineage.remember()
def _baseline(indicator_id: str) -> str:
    """The period the plan starts its measure from; empty where the indicator is not a measure's own."""
    measures = reads.key_measures()
    printed = measures.loc[measures["indicator_id"] == indicator_id, "baseline_period"].dropna()
    return str(printed.iloc[0]) if len(printed) else ""


def _select(label: str, names: dict[str, str], key: str, default: str) -> str:
    """A box of what is held, kept in the address; what is not held falls back to the default, or the first."""
    codes = list(names)
    index = codes.index(default) if default in names else 0
    return st.selectbox(
        label, codes, index=index, format_func=names.__getitem__, key=key, bind="query-params", width=260
    )


@lineage.remember()
def _periods() -> dict[str, str]:
    """The periods of every indicator that a priority offers."""
    ids = dict.fromkeys(each for priority in reads.priority_titles() for each in indicators_of(priority))
    return {label: label for label in sorted({str(label) for each in ids for label in held_by(each)["period"]})}


PERIOD = recipes.Part("period", _periods, 4)
LATER = recipes.Part("later", lambda: {"": "", **_periods()}, 4, usual="")
"""The later period; left out where two areas are compared."""


@recipes.figure(
    "PA",
    "pair",
    max_entries=400,
    indicator_id=recipes.INDICATOR,
    sex=WHOSE,
    area_code=recipes.AREA_CODE,
    other=OTHER,
    period=PERIOD,
    later=LATER,
    comparator_code=recipes.COMPARATOR,
)
def pair_figure(
    indicator_id: str,
    sex: str,
    area_code: str,
    other: str,
    period: str,
    later: str,
    comparator_code: str,
    comparator: str,
) -> figures.Figure:
    """The two figures with their intervals; two areas are shown beside the comparator where it is neither."""
    pair = pair_of(indicator_id, sex, area_code, other, period, later)
    about, rows, by_area = pair.about, pair.rows, pair.by_area
    drawn = rows[["value", "lower_ci", "upper_ci"]].assign(
        area=pair.names,
        role=["this", "comparator" if by_area else "this"],
        interval=words.interval_words(rows, about),
        period=[formats.period(label, about["year_type"]) for label in rows["period"]],
        label=[formats.short_quantity(value, about["unit"], about["decimals"]) for value in rows["value"]],
    )
    beside = _beside(pair, comparator_code) if by_area else None
    chart = compare_chart(
        drawn,
        benchmark=beside,
        benchmark_name=f"{comparator} {formats.short_quantity(beside, about['unit'], about['decimals'])}",
        finding=str(about["name"]),
        subtitle=f"{pair.where}, {about['unit_label']}",
        decimals=about["decimals"],
        order=pair.names,
    )
    return figures.Figure(
        id=f"compare-{pair.indicator_id}",
        title=f"{about['name']}: {pair.names[0]} and {pair.names[1]}",
        sentence=pair.figures_sentence,
        period=words.span_of(rows, about),
        area=" and ".join(sentences.the(name) for name in dict.fromkeys(pair.areas_named)),
        source=words.sources_of(rows, about),
        method=f"{words.method_of(about, rows)} {RULE}",
        frame=indicator_figures.values_table(rows, about),
        spec=house.spec(chart),
        plot=lambda: compare_plot(
            drawn,
            rules={comparator: beside},
            axis=about["unit_label"],
            decimals=about["decimals"],
            name=pair.where,
            order=pair.names,
        ),
        notes=pair.notes,
    )


def _beside(pair: Pair, comparator_code: str) -> float | None:
    if comparator_code in pair.areas:
        return None
    rows: pd.DataFrame = held_by(pair.indicator_id)
    same = (rows["area_code"] == comparator_code) & (rows["sex"] == pair.sex) & (rows["period"] == pair.periods[0])
    return float(rows.loc[same, "value"].iloc[0]) if same.any() else None
