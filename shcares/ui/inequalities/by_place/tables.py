"""The tables behind the measures: every figure of every test and count, of one community or of all."""

import pandas as pd

from shcares.ui import reads
from shcares.ui.inequalities.by_place import neighbourhoods, registers, standing
from shcares.ui.inequalities.by_place.looks import COUNTED_WORDS, TESTED_WORDS
from shcares.ui.places.communities import overlap


def registers_table(area_code: str) -> pd.DataFrame:
    """A row a register and community: counts, shares, multiple with its limits, practices above, verdicts."""
    rows = _of(registers.tests(), area_code)
    return pd.DataFrame(
        {
            "Register": rows["name"],
            "Care community": _names(rows),
            "Focus areas": _focus(rows),
            "Period": rows["period"],
            "Count": rows["count"],
            "Of patients": rows["denominator"],
            "Whom": rows["people"],
            "%": rows["value"].round(2),
            "All four, count": rows["whole_count"],
            "All four, of patients": rows["whole_denominator"],
            "All four, %": rows["whole"].round(2),
            "Times all four": rows["times"].round(3),
            "Lower 99.8% limit": rows["lower"].round(3),
            "Upper 99.8% limit": rows["upper"].round(3),
            "Times the other three": rows["rest"].round(3),
            "Practices above all four": rows["above"],
            "Practices with a figure": rows["practices"],
            "At 99.8%": rows["verdict"].map(TESTED_WORDS),
            "At 95%": rows["verdict_95"].map(TESTED_WORDS),
        }
    ).reset_index(drop=True)


def domains_table(area_code: str) -> pd.DataFrame:
    """A row a domain and community: patients and shares in the most deprived fifth and tenth, mean scores, verdict."""
    rows = _of(neighbourhoods.counts(), area_code)
    return pd.DataFrame(
        {
            "Domain": rows["name"],
            "Care community": _names(rows),
            "Focus areas": _focus(rows),
            "Patients with a known neighbourhood": rows["patients"].astype(int),
            "In the most deprived fifth": rows["fifth"].astype(int),
            "Fifth, %": rows["fifth_share"].round(1),
            "All four, fifth, %": rows["whole_fifth_share"].round(1),
            "Fifth, points apart": rows["fifth_apart"].round(1),
            "Tenth, %": rows["tenth_share"].round(1),
            "All four, tenth, %": rows["whole_tenth_share"].round(1),
            "Tenth, points apart": rows["tenth_apart"].round(1),
            "Mean score": rows["score"].round(2),
            "All four, mean score": rows["whole_score"].round(2),
            "By our rule": rows["verdict"].map(COUNTED_WORDS),
        }
    ).reset_index(drop=True)


def _of(rows: pd.DataFrame, area_code: str) -> pd.DataFrame:
    chosen: pd.DataFrame = rows[rows["network"] == area_code] if area_code in overlap.codes() else rows
    return chosen


def _names(rows: pd.DataFrame) -> list[str]:
    return [reads.area_name(code) for code in rows["network"]]


def _focus(rows: pd.DataFrame) -> list[str]:
    known = standing.focus_areas().index
    return [", ".join(standing.names_of(tuple(one for one in hangs if one in known))) for hangs in rows["focus_areas"]]
