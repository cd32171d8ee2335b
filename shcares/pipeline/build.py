"""From data/ to a store: read, derive, write beside, move into place in one step."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pandas as pd

from shcares.catalogue.read import Catalogue, read_catalogue
from shcares.pipeline.boundaries import boundary_frame
from shcares.pipeline.composites import composite_frames
from shcares.pipeline.declared import build_info_frame, indicator_frames, source_frames
from shcares.pipeline.derive import derive_intervals, mark_pandemic
from shcares.pipeline.digest import data_digest
from shcares.pipeline.files import is_good, path_of, sweep, unfinished_file
from shcares.pipeline.planned import (
    item_frames,
    measure_frames,
    model_frames,
    plan_frames,
    priority_frames,
    supporting_frames,
)
from shcares.store.write import write_store

ATTEMPTS: Final = 3
"""How often data that changes while it is being read is read again."""

Progress = Callable[[str, float], None]


def build(root: Path, *, progress: Progress = lambda _step, _share: None) -> Path:
    """The store of the data in `root`, made if it is not there yet. `progress` hears the step and the share done.

    Raises DataError if the data has faults; the last good store stays where it is. A kill at any moment leaves it too.
    """
    digest, catalogue = _read(root, progress)
    target = path_of(root, digest)
    if catalogue is not None:
        progress("Working out intervals", 0.4)
        tables = {**store_tables(catalogue), "build_info": _build_info(digest, catalogue)}
        with unfinished_file(target) as path:
            write_store(path, tables, lambda step, share: progress(step, 0.5 + 0.45 * share))
    sweep(root)
    progress("Ready", 1.0)
    return target


def store_tables(catalogue: Catalogue) -> Mapping[str, pd.DataFrame]:
    """One frame for every table of the store but `build_info`."""
    observations = mark_pandemic(derive_intervals(catalogue.tables["observation"], catalogue.indicators))
    return {
        **catalogue.tables,
        **source_frames(catalogue.sources),
        **indicator_frames(catalogue.indicators),
        **plan_frames(catalogue.plan),
        **priority_frames(catalogue.priorities),
        **measure_frames(catalogue.measures, catalogue.flags),
        **supporting_frames(catalogue.supporting),
        **model_frames(catalogue.models),
        **composite_frames(catalogue.models, catalogue.indicators, observations, dict(catalogue.tables)),
        **item_frames(catalogue.items),
        "boundary": boundary_frame(catalogue.boundaries, catalogue.tables["lookup"]),
        "observation": observations,
    }


def _read(root: Path, progress: Progress) -> tuple[str, Catalogue | None]:
    """The digest, and the data it stands for unless its store is there already."""
    for _ in range(ATTEMPTS):
        digest = data_digest(root)
        if is_good(path_of(root, digest)):
            return digest, None
        progress("Reading and checking the data", 0.0)
        catalogue = read_catalogue(root)
        if data_digest(root) == digest:
            return digest, catalogue
    raise RuntimeError(f"{root} changed during each of {ATTEMPTS} readings; build again when nothing writes to it")


def _build_info(digest: str, catalogue: Catalogue) -> pd.DataFrame:
    return build_info_frame(digest, datetime.now(UTC), catalogue.sources)
