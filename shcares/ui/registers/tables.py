"""The tables behind a register's figures: every community and every practice, with what is not known said."""

from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, Statistic
from shcares.stats.suppression import Band, absence
from shcares.style import formats
from shcares.ui import reads
from shcares.ui.registers.changes import broken_between, merger_words
from shcares.ui.registers.counted import capital
from shcares.ui.registers.looks import BAND_WORDS
from shcares.ui.registers.register import CLEAR, Register, level_of

_BAND = {
    Band.CLEARLY_HIGHER: "above",
    Band.CANNOT_TELL: "can't tell",
    Band.CLEARLY_LOWER: "below",
    Band.NOT_COMPARED: "not tested: no interval",
}
_FAR = {1: "above the 99.8% limit", -1: "below the 99.8% limit", 0: "inside the 99.8% limits"}


def community_table(held: Register, indicator_id: str) -> pd.DataFrame:
    """Communities, St Helens and England in every year in which the communities have counts."""
    rows = reads.observations(indicator_id)
    years = rows.loc[rows["area_type"].eq(AreaType.NETWORK) & rows["count"].notna(), "period"].unique()
    whole = [areas.SUB_ICB, areas.ENGLAND]
    kept = rows[rows["period"].isin(years) & (rows["area_type"].eq(AreaType.NETWORK) | rows["area_code"].isin(whole))]
    ordered = kept.sort_values(["period_end", "area_type", "value"], ascending=[False, False, False])
    judged = {row["area_code"]: _judged(row) for row in held.networks.to_dict("records")}
    now = [formats.period(label, held.about["year_type"]) for label in ordered["period"]]
    return pd.DataFrame(
        {
            "Area": ordered["area_short_name"],
            "Period": now,
            "On the register": ordered["count"],
            "Patients": ordered["denominator"],
            "%": ordered["value"].round(2),
            "Lower 95% limit": ordered["lower_ci"].round(2),
            "Upper 95% limit": ordered["upper_ci"].round(2),
            "Against St Helens": [
                judged[code] if code in judged and year == held.period else ""
                for code, year in zip(ordered["area_code"], now, strict=True)
            ],
        }
    ).reset_index(drop=True)


def practice_table(held: Register) -> pd.DataFrame:
    """Every practice: who, how many, how sure, and what it amounts to; later years beneath.

    A column of which nothing is held is left out.
    """
    return _tabled(pd.concat([held.practices, held.ended, held.later]), held)


def _tabled(rows: pd.DataFrame, held: Register) -> pd.DataFrame:
    records, breaks = rows.to_dict("records"), _breaks(rows, held)
    table = pd.DataFrame(
        {
            "Practice": rows["area_short_name"],
            "Care community": rows["community"],
            "Period": [formats.period(label, held.about["year_type"]) for label in rows["period"]],
            **measured(rows, held),
            f"Against {held.benchmark.name}": [banded(row) for row in records],
            "Funnel limits": [_FAR.get(row["far"], "no count") for row in records],
            "Note": [_note(row, held, breaks[row["period_start"]]) for row in records],
        }
    ).reset_index(drop=True)
    unheld = [name for name in ("On the register", held.counted.heading) if name in table and table[name].isna().all()]
    unheld += [held.counted.below] if unheld else []
    untested = [] if held.has_funnel else ["Funnel limits"]
    unread = [] if held.is_tested else [f"Against {held.benchmark.name}", "Lower 95% limit", "Upper 95% limit"]
    bare = unread if not held.has_intervals else unread[:1]
    return table.drop(columns=[*dict.fromkeys([*unheld, *untested, *bare])])


def community_practices(held: Register, network_code: str) -> pd.DataFrame:
    """The practices of one community, or all; then what they are read against: the community, St Helens, England."""
    every = pd.concat([held.practices, held.ended, held.later])
    own = every[every["network"] == network_code]
    kept = _tabled(own if len(own) else every, held)
    rows = reads.observations(str(held.about["indicator_id"]))
    whole = [network_code, areas.SUB_ICB, areas.ENGLAND]
    named = rows[(rows["period_start"] == held.starts) & rows["area_code"].isin(whole)]
    beneath = pd.DataFrame(
        {
            "Practice": named["area_short_name"],
            "Care community": "",
            "Period": held.period,
            **measured(named, held),
            "Note": "read against",
        }
    )
    return pd.concat([kept, beneath[[name for name in beneath if name in kept]]], ignore_index=True)


def measured(rows: pd.DataFrame, held: Register) -> dict[str, pd.Series]:
    """The columns of figures: count, denominator, value and limits."""
    unit = "%" if held.about["unit_label"] == "%" else capital(str(held.about["unit_label"]))
    return {
        held.counted.heading: rows["count"],
        held.counted.below: rows["denominator"],
        unit: rows["value"].round(2),
        "Lower 95% limit": rows["lower_ci"].round(2),
        "Upper 95% limit": rows["upper_ci"].round(2),
    }


def _judged(row: dict[Any, Any]) -> str:
    """`clearly higher (99.8%)`, `can't tell`."""
    band = Band(row["band"])
    return f"{BAND_WORDS[band]} ({level_of(row['far'])})" if band in CLEAR else BAND_WORDS[band]


def banded(row: dict[Any, Any]) -> str:
    """`above (95%)`, `can't tell`."""
    band = Band(row["band"])
    return f"{_BAND[band]} ({level_of(row['far'])})" if band in CLEAR else _BAND[band]


def _breaks(rows: pd.DataFrame, held: Register) -> dict[Any, str]:
    """First days of years to the break of the series between the year shown and that year."""
    indicator_id = str(held.about["indicator_id"])
    return {start: broken_between(indicator_id, held.starts, start) for start in rows["period_start"].unique()}


def _note(row: dict[Any, Any], held: Register, broken: str) -> str:
    """Why a value is missing, that it has no count, what became of the practice, and breaks since the year shown."""
    note = row["note"] if isinstance(row["note"], str) else ""
    missing = absence(row["value"], note)
    uncounted = pd.isna(row["count"]) and held.about["statistic"] == Statistic.PROPORTION
    said = [note or missing.value] if missing else ["no count is published"] if uncounted else []
    if row["status"] not in ("", "active"):
        said.append(f"now {row['status']}")
    said.append(merger_words(row["area_code"], row["period_end"]))
    said.append(broken)
    return "; ".join(part for part in said if part)
