"""One authority on the indicators of one topic: a spine chart against comparator and England."""

import pandas as pd

from shcares.charts import house
from shcares.charts.spine import spine_chart, spine_plot
from shcares.style import sentences
from shcares.style.palette import Scheme
from shcares.ui import figures, reads, recipes
from shcares.ui.explore.profile import choice
from shcares.ui.priorities import spine, standing
from shcares.ui.priorities.spine import Place

_AUTHORITY = recipes.Part("area", recipes.itself(choice.options), 2, usual="E08000013")
_TOPIC = recipes.Part("topic", recipes.itself(choice.topics), 3)


@recipes.figure(
    "XP",
    "profile_spine",
    max_entries=200,
    area_code=_AUTHORITY,
    topic=_TOPIC,
    comparator_code=recipes.COMPARATOR,
)
def profile_figure(area_code: str, topic: str, comparator_code: str, comparator: str, scheme: Scheme) -> figures.Figure:
    """The spine chart of one authority and topic against one comparator in one colour scheme."""
    name = reads.area_name(area_code)
    shown = standing.standings(choice.indicators_of(topic), comparator_code, area_code)
    places = sorted((spine.place_of(one, comparator_code) for one in shown), key=lambda place: not place.is_judged)
    drawn = pd.DataFrame([spine.drawn_row(place, comparator_code, scheme) for place in places])
    chart = spine_chart(
        drawn,
        benchmark_name=comparator,
        finding=spine.finding(places, comparator_code).replace("Supporting indicators", choice.topics()[topic]),
        subtitle=f"{name} among the upper-tier authorities of England; every row has its own scale",
        area=name,
    )
    return figures.Figure(
        id=f"profile-{area_code}-{topic}".replace("_", "-").lower(),
        title=f"{choice.topics()[topic]}: where {name} stands",
        sentence=_sentence(places, comparator_code, name, topic),
        period=f"Latest published period of each indicator for {name}",
        area=f"{name}, the comparator, the North West and the upper-tier authorities of England",
        source=standing.sources_of(shown) if shown else reads.gathered(),
        method=spine.METHOD.replace("St Helens", name),
        frame=pd.DataFrame([spine.plain_row(place, comparator_code) for place in places]),
        spec=house.spec(chart),
        plot=lambda: spine_plot(drawn, axis=spine.AXIS, area=name),
        picture_columns=tuple(name if column == "St Helens" else column for column in spine.PICTURED) if places else (),
        notes=_missing(topic, area_code, name),
    )


def _sentence(places: list[Place], comparator_code: str, name: str, topic: str) -> str:
    if not places:
        return f"No data: no indicator of {choice.topics()[topic]} is held for {name}."
    told = spine.sentence(places, comparator_code).replace("of supporting indicators", "of indicators")
    return f"{name}, {choice.topics()[topic]}. {told}"


def _missing(topic: str, area_code: str, name: str) -> tuple[str, ...]:
    every = [one for ids in choice.indicators_of(topic).values() for one in ids]
    gone = [str(reads.indicator(one)["short_name"]) for one in every if reads.series(one, area_code).empty]
    return (f"No value for {name} is held for {sentences.listed(gone)}.",) if gone else ()
