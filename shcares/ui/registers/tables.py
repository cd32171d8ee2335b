"""The tables behind a register's two figures: every community and every practice, with what is not known said."""

from typing import Any

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, Judgement
from shcares.stats.suppression import Band, absence
from shcares.style import formats
from shcares.ui import reads
from shcares.ui.registers.register import Register, level_of

_BAND = {
    Band.CLEARLY_HIGHER: "above",
    Band.CANNOT_TELL: "can't tell",
    Band.CLEARLY_LOWER: "below",
    Band.NOT_COMPARED: "not tested: no interval",
}
_OUTSIDE = (Band.CLEARLY_HIGHER, Band.CLEARLY_LOWER)
_FAR = {1: "above the 99.8% limit", -1: "below the 99.8% limit", 0: "inside the 99.8% limits"}


def community_table(held: Register, indicator_id: str) -> pd.DataFrame:
    """Communities, St Helens and England in every year in which the communities have counts."""
    rows = reads.observations(indicator_id)
    years = rows.loc[rows["area_type"].eq(AreaType.NETWORK) & rows["count"].notna(), "period"].unique()
    whole = [held.benchmark["area_code"], areas.ENGLAND]
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
    """Every practice: who, how many, how sure, and what it amounts to; later years beneath."""
    rows = pd.concat([held.practices, held.later.assign(band=Band.NOT_COMPARED, far=float("nan"))])
    return pd.DataFrame(
        {
            "Practice": rows["area_short_name"],
            "Care community": rows["community"],
            "Period": [formats.period(label, held.about["year_type"]) for label in rows["period"]],
            "On the register": rows["count"],
            f"{held.people[:1].upper()}{held.people[1:]}": rows["denominator"],
            "%": rows["value"].round(2),
            "Lower 95% limit": rows["lower_ci"].round(2),
            "Upper 95% limit": rows["upper_ci"].round(2),
            "Against St Helens": [_banded(row) for row in rows.to_dict("records")],
            "Funnel limits": [_FAR.get(far, "no count") for far in rows["far"]],
            "Note": [_note(row) for row in rows.to_dict("records")],
        }
    ).reset_index(drop=True)


def _judged(row: dict[Any, Any]) -> str:
    """`higher (99.8%)`, `similar`."""
    judged = Judgement(row["judgement"])
    return f"{judged} ({level_of(row['far'])})" if judged in (Judgement.HIGHER, Judgement.LOWER) else str(judged)


def _banded(row: dict[Any, Any]) -> str:
    """`above (95%)`, `can't tell`."""
    band = Band(row["band"])
    return f"{_BAND[band]} ({level_of(row['far'])})" if band in _OUTSIDE else _BAND[band]


def _note(row: dict[Any, Any]) -> str:
    note = row["note"] if isinstance(row["note"], str) else ""
    missing = absence(row["value"], note)
    said = [note or missing.value] if missing else ["no count is published"] if pd.isna(row["count"]) else []
    if row["status"] not in ("", "active"):
        said.append(f"now {row['status']}")
    return "; ".join(said)
