"""Questions about the models of what shapes health, and where the authorities stand in them."""

import pandas as pd

from shcares.store.connection import Store

PLAN_MODEL = "contributions"
"""The model that the plan prints."""


def models(con: Store) -> pd.DataFrame:
    """Every model in order; `outcomes` is a tuple of the indicators set beside its composite."""
    return con.frame("models")


def factors(con: Store, model_id: str = PLAN_MODEL) -> pd.DataFrame:
    """The factors of a model with printed and source weights."""
    return con.frame("factors", model_id=model_id)


def focus_areas(con: Store, model_id: str = PLAN_MODEL) -> pd.DataFrame:
    """The parts of each factor with their weights; `measured` is a tuple of the indicators the composite stands on."""
    return con.frame("focus_areas", model_id=model_id)


def standings(con: Store, model_id: str) -> pd.DataFrame:
    """Value and z of each authority on each indicator of a model; above 0 is worse than the mean.

    `areas`, `mean` and `sd` are those of all the indicator's authorities, each counting once.
    """
    return con.frame("standings", model_id=model_id)


def composites(con: Store, model_id: str) -> pd.DataFrame:
    """Scores in standard deviations and ranks from 1 = worst, with their intervals, by level and item of a model."""
    return con.frame("composites", model_id=model_id)
