"""The schema refuses what must not be in a store, and the reason names the table."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from shcares.domain.errors import DataError
from shcares.store import queries
from shcares.store.connection import Store, StoreError
from shcares.store.write import TABLES, write_store

Tables = dict[str, pd.DataFrame]
BAD_CELLS: dict[str, list[dict[str, Any]]] = {
    "observation": [
        {"sex": "Everyone"},
        {"sex": None},
        {"count": -1.0},
        {"denominator": -1.0},
        {"lower_ci": 99.0, "upper_ci": 100.0, "ci_method": "published"},
        {"upper_ci": 1.0, "lower_ci": None, "ci_method": "published"},
        {"lower_ci": 0.0, "upper_ci": 0.5, "ci_method": "published"},
        {"lower_ci": None, "upper_ci": None, "ci_method": "wilson"},
        {"lower_ci": 0.0, "upper_ci": 9999.0, "ci_method": "guessed"},
        {"value": None, "lower_ci": None, "upper_ci": None, "ci_method": "none", "note": None},
        {"indicator_id": "nothing"},
        {"area_code": "E99999999"},
        {"source_id": "nobody"},
        {"category": "most deprived", "category_type": None},
        {"age": ""},
    ],
    "indicator": [{"unit": "furlongs"}, {"polarity": "good"}, {"source_id": "nobody"}, {"name": "x" * 71}],
    "area": [{"area_type": "shire"}, {"parent_code": "E99999999"}, {"area_code": None}],
    "practice": [{"status": "open"}, {"map_key": 34}, {"latitude": None}, {"network_code": "U00000"}],
    "key_measure": [
        {"match": "perhaps"},
        {"direction": "sideways"},
        {"objective": "Z"},
        {"indicator_id": "nothing"},
        {"asks_kind": "please"},
        {"asks_kind": "below", "asks_area": None},
        {"asks_kind": "change_units"},
        {"asks_amount": -50.0},
    ],
    "supporting_group": [{"priority_id": "nothing"}, {"heading": None}],
    "supporting_indicator": [{"indicator_id": "nothing"}, {"group_position": 9}],
    "priority_register": [{"indicator_id": "nothing"}, {"priority_id": "nothing"}],
    "source": [{"frequency": "sometimes"}, {"publisher": None}],
    "deprivation": [{"decile": 11}, {"decile": 0}, {"edition": 2004}],
    "list_size": [{"patients": -1}, {"basis": "guess"}],
    "population": [{"population": -5}],
    "distribution": [{"quantile": 1.5}, {"areas": 0}],
    "registration": [{"patients": -1}],
}
CASES = [(table, cells) for table, rows in BAD_CELLS.items() for cells in rows]


def quiet(_step: str, _share: float) -> None:
    """Hear nothing."""


def spoiled(frame: pd.DataFrame, cells: dict[str, Any]) -> pd.DataFrame:
    """The frame with some cells of its first row changed."""
    first = frame.index[0]
    changed = frame.astype(dict.fromkeys(cells, "object"))
    for name, cell in cells.items():
        changed.loc[first, name] = cell
    return changed.astype({name: frame[name].dtype for name in cells if frame[name].dtype == "float64"})


@pytest.mark.parametrize(("table", "cells"), CASES, ids=[f"{table} {cells}" for table, cells in CASES])
def test_a_row_that_breaks_the_schema_is_refused(
    tables: Tables, tmp_path: Path, table: str, cells: dict[str, Any]
) -> None:
    bad = {**tables, table: spoiled(tables[table], cells)}
    with pytest.raises(DataError, match=f"table {table}"):
        write_store(tmp_path / "bad.duckdb", bad, quiet)


@pytest.mark.parametrize(
    "table", ["observation", "area", "indicator", "list_size", "deprivation", "vintage", "supporting_indicator"]
)
def test_the_same_key_twice_is_refused(tables: Tables, tmp_path: Path, table: str) -> None:
    twice = pd.concat([tables[table], tables[table].iloc[[0]]], ignore_index=True)
    with pytest.raises(DataError, match=f"table {table}"):
        write_store(tmp_path / "bad.duckdb", {**tables, table: twice}, quiet)


def test_a_file_left_half_written_is_not_a_store(tables: Tables, tmp_path: Path) -> None:
    path = tmp_path / "half.duckdb"
    bad = {**tables, "observation": spoiled(tables["observation"], {"count": -1.0})}
    with pytest.raises(DataError):
        write_store(path, bad, quiet)
    store = Store(path)
    with pytest.raises(StoreError, match=r"half\.duckdb"):
        queries.build_info(store)
    store.close()


def test_every_row_given_is_in_the_store(tables: Tables, tmp_path: Path) -> None:
    path = tmp_path / "whole.duckdb"
    write_store(path, tables, quiet)
    store = Store(path)
    ids = list(tables["indicator"]["indicator_id"])
    assert len(queries.observations(store, ids)) == len(tables["observation"])
    assert len(queries.areas(store)) == len(tables["area"])
    store.close()


def test_areas_may_be_given_in_any_order(tables: Tables, tmp_path: Path) -> None:
    backwards = {**tables, "area": tables["area"].iloc[::-1]}
    write_store(tmp_path / "backwards.duckdb", backwards, quiet)


def test_every_table_that_is_written_has_a_frame(tables: Tables) -> None:
    assert set(TABLES) | {"observation", "build_info"} == set(tables)


def test_progress_only_grows_and_ends_at_one(tables: Tables, tmp_path: Path) -> None:
    shares: list[float] = []
    write_store(tmp_path / "told.duckdb", tables, lambda _, share: shares.append(share))
    assert shares == sorted(shares) and shares[-1] == 1.0
