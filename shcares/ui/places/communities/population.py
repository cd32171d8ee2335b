"""How many patients over time: the registered lists as counted, mergers marked, the older counts kept apart."""

import pandas as pd

from shcares.charts import house
from shcares.charts.growth import growth_chart, growth_plot
from shcares.charts.lines import THIS
from shcares.domain import areas
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_words, lineage, reads, recipes
from shcares.ui.places.communities import mergers, overlap

_ALL = "All four"
_KEPT = ["area_code", "name", "date", "patients", "source_id"]
_METHOD = (
    "Patients on the lists of the network’s practices on the first day of a month, wherever they live. Only months "
    "that were published and are held are drawn; no line crosses a month that is not. A community’s number is the sum "
    "of the practices that the practice register puts in its network; they are known for it from 2021. The NHS "
    "Business Services Authority counts by another system; its figures are in the table under its name and are never "
    "joined to these. There a closed practice counts with the network it was in; practices that closed before the "
    "networks began are in none."
)
_CHANGE = "Change since the first day, %"
_PATIENTS, _PER_CENT = "format(datum.value, ',')", "format(datum.value, '+') + '%'"
_TABLE = {"name": "List", "date": "Day", "patients": "Patients", "change": _CHANGE, "counted": "Counted by"}


@lineage.remember()
def lists() -> pd.DataFrame:
    """The networks' registered lists, and all four together, by day: `area_code`, `name`, `date`, `patients`."""
    rows = reads.list_sizes("registered")
    whole = (rows["sex"] == "Persons") & (rows["age_band"] == "All ages") & rows["patients"].notna()
    mine = rows[whole & rows["area_code"].isin([*overlap.codes(), areas.SUB_ICB])]
    return mine.assign(name=[name_of(code) for code in mine["area_code"]])[_KEPT]


@lineage.remember()
def other_counts() -> pd.DataFrame:
    """The same lists as the NHS Business Services Authority counted them: sums of its practices' rows, by day."""
    rows = reads.list_sizes("nhsbsa")
    whole = rows[(rows["sex"] == "Persons") & (rows["age_band"] == "All ages")]
    network = whole["area_code"].map(reads.practice_network())
    mine = whole.assign(area_code=network).dropna(subset=["area_code"])
    each = mine.groupby(["area_code", "date", "source_id"], as_index=False)["patients"].sum()
    whole = each.groupby(["date", "source_id"], as_index=False)["patients"].sum().assign(area_code=areas.SUB_ICB)
    both = pd.concat([each, whole])
    named: pd.DataFrame = both.assign(name=[name_of(code) for code in both["area_code"]])[_KEPT]
    return named


def name_of(area_code: str) -> str:
    """A community's name, or that of all four together."""
    return reads.area_name(area_code) if area_code in overlap.codes() else _ALL


def own_list(area_code: str) -> pd.DataFrame:
    """One community's list by day, oldest first; all four's for any other code."""
    rows = lists()
    code = area_code if area_code in overlap.codes() else areas.SUB_ICB
    chosen: pd.DataFrame = rows[rows["area_code"] == code]
    return chosen.sort_values("date")


@recipes.figure("CL", "community_lists", area_code=recipes.AREA)
def population_figure(area_code: str) -> figures.Figure:
    """One community's list in patients; of the borough, the change of all four and of each in per cent."""
    one = area_code in overlap.codes()
    happened = mergers.events(area_code, own_list(area_code)["date"].iloc[0])
    whose = name_of(area_code) if one else "The four communities"
    first = formats.day(own_list(area_code)["date"].iloc[0])
    drawn, axis, decimals = (
        (_counted(area_code), "registered patients", 0) if one else (_changed(), f"% more or fewer than on {first}", 1)
    )
    chart = growth_chart(
        drawn,
        events=happened,
        finding=f"{whose}: {_moved(area_code)} since {_month(own_list(area_code)['date'].iloc[0])}",
        subtitle="Registered patients in the months held; the axis does not start at 0"
        if one
        else f"{axis}, months held",
        figures=_PATIENTS if one else _PER_CENT,
    )
    return figures.Figure(
        id="communities-lists",
        title=f"{whose}: registered patients over time",
        sentence=_sentence(area_code) if one else _sentence_of_all(),
        period=f"{first} to {formats.day(own_list(area_code)['date'].iloc[-1])}",
        area=f"Patients of the practices of {whose}" if one else "Patients of the four networks’ practices",
        source=indicator_words.sources_named([*own_list(area_code)["source_id"], *other_counts()["source_id"]]),
        method=_METHOD,
        frame=_table(area_code),
        spec=house.spec(chart),
        plot=lambda: growth_plot(drawn, axis=axis, decimals=decimals),
        notes=(*mergers.notes(happened), _before(area_code)),
        reading=mergers.key(happened),
    )


