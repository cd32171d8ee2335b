"""One measure by group of deprivation: points with the fitted line, and the indices of that line."""

from html import escape

import pandas as pd

from shcares.charts import house
from shcares.charts.bars import Rule
from shcares.charts.gradient import gradient_chart, gradient_plot
from shcares.domain import areas
from shcares.stats.intervals import wilson_interval
from shcares.stats.results import Result
from shcares.style import formats, palette, sentences
from shcares.ui import figures, indicator_words, lineage, reads, recipes
from shcares.ui import words as html
from shcares.ui.inequalities.gradient import slope_words as said
from shcares.ui.inequalities.gradient import two_dates
from shcares.ui.inequalities.gradient.grouped import Grouped, Grouping, grouped, groupings_of
from shcares.ui.inequalities.gradient.measured import BY_ID, offered
from shcares.ui.inequalities.gradient.residents import OVERALL, index_of

_DECIMALS, _TIMES = 1, 2
_MEASURE = recipes.Part("measure", recipes.itself(offered), 3)
_GROUPING = recipes.Part("grouping", lambda: {f"{one.one}s": one for one in Grouping}, 2, usual="fifths")


def _refuse_unless_offered(measure_id: str, grouping: Grouping) -> None:
    if grouping not in groupings_of(BY_ID[measure_id]):
        raise recipes.UnknownFigureError(f"{measure_id} is of larger areas, which are too few for {grouping.one}s")


def group_name(group: int, grouping: Grouping) -> str:
    """`1st, most deprived`, `2nd`."""
    ends = {1: ", most deprived", grouping.groups: ", least deprived"}
    return sentences.ordinal(group) + ends.get(group, "")


@lineage.remember()
def headline(measure_id: str, grouping: Grouping) -> str:
    """The finding: the first and the last group that hold areas."""
    held = grouped(measure_id, grouping)
    ends = held.table.dropna(subset=["value"])
    first, last = ends.iloc[0], ends.iloc[-1]
    least = "least deprived" if last["quantile"] == grouping.groups else f"{sentences.ordinal(int(last['quantile']))}"
    return (
        f"{held.measure.label}: {_percent(first['value'])} in the most deprived {grouping.one}, "
        f"{_percent(last['value'])} in the {least}"
    )


def _percent(value: float) -> str:
    return f"{formats.number(value, _DECIMALS)}%"


@recipes.figure(
    "NS",
    "gradient_slope",
    max_entries=80,
    measure_id=_MEASURE,
    grouping=_GROUPING,
    comparator_code=recipes.COMPARATOR,
)
def slope_figure(measure_id: str, grouping: Grouping, comparator_code: str) -> figures.Figure:
    """The groups, the fitted line, the borough and the comparator."""
    _refuse_unless_offered(measure_id, grouping)
    held = grouped(measure_id, grouping)
    measure, edition = held.measure, held.measure.ground.edition
    fitted = held.table.dropna(subset=["fitted"])
    line = None if fitted.empty else pd.DataFrame({"group": fitted["quantile"], "value": fitted["fitted"]})
    drawn, rules, unit = _drawn(held), _rules(held, comparator_code), f"% of {measure.of}"
    chart = gradient_chart(
        drawn,
        line=line,
        benchmarks=rules,
        finding=headline(measure_id, grouping),
        subtitle=f"{unit}; {_grouped_by(held)}",
        group_title=f"{grouping.value} by the index of {edition}",
        decimals=_DECIMALS,
        line_name="fitted line, by group size",
    )
    rows = reads.observations(measure.indicator_id)
    return figures.Figure(
        id=f"gradient-{measure.id}-{grouping.one}-{comparator_code}",
        title=f"{measure.label} by deprivation",
        sentence=_sentence(held),
        period=f"{formats.period(rows['period'].max(), measure.about['year_type'])}; index of {edition}",
        area=f"St Helens, {measure.ground.value} ({'MSOA' if measure.ground.is_large else 'LSOA'})",
        source=indicator_words.sources_named([*rows["source_id"], *index_of(edition, OVERALL)["source_id"]]),
        method=f"{measure.about['definition']} {said.METHOD}",
        frame=_table(held),
        spec=house.spec(chart),
        plot=lambda: gradient_plot(drawn, benchmarks=rules, axis=unit, decimals=_DECIMALS, name="St Helens"),
        notes=said.cautions(held),
    )


def _grouped_by(held: Grouped) -> str:
    many = int(held.table["areas"].sum())
    whose = "national tenths" if held.grouping is Grouping.TENTHS else "the borough’s own fifths"
    return f"{many} {held.measure.ground.value} in {whose}, index of {held.measure.ground.edition}"


def _sentence(held: Grouped) -> str:
    ends = held.table.dropna(subset=["value"])
    first, last = (_of(ends.iloc[place]) for place in (0, -1))
    slope = said.gap_words(held.gradient.sii)
    chance = " Chance could explain the slope." if said.is_flat(held.gradient.sii) else ""
    lead = "Along the fitted line: " if held.gradient.sii.value is not None else ""
    end = "the least deprived" if held.grouping.groups not in held.empty else "the least deprived that holds any"
    return (
        f"{held.measure.label}: {first} {held.measure.of} in the most deprived group, {last} in {end}. "
        f"{lead}{slope.rstrip('.')}.{chance}"
    )


def _of(row: pd.Series) -> str:
    return f"{formats.number(row['count'])} of {formats.number(row['denominator'])} ({_percent(row['value'])})"


def _drawn(held: Grouped) -> pd.DataFrame:
    table = held.table
    return pd.DataFrame(
        {
            "group": table["quantile"],
            "name": [group_name(group, held.grouping) for group in table["quantile"]],
            "value": table["value"],
            "lower_ci": table["lower_ci"],
            "upper_ci": table["upper_ci"],
            "said": [_told(row, held) for _, row in table.iterrows()],
        }
    )


