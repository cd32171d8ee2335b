"""The domains of deprivation of one community, counted: points apart from all four in the fifth and in the tenth."""

from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.forest import forest_chart, forest_plot
from shcares.style import formats
from shcares.ui import figures, recipes
from shcares.ui.inequalities.by_place import answer, forest, method, neighbourhoods, standing, tables
from shcares.ui.inequalities.by_place.looks import COUNTED_WORDS, plain
from shcares.ui.inequalities.by_place.neighbourhoods import LINES

_HEADINGS = 4
_AXIS = "% of patients in England’s most deprived fifth or tenth: points apart from all four; counts, so no interval"


@recipes.figure("BD", "by_place_domains", area_code=recipes.AREA)
def domains_figure(area_code: str) -> figures.Figure:
    """Every domain of one community; for the borough, where each community has more in deprived neighbourhoods."""
    whole = forest.rows_of(area_code, neighbourhoods.of_community)
    rows = _by_line(whole)
    marks = [plain(row["verdict"], row["network"], COUNTED_WORDS[row["verdict"]]) for row in rows.to_dict("records")]
    named = forest.drawn(rows, area_code=area_code, headings=COUNTED_WORDS, marks=marks, label=_label, told=_told)
    drawn = named.assign(value=rows["apart"], lower_ci=float("nan"), upper_ci=float("nan"))
    chart = forest_chart(
        drawn,
        zero_name="All four together",
        finding=forest.finding(whole, area_code, "domains", ("more deprived", "less deprived")),
        subtitle=[
            "% of patients in England’s most deprived fifth, and tenth, by each domain: points apart from all four",
            "Counts of all patients, so no interval and no test. Right: share against all four’s",
        ],
        left="fewer patients",
        right="more patients",
        decimals=0,
        kept=len(neighbourhoods.DOMAINS) * len(LINES) + _HEADINGS,
    )
    return figures.Figure(
        id="by-place-domains",
        title=f"Deprivation of where patients of {forest.whose(area_code)} live, by domain",
        sentence=forest.sentence(
            area_code, neighbourhoods.of_community, more="more deprived", words=standing.shares_words
        ),
        period=method.domain_periods(),
        area=f"Patients of {forest.whose(area_code)}, wherever they live",
        source=method.domain_sources(),
        method=method.DOMAINS,
        frame=tables.domains_table(area_code),
        spec=house.spec(chart),
        plot=lambda: forest_plot(drawn, axis=_AXIS, decimals=1, name="Points apart"),
        notes=(method.rule_words(), method.unknown_words(), answer.largest_share()),
    )


def _by_line(rows: pd.DataFrame) -> pd.DataFrame:
    """Two rows a domain, the fifth and the tenth, under the verdict that both give."""
    parts = [
        {
            **row,
            "name": f"{row['name']}: {line}",
            "line": line,
            "own": row[f"{line}_share"],
            "whole": row[f"whole_{line}_share"],
            "apart": row[f"{line}_apart"],
        }
        for row in rows.to_dict("records")
        for line in LINES
    ]
    return pd.DataFrame(parts)


def _label(row: dict[Any, Any]) -> str:
    return f"{formats.number(row['own'], 1)}% against {formats.number(row['whole'], 1)}%"


def _told(row: dict[Any, Any]) -> str:
    return (
        f"{_label(row)} of patients with a known neighbourhood live in England’s most deprived {row['line']} by this "
        "domain"
    )
