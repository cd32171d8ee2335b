"""The command `check`: every problem one a line, or one line that says all is well."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from shcares.catalogue.faults import reading_order
from shcares.catalogue.read import Catalogue, read_catalogue
from shcares.domain.errors import DataError, Problem

Further = Callable[[Path], Sequence[Problem]]


def _nothing_further(_root: Path) -> Sequence[Problem]:
    return ()


def check(root: Path, further: Further = _nothing_further) -> int:
    """Check the data folder; the exit status is 0 if all is well, else 1.

    `further` looks, once the files are well, for what only shows where figures are made.
    """
    try:
        catalogue = read_catalogue(root)
        if problems := further(root):
            raise DataError(problems)
    except DataError as error:
        print(*sorted(error.problems, key=reading_order), sep="\n", file=sys.stderr)
        return 1
    print(summary(catalogue))
    return 0


def summary(catalogue: Catalogue) -> str:
    """How much was read, in one line."""
    tables: Mapping[str, pd.DataFrame] = catalogue.tables
    observations = len(tables.get("observation", ()))
    return (
        f"All is well: {len(catalogue.indicators)} indicators from {len(catalogue.sources)} sources, "
        f"{observations:,} observations, {len(tables['area']):,} areas, {len(catalogue.boundaries)} boundaries, "
        f"{len(catalogue.measures)} key measures."
    )
