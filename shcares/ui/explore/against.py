"""View: one indicator against another over the areas that have both, and how closely the two go together."""

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.scatter import OURS, scatter_chart
from shcares.domain.plots import Plot, Series
from shcares.domain.vocabulary import AreaType
from shcares.stats.relations import FEWEST_PAIRS
from shcares.style import formats, sentences
from shcares.style.palette import ACCENT, NETWORK
from shcares.ui import figures, indicator_words, lineage, reads, recipes
from shcares.ui.explore import held, parts, search
from shcares.ui.explore.picked import Picked
from shcares.ui.inequalities.gradient import related
from shcares.ui.inequalities.gradient.related import Related

MOST_NAMES = 8
_FEW = 20
_USUAL = ("deprivation_average_score", "gp_imd_score", "income_deprivation")
"""What health is first set against where nothing is declared to be related."""
_RULE = (
    "Each area counts once, whatever its size. The period of the first indicator is the last chosen one that most "
    "areas have; of the second the same, or the nearest to it."
)


class Pairs:
    """Two indicators over the areas of one kind, each in a period of its own."""

    def __init__(self, one: Picked, other_id: str) -> None:
        """Find the kind of area that most have both of, the periods, and the pairs."""
        self.one, self.other_id = one, other_id
        self.other = reads.indicator(other_id)
        self.kind, self.period, self.other_period, frame = _pairs(one, other_id)
        self.held: Related = related.related(frame)

    @property
    def same_period(self) -> bool:
        """Whether both figures are of one period."""
        return self.period == self.other_period

    def said(self, value: float, other: float) -> str:
        """Both figures of one area."""
        return f"{self.one.full(value)}; {indicator_words.value_in_words(other, self.other)}"


def _pairs(one: Picked, other_id: str) -> tuple[AreaType | None, str, str, pd.DataFrame]:
    theirs = held.values(other_id, "")
    best: tuple[AreaType | None, str, str, pd.DataFrame] = (None, "", "", _frame(one.rows.iloc[:0], theirs.iloc[:0]))
    for kind in held.KINDS:
        ours, others = held.each_once(one.rows, kind), held.each_once(theirs, kind)
        period = _fullest(ours)
        if not period or others.empty:
            continue
        mine = ours[ours["period"] == period]
        other_period = _nearest(others, mine["at"].iloc[0], period)
        frame = _frame(mine, others[others["period"] == other_period])
        if len(frame) > len(best[3]):
            best = (kind, period, other_period, frame)
    return best


def _fullest(rows: pd.DataFrame) -> str:
    """The last period that at least half as many areas have as any period; empty without rows."""
    counts = rows.groupby("period")["area_code"].nunique()
    full = [str(label) for label in dict.fromkeys(rows["period"]) if counts[label] * 2 >= counts.max()]
    return full[-1] if full else ""


def _nearest(rows: pd.DataFrame, at: pd.Timestamp, period: str) -> str:
    """The same period where it is held for most areas, else the one whose middle is nearest, the earlier of two."""
    counts = rows.groupby("period")["area_code"].nunique()
    full = rows[rows["period"].map(counts) * 2 >= counts.max()]
    if period in set(full["period"]):
        return period
    apart = (full["at"] - at).abs()
    return str(full["period"].iloc[int(apart.to_numpy().argmin())])