def _counted(area_code: str) -> pd.DataFrame:
    rows = own_list(area_code)
    last = formats.number(rows["patients"].iloc[-1])
    return pd.DataFrame(
        {
            "at": rows["date"],
            "area": f"{name_of(area_code)} {last}",
            "name": name_of(area_code),
            "role": area_code,
            "value": rows["patients"],
            "said": rows["patients"].map(formats.number),
        }
    )


def _changed() -> pd.DataFrame:
    parts = []
    for code in (areas.SUB_ICB, *overlap.codes()):
        rows = own_list(code)
        change = _since_first(rows)
        parts.append(
            _counted(code).assign(
                role=THIS if code == areas.SUB_ICB else code,
                value=change,
                said=[
                    f"{formats.number(people)} ({_signed(moved)})"
                    for people, moved in zip(rows["patients"], change, strict=True)
                ],
            )
        )
    return pd.concat(parts, ignore_index=True)


def _since_first(rows: pd.DataFrame) -> pd.Series:
    """How much more or fewer patients than at the first count, in per cent; `rows` are in order of time."""
    change: pd.Series = rows["patients"] / rows["patients"].iloc[0] * 100 - 100
    return change


def _signed(change: float) -> str:
    return f"{'+' if change > 0 else ''}{formats.number(change, 1)}%"


def _sentence(area_code: str) -> str:
    return f"{_grown(area_code)} {_extremes(area_code)}".strip()


def _grown(area_code: str) -> str:
    """`Central’s list grew from 36,001 patients on … to 39,352 on …, by 3,351 (9.3%).`."""
    rows = own_list(area_code)
    first, last = (rows[["date", "patients"]].iloc[place] for place in (0, -1))
    moved = int(last["patients"] - first["patients"])
    verb = "grew" if moved > 0 else "fell" if moved < 0 else "went"
    whose = f"{name_of(area_code)}’s list" if area_code in overlap.codes() else "The four lists together"
    return (
        f"{whose} {verb} from {formats.number(first['patients'])} patients on {formats.day(first['date'])} to "
        f"{formats.number(last['patients'])} on {formats.day(last['date'])}, by {formats.number(abs(moved))} "
        f"({overlap.percent(abs(moved), first['patients'])})."
    )


def _moved(area_code: str) -> str:
    """`9.3% more patients`: the last count beside the first."""
    people = own_list(area_code)["patients"]
    change = people.iloc[-1] / people.iloc[0] * 100 - 100
    return f"{formats.number(abs(change), 1)}% {'more' if change >= 0 else 'fewer'} patients"


def _extremes(area_code: str) -> str:
    """The highest and the lowest count held, where they are neither the first nor the last."""
    rows = own_list(area_code).reset_index(drop=True)
    ends = (0, len(rows) - 1)
    found = {"highest": int(rows["patients"].to_numpy().argmax()), "lowest": int(rows["patients"].to_numpy().argmin())}
    said = [
        f"{word} on {formats.day(rows['date'][place])}, at {formats.number(rows['patients'][place])}"
        for word, place in found.items()
        if place not in ends
    ]
    return f"Of all months held it was {sentences.listed(said)}." if said else ""


def _sentence_of_all() -> str:
    parts = []
    for code in overlap.codes():
        rows = own_list(code)["patients"]
        parts.append((rows.iloc[-1] / rows.iloc[0] * 100 - 100, reads.area_name(code)))
    each = [f"{name} {_signed(change)}" for change, name in sorted(parts, reverse=True)]
    return f"{_grown(areas.SUB_ICB)} In the same time: {sentences.listed(each)}."


def _before(area_code: str) -> str:
    """What the other system counted: the years before, and one month that both counted."""
    code = area_code if area_code in overlap.codes() else areas.SUB_ICB
    rows = other_counts()
    older = rows[rows["area_code"] == code].sort_values("date")
    ours = own_list(code).set_index("date")["patients"]
    first, both = older.iloc[0], older[older["date"].isin(ours.index)].iloc[-1]
    last = older[older["date"] < ours.index[0]].iloc[-1]
    return (
        f"Counted by another system (NHSBSA) and not joined: {formats.number(first['patients'])} in "
        f"{_month(first['date'])}, {formats.number(last['patients'])} in {_month(last['date'])}. In "
        f"{_month(both['date'])} it counted {formats.number(both['patients'])} where NHS England counted "
        f"{formats.number(ours[both['date']])}."
    )


def _month(day: pd.Timestamp) -> str:
    return f"{day:%B %Y}"


def _table(area_code: str) -> pd.DataFrame:
    code = area_code if area_code in overlap.codes() else ""
    ours = pd.concat([own_list(each) for each in (areas.SUB_ICB, *overlap.codes())])
    change = pd.concat([_since_first(rows) for _, rows in ours.groupby("area_code")]).round(1)
    both = pd.concat([ours.assign(change=change, counted="NHS England"), other_counts().assign(counted="NHSBSA")])
    mine = both[both["area_code"] == code] if code else both
    ordered = mine.sort_values(["counted", "name", "date"])
    return ordered.assign(date=ordered["date"].dt.date)[list(_TABLE)].rename(columns=_TABLE)
