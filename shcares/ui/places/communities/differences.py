"""Where lists and residents differ: patients of any practice beside the residents of each neighbourhood."""

from collections.abc import Mapping

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.strip import strip_chart
from shcares.domain.plots import Plot, Series
from shcares.style import formats, palette
from shcares.ui import figures, indicator_words, reads, recipes
from shcares.ui.places.communities import overlap
from shcares.ui.places.communities.lived import place_name
from shcares.ui.places.communities.residents import Lived, by_neighbourhood, estimate_year, lived_in

_METHOD = (
    "Patients of any practice who live in a neighbourhood (LSOA of 2011), against its residents: the difference in per "
    "cent of residents. It checks one count against another and is no rate. The picture takes the Census, the nearer "
    "count; the mid-year estimate was made before it and never rebased, and is in the table. The Census protects "
    "privacy by small changes to counts, so a difference of a few people means nothing."
)
_WHY = (
    "Known reasons why lists run above residents: a list keeps people for a time after they move away or die, and the "
    "counts were not made on one day. The figures do not show how much each explains."
)


@recipes.figure("DF", "differences", area_code=recipes.AREA)
def differences_figure(area_code: str) -> figures.Figure:
    """A tick for each neighbourhood of one community's place, or of the borough."""
    where = place_name(area_code) if area_code in overlap.codes() else "St Helens"
    rows, together = _chosen(area_code), _percent(lived_in(area_code))
    above = int((rows["difference"] > 0).sum())
    marks = {"as many": 0.0, f"all of it {_signed(together)}": together}
    chart = strip_chart(
        _drawn(rows),
        marks=marks,
        finding=f"Lists run above residents in {above} of {len(rows)} neighbourhoods",
        subtitle=f"{where}: % more or fewer patients ({overlap.registered_on()}) than residents ({_census()})",
        decimals=1,
    )
    estimates = reads.mid_year_residents()
    return figures.Figure(
        id="communities-differences",
        title=f"Patients and residents of {where}",
        sentence=_sentence(area_code, where),
        period=f"Patients {overlap.registered_on()}, residents {_census()} and {_estimate()}",
        area=f"Neighbourhoods of {where} (LSOAs of 2011)",
        source=indicator_words.sources_named(
            [
                *reads.registrations()["source_id"],
                *reads.census_neighbourhoods()["source_id"],
                *estimates.loc[estimates["year"] == estimate_year(), "source_id"],
            ]
        ),
        method=_METHOD,
        frame=_table(rows),
        spec=house.spec(chart),
        plot=lambda: _plot(_drawn(rows), marks),
        notes=(_furthest(rows), _WHY),
    )


def _census() -> str:
    return f"Census {reads.census_year()}"


def _estimate() -> str:
    return f"mid-{estimate_year()} estimate"


def _percent(lived: Lived) -> float:
    return lived.listed / lived.census * 100 - 100


def _chosen(area_code: str) -> pd.DataFrame:
    """The neighbourhoods, those furthest above their residents first."""
    rows = by_neighbourhood()
    chosen = rows[rows["community"] == area_code] if area_code in overlap.codes() else rows
    difference = chosen["listed"] / chosen["census"] * 100 - 100
    return chosen.assign(difference=difference).sort_values("difference", ascending=False)


def _signed(percent: float) -> str:
    return f"{'+' if percent > 0 else ''}{formats.number(percent, 1)}%"


def _drawn(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area": [reads.area_name(str(code)) for code in rows.index],
            "value": rows["difference"].to_numpy(),
            "period": f"{overlap.registered_on()} against {_census()}",
        }
    )


def _plot(drawn: pd.DataFrame, marks: Mapping[str, float]) -> Plot:
    """The ticks side by side in the order of the table, each mark a line across them."""
    placed = drawn.assign(place=range(1, len(drawn) + 1))
    ticks = plots.points_plot(
        placed,
        x="place",
        value="value",
        label="area",
        name="neighbourhoods",
        axis=f"% more or fewer patients than residents ({_census()})",
        x_axis="place in order, most patients to residents first",
        decimals=1,
    )
    ends = (1.0, float(len(drawn)))
    rules = [Series(name, (value, value), palette.ACCENT, x=ends, joined=True) for name, value in marks.items()]
    return plots.with_series(ticks, *rules)


def _sentence(area_code: str, where: str) -> str:
    lived = lived_in(area_code)
    return (
        f"On {overlap.registered_on()}, {formats.number(lived.listed)} patients of any practice lived in {where}. That "
        f"is {_beside(lived.listed, lived.census)} residents of the {reads.census_year()} Census, and "
        f"{_beside(lived.listed, lived.estimate)} of the {_estimate()}."
    )


def _beside(listed: int, residents: int) -> str:
    """`744 more (+2.8%) than the 26,477`."""
    more = listed - residents
    return (
        f"{formats.number(abs(more))} {'more' if more >= 0 else 'fewer'} ({_signed(more / residents * 100)}) than the "
        f"{formats.number(residents)}"
    )


def _furthest(rows: pd.DataFrame) -> str:
    """The neighbourhoods at both ends, by name."""
    top, bottom = (
        f"{reads.area_name(str(code))}, {formats.number(listed)} patients and {formats.number(census)} residents "
        f"({_signed(difference)})"
        for code, listed, census, difference in (
            (rows.index[place], *rows[["listed", "census", "difference"]].iloc[place]) for place in (0, -1)
        )
    )
    return f"Furthest above: {top}. At the other end: {bottom}."


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    against_estimate = rows["listed"] / rows["estimate"] * 100 - 100
    return pd.DataFrame(
        {
            "Code": rows.index,
            "Neighbourhood": [reads.area_name(str(code)) for code in rows.index],
            "Place of": [reads.area_name(code) for code in rows["community"]],
            "Patients of any practice": rows["listed"].to_numpy(),
            f"Residents, {_census()}": rows["census"].astype("Int64").to_numpy(),
            "Difference from it, %": rows["difference"].round(1).to_numpy(),
            f"Residents, {_estimate()}": rows["estimate"].astype("Int64").to_numpy(),
            "Difference from the estimate, %": against_estimate.round(1).to_numpy(),
        }
    )
