"""Lists of people side by side: a bar each, cut into the national tenths of where they live."""

from collections.abc import Mapping

import pandas as pd

from shcares.charts import house
from shcares.charts.shares import shares_chart, shares_plot
from shcares.style import formats, palette, sentences
from shcares.ui import figures, indicator_words
from shcares.ui.inequalities.gradient.residents import TENTHS, Tenths

_PALEST, _STRONGEST = palette.FIFTHS[0], palette.FIFTHS[-1]
_STEP = (_STRONGEST.share - _PALEST.share) / (len(TENTHS) - 1)
_WASHES = tuple(palette.Wash(_STRONGEST.colour, _STRONGEST.share - _STEP * place) for place in range(len(TENTHS)))
_END = "At the right of each bar: the two most deprived tenths together"
METHOD = (
    "Every neighbourhood of England is ranked by its score, and the ranks are cut into ten equal groups: these are "
    "national tenths, the 1st the most deprived. Each person counts with the tenth of the neighbourhood they live in. "
    "Everyone is counted, so there is no sampling error and no interval. The index describes neighbourhoods, not the "
    "people in them. Each edition ranks England anew by its own method, so editions are not a trend."
)


def tenth_name(decile: int) -> str:
    """`1st (most deprived)`, `2nd`."""
    ends = {TENTHS[0]: " (most deprived)", TENTHS[-1]: " (least deprived)"}
    return sentences.ordinal(decile) + ends.get(decile, "")


def counted(table: pd.DataFrame) -> list[tuple[float, int | None]]:
    """Shares with their counts; None where counts are not shown."""
    people = [None if pd.isna(count) else int(count) for count in table["people"]]
    return list(zip(table["share"], people, strict=True))


def said(table: pd.DataFrame) -> list[str]:
    """Each tenth in words: how many people, where that may be told, and their share."""
    return [
        f"{formats.number(share, 1)}%" if people is None else f"{formats.number(people)}, {formats.number(share, 1)}%"
        for share, people in counted(table)
    ]


def side_by_side(
    each: Mapping[str, Tenths],
    *,
    id: str,
    title: str,
    sentence: str,
    heading: str,
    period: str,
    chosen: str,
    method: str = "",
    area: str = "St Helens",
    notes: tuple[str, ...] = (),
) -> figures.Figure:
    """Rows of ten parts, one a list of people."""
    drawn = pd.concat([_parts(name, held) for name, held in each.items()], ignore_index=True)
    parts = {tenth_name(decile): wash for decile, wash in zip(TENTHS, _WASHES, strict=True)}
    chart = shares_chart(
        drawn,
        parts=parts,
        order=list(each),
        chosen=chosen,
        finding=title,
        subtitle=[heading, _END],
    )
    return figures.Figure(
        id=id,
        title=title,
        sentence=sentence,
        period=period,
        area=area,
        source=indicator_words.sources_named(source for held in each.values() for source in held.sources),
        method=f"{METHOD} {method}".strip(),
        frame=pd.DataFrame([_row(name, held) for name, held in each.items()]),
        spec=house.spec(chart),
        plot=lambda: shares_plot(drawn, parts=parts, order=list(each), axis=heading),
        notes=notes,
    )


def _parts(name: str, held: Tenths) -> pd.DataFrame:
    table = held.shown
    return pd.DataFrame(
        {
            "name": name,
            "part": [tenth_name(decile) for decile in table["decile"]],
            "share": table["share"],
            "text": [formats.number(share) for share in table["share"]],
            "said": said(table),
            "end": f"{formats.number(held.deprived_share, 1)}%",
        }
    )


def _row(name: str, held: Tenths) -> dict[str, str | int | float | None]:
    row: dict[str, str | int | float | None] = {"People": name, "In a tenth": held.people}
    for decile, (share, people) in zip(TENTHS, counted(held.shown), strict=True):
        row |= {f"{tenth_name(decile)}, people": people, f"{tenth_name(decile)}, %": round(float(share), 1)}
    return row | {"Most deprived fifth, %": round(held.deprived_share, 1), "In no tenth": held.unplaced}
