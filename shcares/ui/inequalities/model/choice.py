"""Which model and which of its focus areas is looked at; kept in the address, and carried by links."""

from shcares.ui import lineage, reads

MODEL, FOCUS, WEIGHTS, PART = "model", "focus", "weights", "part_of_model"
KEYS = (MODEL, FOCUS, WEIGHTS, PART)
SOURCE, PRINTED = "On the source’s weights", "As printed"
"""What the weights may be: those of the source, with which everything is worked out, or those that the plan prints."""


@lineage.remember()
def model_names() -> dict[str, str]:
    """Models by the short name on screen, the plan's first."""
    known = reads.models()
    return dict(zip(known["short_name"], known["model_id"], strict=True))


@lineage.remember()
def focus_names() -> dict[str, tuple[str, str]]:
    """Focus areas of every model by label: model and focus area; a name that two models share says whose it is."""
    found: dict[str, tuple[str, str]] = {}
    for short_name, model_id in model_names().items():
        for area in reads.focus_areas(model_id).to_dict("records"):
            label = area["name"] if area["name"] not in found else f"{area['name']} ({short_name})"
            found[label] = (model_id, area["focus_area_id"])
    return found


@lineage.remember()
def focus_labels(model_id: str) -> dict[str, str]:
    """Focus areas of one model by their label on screen, in its order."""
    return {label: area_id for label, (owner, area_id) in focus_names().items() if owner == model_id}
