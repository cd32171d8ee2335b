"""Two figures of one indicator, and what may be said of them: differ, no clear difference, or cannot be tested."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.periods import parse_period
from shcares.domain.vocabulary import AreaType, Judgement, Level, Polarity, YearType
from shcares.stats.comparison import differ, judge
from shcares.style import formats, sentences
from shcares.ui import lineage, reads, recipes
from shcares.ui.filters import COMPARATORS
from shcares.ui.indicator_figures import SMALL_AREAS

RULE = (
    "A 95% interval is the range that chance leaves open for a figure. Where two intervals overlap, both figures could "
    "come from one and the same truth, so no difference is claimed; only where they lie wholly apart is it said that "
    "the two differ. This is stricter than a test of the difference itself: it may pass over a true difference, but it "
    "seldom announces a false one. Where a figure has no interval, nobody can tell chance from change, and only the "
    "arithmetic is given."
)
_FIRST = (areas.ST_HELENS, areas.ENGLAND, areas.NORTH_WEST, areas.CITY_REGION, areas.SUB_ICB)
_NOT_OFFERED = {*SMALL_AREAS, AreaType.WARD19, AreaType.WARD24}


@dataclass(frozen=True)
class Pair:
    """Two figures of one indicator and sex: two areas in one period, or one area in two periods, the earlier first."""

    indicator_id: str
    sex: str
    areas: tuple[str, str]
    periods: tuple[str, str]

    @property
    def filters(self) -> tuple[str, str, str, str, str, str]:
        """Indicator, sex, area, other area, period, later period; empty where the first one stands for both."""
        (area, other), (period, later) = self.areas, self.periods
        second = (other if self.by_area else "", later if later != period else "")
        return self.indicator_id, self.sex, area, second[0], period, second[1]

    @property
    def about(self) -> dict[str, Any]:
        """The indicator's declaration."""
        return reads.indicator(self.indicator_id)

    @property
    def rows(self) -> pd.DataFrame:
        """The two rows in order."""
        return _rows_of(self)

    @property
    def by_area(self) -> bool:
        """Whether two areas are compared, not two periods."""
        return self.areas[0] != self.areas[1]

    @property
    def areas_named(self) -> list[str]:
        """Both areas by name."""
        return [_area_name(code) for code in self.areas]

    @property
    def periods_named(self) -> list[str]:
        """Both periods written out."""
        return [formats.period(label, self.about["year_type"]) for label in self.periods]

    @property
    def names(self) -> list[str]:
        """What tells the two apart."""
        return self.areas_named if self.by_area else self.periods_named

    @property
    def where(self) -> str:
        """What they share: the period of two areas, the area of two periods; and the sex where there are two."""
        shared = self.periods_named[0] if self.by_area else self.areas_named[0]
        return f"{sentences.WHO[self.sex]}, {shared}" if self.sex in sentences.WHO else shared

    @property
    def figures_sentence(self) -> str:
        """Both values with their intervals, and the difference as arithmetic."""
        about, rows = self.about, self.rows.to_dict("records")
        said = [
            f"{sentences.the(name)} {formats.short_quantity(row['value'], about['unit'], about['decimals'])} "
            f"({formats.interval(row['lower_ci'], row['upper_ci'], about['decimals']) or 'no interval held'})"
            for name, row in zip(self.names, rows, strict=True)
        ]
        unit = "" if about["unit_label"] == "%" else f" {about['unit_label']}"
        limits = ", with 95% intervals" if self.rows["lower_ci"].notna().any() else ""
        return f"{_capital(self.where)}: {sentences.listed(said)}{unit}{limits}. {arithmetic(self)}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands between the two figures and a fair comparison."""
        said = [_broken(self)]
        if self.by_area:
            said.append(_inside(self.areas))
        return tuple(note for note in said if note)


def pair_of(indicator_id: str, sex: str, area: str, other: str, period: str, later: str) -> Pair:
    """The pair with these filters. Raises UnknownFigureError where it is not two held figures."""
    pair = Pair(indicator_id, sex, (area, other or area), (period, later or period))
    if bool(other) == bool(later) or other == area or later == period or len(pair.rows) != len(pair.areas):
        raise recipes.UnknownFigureError(
            f"{indicator_id} ({sex}) holds no such pair: two areas in one period, or one area in two"
        )
    return pair


