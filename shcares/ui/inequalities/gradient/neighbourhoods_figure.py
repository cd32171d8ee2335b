"""A figure of neighbourhoods against their deprivation, drawn: points by network, the line, the places to name."""

import pandas as pd

from shcares.charts import house
from shcares.charts.scatter import scatter_chart, scatter_plot
from shcares.style import formats
from shcares.ui import figures, reads, recipes
from shcares.ui import indicator_words as told
from shcares.ui.inequalities.gradient import neighbourhoods_words as words
from shcares.ui.inequalities.gradient.neighbourhoods_homes import group, role
from shcares.ui.inequalities.gradient.neighbourhoods_measures import (
    AGAINST,
    WHOLE,
    Measure,
    axis,
    decimals,
    measures,
    neighbourhoods,
)
from shcares.ui.inequalities.gradient.related import METHOD, Related
from shcares.ui.places import homes

AT_ENDS, OFF_LINE = 2, 2
_MATCHED = (
    "Each figure stands against the edition of the index, and on the boundaries, that it was made for. Every "
    "neighbourhood weighs the same. The colour is the network that has at least half of the patients living there "
    "on any of the four networks’ lists; where none has, grey. Parts of a neighbourhood split in 2021 take the colour "
    "of the whole."
)


@recipes.figure(
    "NH",
    "neighbourhoods",
    max_entries=100,
    indicator_id=recipes.Part("indicator", recipes.itself(measures), 4),
    domain=recipes.Part("domain", recipes.itself(lambda: AGAINST), 2, usual=WHOLE),
    area_code=recipes.AREA,
)
def neighbourhoods_figure(indicator_id: str, domain: str, area_code: str) -> figures.Figure:
    """One measure against the index or its income domain; one community's neighbourhoods stand out where chosen."""
    measure, held = measures()[indicator_id], neighbourhoods(indicator_id, domain)
    named = held.named(at_ends=AT_ENDS, off_line=OFF_LINE)
    about = measure.about
    points, line, digits = _points(measure, held, named, area_code), held.drawn_line(), decimals(measure, domain)
    across, up = axis(measure, domain), f"{measure.topic}, {about['unit_label']}"
    chart = scatter_chart(
        points,
        line=line,
        finding=f"{measure.topic}: {words.way(held, domain)}",
        subtitle=f"{len(held.pairs)} neighbourhoods of St Helens, {measure.period}; line with its 95% band",
        across=across,
        up=up,
        decimals=digits,
    )
    return figures.Figure(
        id=f"gradient-{indicator_id}-{domain}".replace("_", "-"),
        title=f"{measure.topic} against deprivation ({AGAINST[domain]}, {measure.edition})",
        sentence=words.sentence(measure, held, domain, area_code),
        period=f"{measure.period}; Index of Multiple Deprivation {measure.edition}; patients "
        f"{formats.day(homes.registered_on())}",
        area="Neighbourhoods (LSOAs) of St Helens",
        source=_sources(measure),
        method=f"{told.method_of(about, measure.rows)} {_caveats(indicator_id)} {METHOD} {_MATCHED}",
        frame=_table(measure, held, named),
        spec=house.spec(chart),
        plot=lambda: scatter_plot(points, line=line, across=across, up=up, decimals=digits),
        notes=words.notes(measure, held),
    )


def _sources(measure: Measure) -> str:
    index = reads.deprivation(measure.edition)["source_id"].iloc[0]
    return told.sources_named(
        [str(measure.rows["source_id"].iloc[0]), str(index), str(reads.registrations()["source_id"].iloc[0])]
    )


def _caveats(indicator_id: str) -> str:
    return " ".join(reads.indicator_texts(indicator_id)[1]["text"])


def _points(measure: Measure, held: Related, named: dict[str, str], area_code: str) -> pd.DataFrame:
    rows = held.pairs
    records = rows.to_dict("records")
    return rows[["x", "y", "name"]].assign(
        role=[role(network, area_code) for network in rows["network"]],
        group=[group(network, area_code) for network in rows["network"]],
        label=[name if code in named else "" for code, name in zip(rows["code"], rows["name"], strict=True)],
        shape="point",
        said=[words.said(measure, row, beside) for row, beside in zip(records, held.beside_line, strict=True)],
    )


def _table(measure: Measure, held: Related, named: dict[str, str]) -> pd.DataFrame:
    rows, digits = held.pairs, int(measure.about["decimals"])
    table = pd.DataFrame(
        {
            "Neighbourhood": rows["name"],
            "Code": rows["code"],
            "Deprivation": rows["x"],
            f"{measure.topic} ({measure.about['unit_label']})": rows["y"].round(digits),
            "By the line": held.line.at(rows["x"]).round(digits),
            "Above the line": held.beside_line.round(digits),
            "Named as": [named.get(code, "") for code in rows["code"]],
            "Most patients there are": rows["leads"],
        }
    )
    return table.sort_values("Deprivation", ascending=False, ignore_index=True)
