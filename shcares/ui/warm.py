"""Fill the caches before the first visitor: what the Overview shows, in every comparator and colour scheme."""

from shcares.ui import filters, measures_table, overview, place, reads, sparks


def warm() -> None:
    """Ask every common question once."""
    reads.indicators()
    overview.answer()
    overview.why_unjudged()
    for comparator_code, comparator in filters.COMPARATORS.items():
        measures_table.changes_figure(comparator_code)
        for scheme in filters.SCHEMES:
            measures_table.measures_figure(comparator_code, comparator, scheme)
        for measure_id in reads.key_measures()["measure_id"]:
            sparks.spark(measure_id, comparator_code)
    place.borough_figure()
    for network_code in reads.networks()["area_code"]:
        place.community_figure(network_code)
