"""What a meeting pack holds, slide by slide, as figures by their names."""

from shcares.domain.stories import NETWORK, Story, StorySlide
from shcares.style import formats, sentences
from shcares.ui import reads
from shcares.ui.places import homes
from shcares.ui.places.names import practice_order
from shcares.ui.places.practice import fate
from shcares.ui.places.practice.profile import practice
from shcares.ui.registers.words import NO_SIDE_IS_GOOD, UNADJUSTED

_AREA = {"area": NETWORK}
_PLAN, _PATIENTS, _PRACTICES = "The plan’s measures", "Who its patients are", "Practices compared"
_DIFFERENT, _NEXT, _CAREFUL = "What is really different", "What next", "What to be careful about"
_AIMS = "core_offer"


def pack_story(network_code: str) -> Story:
    """The pack of one care community as a story."""
    return Story(
        id="pack",
        title=f"{NETWORK}: pack for a network meeting",
        purpose="The plan’s measures, the network’s patients and practices, and what differs by more than chance.",
        slides=(
            StorySlide(_PLAN, figure="measures"),
            StorySlide(_PLAN, figure="changes"),
            StorySlide(_PATIENTS, figure="facts", filters=_AREA),
            StorySlide(_PATIENTS, figure="community_lists", filters=_AREA),
            StorySlide(_PATIENTS, figure="community_ages", filters=_AREA),
            StorySlide(_PATIENTS, figure="community_deprivation", filters=_AREA),
            StorySlide(_PATIENTS, figure="community_homes", filters=_AREA),
            *(slide for priority_id in reads.priority_titles() for slide in _register(priority_id)),
            StorySlide(_DIFFERENT, figure="by_place_overview", filters=_AREA),
            StorySlide(_DIFFERENT, figure="by_place_plan", filters=_AREA),
            StorySlide(_DIFFERENT, figure="levels", filters=_AREA),
            StorySlide(_DIFFERENT, figure="changed", filters=_AREA),
            _next(),
            _doubts(network_code),
        ),
        takes_network=True,
    )


def practices_of(network_code: str) -> tuple[str, ...]:
    """The network's practices, the open ones first."""
    mine = reads.practice_network()
    return tuple(code for code in practice_order(network_code) if mine.get(code) == network_code)


def every_practice() -> tuple[str, ...]:
    """Every practice that has a page, by its code."""
    return tuple(sorted(reads.practices()["practice_code"]))


def _register(priority_id: str) -> tuple[StorySlide, ...]:
    """The first register that bears on a priority: by community, and by practice."""
    indicator_id = reads.registers(priority_id)[0]
    heading = f"{_PRACTICES}: {reads.priority_titles()[priority_id]}"
    return (
        StorySlide(heading, figure="register_communities", filters={"indicator": indicator_id}),
        StorySlide(heading, figure="register_funnel", filters={"indicator": indicator_id, **_AREA}),
    )


def _next() -> StorySlide:
    """The plan's own words on what a care community is for."""
    items = reads.plan_items("care_communities")
    says = items.set_index("item_id")["text"]
    aims = items.loc[items["parent_id"] == _AIMS, "text"]
    return StorySlide(
        _NEXT,
        message="What the plan asks of a care community, in its own words",
        text=(_one_line(says[_AIMS]), *(_one_line(aim) for aim in aims)),
        notes=f"{reads.plan().title}, section {items['section'].iloc[-1]}.",
    )


def _one_line(printed: str) -> str:
    return " ".join(printed.split())


def _doubts(network_code: str) -> StorySlide:
    codes = practices_of(network_code)
    unsure = [practice(code).name for code in codes if practice(code).match == "by_elimination"]
    joined = [f"{practice(code).name} into {tie.name}" for code in codes for tie in fate.successors(code)]
    lines = (
        UNADJUSTED,
        NO_SIDE_IS_GOOD,
        f"Where patients live is held for one day only, {formats.day(homes.registered_on())}.",
        f"Mergers inferred from list sizes, not published: {sentences.listed(joined)}." if joined else "",
        f"Matched with the plan by elimination only: {sentences.listed(unsure)}." if unsure else "",
    )
    return StorySlide(_CAREFUL, message="These limit what can be said", text=tuple(line for line in lines if line))
