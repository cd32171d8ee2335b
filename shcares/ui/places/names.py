"""What a practice is called wherever one is chosen, by all its names and its code; a neighbourhood, with its ward."""

from collections.abc import Mapping
from typing import Any

from shcares.style import sentences
from shcares.ui import lineage, reads

_OPEN = "active"
_NOWHERE = "in no care community"


@lineage.remember()
def practice_labels() -> dict[str, str]:
    """Practice codes to labels that hold every name it is known by, so that typing any of them finds it; by name."""
    labels = {str(row["practice_code"]): _label(row) for row in reads.practices().to_dict("records")}
    return dict(sorted(labels.items(), key=lambda entry: entry[1].casefold()))


@lineage.remember()
def neighbourhood_labels() -> dict[str, str]:
    """Codes of the neighbourhoods of 2011 to their names and their wards of 2024, by name: either finds them."""
    wards = reads.lookup().groupby("lsoa11_code")["ward24_code"].unique()
    named = sorted((reads.area_name(code), str(code)) for code in wards.index)
    return {code: f"{name}, {_ward_words([reads.area_name(ward) for ward in wards[code]])}" for name, code in named}


def _ward_words(names: list[str]) -> str:
    return f"{sentences.listed(sorted(names))} ward{'s' if len(names) > 1 else ''}"


@lineage.remember()
def practice_order(area_code: str) -> tuple[str, ...]:
    """All practices to choose from: those of the chosen community first, its open ones before the others; by name."""
    known = reads.practices().set_index("practice_code")
    mine = known.index[known["network_code"] == area_code]
    gone = known.index[known["status"] != _OPEN]
    return tuple(sorted(practice_labels(), key=lambda code: (code not in mine, code in mine and code in gone)))


def _label(row: Mapping[Any, Any]) -> str:
    """`Modality St Helens (Haydock Medical Centre in the plan, Newton & Haydock, N83020)`."""
    label = _with_register(row, str(row["name"]))
    official = str(row["official_name"])
    return label if _holds(label, official) else _with_register(row, official)


def _with_register(row: Mapping[Any, Any], spelled: str) -> str:
    names = {"the plan": row["plan_name"], "the register": spelled}
    said = [f"{name} in {where}" for where, name in names.items() if _differs(row, name)]
    place = row["network_short_name"] if isinstance(row["network_short_name"], str) else _NOWHERE
    status = [str(row["status"])] if row["status"] != _OPEN else []
    return f"{row['short_name']} ({', '.join([*said, place, *status, str(row['practice_code'])])})"


def _differs(row: Mapping[Any, Any], name: Any) -> bool:
    return isinstance(name, str) and name != row["short_name"]


def _holds(label: str, typed: str) -> bool:
    """Whether a box finds this label by what is typed: all its letters are there in order, as abbreviations are."""
    letters = iter(label.casefold())
    return all(letter in letters for letter in typed.casefold())
