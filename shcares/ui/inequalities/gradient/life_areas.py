"""Life, healthy life and disability-free life in the borough's larger neighbourhoods, against their deprivation."""

from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.scatter import scatter_chart, scatter_plot
from shcares.domain.vocabulary import AreaType, Judgement, Sex
from shcares.stats.comparison import differ
from shcares.style import formats, sentences
from shcares.ui import figures, lineage, reads, recipes
from shcares.ui import indicator_words as told
from shcares.ui.inequalities.gradient.neighbourhoods_homes import COLOURS, group, homes_of, role
from shcares.ui.inequalities.gradient.related import (
    METHOD,
    NOT_CAUSE,
    WHAT_IT_MEANS,
    Related,
    correlation_words,
    rank_words,
    related,
)

SPANS = ("life_expectancy_msoa", "healthy_life_expectancy_msoa", "disability_free_life_expectancy_msoa")
SEXES = {Sex.FEMALE.value: "women", Sex.MALE.value: "men"}
DEPRIVATION = "imd_2019_mean_score_msoa"
AT_ENDS, OFF_LINE = 1, 1
_HEIGHT = 480
_ACROSS = "Mean deprivation score, IMD 2019"
_SPAN = recipes.Part("indicator", recipes.itself(lambda: SPANS), 4)
SEX = recipes.Part("sex", recipes.itself(lambda: SEXES), 2)
"""Women or men: of both together none is published."""
_WAYS = {1: "longer where deprivation is higher", 0: "no clear link", -1: "shorter where deprivation is higher"}
_SCALES = "The upright scales of women and men differ."
_MATCHED = (
    "An area is a middle-layer area (MSOA of 2011). Every area weighs the same. Its deprivation is the mean score of "
    "its neighbourhoods in the index of 2019, weighted by people: an edition later than the deaths. Two areas are said "
    "to differ only where their 95% intervals do not overlap; the two here are picked because they are farthest apart, "
    "which makes a difference likelier to be found."
)


def span_name(indicator_id: str) -> str:
    """`Healthy life expectancy at birth`."""
    return str(reads.indicator(indicator_id)["name"]).split(",")[0]


@lineage.remember()
def areas_of(indicator_id: str, sex: str) -> Related:
    """One span of life of women or of men, by middle-layer area, with its interval and whose patients live there."""
    scores = reads.observations(DEPRIVATION).set_index("area_code")["value"]
    rows = _rows(indicator_id, sex)
    whose = homes_of(AreaType.MSOA11)
    places = [whose[code] for code in rows["area_code"]]
    return related(
        pd.DataFrame(
            {
                "code": rows["area_code"],
                "name": rows["area_short_name"],
                "x": rows["area_code"].map(scores),
                "y": rows["value"],
                "lower_ci": rows["lower_ci"],
                "upper_ci": rows["upper_ci"],
                "network": [place.network for place in places],
                "share": [place.share for place in places],
            }
        )
    )


def _rows(indicator_id: str, sex: str) -> pd.DataFrame:
    rows = reads.observations(indicator_id)
    found: pd.DataFrame = rows[(rows["area_type"] == AreaType.MSOA11) & (rows["sex"] == sex)]
    return found


def dated(indicator_id: str) -> str:
    """`2009 to 2013`."""
    period = reads.observations(indicator_id)["period"].iloc[0]
    return formats.period(period, reads.indicator(indicator_id)["year_type"])


@recipes.figure("NX", "life", max_entries=40, indicator_id=_SPAN, sex=SEX, area_code=recipes.AREA)
def life_figure(indicator_id: str, sex: str, area_code: str) -> figures.Figure:
    """One span of life of women or of men against deprivation; one community's areas stand out where chosen."""
    about, held = reads.indicator(indicator_id), areas_of(indicator_id, sex)
    named = held.named(at_ends=AT_ENDS, off_line=OFF_LINE)
    who, when = SEXES[sex], dated(indicator_id)
    points, line = _points(held, named, about, area_code), held.drawn_line()
    up, decimals = f"{span_name(indicator_id)}, years", (1, int(about["decimals"]))
    chart = scatter_chart(
        points,
        line=line,
        finding=f"{who.capitalize()}, {when}: {_WAYS[held.way]}",
        subtitle=f"{len(held.pairs)} areas with their 95% intervals; line with its 95% band",
        across=_ACROSS,
        up=up,
        decimals=decimals,
        height=_HEIGHT,
    )
    rows = _rows(indicator_id, sex)
    return figures.Figure(
        id=f"gradient-{indicator_id}-{who}".replace("_", "-"),
        title=f"{span_name(indicator_id)} of {who} against deprivation, {when}",
        sentence=_sentence(held, about, who),
        period=f"{when}: old; deprivation of 2019",
        area="Larger neighbourhoods (MSOAs) of St Helens",
        source=told.sources_named([str(rows["source_id"].iloc[0]), str(reads.indicator(DEPRIVATION)["source_id"])]),
        method=f"{told.method_of(about, rows)} {METHOD} {_MATCHED} {_caveats(indicator_id)} {_caveats(DEPRIVATION)}",
        frame=_table(held, named, about),
        spec=house.spec(chart),
        plot=lambda: scatter_plot(points, line=line, across=_ACROSS, up=up, decimals=decimals),
        notes=(f"{WHAT_IT_MEANS} {rank_words(held)}", _SCALES, COLOURS, NOT_CAUSE),
    )


