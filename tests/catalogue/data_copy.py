"""A small, complete and faultless copy of the shipped data, and the ways to break it."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

from shcares.catalogue import Catalogue, read_catalogue

SHIPPED = Path(__file__).resolve().parents[2] / "data"
KEPT_AREAS = frozenset({"E92000001", "E12000002", "E08000013", "N83001"})
LONG_TABLES = ("list_sizes", "populations", "registrations", "deprivation", "distributions")


def trim(catalogue: Catalogue, target: Path) -> Path:
    """The indicators that the plan names, and those they name, with their figures for a few areas."""
    shutil.copytree(SHIPPED, target, ignore=shutil.ignore_patterns("build", "*.md"))
    kept = _indicators(catalogue)
    for path in (target / "indicators").glob("*.toml"):
        if path.stem not in kept:
            path.unlink()
    for path in (target / "observations").glob("*.csv"):
        rows = _rows(path)
        some = [row for row in rows[1:] if row[0] in kept and row[1] in KEPT_AREAS]
        _write(path, [rows[0], *some]) if some else path.unlink()
    for name in LONG_TABLES:
        path = next(target.rglob(f"{name}.csv"))
        header, *rows = _rows(path)
        _write(path, [header, *(row for row in rows if header[0] != "indicator_id" or row[0] in kept)][:60])
    return target


def _indicators(catalogue: Catalogue) -> set[str]:
    by_id = {indicator.id: indicator for indicator in catalogue.indicators}
    waiting = {name for measure in catalogue.measures for name in (measure.indicator, *measure.context) if name}
    for around in catalogue.supporting:
        waiting |= {name for group in around.group for name in group.indicators}
        waiting |= {register.indicator for register in around.register}
    for model in catalogue.models:
        waiting |= {*model.outcomes, *(name for f in model.factor for a in f.focus_area for name in a.indicators)}
    waiting |= {name for item in catalogue.items for name in item.indicators}
    waiting |= set(catalogue.tables["vintage"]["indicator_id"])
    kept: set[str] = set()
    while waiting:
        name = waiting.pop()
        kept.add(name)
        named = {*by_id[name].related, by_id[name].superseded_by} - {None}
        waiting |= {other for other in named if other is not None} - kept
    return kept


@dataclass(frozen=True)
class DataCopy:
    """A copy of the data that a test may break; each method that changes a table returns the row it changed."""

    root: Path

    def set_cell(self, file: str, column: str, value: str, **where: str) -> int:
        """Write a cell of the first row that has the given cells."""
        rows = _rows(self.root / file)
        header = rows[0]
        number = next(
            place
            for place, row in enumerate(rows)
            if place and all(row[header.index(name)] == cell for name, cell in where.items())
        )
        rows[number][header.index(column)] = value
        _write(self.root / file, rows)
        return number + 1

    def add_row(self, file: str, row: list[str]) -> int:
        """Add a row at the end."""
        rows = [*_rows(self.root / file), row]
        _write(self.root / file, rows)
        return len(rows)

    def row(self, file: str, number: int) -> list[str]:
        """The cells of a row as a spreadsheet numbers it; the header is row 1."""
        return _rows(self.root / file)[number - 1]

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace text that must be there, once."""
        text = (self.root / file).read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        self.write(file, text.replace(old, new, 1).encode())

    def line(self, file: str, start: str, new: str) -> None:
        """Replace the first line that starts with `start`."""
        lines = (self.root / file).read_text("utf-8").splitlines()
        place = next(number for number, line in enumerate(lines) if line.startswith(start))
        lines[place] = new
        self.write(file, ("\n".join(lines) + "\n").encode())

    def append(self, file: str, content: bytes) -> None:
        """Add bytes at the end."""
        self.write(file, (self.root / file).read_bytes() + content)

    def write(self, file: str, content: bytes) -> None:
        """Write a whole file."""
        (self.root / file).write_bytes(content)


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def shipped_catalogue() -> Catalogue:
    """The shipped data, which must be without fault."""
    return read_catalogue(SHIPPED)
