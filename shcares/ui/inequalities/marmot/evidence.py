"""What stands behind the rows of one action: sentence, source, method, and a table of all that is known of each."""

from typing import Any

import pandas as pd

from shcares.style import sentences
from shcares.style.palette import mark
from shcares.ui import figures, reads, recipes
from shcares.ui.inequalities.marmot import actions, answer, printed
from shcares.ui.inequalities.marmot.actions import Shown
from shcares.ui.priorities import standing

_METHOD = (
    "The indicators are chosen by us, not by the plan, which prints no measure for its actions. They are published for "
    "the borough and still being published; where England’s value is held, that series is taken before another of the "
    "same thing. Left out: conditions that these actions could not move alone, such as child poverty; subjects that "
    "good development at five already counts, but for language; series held only from the Health Index, such as "
    "childhood vaccination, which ends in 2021 and has no value for England. Smoking in pregnancy and first entrants "
    "to youth justice are kept without a comparator, since nothing else held counts them. Judged: the 95% interval of "
    "St Helens against the comparator’s value of the same period (Fingertips). Where a value has no interval it is not "
    "judged; the side it lies on is arithmetic on the values as shown and may be chance. Fifth: all upper-tier "
    "authorities of England held for that period, ranked and cut into five; a place in a ranking says nothing about "
    "chance. Recent trend: the last five yearly values with their intervals, tested at the 99.8% level (Fingertips "
    "Technical Guidance). St Helens is counted in each comparator; nothing is adjusted for that."
)
_OWN_SCALE = "Each small picture has its own scale, which does not start at zero; no line crosses a break of series."


_ITEM = recipes.Part("item", recipes.itself(lambda: reads.item_indicators(actions.KIND)["item_id"].unique()), 3)


@recipes.figure("MA", "marmot_action", max_entries=50, item_id=_ITEM, comparator_code=recipes.COMPARATOR)
def action_figure(item_id: str, comparator_code: str, comparator: str) -> figures.Figure:
    """The indicators under one action beside one comparator."""
    shown = actions.by_action(comparator_code)[item_id]
    counted = actions.tally(shown)
    named = sentences.the(comparator)
    return figures.Figure(
        id=f"marmot-{item_id.replace('_', '-')}",
        title=str(printed.items(actions.KIND)[item_id]["text"]),
        sentence=(
            f"Of {sentences.count_words(counted.of, 'indicator')}, {answer.tested(counted, named)}; by value alone, "
            f"{answer.by_value(counted)}. {answer.steps(counted)} One step can be chance."
        ),
        period="Latest published period of each indicator",
        area=f"St Helens and {named}",
        source=standing.sources_of(tuple(each.one for each in shown)),
        method=_METHOD,
        frame=pd.DataFrame([_plain(each, comparator) for each in shown]),
        picture_columns=("Indicator", "Period", "St Helens", comparator, f"Against {comparator}", "By value alone"),
        notes=(_OWN_SCALE,),
    )


def _plain(shown: Shown, comparator: str) -> dict[str, Any]:
    one, latest = shown.one, shown.latest
    notes = reads.indicator_texts(latest.indicator_id)[1]["text"]
    return {
        "Indicator": one.about["name"],
        "What it counts": one.about["definition"],
        "Unit": one.about["unit_label"],
        "Period": one.dated,
        "St Helens": latest.text,
        "95% interval": latest.interval or "none held",
        comparator: latest.comparator_text,
        f"Against {comparator}": mark(latest.judgement).word,
        "Why not tested": latest.why_not,
        "By value alone": f"{shown.apart}: {shown.side.value}" if shown.apart else shown.side.value,
        "Fifth of England’s authorities": shown.fifth or "not ranked",
        "Authorities held": shown.authorities,
        "Change since the period before": latest.movement or "none to name",
        "Recent trend": latest.trend.removeprefix("Recent trend: ").removeprefix("Recent trend "),
        "Notes": " ".join(str(text) for text in notes),
        "Source": latest.source,
    }
