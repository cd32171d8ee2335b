"""What changed in the four communities between two years: only where the two intervals lie wholly apart."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.domain.vocabulary import Judgement, Polarity
from shcares.stats.comparison import differ
from shcares.style import formats, sentences
from shcares.style.palette import COMPARATOR, Mark, Scheme, mark
from shcares.ui import figures, lineage, reads, recipes
from shcares.ui import indicator_words as said
from shcares.ui.places.communities import cells
from shcares.ui.places.communities.cells import Cell, Line
from shcares.ui.places.communities.levels import definitions
from shcares.ui.places.communities.spans import SPAN, spans, years_held
from shcares.ui.registers.changes import broken_between, membership_notes
from shcares.ui.registers.counted import condition, topic
from shcares.ui.registers.looks import hue
from shcares.ui.registers.offered import age_sentence, of_communities
from shcares.ui.registers.register import Register

_TITLE = "What changed in the four care communities"
_METHOD = (
    "Rose or fell is said only where the 95% intervals (Wilson, from the published counts) of the two years do not "
    "overlap; this is stricter than a test of the difference itself, so a true change may be passed over. Only years "
    "with counts of the communities are compared, and never across a break of the series. No figure is adjusted for "
    "age. A community’s figure is the sum over the practices its network had in that year. "
)
_MERGERS = (
    "Patients who change practice, and lists that merge, move people from one figure to another without anybody’s "
    "health having changed."
)
_NAMED = 5
_CHANGED = (Judgement.HIGHER, Judgement.LOWER, Judgement.BETTER, Judgement.WORSE)


@dataclass(frozen=True)
class Change:
    """One area's figures of one indicator in two years, and whether they can be said to differ."""

    area_code: str
    first: dict[Any, Any]
    last: dict[Any, Any]
    judgement: Judgement

    @property
    def rose(self) -> bool:
        """Whether the later figure is the larger."""
        return bool(self.last["value"] > self.first["value"])

    @property
    def side(self) -> int:
        """+1 for a clear rise, −1 for a clear fall, else 0."""
        return (1 if self.rose else -1) if self.judgement in _CHANGED else 0

    @property
    def word(self) -> str:
        """`rose`, `fell: better`, `no clear change`."""
        if not self.side:
            return "no clear change"
        way = "rose" if self.rose else "fell"
        sided = self.judgement in (Judgement.BETTER, Judgement.WORSE)
        return f"{way}: {self.judgement}" if sided else way


@dataclass(frozen=True)
class Compared:
    """One indicator in two years: every area that has both."""

    held: Register
    years: tuple[str, str]
    changes: dict[str, Change]

    @property
    def named(self) -> str:
        """`2019/20 to 2020/21`."""
        return " to ".join(formats.period(year, self.held.about["year_type"]) for year in self.years)


@lineage.remember()
def compared(span: str) -> tuple[Compared, ...]:
    """Every indicator that has both years, unless its series breaks between them."""
    found = []
    for held in of_communities():
        years = years_held(str(held.about["indicator_id"]))
        pair = spans()[span] or (years[0], years[-1])
        if len(set(pair)) == 2 and set(pair) <= set(years):
            one = _compare(held, pair)
            found += [one] if one is not None else []
    return tuple(found)


def _compare(held: Register, years: tuple[str, str]) -> Compared | None:
    rows = reads.observations(str(held.about["indicator_id"]))
    kept = rows[rows["area_code"].isin(cells.columns()) & (rows["age"] == held.about["headline_age"])]
    first, last = ({row["area_code"]: row for row in kept[kept["period"] == year].to_dict("records")} for year in years)
    starts = [next(iter(each.values()))["period_start"] for each in (first, last)]
    if broken_between(str(held.about["indicator_id"]), *starts):
        return None
    polarity = Polarity(held.about["polarity"])
    both = [code for code in cells.columns() if code in first and code in last]
    changes = {code: _change(code, first[code], last[code], polarity) for code in both}
    return Compared(held, years, changes)