def _told(row: pd.Series, held: Grouped) -> str:
    interval = formats.interval(row["lower_ci"], row["upper_ci"], _DECIMALS)
    return f"{_of(row)} {held.measure.of} in {int(row['areas'])} areas; 95% interval {interval or 'none'}"


def _rules(held: Grouped, comparator_code: str) -> list[Rule]:
    """The borough's published share and the comparator's, or England's where the comparator has none."""
    other = comparator_code if held.row_of(comparator_code) is not None else areas.ENGLAND
    looks = {areas.ST_HELENS: (palette.ACCENT, (6, 4)), other: (palette.COMPARATOR, (2, 3))}
    rules = []
    for code, (colour, dash) in looks.items():
        row = held.row_of(code)
        if row is not None:
            value = row["count"] / row["denominator"] * 100
            rules.append(Rule(f"{row['area_short_name']} {_percent(value)}", value, colour, dash))
    return rules


def _table(held: Grouped) -> pd.DataFrame:
    """A row a group, their sum, and the published rows it can be checked against."""
    table = held.table
    count, of = held.count, held.denominator
    limits = wilson_interval(count, of)
    sure = held.measure.has_interval
    total = {
        "areas": table["areas"].sum(),
        "count": count,
        "denominator": of,
        "value": count / of * 100,
        "lower_ci": float(limits.lower) * 100 if sure else float("nan"),
        "upper_ci": float(limits.upper) * 100 if sure else float("nan"),
    }
    rows = [(group_name(int(row["quantile"]), held.grouping), row) for _, row in table.iterrows()]
    rows += [("All groups", pd.Series(total))]
    for _, row in held.published.iterrows():
        whole = {"count": row["count"], "denominator": row["denominator"]}
        rows.append(
            (
                f"{row['area_short_name']}, as published",
                pd.Series(whole | {"value": row["count"] / row["denominator"] * 100}),
            )
        )
    frame = pd.DataFrame([row for _, row in rows]).reset_index(drop=True)
    return pd.DataFrame(
        {
            held.grouping.value: [name for name, _ in rows],
            "Areas": frame["areas"].astype("Int64"),
            "Count": frame["count"].astype("Int64"),
            "Of": frame["denominator"].astype("Int64"),
            "%": frame["value"].round(2),
            "Lower 95% limit": frame["lower_ci"].round(2),
            "Upper 95% limit": frame["upper_ci"].round(2),
        }
    )


@recipes.figure("NI", "indices", max_entries=80, measure_id=_MEASURE, grouping=_GROUPING)
def indices_figure(measure_id: str, grouping: Grouping) -> figures.Figure:
    """Slope, ratio and attributable share, and what may be said of two dates."""
    _refuse_unless_offered(measure_id, grouping)
    held = grouped(measure_id, grouping)
    sii, rii, par = held.gradient.sii, held.gradient.rii, held.gradient.par
    strip = html.facts(
        [
            ("Slope index (SII)", _large(said.absolute(sii), _DECIMALS, " points"), _small(said.gap_words(sii))),
            ("Relative index (RII)", _large(said.times(rii), _TIMES, " times"), _small(said.times_words(rii))),
            ("Attributable share (PAR)", _par_value(held), said.attributable_words(held)),
        ]
    )
    rows = reads.observations(held.measure.indicator_id)
    edition = held.measure.ground.edition
    return figures.Figure(
        id=f"gradient-indices-{measure_id}-{grouping.one}",
        title=f"How steep: {held.measure.label}",
        sentence=two_dates.change_words(measure_id),
        period=f"{formats.period(rows['period'].max(), held.measure.about['year_type'])}; index of {edition}",
        area="St Helens",
        source=indicator_words.sources_named([*rows["source_id"], *index_of(edition, OVERALL)["source_id"]]),
        method=said.METHOD,
        frame=pd.DataFrame(
            [
                _index_row("Slope index, least minus most deprived, percentage points", sii),
                _index_row("Relative index, least over most deprived", rii),
                _index_row("Relative index, higher over lower end", said.times(rii)),
                _index_row(
                    "Attributable share, %", par if _shown(held) else Result.refused(said.attributable_words(held))
                ),
            ]
        ),
        html=f"<h2 class='shc-h3'>{escape('How steep is it?')}</h2>{strip}",
        notes=tuple(note for note in (two_dates.how_compared(measure_id),) if note),
    )


def _shown(held: Grouped) -> bool:
    return held.measure.is_bad and (held.gradient.par.value or 0) > 0


def _par_value(held: Grouped) -> str:
    return _large(held.gradient.par, _DECIMALS, "%") if _shown(held) else "–"


def _large(result: Result, decimals: int, unit: str) -> str:
    return "–" if result.value is None else f"{formats.number(result.value, decimals)}{unit}"


def _small(words: str) -> str:
    """The sentence without the figure that stands large above it."""
    start = words.find("higher at") if "higher at" in words else words.find("as high at")
    return words[start:] if start > 0 else words


def _index_row(name: str, result: Result) -> dict[str, str | float | None]:
    if result.value is None:
        return {"Index": name, "Value": None, "Lower 95% limit": None, "Upper 95% limit": None, "Note": result.reason}
    low, high = (None if limit is None else round(limit, 3) for limit in (result.lower, result.upper))
    note = "" if low is not None else "no interval: modelled or rounded counts"
    return {
        "Index": name,
        "Value": round(result.value, 3),
        "Lower 95% limit": low,
        "Upper 95% limit": high,
        "Note": note,
    }
