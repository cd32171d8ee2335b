"""Fill the caches before the first visitor: the Overview in every comparator and colours, the measures of each page."""

from shcares.ui import filters, measures_table, overview, place, plan_check, plan_check_table, reads, sparks
from shcares.ui.priorities import cards, runways


def warm() -> None:
    """Ask every common question once."""
    reads.indicators()
    overview.answer()
    overview.why_unjudged()
    plan_check.answer()
    plan_check_table.measures_figure()
    plan_check.elsewhere_figure()
    for comparator_code, comparator in filters.COMPARATORS.items():
        measures_table.changes_figure(comparator_code)
        for scheme in filters.SCHEMES:
            measures_table.measures_figure(comparator_code, comparator, scheme)
        for measure_id in reads.key_measures()["measure_id"]:
            sparks.spark(measure_id, comparator_code)
            _warm_card(measure_id, comparator_code)
        for priority_id in reads.priority_titles():
            cards.by_objective(priority_id, comparator_code)
    place.borough_figure()
    for network_code in reads.networks()["area_code"]:
        place.community_figure(network_code)


def _warm_card(measure_id: str, comparator_code: str) -> None:
    for entry in runways.shown(measure_id)[:1]:
        runways.runway_figure(measure_id, entry, comparator_code)
