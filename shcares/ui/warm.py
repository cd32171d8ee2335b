"""Fill the caches before the first visitor: what the Overview shows, in every comparator and colour scheme."""

from shcares.ui import filters, overview, place, reads, sparks
from shcares.ui.filters import Choice


def warm() -> None:
    """Ask every common question once."""
    reads.indicators()
    for comparator_code, comparator in filters.COMPARATORS.items():
        for scheme in filters.SCHEMES:
            overview.measures_figure(comparator_code, comparator, scheme)
        overview.changes_figure(comparator_code)
        overview.answer(comparator_code)
    for code, name in filters.area_options().items():
        place.facts_figure(Choice(code, name, comparator_code, comparator, scheme))
    for measure_id in reads.key_measures()["measure_id"]:
        sparks.spark(measure_id)
