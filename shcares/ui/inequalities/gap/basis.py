"""What a model's composite stands on: every indicator with its value, the mean it is held against, and its source."""

import pandas as pd

from shcares.domain import areas
from shcares.domain.vocabulary import Polarity
from shcares.store import queries
from shcares.style import formats
from shcares.ui import figures, indicator_words, lineage, opening, reads, recipes
from shcares.ui.inequalities.gap.held import held, model
from shcares.ui.inequalities.gap.method import METHOD, NOT_ENGLAND
from shcares.ui.inequalities.named import MODEL

_EXTRA, _Z = 1, 2
_BETTER = {Polarity.HIGH_IS_GOOD: "higher is better", Polarity.LOW_IS_GOOD: "lower is better"}


@lineage.remember()
def basis(model_id: str) -> pd.DataFrame:
    """One row an indicator in the model's order: the borough's standing, England's own value, its source.

    Adds to the borough's rows of `reads.standings`: `focus_area`, `name`, `unit_label`, `decimals`, `polarity`,
    `year_type`, `england` (NaN where none is published of the period), `source_id`, `period_start`, `period_end`.
    """
    rows = reads.standings(model_id)
    own = rows[rows["area_code"] == areas.ST_HELENS].reset_index(drop=True)
    about = reads.indicators().set_index("indicator_id")[["name", "unit_label", "decimals", "polarity", "year_type"]]
    parts = held(model_id).parts.set_index("focus_area_id")["name"].rename("focus_area")
    dated = _published(own, areas.ST_HELENS)[["source_id", "period_start", "period_end"]]
    england = _published(own, areas.ENGLAND)["value"].rename("england")
    joined = own.join(about, on="indicator_id").join(parts, on="focus_area_id")
    keys = ["indicator_id", "period"]
    return joined.join(dated, on=keys).join(england, on=keys)


def _published(own: pd.DataFrame, area_code: str) -> pd.DataFrame:
    """The main values of one area in the periods that the model uses, by indicator and period."""
    found = queries.observations(
        opening.store(), list(own["indicator_id"].unique()), [area_code], headline_only=True
    ).set_index(["indicator_id", "period"])
    wanted = pd.MultiIndex.from_frame(own[["indicator_id", "period"]].drop_duplicates())
    chosen: pd.DataFrame = found[found.index.isin(wanted)]
    return chosen[~chosen.index.duplicated()]


@lineage.remember()
def periods(model_id: str) -> str:
    """`Each indicator in its own newest period, 2018/19 to 2025`: the oldest of them and the newest."""
    ordered = basis(model_id).sort_values("period_end")
    first, last = (formats.period(row["period"], row["year_type"]) for row in (ordered.iloc[0], ordered.iloc[-1]))
    return f"Each indicator in the newest period with enough authorities, the oldest {first}, the newest {last}"


@lineage.remember()
def publishers(model_id: str) -> str:
    """Whose weights and whose figures, in one line; every source in full stands under the table of indicators."""
    known = reads.sources().set_index("source_id")["publisher"]
    named = sorted(set(known.loc[basis(model_id)["source_id"]]))
    return (
        f"Weights: {model(model_id)['source']}. Figures published by: {'; '.join(named)}. Each one’s source and "
        "release: view “What it stands on”."
    )


@recipes.figure("GB", "gap_basis", model_id=MODEL)
def basis_figure(model_id: str) -> figures.Figure:
    """The table of indicators, with every source in full."""
    rows = basis(model_id)
    authorities = f"{rows['areas'].min()} to {rows['areas'].max()}"
    without = int(rows["england"].isna().sum())
    return figures.Figure(
        id=f"gap-basis-{model_id}",
        title=f"{model(model_id)['name']}: the {len(rows)} indicators it stands on",
        sentence=_sentence(rows),
        period=periods(model_id),
        area=f"St Helens among {authorities} upper-tier authorities of England, by indicator",
        source=indicator_words.sources_named(rows["source_id"]),
        method=f"{METHOD} {NOT_ENGLAND}",
        frame=_table(rows),
        table_first=True,
        picture_columns=("Focus area", "Indicator", "Period", "St Helens", "Mean of authorities", "z, worse is +"),
        notes=(f"England’s own value is not held for {without} of them in the same period." if without else "",)
        * bool(without),
    )


def _sentence(rows: pd.DataFrame) -> str:
    worse = int((rows["z"] > 0).sum())
    ordered = rows.sort_values("z")
    return (
        f"On {worse} of {len(rows)} indicators St Helens stands on the worse side of the mean of authorities. Furthest "
        f"is {_named(ordered.iloc[-1])}; furthest on the better side is {_named(ordered.iloc[0])}. Without an "
        "interval of its own, a single z proves no difference."
    )


def _named(row: pd.Series) -> str:
    return f"“{row['name']}” (z {formats.number(row['z'], _Z)})"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    decimals = rows["decimals"].astype(int)
    return pd.DataFrame(
        {
            "Focus area": rows["focus_area"],
            "Indicator": rows["name"],
            "Period": [formats.period(*pair) for pair in zip(rows["period"], rows["year_type"], strict=True)],
            "St Helens": _rounded(rows["value"], decimals),
            "Mean of authorities": _rounded(rows["mean"], decimals + _EXTRA),
            "England, as published": _rounded(rows["england"], decimals),
            "z, worse is +": rows["z"].round(_Z),
            "Authorities": rows["areas"],
            "SD of authorities": _rounded(rows["sd"], decimals + _EXTRA),
            "Unit": rows["unit_label"],
            "Direction": [_BETTER[Polarity(word)] for word in rows["polarity"]],
            "Source": [_source(reads.source(name)) for name in rows["source_id"]],
        }
    )


def _source(one: pd.Series) -> str:
    return f"{one['publisher']}, {one['dataset']}, {one['release']}"


def _rounded(values: pd.Series, decimals: pd.Series) -> list[float]:
    return [round(value, places) for value, places in zip(values, decimals, strict=True)]
