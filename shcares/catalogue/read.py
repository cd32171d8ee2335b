"""The whole of data/ in one go: everything it holds if all is well, or every problem if not."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from shcares.catalogue.boundaries import Boundary, read_boundaries
from shcares.catalogue.declarations import declared_ids, indicator_problems, read_declarations, source_problems
from shcares.catalogue.faults import on_one_line, reading_order
from shcares.catalogue.figures import (
    Figures,
    figure_problems,
    headline_problems,
    joined,
    known_areas,
    known_groups,
    read_figures,
)
from shcares.catalogue.inventory import inventory_problems
from shcares.catalogue.models import model_problems
from shcares.catalogue.plan import plan_ids, plan_problems
from shcares.catalogue.references import Known
from shcares.catalogue.stories import read_stories
from shcares.catalogue.strategy import Strategy, read_strategy
from shcares.catalogue.supporting import supporting_problems
from shcares.domain.errors import DataError, Problem
from shcares.domain.records import Flag, Indicator, KeyMeasure, Model, Plan, PlanItem, Priority, Source
from shcares.domain.stories import Story
from shcares.domain.supporting import Supporting


@dataclass(frozen=True)
class Catalogue:
    """The shipped data: declarations as records, tables as frames, boundaries as GeoJSON."""

    sources: tuple[Source, ...]
    indicators: tuple[Indicator, ...]
    plan: Plan
    priorities: tuple[Priority, ...]
    measures: tuple[KeyMeasure, ...]
    supporting: tuple[Supporting, ...]
    flags: tuple[Flag, ...]
    models: tuple[Model, ...]
    stories: tuple[Story, ...]
    items: tuple[PlanItem, ...]
    tables: Mapping[str, pd.DataFrame]
    boundaries: tuple[Boundary, ...]


@dataclass(frozen=True)
class _Reading:
    """What was read, good or bad."""

    sources: Mapping[str, Source]
    indicators: Mapping[str, Indicator]
    strategy: Strategy
    stories: tuple[Story, ...]
    figures: Figures
    boundaries: tuple[Boundary, ...]
    problems: tuple[Problem, ...]


def read_catalogue(root: Path) -> Catalogue:
    """The data below `root`, the data folder. Raises DataError with every problem if there is any."""
    reading = _read(root)
    if reading.problems:
        raise DataError(reading.problems)
    return Catalogue(
        sources=tuple(reading.sources.values()),
        indicators=tuple(reading.indicators.values()),
        plan=next(plan for _, plan in reading.strategy.made(Plan)),
        priorities=tuple(record for _, record in reading.strategy.made(Priority)),
        measures=tuple(record for _, record in reading.strategy.made(KeyMeasure)),
        supporting=tuple(record for _, record in reading.strategy.made(Supporting)),
        flags=tuple(record for _, record in reading.strategy.made(Flag)),
        models=tuple(sorted((record for _, record in reading.strategy.made(Model)), key=lambda model: model.position)),
        stories=reading.stories,
        items=tuple(record for _, record in reading.strategy.made(PlanItem)),
        tables=joined(reading.figures, reading.indicators),
        boundaries=reading.boundaries,
    )


def check_catalogue(root: Path) -> tuple[Problem, ...]:
    """Every problem of the data below `root`, in the order of files; none if all is well."""
    return _read(root).problems


def _read(root: Path) -> _Reading:
    sources, source_faults = read_declarations(root, Source)
    indicators, indicator_faults = read_declarations(root, Indicator)
    strategy, strategy_faults = read_strategy(root)
    stories, story_faults = read_stories(root)
    figures, figure_faults = read_figures(root)
    known = _known(root, strategy, figures)
    boundaries, boundary_faults = read_boundaries(root, known)
    problems = [
        *inventory_problems(root),
        *source_faults,
        *indicator_faults,
        *strategy_faults,
        *story_faults,
        *figure_faults,
        *boundary_faults,
        *(problem for source in sources.values() for problem in source_problems(source)),
        *(problem for indicator in indicators.values() for problem in indicator_problems(indicator, known)),
        *plan_problems(strategy, known),
        *supporting_problems(strategy, known, indicators),
        *model_problems(strategy, known, indicators),
        *figure_problems(figures, known, indicators),
        *headline_problems(figures, indicators),
    ]
    return _Reading(
        sources,
        indicators,
        strategy,
        stories,
        figures,
        boundaries,
        tuple(sorted({on_one_line(problem) for problem in problems}, key=reading_order)),
    )


def _known(root: Path, strategy: Strategy, figures: Figures) -> Known:
    return {
        "indicator": declared_ids(root, Indicator),
        "source": declared_ids(root, Source),
        **plan_ids(strategy),
        **known_areas(figures),
        **known_groups(figures),
    }
