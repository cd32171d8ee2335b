"""A practice indicator against the deprivation of the practices' patients, drawn."""

import pandas as pd

from shcares.charts import house
from shcares.charts.scatter import scatter_chart, scatter_plot
from shcares.ui import figures, recipes
from shcares.ui import indicator_words as told
from shcares.ui.inequalities.gradient import practices_words as words
from shcares.ui.inequalities.gradient.neighbourhoods_homes import OTHER, role
from shcares.ui.inequalities.gradient.practices_scores import names, practices, score, score_year
from shcares.ui.inequalities.gradient.related import METHOD, Related
from shcares.ui.registers.counted import capital, topic
from shcares.ui.registers.figures import caveats, short
from shcares.ui.registers.register import Register, register

AT_ENDS, OFF_LINE = 1, 2
_MERGED = "merged with another"
_RULE = (
    "Every practice weighs the same, whatever the size of its list. The score is the mean of the neighbourhoods where "
    "its patients live, as published for the practices of July 2022."
)


@recipes.figure(
    "NP",
    "practices_scatter",
    max_entries=200,
    indicator_id=recipes.Part("indicator", recipes.itself(names), 4),
    area_code=recipes.AREA,
)
def practices_figure(indicator_id: str, area_code: str) -> figures.Figure:
    """One indicator; the practices of the community chosen stand out."""
    held, shown = register(indicator_id), practices(indicator_id)
    named = shown.named(at_ends=AT_ENDS, off_line=OFF_LINE)
    points, line = _points(held, shown, named, area_code), shown.drawn_line()
    across = f"Mean deprivation score of the patients, IMD {score_year()}"
    up, decimals = held.counted.measure, (int(score().about["decimals"]), int(held.about["decimals"]))
    chart = scatter_chart(
        points,
        line=line,
        finding=f"{capital(held.noun)}: {words.WAYS[shown.way]}",
        subtitle=_subtitle(held, shown),
        across=across,
        up=up,
        decimals=decimals,
        merged=_MERGED,
    )
    rows = held.practices
    return figures.Figure(
        id=f"gradient-practices-{indicator_id}".replace("_", "-"),
        title=f"{topic(held.about)}: practices against the deprivation of their patients, {held.dated}",
        sentence=words.sentence(held, shown, area_code),
        period=f"{held.dated}; deprivation {score_year()}, practices of July 2022",
        area="GP practices of St Helens",
        source=told.sources_named([str(rows["source_id"].iloc[0]), str(score().about["source_id"])]),
        method=f"{told.method_of(held.about, rows)} {METHOD} {_RULE} {caveats(indicator_id)}",
        frame=_table(held, shown, named),
        spec=house.spec(chart),
        plot=lambda: scatter_plot(points, line=line, across=across, up=up, decimals=decimals, merged=_MERGED),
        notes=words.notes(indicator_id, shown),
    )


def _subtitle(held: Register, shown: Related) -> str:
    limits = ", with 95% intervals" if held.has_intervals else ", no intervals held"
    return f"{len(shown.pairs)} practices, {held.dated}{limits}; line with its 95% band"


def _points(held: Register, shown: Related, named: dict[str, str], area_code: str) -> pd.DataFrame:
    rows = shown.pairs
    roles = [role(network, area_code) for network in rows["network"]]
    chosen = area_code in set(rows["network"])
    return rows[["x", "y", "name", "lower_ci", "upper_ci"]].assign(
        role=roles,
        group=[
            name if drawn != OTHER else "grey: all others" if chosen else "grey: in no community"
            for drawn, name in zip(roles, rows["community"], strict=True)
        ],
        label=[short(name) if code in named else "" for code, name in zip(rows["code"], rows["name"], strict=True)],
        shape=rows["merged"].map({True: "merged", False: "point"}),
        said=[words.said(held, row) for row in rows.to_dict("records")],
    )


def _table(held: Register, shown: Related, named: dict[str, str]) -> pd.DataFrame:
    rows = shown.pairs
    table = pd.DataFrame(
        {
            "Practice": rows["name"],
            "Code": rows["code"],
            "Care community": rows["community"],
            "Deprivation score": rows["x"].round(1),
            held.counted.measure: rows["y"].round(2),
            "Lower 95% limit": rows["lower_ci"].round(2),
            "Upper 95% limit": rows["upper_ci"].round(2),
            held.counted.heading: rows["count"],
            held.counted.below: rows["denominator"],
            "By the line": shown.line.at(rows["x"]).round(2),
            "Named as": [named.get(code, "") for code in rows["code"]],
            "Merged": [words.happened(held, row) for row in rows.to_dict("records")],
        }
    )
    ordered = table.sort_values("Deprivation score", ascending=False, ignore_index=True)
    return ordered.dropna(axis="columns", how="all")
