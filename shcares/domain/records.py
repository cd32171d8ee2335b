"""What a TOML file of data/ becomes: one frozen record per source, indicator, key measure and part of the plan.

Field names are the keys of the files. A field with a default may be left out of the file; every other must be there.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shcares.domain.vocabulary import (
    Asks,
    Certainty,
    IntervalRule,
    Level,
    LifeCourse,
    Polarity,
    Population,
    Sex,
    Statistic,
    Unit,
    YearType,
)


class Frequency(StrEnum):
    """How often a source is published."""

    ANNUAL = "annual"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    ONE_OFF = "one-off"
    ENDED = "ended"


class Refresh(StrEnum):
    """How a source is brought up to date."""

    MANUAL = "manual"


class Direction(StrEnum):
    """Which way the plan wants a key measure to go."""

    UP = "up"
    DOWN = "down"


class Match(StrEnum):
    """How the baseline printed in the plan agrees with the published series."""

    YES = "yes"
    ROUNDS = "rounds"
    NEAR = "near"
    OLD = "old"
    MISMATCH = "mismatch"
    NOT_FOUND = "not_found"
    NONE = "none"


class FlagKind(StrEnum):
    """What a note about the plan is about: the plan against itself, or against a published series."""

    CONTRADICTION = "contradiction"
    SERIES_MATCH = "series_match"


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a set of figures, under which licence, when the copy was taken and when to look again."""

    id: str
    publisher: str
    dataset: str
    release: str
    licence: str
    attribution: str
    retrieved: date
    frequency: Frequency
    refresh: Refresh
    next_due: date | None = None
    via: str | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """The first period of an indicator that cannot be compared with those before it."""

    period: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """A caveat a reader of the indicator should know."""

    text: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a series means, how it was made, and which of its rows are its main values."""

    id: str
    name: str
    short_name: str
    definition: str
    unit: Unit
    unit_label: str
    decimals: int
    polarity: Polarity
    statistic: Statistic
    multiplier: float
    population: Population
    level: Level
    source: str
    year_type: YearType
    rolling: bool
    repeat_events: bool
    interval: IntervalRule
    headline_sex: Sex = field(metadata={"key": "headline.sex"})
    headline_age: str = field(metadata={"key": "headline.age"})
    why: str
    life_course: LifeCourse
    headline_set: bool
    priorities: tuple[str, ...] = ()
    focus_areas: tuple[str, ...] = ()
    external_id: str | None = None
    superseded_by: str | None = None
    related: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section of the plan."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan itself: its words about where the partnership is going, and its sections."""

    title: str
    partnership: str
    vision: str
    mission: str
    target_year_printed: str
    document: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Introduction:
    """One block of the text that introduces a priority."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PriorityFact:
    """A figure or statement the plan gives as the reason for a priority."""

    id: str
    text: str
    section: str
    value: float | None = None
    unit: str | None = None
    flag: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """What partners said they would do towards an objective; `number` only if the plan prints one."""

    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """A lettered objective of a priority with its commitments."""

    letter: str
    text: str
    commitment: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class Priority:
    """One of the plan's priorities."""

    id: str
    position: int
    title: str
    statement: str
    section: str
    introduction: tuple[Introduction, ...] = ()
    fact: tuple[PriorityFact, ...] = ()
    objective: tuple[Objective, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyMeasure:
    """The plan's pairing of an indicator with a baseline and a target, as printed and as numbers.

    `asks` is what the printed words ask for, whatever the target says. `asks_amount` is the change they name, in per
    cent or in units of the measure, downwards negative; `asks_area` the area to be below, or the group of areas to be
    the best of. `counted` names what the figure counts, such as `deaths`.
    """

    id: str
    label: str
    priority: str
    position: int
    printed: str
    asks: Asks
    unit: Unit
    decimals: int
    target_comparable: bool
    match: Match
    section: str
    objective: str | None = None
    baseline_printed: str | None = None
    target_printed: str | None = None
    baseline: float | None = None
    target: float | None = None
    direction: Direction | None = None
    asks_amount: float | None = None
    asks_area: str | None = None
    counted: str | None = None
    baseline_period: str | None = None
    indicator: str | None = None
    target_reason: str | None = None
    flags: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A neutral note on a figure of the plan that does not agree with another."""

    id: str
    kind: FlagKind
    title: str
    note: str
    certainty: Certainty
    section: str
    arithmetic: str | None = None
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A part of a factor of a model, with its share of health; `indicators` are what its composite stands on."""

    id: str
    name: str
    printed_name: str | None = None
    printed_weight: float | None = None
    source_weight: float | None = None
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of a model: what the plan prints and what the source says."""

    id: str
    name: str
    printed_name: str | None = None
    printed_weight: float | None = None
    source_weight: float | None = None
    focus_area: tuple[FocusArea, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A model of what shapes health. `outcomes` are indicators set beside its composite, never part of it."""

    id: str
    position: int
    name: str
    short_name: str
    source: str
    note: str
    outcomes: tuple[str, ...]
    factor: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class PlanItem:
    """Any other statement of the plan; `kind` is its file, `parent` another item of that file.

    `indicators` are those that would show it moving.
    """

    kind: str
    section: str
    position: int
    id: str
    text: str
    title: str | None = None
    parent: str | None = None
    value: float | None = None
    unit: str | None = None
    printed: str | None = None
    practice_code: str | None = None
    flags: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