def _caveats(indicator_id: str) -> str:
    return " ".join(reads.indicator_texts(indicator_id)[1]["text"])


def _points(held: Related, named: dict[str, str], about: dict[str, Any], area_code: str) -> pd.DataFrame:
    rows = held.pairs
    return rows[["x", "y", "name", "lower_ci", "upper_ci"]].assign(
        role=[role(network, area_code) for network in rows["network"]],
        group=[group(network, area_code) for network in rows["network"]],
        label=[name if code in named else "" for code, name in zip(rows["code"], rows["name"], strict=True)],
        shape="point",
        said=[f"{years(row, about)} years. {row['share']}." for row in rows.to_dict("records")],
    )


def years(row: dict[Any, Any], about: dict[str, Any]) -> str:
    """`70.8 (68.8 to 72.7)`."""
    digits = int(about["decimals"])
    return f"{formats.number(row['y'], digits)} ({formats.interval(row['lower_ci'], row['upper_ci'], digits)})"


def lowest_and_highest(held: Related) -> tuple[dict[Any, Any], dict[Any, Any]]:
    """The areas at either end."""
    ordered = held.pairs.sort_values("y").to_dict("records")
    return ordered[0], ordered[-1]


def apart(held: Related) -> bool:
    """Whether the intervals of the lowest and the highest area separate."""
    low, high = lowest_and_highest(held)
    found = differ(low["lower_ci"], low["upper_ci"], high["lower_ci"], high["upper_ci"])
    return found not in (Judgement.SIMILAR, Judgement.NOT_COMPARED)


def _sentence(held: Related, about: dict[str, Any], who: str) -> str:
    low, high = lowest_and_highest(held)
    verdict = "do not overlap, so the two differ" if apart(held) else "overlap, so no difference can be claimed"
    return (
        f"{who.capitalize()}: from {years(low, about)} years in {low['name']} to {years(high, about)} in "
        f"{high['name']}. These 95% intervals {verdict}. Correlation with deprivation: {correlation_words(held.r)}."
    )


def _ends(indicator_id: str, sex: str) -> str:
    """`70.8 to 82.9 for men`."""
    held, digits = areas_of(indicator_id, sex), int(reads.indicator(indicator_id)["decimals"])
    low, high = (formats.number(row["y"], digits) for row in lowest_and_highest(held))
    return f"{low} to {high} for {SEXES[sex]}"


def answer(indicator_id: str) -> str:
    """How far apart the areas were, for women and men, and when."""
    ends = sentences.listed([_ends(indicator_id, sex) for sex in SEXES])
    areas = len(areas_of(indicator_id, next(iter(SEXES))).pairs)
    return f"In {dated(indicator_id)} {span_name(indicator_id).lower()} over {areas} areas, in years: {ends}."


def _table(held: Related, named: dict[str, str], about: dict[str, Any]) -> pd.DataFrame:
    rows, digits = held.pairs, int(about["decimals"])
    table = pd.DataFrame(
        {
            "Area": rows["name"],
            "Code": rows["code"],
            "Mean deprivation score": rows["x"].round(1),
            "Years": rows["y"].round(digits),
            "Lower 95% limit": rows["lower_ci"].round(digits),
            "Upper 95% limit": rows["upper_ci"].round(digits),
            "By the line": held.line.at(rows["x"]).round(digits),
            "Named as": [named.get(code, "") for code in rows["code"]],
        }
    )
    return table.sort_values("Mean deprivation score", ascending=False, ignore_index=True)
