"""One short name for the data and the code that turns it into a store: change a byte of either and it changes."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PACKAGES: Final = ("domain", "catalogue", "stats", "store", "pipeline")
"""The packages whose code decides what a store holds."""
SHCARES: Final = Path(__file__).parents[1]
LENGTH: Final = 16


def data_digest(root: Path) -> str:
    """The first 16 hex digits of a SHA-256 over names and bytes of the data and of the code that builds from it."""
    sha = hashlib.sha256()
    for base, path in (*_files_of(root), *_code()):
        content = path.read_bytes()
        name = path.relative_to(base).as_posix()
        # The lengths keep two files from being read as one, or a name as content.
        sha.update(f"{len(name)} {name} {len(content)} ".encode())
        sha.update(content)
    return sha.hexdigest()[:LENGTH]


def _files_of(root: Path) -> Iterator[tuple[Path, Path]]:
    """Every file of data/ but the built stores, texts for people, and what editors and systems hide there."""
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        skipped = parts[0] == "build" or path.suffix == ".md" or any(part.startswith(".") for part in parts)
        if not skipped and path.is_file():
            yield root, path


def _code() -> Iterator[tuple[Path, Path]]:
    for package in PACKAGES:
        for path in sorted((SHCARES / package).rglob("*")):
            if path.suffix in (".py", ".sql"):
                yield SHCARES, path