def _change(code: str, first: dict[Any, Any], last: dict[Any, Any], polarity: Polarity) -> Change:
    limits = (last["lower_ci"], last["upper_ci"], first["lower_ci"], first["upper_ci"])
    return Change(code, first, last, differ(*limits, polarity=polarity))


@lineage.remember()
def change_answer(span: str, area_code: str) -> str:
    """How many indicators rose and fell in one community, or in each of them."""
    found = compared(span)
    networks = list(reads.networks()["area_code"])
    when = "between the first and the last year held" if spans()[span] is None else f"from {span}"
    of = f"Of {sentences.count_words(len(found), 'indicator')} {when}"
    if area_code in networks:
        return f"{of}, in {reads.area_name(area_code)} {_named(found, area_code)}. {_pandemic(found)}".strip()
    told = [f"{reads.area_name(code)} {_count(found, code, 1)} and {_count(found, code, -1)}" for code in networks]
    return f"{of}, clearly up and clearly down: {', '.join(told)}. {_pandemic(found)}".strip()


def _moved(found: tuple[Compared, ...], area_code: str, side: int) -> list[Compared]:
    return [one for one in found if area_code in one.changes and one.changes[area_code].side == side]


def _count(found: tuple[Compared, ...], area_code: str, side: int) -> str:
    return str(len(_moved(found, area_code, side)) or "none")


def _named(found: tuple[Compared, ...], area_code: str) -> str:
    """`2 clearly rose (depression and cancer) and none clearly fell`."""
    parts = []
    for side, word in ((1, "rose"), (-1, "fell")):
        names = [condition(one.held.about) for one in _moved(found, area_code, side)]
        which = f" ({sentences.listed(names)})" if names else ""
        parts.append(f"{len(names) or 'none'} clearly {word}{which}")
    return " and ".join(parts)


def _pandemic(found: tuple[Compared, ...]) -> str:
    years = {
        formats.period(change.last["period"], one.held.about["year_type"])
        for one in found
        for change in one.changes.values()
        if change.last["pandemic"]
    }
    if not years:
        return ""
    return (
        f"Recording fell in {sentences.listed(sorted(years))} because of the pandemic: a fall then may be fewer "
        "checks, not fewer patients with the condition."
    )


@recipes.figure("CG", "changed", max_entries=60, span=SPAN, area_code=recipes.AREA)
def changes_figure(span: str, area_code: str, scheme: Scheme) -> figures.Figure:
    """Every indicator by community in two years, with one community's column boxed."""
    whole = _unboxed(span, scheme)
    html = cells.table_html(_lines(span, scheme), area_code, _TITLE, _legend(scheme))
    return replace(whole, html=html, identity=f"{whole.identity}-{area_code}")


@lineage.remember()
def _lines(span: str, scheme: Scheme) -> list[Line]:
    return cells.in_order(_line(one, scheme) for one in compared(span))


@lineage.remember()
def _unboxed(span: str, scheme: Scheme) -> figures.Figure:
    """What is the same whichever community is chosen."""
    found = compared(span)
    pairs = sentences.listed(sorted({one.named for one in found}))
    changes = [change for one in found for change in one.changes.values()]
    rows = pd.DataFrame([row for change in changes for row in (change.first, change.last)])
    subtitle = f"Rose or fell: the 95% intervals of the two years lie apart. {pairs}"
    return figures.Figure(
        id="communities-changed",
        title=f"{_TITLE}, {pairs}",
        sentence=_sentence(found),
        period=pairs,
        area="The four care communities, St Helens sub-ICB and England",
        source=said.sources_of(rows, found[0].held.about),
        method=_METHOD,
        frame=_table(found),
        spec=house.spec(cells.picture(_lines(span, scheme), _TITLE, subtitle)),
        picture_columns=("Indicator", "Area", "Unit", "Years", "Value, first year", "Value, last year", "Change"),
        notes=_notes(found),
    )


def _line(one: Compared, scheme: Scheme) -> Line:
    drawn = tuple(_cell(code, one, scheme) for code in cells.columns())
    return Line(cells.heading_of(one.held), topic(one.held.about), one.named, drawn)


