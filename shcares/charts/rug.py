"""A tartan rug as a picture: areas across, indicators down, each cell its value, its fifth and its judgement."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.style import palette

_NAME, _CELL, _ROW, _GROUP, _HEAD = 290, 118, 48, 38, 34
_SMALL = 13


@dataclass(frozen=True)
class _Paper:
    """The picture's size in pixels, which its scales map one to one."""

    width: int
    height: int

    def x(self, field: str) -> alt.X:
        return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, self.width], nice=False))

    def y(self, field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[self.height, 0], nice=False))

    def text(self, frame: pd.DataFrame, field: str, **options: Any) -> house.Drawing:
        drawn: dict[str, Any] = {
            "align": "left",
            "baseline": "middle",
            "color": house.INK,
            "fontSize": house.TEXT_SIZE,
        } | options
        words = alt.Chart(inline(frame.loc[frame[field] != "", ["left", "top", field]])).mark_text(**drawn)
        return words.encode(x=self.x("left"), y=self.y("top"), text=alt.Text(f"{field}:N"))


def rug_chart(cells: pd.DataFrame, *, finding: str, subtitle: str, cell: int = _CELL) -> house.Drawing:
    """A grid of cells, each `cell` pixels wide.

    Columns needed, a row a cell, in order of reading. Text: `group`, `name`, `when`, `area`, `text`, `small`. `wash`:
    the share from 0 to 1 by which the cell is shaded; `held`: false for a cell without a value, which is outlined. Of
    the icon: `icon` (empty where not tested), `colour`, `ink`. Empty input draws "no data".
    """
    if cells.empty:
        return house.no_data_chart("no indicator here has a value for St Helens")
    rows, heads, groups = _lines(cells, cell)
    paper = _Paper(_NAME + len(heads) * cell, int(rows["top"].iloc[-1]) + _ROW)
    placed = cells.merge(rows[["group", "name", "top"]], on=["group", "name"]).merge(heads[["area", "left"]], on="area")
    layers = [
        *_boxes(placed.assign(right=placed["left"] + cell - 4, bottom=placed["top"] + _ROW - 4), paper),
        paper.text(placed[placed["held"]], "text", dx=8, dy=14, fontWeight=600),
        paper.text(placed[~placed["held"]], "text", dx=8, dy=14, opacity=house.QUIET),
        paper.text(placed, "small", dx=8, dy=32, fontSize=_SMALL, opacity=house.QUIET),
        paper.text(heads, "area", dx=8, dy=14, fontWeight=600),
        paper.text(rows, "name", dy=14, fontWeight=500),
        paper.text(rows, "when", dy=32, fontSize=_SMALL, opacity=house.QUIET),
        paper.text(groups, "group", dy=24, fontWeight=700, fontSize=house.TEXT_SIZE + 2),
        *_icons(placed[placed["icon"] != ""], cell, paper),
    ]
    titled = alt.layer(*layers).properties(width=paper.width, height=paper.height)
    return titled.properties(title=house.title(finding, subtitle))


def _lines(cells: pd.DataFrame, cell: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    rows = cells[["group", "name", "when"]].drop_duplicates(["group", "name"]).reset_index(drop=True)
    starts = rows["group"] != rows["group"].shift()
    rows = rows.assign(top=_HEAD + starts.cumsum() * _GROUP + rows.index * _ROW, left=0)
    names = list(dict.fromkeys(cells["area"]))
    heads = pd.DataFrame({"area": names, "left": [_NAME + place * cell for place in range(len(names))], "top": 0})
    groups = rows[starts].assign(top=rows["top"] - _GROUP)
    return rows, heads, groups


def _boxes(placed: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    ends = {"x": paper.x("left"), "x2": alt.X2("right:Q"), "y": paper.y("top"), "y2": alt.Y2("bottom:Q")}
    bare, washed = placed[~placed["held"]], placed[placed["wash"] > 0]
    boxes = []
    if len(bare):
        outline: dict[str, Any] = {"stroke": palette.NO_DATA, "strokeDash": [3, 3], "fillOpacity": 0}
        boxes.append(alt.Chart(inline(bare)).mark_rect(**outline).encode(**ends))
    if len(washed):
        share = alt.FillOpacity("wash:Q", scale=None, legend=None)
        boxes.append(
            alt.Chart(inline(washed)).mark_rect(color=palette.FIFTHS[0].colour).encode(fillOpacity=share, **ends)
        )
    return boxes


def _icons(tested: pd.DataFrame, cell: int, paper: _Paper) -> list[house.Drawing]:
    if tested.empty:
        return []
    spot = tested.assign(left=tested["left"] + cell - 20, top=tested["top"] + 15)
    disc = alt.Chart(inline(spot)).mark_point(shape="circle", filled=True, size=300, opacity=1)
    icon = alt.Chart(inline(spot)).mark_text(fontSize=_SMALL, fontWeight=700, baseline="middle", dy=1)
    at = {"x": paper.x("left"), "y": paper.y("top")}
    return [
        disc.encode(color=alt.Color("colour:N", scale=None), **at),
        icon.encode(text=alt.Text("icon:N"), color=alt.Color("ink:N", scale=None), **at),
    ]
