"""The gap inside the borough: the published slope index of inequality, for women and for men."""

from dataclasses import replace

import streamlit as st

from shcares.domain import areas
from shcares.domain.vocabulary import Statistic
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_figures, lineage, reads, recipes
from shcares.ui.filters import Choice
from shcares.ui.measures import latest_of
from shcares.ui.priorities.choices import WHOSE

NONE_HELD = "No slope index of inequality is held for this priority’s indicators."
_AREA = "St Helens"


def show_slope(priority_id: str, choice: Choice) -> None:
    """The trend of each slope index of the priority, women and men; a sentence where there is none."""
    held = slope_series(priority_id)
    if not held:
        st.markdown(NONE_HELD)
    for indicator_id, sex in held:
        figures.show(slope_figure(indicator_id, sex, choice.comparator_code, choice.comparator))


@lineage.remember()
def slope_series(priority_id: str) -> tuple[tuple[str, str], ...]:
    """Indicator and sex of every slope index among the priority's indicators that holds a value for St Helens."""
    known = reads.indicators()
    supporting = {each for ids in reads.supporting(priority_id).values() for each in ids}
    mine = known["indicator_id"].isin(supporting) | known["priorities"].map(lambda named: priority_id in named)
    ids = known.loc[mine & (known["statistic"] == Statistic.SLOPE_INDEX), "indicator_id"]
    return tuple((each, str(sex)) for each in ids for sex in sorted(set(reads.series(each, areas.ST_HELENS)["sex"])))


@recipes.figure("SL", "slope", indicator_id=recipes.INDICATOR, sex=WHOSE, comparator_code=recipes.COMPARATOR)
def slope_figure(indicator_id: str, sex: str, comparator_code: str, comparator: str) -> figures.Figure:
    """The trend of one sex, under an id and a sentence of its own so that women and men may stand on one page."""
    if sex not in set(reads.series(indicator_id, areas.ST_HELENS)["sex"]):
        raise recipes.UnknownFigureError(f"{indicator_id} is not published for {sex} in {_AREA}")
    trend = indicator_figures.trend_figure(indicator_id, areas.ST_HELENS, _AREA, comparator_code, comparator, sex)
    return replace(
        trend,
        id=f"{trend.id}-{sex.lower()}",
        title=f"{trend.title}, {sentences.WHO[sex]}" if sex in sentences.WHO else trend.title,
        sentence=_sentence(indicator_id, sex, comparator_code, comparator),
    )


def _sentence(indicator_id: str, sex: str, comparator_code: str, comparator: str) -> str:
    entry = next(one for one in latest_of(indicator_id, comparator_code) if one.sex == sex)
    whose = f" for {sentences.WHO[sex]}" if sex in sentences.WHO else ""
    known = entry.comparator_text != formats.NO_DATA
    beside = f"; {sentences.the(comparator)} {entry.comparator_text}" if known else ""
    judged = entry.why_not or sentences.against(entry.judgement, comparator)
    return (
        f"{entry.name}{whose} in {_AREA}: {entry.text} {entry.unit} in {entry.period}{beside}. "
        f"{judged[:1].upper()}{judged[1:]}."
    )
