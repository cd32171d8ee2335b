"""A store can be read by many threads at once and changed or led astray by none."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from shcares.domain.areas import ST_HELENS
from shcares.store import queries
from shcares.store.connection import LOCKED_DOWN, SQL, Store, StoreError, close_stores, open_store

FORBIDDEN = {
    "attach": "attach '{folder}/other.duckdb'",
    "copy out": "copy area to '{folder}/area.csv'",
    "copy in": "copy area from '{folder}/secret.csv'",
    "read a csv": "select * from read_csv('{folder}/secret.csv')",
    "read a text": "select * from read_text('{folder}/secret.csv')",
    "read by name": "select * from '{folder}/secret.csv'",
    "export": "export database '{folder}/out'",
    "install": "install httpfs",
    "load": "load httpfs",
    "set": "set threads = 1",
    "unlock": "set lock_configuration = false",
    "allow files": "set enable_external_access = true",
    "create": "create table mine (a integer)",
    "insert": "insert into build_info values ('0123456789abcdef', now(), null)",
    "update": "update observation set value = 0",
    "delete": "delete from observation",
    "drop": "drop table observation",
}


def test_480_questions_over_8_threads_all_answer_alike(store: Store) -> None:
    few, many = queries.lsoa_deciles(store, "2019"), queries.observations(store, ["smoking"], [ST_HELENS])

    def ask(number: int) -> bool:
        if number % 8:
            return queries.lsoa_deciles(store, "2019").equals(few)
        return queries.observations(store, ["smoking"], [ST_HELENS]).equals(many)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(480)))


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_store_can_neither_be_changed_nor_reach_outside_itself(
    store_file: Path, tmp_path: Path, statement: str
) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with duckdb.connect(str(store_file), config=dict(LOCKED_DOWN)) as con, pytest.raises(duckdb.Error):
        con.execute(statement.format(folder=tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


def test_a_closed_store_answers_nothing_more(store_file: Path) -> None:
    store = Store(store_file)
    store.close()
    with pytest.raises(StoreError):
        queries.areas(store)


def test_closing_all_stores_lets_the_next_one_open_afresh(store_file: Path) -> None:
    first = open_store(store_file)
    close_stores()
    assert open_store(store_file) is not first
    close_stores()


@pytest.mark.parametrize("content", [None, b"", b"not a store" * 1000], ids=["missing", "empty", "something else"])
def test_a_file_that_is_no_store_is_refused_with_its_name(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "shcares-0123456789abcdef.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=path.name):
        Store(path)


def test_no_question_is_put_together_from_strings() -> None:
    package = SQL.parent
    modules = [*package.glob("*.py"), *(package / "queries").glob("*.py")]
    for module in modules:
        text = module.read_text(encoding="utf-8").lower()
        assert "execute(f" not in text and "select " not in text, module.name
