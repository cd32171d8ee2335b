"""How well a model's order of the authorities agrees with that of each outcome: correlations with their intervals."""

from html import escape

import pandas as pd

from shcares.stats.results import Result
from shcares.store.queries.models import PLAN_MODEL
from shcares.ui import figures, indicator_words, recipes, words
from shcares.ui.inequalities.gap import basis
from shcares.ui.inequalities.gap.held import model
from shcares.ui.inequalities.gap.outcomes import Beside, outcomes
from shcares.ui.inequalities.gradient import related
from shcares.ui.inequalities.named import MODEL

NOT_CAUSE = (
    "Agreement is not cause. That places which stand worse on the model also have a worse outcome does not show that "
    "changing the one would change the other."
)
METHOD = (
    "Each authority counts once, whatever its size, with its overall score on the source’s weights and its outcome. "
    "An outcome is of the newest period that enough authorities have. "
)
_CLOSE, _FAINT, _DECIMALS = 0.7, 0.4, 2
_RHO, _RHO_LIMITS = "Rank correlation", ("Rank, lower limit", "Rank, upper limit")
_PICTURED = ("Outcome", "Period", "Authorities", _RHO, *_RHO_LIMITS, "The two orders")


def caveats(model_id: str) -> tuple[str, ...]:
    """What to know of a model before its agreement with an outcome is read; of the plan's all is said elsewhere."""
    return () if model_id == PLAN_MODEL else (model(model_id)["note"],)


def how_closely(one: Beside) -> str:
    """`agree closely`, `agree in part`, `agree faintly`, `run against each other` or `cannot be told to agree`."""
    rho = one.held.rho
    if one.agrees == 0 or rho.value is None:
        return "cannot be told to agree"
    if one.agrees < 0:
        return "run against each other"
    size = abs(rho.value)
    return f"agree {'closely' if size >= _CLOSE else 'in part' if size >= _FAINT else 'faintly'}"


@recipes.figure("GG", "gap_agreement", model_id=MODEL)
def agreement_figure(model_id: str) -> figures.Figure:
    """How well the model's order agrees with that of every outcome it is set beside."""
    found = list(outcomes(model_id).values())
    title = f"{model(model_id)['name']}: how its order agrees with each outcome"
    rows = [
        words.Row(
            (
                words.two_lines(one.label, f"{one.period}; {len(one.held.pairs)} authorities"),
                escape(_short(one.held.r)),
                escape(_short(one.held.rho)),
                escape(how_closely(one)),
            )
        )
        for one in found
    ]
    sources = [name for one in found for name in one.source_ids]
    return figures.Figure(
        id=f"gap-agreement-{model_id}",
        title=title,
        sentence=_sentence(found),
        period="; ".join(f"{one.label} {one.period}" for one in found),
        area="Upper-tier authorities of England with an overall score",
        source=f"{indicator_words.sources_named(sources)} {basis.publishers(model_id)}",
        method=f"{METHOD}{related.METHOD} Closely is a rank correlation of {_CLOSE} or more in size, in part "
        f"{_FAINT} or more; these two limits are ours. {NOT_CAUSE}",
        frame=_agreement(found),
        picture_columns=_PICTURED,
        html=words.table(
            ("Outcome", "Correlation r", "Rank correlation", "The two orders"), [("", rows)], caption=title
        ),
        notes=caveats(model_id),
    )


def _sentence(found: list[Beside]) -> str:
    """The outcomes by how closely the model's order agrees with theirs."""
    kinds: dict[str, list[str]] = {}
    for one in found:
        kinds.setdefault(how_closely(one), []).append(one.inside)
    said = [f"The two {how} for {'; '.join(names)}." for how, names in kinds.items()]
    return f"The model’s order is set beside that of each outcome. {' '.join(said)} {NOT_CAUSE}"


def _short(found: Result) -> str:
    return related.correlation_words(found).replace("95% interval ", "")


def _agreement(found: list[Beside]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Outcome": one.label,
            "Period": one.period,
            "Authorities": len(one.held.pairs),
            "r": one.held.r.value,
            "r, lower limit": one.held.r.lower,
            "r, upper limit": one.held.r.upper,
            _RHO: one.held.rho.value,
            _RHO_LIMITS[0]: one.held.rho.lower,
            _RHO_LIMITS[1]: one.held.rho.upper,
            "The two orders": how_closely(one),
            "Better when": "higher" if one.is_good else "lower",
        }
        for one in found
    ).round(_DECIMALS)
