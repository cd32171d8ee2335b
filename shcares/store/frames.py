"""A DuckDB answer to a frame with the same types whatever its rows hold, and a frame to what DuckDB reads."""

from typing import Final

import duckdb
import pandas as pd
import pyarrow as pa
from pandas.api.types import pandas_dtype

WHOLE_NUMBERS: Final = frozenset({"INTEGER", "BIGINT", "HUGEINT"})
TYPES: Final = {
    "VARCHAR": "str",
    "DATE": "datetime64[us]",
    "TIMESTAMP": "datetime64[us]",
    "DOUBLE": "float64",
    "BOOLEAN": "bool",
}


def to_frame(answer: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """All rows: text as `str`, dates as datetime64, numbers as floats with NaN, whole numbers as int64.

    Whole numbers with a gap are floats too. Lists come as tuples and shapes as bytes: nothing in them can be changed.
    """
    types = {name: str(kind) for name, kind, *_ in answer.description or ()}
    frame = answer.df()
    # DuckDB gives a column without any value another type than one with; the rest is left as it is, for speed.
    wrong = {name: kind for name, kind in types.items() if frame.dtypes[name] != TYPES.get(kind)}
    return frame.assign(**{name: _column(frame[name], kind) for name, kind in wrong.items()})


def to_arrow(frame: pd.DataFrame) -> pa.Table:
    """The frame as an Arrow table, which DuckDB reads without guessing types from a sample of rows."""
    return pa.Table.from_pandas(frame, preserve_index=False)


def _column(column: pd.Series, kind: str) -> pd.Series:
    if kind in TYPES:
        return column.astype(pandas_dtype(TYPES[kind]))
    if kind in WHOLE_NUMBERS:
        return column.astype("float64") if column.hasnans else column.astype("int64")
    if kind == "BLOB":
        return column.map(bytes)
    if kind == "VARCHAR[]":
        return column.map(tuple)
    raise TypeError(f"column {column.name} is {kind}: say here what it becomes")
