"""The runway of a key measure as a figure: one published series on its way, or not, to the target."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.charts import house, runway
from shcares.charts.lines import COMPARATOR, THIS
from shcares.charts.runway_plot import runway_plot
from shcares.domain import areas
from shcares.domain.periods import parse_period
from shcares.domain.plots import Plot
from shcares.domain.vocabulary import Asks, Polarity, Verdict, YearType
from shcares.style import formats, palette, sentences
from shcares.ui import asked, courses, direction, figures, filters, indicator_figures, lineage, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.priorities.choices import WHOSE

_HALF_A_YEAR = pd.Timedelta(days=180)
_PATH = "Dashed from the baseline: the path to the target."
_AHEAD = "Shaded ahead: where the trend leads, its 50% interval dark, its 95% interval pale."
_BAND = "On the line: its 95% interval."


@dataclass(frozen=True)
class Shown:
    """A series a card can show: the measure's own, or one beside it under its own name."""

    indicator_id: str
    sex: str
    label: str
    own: bool


@lineage.remember()
def shown(measure_id: str) -> tuple[Shown, ...]:
    """The series of one measure's card, its own first; none where nothing like it is published here."""
    row = measure(measure_id)
    own = [row.indicator_id] if isinstance(row.indicator_id, str) else []
    beside = [other for other in row.context if other not in own]
    return tuple(entry for position in (own, beside) for other in position for entry in _entries(other, other in own))


def _entries(indicator_id: str, own: bool) -> list[Shown]:
    name = reads.indicator(indicator_id)["short_name"]
    sexes = dict.fromkeys(reads.series(indicator_id, areas.ST_HELENS)["sex"])
    apart = [sex for sex in sexes if sex in sentences.WHO]
    if not apart:
        return [Shown(indicator_id, "Persons", name, own)] if sexes else []
    return [Shown(indicator_id, sex, f"{name}, {sentences.WHO[sex]}", own) for sex in apart]


def measure(measure_id: str) -> Any:
    """One row of the plan's tables."""
    measures = reads.key_measures()
    return next(measures[measures["measure_id"] == measure_id].itertuples(index=False))


def _entry(measure_id: str, indicator_id: str, sex: str) -> Shown:
    for one in shown(measure_id):
        if (one.indicator_id, one.sex) == (indicator_id, sex):
            return one
    held = ", ".join(f"{one.indicator_id} ({one.sex})" for one in shown(measure_id)) or "none"
    raise recipes.UnknownFigureError(
        f"measure {measure_id} is not shown by {indicator_id} ({sex}); its series are: {held}"
    )


@recipes.figure(
    "RW",
    "runway",
    max_entries=400,
    measure_id=recipes.MEASURE,
    indicator_id=recipes.INDICATOR,
    sex=WHOSE,
    comparator_code=recipes.COMPARATOR,
)
def runway_figure(measure_id: str, indicator_id: str, sex: str, comparator_code: str) -> figures.Figure:
    """One series of a measure with comparators; path, target and projection only where the series is its own."""
    entry = _entry(measure_id, indicator_id, sex)
    row, about, course = measure(measure_id), reads.indicator(indicator_id), courses.course(measure_id)
    mine = _of(entry, areas.ST_HELENS)
    others = _others(row, entry, str(mine["period"].iloc[-1]))
    every = pd.concat([mine, *others.values()])
    return figures.Figure(
        id=f"measure-{measure_id.replace('.', '-')}-{entry.indicator_id}-{entry.sex.lower()}",
        title=f"{measure_id} {row.printed}",
        sentence=_sentence(row, entry, mine, about),
        period=_period(row, entry, mine, about),
        area=sentences.listed(["St Helens", *others]),
        source=_source(every, about),
        method=f"{words.method_of(about, mine)} {course.method if entry.own else ''}".strip(),
        frame=_frame(every, about, _drawn(course, entry)),
        spec=_spec(measure_id, entry),
        plot=lambda: _plot(measure_id, entry),
        notes=_notes(row, entry, comparator_code, mine, about),
        reading=_reading(_drawn(course, entry), mine),
        caution=words.newest_is_old(mine, about),
    )


