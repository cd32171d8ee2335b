"""The filters of the figures that are explored, as recipes know them."""

from typing import Any

from shcares.domain.letters import hashed
from shcares.ui import lineage, reads, recipes
from shcares.ui.explore import held


class Known(recipes.Part):
    """A filter whose values are their own names, of which there are too many to look through for every figure."""

    def called(self, value: Any) -> str:
        """The value itself."""
        return str(value)

    def letters_of(self, name: str) -> str:
        """The letters of the name, without looking through the others."""
        return hashed(name, self.letters) if name else ""


@lineage.remember()
def _members() -> dict[str, str]:
    return {label: label for each in reads.indicators()["indicator_id"] for label in ("", *held.members(each))}


@lineage.remember()
def _periods() -> dict[str, str]:
    held_in = (reads.observations(each)["period"] for each in reads.indicators()["indicator_id"])
    return {str(label): str(label) for label in ("", *dict.fromkeys(label for rows in held_in for label in rows))}


@lineage.remember()
def _areas() -> dict[str, str]:
    return {code: code for code in (*held.GROUPS, *reads.area_names())}


AREAS = recipes.Several("areas", _areas, 4, usual="E08000013")
"""Areas by their codes, or one word for a group of them."""
WHO = Known("who", _members, 4, usual="")
"""Whose figures, where not the indicator's main ones."""
FIRST = Known("from", _periods, 4, usual="")
LAST = Known("to", _periods, 4, usual="")
