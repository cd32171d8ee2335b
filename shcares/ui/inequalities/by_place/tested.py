"""The registers of one community as tested multiples of all four together."""

from typing import Any

from shcares.charts import house
from shcares.charts.forest import forest_chart, forest_plot
from shcares.domain.vocabulary import Judgement
from shcares.style import formats
from shcares.style.palette import Scheme
from shcares.ui import figures, recipes
from shcares.ui.inequalities.by_place import answer, forest, method, registers, standing, tables
from shcares.ui.inequalities.by_place.looks import TESTED_WORDS, judged
from shcares.ui.places.communities import overlap

_LEVEL = "99.8%"
_HEADINGS = 3
_AXIS = f"% more or fewer on the register than in all four together; lines: {_LEVEL} interval"


@recipes.figure("BR", "by_place_registers", area_code=recipes.AREA)
def registers_figure(area_code: str, scheme: Scheme) -> figures.Figure:
    """Every register of one community; for the borough, where each community stands clearly higher."""
    rows = forest.rows_of(area_code, registers.of_community)
    marks = [
        judged(row["verdict"], Judgement(row["judgement"]), row["network"], scheme) for row in rows.to_dict("records")
    ]
    named = forest.drawn(
        rows.assign(name=rows["short"]),
        area_code=area_code,
        headings=TESTED_WORDS,
        marks=marks,
        label=_label,
        told=_told,
    )
    points = {"value": "times", "lower_ci": "lower", "upper_ci": "upper"}
    drawn = named.assign(**{column: (rows[multiple] - 1) * 100 for column, multiple in points.items()})
    chart = forest_chart(
        drawn,
        zero_name="All four together",
        finding=forest.finding(rows, area_code, "registers", ("higher", "lower")),
        subtitle=[
            f"% more or fewer on the register than in all four together, each with its {_LEVEL} interval",
            "Right: share against all four’s; how many of its practices lie above all four",
        ],
        left="fewer",
        right="more",
        decimals=0,
        kept=registers.tests()["id"].nunique() + _HEADINGS,
    )
    return figures.Figure(
        id="by-place-registers",
        title=f"Practice registers of {forest.whose(area_code)}, against all four together",
        sentence=forest.sentence(area_code, registers.of_community, more="clearly higher", words=standing.value_words),
        period=method.register_periods(),
        area=f"Patients of {forest.whose(area_code)}",
        source=method.register_sources(),
        method=method.REGISTERS,
        frame=tables.registers_table(area_code),
        spec=house.spec(chart),
        plot=lambda: forest_plot(drawn, axis=_AXIS, decimals=1, name="% more or fewer"),
        notes=_notes(area_code),
    )


def _label(row: dict[Any, Any]) -> str:
    return f"{standing.value_words(row)}; {row['above']} of {row['practices']} above"


def _told(row: dict[Any, Any]) -> str:
    limits = formats.interval(row["lower"], row["upper"], 2)
    return (
        f"{registers.counts_words(row)}, {row['period']}: {formats.number(row['times'], 2)} times all four "
        f"({_LEVEL} interval {limits})"
    )


def _notes(area_code: str) -> tuple[str, ...]:
    older = answer.older_words(area_code) if area_code in overlap.codes() else answer.all_older()
    notes = (
        method.chance_words(),
        older,
        method.old_words(),
        method.sides_words(),
        answer.largest_share(),
        method.untested_words(),
    )
    return tuple(note for note in notes if note)
