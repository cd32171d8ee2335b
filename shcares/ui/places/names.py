"""What a practice is called wherever one is chosen: its name today, the plan's, the register's, and its code."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from shcares.ui import reads

_GONE = {"closed": "closed", "dormant": "dormant"}


@st.cache_resource(show_spinner=False)
def practice_labels() -> dict[str, str]:
    """Practice codes to labels that hold every name it is known by, so that typing any of them finds it; by name."""
    labels = {str(row["practice_code"]): _label(row) for row in reads.practices().to_dict("records")}
    return dict(sorted(labels.items(), key=lambda entry: entry[1].casefold()))


def _label(row: Mapping[Any, Any]) -> str:
    """`Modality St Helens (Haydock Medical Centre in the plan, N83020)`."""
    said = [f"{row[column]} in {where}" for column, where in _OTHER_NAMES.items() if _differs(row, column)]
    status = _GONE.get(str(row["status"]))
    return f"{row['short_name']} ({', '.join([*said, *([status] if status else []), str(row['practice_code'])])})"


_OTHER_NAMES = {"plan_name": "the plan", "name": "the register"}


def _differs(row: Mapping[Any, Any], column: str) -> bool:
    return isinstance(row[column], str) and row[column] != row["short_name"]
