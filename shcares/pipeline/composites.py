"""Each model's composite over the upper-tier authorities of England, from the values that have been read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from shcares.domain import areas
from shcares.domain.records import FocusArea, Indicator, Model
from shcares.domain.vocabulary import AreaType, Polarity
from shcares.pipeline.declared import rows_frame
from shcares.stats import composite
from shcares.stats.levels import FloatArray

Frames = dict[str, pd.DataFrame]

LEAST_SHARE = 2 / 3
"""A period counts only if St Helens and this share of the authorities compared have a value in it."""
STANDING = ("focus_area_id", "indicator_id", "area_code", "period", "value", "z")
COMPOSITE = (
    *("model_id", "level", "item_id", "area_code", "score", "lower_ci", "upper_ci"),
    *("rank", "rank_lower", "rank_upper", "areas"),
)


@dataclass(frozen=True)
class Held:
    """A model's parts that have figures: authorities × indicators, and which columns stand for which part."""

    parts: tuple[tuple[str, FocusArea], ...]
    members: tuple[tuple[int, ...], ...]
    area_codes: tuple[str, ...]
    z: FloatArray

    def weights_of(self, factor: str | None = None) -> FloatArray:
        """The source's weights of the parts; 0 for those outside `factor` where one is named."""
        inside = [factor is None or own == factor for own, _ in self.parts]
        weights = [part.source_weight or 0.0 for _, part in self.parts]
        return np.where(inside, weights, 0.0)


def composite_frames(
    models: Sequence[Model], indicators: Sequence[Indicator], observations: pd.DataFrame, places: Frames
) -> Frames:
    """The tables `standing` and `composite`; `places` holds the tables `area` and `area_group`."""
    groups = places["area_group"]
    compared = groups.loc[groups["group_id"] == areas.UPPER_TIER_GROUP, "area_code"]
    values = authority_values(observations, indicators, places["area"])
    values = values[values["area_code"].isin(compared)]
    fewest = LEAST_SHARE * len(compared)
    standings, composites = [], []
    for model in models:
        rows = _standings(model, values, {item.id: item for item in indicators}, fewest)
        standings.append(rows)
        composites += _composites(model, _held(model, rows))
    return {
        "standing": pd.concat(standings, ignore_index=True)[list(STANDING)],
        "composite": rows_frame(COMPOSITE, composites),
    }


def authority_values(observations: pd.DataFrame, indicators: Sequence[Indicator], area: pd.DataFrame) -> pd.DataFrame:
    """Main values of the authorities, each under the code it goes by today: indicator, area, period, end, value."""
    headline = pd.DataFrame(
        [(item.id, item.headline_sex.value, item.headline_age) for item in indicators],
        columns=["indicator_id", "sex", "age"],
    )
    authorities = area[area["area_type"] == AreaType.AUTHORITY.value].set_index("area_code")["continued_as"]
    rows = observations[
        observations["area_code"].isin(authorities.index)
        & observations["value"].notna()
        & observations["category"].fillna("").eq("")
    ].merge(headline, on=["indicator_id", "sex", "age"])
    today = rows["area_code"].map(authorities).fillna(rows["area_code"])
    kept: pd.DataFrame = rows.assign(area_code=today)[["indicator_id", "area_code", "period", "period_end", "value"]]
    return kept.drop_duplicates(["indicator_id", "area_code", "period"])


def _standings(model: Model, values: pd.DataFrame, indicators: dict[str, Indicator], fewest: float) -> pd.DataFrame:
    frames = []
    for area in (area for factor in model.factor for area in factor.focus_area):
        for name in area.indicators:
            latest = latest_period(values[values["indicator_id"] == name], fewest)
            worse_up = indicators[name].polarity is Polarity.LOW_IS_GOOD
            z = composite.z_scores(latest[["value"]].to_numpy(), [worse_up])[:, 0]
            frames.append(latest.assign(focus_area_id=area.id, z=z))
    found = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=[*STANDING])
    return found[found["z"].notna()]


def latest_period(rows: pd.DataFrame, fewest: float) -> pd.DataFrame:
    """The newest period in which the borough and enough others have a value; no rows where there is none."""
    counted = rows["period"].value_counts()
    ours = rows.loc[rows["area_code"] == areas.ST_HELENS, "period"]
    known = rows[rows["period"].isin(counted.index[counted >= fewest]) & rows["period"].isin(ours)]
    newest: pd.DataFrame = known[known["period_end"] == known["period_end"].max()]
    return newest


def _held(model: Model, rows: pd.DataFrame) -> Held:
    wide = rows.pivot(index="area_code", columns="indicator_id", values="z")
    columns = {name: place for place, name in enumerate(wide.columns)}
    parts = tuple((factor.id, area) for factor in model.factor for area in factor.focus_area)
    members = [tuple(columns[name] for name in area.indicators if name in columns) for _, area in parts]
    with_figures = [place for place, held in enumerate(members) if held]
    return Held(
        tuple(parts[place] for place in with_figures),
        tuple(members[place] for place in with_figures),
        tuple(wide.index),
        wide.to_numpy(),
    )


def _composites(model: Model, held: Held) -> list[tuple[object, ...]]:
    if not held.parts:
        return []
    scores, draws = composite.part_scores(held.z, held.members), composite.resampled(held.z, held.members)
    rows = []
    for place, (_, part) in enumerate(held.parts):
        rows += _rows(model, "focus_area", part.id, held, composite.standing(scores[:, place], draws[:, :, place]))
    wholes = [("factor", factor.id, held.weights_of(factor.id)) for factor in model.factor]
    for level, name, weights in [*wholes, ("overall", model.id, held.weights_of())]:
        drawn = composite.weighted(draws, composite.drawn_weights(weights))
        rows += _rows(model, level, name, held, composite.standing(composite.weighted(scores, weights), drawn))
    return rows


def _rows(model: Model, level: str, name: str, held: Held, found: composite.Standing) -> list[tuple[object, ...]]:
    columns = (found.score, found.lower, found.upper, found.rank, found.rank_lower, found.rank_upper)
    return [
        (model.id, level, name, code, *numbers[:3], *(int(place) for place in numbers[3:]), found.areas)
        for code, *numbers in zip(held.area_codes, *columns, strict=True)
        if np.isfinite(numbers[0])
    ]
