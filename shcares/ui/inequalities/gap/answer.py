"""The answer in one sentence: where the gap lies, and how sure the borough's place is."""

from collections.abc import Iterable, Sequence

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.stats import contributions
from shcares.style import formats, sentences
from shcares.ui import lineage
from shcares.ui.inequalities.gap.held import HUNDRED, held, unmeasured
from shcares.ui.inequalities.gap.shares import DECIMALS, Level, Side, own_standing, points, signed

NAMED = 3


def lowered(name: str) -> str:
    """A focus area's name inside a sentence."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def together(names: Sequence[str]) -> str:
    """`education, alcohol use, and diet and exercise`: a name that holds an `and` of its own stays apart."""
    if len(names) > 1 and any(" and " in name for name in names):
        return f"{', '.join(names[:-1])}, and {names[-1]}"
    return sentences.listed(list(names))


def sentence_start(names: Iterable[str]) -> str:
    """The same names where a sentence begins with them."""
    said = together([lowered(name) for name in names])
    return f"{said[:1].upper()}{said[1:]}"


def clearly_worse(model_id: str) -> pd.DataFrame:
    """The focus areas whose whole interval is worse than the average authority, largest first."""
    rows = points(model_id)
    return rows[(rows["level"] == Level.FOCUS_AREA) & rows["side"].map(_is_worse)]


def _is_worse(one: Side) -> bool:
    return one.judgement is Judgement.WORSE


def place_words(lower: float, upper: float, areas: int) -> str:
    """`it is between the 11th and the 48th worst of 122 authorities`, or that nothing can be told."""
    if not contributions.rank_is_telling(lower, upper, areas):
        return f"its place among {areas} authorities cannot be told"
    if lower == upper:
        return f"it is the {sentences.ordinal(int(lower))} worst of {areas} authorities"
    ends = " and the ".join(sentences.ordinal(int(end)) for end in (lower, upper))
    return f"it is between the {ends} worst of {areas} authorities"


@lineage.remember()
def answer(model_id: str) -> str:
    """The page's answer."""
    worst = [lowered(name) for name in clearly_worse(model_id)["name"][:NAMED]]
    whole = own_standing(model_id, Level.OVERALL, model_id)
    placed = place_words(whole["rank_lower"], whole["rank_upper"], int(whole["areas"]))
    lies = (
        f"St Helens’ gap to England’s average authority lies most in {together(worst)}"
        if worst
        else "In no part of this model is St Helens clearly worse than England’s average authority"
    )
    return f"{lies}; overall {placed}."


@lineage.remember()
def reading(model_id: str) -> str:
    """What the numbers are, before the first chart."""
    whole = points(model_id).iloc[-1]
    limits = formats.interval(whole["lower_ci"], whole["upper_ci"], DECIMALS)
    return (
        f"Overall score: {signed(whole['value'])} points; other choices of indicators and weights would give {limits}. "
        f"Nought is the mean of England’s upper-tier authorities, each counting once; {HUNDRED} points would be one "
        "standard deviation worse on every indicator. Where lines overlap, the order of focus areas is uncertain."
    )


@lineage.remember()
def sides(model_id: str) -> str:
    """Which focus areas lie on which side of the average, with their points; which cannot be told."""
    rows = points(model_id)
    focus = rows[rows["level"] == Level.FOCUS_AREA].to_dict("records")
    said = []
    for kind, lead in ((Judgement.WORSE, "Worse than the average authority"), (Judgement.BETTER, "Better")):
        named = [f"{lowered(row['name'])} {signed(row['value'])}" for row in focus if row["side"].judgement is kind]
        said += [f"{lead}, in points: {together(named)}."] if named else []
    whole = signed(rows.iloc[-1]["value"])
    return f"{' '.join(said)} For the others there is no telling. All focus areas together: {whole} points."


@lineage.remember()
def notes(model_id: str) -> tuple[str, ...]:
    """What to know of single parts: those that stand on one indicator, on two, and on none."""
    parts, bare = held(model_id).parts, unmeasured(model_id)
    single = list(held(model_id).single)
    double = [lowered(name) for name in parts.loc[parts["indicators"] == 2, "name"]]
    found = []
    if single:
        stand, it = ("stands", "it has") if len(single) == 1 else ("stand", "they have")
        found.append(
            f"{sentence_start(single)} {stand} on one indicator, so {it} no interval from resampling and no test: what "
            "another indicator would have said is not known."
        )
    if double:
        found.append(
            f"{sentence_start(double)} {'stands' if len(double) == 1 else 'stand'} on two. The test then says only on "
            "which side both are, and no rank is shown."
        )
    if bare:
        found.append(
            f"{together(list(bare))}: no comparable figure is held, so the other weights are scaled to {HUNDRED}."
        )
    return tuple(found)
