"""What the plan says it will do about one focus area, found by its measures, and what it says of the model."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from shcares.style import sentences
from shcares.style.palette import Scheme, mark
from shcares.ui import figures, lineage, links, reads, recipes, router, words
from shcares.ui.filters import Choice
from shcares.ui.inequalities.model.parts import Part, part_of
from shcares.ui.inequalities.model.printed import words_of_plan
from shcares.ui.inequalities.named import FOCUS, MODEL, refuse_unless_of
from shcares.ui.measures import MeasureView, measure_views

ACTIONS = "marmot"
_SAYS = "inequalities"
_PICTURED = ("Kind", "Objective", "As printed", "Target", "Verdict", "By this series")
_METHOD = (
    "Found by measure, not by reading. An objective stands here when the series of one of its key measures is hung on "
    "this focus area. Where only a series that this dashboard shows beside the measure is, the table says so. Verdict: "
    "as on the page of the priority. Actions are those of the plan’s section on inequalities; the indicators that "
    "would show them moving are chosen by us. The plan may speak of this focus area elsewhere, in words that no "
    "measure follows."
)


@dataclass(frozen=True)
class Found:
    """A key measure of the plan and the series by which it belongs to a focus area."""

    view: MeasureView
    series: tuple[str, ...]
    is_own: bool

    @property
    def objective(self) -> str:
        """Letter and words of its objective; that it stands under none."""
        known = reads.objectives(self.view.priority)
        letter = self.view.objective
        return f"{letter}. {known[letter]}" if letter in known else "Under no objective"


@lineage.remember(max_entries=200)
def found(model_id: str, focus_id: str, comparator_code: str) -> tuple[Found, ...]:
    """The plan's key measures that belong to a focus area, in the plan's order."""
    hung = set(part_of(model_id, focus_id).hung)
    rows = {row["measure_id"]: row for row in reads.key_measures().to_dict("records")}
    out = []
    for view in measure_views(comparator_code):
        own = rows[view.id]["indicator_id"]
        series = (str(own),) if own in hung else tuple(each for each in rows[view.id]["context"] if each in hung)
        if series:
            out.append(Found(view, series, is_own=own in hung))
    return tuple(out)


@lineage.remember(max_entries=200)
def actions(model_id: str, focus_id: str) -> dict[str, tuple[str, ...]]:
    """The plan's actions on inequalities that this focus area would show moving, and its indicators of each."""
    hung = set(part_of(model_id, focus_id).hung)
    texts = reads.plan_items(ACTIONS).set_index("item_id")["text"]
    shown = reads.item_indicators(ACTIONS)
    mine = shown[shown["indicator_id"].isin(hung)]
    return {str(texts[item_id]): tuple(rows["indicator_id"]) for item_id, rows in mine.groupby("item_id", sort=False)}


def show_plan(model_id: str, focus_id: str, choice: Choice) -> None:
    """Objectives and actions that belong to the focus area, ways to their pages, the plan's words on the model."""
    figure = plan_figure(model_id, focus_id, choice.comparator_code, choice.scheme)
    st.header(figure.title, anchor=False, divider="gray")
    figures.show(figure)
    with st.container(horizontal=True):
        priorities = dict.fromkeys(one.view.priority for one in found(model_id, focus_id, choice.comparator_code))
        for priority_id in priorities:
            spec = router.PRIORITIES[priority_id]
            links.show_link(spec, f"The priority {spec.title}", {}, icon=spec.icon)
        if actions(model_id, focus_id):
            links.show_link(router.MARMOT, "The actions and their figures", {}, icon=router.MARMOT.icon)
    st.header("What the plan says of the model", anchor=False, divider="gray")
    st.html(words_of_plan(model_id))


