"""The one-way rule of the house and the table of who may use which library, read from the imports of every module."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SIBLINGS = ("sources", "catalogue", "stats", "store", "charts", "maps", "export")
FOUNDATION = ("domain", "style")
# layer -> the layers of this project that it may import beside itself
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "domain": (),
    "style": ("domain",),
    **dict.fromkeys(SIBLINGS, FOUNDATION),
    "pipeline": (*FOUNDATION, "sources", "catalogue", "stats", "store"),
    # `ui` opens the store, and so asks `pipeline` to build it where it is missing.
    # It reads stories with `catalogue`: they are also opened from a file of the visitor's own.
    "ui": (*FOUNDATION, "catalogue", "stats", "store", "charts", "maps", "export", "pipeline"),
    "pages": (*FOUNDATION, "ui"),
    "serve": ("domain", "maps", "pipeline", "ui"),
    "app": ("serve", "ui"),
    "__main__": ("catalogue", "pipeline", "serve", "ui"),
}
# library -> the only layers that may import it
ONLY_IN: dict[str, tuple[str, ...]] = {
    "streamlit": ("ui", "pages", "app", "serve"),
    "streamlit_folium": ("ui",),
    "starlette": ("serve",),
    "uvicorn": ("serve",),
    "brotli": ("serve",),
    "altair": ("charts", "export"),
    "vl_convert": ("charts", "export"),
    "folium": ("maps",),
    "branca": ("maps",),
    "geopandas": ("maps", "pipeline", "store", "ui"),
    "shapely": ("maps", "pipeline", "store"),
    "duckdb": ("store",),
    "httpx": ("sources",),
    "pptx": ("export",),
    "xlsxwriter": ("export",),
    "typst": ("export",),
    # These read in tests what is written here.
    "openpyxl": (),
    "pypdf": (),
    "pypdfium2": (),
    "tomllib": ("catalogue",),
    "scipy": ("stats",),
    "statsmodels": ("stats",),
}
STANDARD_LIBRARY_ONLY = ("domain",)


@dataclass(frozen=True)
class Import:
    """One imported module, by whom and where."""

    layer: str
    file: str
    line: int
    module: str

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"


def test_no_layer_reaches_up_or_sideways() -> None:
    faults = [
        f"{one.place}: {one.layer} imports {target}, but may only import {_in_words(MAY_IMPORT[one.layer])}"
        for one in _imports()
        if (target := _layer_of_module(one.module)) is not None
        and target != one.layer
        and target not in MAY_IMPORT[one.layer]
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_every_library_stays_in_its_layers() -> None:
    faults = [
        f"{one.place}: {one.layer} imports {library}, which belongs only in {_in_words(ONLY_IN[library])}"
        for one in _imports()
        if (library := one.module.split(".")[0]) in ONLY_IN and one.layer not in ONLY_IN[library]
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_the_vocabulary_needs_nothing_but_python() -> None:
    import sys

    faults = [
        f"{one.place}: {one.layer} imports {one.module}, but uses the standard library only"
        for one in _imports()
        if one.layer in STANDARD_LIBRARY_ONLY
        and one.module.split(".")[0] not in sys.stdlib_module_names
        and _layer_of_module(one.module) != one.layer
        and one.module != "shcares"
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_every_package_belongs_to_a_known_layer() -> None:
    packages = [path.name for path in (ROOT / "shcares").iterdir() if path.is_dir() and path.name != "__pycache__"]
    unknown = sorted(set(packages) - set(MAY_IMPORT))
    assert not unknown, f"shcares/{unknown[0]} is in no layer: give it a line in MAY_IMPORT of {Path(__file__).name}"


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("import duckdb", "duckdb"),
        ("from shcares.store import queries", "shcares.store"),
        ("def f():\n    from shcares import ui", "shcares.ui"),
        ("if True:\n    import streamlit.runtime as r", "streamlit.runtime"),
    ],
)
def test_an_import_is_seen_wherever_it_is_written(source: str, module: str) -> None:
    assert module in [found for found, _ in _modules(ast.parse(source))]


def _imports() -> Iterator[Import]:
    for file in _modules_of_the_house():
        path = file.relative_to(ROOT)
        layer = _layer_of_file(path)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for module, line in _modules(tree):
            yield Import(layer, path.as_posix(), line, module)


def _modules_of_the_house() -> Iterator[Path]:
    yield from sorted((ROOT / "shcares").rglob("*.py"))
    yield from sorted((ROOT / "pages").rglob("*.py"))
    yield ROOT / "app.py"


def _modules(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "shcares":
            for alias in node.names:
                yield f"shcares.{alias.name}", node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module, node.lineno


def _layer_of_file(path: Path) -> str:
    if path.parts[0] == "shcares":
        return path.parts[1].removesuffix(".py") if path.parts[1] != "__init__.py" else "domain"
    return path.parts[0].removesuffix(".py")


def _layer_of_module(module: str) -> str | None:
    parts = module.split(".")
    if parts[0] == "shcares" and len(parts) > 1 and parts[1] in MAY_IMPORT:
        return parts[1]
    return parts[0] if parts[0] in {"pages", "app"} else None


def _in_words(names: tuple[str, ...]) -> str:
    return ", ".join(names) if names else "nothing of this project"
