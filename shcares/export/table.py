"""A table as CSV: every row says which figure, source and method it belongs to."""

import pandas as pd


def frame_csv(frame: pd.DataFrame, provenance: dict[str, str]) -> bytes:
    """UTF-8 CSV (with the mark spreadsheets need) with one added column per provenance entry."""
    return frame.assign(**provenance).to_csv(index=False).encode("utf-8-sig")
