"""One shape for everything that can be wrong with the data: where, what was found, what was expected, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one place, printed on one line."""

    file: str
    place: str
    found: str
    expected: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: found {self.found}; expected {self.expected}; {self.remedy}"


class DataError(Exception):
    """Raised once with every problem, so that one run shows all there is to mend."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
