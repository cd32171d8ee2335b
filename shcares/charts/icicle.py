"""A model of weights as an icicle: factors on the left, their parts on the right, each as tall as its weight."""

import textwrap
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.measure import bold_width, words_width
from shcares.charts.plots import bars_plot
from shcares.domain.plots import Plot
from shcares.style import palette

HEIGHT = 560
FOCUS = "focus"
"""The name of the selection a click makes; its rows hold `focus_area_id`."""
# Shares of the width: where the factors end and the parts start. Pixels: gaps between blocks and round their words.
_FACTORS, _PARTS = 0.3, 0.305
_GAP, _GROUP_GAP, _INSET, _WEIGHT_ROOM = 1.0, 2.5, 12, 50
_BETWEEN = 2 * _INSET + _WEIGHT_ROOM
# Sizes of text. A block too low for any says its name on hover alone.
_NAME, _SMALL, _LEADING, _LOWEST = 17, 15, 20, 17.0
_TITLE = 62
_WRAP, _NOTHING = 14, 0.05
_FACTOR_WASH, _PART_WASH = palette.FIFTHS[3], palette.FIFTHS[1]
_ON_ACCENT = palette.LIGHT.background


@dataclass(frozen=True)
class _Paper:
    """Shares of the width across, the weights down."""

    whole: float
    height: int

    def x(self, field: str) -> alt.X:
        return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))

    def y(self, field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[self.whole, 0], nice=False))

    def pixels(self, weight: float) -> float:
        """How tall a weight is on a page, where the title takes its part of the height."""
        return weight / self.whole * (self.height - _TITLE)


def icicle_chart(
    parts: pd.DataFrame,
    *,
    chosen: str | None,
    finding: str,
    subtitle: str | list[str],
    field: str = "weight",
    whole: float = 100.0,
    height: int = HEIGHT,
    blank: str = "not given",
) -> house.Drawing:
    """Blocks from the top in the order given, true to `whole`: what the weights leave of it stays blank.

    Columns needed: `factor_id`, `factor`, `focus_area_id`, `focus_area`, the weight (named by `field`), `text` (the
    weight as written), `coverage` (a few words); where held `factor_weight`, the factor's own weight, of which its
    parts may leave some blank. The `chosen` part has the accent. `blank` is written on what is blank. A click on a
    part is the selection `focus` on `focus_area_id`. Empty input draws "no data".
    """
    drawn = parts.dropna(subset=[field])
    if drawn.empty:
        return house.no_data_chart("this model has no weights")
    weighed = drawn.assign(weight=drawn[field].astype(float), chosen=drawn["focus_area_id"] == chosen)
    blocks, factors = _blocks(weighed), _factors(weighed)
    paper = _Paper(max(whole, float(factors["bottom"].max())), height)
    layers = [
        *_factor_layers(factors, paper),
        *_blank_layers(_blanks(factors, whole), blank, paper),
        *_part_layers(blocks, paper),
    ]
    return alt.layer(*layers).properties(height=height, title=house.title(finding, subtitle))


def icicle_plot(
    parts: pd.DataFrame, *, chosen: str | None, axis: str, name: str, decimals: int = 1, field: str = "weight"
) -> Plot:
    """A bar a factor and under it one for each of its parts, the chosen one in the accent, from the same columns."""
    drawn = parts.dropna(subset=[field])
    weighed = drawn.assign(weight=drawn[field].astype(float), chosen=drawn["focus_area_id"] == chosen)
    factors = _factors(weighed).assign(name=lambda rows: "Factor: " + rows["factor"], colour=_FACTOR_WASH.colour)
    blocks = weighed.assign(
        name=weighed["focus_area"], colour=weighed["chosen"].map({True: palette.ACCENT, False: palette.COMPARATOR})
    )
    each = [
        pd.concat([factors[factors["factor_id"] == one], own]) for one, own in blocks.groupby("factor_id", sort=False)
    ]
    rows = pd.concat([*each, blocks.head(0)])
    return bars_plot(
        rows, category="name", value="weight", axis=axis, decimals=decimals, name=name, colours=list(rows["colour"])
    )


