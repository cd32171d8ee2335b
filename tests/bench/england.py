"""A store the size of England, made from the shape of the borough's figures; for measuring only."""

import time
from pathlib import Path

import duckdb

PRACTICES = 6_250
AUTHORITIES = 153
SQL = Path(__file__).with_name("england.sql")


def grow(store: Path, observations: int) -> tuple[int, float]:
    """Fill the store up to at least so many observations; returns how many it holds then and the seconds it took."""
    began = time.perf_counter()
    wanted = {"practices": PRACTICES, "authorities": AUTHORITIES, "observations": observations}
    with duckdb.connect(str(store)) as con:
        for statement in con.extract_statements(SQL.read_text(encoding="utf-8")):
            con.execute(statement, {name: wanted[name] for name in statement.named_parameters})
        con.execute("checkpoint")
        counted = con.execute("select count(*) from observation").fetchone()
    assert counted is not None
    return int(counted[0]), time.perf_counter() - began
