"""A spine chart: one row an indicator, the benchmark in the middle, right is better, everyone's range behind."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from shcares.charts import house
from shcares.charts.inline import inline
from shcares.charts.key import key_lines
from shcares.charts.plots import bars_plot
from shcares.domain.plots import Plot
from shcares.style import palette, sentences

WIDTH = 1240
_HEAD, _GROUP, _ROW = 52, 40, 46
_BAND, _OVER, _MIDDLE, _LEADING, _SMALL = 18, 6, 14, 18, 13
_JUDGED_ENDS = {"Worst": "Worst", "Best": "Best", "left": "← worse", "right": "better →"}
_OTHER_ENDS = {"Worst": "Lowest", "Best": "Highest", "left": "← lower", "right": "higher →"}
# Shares of the width: where each column of text ends or starts, and where the spine lies between them.
_NAME, _LOCAL, _BENCHMARK, _WORST, _LEFT, _RIGHT, _BEST = 0.0, 0.335, 0.42, 0.49, 0.505, 0.925, 0.94
_MIDST = (_LEFT + _RIGHT) / 2
_DECIMALS = 2
_LETTERS, _LINE = 150, 17
"""How many letters a line of the subtitle takes, and how high it is."""


@dataclass(frozen=True)
class _Paper:
    """Shares of the width across, pixels down."""

    height: int

    def x(self, field: str) -> alt.X:
        return alt.X(f"{field}:Q", axis=None, scale=self._across)

    def at(self, share: float) -> alt.XDatum:
        return alt.XDatum(share, type="quantitative", axis=None, scale=self._across)

    def y(self, field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[self.height, 0], nice=False))

    @property
    def _across(self) -> alt.Scale:
        return alt.Scale(domain=[0, 1], nice=False)

    def text(self, frame: pd.DataFrame, field: str, share: float, line: str, **options: Any) -> list[house.Drawing]:
        words = frame.loc[frame[field] != "", [field, line]]
        if words.empty:
            return []
        drawn: dict[str, Any] = {
            "align": "left",
            "baseline": "middle",
            "color": house.INK,
            "fontSize": house.TEXT_SIZE,
        } | options
        text = alt.Chart(inline(words)).mark_text(**drawn)
        return [text.encode(x=self.at(share), y=self.y(line), text=alt.Text(f"{field}:N"))]


def spine_chart(
    rows: pd.DataFrame, *, benchmark_name: str, finding: str, subtitle: str, area: str = "St Helens"
) -> house.Drawing:
    """Rows of text around a spine; `area` is whose values they are.

    Columns needed, a row an indicator, in order: `judged`, whether one end is good, the same for all of a group; a
    group that is not judged has ends of its own, lowest and highest. Text: `group`, `name`, `when`, `local`, `word`,
    `benchmark`, `measured_by`, `worst`, `best`, `worst_is`, `best_is`, `said` (the words where nothing can be drawn),
    `tip`. Places from −1 (left) over 0 (the benchmark) to 1 (right), NaN where there are none: `low`, `q25`, `q75`,
    `high`, `region`, `at`. Of the circle: `colour`, `ink`, `icon`, an empty icon for a hollow one. Empty input
    draws "no data".
    """
    if rows.empty:
        return house.no_data_chart(f"no indicator here has a value for {area}")
    placed, groups = _placed(rows)
    paper = _Paper(int(placed["foot"].iloc[-1]) + _ROW // 2)
    layers = [
        *_headings(area, benchmark_name, paper),
        *_group_rules(groups, paper),
        *_bands(placed.dropna(subset=["low", "high"]), paper),
        *_text_columns(placed, paper),
        *_region(placed.dropna(subset=["region"]), paper),
        *_circles(placed.dropna(subset=["at"]), paper),
    ]
    key = _key(placed, benchmark_name, area)
    height = paper.height + _LINE * len(key)
    return alt.layer(*layers).properties(width=WIDTH, height=height, title=house.title(finding, [subtitle, *key]))


def _key(rows: pd.DataFrame, benchmark_name: str, area: str) -> list[str]:
    """What the marks stand for, of those that are drawn."""
    if rows["at"].isna().all():
        return []
    region = {"Diamond": sentences.the("North West")} if rows["region"].notna().any() else {}
    marks = {"Circle": f"{area}, with an icon where it could be tested, hollow where no interval is held"} | region
    marks |= {"Upright line": f"{sentences.the(benchmark_name)}, or what the row names instead"}
    marks |= {"Pale bar": "from the worst authority to the best", "Darker part": "the middle half of them"}
    return key_lines(marks, letters=_LETTERS)


def spine_plot(rows: pd.DataFrame, *, axis: str, area: str = "St Helens") -> Plot:
    """Where this area's circle stands on each row that has one, as a bar from the benchmark in the middle.

    Columns needed beside those of the chart: `bar`, the words of the row.
    """
    drawn = rows.dropna(subset=["at"])
    colours = [colour if icon else palette.NO_DATA for colour, icon in zip(drawn["colour"], drawn["icon"], strict=True)]
    return bars_plot(drawn, category="bar", value="at", axis=axis, decimals=_DECIMALS, name=area, colours=colours)


def _placed(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    starts = rows["group"] != rows["group"].shift()
    top = _HEAD + starts.cumsum() * _GROUP + pd.Series(range(len(rows)), index=rows.index) * _ROW
    half = (_RIGHT - _LEFT) / 2
    places = rows[["low", "q25", "q75", "high", "region", "at"]].astype(float) * half + _MIDST
    placed = rows.assign(
        line=top + _MIDDLE,
        under=top + _MIDDLE + _LEADING,
        mid=top + _ROW / 2,
        head=top + (_ROW - _BAND) / 2,
        foot=top + (_ROW + _BAND) / 2,
        above=top + (_ROW - _BAND) / 2 - _OVER,
        below=top + (_ROW + _BAND) / 2 + _OVER,
        **places,
    )
    groups = rows.loc[starts, ["group", "judged"]].assign(line=top[starts] - _MIDDLE, rule=top[starts] - 1)
    return placed, groups


def _headings(area: str, benchmark_name: str, paper: _Paper) -> list[house.Drawing]:
    named = {"Indicator": "Indicator", "area": area, "benchmark": benchmark_name}
    words = named | _JUDGED_ENDS | {"line": _HEAD / 2}
    heads = pd.DataFrame([words])
    strong: dict[str, Any] = {"fontWeight": 600}
    right = strong | {"align": "right"}
    return [
        *paper.text(heads, "Indicator", _NAME, "line", **strong),
        *paper.text(heads, "area", _LOCAL, "line", **right),
        *paper.text(heads, "benchmark", _BENCHMARK, "line", **right),
        *paper.text(heads, "benchmark", _MIDST, "line", align="center", fontWeight=600),
        *_ends(heads, paper),
    ]


def _ends(heads: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    return [
        *paper.text(heads, "Worst", _WORST, "line", align="right", fontWeight=600),
        *paper.text(heads, "Best", _BEST, "line", fontWeight=600),
        *paper.text(heads, "left", _LEFT, "line"),
        *paper.text(heads, "right", _RIGHT, "line", align="right"),
    ]


def _group_rules(groups: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    others = groups.loc[~groups["judged"], ["line"]].assign(**_OTHER_ENDS)
    rule = alt.Chart(inline(groups)).mark_rule(color=house.INK, opacity=0.45)
    return [
        *paper.text(groups, "group", _NAME, "line", fontWeight=700, fontSize=house.TEXT_SIZE + 2),
        *_ends(others, paper),
        rule.encode(x=paper.at(0), x2=alt.X2Datum(1), y=paper.y("rule")),
    ]


def _bands(held: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    if held.empty:
        return []
    bar, ends = alt.Chart(inline(held)), {"y": paper.y("head"), "y2": alt.Y2("foot:Q")}
    outer, inner = (bar.mark_rect(color=palette.COMPARATOR, opacity=share) for share in (0.25, 0.45))
    spine = bar.mark_rule(color=house.INK, strokeWidth=2.5)
    return [
        outer.encode(x=paper.x("low"), x2=alt.X2("high:Q"), **ends),
        inner.encode(x=paper.x("q25"), x2=alt.X2("q75:Q"), **ends),
        spine.encode(x=paper.at(_MIDST), y=paper.y("above"), y2=alt.Y2("below:Q")),
    ]


def _text_columns(placed: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    small: dict[str, Any] = {"fontSize": _SMALL, "opacity": house.QUIET}
    return [
        *paper.text(placed, "name", _NAME, "line", fontWeight=500),
        *paper.text(placed, "when", _NAME, "under", **small),
        *paper.text(placed, "local", _LOCAL, "line", align="right", fontWeight=700),
        *paper.text(placed, "word", _LOCAL, "under", align="right", **small),
        *paper.text(placed, "benchmark", _BENCHMARK, "line", align="right"),
        *paper.text(placed, "measured_by", _BENCHMARK, "under", align="right", **small),
        *paper.text(placed, "worst", _WORST, "line", align="right"),
        *paper.text(placed, "best", _BEST, "line"),
        *paper.text(placed, "worst_is", _WORST, "under", align="right", **small),
        *paper.text(placed, "best_is", _BEST, "under", **small),
        *paper.text(placed, "said", _LEFT, "mid", **small),
    ]


def _region(held: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    if held.empty:
        return []
    diamond = alt.Chart(inline(held)).mark_point(shape="diamond", filled=True, size=120, color=house.INK, opacity=1)
    return [diamond.encode(x=paper.x("region"), y=paper.y("mid"))]


def _circles(held: pd.DataFrame, paper: _Paper) -> list[house.Drawing]:
    at = {"x": paper.x("at"), "y": paper.y("mid"), "tooltip": [alt.Tooltip("tip:N", title="In words")]}
    tested, hollow = held[held["icon"] != ""], held[held["icon"] == ""]
    layers: list[house.Drawing] = []
    if len(hollow):
        ring = alt.Chart(inline(hollow)).mark_point(shape="circle", filled=False, size=280, strokeWidth=2.5, opacity=1)
        layers.append(ring.encode(stroke=alt.value(palette.ACCENT), **at))
    if len(tested):
        disc = alt.Chart(inline(tested)).mark_point(shape="circle", filled=True, size=380, opacity=1)
        icon = alt.Chart(inline(tested)).mark_text(fontSize=_SMALL, fontWeight=700, baseline="middle", dy=1)
        layers.append(disc.encode(color=alt.Color("colour:N", scale=None), **at))
        layers.append(icon.encode(text=alt.Text("icon:N"), color=alt.Color("ink:N", scale=None), **at))
    return layers