@recipes.figure("IP", "model_plan", max_entries=200, model_id=MODEL, focus_id=FOCUS, comparator_code=recipes.COMPARATOR)
def plan_figure(model_id: str, focus_id: str, comparator_code: str, scheme: Scheme) -> figures.Figure:
    """What the plan says it will do about a focus area."""
    refuse_unless_of(model_id, focus_id)
    part = part_of(model_id, focus_id)
    measures, acts = found(model_id, focus_id, comparator_code), actions(model_id, focus_id)
    title = f"{part.name}: what the plan says it will do"
    return figures.Figure(
        id=f"model-plan-{focus_id}",
        title=title,
        sentence=sentence(part, measures, acts),
        period=f"The plan to {reads.plan().target_year_printed}",
        area="St Helens",
        source=f"St Helens Cares strategic plan, sections {_sections()}. {reads.gathered()}",
        method=_METHOD,
        frame=_frame(measures, acts),
        html=_html(measures, acts, scheme) or None,
        picture_columns=_PICTURED if measures else (),
    )


def sentence(part: Part, measures: tuple[Found, ...], acts: dict[str, tuple[str, ...]]) -> str:
    """How much of the plan bears on a focus area; that it names no action for it."""
    if not measures and not acts:
        return f"The plan names no action for this: no key measure or action of it has an indicator of {part.name}."
    own = sum(one.is_own for one in measures)
    counts = f"{sentences.count_words(own, 'key measure')} of the plan {'counts' if own == 1 else 'count'} something"
    first = f"{counts if own else 'No key measure of the plan counts anything'} hung on {part.name}"
    near = len(measures) - own
    beside = f"; for {near}{' more' if own else ''} a series of it is shown beside the measure" if near else ""
    acted = f" {sentences.count_words(len(acts), 'action')} on inequalities would show in its figures." if acts else ""
    return f"{first}{beside}.{acted}"


def _frame(measures: tuple[Found, ...], acts: dict[str, tuple[str, ...]]) -> pd.DataFrame:
    rows = [*map(_plain, measures), *(_plain_action(*each) for each in acts.items())]
    return pd.DataFrame(rows or [{"Kind": "None", "As printed": "no objective or action"}]).fillna("")


def _sections() -> str:
    held = (reads.priorities()["section"].iloc[0], reads.plan_items(_SAYS)["section"].iloc[0])
    return sentences.listed(sorted(str(each) for each in held))


def _html(measures: tuple[Found, ...], acts: dict[str, tuple[str, ...]], scheme: Scheme) -> str:
    titles = reads.priority_titles()
    groups = [
        (name, [_row(one, scheme) for one in measures if one.view.priority == priority])
        for priority, name in titles.items()
        if any(one.view.priority == priority for one in measures)
    ]
    columns = ("Objective", "Key measure, as printed", "Baseline and target", "Verdict", "By this series")
    table = words.table(columns, groups, caption="Objectives of the priorities") if groups else ""
    done = "".join(
        f"<li>{escape(text)}{words.two_lines('', f'Its indicators here: {_names(ids)}')}</li>"
        for text, ids in acts.items()
    )
    acted = f"<h3 class='shc-h3'>Actions on inequalities, for young people</h3><ul>{done}</ul>" if done else ""
    return f"{table}{acted}"


def _row(one: Found, scheme: Scheme) -> words.Row:
    view = one.view
    aims = f"{view.baseline or 'none printed'} → {view.target or 'none printed'}"
    how = "" if one.is_own else "Shown beside the measure, which counts something else or has no series"
    return words.Row(
        [
            escape(one.objective),
            escape(f"{view.id} {view.printed}"),
            escape(aims),
            words.verdict(view.verdict, scheme),
            words.two_lines(_names(one.series), how),
        ]
    )


def _names(indicator_ids: tuple[str, ...]) -> str:
    return sentences.listed([reads.indicator(each)["short_name"] for each in indicator_ids])


def _plain(one: Found) -> dict[str, str]:
    return {
        "Kind": "Key measure",
        "Priority": reads.priority_titles()[one.view.priority],
        "Objective": one.objective,
        "As printed": f"{one.view.id} {one.view.printed}",
        "Baseline": one.view.baseline or "none printed",
        "Target": one.view.target or "none printed",
        "Verdict": mark(one.view.verdict).word,
        "By this series": _names(one.series),
        "Its own series": "yes" if one.is_own else "no, shown beside it",
    }


def _plain_action(text: str, indicator_ids: tuple[str, ...]) -> dict[str, str]:
    return {"Kind": "Action on inequalities", "As printed": text, "By this series": _names(indicator_ids)}
