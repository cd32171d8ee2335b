"""What is said of a model wherever it is shown: who made it, how it is read, what it must not be taken for."""

import pandas as pd

from shcares.ui import reads
from shcares.ui.inequalities.model.parts import is_printed

METHOD = (
    "Every block is as tall as its weight. Whatever is worked out with the model takes the source’s weights. No weight "
    "is multiplied by a local difference to claim deaths or cases. An indicator is counted under every part that it "
    "belongs to. Those compared with all authorities are the ones that the page Where the gap lies adds up. "
)
WEIGHED = "A weight is what the model gives a part of what shapes health. It is not a share of St Helens’ ill health."


def declared(model_id: str) -> "pd.Series[str]":
    """A model's declaration."""
    known = reads.models()
    return known[known["model_id"] == model_id].iloc[0]


def notes(model_id: str) -> tuple[str, ...]:
    """What a model must not be taken for."""
    return (WEIGHED, str(declared(model_id)["note"]))


def method(model_id: str) -> str:
    """How the drawing and the table of a model are read."""
    return f"{METHOD}{declared(model_id)['note']}"


def source_of(model_id: str) -> str:
    """Who made the model, and where the plan prints it."""
    section = reads.plan_items("inequalities")["section"].iloc[0]
    printed = f" Printed weights: St Helens Cares strategic plan, section {section}." if is_printed(model_id) else ""
    return f"{declared(model_id)['source']}.{printed}"
