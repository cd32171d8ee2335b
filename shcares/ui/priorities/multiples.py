"""How they have moved: every supporting indicator's series as a small picture of its own."""

from html import escape

import pandas as pd

from shcares.charts import spark as charts
from shcares.domain import areas
from shcares.domain.vocabulary import Judgement
from shcares.export import picture
from shcares.style import formats, sentences
from shcares.style.palette import ACCENT, COMPARATOR
from shcares.ui import figures, lineage, reads, recipes, words
from shcares.ui.priorities import standing
from shcares.ui.priorities.standing import Standing

FEWEST_POINTS = 2
_METHOD = (
    "Published values as they stand, nothing smoothed or filled in; a line stops at a break of series and across "
    "years that were not published. The band is the 95% interval where one is held. Each picture has its own scale, "
    "which does not start at zero, so heights cannot be compared between pictures. The recent trend is tested on the "
    "last five yearly values."
)


@recipes.figure("MU", "multiples", priority_id=recipes.PRIORITY, comparator_code=recipes.COMPARATOR)
def multiples_figure(priority_id: str, comparator_code: str, comparator: str) -> figures.Figure:
    """The small pictures of one priority beside one comparator."""
    shown = standing.supporting(priority_id, comparator_code)
    return figures.Figure(
        id=f"multiples-{priority_id}",
        title=f"{reads.priority_titles()[priority_id]}: how they have moved",
        sentence=_sentence(shown),
        period="All published periods of each indicator",
        area=f"St Helens and {sentences.the(comparator)}",
        source=standing.sources_of(shown),
        method=_METHOD,
        frame=_frame(shown, comparator_code, comparator),
        html=_html(shown, comparator_code, comparator),
        picture_columns=("Indicator", "First", "Latest", "Recent trend"),
        notes=("Each picture has its own scale, which does not start at zero.",),
    )


def _sentence(shown: tuple[Standing, ...]) -> str:
    found = {one: sum(each.trend is one for each in shown) or "none" for one in Judgement}
    tested = sum(each.trend is not Judgement.NOT_COMPARED for each in shown) or "none"
    return (
        f"Of {len(shown)} supporting series, the recent trend of {tested} can be tested: {found[Judgement.BETTER]} "
        f"getting better, {found[Judgement.WORSE]} getting worse, {found[Judgement.SIMILAR]} without significant "
        "change."
    )


def _html(shown: tuple[Standing, ...], comparator_code: str, comparator: str) -> str:
    parts = []
    for heading in dict.fromkeys(one.heading for one in shown):
        cards = "".join(_card(one, comparator_code, comparator) for one in shown if one.heading == heading)
        parts.append(f"<h3 class='shc-h3'>{escape(heading)}</h3><ul class='shc-multiples'>{cards}</ul>")
    return words.key({"St Helens": ACCENT, comparator: COMPARATOR}) + "".join(parts)


def _card(one: Standing, comparator_code: str, comparator: str) -> str:
    rows = _own(one, areas.ST_HELENS)
    first, began = one.said(rows["value"].iloc[0]), _period(one, rows, 0)
    drawn = _picture(
        one,
        comparator_code,
        f"{one.name}, St Helens: from {first} in {began} to {one.latest.text} in {one.latest.period}",
    )
    start = words.two_lines(first, began) if len(rows) > 1 else ""
    ends = f"<span>{start}</span><strong>{words.two_lines(one.latest.text, one.dated)}</strong>"
    beside = _beside(one, comparator_code, comparator)
    return (
        f"<li><p class='shc-name'>{escape(one.name)}</p>{words.two_lines('', one.about['unit_label'])}{drawn}"
        f"<p class='shc-ends'>{ends}</p>{words.two_lines('', beside)}{words.two_lines('', f'{one.latest.trend}.')}</li>"
    )


def _beside(one: Standing, comparator_code: str, comparator: str) -> str:
    if one.latest.comparator_text != formats.NO_DATA:
        named = sentences.the(comparator)
        return f"{named[:1].upper()}{named[1:]} {one.latest.comparator_text} in the same period."
    held = len(standing.own_series(one.latest.indicator_id, one.latest.sex, comparator_code))
    return f"No {comparator} value is held for {one.latest.period}." if held else f"No {comparator} series is held."


def _picture(one: Standing, comparator_code: str, words_for_it: str) -> str:
    address = picture_address(one.latest.indicator_id, one.latest.sex, comparator_code)
    if not address:
        return "<p class='shc-unseen'>One value only: no line to draw.</p>"
    size = f"width='{charts.LARGE_WIDTH}' height='{charts.LARGE_HEIGHT}'"
    return f"<img src='{address}' alt='{escape(words_for_it, quote=True)}' {size}>"


@lineage.remember()
def picture_address(indicator_id: str, sex: str, comparator_code: str) -> str:
    """The address of one series' picture; empty where there is no line to draw."""
    mine, theirs = (
        standing.own_series(indicator_id, sex, code)[["at", "value", "lower_ci", "upper_ci", "run"]]
        for code in (areas.ST_HELENS, comparator_code)
    )
    if len(mine) < FEWEST_POINTS:
        return ""
    chart = charts.small_trend_chart(mine, comparator=theirs)
    return picture.svg_address(picture.chart_svg(charts.spark_spec(chart)))


def _own(one: Standing, area_code: str) -> pd.DataFrame:
    return standing.own_series(one.latest.indicator_id, one.latest.sex, area_code)


def _period(one: Standing, rows: pd.DataFrame, position: int) -> str:
    return formats.period(rows["period"].iloc[position], one.about["year_type"])


def _frame(shown: tuple[Standing, ...], comparator_code: str, comparator: str) -> pd.DataFrame:
    rows = []
    for one in shown:
        mine, theirs = _own(one, areas.ST_HELENS), _own(one, comparator_code)
        rows.append(
            {
                "Heading": one.heading,
                "Indicator": one.name,
                "Unit": one.about["unit_label"],
                "First": f"{one.said(mine['value'].iloc[0])} in {_period(one, mine, 0)}",
                "Latest": f"{one.latest.text} in {one.dated}",
                "Periods held": sentences.count_words(len(mine), "period"),
                f"{comparator}, same period": one.latest.comparator_text,
                f"{comparator}, periods held": sentences.count_words(len(theirs), "period"),
                "Recent trend": one.latest.trend.removeprefix("Recent trend: ").removeprefix("Recent trend "),
                "Source": one.latest.source,
            }
        )
    return pd.DataFrame(rows)
