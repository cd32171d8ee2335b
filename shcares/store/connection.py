"""One read-only connection per store file for the whole process; every question gets a cursor of its own."""

import threading
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

import duckdb
import pandas as pd

from shcares.store.frames import to_frame

SQL = Path(__file__).parent / "sql"
LOCKED_DOWN: Final = {
    "access_mode": "read_only",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}
"""DuckDB wants every connection of a process to one file to have the same settings, so this is the only set."""

Parameter: TypeAlias = str | int | list[str] | None
listener: ContextVar[Callable[[str, dict[str, Parameter]], None] | None] = ContextVar("listener", default=None)
"""Hears every question as it is asked, so that a figure can say what it rests on."""


class StoreError(Exception):
    """The file is not there, cannot be opened, or is not a store."""


class Store:
    """An open store. Threads may share it: a cursor is made and closed for every question."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises StoreError."""
        self.path = path
        try:
            self._connection = duckdb.connect(str(path), config=dict(LOCKED_DOWN))
        except duckdb.Error as error:
            raise StoreError(f"{path} cannot be opened as a store: {error}") from error

    def frame(self, question: str, **parameters: Parameter) -> pd.DataFrame:
        """The answer of `sql/<question>.sql` with its named parameters. Raises StoreError."""
        hear = listener.get()
        if hear is not None:
            hear(question, parameters)
        try:
            with self._connection.cursor() as cursor:
                return to_frame(cursor.execute(sql_text(question), parameters))
        except duckdb.Error as error:
            raise StoreError(f"{self.path.name} cannot answer {question}: {error}") from error

    def close(self) -> None:
        """Give the file back; questions asked afterwards fail."""
        self._connection.close()


@cache
def sql_text(question: str) -> str:
    """The text of `sql/<question>.sql`."""
    return (SQL / f"{question}.sql").read_text(encoding="utf-8")


_stores: dict[Path, Store] = {}
_lock = threading.Lock()


def open_store(path: Path) -> Store:
    """The process's one store for this file, opened at the first call. Raises StoreError."""
    with _lock:
        path = path.resolve()
        if path not in _stores:
            _stores[path] = Store(path)
        return _stores[path]


def close_stores() -> None:
    """Close every store of the process."""
    with _lock:
        for store in _stores.values():
            store.close()
        _stores.clear()