@lineage.remember(max_entries=400)
def _rows_of(pair: Pair) -> pd.DataFrame:
    held = held_by(pair.indicator_id)
    held = held[held["sex"] == pair.sex]
    pairs = zip(pair.areas, pair.periods, strict=True)
    return pd.concat([held[(held["area_code"] == code) & (held["period"] == period)] for code, period in pairs])


@lineage.remember(max_entries=400)
def held_by(indicator_id: str) -> pd.DataFrame:
    """The main values of an indicator in every area but neighbourhoods: the headline age, no breakdown."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    sexes = ["Persons"] if about["headline_sex"] == "Persons" else list(sentences.WHO)
    kept = (rows["age"] == about["headline_age"]) & rows["category"].isna() & rows["sex"].isin(sexes)
    small = rows["area_type"].isin(_NOT_OFFERED) if about["level"] != Level.SMALL_AREA else False
    held: pd.DataFrame = rows.loc[kept & rows["value"].notna() & ~pd.Series(small, index=rows.index)]
    return held.sort_values(["period_end"], ascending=False)


@lineage.remember(max_entries=400)
def sexes_of(indicator_id: str) -> tuple[str, ...]:
    """The sexes its main values are published for: persons, or women and men."""
    return tuple(sorted(held_by(indicator_id)["sex"].unique()))


@lineage.remember(max_entries=400)
def named_areas(indicator_id: str, sex: str) -> dict[str, str]:
    """Codes to names of the areas that hold a value: ours and the comparators first, then neighbours, then the rest."""
    held = held_by(indicator_id)
    codes = set(held.loc[held["sex"] == sex, "area_code"])
    near = reads.group_members(areas.CITY_REGION_GROUP)
    ours = list(reads.networks()["area_code"])
    rest = sorted(codes, key=_area_name)
    ordered = [code for code in dict.fromkeys([*_FIRST, *ours, *near, *rest]) if code in codes]
    names = {code: _area_name(code) for code in ordered}
    shared = Counter(names.values())
    return {code: name if shared[name] == 1 else f"{name} ({code})" for code, name in names.items()}


def _area_name(code: str) -> str:
    return COMPARATORS.get(code) or reads.area_name(code)


@lineage.remember(max_entries=4000)
def periods_of(indicator_id: str, sex: str, area_code: str) -> dict[str, str]:
    """Labels to words of the periods an area has a value for, the newest first."""
    held, year_type = held_by(indicator_id), reads.indicator(indicator_id)["year_type"]
    own = held[(held["area_code"] == area_code) & (held["sex"] == sex)]
    return {str(label): formats.period(label, year_type) for label in own["period"]}


@lineage.remember(max_entries=400)
def outcome(pair: Pair) -> str:
    """`… differ`, `No clear difference …` or `Cannot be tested …`, with the figures."""
    about, rows = pair.about, pair.rows.to_dict("records")
    first, second = (formats.short_quantity(row["value"], about["unit"], about["decimals"]) for row in rows)
    reason = why_not_tested(pair)
    if reason:
        return f"Cannot be tested: {reason}. {arithmetic(pair)}"
    limits = [row[end] for row in rows for end in ("lower_ci", "upper_ci")]
    found = differ(*(limits if pair.by_area else limits[2:] + limits[:2]), polarity=Polarity(about["polarity"]))
    whose = f" for {sentences.WHO[pair.sex]}" if pair.sex in sentences.WHO else ""
    if found is Judgement.SIMILAR:
        apart = f"{_both(pair)}{whose} {_shared(pair)}"
        return f"No clear difference between {apart}: {first} against {second}, and the intervals overlap."
    if pair.by_area:
        return (
            f"{_capital(_both(pair))} differ{whose} {_shared(pair)}: "
            f"{first} against {second}, {found.value} in {sentences.the(pair.names[0])}."
        )
    return (
        f"{_capital(sentences.the(pair.areas_named[0]))} changed{whose}: {first} in {pair.names[0]}, "
        f"{second} in {pair.names[1]}, {found.value} than it was."
    )


def _both(pair: Pair) -> str:
    return sentences.listed([sentences.the(name) for name in pair.names])


def _shared(pair: Pair) -> str:
    return f"in {pair.periods_named[0] if pair.by_area else sentences.the(pair.areas_named[0])}"


@lineage.remember(max_entries=400)
def because(pair: Pair) -> str:
    """What the outcome rests on: the two intervals, or what is missing for them to be laid side by side."""
    if why_not_tested(pair):
        return (
            "Without two intervals, of figures that can be laid side by side, chance cannot be told from a difference."
        )
    rows, decimals = pair.rows.to_dict("records"), pair.about["decimals"]
    ends = [formats.interval(row["lower_ci"], row["upper_ci"], decimals) for row in rows]
    lower, upper = sorted(rows, key=lambda row: float(row["value"]))
    apart = upper["lower_ci"] > lower["upper_ci"]
    means = "lie wholly apart, so chance is a poor explanation" if apart else "overlap, so it may be chance"
    return f"The 95% intervals, {ends[0]} and {ends[1]}, {means}."


def why_not_tested(pair: Pair) -> str:
    """Which figure has no interval, or why the two cannot be laid side by side; empty where they can be tested."""
    if not pair.by_area and _share_years(pair):
        return f"{pair.names[0]} and {pair.names[1]} share years, so they are not two separate figures"
    if _broken(pair):
        return f"the series is broken between {pair.names[0]} and {pair.names[1]}"
    bare = [
        sentences.the(name) for name, lower in zip(pair.names, pair.rows["lower_ci"], strict=True) if pd.isna(lower)
    ]
    return f"the figures held have no interval for {' or '.join(bare)}" if bare else ""


def _share_years(pair: Pair) -> bool:
    earlier, later = pair.rows.to_dict("records")
    return bool(later["period_start"] <= earlier["period_end"])


def _broken(pair: Pair) -> str:
    """The break of series between the two periods, with its reason; empty where there is none."""
    if pair.by_area:
        return ""
    breaks, year_type = reads.indicator_texts(pair.indicator_id)[0], YearType(pair.about["year_type"])
    earlier, later = pair.rows["period_start"]
    for label, reason in zip(breaks["period"], breaks["reason"], strict=True):
        if earlier < pd.Timestamp(parse_period(label, year_type).start) <= later:
            return f"The series breaks at {formats.period(label, year_type)}: {reason}"
    return ""


def arithmetic(pair: Pair) -> str:
    """How far apart the two figures are as printed; claims nothing about chance."""
    about, (first, second) = pair.about, pair.rows["value"]
    if pair.by_area:
        apart = sentences.gap(first, second, pair.names[1], about["decimals"], about["unit"])
        return f"By arithmetic alone, {sentences.the(pair.names[0])} is {apart}."
    apart = sentences.gap(second, first, pair.names[0], about["decimals"], about["unit"])
    return f"By arithmetic alone, {pair.names[1]} is {apart}."


@lineage.remember(max_entries=400)
def by_fixed_value(pair: Pair) -> str:
    """What the other pages say of a comparator without an interval, whose value they take as fixed; else empty."""
    ours, theirs = pair.rows.to_dict("records")
    fixed = pair.by_area and pair.areas[1] in COMPARATORS and pd.isna(theirs["lower_ci"])
    if not fixed or pd.isna(ours["lower_ci"]):
        return ""
    numbers = (ours["value"], ours["lower_ci"], ours["upper_ci"], theirs["value"])
    said = sentences.against(judge(*numbers, polarity=Polarity(pair.about["polarity"])), pair.names[1])
    interval = formats.interval(ours["lower_ci"], ours["upper_ci"], pair.about["decimals"])
    us, them = (sentences.the(name) for name in pair.names)
    return (
        f"Where {them} is the yardstick, as in “Compare with”, its value is taken as fixed: the interval of {us} "
        f"({interval}) is then {said}."
    )


def _inside(codes: tuple[str, str]) -> str:
    """That one area's people are counted in the other's figure; empty where neither holds the other."""
    whole = {areas.ENGLAND, areas.NORTH_WEST, areas.CITY_REGION}
    if areas.ST_HELENS in codes and set(codes) & whole:
        larger = next(code for code in codes if code in whole)
        return f"St Helens is counted in the {_area_name(larger)} figure too; it is not taken out."
    return ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
