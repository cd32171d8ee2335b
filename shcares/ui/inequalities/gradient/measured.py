"""The small-area measures that have counts and denominators: which index goes with each, and what to be careful of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shcares.domain.vocabulary import Polarity
from shcares.ui import reads


class Ground(StrEnum):
    """The areas a measure is counted on, which settle the edition of the index that goes with it."""

    LSOA21 = "neighbourhoods of 2021"
    LSOA11 = "neighbourhoods of 2011"
    MSOA21 = "larger neighbourhoods, counted in 2021"
    MSOA11 = "larger neighbourhoods of 2011"

    @property
    def edition(self) -> str:
        """The edition of the index held on the same boundaries."""
        return "2025" if self in (Ground.LSOA21, Ground.MSOA21) else "2019"

    @property
    def is_large(self) -> bool:
        """Whether these are middle-layer areas (MSOA), each a handful of neighbourhoods (LSOA)."""
        return self in (Ground.MSOA21, Ground.MSOA11)


@dataclass(frozen=True)
class Measure:
    """One measure: its indicator, the categories of it that are counted (none: the whole), and its cautions.

    `circular` says how far the index itself measures this; `label` is the indicator's own short name unless given.
    """

    id: str
    indicator_id: str
    ground: Ground
    categories: tuple[str, ...] = ()
    circular: str = ""
    given: str = ""

    @property
    def about(self) -> dict[str, Any]:
        """The indicator's declaration."""
        return reads.indicator(self.indicator_id)

    @property
    def label(self) -> str:
        """`Disabled people (2021)`."""
        return self.given or str(self.about["short_name"])

    @property
    def of(self) -> str:
        """Whom the share is of."""
        if self.about["population"] == "households":
            return "households"
        ages = self.about["headline_age"]
        return "residents" if ages == "All ages" else f"residents ({str(ages).lower()})"

    @property
    def is_bad(self) -> bool:
        """Whether a high share is bad; without that nothing can be called attributable."""
        return bool(self.categories) or self.about["polarity"] == Polarity.LOW_IS_GOOD

    @property
    def kinship(self) -> str:
        """How near it is to what the index itself measures: the heading it stands under in a list of all."""
        return _KINSHIP[self.circular]

    @property
    def has_interval(self) -> bool:
        """Whether chance may be worked out of its counts: not where these are modelled or rounded."""
        return bool(self.about["interval_rule"] == "derive")


_DEPRIVED = ("One dimension", "Two dimensions", "Three dimensions", "Four dimensions")
_CROWDED = ("-1", "-2 or fewer")
_PART = "This is itself one of the counts the index is made of, so its slope is largely there by construction."
_NEAR = "It is made of much the same things as the index, so its slope is partly there by construction."
_SOME = "The index’s health domain counts disability benefits, so a little of the slope is there by construction."
_FUEL = "Fuel poverty depends on income, the index’s heaviest part, so its slope is partly there by construction."
_CAR = "Owning a car follows income, which the index measures: its slope is partly there by construction."
_LET = "Social homes are let by need, and the index measures low income: the slope is near to circular."
KINSHIPS = ("Largely apart from the index", "Close to what the index measures", "Part of the index itself")
_KINSHIP = {
    "": KINSHIPS[0],
    _SOME: KINSHIPS[0],
    **dict.fromkeys((_NEAR, _FUEL, _CAR, _LET), KINSHIPS[1]),
    _PART: KINSHIPS[2],
}

MEASURES = (
    Measure("disability", "disability_2021", Ground.LSOA21, circular=_SOME),
    Measure("deprived", "household_deprivation_2021", Ground.LSOA21, _DEPRIVED, _NEAR, "Deprived households (2021)"),
    Measure(
        "twice_deprived",
        "household_deprivation_2021",
        Ground.LSOA21,
        _DEPRIVED[1:],
        _NEAR,
        "Deprived in two or more ways (2021)",
    ),
    Measure("overcrowded", "overcrowded_households_2021", Ground.LSOA21, circular=_PART),
    Measure("social_rented", "social_rented_households_2021", Ground.LSOA21, circular=_LET),
    Measure("unpaid_care", "unpaid_care_2021", Ground.MSOA21),
    Measure("unpaid_care_most", "unpaid_care_20_hours_2021", Ground.MSOA21),
    Measure("fuel_poverty", "fuel_poverty_2020", Ground.LSOA11, circular=_FUEL),
    Measure("income", "iod2019_income_deprivation", Ground.LSOA11, circular=_PART),
    Measure("employment", "iod2019_employment_deprivation", Ground.LSOA11, circular=_PART),
    Measure("older_income", "iod2019_older_income_deprivation", Ground.LSOA11, circular=_PART),
    Measure(
        "deprived_2011", "household_deprivation_2011", Ground.LSOA11, _DEPRIVED, _NEAR, "Deprived households (2011)"
    ),
    Measure("bad_health", "bad_health_2011", Ground.MSOA11, circular=_SOME),
    Measure("no_qualifications", "no_qualifications_2011", Ground.MSOA11, circular=_PART),
    Measure("no_car", "no_car_households_2011", Ground.MSOA11, circular=_CAR),
    Measure("one_person", "one_person_households_2011", Ground.MSOA11),
    Measure("overcrowded_2011", "occupancy_rating_2011", Ground.MSOA11, _CROWDED, _PART, "Overcrowded homes (2011)"),
)
BY_ID = {measure.id: measure for measure in MEASURES}
WITHHELD = "iod2019_child_income_deprivation"
"""Left out, as some of its counts are withheld: a sum over the others would describe other people."""


def offered() -> dict[str, str]:
    """Ids to labels, in the order of the list."""
    return {measure.id: measure.label for measure in MEASURES}
