"""What is shown around the key measures of a priority: strategy/supporting.toml as records, read like the others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SupportingGroup:
    """Indicators of the borough that bear on a priority, under one heading, in the order they are shown."""

    heading: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """A practice register that bears on a priority; `note` says what it stands for where that is something else."""

    indicator: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Supporting:
    """What is shown around the key measures of a priority, whose id is `id`."""

    id: str
    group: tuple[SupportingGroup, ...]
    register: tuple[Register, ...]
