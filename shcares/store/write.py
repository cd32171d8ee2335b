"""Write a new store file: schema, then every table parents first, then the figures; used by the pipeline alone."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias

import duckdb
import pandas as pd

from shcares.domain.errors import DataError, Problem
from shcares.store.frames import to_arrow

SCHEMA: Final = Path(__file__).parent / "schema.sql"
LOAD: Final = Path(__file__).parent / "load.sql"
OBSERVATION: Final = "observation"
TABLES: Final = (
    *("source", "area", "area_group", "boundary", "place_label"),
    *("plan", "plan_section", "priority", "introduction", "priority_fact", "objective", "commitment", "flag"),
    *(
        "model",
        "factor",
        "focus_area",
        "indicator",
        "indicator_break",
        "indicator_note",
        "indicator_topic",
        "indicator_link",
    ),
    *("model_indicator", "model_outcome", "standing", "composite"),
    *("key_measure", "measure_flag", "measure_context", "supporting_group", "supporting_indicator"),
    *("priority_register", "fact_flag", "practice", "practice_event"),
    *("plan_item", "item_indicator", "item_flag", "list_size", "population", "registration", "deprivation", "lookup"),
    *("distribution", "vintage"),
)
"""Every table but the figures and `build_info`, parents before children."""
BLOCKS: Final = {"default_block_size": "65536"}
"""Most tables are small and each key takes whole blocks: a quarter of the usual size halves the file."""
BUILD_INFO: Final = "build_info"

BEFORE_FIGURES: Final = 0.6
"""The share of the work that is done when the figures begin."""

Progress: TypeAlias = Callable[[str, float], None]


def write_store(path: Path, tables: Mapping[str, pd.DataFrame], progress: Progress) -> None:
    """Make the file at `path` from one frame per table, in one transaction: what can be read is whole.

    Raises DataError, naming the table, when a row breaks the schema; the file is then not a store.
    """
    with duckdb.connect(str(path), config=dict(BLOCKS)) as con:
        con.begin()
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        for done, name in enumerate(TABLES):
            progress("Writing the tables", BEFORE_FIGURES * done / len(TABLES))
            for part in _parents_first(name, tables[name]):
                _insert(con, name, part)
        progress("Writing the figures", BEFORE_FIGURES)
        _load_figures(con, tables[OBSERVATION])
        _insert(con, BUILD_INFO, tables[BUILD_INFO])
        con.commit()
        con.execute("checkpoint")
    progress("Written", 1.0)


def _insert(con: duckdb.DuckDBPyConnection, name: str, frame: pd.DataFrame) -> None:
    if frame.empty:
        return
    columns = con.table(name).columns
    with _rows_of(name):
        con.from_arrow(to_arrow(frame[columns])).insert_into(name)


def _load_figures(con: duckdb.DuckDBPyConnection, frame: pd.DataFrame) -> None:
    con.register("incoming", to_arrow(frame))
    with _rows_of(OBSERVATION):
        con.execute(LOAD.read_text(encoding="utf-8"))
    con.unregister("incoming")


def _parents_first(name: str, frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The rows, parents in earlier parts than children: DuckDB looks for parents in earlier inserts only."""
    if name != "area":
        yield frame
        return
    written: set[str] = set()
    while len(frame):
        named = frame[["parent_code", "continued_as"]]
        ready = (named.isna() | named.isin(written)).all(axis=1)
        if not ready.any():
            yield frame
            return
        yield frame[ready]
        written |= set(frame.loc[ready, "area_code"])
        frame = frame[~ready]


@contextmanager
def _rows_of(name: str) -> Iterator[None]:
    """Turn DuckDB's refusal of a row into a problem of the data."""
    try:
        yield
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        remedy = "mend the row in data/; `python -m shcares check` names it"
        problem = Problem(f"table {name}", "", str(error).splitlines()[0], "rows that fit the schema", remedy)
        raise DataError([problem]) from error