def _factors(weighed: pd.DataFrame) -> pd.DataFrame:
    """One row a factor: as tall as its own weight, or its parts together where they are more or it has none."""
    own = weighed["factor_weight"] if "factor_weight" in weighed else weighed["weight"] * float("nan")
    grouped = weighed.assign(own=own.astype(float)).groupby("factor_id", sort=False)
    rows = grouped.agg(
        factor=("factor", "first"), own=("own", "first"), parts=("weight", "sum"), chosen=("chosen", "any")
    )
    rows["weight"] = rows[["own", "parts"]].max(axis=1)
    bottom = rows["weight"].cumsum()
    return rows.assign(top=bottom - rows["weight"], bottom=bottom).reset_index()


def _blocks(weighed: pd.DataFrame) -> pd.DataFrame:
    """Each part with where it begins and ends down the chart, and how far it draws in from its neighbours."""
    starts = weighed["factor_id"].map(_factors(weighed).set_index("factor_id")["top"])
    within = weighed.groupby("factor_id", sort=False)["weight"].cumsum()
    first = weighed["factor_id"] != weighed["factor_id"].shift()
    last = weighed["factor_id"] != weighed["factor_id"].shift(-1)
    return weighed.assign(
        top=starts + within - weighed["weight"],
        bottom=starts + within,
        above=first.map({True: _GROUP_GAP, False: _GAP}),
        below=-last.map({True: _GROUP_GAP, False: _GAP}),
    )


def _blanks(factors: pd.DataFrame, whole: float) -> pd.DataFrame:
    """What the parts leave of their factor, and the factors of the whole."""
    inside = factors.assign(top=factors["top"] + factors["parts"], left=_PARTS)[["left", "top", "bottom"]]
    under = pd.DataFrame({"left": [0.0], "top": [float(factors["bottom"].max())], "bottom": [whole]})
    every = pd.concat([inside, under], ignore_index=True).assign(right=1.0)
    return every[every["bottom"] - every["top"] > _NOTHING]


