"""Priorities by place: the answer, then three views of it, of which only the open one is drawn."""

from collections.abc import Callable

import streamlit as st

from shcares.domain import areas
from shcares.stats.carried import Carried
from shcares.ui import figures, filters, keep, links, reads, router
from shcares.ui.filters import Choice
from shcares.ui.inequalities.by_place import answer, deprived, neighbourhoods, overview, plan, registers, tested
from shcares.ui.inequalities.by_place.neighbourhoods import map_label
from shcares.ui.places.communities import overlap
from shcares.ui.places.locality.choice import KINDS

_VIEW = "by_place_view"
_LINKS = 6


def show_by_place() -> None:
    """The whole page, of the care community in the filter bar or of all four."""
    choice = filters.current()
    keep.restore(router.BY_PLACE.address, _VIEW)
    answer.show_answer(choice)
    tabs = st.tabs(list(VIEWS), key=_VIEW, bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                show(choice)
    keep.save(router.BY_PLACE.address, _VIEW)


def show_focus_areas(choice: Choice) -> None:
    """Every focus area by community."""
    _show_not_compared()
    figures.show(overview.overview_figure(choice.area_code))


def show_measures(choice: Choice) -> None:
    """Every register, tested, and every domain, counted."""
    _show_not_compared()
    figures.show(tested.registers_figure(choice.area_code, choice.scheme))
    _show_registers(choice)
    figures.show(deprived.domains_figure(choice.area_code))
    _show_domains(choice)


def show_plan(choice: Choice) -> None:
    """What the plan says beside each focus area."""
    _show_not_compared()
    figures.show(plan.plan_figure(choice.area_code))


VIEWS: dict[str, Callable[[Choice], None]] = {
    "Focus areas": show_focus_areas,
    "Measure by measure": show_measures,
    "What the plan says": show_plan,
}


def _show_not_compared() -> None:
    """That the comparator changes nothing, whichever is chosen, and why the sister page has other shares."""
    filters.not_here(
        "“Compare with” changes nothing here: the comparison is with the four communities together. Patients, not "
        f"residents, so shares differ from those of {router.GRADIENT.title}."
    )


def _show_registers(choice: Choice) -> None:
    """The registers in which one community stands clearly higher, practice by practice."""
    with st.container(horizontal=True):
        if choice.area_code not in overlap.codes():
            return
        rows = registers.of_community(choice.area_code)
        for row in rows[rows["verdict"] == Carried.MORE].head(_LINKS).to_dict("records"):
            links.show_link(
                router.COMMUNITIES,
                f"{row['name']}: practice by practice",
                {"area": choice.area_code, "part": "Its practices", "register_of_practices": row["id"]},
                icon=router.PRACTICES.icon,
            )


def _show_domains(choice: Choice) -> None:
    """The domains in which one community has more patients in deprived neighbourhoods, on the map."""
    with st.container(horizontal=True):
        if choice.area_code not in overlap.codes():
            return
        rows = neighbourhoods.of_community(choice.area_code)
        for row in rows[rows["verdict"] == Carried.MORE].to_dict("records"):
            links.show_link(
                router.MAP,
                f"{row['name']} on the map",
                {"area": choice.area_code, "shows": KINDS[1], "deprivation": map_label(row["id"])},
                icon=router.MAP.icon,
            )


def warm() -> None:
    """Make what a first visitor asks for."""
    scheme = next(iter(filters.SCHEMES))
    for area_code in (areas.ST_HELENS, *reads.networks()["area_code"]):
        answer.answer(area_code)
        overview.overview_figure(area_code)
        tested.registers_figure(area_code, scheme)
        deprived.domains_figure(area_code)
        plan.plan_figure(area_code)
