"""A table as Parquet: typed columns, and where they come from in the file's own metadata."""

from collections.abc import Mapping
from io import BytesIO

import pandas as pd
import pyarrow as pa
from pyarrow import parquet


def frame_parquet(frame: pd.DataFrame, provenance: Mapping[str, str]) -> bytes:
    """The frame with one entry of metadata for each of `provenance`, beside those that pandas reads."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    told = {key.encode(): value.encode() for key, value in provenance.items()}
    file = BytesIO()
    parquet.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **told}), file)
    return file.getvalue()
