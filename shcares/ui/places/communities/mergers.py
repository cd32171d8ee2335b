"""What happened to the lists over time: practices that merged, and the day it was counted where patients live."""

from collections.abc import Mapping
from string import ascii_uppercase
from typing import Any

import pandas as pd

from shcares.style import formats, sentences
from shcares.ui import lineage, reads
from shcares.ui.places import homes
from shcares.ui.places.communities import overlap


@lineage.remember()
def events(area_code: str, since: pd.Timestamp) -> pd.DataFrame:
    """Mergers of one network's practices (of all four's for the borough) and the day homes were counted, lettered.

    Columns `at`, `letter`, `said`, `merger`, `within` (no merger, or one inside a network), `inferred`; mergers before
    `since` are left out.
    """
    known = reads.practice_events()
    network = reads.practice_network()
    merged = known[(known["event"] == "merged_into") & (known["date"] >= since)]
    own = merged["practice_code"].map(network)
    merged = merged[own == area_code if area_code in overlap.codes() else own.notna()]
    rows = [
        {
            "at": row["date"],
            "said": _merger(row),
            "merger": True,
            "inferred": row["certainty"] != "published",
            "within": network.get(row["practice_code"]) == network.get(row["other_code"]),
        }
        for row in merged.to_dict("records")
    ]
    counted = f"where patients live was counted, {overlap.registered_on()}"
    day = {"at": homes.registered_on(), "said": counted, "merger": False, "inferred": False, "within": True}
    rows.append(day)
    ordered = pd.DataFrame(rows).sort_values("at", ignore_index=True)
    return ordered.assign(letter=list(ascii_uppercase[: len(ordered)]))


def _merger(row: Mapping[Any, Any]) -> str:
    sure = "" if row["certainty"] == "published" else " (inferred)"
    return f"{row['short_name']} into {row['other_short_name']}, first seen {formats.day(row['date'])}{sure}"


def key(happened: pd.DataFrame) -> str:
    """What the letters stand for, in one line: the mergers together, then the day homes were counted."""
    merged = happened[happened["merger"]]
    letters = sentences.listed(list(merged["letter"]))
    how = ", inferred from their lists" if merged["inferred"].all() else ""
    others = happened[~happened["merger"]]
    told = [f"{letter}: {said}." for letter, said in zip(others["letter"], others["said"], strict=True)]
    return " ".join([*told, *([f"{letters}: practices merged{how}."] if letters else [])])


def notes(happened: pd.DataFrame) -> tuple[str, ...]:
    """What each letter stands for, and what a merger does to the total."""
    told = "; ".join(f"{letter}: {said}" for letter, said in zip(happened["letter"], happened["said"], strict=True))
    if len(happened) == 1 or not happened["within"].all():
        return (f"{told}.",)
    inferred = " Inferred: one list ended as the other rose, and no register names a successor."
    return (
        f"{told}.{inferred if '(inferred)' in told else ''}",
        "Both practices of a merger are in one network, whose total it leaves as it was.",
    )
