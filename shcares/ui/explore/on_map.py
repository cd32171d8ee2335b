"""View: one period on a small still map, where outlines of the areas are held."""

from typing import Any

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.places import places_chart
from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, Polarity
from shcares.maps.shapes import flat_points
from shcares.stats.quantiles import FirstQuantile, quantiles
from shcares.style import formats, palette, sentences
from shcares.ui import figures, indicator_figures, lineage, reads, recipes
from shcares.ui.explore import held, parts
from shcares.ui.explore.picked import Picked, method_of, source_of
from shcares.ui.places import shapes

_HEIGHT = 520
_OUTLINES = {
    AreaType.LSOA11: (AreaType.LSOA11, AreaType.LSOA21),
    AreaType.MSOA11: (AreaType.MSOA11, AreaType.MSOA21),
    AreaType.AUTHORITY: (AreaType.AUTHORITY,),
}
"""Outlines held, finest first, and the types of area that may be drawn on them."""
_KINDS = {
    AreaType.LSOA11: "small areas of St Helens",
    AreaType.MSOA11: "middle layer areas of St Helens",
    AreaType.AUTHORITY: "authorities in and around the city region",
}
_SHADES, _FEW_SHADES, _MANY = 5, 3, 20
_RULE = (
    "Areas are put in the order of their values and cut into groups of equal number; the strongest colour is the worst "
    "group, or the highest where no end is good. Equal values stand in one group. Groups of neighbours may differ by "
    "chance alone."
)


@lineage.remember(max_entries=400)
def outlined(indicator_id: str, who: str = "") -> AreaType | None:
    """The finest type of area this is held for of which outlines are held; None where there is none."""
    types = set(held.values(indicator_id, who)["area_type"])
    for kind, drawn in _OUTLINES.items():
        if types & set(drawn):
            return kind
    return None


@recipes.figure(
    "XM",
    "explore_map",
    max_entries=200,
    indicator_id=recipes.INDICATOR,
    who=parts.WHO,
    first=parts.FIRST,
    last=parts.LAST,
)
def map_figure(indicator_id: str, who: str = "", first: str = "", last: str = "") -> figures.Figure:
    """Areas in shades by their value in the last of the periods that most of them have. Only of what is `outlined`."""
    one = Picked(indicator_id, (areas.ST_HELENS,), areas.ENGLAND, who, first, last)
    kind = outlined(indicator_id, who)
    if kind is None:
        raise recipes.UnknownFigureError(f"no outlines are held of the areas of {indicator_id}")
    rows = _rows(one, kind)
    period = held.newest(rows)
    when = one.when(period) if period else formats.NO_DATA
    shaded = rows.assign(shade=_shades(rows, one)).dropna(subset=["shade"])
    ranges = _ranges(shaded, one)
    washes = _washes(len(ranges))
    chart = places_chart(
        _places(shaded, ranges, one),
        outlines=shapes.outlines(kind),
        key={group: wash.colour for group, wash in zip(ranges.values(), washes, strict=True)},
        shares={group: wash.share for group, wash in zip(ranges.values(), washes, strict=True)},
        finding=_finding(rows, one),
        subtitle=f"{one.title}, {_KINDS[kind]}, {when}, {one.about['unit_label']}",
        labels=_labels(kind),
        height=_HEIGHT,
    )
    ordered = rows.sort_values("value", ascending=False)
    return figures.Figure(
        id=f"explore-{indicator_id}-map",
        title=f"{one.title}: map, {when}",
        sentence=_sentence(rows, one, when, kind),
        period=when,
        area=_KINDS[kind].capitalize().replace("st helens", "St Helens"),
        frame=indicator_figures.values_table(ordered, one.about),
        spec=house.spec(chart),
        plot=lambda: plots.bars_plot(
            ordered.assign(area=ordered["area_code"].map(one.names)),
            category="area",
            value="value",
            axis=str(one.about["unit_label"]),
            decimals=one.about["decimals"],
            name=one.title,
        ),
        notes=_notes(rows, shaded, kind),
        source=source_of(one, rows),
        method=f"{method_of(one, rows)} {_RULE}",
    )


def _rows(one: Picked, kind: AreaType) -> pd.DataFrame:
    """The areas that can be drawn, and those of the same edition that cannot, in the fullest of the last periods."""
    rows = one.rows[one.rows["area_type"].isin(_OUTLINES[kind])]
    drawn = {feature["id"] for feature in shapes.outlines(kind)}
    rows = rows[rows["area_code"].isin(drawn) | (rows["area_type"] != kind)]
    counts = rows.groupby("period")["area_code"].nunique()
    full = [label for label in dict.fromkeys(rows["period"]) if counts[label] * 2 >= counts.max()]
    return rows[rows["period"] == full[-1]] if full else rows


