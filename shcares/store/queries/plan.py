"""Questions about the plan: priorities, objectives, key measures, notes on its figures, everything else it says."""

import pandas as pd

from shcares.store.connection import Store


def plan(con: Store) -> pd.DataFrame:
    """One row: title, partnership, vision, mission, target year as printed, document."""
    return con.frame("plan")


def plan_sections(con: Store) -> pd.DataFrame:
    """The plan's sections in order, numbered as the plan numbers them."""
    return con.frame("plan_sections")


def priorities(con: Store) -> pd.DataFrame:
    """The priorities in the plan's order."""
    return con.frame("priorities")


def introductions(con: Store) -> pd.DataFrame:
    """The text that introduces each priority, block by block."""
    return con.frame("introductions")


def priority_facts(con: Store) -> pd.DataFrame:
    """The figures given for each priority; `flags` is a tuple of flag ids."""
    return con.frame("priority_facts")


def objectives(con: Store) -> pd.DataFrame:
    """The lettered objectives in the plan's order."""
    return con.frame("objectives")


def commitments(con: Store) -> pd.DataFrame:
    """What partners said they would do, under each objective."""
    return con.frame("commitments")


def key_measures(con: Store) -> pd.DataFrame:
    """Key measures by priority and position; `context` (indicators shown beside) and `flags` are tuples of ids.

    `asks_kind` is what the words ask for; `asks_amount` a change in per cent or units of the measure, else NaN;
    `asks_area` the area code to be below, or the group id to be best of, else missing.
    """
    return con.frame("key_measures")


def priority_supporting(con: Store) -> pd.DataFrame:
    """The borough's indicators around the key measures of each priority, by heading, in the order they are shown."""
    return con.frame("priority_supporting")


def priority_registers(con: Store) -> pd.DataFrame:
    """The practice registers that bear on each priority; `note` says what a proxy stands for, else missing."""
    return con.frame("priority_registers")


def measure_flags(con: Store) -> pd.DataFrame:
    """The notes on each key measure, one row per pair."""
    return con.frame("measure_flags")


def flags(con: Store) -> pd.DataFrame:
    """Every note on the plan's figures; `measures` is a tuple of key measure ids."""
    return con.frame("flags")


def plan_items(con: Store, kind: str | None = None) -> pd.DataFrame:
    """The plan's other statements of one kind, such as marmot or workforce; `flags` is a tuple of flag ids."""
    return con.frame("plan_items", kind=kind)


def item_indicators(con: Store, kind: str) -> pd.DataFrame:
    """The indicators that would show the statements of one kind moving, in the plan's order."""
    return con.frame("item_indicators", kind=kind)
