"""Fill the caches before the first visitor: what the Overview shows, in every comparator and colour scheme."""

from shcares.ui import filters, measures_table, overview, place, reads, sparks
from shcares.ui.filters import Choice


def warm() -> None:
    """Ask every common question once."""
    reads.indicators()
    overview.answer()
    overview.why_unjudged()
    for comparator_code, comparator in filters.COMPARATORS.items():
        measures_table.changes_figure(comparator_code)
        for scheme in filters.SCHEMES:
            measures_table.measures_figure(comparator_code, comparator, scheme)
            for area_code, area in filters.area_options().items():
                place.facts_figure(Choice(area_code, area, comparator_code, comparator, scheme))
    for measure_id in reads.key_measures()["measure_id"]:
        sparks.spark(measure_id)
