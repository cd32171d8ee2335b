"""Where patients live, on a small map: one community's share of every neighbourhood, or whose list leads where."""

import pandas as pd

from shcares.charts import house
from shcares.charts.places import Hatching, places_chart
from shcares.domain.vocabulary import AreaType
from shcares.maps.hatching import hatched
from shcares.maps.shapes import flat_points
from shcares.stats.catchments import CLEAR_SHARE, CONTESTED_SHARE, Holding
from shcares.style import formats, palette, sentences
from shcares.style.palette import NETWORK, Scheme
from shcares.style.patterns import BESIDE_SAMPLE, PATTERN, SHAPE, Pattern, outline, sample
from shcares.ui import figures, reads, recipes
from shcares.ui.places import homes, shapes
from shcares.ui.places.communities import overlap

STEPS = {
    "Three quarters or more": (CLEAR_SHARE, 0.95),
    "A half or more": (CONTESTED_SHARE, 0.68),
    "A quarter or more": (0.25, 0.42),
    "A tenth or more": (0.1, 0.22),
    "Under a tenth": (0.0, 0.06),
}
"""The least share of each step of the map, and how strongly it is painted."""
_HEIGHT = 580
_STRONGER = {False: "stronger colour", True: "heavier pattern"}
_HOLDS = {Holding.CLEAR: 0.95, Holding.MAJORITY: 0.62, Holding.CONTESTED: 0.3}
_METHOD = (
    "Shares are of each neighbourhood’s patients on the four networks’ lists; patients of other practices are left "
    "out. A neighbourhood is an LSOA of 2011; the list with the largest share leads it. A community’s place is the "
    "neighbourhoods its list leads. It is worked out from where patients live: no official map of it exists. Every "
    "patient is counted, so there is no sampling error and no interval."
)


@recipes.figure("CM", "community_homes", area_code=recipes.AREA)
def map_figure(area_code: str, scheme: Scheme = Scheme.SAFE) -> figures.Figure:
    """The neighbourhoods of the borough by the share on one list; of the borough, by whose list leads there.

    Without colour the four communities have patterns, and their practices shapes.
    """
    one = area_code in overlap.codes()
    name, places = reads.area_name(area_code), homes.by_place()
    title = f"Where {name}’s patients live" if one else "Whose list leads where"
    of, mono = "% of each neighbourhood’s patients on the four lists", scheme is Scheme.MONO and not one
    chart = places_chart(
        _shares_of(area_code, places) if one else _leaders(places),
        outlines=shapes.outlines(AreaType.LSOA11),
        key=dict.fromkeys(STEPS, NETWORK[area_code]) if one else _hues(mono=mono),
        hatching=_patterns(places) if mono else None,
        shares={step: strength for step, (_, strength) in STEPS.items()} if one else None,
        finding=title,
        subtitle=f"{of} who are on {name}’s" if one else f"{of}; {_STRONGER[mono]}, larger share",
        points=_shaped(_practices(area_code)) if mono else _practices(area_code).drop(columns="network_code"),
        labels=shapes.labels().query("kind != 'suburb'"),
        height=_HEIGHT,
    )
    return figures.Figure(
        id="communities-homes",
        title=title,
        sentence=_sentence(area_code, places) if one else _sentence_of_all(places),
        period=overlap.registered_on(),
        area="Neighbourhoods of St Helens (LSOAs of 2011)",
        source=overlap.source(),
        method=_METHOD,
        frame=_table(places),
        spec=house.spec(chart),
        notes=(f"Points: the practices{' of its network' if one else ''} that had patients that day.",),
    )


def _hues(*, mono: bool) -> dict[str, str]:
    solid = {code: PATTERN[code] is Pattern.PLAIN for code in overlap.codes()}
    plain = {code: f"{palette.COMPARATOR}{'' if solid[code] else palette.CLEAR}" for code in overlap.codes()}
    return {reads.area_name(code): colour for code, colour in (plain if mono else NETWORK).items()}


