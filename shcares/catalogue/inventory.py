"""Which files data/ holds: each one that must be there, and none that nothing reads."""

from fnmatch import fnmatchcase
from pathlib import Path

from shcares.catalogue.strategy import FILES, PLAN_MODEL
from shcares.catalogue.tables import OBSERVATION, SINGLE_TABLES
from shcares.domain.errors import Problem

REQUIRED = (*(table.path for table in SINGLE_TABLES), *(f"strategy/{name}.toml" for name in (*FILES, PLAN_MODEL)))
PATTERNS = (
    OBSERVATION.path,
    "sources/*.toml",
    "indicators/*.toml",
    "strategy/*.toml",
    "strategy/models/*.toml",
    "strategy/stories/*.toml",
    "geography/boundaries/*.geojson",
    "*.md",
)
IGNORED = ("build", ".git")


def inventory_problems(root: Path) -> list[Problem]:
    """Files that are missing, and files that no part of the catalogue knows."""
    if not root.is_dir():
        return [Problem(str(root), "", "no such folder", "the data folder", "give its path with --data")]
    missing = [
        Problem(path, "", "no such file", "a file the catalogue reads", "put it back")
        for path in REQUIRED
        if not (root / path).is_file()
    ]
    unknown = [
        Problem(name, "", "an unexpected file", "only files the catalogue reads", "remove, rename or move it")
        for name in _files(root)
        if name not in REQUIRED and not _fits(name)
    ]
    return missing + unknown


def _files(root: Path) -> list[str]:
    parts = [path.relative_to(root) for path in sorted(root.rglob("*")) if path.is_file()]
    kept = [part for part in parts if part.parts[0] not in IGNORED and not part.name.startswith(".")]
    return [part.as_posix() for part in kept]


def _fits(name: str) -> bool:
    return any(fnmatchcase(name, pattern) and name.count("/") == pattern.count("/") for pattern in PATTERNS)