def _frame(mine: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
    """Pairs by today's codes: `x` the other indicator, `y` the one chosen."""
    today = reads.continued_as()
    y, x = (rows.assign(code=[today.get(code, code) for code in rows["area_code"]]) for rows in (mine, theirs))
    both = y.merge(x[["code", "value"]].rename(columns={"value": "x"}), on="code")
    network = reads.practice_network()
    return pd.DataFrame(
        {
            "code": both["code"],
            "name": both["area_short_name"],
            "network": [network.get(code, "") for code in both["area_code"]],
            "x": both["x"],
            "y": both["value"],
        }
    )


@lineage.remember(max_entries=200)
def pairs(
    indicator_id: str, other_id: str, areas: tuple[str, ...], comparator_code: str, who: str, first: str, last: str
) -> Pairs:
    """The pairs behind the scatter."""
    return Pairs(Picked(indicator_id, areas, comparator_code, who, first, last), other_id)


@lineage.remember()
def _areas_of(level: str) -> dict[str, dict[AreaType, frozenset[str]]]:
    """The areas that each indicator of a level is held for, of the kinds of which there are many, by today's codes."""
    today = reads.continued_as()
    found = {}
    for indicator_id in search.labels():
        if reads.indicator(indicator_id)["level"] == level:
            rows = reads.observations(indicator_id)
            rows = rows[rows["value"].notna()].drop_duplicates("area_code")
            kinds = {kind: rows.loc[rows["area_type"] == kind, "area_code"] for kind in held.KINDS}
            found[indicator_id] = {
                kind: frozenset(today.get(code, code) for code in codes) for kind, codes in kinds.items()
            }
    return found


@lineage.remember(max_entries=400)
def others(indicator_id: str) -> dict[str, str]:
    """Ids to names of what an indicator can be set against, where enough areas of one kind have both.

    Related ones come first; those that only few areas have too come last.
    """
    about = reads.indicator(indicator_id)
    every = _areas_of(str(about["level"]))
    mine = every[indicator_id]
    shared = {one: max(len(mine[kind] & theirs[kind]) for kind in held.KINDS) for one, theirs in every.items()}
    having = [one for one, number in shared.items() if one != indicator_id and number >= FEWEST_PAIRS]
    first = [one for one in (*about["related"], *_USUAL) if one in having]
    ordered = sorted(dict.fromkeys([*first, *having]), key=lambda one: shared[one] < _FEW)
    return {one: search.labels()[one] for one in ordered}


@recipes.figure(
    "XS",
    "explore_scatter",
    max_entries=300,
    indicator_id=recipes.INDICATOR,
    other_id=recipes.Part("against", recipes.INDICATOR.values, 4),
    areas=parts.AREAS,
    who=parts.WHO,
    first=parts.FIRST,
    last=parts.LAST,
)
def scatter_figure(
    indicator_id: str, other_id: str, areas: tuple[str, ...], who: str = "", first: str = "", last: str = ""
) -> figures.Figure:
    """A point for each area: the indicator upwards, the other one across, the fitted line with its band."""
    two = pairs(indicator_id, other_id, areas, recipes.COMPARATOR.value("England"), who, first, last)
    one, drawn = two.one, two.held
    chart = scatter_chart(
        _points(two),
        line=drawn.drawn_line(),
        finding=_finding(two),
        subtitle=f"{_count(two)}; line with its 95% band",
        across=f"{two.other['name']}, {two.other['unit_label']}, {_when(two)[1]}",
        up=f"{one.title}, {one.about['unit_label']}, {_when(two)[0]}",
        decimals=(two.other["decimals"], one.about["decimals"]),
    )
    return figures.Figure(
        id=f"explore-{indicator_id}-against-{other_id}",
        title=f"{one.title} and {two.other['name']}",
        sentence=_sentence(two),
        period=" and ".join(dict.fromkeys(_when(two))),
        area=_count(two),
        source=_sources(two),
        method=f"{one.about['definition']} {two.other['definition']} {related.METHOD} {_RULE} {related.NOT_CAUSE}",
        frame=_table(two),
        spec=house.spec(chart),
        plot=lambda: _plot(two),
        notes=_notes(two),
    )


def _when(two: Pairs) -> tuple[str, str]:
    if not two.period:
        return formats.NO_DATA, formats.NO_DATA
    return two.one.when(two.period), formats.period(two.other_period, two.other["year_type"])


def _count(two: Pairs) -> str:
    number = len(two.held.pairs)
    return f"{number} {held.KINDS[two.kind]} that have both" if two.kind else "No area that has both"


def _points(two: Pairs) -> pd.DataFrame:
    rows, one = two.held.pairs, two.one
    named = {one.ours, *one.codes[:MOST_NAMES]}
    return rows.assign(
        role=[OURS if code == one.ours else NETWORK_ROLE.get(network, "other") for code, network in _codes(rows)],
        label=[name if code in named else "" for code, name in zip(rows["code"], rows["name"], strict=True)],
        shape="point",
        said=[two.said(row["y"], row["x"]) for row in rows.to_dict("records")],
    )


NETWORK_ROLE = {code: code for code in NETWORK}
"""Practices stand out in the colour of their network."""


def _codes(rows: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(rows["code"], rows["network"], strict=True))


def _finding(two: Pairs) -> str:
    if two.held.r.value is None:
        return f"How closely they go together is not worked out: {two.held.r.reason}"
    way = {1: "Where one is higher, so is the other", -1: "Where one is higher, the other is lower"}
    return way.get(two.held.way, "No straight-line link can be shown")


def _sentence(two: Pairs) -> str:
    if two.held.pairs.empty:
        return f"No data: no areas have both {two.one.title} and {two.other['name']}."
    number = len(two.held.pairs)
    over = f"{number} {held.KINDS[two.kind]}" if two.kind else sentences.count_words(number, "area")
    if two.held.r.value is None:
        return f"{_finding(two)}, over {over}."
    return (
        f"{_finding(two)}: over {over} the correlation is {related.correlation_words(two.held.r)}. "
        f"By rank it is {related.correlation_words(two.held.rho)}. "
        "This is a link between places, and no proof that one thing causes the other."
    )


def _notes(two: Pairs) -> tuple[str, ...]:
    if two.held.pairs.empty:
        return ()
    up, across = _when(two)
    same = f"Both figures are of {up}." if two.same_period else f"Not of one period: {up} upwards, {across} across."
    few = len(two.held.pairs) < _FEW
    small = (f"With only {len(two.held.pairs)} areas one of them can make or unmake a link.",) if few else ()
    modelled = any(about["statistic"] == "modelled" for about in (two.one.about, two.other))
    guess = ("One of the two is modelled from other figures, which may themselves make the link.",) if modelled else ()
    mine = two.held.pairs[two.held.pairs["code"] == two.one.ours]
    ours = tuple(f"{row['name']}: {two.said(row['y'], row['x'])}." for row in mine.to_dict("records"))
    return (same, *ours, *small, *guess, related.WHAT_IT_MEANS)


def _sources(two: Pairs) -> str:
    ids = [
        str(rows.loc[rows["period"] == period, "source_id"].iloc[0])
        for rows, period in ((two.one.rows, two.period), (held.values(two.other_id, ""), two.other_period))
        if period
    ]
    return indicator_words.sources_named(ids or [str(two.one.about["source_id"])])


def _table(two: Pairs) -> pd.DataFrame:
    rows, (up, across) = two.held.pairs, _when(two)
    table = pd.DataFrame(
        {
            "Area": rows["name"],
            "Code": rows["code"],
            f"{two.one.title} ({two.one.about['unit_label']}), {up}": rows["y"],
            f"{two.other['name']} ({two.other['unit_label']}), {across}": rows["x"],
            "Above the line (+) or below": two.held.beside_line.round(two.one.about["decimals"] + 1),
        }
    )
    return table.sort_values(table.columns[2], ascending=False, ignore_index=True)


def _plot(two: Pairs) -> Plot:
    rows, one = two.held.pairs, two.one
    drawn = plots.points_plot(
        rows,
        x="x",
        value="y",
        label="name",
        name=sentences.count_words(len(rows), "area"),
        axis=f"{one.title}, {one.about['unit_label']}",
        x_axis=f"{two.other['name']}, {two.other['unit_label']}",
        decimals=one.about["decimals"],
    )
    mine = rows[rows["code"] == one.ours]
    if mine.empty:
        return drawn
    return plots.with_series(drawn, Series(_name(mine), plots.numbers(mine["y"]), ACCENT, x=plots.numbers(mine["x"])))


def _name(mine: pd.DataFrame) -> str:
    return str(mine["name"].iloc[0])
