"""Closed lists of words: what a unit, a polarity, a judgement or an area type may be."""

from enum import StrEnum


class Unit(StrEnum):
    """What one unit of a value is; the words on screen come from the indicator's own `unit_label`."""

    PERCENT = "percent"
    PER_1000 = "per_1000"
    PER_10000 = "per_10000"
    PER_100000 = "per_100000"
    YEARS = "years"
    SCORE = "score"
    MEAN_0_10 = "mean_0_10"
    RATIO = "ratio"
    COUNT = "count"
    GBP = "gbp"
    GBP_PER_WEEK = "gbp_per_week"
    KM = "km"
    METRES = "metres"
    RANK = "rank"
    DECILE = "decile"
    PROPORTION = "proportion"
    TCO2E_PER_HEAD = "tco2e_per_head"
    MICROGRAMS_PER_M3 = "micrograms_per_m3"
    PATIENTS = "patients"


PER = {Unit.PERCENT: 100, Unit.PER_1000: 1_000, Unit.PER_10000: 10_000, Unit.PER_100000: 100_000}
"""How many people a value is of, for the units behind which stand people or events."""


class Polarity(StrEnum):
    """Which end of the scale is good."""

    HIGH_IS_GOOD = "high_is_good"
    LOW_IS_GOOD = "low_is_good"
    NEUTRAL = "neutral"


class Statistic(StrEnum):
    """How the published value was made."""

    PROPORTION = "proportion"
    CRUDE_RATE = "crude_rate"
    DSR = "dsr"
    ISR = "isr"
    MEAN = "mean"
    MEDIAN = "median"
    LIFE_EXPECTANCY = "life_expectancy"
    SLOPE_INDEX = "slope_index"
    SCORE = "score"
    INDEX = "index"
    RANK = "rank"
    RATIO = "ratio"
    COUNT = "count"
    MODELLED = "modelled"


class Population(StrEnum):
    """Whose experience the denominator counts; resident and registered never share one denominator."""

    RESIDENT = "resident"
    REGISTERED = "registered"
    PUPILS = "pupils"
    BIRTHS = "births"
    SERVICE_USERS = "service_users"
    HOUSEHOLDS = "households"
    WORKERS = "workers"
    AREAS = "areas"
    OTHER = "other"


class Level(StrEnum):
    """The geography an indicator was published for."""

    BOROUGH = "borough"
    PRACTICE = "practice"
    SMALL_AREA = "small_area"


class YearType(StrEnum):
    """What a year in a period label means; `index` is a Health Index reference year."""

    CALENDAR = "calendar"
    FINANCIAL = "financial"
    ACADEMIC = "academic"
    INDEX = "index"
    SURVEY = "survey"
    SNAPSHOT = "snapshot"
    CENSUS = "census"


class IntervalRule(StrEnum):
    """Where an indicator's intervals come from: the publisher, count and denominator, or nowhere."""

    PUBLISHED = "published"
    DERIVE = "derive"
    NONE = "none"


class CiMethod(StrEnum):
    """The method behind one observation's interval."""

    PUBLISHED = "published"
    WILSON = "wilson"
    BYAR = "byar"
    EXACT = "exact"
    DOBSON = "dobson"
    NONE = "none"


class LifeCourse(StrEnum):
    """The stage of life an indicator speaks of."""

    STARTING_WELL = "starting_well"
    DEVELOPING_WELL = "developing_well"
    LIVING_WELL = "living_well"
    AGEING_WELL = "ageing_well"
    WHOLE_LIFE = "whole_life"


class Sex(StrEnum):
    """Sex as published."""

    PERSONS = "Persons"
    MALE = "Male"
    FEMALE = "Female"


class AreaType(StrEnum):
    """Kinds of area; LSOA and MSOA codes of 2011 and 2021 are different geographies and never mix."""

    COUNTRY = "country"
    REGION = "region"
    CITY_REGION = "city_region"
    AUTHORITY = "authority"
    ICB = "icb"
    SUB_ICB = "sub_icb"
    NHS_REGION = "nhs_region"
    NETWORK = "network"
    PRACTICE = "practice"
    LSOA11 = "lsoa11"
    LSOA21 = "lsoa21"
    MSOA11 = "msoa11"
    MSOA21 = "msoa21"
    WARD19 = "ward19"
    WARD24 = "ward24"


class Judgement(StrEnum):
    """How a value stands against its comparator."""

    BETTER = "better"
    SIMILAR = "similar"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    NOT_COMPARED = "not_compared"


class Status(StrEnum):
    """Where a key measure stands today against its target; a projection is a different question."""

    MET = "met"
    UNCERTAIN = "uncertain"
    NOT_MET = "not_met"
    NO_USABLE_TARGET = "no_usable_target"


class Verdict(StrEnum):
    """What a projection of a key measure says about its target year; `Status` says where it stands today."""

    MET = "met"
    ON_COURSE = "on_course"
    TOO_CLOSE = "too_close_to_call"
    OFF_COURSE = "off_course"
    NOT_ENOUGH_DATA = "not_enough_independent_data"
    NO_USABLE_TARGET = "no_usable_target"


class Asks(StrEnum):
    """What the words of a key measure ask for: a value below an area's, a change since the baseline, first place."""

    BELOW = "below"
    CHANGE_PERCENT = "change_percent"
    CHANGE_UNITS = "change_units"
    BEST = "best"
    NOTHING = "nothing"


class Certainty(StrEnum):
    """How sure a note about the plan is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    NOT_VERIFIED = "not verified"
