"""All tables of data/: read, typed, and checked column by column and row by row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from shcares.catalogue.cells import typed
from shcares.catalogue.csv_files import TextTable, read_csv
from shcares.catalogue.faults import quoted
from shcares.catalogue.observations import observation_problems
from shcares.catalogue.periods import period_columns, period_problems
from shcares.catalogue.places import place_problems
from shcares.catalogue.references import HOMES, Known, duplicate_problems, reference_problems
from shcares.catalogue.tables import AREA, AREA_GROUP, OBSERVATION, SINGLE_TABLES, VINTAGE, Table
from shcares.domain.errors import Problem
from shcares.domain.records import Indicator
from shcares.domain.vocabulary import AreaType

# An area that kept its shape in 2021 kept its code, and is listed once, under the earlier type.
SAME_CODES = {AreaType.LSOA21: AreaType.LSOA11, AreaType.MSOA21: AreaType.MSOA11}

Pair = tuple[TextTable, pd.DataFrame]


@dataclass(frozen=True)
class Figures:
    """Every file that could be read, as written and typed, by table."""

    pairs: Mapping[str, list[Pair]] = field(default_factory=dict)

    def written(self, table: Table) -> list[TextTable]:
        """The files of one table as they are written."""
        return [written for written, _ in self.pairs[table.name]]


def read_figures(root: Path) -> tuple[Figures, list[Problem]]:
    """Every table, with the problems of single cells."""
    pairs: dict[str, list[Pair]] = {}
    problems: list[Problem] = []
    for table in (*SINGLE_TABLES, OBSERVATION):
        pairs[table.name] = []
        for path in sorted(root.glob(table.path)):
            written, faults = read_csv(path, path.relative_to(root).as_posix(), table)
            problems += faults
            if written is not None:
                values, faults = typed(written)
                problems += faults
                pairs[table.name].append((written, values))
    return Figures(pairs), problems


def known_areas(figures: Figures) -> Known:
    """Area codes, all together as "area" and by area type; nothing if the table of areas cannot be read."""
    known: dict[str, frozenset[str]] = {}
    for written in figures.written(AREA):
        if written.complete:
            cells = written.cells
            unsure = cells.loc[~cells["area_type"].isin(list(AreaType)), "area_code"]
            known["area"] = frozenset(cells["area_code"])
            known |= {
                kind: frozenset(cells.loc[cells["area_type"] == kind, "area_code"]).union(unsure) for kind in AreaType
            }
            known |= {later: known[later] | known[earlier] for later, earlier in SAME_CODES.items()}
    return known


def known_groups(figures: Figures) -> Known:
    """The ids of groups of areas; nothing if their table cannot be read."""
    whole = [written.cells for written in figures.written(AREA_GROUP) if written.complete]
    return {"group": frozenset(whole[0]["group_id"])} if whole else {}


def figure_problems(figures: Figures, known: Known, indicators: Mapping[str, Indicator]) -> list[Problem]:
    """The problems that need more than one cell: keys, references, periods and the rules of each table."""
    problems: list[Problem] = []
    for name, pairs in figures.pairs.items():
        problems += duplicate_problems([written for written, _ in pairs])
        for written, values in pairs:
            problems += reference_problems(written, known)
            if {"indicator_id", "period"} <= set(written.table.names):
                problems += period_problems(written, indicators)
            if name == OBSERVATION.name:
                problems += _source_problems(written, known) + observation_problems(written, values, indicators)
            elif written.complete:
                problems += place_problems(written, values)
    return problems


def _source_problems(written: TextTable, known: Known) -> list[Problem]:
    if source_of(written) in known["source"]:
        return []
    found = f"figures of a source {quoted(source_of(written))} that is not known"
    return [Problem(written.file, "", found, HOMES["source"], "add the source, or rename the file to its id")]


def source_of(written: TextTable) -> str:
    """The source of a file of observations: its name."""
    return Path(written.file).stem


def headline_problems(figures: Figures, indicators: Mapping[str, Indicator]) -> list[Problem]:
    """Indicators that nothing has figures for, or none that is a main value as the indicator describes it."""
    main = ["indicator_id", "sex", "age"]
    there = {row for written in figures.written(OBSERVATION) for row in _distinct(written.cells, main)}
    tables = [*figures.written(OBSERVATION), *figures.written(VINTAGE)]
    filled = {row[0] for written in tables for row in _distinct(written.cells, ["indicator_id"])}
    problems: list[Problem] = []
    for item in indicators.values():
        file, headline = f"indicators/{item.id}.toml", f"{item.headline_sex}, {item.headline_age}"
        if item.id not in filled:
            expected = "at least one row of observations"
            problems.append(Problem(file, "", "no figures", expected, "add its rows, or remove the indicator"))
        elif (item.id, item.headline_sex, item.headline_age) not in there:
            expected = "the sex and age of at least one of its observations"
            problems.append(Problem(file, "field headline", headline, expected, "spell it as in the observations"))
    return problems


def _distinct(cells: pd.DataFrame, columns: list[str]) -> list[tuple[str, ...]]:
    return list(cells[columns].drop_duplicates().itertuples(index=False, name=None))


def joined(figures: Figures, indicators: Mapping[str, Indicator]) -> dict[str, pd.DataFrame]:
    """Each table as one typed frame; observations also get their source and the dates of their period."""
    frames: dict[str, pd.DataFrame] = {}
    for table in SINGLE_TABLES:
        frames[table.name] = figures.pairs[table.name][0][1].reset_index(drop=True)
    parts = [values.assign(source_id=source_of(written)) for written, values in figures.pairs[OBSERVATION.name]]
    if parts:
        frames[OBSERVATION.name] = period_columns(pd.concat(parts, ignore_index=True), indicators)
    return frames
