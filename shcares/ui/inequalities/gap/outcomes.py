"""The outcomes set beside a model: each authority's value under the code it goes by today, and how both agree."""

from dataclasses import dataclass

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Polarity
from shcares.pipeline.composites import LEAST_SHARE, latest_period
from shcares.stats.relations import direction
from shcares.style import formats
from shcares.ui import lineage, reads
from shcares.ui.inequalities.gap.held import HUNDRED, authorities
from shcares.ui.inequalities.gap.standing import WHOLE, items, standing
from shcares.ui.inequalities.gradient.related import Related, related

_SEX = {"Persons": "", "Male": "men", "Female": "women"}


@dataclass(frozen=True)
class Beside:
    """One outcome of one sex: its label on screen, its rows of the newest period held widely, and where they are from.

    `held` pairs the model's overall score in points (`x`) with the outcome (`y`), by authority.
    """

    indicator_id: str
    sex: str
    label: str
    inside: str
    unit: str
    unit_label: str
    decimals: int
    is_good: bool
    period: str
    source_ids: tuple[str, ...]
    england: float | None
    scored: int
    held: Related

    @property
    def id(self) -> str:
        """`life_expectancy, women`: what no new name changes."""
        return ", ".join(filter(None, (self.indicator_id, _SEX[self.sex])))

    @property
    def agrees(self) -> int:
        """+1 where worse on the model goes with a worse outcome, −1 with a better one, 0 where it cannot be told."""
        return direction(self.held.rho) * (-1 if self.is_good else 1)


@lineage.remember()
def outcomes(model_id: str) -> dict[str, Beside]:
    """Each outcome that the model declares, by its label; men and women apart where only they are published."""
    declared = dict(zip(reads.models()["model_id"], reads.models()["outcomes"], strict=True))[model_id]
    found = [_beside(model_id, str(name), sex) for name in declared for sex in _sexes(str(name))]
    return {one.label: one for one in found if one is not None}


def _sexes(indicator_id: str) -> tuple[str, ...]:
    return ("Persons",) if reads.indicator(indicator_id)["headline_sex"] == "Persons" else ("Male", "Female")


def _beside(model_id: str, indicator_id: str, sex: str) -> Beside | None:
    about, rows = reads.indicator(indicator_id), newest(indicator_id, sex)
    if rows.empty:
        return None
    scores = standing(model_id, items(model_id)[WHOLE])
    england = reads.series(indicator_id, areas.ENGLAND)
    period = str(rows["period"].iloc[0])
    same = england[(england["sex"] == sex) & (england["period"] == period)]["value"]
    who = _SEX[sex]
    return Beside(
        indicator_id=indicator_id,
        sex=sex,
        label=f"{about['name']}{f', {who}' if who else ''}",
        inside=f"{about['name'][:1].lower()}{about['name'][1:]}{f' of {who}' if who else ''}",
        unit=str(about["unit"]),
        unit_label=str(about["unit_label"]),
        decimals=int(about["decimals"]),
        is_good=Polarity(about["polarity"]) is Polarity.HIGH_IS_GOOD,
        period=formats.period(period, about["year_type"]),
        source_ids=tuple(rows["source_id"].unique()),
        england=float(same.iloc[0]) if len(same) else None,
        scored=len(scores),
        held=related(paired(rows, scores)),
    )


def newest(indicator_id: str, sex: str) -> pd.DataFrame:
    """An outcome's values by authority in the newest period that the borough and enough others have; else no rows."""
    rows, about = reads.observations(indicator_id), reads.indicator(indicator_id)
    today = rows["area_code"].map(reads.continued_as()).fillna(rows["area_code"])
    main = rows.assign(area_code=today)[
        today.isin(authorities())
        & (rows["sex"] == sex)
        & (rows["age"] == about["headline_age"])
        & rows["category"].isna()
        & rows["value"].notna()
    ]
    kept = main.drop_duplicates(["area_code", "period"])
    return latest_period(kept, LEAST_SHARE * len(authorities()))


def paired(rows: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """Authorities with a score and their outcome: `code`, `name`, `x` in points, `y` with its limits."""
    found = rows.set_index("area_code")[["value", "lower_ci", "upper_ci"]].reindex(scores["area_code"])
    return pd.DataFrame(
        {
            "code": scores["area_code"].to_numpy(),
            "name": scores["area_short_name"].to_numpy(),
            "x": scores["score"].to_numpy() * HUNDRED,
            "y": found["value"].to_numpy(),
            "lower_ci": found["lower_ci"].to_numpy(),
            "upper_ci": found["upper_ci"].to_numpy(),
        }
    )