def _factor_layers(factors: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    pairs = zip(factors["factor"], factors["weight"].map(paper.pixels), strict=True)
    set_in = pd.DataFrame([_set_in(str(name), tall) for name, tall in pairs], index=factors.index)
    rows = factors.join(set_in).assign(
        left=0.0,
        right=_FACTORS,
        middle=(factors["top"] + factors["bottom"]) / 2,
        written=[f"{round(weight, 1):g}" for weight in factors["weight"]],
    )
    base = alt.Chart(inline(rows))
    rect = base.mark_rect(
        fill=_FACTOR_WASH.colour,
        fillOpacity=_FACTOR_WASH.share,
        stroke=palette.ACCENT,
        strokeWidth=alt.ExprRef("datum.chosen ? 2.5 : 0"),
        yOffset=_GROUP_GAP,
        y2Offset=-_GROUP_GAP,
    )
    tall = alt.Chart(inline(rows[rows["weight"].map(paper.pixels) >= _LOWEST]))
    text: dict[str, Any] = {"fontWeight": 700, "color": house.INK, "baseline": "middle"}
    name = tall.mark_text(
        align="left",
        dx=_INSET,
        dy=alt.ExprRef("datum.raised"),
        lineBreak="\n",
        lineHeight=alt.ExprRef("datum.leading"),
        fontSize=alt.ExprRef("datum.size"),
        limit=alt.ExprRef(f"width * {_FACTORS} - {_WEIGHT_ROOM + _INSET}"),
        **text,
    )
    weight = tall.mark_text(align="right", dx=-_INSET, fontSize=_NAME, **text)
    return [
        rect.encode(**_box(paper)),
        name.encode(x=paper.x("left"), y=paper.y("middle"), text=alt.Text("words:N")),
        weight.encode(x=paper.x("right"), y=paper.y("middle"), text=alt.Text("written:N")),
    ]


def _set_in(name: str, tall: float) -> dict[str, Any]:
    """A factor's name in lines short enough for its column, smaller where that fits them in, or else in one line."""
    lines = textwrap.wrap(name, _WRAP)
    room = tall - 2 * _GROUP_GAP - 2
    more = len(lines) - 1
    size = _NAME if more * _LEADING + _NAME <= room else _SMALL
    leading = size + _LEADING - _NAME
    if more * leading + size > room:
        lines = [name]
    return {"words": "\n".join(lines), "size": size, "leading": leading, "raised": -leading * (len(lines) - 1) / 2}


def _box(paper: _Paper) -> dict[str, Any]:
    return {"x": paper.x("left"), "x2": alt.X2("right:Q"), "y": paper.y("top"), "y2": alt.Y2("bottom:Q")}


def _blank_layers(blanks: pd.DataFrame, blank: str, paper: _Paper) -> list[house.Drawing]:
    if blanks.empty:
        return []
    words = [f"{round(points, 1):g} {blank}" for points in blanks["bottom"] - blanks["top"]]
    rows = blanks.assign(middle=(blanks["top"] + blanks["bottom"]) / 2, words=words)
    base = alt.Chart(inline(rows))
    outline = base.mark_rect(
        fill=None, stroke=palette.NO_DATA, strokeDash=[4, 4], strokeWidth=1.5, yOffset=_GROUP_GAP, y2Offset=-_GROUP_GAP
    )
    said = base.mark_text(align="left", baseline="middle", dx=_INSET, fontSize=_SMALL, color=house.INK)
    return [
        outline.encode(**_box(paper)),
        said.encode(x=paper.x("left"), y=paper.y("middle"), text=alt.Text("words:N")),
    ]


def _part_layers(blocks: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    rows = blocks.assign(
        left=_PARTS,
        right=1.0,
        middle=(blocks["top"] + blocks["bottom"]) / 2,
        paint=blocks["chosen"].map({True: palette.ACCENT, False: _PART_WASH.colour}),
        strength=blocks["chosen"].map({True: 1.0, False: _PART_WASH.share}),
        ink=blocks["chosen"].map({True: _ON_ACCENT, False: house.INK}),
    )
    tips = [
        alt.Tooltip("focus_area:N", title="Focus area"),
        alt.Tooltip("factor:N", title="Factor"),
        alt.Tooltip("text:N", title="Weight"),
        alt.Tooltip("coverage:N", title="Held here"),
    ]
    base = alt.Chart(inline(rows), name="focus_areas").mark_rect(
        fillOpacity=alt.ExprRef("datum.strength"),
        yOffset=alt.ExprRef("datum.above"),
        y2Offset=alt.ExprRef("datum.below"),
        cursor="pointer",
    )
    drawn = base.encode(fill=alt.Fill("paint:N", scale=None), tooltip=tips, **_box(paper))
    click = alt.selection_point(name=FOCUS, fields=["focus_area_id"], on="click", empty=False)
    return [drawn.add_params(click), *_words(rows[rows["weight"].map(paper.pixels) >= _LOWEST], paper)]


def _words(rows: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    """Name on the left, weight on the right, what is held of it before the weight."""
    pairs = zip(rows["focus_area"], rows["coverage"], strict=True)
    needs = [bold_width(name, _NAME) + words_width(coverage, _SMALL) + _BETWEEN for name, coverage in pairs]
    base = alt.Chart(inline(rows.assign(needs=needs)))
    y, ink = paper.y("middle"), alt.Color("ink:N", scale=None)
    bold = alt.ExprRef("datum.chosen ? 700 : 400")
    name = base.mark_text(align="left", baseline="middle", dx=_INSET, fontSize=_NAME, fontWeight=bold)
    weight = base.mark_text(align="right", baseline="middle", dx=-_INSET, fontSize=_NAME, fontWeight=700)
    # Where a block is too narrow for name and coverage, the coverage is left to the tooltip.
    coverage = base.mark_text(
        align="right",
        baseline="middle",
        dx=-_WEIGHT_ROOM,
        fontSize=_SMALL,
        opacity=alt.ExprRef(f"width * {1 - _PARTS} < datum.needs ? 0 : 1"),
    )
    return [
        name.encode(x=paper.x("left"), y=y, color=ink, text=alt.Text("focus_area:N")),
        coverage.encode(x=paper.x("right"), y=y, color=ink, text=alt.Text("coverage:N")),
        weight.encode(x=paper.x("right"), y=y, color=ink, text=alt.Text("text:N")),
    ]
