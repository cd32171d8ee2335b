"""What a practice figure counts, of whom, and the words for both."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shcares.style import formats

_REGISTER = " register for "
_ON_REGISTER = "On the register"
_RECORDED = ", recorded by GP practices"
_AGES = re.compile(r"(\d+)-(\d+) yrs")


@dataclass(frozen=True)
class Counted:
    """The words for a count and for what it is a part of."""

    noun: str
    """What the figure is of: `depression register`."""
    measure: str
    """What the axis measures: `% on the depression register`."""
    people: str
    """Whom or what the denominator counts: `patients aged 18 and over`."""
    joint: str
    """What stands between count and denominator: ` of `."""
    doing: str
    """What the counted do: `are on the depression register`; empty where `joint` says it."""
    heading: str
    """The heading over a column of counts."""

    def of(self, row: dict[Any, Any]) -> str:
        """`12,396 of 68,192 patients aged 18 and over`."""
        return f"{formats.number(row['count'])}{self.joint}{formats.number(row['denominator'])} {self.people}"

    @property
    def below(self) -> str:
        """The heading over a column of denominators."""
        return capital(self.people)

    @property
    def subject(self) -> str:
        """`Patients aged 18 and over on the depression register`."""
        counts_patients = self.heading == _ON_REGISTER
        return capital(f"{self.people} on the {self.noun}" if counts_patients else f"{self.noun}, {self.people}")


def counted(about: dict[str, Any]) -> Counted:
    """The words of one practice indicator."""
    if is_register(about):
        noun = f"{condition(about)} register"
        return Counted(noun, f"% on the {noun}", people(about), " of ", f"are on the {noun}", _ON_REGISTER)
    whose, unit = people(about), str(about["unit_label"])
    known = {
        "gp_smoking_qof": Counted(
            "smoking", "% who smoke", f"{whose} with a smoking record", " of ", "smoke", "Who smoke"
        ),
        "gp_ae_attendances_0_4": Counted(
            "A&E visits of children under 5", unit, "children aged 0 to 4", " A&E visits among ", "", "Visits"
        ),
        "gp_antibiotic_items": Counted(
            "antibiotic items", unit, "items of all kinds", " of ", "are antibiotics", "Antibiotic items"
        ),
        "gp_qof_points": Counted("quality points", unit, "points available", " of ", "were achieved", "Points"),
    }
    plain = Counted(in_sentence(topic(about)), unit, "patients", " of ", "", "Count")
    return known.get(str(about["indicator_id"]), plain)


def is_register(about: dict[str, Any]) -> bool:
    """Whether the figure is the share of patients on a practice's register of a condition."""
    return _REGISTER in about["definition"]


def topic(about: Mapping[Any, Any]) -> str:
    """The name of a practice indicator without what they all say: `Depression`."""
    return str(about["name"]).replace(_RECORDED, "")


def condition(about: dict[str, Any]) -> str:
    """`depression` or `COPD`, for the middle of a sentence."""
    label, name = (str(about[column]).removesuffix(" (GP)").split(",")[0] for column in ("short_name", "name"))
    return in_sentence(name if name.startswith(label) else label)


def people(about: dict[str, Any]) -> str:
    """The patients of the headline age: `patients aged 18 and over`."""
    age = str(about["headline_age"])
    between = _AGES.fullmatch(age)
    if between:
        return f"patients aged {between[1]} to {between[2]}"
    floor = age.removesuffix(" yrs").removesuffix("+")
    return f"patients aged {floor} and over" if age.endswith("+ yrs") else "patients"


def in_sentence(text: str) -> str:
    """A name in the middle of a sentence: `depression`; an abbreviation keeps its capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]
