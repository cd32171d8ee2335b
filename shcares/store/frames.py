"""A DuckDB answer to a frame with the same types whatever its rows hold, and a frame to what DuckDB reads."""

import duckdb
import pandas as pd
import pyarrow as pa

NUMBERS = frozenset({"DOUBLE", "FLOAT"})
WHOLE_NUMBERS = frozenset({"INTEGER", "BIGINT", "HUGEINT"})


def to_frame(answer: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """All rows: text as `str`, dates as datetime64, numbers as floats with NaN, whole numbers as int64 if
    none is missing.
    """
    types = {name: str(kind) for name, kind, *_ in answer.description or ()}
    frame = answer.df()
    return frame.assign(**{name: _column(frame[name], kind) for name, kind in types.items()})


def to_arrow(frame: pd.DataFrame) -> pa.Table:
    """The frame as an Arrow table, which DuckDB reads without guessing types from a sample of rows."""
    return pa.Table.from_pandas(frame, preserve_index=False)


def _column(column: pd.Series, kind: str) -> pd.Series:
    if kind == "VARCHAR":
        return column.astype("str")
    if kind in ("DATE", "TIMESTAMP"):
        return column.astype("datetime64[us]")
    if kind in NUMBERS:
        return column.astype("float64")
    if kind in WHOLE_NUMBERS:
        return column.astype("float64") if column.hasnans else column.astype("int64")
    if kind == "BOOLEAN":
        return column.astype("bool")
    if kind == "BLOB":
        return column.map(bytes)
    if kind == "VARCHAR[]":
        return column.map(tuple)
    raise TypeError(f"column {column.name} is {kind}: say here what it becomes")
