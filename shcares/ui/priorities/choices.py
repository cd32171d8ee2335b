"""What a priority offers to choose from: its indicators by name."""

from shcares.domain.vocabulary import Sex
from shcares.ui import lineage, reads, recipes

WHOSE = recipes.Part("sex", recipes.itself(lambda: Sex), 2, usual=Sex.PERSONS)
"""Whose series a figure shows, where women and men may be published apart."""


@lineage.remember()
def indicators_of(priority_id: str) -> dict[str, str]:
    """Indicator ids to names: the key measures' own, those shown beside them, then the supporting ones."""
    measures = reads.key_measures()
    own = measures[measures["priority_id"] == priority_id]
    beside = [indicator_id for held in own["context"] for indicator_id in held]
    around = [indicator_id for held in reads.supporting(priority_id).values() for indicator_id in held]
    ids = dict.fromkeys([*own["indicator_id"].dropna(), *beside, *around])
    return {str(indicator_id): str(reads.indicator(indicator_id)["name"]) for indicator_id in ids}
