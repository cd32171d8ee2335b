"""The plan check: every printed target against its own words and against the published series."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from shcares.domain import areas
from shcares.domain.records import Match
from shcares.style import sentences
from shcares.ui import figures, filters, lineage, reads, recipes, words
from shcares.ui.filters import Choice
from shcares.ui.flags import telling_flags
from shcares.ui.plan_check_table import METHOD, measures_figure
from shcares.ui.plan_check_words import MATCHES, Following, Open, checks

_ELSEWHERE = "Everything else the plan prints that a reader may check"
_NO_MATCH = {
    Match.MISMATCH: "equals a figure of another population",
    Match.NOT_FOUND: "equal no figure held here",
    Match.NONE: "are not printed",
}
_NO_CHECK = {
    Open.NO_NUMBER: "have no number",
    Open.NO_REGION: "ask to be below the North West, whose figure is not held",
    Open.NO_OTHERS: "ask to be best of boroughs whose figures are not held",
    Open.NO_AMOUNT: "go with words that name no amount",
}


def show_plan_check(choice: Choice) -> None:
    """The answer, how to read the page, the key measures, then every other note on the plan's figures."""
    st.html(
        f"<h1 class='shc-answer'>{escape(answer())}</h1>"
        f"<p class='shc-sentence'>{escape(reasons())}</p>"
        "<p class='shc-sentence'>The plan is quoted as printed and nothing in it is corrected: a difference may be "
        "rounding, another year, or a figure revised since. Notes under a row open to the full reasoning.</p>"
    )
    if not choice.is_borough:
        filters.not_here(f"The plan’s figures are for the whole borough, so {choice.area} does not change this page.")
    if choice.comparator_code != areas.ENGLAND:
        filters.not_here(
            f"{choice.comparator} as comparator changes nothing here: each row is set against the area the plan names."
        )
    figures.show(measures_figure())
    st.header(_ELSEWHERE, anchor=False, divider="gray")
    figures.show(elsewhere_figure())


@lineage.remember()
def answer() -> str:
    """How many baselines equal a published figure and how many targets follow from their own words."""
    rows = checks()
    matches = Counter(MATCHES[row.match][0] for row in rows)
    following = Counter(row.asked.following for row in rows)
    without = matches["≠"] + matches["?"]
    measures = sentences.count_words(len(rows), "key measure")
    return (
        f"Of the plan’s {measures}, {matches['=']} baselines equal a published figure, {matches['≈']} are close or "
        f"rounded and {without} have no match; {following[Following.FOLLOWS]} targets follow from their own words, "
        f"{following[Following.DIFFERS]} do not and {following[Following.UNCHECKED]} cannot be checked."
    )


@lineage.remember()
def reasons() -> str:
    """What lies behind the counts of the answer."""
    rows = checks()
    matches = Counter(row.match for row in rows)
    unmatched = [f"{matches[match]} {said}" for match, said in _NO_MATCH.items() if matches[match]]
    open_ones = Counter(row.asked.why for row in rows)
    unchecked = [f"{open_ones[why]} {said}" for why, said in _NO_CHECK.items() if open_ones[why]]
    rounding = [row.id for row in rows if row.asked.is_rounding]
    parts = {
        "Of the baselines without a match": "; ".join(unmatched),
        "Of the targets that cannot be checked": "; ".join(unchecked),
        "Of those that do not follow": f"rounding could explain {sentences.listed(rounding)}" if rounding else "",
    }
    return " ".join(f"{of}, {said}." for of, said in parts.items() if said)


@recipes.figure("PE", "plan_elsewhere")
def elsewhere_figure() -> figures.Figure:
    """Every note on the plan that no row of the key measures carries, section by section."""
    flags = _elsewhere()
    groups = [
        (str(section), [_elsewhere_row(flag) for flag in together.itertuples(index=False)])
        for section, together in flags.groupby("in_section", sort=False)
    ]
    notes, sure = sentences.count_words(len(flags), "note"), Counter(flags["certainty"])
    counted = sentences.listed([f"{count} {certainty}" for certainty, count in sure.items()])
    return figures.Figure(
        id="plan-check-elsewhere",
        title=_ELSEWHERE,
        sentence=f"{notes} on what the plan prints beside its key measures: {counted}.",
        period="Figures as printed; published figures of the periods named in each row",
        area="St Helens",
        source=f"St Helens Cares strategic plan and the publishers named in its notes. {reads.gathered()}",
        method=METHOD,
        frame=_elsewhere_frame(flags),
        html=words.table(
            ("What it is about", "What is printed and published", "Arithmetic", "How sure"),
            groups,
            caption="By section of the plan",
            shape="shc-check-rest",
        ),
        picture_columns=("Section", "What it is about", "How sure"),
    )


def _elsewhere() -> pd.DataFrame:
    shown = set(telling_flags(reads.measure_flags())["flag_id"])
    flags = reads.flags()
    rest = flags[~flags["flag_id"].isin(shown)]
    titles = reads.plan_sections().groupby("number", sort=False)["title"].agg(" and ".join)
    order = {number: place for place, number in enumerate(titles.index)}
    named = rest["section"].map(lambda number: f"Section {number}. {titles.get(number, '')}")
    return rest.assign(in_section=named, place=rest["section"].map(order)).sort_values(["place", "position"])


def _elsewhere_row(flag: Any) -> words.Row:
    touched = f"Measures {sentences.listed(list(flag.measures))}" if len(flag.measures) else ""
    cells: Sequence[str] = [
        words.two_lines(flag.title, touched),
        escape(flag.note),
        escape(flag.arithmetic) if isinstance(flag.arithmetic, str) else "",
        escape(flag.certainty),
    ]
    return words.Row(cells)


def _elsewhere_frame(flags: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Section": flags["in_section"],
            "What it is about": flags["title"],
            "What is printed and published": flags["note"],
            "Arithmetic": flags["arithmetic"],
            "How sure": flags["certainty"],
        }
    )
