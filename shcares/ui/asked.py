"""What the plan's words ask beside the printed target, tested as such: below an area, or best of a group."""

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import differ, judge
from shcares.style import formats, sentences
from shcares.ui import lineage, reads

_NOT_TESTED = "not tested, for want of an interval"
_TESTED = {
    Judgement.LOWER: "and its whole interval is below",
    Judgement.HIGHER: "and its whole interval is above",
    Judgement.SIMILAR: "but its interval reaches across, so no clear difference",
    Judgement.NOT_COMPARED: f"which is {_NOT_TESTED}",
}


@lineage.remember()
def below(indicator_id: str, area_code: str, sex: str) -> str:
    """Whether St Helens is below an area in its latest period, as a sentence."""
    name, about = reads.area_name(area_code), reads.indicator(indicator_id)
    mine, theirs = (_of_sex(reads.series(indicator_id, code), sex) for code in (areas.ST_HELENS, area_code))
    last = mine.iloc[-1]
    same = theirs[theirs["period"] == last["period"]]["value"]
    period = formats.period(last["period"], about["year_type"])
    if same.empty:
        return f"Below {sentences.the(name)}? It cannot be tested: no {name} figure is held for {period}."
    benchmark = float(same.iloc[0])
    judged = judge(last["value"], last["lower_ci"], last["upper_ci"], benchmark, polarity=Polarity.NEUTRAL)
    shown, other = (formats.short_quantity(v, about["unit"], about["decimals"]) for v in (last["value"], benchmark))
    side = "above" if last["value"] > benchmark else "below"
    where = "the same" if shown == other else f"{side} it"
    return f"Below {sentences.the(name)}? {shown} against {other} in {period}: {where}, {_TESTED[judged]}."


def _of_sex(rows: pd.DataFrame, sex: str) -> pd.DataFrame:
    chosen: pd.DataFrame = rows.loc[rows["sex"] == sex]
    return chosen


@lineage.remember()
def best(indicator_id: str, group_id: str, sex: str) -> str:
    """Where St Helens ranks in a group of authorities in its latest period, and whether it differs from the best."""
    about, rows = reads.indicator(indicator_id), _of_sex(reads.series(indicator_id, areas.ST_HELENS), sex)
    last = str(rows["period"].iloc[-1])
    ranked = _ranked(indicator_id, group_id, sex, last)
    if len(ranked) < 2:
        return ""
    placed = _placed(ranked, about["unit"], about["decimals"])
    return (
        f"Best in {sentences.the(reads.group_name(group_id))}? In {formats.period(last, about['year_type'])} {placed}"
        f"{_among_all(indicator_id, group_id, sex, last)}."
    )


def _among_all(indicator_id: str, group_id: str, sex: str, period: str) -> str:
    """The place among all the city region's authorities, where the group asked for is only some of them."""
    if group_id == areas.CITY_REGION_GROUP:
        return ""
    ranked = _ranked(indicator_id, areas.CITY_REGION_GROUP, sex, period)
    place = int(ranked.loc[ranked["area_code"] == areas.ST_HELENS, "place"].iloc[0])
    region = sentences.the(reads.group_name(areas.CITY_REGION_GROUP))
    return f"; {sentences.ordinal(place)} of the {len(ranked)} in {region}"


def best_area(indicator_id: str, group_id: str, sex: str, period: str) -> str | None:
    """The area of the group with the best value in a period; None where fewer than two have one."""
    ranked = _ranked(indicator_id, group_id, sex, period)
    return str(ranked["area_code"].iloc[0]) if len(ranked) > 1 else None


def _ranked(indicator_id: str, group_id: str, sex: str, period: str) -> pd.DataFrame:
    """The group's values of one period with their place, best first; ties share a place. Empty without a polarity."""
    polarity = Polarity(reads.indicator(indicator_id)["polarity"])
    of_sex = (_of_sex(reads.series(indicator_id, code), sex) for code in reads.group_members(group_id))
    rows = pd.concat([found[found["period"] == period] for found in of_sex])
    if polarity is Polarity.NEUTRAL:
        return rows.iloc[:0]
    places = rows["value"].rank(method="min", ascending=polarity is Polarity.LOW_IS_GOOD).astype(int)
    return rows.assign(place=places).sort_values("place")


def _placed(ranked: pd.DataFrame, unit: str, decimals: int) -> str:
    mine = ranked[ranked["area_code"] == areas.ST_HELENS].iloc[0]
    ties = (ranked["place"] == mine["place"]).sum() > 1
    place = f"St Helens is {'joint ' if ties else ''}{sentences.ordinal(int(mine['place']))}"
    held = f" of the {len(ranked)} with a figure"
    first = ranked.iloc[0]
    if mine["place"] == 1:
        return f"{place}{held}"
    value = formats.short_quantity(first["value"], unit, decimals)
    judged = differ(mine["lower_ci"], mine["upper_ci"], first["lower_ci"], first["upper_ci"])
    tested = {
        Judgement.SIMILAR: "no clear difference, the intervals overlap",
        Judgement.NOT_COMPARED: _NOT_TESTED,
    }.get(judged, "a clear difference, the intervals are apart")
    return f"{place}{held}; the best is {first['area_short_name']} with {value} ({tested})"