def _shades(rows: pd.DataFrame, one: Picked) -> "pd.Series[float]":
    first = FirstQuantile.HIGHEST if one.polarity is Polarity.HIGH_IS_GOOD else FirstQuantile.LOWEST
    many = _SHADES if len(rows) >= _MANY else _FEW_SHADES
    return pd.Series(quantiles(rows["value"], many, first=first), index=rows.index)


def _washes(groups: int) -> list[palette.Wash]:
    """From the palest to the strongest, as many as there are groups."""
    every = list(palette.MAP_FIFTHS)
    return every[-groups:] if groups > _FEW_SHADES else every[:: len(every) // 2][:groups]


def _ranges(shaded: pd.DataFrame, one: Picked) -> dict[int, str]:
    """Of each group its lowest and highest value; at the ends which is better or worse."""
    places = sorted({int(shade) for shade in shaded["shade"]})
    judged = one.polarity is not Polarity.NEUTRAL
    ends = (
        dict(zip((places[0], places[-1]), ("best", "worst") if judged else ("lowest", "highest"), strict=True))
        if places
        else {}
    )
    told = {}
    for place in places:
        part = shaded.loc[shaded["shade"] == place, "value"]
        low, high = (formats.number(edge, one.about["decimals"]) for edge in (part.min(), part.max()))
        told[place] = " to ".join(dict.fromkeys([low, high])) + (f", {ends[place]}" if place in ends else "")
    return told


def _labels(kind: AreaType) -> pd.DataFrame:
    """What is named on the map: towns, or the authorities themselves."""
    if kind is not AreaType.AUTHORITY:
        return shapes.towns()
    middles = shapes.middles(kind)
    spots = flat_points(middles["longitude"], middles["latitude"])
    names = [reads.area_name(str(code)) for code in middles.index]
    return pd.DataFrame({"name": names, "x": [x for x, _ in spots], "y": [y for _, y in spots]})


def _places(shaded: pd.DataFrame, ranges: dict[int, str], one: Picked) -> pd.DataFrame:
    limits = [
        formats.interval(low, high, one.about["decimals"])
        for low, high in zip(shaded["lower_ci"], shaded["upper_ci"], strict=True)
    ]
    return pd.DataFrame(
        {
            "area_code": shaded["area_code"],
            "area": shaded["area_code"].map(one.names),
            "group": [ranges[int(place)] for place in shaded["shade"]],
            "opacity": 1.0,
            "said": [
                f"{one.full(value)}{f' (95% interval {limit})' if limit else ''}"
                for value, limit in zip(shaded["value"], limits, strict=True)
            ],
        }
    )


def _ends(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    """The rows with the lowest and the highest value."""
    ordered = rows.sort_values("value", kind="stable").to_dict("records")
    return [ordered[0], ordered[-1]]


def _finding(rows: pd.DataFrame, one: Picked) -> str:
    if rows.empty:
        return "No value is held for these periods"
    named = [f"{one.names[row['area_code']]} ({one.short(row['value'])})" for row in _ends(rows)]
    return f"Lowest: {named[0]}; highest: {named[1]}"


def _sentence(rows: pd.DataFrame, one: Picked, when: str, kind: AreaType) -> str:
    if rows.empty:
        return f"No data: nothing is held of {one.title} for {_KINDS[kind]} in these periods."
    low, high = (f"{one.full(row['value'])} in {one.names[row['area_code']]}" for row in _ends(rows))
    return f"In {when} over {len(rows)} {_KINDS[kind]}: from {low} to {high}."


def _notes(rows: pd.DataFrame, shaded: pd.DataFrame, kind: AreaType) -> tuple[str, ...]:
    drawn = {feature["id"] for feature in shapes.outlines(kind)}
    empty = len(drawn - set(shaded["area_code"]))
    apart = len(set(rows["area_code"]) - drawn)
    open_ = (f"{sentences.count_words(empty, 'area')} with a dotted edge: no figure is held on this outline.",)
    newer = (f"{apart} areas were split in 2021 and no outline of the parts is held: see the table.",)
    return (*(open_ if empty else ()), *(newer if apart else ()))


def why_none(indicator_id: str) -> str:
    """Why there is no map of an indicator."""
    if reads.indicator(indicator_id)["level"] == "practice":
        return "Practices are lists of people, not territories, so this has no outline to fill."
    return "No outlines are held of the areas this is published for."
