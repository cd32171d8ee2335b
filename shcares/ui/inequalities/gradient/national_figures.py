"""One of England's published gradients drawn, with St Helens as a line to read it against."""

import re

import pandas as pd

from shcares.charts import house
from shcares.charts.bars import Rule
from shcares.charts.gradient import gradient_chart, gradient_plot
from shcares.domain import areas
from shcares.style import formats, palette, sentences
from shcares.ui import figures, indicator_words, lineage, reads, recipes
from shcares.ui.inequalities.gradient import slope_words
from shcares.ui.inequalities.gradient.national import National, nationals
from shcares.ui.inequalities.named import Labelled

_METHOD = (
    "Values and intervals as published for England. A slope index is worked out only over ten groups that hold "
    "residents and have intervals: a line fitted to the logarithms of the rates, weighed by residents, and simulated "
    "from the published intervals (Low and Low, 2004). Groups differ only where their intervals do not overlap."
)
_OF_AREAS = (
    "Whole authorities are grouped here, not neighbourhoods: deprived people in better-off authorities count with the "
    "better-off, so the gradient between people may well be steeper."
)


_MEASURE = Labelled("measure", lambda: {one.id: one.label for one in nationals().values()}, 3)


@recipes.figure("NN", "national", max_entries=40, label=_MEASURE)
def national_figure(label: str) -> figures.Figure:
    """The groups of one gradient and St Helens' own value of the same period, where one is held."""
    held = nationals()[label]
    about = held.about
    drawn, rules, unit = _drawn(held), _rules(held), f"{about['unit_label']}; England, {_years(held)}"
    chart = gradient_chart(
        drawn,
        line=None,
        benchmarks=rules,
        finding=finding(label),
        subtitle=unit,
        group_title=f"England by {held.kind}",
        decimals=int(about["decimals"]),
        series=("England", "England"),
        hue=palette.COMPARATOR,
    )
    return figures.Figure(
        id=f"gradient-england-{re.sub(r'[^a-z0-9]+', '-', label.lower())}",
        title=finding(label),
        sentence=_sentence(held),
        period=_years(held),
        area=f"England by {held.kind}",
        source=indicator_words.sources_of(held.rows, about),
        method=" ".join([str(about["definition"]), _METHOD, *reads.indicator_texts(held.indicator_id)[1]["text"]]),
        frame=_table(held),
        spec=house.spec(chart),
        plot=lambda: gradient_plot(
            drawn,
            benchmarks=rules,
            axis=unit,
            decimals=int(about["decimals"]),
            name="England",
            hue=palette.COMPARATOR,
        ),
        notes=_notes(held),
    )


@lineage.remember(max_entries=40)
def finding(label: str) -> str:
    """`Inactive adults in England: 35.1% in the most deprived tenth, 17.1% in the least`."""
    held = nationals()[label]
    first, last = (_value(held, held.rows["value"].iloc[place]) for place in (0, -1))
    return f"{held.about['short_name']} in England: {first} in the most deprived {_one(held)}, {last} in the least"


def _one(held: National) -> str:
    return "tenth" if held.groups == len(held.rows) and "tenths" in held.kind else "fifth"


def _value(held: National, value: float) -> str:
    return formats.short_quantity(value, held.about["unit"], int(held.about["decimals"]))


def _years(held: National) -> str:
    return formats.period(held.period, held.about["year_type"])


def _name(group: int, held: National) -> str:
    ends = {1: ", most deprived", held.groups: ", least deprived"}
    return sentences.ordinal(group) + ends.get(group, "")


def _drawn(held: National) -> pd.DataFrame:
    rows = held.rows
    return pd.DataFrame(
        {
            "group": rows["group"],
            "name": [_name(int(group), held) for group in rows["group"]],
            "value": rows["value"],
            "lower_ci": rows["lower_ci"],
            "upper_ci": rows["upper_ci"],
            "said": [_told(row, held) for _, row in rows.iterrows()],
        }
    ).reset_index(drop=True)


def _told(row: pd.Series, held: National) -> str:
    limits = formats.interval(row["lower_ci"], row["upper_ci"], int(held.about["decimals"]))
    return f"{_value(held, row['value'])}; 95% interval {limits or 'none'}"


def _own(held: National) -> pd.Series | None:
    """St Helens' headline value of the same period; None where none is held or the ages differ."""
    if held.age != held.about["headline_age"]:
        return None
    rows = reads.series(held.indicator_id, areas.ST_HELENS)
    same = rows[(rows["period"] == held.period) & (rows["sex"] == "Persons")]
    return None if same.empty else same.iloc[0]


def _rules(held: National) -> list[Rule]:
    own = _own(held)
    if own is None:
        return []
    return [Rule(f"St Helens {_value(held, own['value'])}", float(own["value"]), palette.ACCENT, (6, 4))]


def _sentence(held: National) -> str:
    """The ends, whether they differ, and the slope or why there is none."""
    first, last = held.rows.iloc[0], held.rows.iloc[-1]
    slope = held.index.sii
    if slope.value is None:
        said = f"No slope index: {slope.reason}."
    else:
        end = slope_words.end_of(slope)
        decimals = int(held.about["decimals"])
        gap = slope_words.absolute(slope)
        said = (
            f"Slope index: {formats.number(gap.value, decimals)} {held.about['unit_label']} more at the {end} "
            f"deprived end (95% interval {formats.interval(gap.lower, gap.upper, decimals)})."
        )
    return f"{_ends(first, last, held)} {said}"


def _ends(first: pd.Series, last: pd.Series, held: National) -> str:
    values = f"{_value(held, first['value'])} and {_value(held, last['value'])}"
    if not held.has_intervals:
        return f"The ends stand at {values}; without intervals their difference is not tested."
    apart = first["lower_ci"] > last["upper_ci"] or first["upper_ci"] < last["lower_ci"]
    if apart:
        return f"The ends stand at {values} and differ: their intervals do not overlap."
    return f"The ends stand at {values}; their intervals overlap, so chance could explain the difference."


def _notes(held: National) -> tuple[str, ...]:
    own = _own(held)
    beside = (
        f"St Helens as a whole has no published value of {_years(held)} for this age."
        if own is None
        else "St Helens is the whole borough, not one of these groups."
    )
    return (_OF_AREAS, beside) if held.of_areas else (beside,)


def _table(held: National) -> pd.DataFrame:
    rows = held.rows
    return pd.DataFrame(
        {
            "Group": [_name(int(group), held) for group in rows["group"]],
            str(held.about["unit_label"]): rows["value"].to_numpy(),
            "Lower 95% limit": rows["lower_ci"].to_numpy(),
            "Upper 95% limit": rows["upper_ci"].to_numpy(),
            "Count": rows["count"].to_numpy(),
            "Denominator": rows["denominator"].to_numpy(),
        }
    )
