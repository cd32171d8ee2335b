"""What a priority offers to choose from: its indicators by name."""

from shcares.ui import lineage, reads


@lineage.remember()
def indicators_of(priority_id: str) -> dict[str, str]:
    """Indicator ids to names: the key measures' own, those shown beside them, then the supporting ones."""
    measures = reads.key_measures()
    own = measures[measures["priority_id"] == priority_id]
    beside = [indicator_id for held in own["context"] for indicator_id in held]
    around = [indicator_id for held in reads.supporting(priority_id).values() for indicator_id in held]
    ids = dict.fromkeys([*own["indicator_id"].dropna(), *beside, *around])
    return {str(indicator_id): str(reads.indicator(indicator_id)["name"]) for indicator_id in ids}
