"""The digest stands for the data and nothing else."""

from pathlib import Path

import pytest

from shcares.pipeline import data_digest, store_path


def test_the_same_data_elsewhere_has_the_same_digest(root: Path, tmp_path: Path) -> None:
    before = data_digest(root)
    assert data_digest(root.rename(tmp_path / "elsewhere")) == before
    assert len(before) == 16 and set(before) <= set("0123456789abcdef")


def test_one_changed_byte_changes_the_digest_and_the_name_of_the_store(root: Path) -> None:
    before, named = data_digest(root), store_path(root)
    place = root / "areas" / "area_groups.csv"
    place.write_bytes(place.read_bytes().replace(b"E08000012", b"E08000011"))
    assert data_digest(root) != before and store_path(root) != named
    assert store_path(root).name == f"shcares-{data_digest(root)}.duckdb"


def test_a_renamed_file_changes_the_digest(root: Path) -> None:
    before = data_digest(root)
    (root / "sources" / "survey_2020.toml").rename(root / "sources" / "survey_2021.toml")
    assert data_digest(root) != before


def test_bytes_that_move_from_one_file_to_the_next_change_the_digest(root: Path) -> None:
    first, second = root / "sources" / "a.toml", root / "sources" / "b.toml"
    first.write_text("ab")
    second.write_text("c")
    before = data_digest(root)
    first.write_text("a")
    second.write_text("bc")
    assert data_digest(root) != before


@pytest.mark.parametrize("name", ["build/shcares-x.duckdb", "README.md", "areas/README.md", ".hidden", "areas/.x.swp"])
def test_stores_texts_for_people_and_hidden_files_do_not_count(root: Path, name: str) -> None:
    before = data_digest(root)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("anything")
    assert data_digest(root) == before