def _patterns(places: pd.DataFrame) -> Hatching:
    """The lines over each neighbourhood, and a sample of each community's pattern and of its practices' shape."""
    held = {
        str(code): (PATTERN[leading], _HOLDS[holding])
        for code, leading, holding in zip(places.index, places["leading"], places["holding"], strict=True)
    }
    samples = {
        reads.area_name(code): sample(PATTERN[code]) + outline(SHAPE[code], *BESIDE_SAMPLE) for code in overlap.codes()
    }
    return Hatching(hatched(shapes.outlines(AreaType.LSOA11), held), samples)


def _shaped(practices: pd.DataFrame) -> pd.DataFrame:
    """Practices in their community's shape, on paper."""
    drawn = [outline(SHAPE[code]) for code in practices["network_code"]]
    return practices.drop(columns="network_code").assign(shape=drawn, colour=palette.LIGHT.background)


def _shares_of(area_code: str, places: pd.DataFrame) -> pd.DataFrame:
    shares = places[area_code] / places["networks"]
    steps = [step_of(share) for share in shares]
    return _drawn(places, steps, [1.0] * len(places), places[area_code])


def step_of(share: float) -> str:
    """The step a share (0 to 1) falls in."""
    return next(step for step, (least, _) in STEPS.items() if share >= least)


def _leaders(places: pd.DataFrame) -> pd.DataFrame:
    led = (places["share"] * places["networks"]).round()
    names = [reads.area_name(code) for code in places["leading"]]
    return _drawn(places, names, [_HOLDS[holding] for holding in places["holding"]], led)


def _drawn(places: pd.DataFrame, groups: list[str], opacity: list[float], mine: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area_code": places.index,
            "area": [reads.area_name(str(code)) for code in places.index],
            "group": groups,
            "opacity": opacity,
            "said": [
                f"{formats.number(part)} of {formats.number(whole)} patients ({overlap.percent(part, whole)})"
                for part, whole in zip(mine, places["networks"], strict=True)
            ],
        }
    )


def _practices(area_code: str) -> pd.DataFrame:
    """The practices that had patients on the day, of one network or of all four, where their place is known."""
    held = reads.registrations()
    lists = [area_code] if area_code in overlap.codes() else overlap.codes()
    counted = held.loc[held["network_code"].isin(lists), "practice_code"]
    known = reads.practices().dropna(subset=["longitude", "latitude"])
    rows = known[known["practice_code"].isin(counted)]
    spots = flat_points(rows["longitude"], rows["latitude"])
    return rows[["network_code"]].assign(
        x=[x for x, _ in spots],
        y=[y for _, y in spots],
        name=rows["short_name"],
        colour=[NETWORK[code] for code in rows["network_code"]],
    )


def _sentence(area_code: str, places: pd.DataFrame) -> str:
    name = reads.area_name(area_code)
    led = places[places["leading"] == area_code]
    held = {kind: int((led["holding"] == kind).sum()) for kind in Holding}
    return (
        f"{name}’s list leads {len(led)} of {len(places)} neighbourhoods: {held[Holding.CLEAR] or 'none'} with three "
        f"quarters or more, {held[Holding.MAJORITY] or 'none'} with half or more, {held[Holding.CONTESTED] or 'none'} "
        "with less than half."
    )


def _sentence_of_all(places: pd.DataFrame) -> str:
    leads = places["leading"].value_counts()
    each = [f"{reads.area_name(str(code))} {count}" for code, count in leads.items()]
    contested = int((places["holding"] == Holding.CONTESTED).sum())
    return (
        f"Of {len(places)} neighbourhoods, the leading list is {sentences.listed(each)}. In {contested} no list has "
        "half of the patients."
    )


def _table(places: pd.DataFrame) -> pd.DataFrame:
    names = [reads.area_name(str(code)) for code in places.index]
    counts = {f"{reads.area_name(code)}, patients": places[code].to_numpy() for code in overlap.codes()}
    shares = {
        f"{reads.area_name(code)}, %": (places[code] / places["networks"] * 100).round(1).to_numpy()
        for code in overlap.codes()
    }
    return pd.DataFrame(
        {
            "Code": places.index,
            "Neighbourhood": names,
            "Leading list": [reads.area_name(code) for code in places["leading"]],
            "Patients on the four lists": places["networks"].to_numpy(),
            **counts,
            **shares,
            "On other practices’ lists": places[homes.OTHERS].to_numpy(),
        }
    )
