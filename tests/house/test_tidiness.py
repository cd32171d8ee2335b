"""Rules of the house that a reader could check by eye, checked for them."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![0-9A-Za-z_-])")
# Colours that a stylesheet or a setting must spell out are generated from, or checked against, the palette.
COLOURS_ALLOWED_IN = ("shcares/style/", "shcares/maps/leaflet/", ".streamlit/config.toml", "tests/", "data/")
SQL_WORDS = re.compile(
    r"\bselect\b.+\bfrom\b|\binsert into\b|\bcreate table\b|\bdelete from\b|\bupdate \w+ set\b", re.I | re.S
)
# Hosts of package registries and what names them; in two halves so that this file does not name one.
REGISTRIES = tuple(
    "".join(halves)
    for halves in (("pypi", ".org"), ("pythonhosted", ".org"), ("registry.npm", "js"), ("/opt", "/pypi"))
)
TEXT_SUFFIXES = {
    ".py",
    ".toml",
    ".txt",
    ".in",
    ".md",
    ".ini",
    ".sql",
    ".css",
    ".html",
    ".js",
    ".json",
    ".csv",
    ".geojson",
    "",
}


def test_pages_live_in_folders_by_section() -> None:
    loose = sorted(path.name for path in (ROOT / "pages").glob("*.py"))
    assert not loose, (
        f"pages/{loose[0]} must move into a section's folder: a cold deep link would run it without app.py"
    )


def test_every_package_says_what_it_is() -> None:
    for folder in (ROOT / "shcares").iterdir():
        if not folder.is_dir() or folder.name == "__pycache__":
            continue
        start = folder / "__init__.py"
        said = start.exists() and ast.get_docstring(ast.parse(start.read_text(encoding="utf-8")))
        assert said or (folder / "README.md").exists(), f"shcares/{folder.name} has neither a docstring nor a README.md"


def test_colours_are_named_in_one_place() -> None:
    faults = [
        f"{place}: {colour[0]} belongs in shcares/style/palette.py"
        for path, text in _texts(".py", ".css", ".toml")
        if not path.startswith(COLOURS_ALLOWED_IN)
        for number, line in enumerate(text.splitlines(), 1)
        for place in [f"{path}:{number}"]
        for colour in [HEX_COLOUR.search(line)]
        if colour
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_sql_is_written_only_in_the_store() -> None:
    faults = [
        f"{path}:{node.lineno}: SQL belongs in shcares/store/sql"
        for path, text in _texts(".py")
        if path.startswith(("shcares/", "pages/", "app.py")) and not path.startswith("shcares/store/")
        for node in _strings(ast.parse(text))
        if SQL_WORDS.search(str(node.value))
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_nothing_points_outside_the_project() -> None:
    outside = ".." + "/shared"
    faults = [f"{path}: names {word}" for path, text in _texts() for word in (outside, *REGISTRIES) if word in text]
    assert not faults, "\n" + "\n".join(faults)


def _strings(tree: ast.AST) -> Iterator[ast.Constant]:
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node


def _texts(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Every text file of the project, those not yet committed too, with its path."""
    for name in _files():
        path = ROOT / name
        if path.suffix in (suffixes or TEXT_SUFFIXES) and path.is_file():
            yield name, path.read_text(encoding="utf-8")


@cache
def _files() -> tuple[str, ...]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("this copy of the project is no git checkout, so its own files cannot be told from others")
    return tuple(listed.stdout.splitlines())
