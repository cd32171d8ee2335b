"""Fill the caches behind the first visitors: every view as it is first met, the common ones in every colour."""

from shcares.ui import filters, measures_table, overview, place, plan_check, plan_check_table, reads, sparks
from shcares.ui.explore import page as explore
from shcares.ui.explore.profile import page as profile
from shcares.ui.inequalities.by_place import page as by_place
from shcares.ui.inequalities.gap import page as gap
from shcares.ui.inequalities.gradient import page as gradient
from shcares.ui.inequalities.marmot import page as marmot
from shcares.ui.inequalities.model import page as model
from shcares.ui.places.communities import beside, geographies, patients, practices
from shcares.ui.places.locality import choice as locality
from shcares.ui.places.practice import page as practice
from shcares.ui.present import shows
from shcares.ui.priorities import cards, lists, multiples, rug, runways, spine, splits
from shcares.ui.priorities.choices import indicators_of
from shcares.ui.registers.register import register


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
            for entry in runways.shown(measure_id)[:1]:
                runways.runway_figure(measure_id, entry.indicator_id, entry.sex, comparator_code)
    for area_code in filters.area_options():
        place.facts_figure(area_code)
    for priority_id in reads.priority_titles():
        _warm_views(priority_id)
    for warm_place in (locality.warm, patients.warm, practices.warm, beside.warm, geographies.warm, practice.warm):
        warm_place()
    for warm_page in (model.warm, gap.warm, gradient.warm, by_place.warm, marmot.warm, explore.warm, profile.warm):
        warm_page()
    shows.warm()


def _warm_views(priority_id: str) -> None:
    """The views of one priority against the comparator and in the colours that a viewer meets first."""
    comparator_code, comparator = next(iter(filters.COMPARATORS.items()))
    scheme = next(iter(filters.SCHEMES))
    cards.by_objective(priority_id, comparator_code)
    lists.lists_figure(priority_id, comparator_code, comparator, scheme)
    spine.spine_figure(priority_id, comparator_code, comparator, scheme)
    rug.rug_figure(priority_id, comparator_code, comparator, scheme)
    multiples.multiples_figure(priority_id, comparator_code, comparator)
    splits.splits_of(priority_id)
    indicators_of(priority_id)
    for indicator_id in reads.registers(priority_id):
        register(indicator_id)
