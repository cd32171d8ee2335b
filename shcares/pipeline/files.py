"""The store files in data/build: their names, which of them is good, and sweeping up after killed builds."""

import os
import re
import secrets
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from shcares.pipeline.digest import data_digest
from shcares.store import queries
from shcares.store.connection import Store, StoreError

NAME: Final = re.compile(r"shcares-([0-9a-f]{16})\.duckdb")
UNFINISHED: Final = re.compile(r"\.shcares-[0-9a-f]{16}\.([A-Za-z0-9]+)-(\d+)-[0-9a-f]{8}\.unfinished(\.wal)?")
KEPT: Final = 2
"""Today's store and the one before it, to fall back on."""
ABANDONED_AFTER: Final = 24 * 60 * 60
"""Seconds after which an unfinished file of another machine is taken for dead."""


def build_folder(root: Path) -> Path:
    """Where the stores lie."""
    return root / "build"


def store_path(root: Path) -> Path:
    """Where the store of today's data is or will be."""
    return path_of(root, data_digest(root))


def path_of(root: Path, digest: str) -> Path:
    """Where the store with this digest is or will be."""
    return build_folder(root) / f"shcares-{digest}.duckdb"


def latest_store(root: Path) -> Path | None:
    """The newest good store, whatever data it was built from; None if there is none."""
    return next((path for path in _newest_first(root) if is_good(path)), None)


def is_good(path: Path) -> bool:
    """Whether the file opens, was finished, and holds what its name says."""
    named = NAME.fullmatch(path.name)
    if named is None or not path.is_file():
        return False
    try:
        store = Store(path)
    except StoreError:
        return False
    try:
        return queries.build_info(store).digest == named[1]
    except StoreError:
        return False
    finally:
        store.close()


@contextmanager
def unfinished_file(target: Path) -> Iterator[Path]:
    """A path beside `target` to write to; it becomes `target` in one step if the block ends well, else it goes."""
    owner = f"{_host()}-{os.getpid()}-{secrets.token_hex(4)}"
    path = target.with_name(f".{target.stem}.{owner}.unfinished")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield path
        _flush(path)
        path.replace(target)
        _flush(target.parent)
    finally:
        for left in (path, path.with_name(path.name + ".wal")):
            left.unlink(missing_ok=True)


def sweep(root: Path) -> None:
    """Remove all but the newest good stores, and what killed builds left behind."""
    newest = _newest_first(root)
    good = [path for path in newest if is_good(path)][:KEPT]
    for path in (*(path for path in newest if path not in good), *_abandoned(root)):
        # Another process may have removed it, or, on Windows, may still read it: the next build sweeps again.
        with suppress(OSError):
            path.unlink()


def _newest_first(root: Path) -> list[Path]:
    stores = []
    for path in build_folder(root).glob("shcares-*.duckdb"):
        with suppress(FileNotFoundError):
            stores.append((path.stat().st_mtime_ns, path))
    return [path for _, path in sorted(stores, reverse=True)]


def _abandoned(root: Path) -> Iterator[Path]:
    for path in build_folder(root).glob(".shcares-*"):
        owner = UNFINISHED.fullmatch(path.name)
        if owner is None:
            continue
        with suppress(FileNotFoundError):
            old = time.time() - path.stat().st_mtime > ABANDONED_AFTER
            if old or (owner[1] == _host() and not _alive(int(owner[2]))):
                yield path


def _host() -> str:
    return re.sub(r"[^A-Za-z0-9]", "", socket.gethostname()) or "here"


def _alive(pid: int) -> bool:
    if os.name != "posix":  # elsewhere os.kill would end the process it asks about
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _flush(path: Path) -> None:
    """Put a file, or a folder's list of names, on the disk before anything relies on it."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
