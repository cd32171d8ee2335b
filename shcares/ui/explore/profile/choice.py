"""What the area profile offers to choose from: the authorities of the city region, and topics."""

from shcares.domain import areas
from shcares.domain.vocabulary import Level
from shcares.ui import lineage, reads

AREA, TOPIC = "authority", "topic_of_profile"
KEYS = (AREA, TOPIC)


@lineage.remember()
def options() -> dict[str, str]:
    """The authorities of the city region by their names, St Helens first."""
    codes = reads.group_members(areas.CITY_REGION_GROUP)
    names = sorted((code != areas.ST_HELENS, reads.area_name(code), code) for code in codes)
    return {code: name for _, name, code in names}


@lineage.remember()
def topics() -> dict[str, str]:
    """The plan's priorities, then the other topics that have an indicator of whole authorities."""
    known = reads.indicators()
    own = known[known["level"] == Level.BOROUGH]
    held = {topic for column in ("priorities", "focus_areas") for several in own[column] for topic in several}
    return {topic: name for topic, name in reads.topics().items() if topic in held}


@lineage.remember()
def indicators_of(topic: str) -> dict[str, tuple[str, ...]]:
    """The indicators of whole authorities in a topic, by heading: of a priority as its page has them."""
    if topic in reads.priority_titles():
        return _of_priority(topic)
    known = reads.indicators()
    own = known[(known["level"] == Level.BOROUGH) & known["focus_areas"].map(lambda held: topic in held)]
    ordered = own.sort_values(["in_plan", "headline_set", "name"], ascending=[False, False, True])
    return {topics()[topic]: tuple(str(one) for one in ordered["indicator_id"])}


def _of_priority(priority_id: str) -> dict[str, tuple[str, ...]]:
    measures = reads.key_measures()
    keyed = tuple(dict.fromkeys(measures.loc[measures["priority_id"] == priority_id, "indicator_id"].dropna()))
    around = {
        heading: tuple(one for one in ids if one not in keyed) for heading, ids in reads.supporting(priority_id).items()
    }
    return {"Key measures": tuple(str(one) for one in keyed)} | {name: ids for name, ids in around.items() if ids}
