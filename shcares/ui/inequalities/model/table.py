"""The whole model as a table: every part with its weights, its printed name and what is held of it."""

from html import escape
from typing import Any

import pandas as pd

from shcares.ui import figures, lineage, recipes, words
from shcares.ui.filters import Choice
from shcares.ui.inequalities.model import caveats
from shcares.ui.inequalities.model.parts import Factor, Part, factors_of, is_printed, parts_of, points
from shcares.ui.inequalities.model.weighed import sums
from shcares.ui.inequalities.named import MODEL

_NONE = "none"
_HELD = ("Compared with all authorities", "For neighbourhoods", "For practices")


def show_table(model_id: str, _focus_id: str, _choice: Choice) -> None:
    """Every part of the model in a table, whatever is chosen."""
    figures.show(table_figure(model_id))


@recipes.figure("IT", "model_table", model_id=MODEL)
def table_figure(model_id: str) -> figures.Figure:
    """The table of one model's parts."""
    title = f"{caveats.declared(model_id)['name']}: every part"
    groups = [
        (_group(factor), [_row(part) for part in parts_of(model_id) if part.factor == factor])
        for factor in factors_of(model_id)
    ]
    groups.append(("All parts", [_sum(model_id)]))
    printed = ("Printed as", "Weight printed") if is_printed(model_id) else ()
    headings = ("Focus area", "Weight in the source", *printed, "What is held here")
    return figures.Figure(
        id=f"model-table-{model_id}",
        title=title,
        sentence=sums(model_id),
        period="The model has no period",
        area="What is held: of St Helens, its neighbourhoods and its practices",
        source=caveats.source_of(model_id),
        method=caveats.method(model_id),
        frame=table(model_id),
        picture_columns=("Factor", "Focus area", "Weight in the source", *printed[1:], *_HELD),
        html=words.table(headings, groups, caption=title, shape="shc-model"),
        notes=caveats.notes(model_id),
    )


def _group(factor: Factor) -> str:
    printed = "" if pd.isna(factor.printed) else f"; printed as “{factor.printed_name}”, {points(factor.printed)}"
    return f"{factor.name}: {points(factor.source)}{printed}"


def _row(part: Part) -> words.Row:
    held = part.coverage.removeprefix(f"{part.name}: ")
    printed = [] if pd.isna(part.printed) else [escape(part.printed_name), points(part.printed)]
    return words.Row([escape(part.name), points(part.source), *printed, escape(f"{held[:1].upper()}{held[1:]}")])


def _sum(model_id: str) -> words.Row:
    parts = parts_of(model_id)
    printed = ["", points(sum(part.printed for part in parts))] if is_printed(model_id) else []
    return words.Row(["Together", points(sum(part.source for part in parts)), *printed, ""])


@lineage.remember()
def table(model_id: str) -> pd.DataFrame:
    """Factor, focus area, printed and source weight and coverage of every part, and what the weights add to."""
    parts = parts_of(model_id)
    last = {
        "Factor": "All parts",
        "Weight printed": _printed(sum(part.printed for part in parts)),
        "Weight in the source": points(sum(part.source for part in parts)),
    }
    return pd.DataFrame([*map(_plain, parts), last]).fillna("")


def _plain(part: Part) -> dict[str, Any]:
    return {
        "Factor": part.factor.name,
        "Factor printed as": _NONE if pd.isna(part.printed) else part.factor.printed_name,
        "Focus area": part.name,
        "Printed as": _NONE if pd.isna(part.printed) else part.printed_name,
        "Weight printed": _printed(part.printed),
        "Weight in the source": points(part.source),
        "Compared with all authorities": str(len(part.measured)),
        "More for the borough": str(len(part.borough)),
        "For neighbourhoods": str(len(part.small)),
        "For practices": str(len(part.practice)),
    }


def _printed(weight: float) -> str:
    return _NONE if pd.isna(weight) else points(weight)