def _reading(drawn: runway.Course, mine: pd.DataFrame) -> str:
    """What the dashes, the shades and the bands are, those of them that are drawn."""
    held = (mine["value"].notna() & mine["lower_ci"].notna() & mine["upper_ci"].notna()).any()
    said = ("" if drawn.path.empty else _PATH, "" if drawn.fan.empty else _AHEAD, _BAND if held else "")
    return " ".join(part for part in said if part)


@lineage.remember()
def _spec(measure_id: str, entry: Shown) -> dict[str, Any]:
    """The drawing, which shows every comparator and so is the same whichever is chosen."""
    row, about, course = measure(measure_id), reads.indicator(entry.indicator_id), courses.course(measure_id)
    mine = _of(entry, areas.ST_HELENS)
    chart = runway.runway_chart(
        _lines(measure_id, entry),
        _drawn(course, entry),
        finding=_finding(row, entry, mine, about, course.verdict),
        subtitle=f"{entry.label}, {about['unit_label']}",
        decimals=about["decimals"],
        dashes={name: palette.COMPARATOR_DASH[code] for code, name in filters.COMPARATORS.items()},
    )
    return house.spec(chart)


def _lines(measure_id: str, entry: Shown) -> pd.DataFrame:
    """The published series of St Helens and its comparators as charts over time want them."""
    row, about, mine = measure(measure_id), reads.indicator(entry.indicator_id), _of(entry, areas.ST_HELENS)
    others = _others(row, entry, str(mine["period"].iloc[-1]))
    frames = [indicator_figures.drawn_series(mine, "St Helens", THIS, about)]
    frames += [indicator_figures.drawn_series(rows, name, COMPARATOR, about) for name, rows in others.items()]
    return pd.concat(frames)


def _plot(measure_id: str, entry: Shown) -> Plot:
    about, drawn = reads.indicator(entry.indicator_id), _drawn(courses.course(measure_id), entry)
    lines = _lines(measure_id, entry)
    newest = str(_of(entry, areas.ST_HELENS)["period"].iloc[-1])
    ahead = _ahead(newest, about, drawn)
    return runway_plot(lines, drawn, ahead=ahead, axis=about["unit_label"], decimals=about["decimals"])


def _ahead(newest: str, about: dict[str, Any], drawn: runway.Course) -> dict[str, pd.Timestamp]:
    """The periods a year apart after the newest one, and that of the target; none where there is no target."""
    if drawn.target is None:
        return {}
    found, label = {}, _year_later(newest)
    while (at := _middle(label, about)) < drawn.target.at - _HALF_A_YEAR:
        found[formats.period(label, about["year_type"])] = at
        label = _year_later(label)
    return found | {courses.TARGET_PERIOD: drawn.target.at}


def _year_later(label: str) -> str:
    """`2025/26` of `2024/25`, `2023-25` of `2022-24`."""
    years = re.compile(r"\d{4}|\d{2}")
    return years.sub(lambda year: f"{(int(year[0]) + 1) % 10 ** len(year[0]):0{len(year[0])}d}", label)


def _middle(label: str, about: dict[str, Any]) -> pd.Timestamp:
    period = parse_period(label, YearType(about["year_type"]))
    start, end = pd.Timestamp(period.start), pd.Timestamp(period.end)
    return start + (end - start) / 2


def _drawn(course: courses.Course, entry: Shown) -> runway.Course:
    """What is drawn beyond the published points: nothing, and why, where the series is not the measure's own."""
    own = course.drawn.get(entry.sex, course.drawn.get(""))
    if entry.own and own is not None:
        return own
    first = next(iter(course.drawn.values()))
    return runway.Course(ends=first.ends, instead="No path: the plan’s figures are not of this series.")


def _of(entry: Shown, area_code: str) -> pd.DataFrame:
    rows = reads.series(entry.indicator_id, area_code)
    chosen: pd.DataFrame = rows.loc[rows["sex"] == entry.sex]
    return chosen


def _others(row: Any, entry: Shown, period: str) -> dict[str, pd.DataFrame]:
    """England, the North West and the city region where held, and the best of the group where the words ask for it."""
    held = {name: _of(entry, code) for code, name in filters.COMPARATORS.items()}
    polarity = Polarity(reads.indicator(entry.indicator_id)["polarity"])
    if row.asks_kind == Asks.BEST and polarity is not Polarity.NEUTRAL:
        code = asked.best_area(entry.indicator_id, row.asks_area, entry.sex, period)
        if code not in (None, areas.ST_HELENS):
            held[f"{reads.area_name(code)}, the best"] = _of(entry, code)
    return {name: rows for name, rows in held.items() if len(rows)}