def _cell(area_code: str, one: Compared, scheme: Scheme) -> Cell:
    change = one.changes.get(area_code)
    if change is None:
        return Cell(area_code, formats.NO_DATA)
    held, decimals = one.held, one.held.about["decimals"]
    text = _moved_from(change, held)
    told = "; ".join(
        f"{formats.period(row['period'], held.about['year_type'])}: {held.of_patients(row)}, 95% interval "
        f"{formats.interval(row['lower_ci'], row['upper_ci'], decimals)}"
        for row in (change.first, change.last)
    )
    return Cell(area_code, text, told, _mark(change, scheme), change.side)


def _moved_from(change: Change, held: Register) -> str:
    """`7.1 → 7.3%`; with a digit more where a change would not be seen in the figures."""
    values = (change.first["value"], change.last["value"])
    decimals = held.about["decimals"]
    if formats.number(values[0], decimals) == formats.number(values[1], decimals) and change.side:
        decimals += 1
    first, last = (formats.short_quantity(value, held.about["unit"], decimals) for value in values)
    return f"{first.removesuffix('%')} → {last}"


def _mark(change: Change, scheme: Scheme) -> Mark:
    drawn = mark(change.judgement, scheme)
    sided = change.judgement in (Judgement.BETTER, Judgement.WORSE)
    colour = drawn.colour if sided else hue(change.area_code) if change.side else COMPARATOR
    return Mark(colour, drawn.ink if sided else mark(Judgement.HIGHER).ink, drawn.icon, change.word)


def _legend(scheme: Scheme) -> str:
    plain = [
        (Mark(COMPARATOR, mark(Judgement.HIGHER).ink, mark(judged).icon, ""), word)
        for judged, word in (
            (Judgement.HIGHER, "rose"),
            (Judgement.LOWER, "fell"),
            (Judgement.SIMILAR, "no clear change"),
        )
    ]
    sided = [(mark(judged, scheme), f"changed, {judged}") for judged in (Judgement.BETTER, Judgement.WORSE)]
    return cells.legend_html("Where the intervals of the two years lie apart:", [*plain, *sided])


def _sentence(found: tuple[Compared, ...]) -> str:
    networks = set(reads.networks()["area_code"])
    changes = [change for one in found for code, change in one.changes.items() if code in networks]
    sides = [change.side for change in changes]
    return (
        f"Of {len(changes)} pairs of figures of the four communities, {sides.count(1) or 'none'} clearly rose and "
        f"{sides.count(-1) or 'none'} clearly fell; for the others the intervals overlap. "
        f"{age_sentence([one.held for one in found])}"
    ).strip()


def _notes(found: tuple[Compared, ...]) -> tuple[str, ...]:
    changes = [change for one in found for change in one.changes.values()]
    after = min(change.first["period_end"] for change in changes)
    until = max(change.last["period_end"] for change in changes)
    shown = {one.held.about["indicator_id"] for one in found}
    missing = [condition(held.about) for held in of_communities() if held.about["indicator_id"] not in shown]
    named = sentences.listed(missing) if len(missing) <= _NAMED else f"{len(missing)} indicators"
    left = f"Not here, for want of two comparable years: {named}." if missing else ""
    notes = (_MERGERS, *membership_notes(after, until), left, *definitions(tuple(one.held for one in found)))
    return tuple(note for note in notes if note)


def _table(found: tuple[Compared, ...]) -> pd.DataFrame:
    return pd.DataFrame([_plain(one, change) for one in found for change in one.changes.values()])


def _plain(one: Compared, change: Change) -> dict[str, Any]:
    said_of = {
        "Indicator": topic(one.held.about),
        "Area": cells.area_heading(change.area_code),
        "Unit": one.held.about["unit_label"],
        "Years": one.named,
    }
    for name, row in (("first year", change.first), ("last year", change.last)):
        said_of |= {
            f"Count, {name}": row["count"],
            f"Of, {name}": row["denominator"],
            f"Value, {name}": round(row["value"], 2),
            f"95% interval, {name}": formats.interval(row["lower_ci"], row["upper_ci"], 2),
        }
    return said_of | {"Change": change.word}
