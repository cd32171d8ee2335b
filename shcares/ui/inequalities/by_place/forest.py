"""What the two forests share: which rows, under which headings, what is written beside each."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from shcares.stats.carried import Carried
from shcares.style.palette import Mark
from shcares.ui import reads
from shcares.ui.places.communities import overlap
from shcares.ui.registers.counted import in_sentence

Words = Callable[[dict[Any, Any]], str]
"""What is said of a row."""


def rows_of(area_code: str, of_community: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    """All rows of one community; for the borough, where each community’s burden is higher, community by community."""
    if area_code in overlap.codes():
        return of_community(area_code)
    each = [of_community(code) for code in overlap.codes()]
    return pd.concat([rows[rows["verdict"] == Carried.MORE] for rows in each])


def whose(area_code: str) -> str:
    """Of whom the figure is."""
    return reads.area_name(area_code) if area_code in overlap.codes() else "the four care communities"


def drawn(
    rows: pd.DataFrame, *, area_code: str, headings: Mapping[Carried, str], marks: list[Mark], label: Words, told: Words
) -> pd.DataFrame:
    """The columns a forest needs but for its numbers; headings are the verdicts, for the borough the communities."""
    records = rows.to_dict("records")
    one = area_code in overlap.codes()
    return pd.DataFrame(
        {
            "name": apart([str(row["name"]) for row in records]),
            "group": [headings[row["verdict"]] if one else reads.area_name(row["network"]) for row in records],
            "label": [label(row) for row in records],
            "said": [f"{told(row)}; {mark.word.lower()}" for row, mark in zip(records, marks, strict=True)],
            "icon": [mark.icon for mark in marks],
            "colour": [mark.colour for mark in marks],
            "ink": [mark.ink for mark in marks],
        },
        index=rows.index,
    )


def apart(names: list[str]) -> list[str]:
    """Names that stand under several communities, told apart by blanks that nobody sees: a row needs its own name."""
    return [name + " " * names[:place].count(name) for place, name in enumerate(names)]


def finding(rows: pd.DataFrame, area_code: str, what: str, sides: tuple[str, str]) -> str:
    """How many of one community's measures stand out; for the borough, what is drawn."""
    if area_code not in overlap.codes():
        return f"Where each community stands higher than all four: {what}"
    counts = rows["verdict"].value_counts()
    more, less = (int(counts.get(side, 0)) for side in (Carried.MORE, Carried.LESS))
    above = f"{sides[0]} on {more or 'none'} of {len(rows)} {what}"
    return f"{reads.area_name(area_code)}: {above}, {sides[1]} on {less or 'none'}"


def sentence(area_code: str, of_community: Callable[[str], pd.DataFrame], *, more: str, words: Words) -> str:
    """Where one community, or each, stands above all four, read aloud."""
    networks = [area_code] if area_code in overlap.codes() else overlap.codes()
    return " ".join(_listed(code, of_community(code), more, words) for code in networks)


def _listed(network: str, rows: pd.DataFrame, more: str, words: Words) -> str:
    named = [
        f"{in_sentence(str(row['name']))} ({words(row)})"
        for row in rows[rows["verdict"] == Carried.MORE].to_dict("records")
    ]
    return f"{reads.area_name(network)}, {more}: {'; '.join(named) or 'none'}."