def _finding(row: Any, entry: Shown, mine: pd.DataFrame, about: dict[str, Any], verdict: Verdict) -> str:
    last = mine.iloc[-1]
    value = formats.short_quantity(last["value"], about["unit"], about["decimals"])
    said = f"{value} in {formats.period(last['period'], about['year_type'])}"
    if not entry.own or not row.target_comparable:
        return said
    known = verdict not in (Verdict.NOT_ENOUGH_DATA, Verdict.NO_USABLE_TARGET)
    word = f": {palette.mark(verdict).word.lower()}" if known else ""
    return f"{said}, target {row.target_printed.split('/')[0].strip()}{word}"


def _sentence(row: Any, entry: Shown, mine: pd.DataFrame, about: dict[str, Any]) -> str:
    """The latest value and the plan's target, the same whichever comparator is chosen, so that nothing is redrawn."""
    last = mine.iloc[-1]
    who = f" for {sentences.WHO[entry.sex]}" if entry.sex in sentences.WHO else ""
    value = words.value_in_words(last["value"], about)
    said = f"St Helens{who}: {value} in {formats.period(last['period'], about['year_type'])}"
    plainly = sentences.in_every_100(float(last["value"]), about["statistic"])
    opening = f"{plainly}. {said}" if plainly else said
    if not entry.own or not row.target_comparable:
        return f"{opening}."
    gap = sentences.gap(last["value"], float(row.target), "the plan’s target", about["decimals"], about["unit"])
    return f"{opening}, {gap} of {row.target_printed.split('/')[0].strip()}."


def _source(rows: pd.DataFrame, about: dict[str, Any]) -> str:
    due = about["next_due_text"]
    next_due = f"Next due {due}." if due else "No next date is known, so newer figures may exist."
    return f"{words.sources_of(rows, about)} {next_due}"


def _period(row: Any, entry: Shown, mine: pd.DataFrame, about: dict[str, Any]) -> str:
    target = f", target {reads.plan().target_year_printed}" if entry.own and row.target_comparable else ""
    return f"{words.span_of(mine, about)}{target}"


def _notes(row: Any, entry: Shown, comparator_code: str, mine: pd.DataFrame, about: dict[str, Any]) -> tuple[str, ...]:
    comparator = reads.area_name(comparator_code)
    said = [
        words.against_sentence(entry.indicator_id, areas.ST_HELENS, comparator_code, comparator, entry.sex),
        f"{direction.trend_words(mine, about)}.",
    ]
    if row.asks_kind == Asks.BELOW:
        said.append(asked.below(entry.indicator_id, row.asks_area, entry.sex))
    if row.asks_kind == Asks.BEST:
        said.append(asked.best(entry.indicator_id, row.asks_area, entry.sex))
    said += indicator_figures.break_notes(mine, about)
    return tuple(part for part in said if part)


def _frame(rows: pd.DataFrame, about: dict[str, Any], drawn: runway.Course) -> pd.DataFrame:
    """The published values, then what is drawn beyond them at the target's date, each row saying what it is."""
    published = indicator_figures.values_table(rows, about)
    value = next(name for name in published.columns if name.startswith("Value"))
    beyond: list[dict[str, Any]] = []
    if drawn.baseline:
        beyond.append({"Kind": "Baseline, as the plan prints it", value: drawn.baseline.value})
    if drawn.target:
        beyond.append({"Kind": "Target, as the plan prints it", value: drawn.target.value})
    beyond += [
        {
            "Kind": f"Projection, {share}% interval",
            "Lower 95% limit": drawn.fan[f"lower_{share}"].iloc[-1],
            "Upper 95% limit": drawn.fan[f"upper_{share}"].iloc[-1],
        }
        for share in (50, 95)
        if len(drawn.fan)
    ]
    extra = pd.DataFrame(beyond).assign(Area="St Helens", Period=courses.TARGET_PERIOD) if beyond else pd.DataFrame()
    return pd.concat([published.assign(Kind="Published"), extra], ignore_index=True)
